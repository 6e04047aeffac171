"""Measures out of the graph with all that a table of tasks says of them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from graph.held import KNOWN_BY_TITLE
from graph.identity import Mention

if TYPE_CHECKING:
    from graph.connection import Graph

Row = dict[str, Any]
T = TypeVar("T")

_OF_DOCUMENT = """
MATCH (d:Document {key: $key})-[:HAS_MEASURE]->(m:Measure)
RETURN m.key AS key
"""
_OF_AGENCY = """
MATCH (:Agency {key: $key})-[:RESPONSIBLE_FOR]->(m:Measure)
RETURN DISTINCT m.key AS key
"""
_MEASURES = """
UNWIND $keys AS key
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure {key: key})
RETURN key, d.key AS document, coalesce(d.text_title, d.title, d.name) AS document_title,
       d.doc_number AS doc_number, m.number AS number, m.text AS text, m.page AS page,
       coalesce(m.ongoing, false) AS ongoing, coalesce(m.open_roles, []) AS open_roles
ORDER BY d.issued_on, document, m.order, key
"""
_SECTIONS = """
UNWIND $keys AS key
MATCH (s:Section)-[:HAS_MEASURE]->(:Measure {key: key})
OPTIONAL MATCH (above:Section)-[:HAS_SECTION*1..]->(s)
WITH key, s, above ORDER BY above.depth
RETURN key AS measure, collect(above.name) AS above, s.name AS name
ORDER BY measure, name
"""
_ANSWERS = """
UNWIND $keys AS key
MATCH (m:Measure {key: key})<-[r:RESPONSIBLE_FOR]-(a:Agency)
RETURN key AS measure, a.key AS agency, a.name AS name, coalesce(a.short_name, a.name) AS short_name,
       coalesce(a.aliases, []) AS aliases, r.role AS role, r.surface AS surface, r.capacity AS capacity,
       r.doubt AS doubt
ORDER BY measure, r.position, agency, role
"""
_TIMES = """
UNWIND $keys AS key
MATCH (m:Measure {key: key})-[r:HAS_DEADLINE]->(t:Deadline)
RETURN key AS measure, t.kind AS kind, t.date AS date, t.start_date AS start_date, t.text AS text,
       t.recurring AS recurring, r.doubt AS doubt
ORDER BY measure, r.start, t.key
"""
_GROUNDS = """
UNWIND $keys AS key
MATCH (m:Measure {key: key})-[r:CITES]->(g:Regulation)
RETURN key AS measure, g.title AS title, g.doc_number AS doc_number, g.kind AS kind, r.rule AS rule,
       r.mention AS mention, r.number_written AS number_written, r.action AS action,
       coalesce(r.doubt, g.doubt) AS doubt
ORDER BY measure, r.start, g.key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """That a body answers for the measure. `agency` is its key; names as in the graph."""

    agency: str
    name: str
    short_name: str
    role: str
    surface: str
    aliases: tuple[str, ...] = ()
    capacity: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A stated time: its words, and what they were read as."""

    kind: str
    text: str
    date: datetime.date | None = None
    start_date: datetime.date | None = None
    recurring: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An instrument that the measure names, as its document knows it, and what it does to it."""

    title: str | None
    number: str | None
    action: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A measure: its document (key, title, number), its headings from the top, its words, and who,
    when and on what grounds. `open_roles` are pairs of role and words (support, 有关部门)."""

    key: str
    document: str
    document_title: str
    doc_number: str | None = None
    number: str | None = None
    text: str = ""
    page: int | None = None
    ongoing: bool = False
    section: tuple[str, ...] = ()
    open_roles: tuple[tuple[str, str], ...] = ()
    answers: tuple[Answer, ...] = ()
    times: tuple[Time, ...] = ()
    grounds: tuple[Ground, ...] = ()


def document_duties(graph: Graph, key: str) -> list[Duty]:
    """The measures of the document with this key, in its order."""
    return _duties(graph, graph.read(_OF_DOCUMENT, key=key))


def agency_duties(graph: Graph, key: str) -> list[Duty]:
    """The measures that the agency with this key answers for, by document (the oldest first)."""
    return _duties(graph, graph.read(_OF_AGENCY, key=key))


def _duties(graph: Graph, found: list[Row]) -> list[Duty]:
    keys = [row["key"] for row in found]
    if not keys:
        return []

    def read(cypher: str) -> list[Row]:
        return graph.read(cypher, keys=keys)

    sections = {row["measure"]: (*row["above"], row["name"]) for row in read(_SECTIONS)}
    answers = _by_measure(read(_ANSWERS), _answer)
    times = _by_measure(read(_TIMES), lambda row: Time(**row))
    grounds = _by_measure(read(_GROUNDS), _ground)
    return [
        Duty(
            **row | {"open_roles": tuple(map(_open_role, row["open_roles"])), "text": row["text"] or ""},
            section=sections.get(row["key"], ()),
            answers=tuple(answers[row["key"]]),
            times=tuple(times[row["key"]]),
            grounds=tuple(grounds[row["key"]]),
        )
        for row in read(_MEASURES)
    ]


def _by_measure(rows: Iterable[Row], make: Callable[[Row], T]) -> defaultdict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[row.pop("measure")].append(make(row))
    return found


def _answer(row: Row) -> Answer:
    return Answer(**row | {"aliases": tuple(row["aliases"])})


def _ground(row: Row) -> Ground:
    """The instrument under the title and number that this document gives it; what other documents
    know of it besides is theirs."""
    title, number = row["title"], row["doc_number"]
    if row["mention"]:
        mention = Mention.load(row["mention"])
        title = mention.titles[0] if mention.titles else None
        number = mention.number or row["number_written"]
    return Ground(
        title=None if title == number else title,
        number=number,
        action=row["action"],
        doubt=row["doubt"] or _unnumbered(row),
    )


def _unnumbered(row: Row) -> str | None:
    """The doubt about an instrument that no loaded text gives a number, though its kind has one: not
    where the measure makes it, or a person has decided."""
    known = row["doc_number"] or row["kind"] in KNOWN_BY_TITLE
    return (
        None if known or row["action"] == "enact" or row["rule"] == "decision" else "citation without number"
    )


def _open_role(text: str) -> tuple[str, str]:
    """``support:有关部门`` → (support, 有关部门)."""
    role, _, words = text.partition(":")
    return role, words
