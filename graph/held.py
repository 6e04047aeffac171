"""What the graph holds of whole documents: as they were read, their copies, and what they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.writing.codec import unpack

if TYPE_CHECKING:
    from graph.connection import Graph
    from graph.model import PolicyDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A document of the graph: its key, what there is to check of its identity, and the readings of
    it: the one that tells its facts, and each copy whose bytes are others."""

    key: str
    doubt: str | None
    document: PolicyDocument
    copies: tuple[PolicyDocument, ...]


_KEYS = "MATCH (d:Document) RETURN d.key AS key ORDER BY key"
_COPIES = """
MATCH (d:Document {key: $key})-[f:READ_FROM]->(s:Source)
MATCH (r:Reading)
WHERE r.sha256 = s.key
WITH d, f.facts AS facts, s.key AS sha256, min(r.key) AS path
MATCH (r:Reading {key: path})
RETURN d.doubt AS doubt, facts, path, r.packed AS packed
ORDER BY facts DESC, path
"""


def held(graph: Graph, keys: Iterable[str] | None = None) -> Iterator[Held]:
    """The documents with these keys, all without; one at a time, by key."""
    wanted = [row["key"] for row in graph.read(_KEYS)] if keys is None else sorted(keys)
    for key in wanted:
        rows = graph.read(_COPIES, key=key)
        if rows:
            told, *copies = [unpack(row["packed"]) for row in rows]
            yield Held(key=key, doubt=rows[0]["doubt"], document=told, copies=tuple(copies))


_NAMES = """
MATCH (d:Document)
RETURN d.key AS key, d.name AS name, [d.doc_number, d.title, d.text_title] AS names
ORDER BY key
"""


def document_names(graph: Graph) -> dict[str, list[str]]:
    """By key, what each document is called: number, title, title of the text; failing all, its file."""
    return {row["key"]: [*filter(None, row["names"])] or [row["name"]] for row in graph.read(_NAMES)}


# Kinds of instruments that people know by title, without a number.
KNOWN_BY_TITLE = ("law", "regulation", "standard")
_BY_TITLE_ALONE = """
CALL () {
  MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[c:CITES]->(g:Regulation)
  WHERE g.doc_number IS NULL
  RETURN d, m.number AS number, c, g
  UNION ALL
  MATCH (d:Document)-[c:BASED_ON|CITES]->(g:Regulation)
  WHERE g.doc_number IS NULL
  RETURN d, null AS number, c, g
}
WITH d, number, c, g
WHERE c.rule <> 'decision' AND c.start IS NOT NULL
RETURN d.key AS document, number, c.start AS start, c.end AS end, c.page AS page, c.action AS action,
       g.title AS title, g.titles AS titles, g.kind AS kind, g.doubt AS doubt
ORDER BY document, start, title
"""


def cited_by_title(graph: Graph) -> list[dict[str, Any]]:
    """The citations of instruments whose number nobody gives and on which nobody decided: document
    key, number of the measure, place, action, and of the instrument titles, kind and doubt."""
    return graph.read(_BY_TITLE_ALONE)


_NUMBERED = """
MATCH (g:Regulation)
WHERE g.doc_number IS NOT NULL AND g.title IS NOT NULL
RETURN g.title AS title, g.titles AS titles, g.doc_number AS doc_number
ORDER BY doc_number, title
"""


def numbered(graph: Graph) -> list[dict[str, Any]]:
    """The instruments whose number and title are known."""
    return graph.read(_NUMBERED)


_MEASURES = """
UNWIND $keys AS key
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure {key: key})
RETURN m.key AS key, m.name AS name, m.order AS order, d.key AS document
ORDER BY document, order, key
"""


def measures(graph: Graph, keys: Iterable[str]) -> list[dict[str, Any]]:
    """The measures with these keys: name, place in the document (from 1), and the document's key."""
    return graph.read(_MEASURES, keys=sorted(keys))
