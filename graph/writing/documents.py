"""The queries that write and remove what belongs to one document, and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.writing.editions import Edition
from graph.writing.readings import KEEPING, Reading
from graph.writing.rows import Row, Rows
from graph.writing.statements import together

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

# Properties inline: on a new relationship `SET r += row` costs up to twice as much.
_EVIDENCE = (
    "evidence: row.evidence, start: row.start, end: row.end, page: row.page, rule: row.rule,"
    " confidence: row.confidence, doubt: row.doubt"
)
_WRITTEN = "title_written: row.title, number_written: row.number, mention: row.mention"
_DEADLINE = f"""
CREATE (x)-[:HAS_DEADLINE {{{_EVIDENCE}}}]->(:Deadline {{
  key: row.key, name: row.name, date: row.date, kind: row.kind, start_date: row.start_date,
  precision: row.precision, recurring: row.recurring, on: row.on, text: row.evidence}})
"""
_SECTION = """
CREATE (:Section {key: row.key, name: row.name, number: row.number, title: row.title, depth: row.depth,
  order: row.order, kind: row.kind, start: row.start, end: row.end})
"""
_TOP_SECTION = """
MATCH (d:Document {key: row.document})
MATCH (s:Section {key: row.key})
CREATE (d)-[:HAS_SECTION]->(s)
"""
_SUBSECTION = """
MATCH (above:Section {key: row.above})
MATCH (s:Section {key: row.key})
CREATE (above)-[:HAS_SECTION]->(s)
"""
_MEASURE = """
MATCH (d:Document {key: row.document})
CREATE (d)-[:HAS_MEASURE]->(:Measure {
  key: row.key, name: row.name, number: row.number, title: row.title, text: row.text, order: row.order,
  due: row.due, ongoing: row.ongoing, open_roles: row.open_roles, start: row.start, end: row.end,
  page: row.page, keywords: row.keywords, status: row.status, status_on: row.status_on,
  status_source: row.status_source})
"""
_SECTION_MEASURE = """
MATCH (s:Section {key: row.section})
MATCH (m:Measure {key: row.key})
CREATE (s)-[:HAS_MEASURE]->(m)
"""


def _joined(source: str, kind: str, target: str, properties: str) -> str:
    return f"""
MATCH (x:{source} {{key: row.source}})
MATCH (y:{target} {{key: row.target}})
CREATE (x)-[:{kind} {{{properties}}}]->(y)
"""


_CITED = f"action: row.action, {_WRITTEN}, {_EVIDENCE}"
_BY_FIELD = {
    "deadlines": f"MATCH (x:Measure {{key: row.source}})\n{_DEADLINE}",
    "document_deadlines": f"MATCH (x:Document {{key: row.source}})\n{_DEADLINE}",
    "issuers": _joined("Document", "ISSUED_BY", "Agency", f"position: row.position, {_EVIDENCE}"),
    "responsibilities": _joined(
        "Agency",
        "RESPONSIBLE_FOR",
        "Measure",
        "role: row.role, position: row.position, surface: row.surface, capacity: row.capacity, " + _EVIDENCE,
    ),
    "domains": _joined("Measure", "IN_DOMAIN", "Domain", "score: row.score, terms: row.terms"),
    "document_domains": _joined("Document", "IN_DOMAIN", "Domain", "score: row.score, terms: row.terms"),
    "citations": _joined("Measure", "CITES", "Regulation", _CITED),
    "document_citations": _joined("Document", "CITES", "Regulation", f"place: row.place, {_CITED}"),
    "based_on": _joined("Document", "BASED_ON", "Regulation", _CITED),
    "text_of": _joined("Document", "TEXT_OF", "Regulation", _WRITTEN),
}


_WRITE = together(
    {
        "documents": "CREATE (d:Document) SET d = row",
        "profiles": "CREATE (:Profile {key: row.key, name: row.key, measures: row.measures})",
        "sections": _SECTION,
        "top": _TOP_SECTION,
        "below": _SUBSECTION,
        "measures": _MEASURE,
        "placed": _SECTION_MEASURE,
        **_BY_FIELD,
    }
)


def write_document(tx: ManagedTransaction, rows: Rows) -> int:
    """Write a document whose key is free; its agencies, regulations and domains are there.
    Returns how many relationships were made."""
    key = rows.document["key"]
    links = {
        "top": [{"document": key, "key": row["key"]} for row in rows.sections if not row["above"]],
        "below": [{"above": row["above"], "key": row["key"]} for row in rows.sections if row["above"]],
        "measures": [{"document": key, **row} for row in rows.measures],
        "placed": [{"section": row["section"], "key": row["key"]} for row in rows.measures if row["section"]],
        **{name: getattr(rows, name) for name in _BY_FIELD},
    }
    profile = {"key": key, "measures": rows.profile}
    _WRITE.run(tx, {"documents": [rows.document], "profiles": [profile], "sections": rows.sections, **links})
    return sum(map(len, links.values()))


_REMOVE = (
    "UNWIND $keys AS key MATCH (:Document {key: key})-[:HAS_MEASURE]->(:Measure)"
    "-[:HAS_DEADLINE]->(n:Deadline) DETACH DELETE n",
    "UNWIND $keys AS key MATCH (:Document {key: key})-[:HAS_DEADLINE]->(n:Deadline) DETACH DELETE n",
    "UNWIND $keys AS key MATCH (:Document {key: key})-[:HAS_MEASURE]->(n:Measure) DETACH DELETE n",
    "UNWIND $keys AS key MATCH (:Document {key: key})-[:HAS_SECTION*1..]->(n:Section)"
    " WITH DISTINCT n DETACH DELETE n",
    "UNWIND $keys AS key MATCH (n:Document {key: key}) DETACH DELETE n",
    "UNWIND $keys AS key MATCH (n:Profile {key: key}) DELETE n",
)


def remove_documents(tx: ManagedTransaction, keys: Iterable[str]) -> None:
    """Remove what belongs to the documents `keys` alone; shared nodes and sources stay."""
    if wanted := sorted(keys):
        for query in _REMOVE:
            tx.run(query, keys=wanted).consume()


_SOURCES = together(
    {
        "put": "MERGE (s:Source {key: row.key}) SET s = row",
        "parted": """
