"""The facts of a page out of a graph, on every server."""

from pathlib import Path

import pytest

import zeren as api
from graph.views import EmptyGraph, SeveralDocuments, UnknownDocument, document_keys, gather

DOCUMENTS = Path(__file__).parents[3] / "documents"
NUMBER = "鲁知战办〔2023〕11号"
PLAN = "山东省2023-2025年知识产权保护推进计划"


@pytest.fixture(scope="module")
def loaded(graph):
    with pytest.raises(EmptyGraph):
        gather(graph)
    api.load(graph, DOCUMENTS)
    return graph


@pytest.mark.parametrize("name", [NUMBER, "鲁知战办[2023]11号", PLAN, "2023-2025年知识产权", "知战办"])
def test_a_document_is_found_by_number_title_or_part_of_it(loaded, name):
    assert document_keys(loaded, name) == [NUMBER]


def test_an_unknown_or_ambiguous_name_is_told_with_what_may_be_meant(loaded):
    with pytest.raises(UnknownDocument) as unknown:
        document_keys(loaded, "山东省知识产权推进计划")
    assert PLAN in unknown.value.say("zh")
    with pytest.raises(SeveralDocuments) as several:
        document_keys(loaded, "知识产权保护")
    assert PLAN in several.value.say("en")


def test_the_facts_of_the_province_plan(loaded):
    data = gather(loaded, [NUMBER])
    assert [d.doc_number for d in data.documents] == [NUMBER]
    assert data.documents[0].source == "shandong-ip-protection-plan-2023-2025.txt"
    assert len(data.measures) == 81
    assert len(data.agencies) == 33
    assert sum(len(m.answers) for m in data.measures) == 181
    assert sum(bool(m.years) for m in data.measures) == 35
    assert sum(m.ongoing for m in data.measures) == 58
    first = data.measures[0]
    assert first.section == ("一、健全知识产权保护政策法规体系",)
    assert [(a.agency, a.role) for a in first.answers][1] == ("山东省司法厅", "responsible")
    assert first.answers[0].capacity == "山东省知识产权局"
    assert "按职责分工负责" in first.answers[0].evidence
    assert [(c.title, c.action) for c in first.citations] == [("山东省专利纠纷行政裁决和调解办法", "revise")]
    assert first.domains


def test_the_facts_of_the_city_plan(loaded):
    data = gather(loaded, document_keys(loaded, "关于强化知识产权保护的实施方案"))
    assert len(data.measures) == 20
    assert sum(len(m.answers) for m in data.measures) == 120
    assert max(len(m.answers) for m in data.measures) == 15
    assert [m.years for m in data.measures if m.years] == [(2021, 2025)]
    assert data.measures[0].section[0] == "二、重点任务"
    assert len(data.measures[0].section) == 2


def test_the_whole_graph_holds_both(loaded):
    data = gather(loaded)
    assert len(data.documents) == 2
    assert len(data.measures) == 101
    assert {a.region for a in data.agencies} >= {"山东", "济南"}
