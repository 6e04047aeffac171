"""What the page's script shows and filters: the data of a page as JSON objects and lists.

Agencies, measures, documents and sections are named by their place in their list, and by the ids of
their marks: ``a0``, ``a1`` … and ``m0``, ``m1`` ….
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.network import Answer as Row
from graph.views._data import Agency, Answer, Measure, PageData
from graph.views._names import labels
from graph.views.layout import LABELS_UP_TO, SIDES, Mark, arrange, wrap
from graph.workload import workload

# Eight colours that the colour-blind tell apart (after P. Tol, "Colour schemes", bright set).
PALETTE = ("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee8866", "#8b5e3c")
REST = "#b0aca4"
INK = "#2b3036"

PAGES: tuple[tuple[float, float, float], ...] = ((900.0, 690.0, 1.0), (800.0, 516.0, 0.75))
"""The shapes of the network's room in a window of 1400 × 900 (1080 × 828, a fifth larger than this, so
that the words are too) and of 800 × 600 pixels, and by how much discs are shrunk there: words are not."""
LARGEST, LEAST = 36.0, 6.0
"""Radii in pixels: of the largest disc, and the least that can be seen and hit."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A body with the number of its measures and its share of the work (1/n of each)."""

    agency: Agency
    count: int
    share: float


def rows_of(data: PageData) -> list[Row]:
    """The facts as the rows that `graph.network` and its measures count."""
    bodies = {agency.key: agency for agency in data.agencies}
    return [
        Row(
            agency=answer.agency,
            name=bodies[answer.agency].name,
            measure=measure.key,
            role=answer.role,  # type: ignore[arg-type]  # the graph holds Role's three words
            document=measure.document,
        )
        for measure in data.measures
        for answer in measure.answers
    ]


def ranked(data: PageData) -> list[Ranked]:
    """The bodies, most measures first, then by share and key."""
    bodies = {agency.key: agency for agency in data.agencies}
    found = [
        Ranked(bodies[load["key"]], load["measures"], load["weight"]) for load in workload(rows_of(data))
    ]
    return sorted(found, key=lambda r: (-r.count, -round(r.share, 9), r.agency.key))


def radius(value: float, largest: float) -> float:
    """The radius of a disc whose area is in proportion to `value`."""
    return round(max(LEAST, LARGEST * (value / largest) ** 0.5), 1) if largest else LEAST


def layouts(marks: Sequence[Mark], edges: Sequence[tuple[int, int]]) -> list[dict[str, Any]]:
    """One layout a window size: its width and height in pixels, how much it shrinks discs, and for each
    mark x, y and the side of its label."""
    found = []
    # A page that is read by zooming in has no use for a second shape.
    for width, height, discs in PAGES if len(marks) <= LABELS_UP_TO else PAGES[:1]:
        picture = arrange([Mark(mark.radius * discs, mark.lines) for mark in marks], edges, (width, height))
        spots = [[spot.x, spot.y, SIDES.index(spot.side)] for spot in picture.spots]
        found.append({"width": picture.width, "height": picture.height, "discs": discs, "spots": spots})
    return found


def base(data: PageData, order: Sequence[Ranked]) -> dict[str, Any]:
    """The facts that both kinds of page show: documents, sections, bodies and measures."""
    bodies = [entry.agency for entry in order]
    number = {agency.key: at for at, agency in enumerate(bodies)}
    documents = {document.key: at for at, document in enumerate(data.documents)}
    sections = list(dict.fromkeys((m.document, m.section) for m in data.measures if m.section))
    return {
        "documents": [
            {"name": d.name, "number": d.doc_number, "date": _iso(d.issued_on), "source": d.source}
            for d in data.documents
        ],
        "sections": [{"document": documents[key], "path": list(path)} for key, path in sections],
        "agencies": [
            {
                "name": entry.agency.name,
                "label": label,
                "lines": wrap(label),
                "region": entry.agency.region,
                "kind": entry.agency.kind,
                "resolved": entry.agency.resolved,
            }
            for entry, label in zip(order, labels(bodies), strict=True)
        ],
        "measures": [
            _measure(m, documents[m.document], number) | {"section": _at(sections, (m.document, m.section))}
            for m in data.measures
        ],
    }


def _measure(measure: Measure, document: int, number: dict[str, int]) -> dict[str, Any]:
    return {
        "document": document,
        "number": measure.number,
        "name": measure.name,
        "title": measure.title,
        "text": measure.text,
        "ongoing": measure.ongoing,
        "years": list(measure.years),
        "times": list(measure.times),
        "start": measure.start,
        "end": measure.end,
        "page": measure.page,
        "open": [list(role) for role in measure.open_roles],
        "domains": list(measure.domains),
        "deadlines": [
            {
                "kind": d.kind,
                "date": _iso(d.date),
                "from": _iso(d.start_date),
                "recurring": d.recurring,
                "text": d.text,
                "doubt": d.doubt,
            }
            for d in measure.deadlines
        ],
        "citations": [
            {"title": c.title, "number": c.doc_number, "action": c.action, "text": c.text, "doubt": c.doubt}
            for c in measure.citations
        ],
        "answers": [_answer(a) | {"agency": number[a.agency]} for a in measure.answers],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "role": answer.role,
        "surface": answer.surface,
        "capacity": answer.capacity,
        "evidence": answer.evidence,
        "start": answer.start,
        "end": answer.end,
        "page": answer.page,
        "rule": answer.rule,
        "confidence": answer.confidence,
        "doubt": answer.doubt,
    }


def _at(sections: Sequence[tuple[str, tuple[str, ...]]], section: tuple[str, tuple[str, ...]]) -> int | None:
    return sections.index(section) if section[1] else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