MATCH (:Document {key: row.document})-[r:READ_FROM]->(:Source {key: row.source})
DELETE r
""",
        "joined": """
MATCH (d:Document {key: row.document})
MATCH (s:Source {key: row.source})
CREATE (d)-[:READ_FROM {facts: row.facts}]->(s)
""",
        "gone": "MATCH (s:Source {key: row}) DETACH DELETE s",
        **KEEPING,
    }
)


def write_sources(
    tx: ManagedTransaction,
    old: Mapping[str, Edition],
    new: Mapping[str, Edition],
    kept: set[str],
    readings: Mapping[str, list[Any]],
) -> int:
    """Bring sources, and what was read from which, from `old` to `new` editions, and keep `readings`
    (`graph.writing.readings.kept_rows`). `kept` are the documents that were not written anew. Returns
    how many relationships were made."""
    was, now = _sources(old.values()), _sources(new.values())
    links_were, links_are = _links(old.values()), _links(new.values())
    standing = {link for link in links_were if link[0] in kept}
    joined = _link_rows(links_are - standing)
    rows: dict[str, list[Any]] = {
        "put": [row for key, row in sorted(now.items()) if was.get(key) != row],
        "parted": _link_rows(standing - links_are),
        "joined": joined,
        "gone": sorted(was.keys() - now.keys()),
    }
    _SOURCES.run(tx, {**rows, **readings})
    return len(joined)


def _sources(editions: Iterable[Edition]) -> dict[str, Row]:
    by_hash: dict[str, list[Reading]] = {}
    for edition in editions:
        for reading in edition.copies:
            by_hash.setdefault(reading.sha256, []).append(reading)
    return {sha256: _source(sha256, readings) for sha256, readings in by_hash.items()}


def _source(sha256: str, readings: list[Reading]) -> Row:
    first = min(readings, key=lambda reading: reading.path)
    return {
        "key": sha256,
        "name": Path(first.path).name,
        "path": first.path,
        "paths": sorted(reading.path for reading in readings),
        "format": first.format,
        "publisher": first.publisher,
        "loaded_at": min(reading.loaded_at for reading in readings),
    }


def _links(editions: Iterable[Edition]) -> set[tuple[str, str, bool]]:
    return {
        (edition.key, reading.sha256, reading.sha256 == edition.giver.sha256)
        for edition in editions
        for reading in edition.copies
    }


def _link_rows(links: Iterable[tuple[str, str, bool]]) -> list[Row]:
    return [
        {"document": document, "source": source, "facts": facts} for document, source, facts in sorted(links)
    ]
