"""What a person calls a document → the keys of the documents meant."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.connection import Graph

_DOCUMENTS = """
MATCH (d:Document)
RETURN d.key AS key, d.doc_number AS doc_number, d.title AS title, d.text_title AS text_title
ORDER BY key
"""
_DASHES = re.compile("[-‐‑‒–—―~～]+")
_BRACKETS = str.maketrans(
    {"〔": "(", "[": "(", "【": "(", "〕": ")", "]": ")", "】": ")", "《": None, "》": None}
)
_ALIKE = 0.4


def find_documents(graph: Graph, name: str) -> list[str]:
    """The keys of the documents whose key, number or title (published, or of the text within) is `name`.

    Widths, spaces, 《》, and the kind of bracket or dash do not count: 鲁知战办[2023]11号 finds
    鲁知战办〔2023〕11号. Several documents may bear one title; an unknown name finds none.
    """
    wanted = _fold(name)
    return [row["key"] for row in graph.read(_DOCUMENTS) if wanted in map(_fold, _names(row))]


def near_documents(graph: Graph, name: str, *, limit: int = 3) -> list[str]:
    """At most `limit` documents that `name` may have meant, by number and title, the likeliest first.

    A name that holds `name` comes before one that is only spelt alike.
    """
    wanted = _fold(name)
    scored = [
        (max(_likeness(wanted, _fold(known)) for known in _names(row)), row) for row in graph.read(_DOCUMENTS)
    ]
    scored.sort(key=lambda pair: -pair[0])
    return [_label(row) for score, row in scored[:limit] if score >= _ALIKE]


def _names(row: dict[str, Any]) -> list[str]:
    return [row[field] for field in ("key", "doc_number", "title", "text_title") if row[field]]


def _label(row: dict[str, Any]) -> str:
    return " ".join(filter(None, (row["doc_number"], row["text_title"] or row["title"]))) or str(row["key"])


def _likeness(wanted: str, known: str) -> float:
    if wanted and wanted in known:
        return 1.0
    return SequenceMatcher(None, wanted, known, autojunk=False).ratio()


def _fold(name: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    return _DASHES.sub("-", plain.translate(_BRACKETS)).casefold()
