"""The facts of a page out of a graph, on every server."""

from pathlib import Path

import pytest

import zeren as api
from graph.views import EmptyGraph, SeveralDocuments, UnknownDocument, document_keys, gather
from graph.views.responsibility import finding

DOCUMENTS = Path(__file__).parents[3] / "documents"
NUMBER = "鲁知战办〔2023〕11号"
PLAN = "山东省2023-2025年知识产权保护推进计划"
FISHING = """青州县促进渔业发展若干措施

一、重点任务
1. 减免码头费用。政策有效期至2027年12月31日。（县财政局负责）
2. 修订养殖办法。（县司法局负责，2026年12月底前完成）
3. 巡查水域。（县公安局负责，持续推进）
4. 每年3月1日前报送计划。（县水利局负责）
5. 开展培训。（县教育局负责）
"""


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


def test_page_question_and_command_mean_the_same_by_no_stated_time(loaded, tmp_path):
    path = tmp_path / "fishing.txt"
    path.write_text(FISHING, encoding="utf-8")
    api.load(loaded, path)
    try:
        data = gather(loaded, document_keys(loaded, "渔业发展"))
        times = {m.number: m.times for m in data.measures}
        assert times == {
            "1": ("other",), "2": ("2026",), "3": ("ongoing",), "4": ("other",), "5": ("undated",)
        }  # fmt: skip
        assert "1 项有完成时限；1 项持续推进；2 项只写其他时间；1 项未写时限" in finding(data, "zh")
        asked = api.query(loaded, "undated-measures", document="渔业发展")
        assert [row["number"] for row in asked] == ["5"]
        for of in ("渔业发展", None):
            data = gather(loaded, of and document_keys(loaded, of))
            counted = sum(m.times == ("undated",) for m in data.measures)
            (row,) = (row for row in api.deadlines(loaded, document=of) if row["kind"] == "undated")
            assert row["measures"] == counted
            assert len(api.query(loaded, "undated-measures", document=of)) == counted
    finally:
        api.remove(loaded, "青州县促进渔业发展若干措施")
