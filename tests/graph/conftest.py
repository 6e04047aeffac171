"""Small documents made by hand, and the whole graph as a value that can be compared."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.model import (
    Agency,
    Citation,
    Deadline,
    DomainScore,
    Evidence,
    Measure,
    PolicyDocument,
    Region,
    Responsibility,
    Role,
    Section,
    Source,
)

COUNTRY = Region(name="全国", short_name="全国", level="country", code="100000")
SHANDONG = Region(name="山东省", short_name="山东", level="province", code="370000", parent=COUNTRY)
JINAN = Region(name="济南市", short_name="济南", level="city", code="370100", parent=SHANDONG)
LIAONING = Region(name="辽宁省", short_name="辽宁", level="province", code="210000", parent=COUNTRY)
READ_BY = "reader-1"


@dataclass(frozen=True)
class Builder:
    """Makes parts of documents with everything that a test does not care for filled in."""

    regions: dict[str, Region] = field(
        default_factory=lambda: {r.name: r for r in (COUNTRY, SHANDONG, JINAN, LIAONING)}
    )

    def evidence(self, text: str, start: int = 0, **others: Any) -> Evidence:
        return Evidence(text=text, start=start, end=start + len(text), rule="test", **others)

    def agency(self, name: str, region: str = "山东省", **others: Any) -> Agency:
        place = self.regions[region]
        values: dict[str, Any] = {"short_name": name, "kind": "agency", "level": place.level}
        return Agency(name=name, region=place, **{**values, **others})

    def answers(self, agency: Agency, role: Role = "responsible", position: int = 1) -> Responsibility:
        return Responsibility(
            agency=agency,
            role=role,
            surface=agency.short_name,
            position=position,
            evidence=self.evidence(agency.short_name),
        )

    def cites(self, title: str | None, number: str | None = None, scope: str = "370000", **others: Any) -> Citation:
        return Citation(
            title=title,
            doc_number=number,
            scope=scope,
            evidence=self.evidence(title or number or ""),
            title_written=title,
            number_written=number,
            **{"action": "implement", **others},
        )

    def due(self, day: str, text: str = "年底前") -> Deadline:
        return Deadline(date=date.fromisoformat(day), kind="due", evidence=self.evidence(text))

    def domain(self, name: str, score: float = 0.9) -> DomainScore:
        return DomainScore(name=name, score=score, terms=("专利",))

    def section(self, *path: str, order: int = 1) -> Section:
        return Section(
            path=path,
            number=path[-1],
            title="标题",
            label=f"{path[-1]}、标题",
            depth=len(path),
            order=order,
            kind="tasks",
            start=0,
            end=9,
        )

    def measure(self, number: int, *answers: Responsibility, text: str = "做好工作。", **others: Any) -> Measure:
        values = {"section_path": ("一",), "title": None, "start": number, "end": number + 5}
        return Measure(
            path=("一", str(number)),
            number=str(number),
            text=text,
            order=number,
            responsibilities=answers,
            **{**values, **others},
        )

    def document(self, path: str, *measures: Measure, text: str | None = None, **others: Any) -> PolicyDocument:
        """A document of Shandong; without `text` its words follow from the file's name, so that
        two files are unlike each other."""
        text = "".join(f"{path}{n * 7919}" for n in range(40)) if text is None else text
        source = Source(
            path=path, format="txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest()
        )
        values: dict[str, Any] = {
            "title": f"关于{path}的通知",
            "jurisdiction": SHANDONG,
            "level": "province",
            "sections": (self.section("一"),) if measures else (),
            "read_by": READ_BY,
        }
        return PolicyDocument(source=source, measures=measures, **{**values, **others})


@pytest.fixture(scope="session")
def build() -> Builder:
    """Makes parts of documents."""
    return Builder()


Dump = tuple[list[Any], list[Any]]

_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
_RELATIONSHIPS = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS from_labels, a.key AS source, type(r) AS type, properties(r) AS properties,
       labels(b) AS to_labels, b.key AS target
"""


@pytest.fixture(scope="session")
def dump() -> Callable[[Graph], Dump]:
    """The whole graph, every node and relationship with all properties, in one order; the time of
    loading apart, two equal graphs give equal values."""

    def whole(graph: Graph) -> Dump:
        return (
            sorted((_plain(row) for row in graph.read(_NODES)), key=repr),
            sorted((_plain(row) for row in graph.read(_RELATIONSHIPS)), key=repr),
        )

    return whole


def _plain(row: dict[str, Any]) -> list[Any]:
    """Empty lists and nulls are the same as absent properties."""
    properties = {
        name: value
        for name, value in row["properties"].items()
        if name != "loaded_at" and value is not None and value != []
    }
    return [*(row[name] for name in sorted(row) if name != "properties"), sorted(properties.items())]


@pytest.fixture
def empty(graph: Graph) -> Graph:
    """The graph, emptied for the test."""
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    return graph
