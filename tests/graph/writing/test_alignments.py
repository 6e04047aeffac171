"""Which documents' measures are compared, and which way the joins point."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.remove import remove
from graph.writer import load

PATENTS = "科技、教育/知识产权/专利"
JOINS = """
MATCH (d:Document)-[:HAS_MEASURE]->(:Measure)-[r:ALIGNS_WITH]->(:Measure)<-[:HAS_MEASURE]-(e:Document)
RETURN d.title AS one, e.title AS other, r.score AS score, r.terms AS terms
ORDER BY one, other
"""


@pytest.fixture
def plan(build):
    """A document of one measure, the same in all but its header."""

    def make(title: str, region: str = "山东省", domain: str = PATENTS, **others: Any):
        place = build.regions[region]
        measure = build.measure(1, keywords=build.keywords(专利=0.8, 调解=0.6))
        domains = (build.domain(domain),) if domain else ()
        return build.document(
            title, measure, title=title, domains=domains, jurisdiction=place, level=place.level, **others
        )

    return make


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        pytest.param({"region": "济南市"}, {}, True, id="a city and its province"),
        pytest.param({"region": "济南市"}, {"region": "全国"}, True, id="a city and the country"),
        pytest.param({"region": "济南市"}, {"region": "济南市"}, True, id="one city"),
        pytest.param({"region": "济南市"}, {"region": "辽宁省"}, False, id="another province's city"),
        pytest.param({}, {"domain": "科技、教育/知识产权"}, True, id="a domain and a narrower one"),
        pytest.param({}, {"domain": "科技、教育/知识产权/商标"}, True, id="two of one area"),
        pytest.param({}, {"domain": "科技、教育/教育"}, False, id="another area"),
        pytest.param({"domain": "科技、教育"}, {"domain": "科技、教育"}, True, id="one wide domain"),
        pytest.param({}, {"domain": "科技、教育"}, False, id="a wide domain and an area of it"),
        pytest.param({}, {"domain": ""}, False, id="no domain"),
    ],
)
def test_which_documents_are_compared(
    empty: Graph, plan, one: dict[str, str], other: dict[str, str], joined: bool
) -> None:
    first, second = plan("甲", **one), plan("乙", **other)
    for documents in ((first, second), (second, first)):
        for document in documents:
            load(empty, document)
        assert len(empty.read(JOINS)) == joined
        for document in documents:
            remove(empty, document.source.path)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param({"region": "济南市"}, {"issued_on": date(2024, 1, 1)}, id="lower region to upper"),
        pytest.param(
            {"issued_on": date(2024, 1, 1)}, {"issued_on": date(2021, 1, 1)}, id="later document to earlier"
        ),
        pytest.param({"issued_on": date(2024, 1, 1)}, {}, id="dated document to one without a date"),
    ],
)
def test_the_way_a_join_points(empty: Graph, plan, source: dict[str, Any], target: dict[str, Any]) -> None:
    for titles in (("甲", "乙"), ("乙", "甲")):
        documents = plan(titles[0], **source), plan(titles[1], **target)
        for document in documents:
            load(empty, document)
        (join,) = empty.read(JOINS)
        assert join == {"one": titles[0], "other": titles[1], "score": 1.0, "terms": ["专利", "调解"]}
        for document in documents:
            remove(empty, document.source.path)


def test_a_document_that_goes_takes_its_joins(empty: Graph, plan) -> None:
    for title in ("甲", "乙", "丙"):
        load(empty, plan(title))
    assert len(empty.read(JOINS)) == 3
    remove(empty, "乙")
    assert [(row["one"], row["other"]) for row in empty.read(JOINS)] in ([("甲", "丙")], [("丙", "甲")])
