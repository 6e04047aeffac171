"""How much falls due in which year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, cast

from graph.names import find
from graph.network import agencies_of, answers

if TYPE_CHECKING:
    from graph.connection import Graph

Kind = Literal["due", "until", "target", "ongoing", "undated"]


class Dated(TypedDict):
    """A measure's or a document's deadline; `deadline`, `kind` and `date` are None where it has none.

    `measure` is None where the deadline is a document's own.
    """

    measure: str | None
    ongoing: bool
    deadline: str | None
    kind: Literal["due", "until", "target"] | None
    date: date | None


class DeadlineCount(TypedDict):
    """What one year holds of one kind: deadlines, the measures that bear them, and who answers."""

    year: int | None
    kind: Kind
    deadlines: int
    measures: int
    agencies: int


_OF_MEASURES = """
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE $documents IS NULL OR d.key IN $documents
OPTIONAL MATCH (m)-[:HAS_DEADLINE]->(t:Deadline)
RETURN m.key AS measure, coalesce(m.ongoing, false) AS ongoing,
       t.key AS deadline, t.kind AS kind, t.date AS date
ORDER BY measure, deadline
"""
_OF_DOCUMENTS = """
MATCH (d:Document)-[:HAS_DEADLINE]->(t:Deadline)
WHERE $documents IS NULL OR d.key IN $documents
RETURN null AS measure, false AS ongoing, t.key AS deadline, t.kind AS kind, t.date AS date
ORDER BY deadline
"""
_ORDER: tuple[Kind, ...] = ("due", "until", "target", "ongoing", "undated")


def deadlines(graph: Graph, *, document: str | None = None) -> list[DeadlineCount]:
    """How much each year holds, over the whole graph or the documents that `document` names.

    `document` is a key, number, title or part of it; an unknown one gives no rows. Columns and
    order are those of `count_deadlines`. Raises what ``graph.read`` raises.
    """
    documents = None if document is None else find(graph, "document", document)
    rows = graph.read(_OF_MEASURES, documents=documents) + graph.read(_OF_DOCUMENTS, documents=documents)
    return count_deadlines(cast(list[Dated], rows), agencies_of(answers(graph, document=document)))


def count_deadlines(rows: Iterable[Dated], teams: Mapping[str, set[str]]) -> list[DeadlineCount]:
    """Counts by year and kind: years rise, then due, until, target; what has no year comes last.

    The year is that of the deadline's last day; None for one without (every February; from 2022
    on). Two kinds without a year or a deadline close the list: `ongoing` measures, some of which are
    dated too, and `undated` ones, which state no time of any kind and are not ongoing. `measures` and
    `agencies` are distinct within the row; `teams` gives the agencies of a measure. A document's own
    deadlines count under `deadlines` alone.
    """
    found: dict[tuple[int | None, Kind], tuple[set[str], set[str]]] = {}
    for row in rows:
        for cell, deadline in _cells(row):
            dates, measures = found.setdefault(cell, (set(), set()))
            dates.update(filter(None, [deadline]))
            measures.update(filter(None, [row["measure"]]))
    return [
        DeadlineCount(
            year=year,
            kind=kind,
            deadlines=len(dates),
            measures=len(measures),
            agencies=len(set().union(*(teams.get(measure, set()) for measure in measures))),
        )
        for (year, kind), (dates, measures) in sorted(found.items(), key=lambda item: _place(item[0]))
    ]


def _cells(row: Dated) -> list[tuple[tuple[int | None, Kind], str | None]]:
    """The counts that a row enters, each with the deadline that it brings."""
    cells: list[tuple[tuple[int | None, Kind], str | None]] = []
    if row["kind"]:
        cells.append(((row["date"].year if row["date"] else None, row["kind"]), row["deadline"]))
    if row["ongoing"]:
        cells.append(((None, "ongoing"), None))
    return cells or [((None, "undated"), None)]


def _place(cell: tuple[int | None, Kind]) -> tuple[bool, int, int]:
    year, kind = cell
    return year is None, year or 0, _ORDER.index(kind)
