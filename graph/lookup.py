"""A document by the very name it bears, for what must not guess: removal, a page of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.names import fold, suggest

if TYPE_CHECKING:
    from graph.connection import Graph

_DOCUMENTS = """
MATCH (d:Document)
RETURN d.key AS key, [d.key, d.doc_number, d.title, d.text_title] AS names
ORDER BY key
"""


def find_documents(graph: Graph, name: str) -> list[str]:
    """The keys of the documents whose key, number or title (published, or of the text within) is `name`.

    Widths, spaces, 《》, and the form of brackets and dashes do not count: 鲁知战办[2023]11号 finds
    鲁知战办〔2023〕11号. Several documents may bear one title; a part of a title finds none.
    """
    wanted = fold(name)
    return [row["key"] for row in graph.read(_DOCUMENTS) if wanted in map(fold, filter(None, row["names"]))]


def near_documents(graph: Graph, name: str, *, limit: int = 3) -> list[str]:
    """At most `limit` titles of documents that `name` may have meant, the likeliest first."""
    return suggest(graph, "document", name, limit=limit)
