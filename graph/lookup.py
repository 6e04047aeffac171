"""A document by the very name it bears, for what must not guess: removal, a page of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from graph.names import fold, suggest

if TYPE_CHECKING:
    from graph.connection import Graph

_DOCUMENTS = """
MATCH (d:Document)
RETURN d.key AS key, [d.key, d.doc_number, d.title, d.text_title, d.name] AS names
ORDER BY key
"""
_FILES = """
MATCH (d:Document)-[:READ_FROM]->(s:Source)
UNWIND s.paths AS path
RETURN d.key AS key, coalesce(d.text_title, d.title, d.name) AS name, d.doc_number AS number, path
ORDER BY key, path
"""


def find_documents(graph: Graph, name: str) -> list[str]:
    """The keys of the documents whose key, number or title (published, or of the text within) is `name`;
    where there is none, of those that the file of this path or name, with its suffix or without, told.

    Widths, spaces, 《》, and the form of brackets and dashes do not count: 鲁知战办[2023]11号 finds
    鲁知战办〔2023〕11号. Several documents may bear one title; a part of a title finds none.
    """
    wanted = fold(name)
    found = [row["key"] for row in graph.read(_DOCUMENTS) if wanted in map(fold, filter(None, row["names"]))]
    return found or _of_file(graph, name)


def _of_file(graph: Graph, name: str) -> list[str]:
    files = [(row["key"], Path(row["path"])) for row in graph.read(_FILES)]
    path, wanted = Path(name).absolute(), fold(name)
    found = [key for key, file in files if file == path]
    return list(
        dict.fromkeys(found or [key for key, at in files if wanted in (fold(at.name), fold(at.stem))])
    )


def told_apart(graph: Graph, keys: Collection[str], *, limit: int = 5) -> str:
    """At most `limit` of the documents with these keys, each with its title, number and, in square
    brackets, a file that it stands in: its name, or its path where several bear the name."""
    files = {row["key"]: row for row in reversed(graph.read(_FILES)) if row["key"] in keys}
    times = Counter(Path(row["path"]).name for row in files.values())
    shown = []
    for key in list(keys)[:limit]:
        row = files[key]
        file = Path(row["path"]).name
        words = dict.fromkeys(filter(None, (row["name"], row["number"])))
        shown.append(f"{' '.join(words)} [{file if times[file] == 1 else row['path']}]")
    return "；".join(shown)


def near_documents(graph: Graph, name: str, *, limit: int = 3) -> list[str]:
    """At most `limit` titles of documents that `name` may have meant, the likeliest first."""
    return suggest(graph, "document", name, limit=limit)
