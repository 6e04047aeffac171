"""Deadlines as a calendar: iCalendar, RFC 5545."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.exports._clean import clean
from graph.exports._network import documents_named
from graph.exports._place import new_file

if TYPE_CHECKING:
    from graph.connection import Graph

_DEADLINES = """
CALL () {
  MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
  OPTIONAL MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m)
  WITH d, m, t, a ORDER BY a.name
  RETURN d, t, m.name AS name, m.text AS text, collect(DISTINCT a.name) AS agencies
  UNION ALL
  MATCH (d:Document)-[:HAS_DEADLINE]->(t:Deadline)
  RETURN d, t, coalesce(d.text_title, d.title, d.name) AS name, null AS text, [] AS agencies
}
WITH d, t, name, text, agencies
WHERE t.date IS NOT NULL AND ($documents IS NULL OR d.key IN $documents)
MATCH (d)-[:READ_FROM {facts: true}]->(s:Source)
WITH d, t, name, text, agencies, min(s.loaded_at) AS loaded_at
RETURN t.key AS key, t.date AS date, t.kind AS kind, t.text AS words, name, text, agencies, loaded_at,
       coalesce(d.text_title, d.title, d.name) AS document, d.doc_number AS doc_number
ORDER BY date, key
"""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_OCTETS = 75  # of a line without its end: RFC 5545, 3.1


def export(graph: Graph, out: Path, *, document: str | None = None) -> None:
    """Write the dated deadlines of the whole graph, or of the documents that `document` names, as
    all-day events into the file `out`.

    An event's summary is the measure, its description who answers, the words of the time, the text and
    the document, its category the kind (due, until, target). Equal graphs give equal files: the stamp is
    the time of loading, the UID follows from the deadline's key. Raises `graph.exports._network.NoSuchText`
    and `graph.exports._place.CannotExport`.
    """
    documents = None if document is None else documents_named(graph, document)
    rows = graph.read(_DEADLINES, documents=documents)
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zeren//Deadlines//ZH", "CALSCALE:GREGORIAN"]
    lines = [*head, *(line for row in rows for line in _event(row)), "END:VCALENDAR"]
    with new_file(out) as path:
        path.write_bytes(b"".join(map(_folded, lines)))


def _event(row: dict[str, Any]) -> Iterator[str]:
    day: date = row["date"]
    source = " ".join(filter(None, [row["document"], row["doc_number"]]))
    told = ["、".join(row["agencies"]), row["words"], row["text"], source]
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(row['key'].encode()).hexdigest()}@zeren"
    yield f"DTSTAMP:{row['loaded_at']:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(row['name'])}"
    yield "DESCRIPTION:" + _text("\n".join(filter(None, told)))
    yield f"CATEGORIES:{_text(row['kind'])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    return clean(words).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """The line in UTF-8, folded between characters so that no part has more than 75 octets."""
    parts, room = [b""], _OCTETS
    for character in line:
        octets = character.encode()
        if len(parts[-1]) + len(octets) > room:
            parts.append(b"")
            room = _OCTETS - 1  # the blank that opens a continuation counts
        parts[-1] += octets
    return b"\r\n ".join(parts) + b"\r\n"
