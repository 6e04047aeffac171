"""Decisions on a document: each kind, what it makes of the facts, and what fits nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.model import PolicyDocument
from loaders import load_file, read_by, to_json
from loaders.decisions import Decision, Decisions

Decide = Callable[..., PolicyDocument]
NUMBER = "青州市人民政府令第7号"
CENTRE = "市奇妙中心"


def test_what_is_doubtful_undecided(decide: Decide, bodies) -> None:
    one, two, three = decide().measures
    assert bodies(one) == ["lead 青州市财政局", "support 青州市奇妙中心 unknown agency"]
    assert bodies(two) == [
        "responsible 朝阳区教育局 ambiguous region",
        "responsible 青州市奇妙中心 unknown agency",
    ]
    assert bodies(three) == [
        "responsible 青州市司法局 uncertain clause",
        "responsible 青州市民政局 uncertain clause",
    ]
    assert [(each.date, each.evidence.doubt) for each in one.deadlines] == [(None, "deadline without year")]


@pytest.mark.parametrize(
    ("occurrence", "decision", "first", "second"),
    [
        (1, "青州市科学技术局", "support 青州市科学技术局", "responsible 青州市奇妙中心 unknown agency"),
        (2, "青州市科技局", "support 青州市奇妙中心 unknown agency", "responsible 青州市科学技术局"),
        (None, "keep", "support 青州市奇妙中心", "responsible 青州市奇妙中心"),
        (None, "青州市奇妙事务中心", "support 青州市奇妙事务中心", "responsible 青州市奇妙事务中心"),
    ],
)
def test_an_agency(
    decide: Decide, bodies, occurrence: int | None, decision: str, first: str, second: str
) -> None:
    document = decide(("unknown agency", CENTRE, occurrence, decision))
    one, two, _ = document.measures
    assert (bodies(one)[1], bodies(two)[1]) == (first, second)
    for measure in (one, two):
        evidence, agency = measure.responsibilities[1].evidence, measure.responsibilities[1].agency
        decided = evidence.doubt is None
        assert (evidence.rule == "decision", evidence.confidence == 1.0) == (decided, decided)
        assert agency.resolved == decided
        assert document.source.text[evidence.start : evidence.end] == CENTRE
    assert document.notes == ()


def test_no_agency_and_the_same_agency_twice(decide: Decide, bodies) -> None:
    body = "青州市财政局"
    one, two, _ = decide(
        ("unknown agency", CENTRE, 1, "无"),
        ("unknown agency", CENTRE, 2, body),
        ("ambiguous region", "朝阳区教育局", 1, body),
    ).measures
    assert bodies(one) == ["lead 青州市财政局"]
    assert bodies(two) == ["responsible 青州市财政局"]


@pytest.mark.parametrize("decision", ["110105", "北京市朝阳区", "北京市朝阳区教育局"])
def test_the_region_of_an_agency(decide: Decide, decision: str) -> None:
    two = decide(("ambiguous region", "朝阳区教育局", 1, decision)).measures[1]
    agency = two.responsibilities[0].agency
    assert (agency.region.code, agency.resolved) == ("110105", True)
    assert agency.name.startswith("北京市朝阳区教育")
    assert two.responsibilities[0].evidence.doubt is None


def test_a_clause_that_is_one(decide: Decide, bodies) -> None:
    words = "（责任单位：市司法局、市民政局"
    three = decide(("uncertain clause", words, 1, "是")).measures[2]
    assert bodies(three) == ["responsible 青州市司法局", "responsible 青州市民政局"]
    assert three.text == "开展宣传"


def test_a_clause_that_is_none(decide: Decide) -> None:
    words = "（责任单位：市司法局、市民政局"
    three = decide(("uncertain clause", words, 1, "no")).measures[2]
    assert three.responsibilities == three.open_roles == ()
    assert three.text == "开展宣传" + words


@pytest.mark.parametrize(
    ("decision", "day"),
    [
        ("2024", date(2024, 9, 30)), ("2024年", date(2024, 9, 30)), ("2024.0", date(2024, 9, 30)),
        ("2024-09-15", date(2024, 9, 15)), ("2024/9/15", date(2024, 9, 15)), ("keep", None),
    ],
)  # fmt: skip
def test_a_deadline(decide: Decide, decision: str, day: date | None) -> None:
    (deadline,) = decide(("deadline without year", "9月底前", 1, decision)).measures[0].deadlines
    assert (deadline.date, deadline.kind) == (day, "due")
    assert (deadline.evidence.rule, deadline.evidence.confidence, deadline.evidence.doubt) == (
        "decision", 1.0, None,
    )  # fmt: skip


def test_no_deadline(decide: Decide) -> None:
    assert decide(("deadline without year", "9月底前", 1, "none")).measures[0].deadlines == ()


@pytest.mark.parametrize(
    ("decision", "title", "number"),
    [
        ("鲁政办发[2022]3号", "山东省试点管理细则", "鲁政办发〔2022〕3号"),
        (
            "《山东省试点管理实施细则》（鲁政办发〔2022〕3号）",
            "山东省试点管理实施细则",
            "鲁政办发〔2022〕3号",
        ),
        ("山东省试点管理实施细则", "山东省试点管理实施细则", None),
        ("keep", "山东省试点管理细则", None),
    ],
)
def test_a_citation(decide: Decide, decision: str, title: str, number: str | None) -> None:
    words = "《山东省试点管理细则》"
    (cited,) = decide(("citation without number", words, 1, decision)).measures[1].citations
    assert (cited.title, cited.doc_number, cited.evidence.rule) == (title, number, "decision")
    assert cited.title_written == "山东省试点管理细则"


def test_no_citation_and_one_of_the_preamble(decide: Decide) -> None:
    document = decide(
        ("citation without number", "《山东省试点管理细则》", 1, "none"),
        ("several_numbers", "《关于加强试点的意见》", 1, "鲁发〔2021〕5号"),
    )
    assert document.measures[1].citations == ()
    assert [cited.doc_number for cited in document.based_on] == ["鲁发〔2021〕5号"]


def test_progress(plan: Path) -> None:
    note = {"document": NUMBER, "kind": "progress", "words": "完成试点场地建设。", "occurrence": 1}
    told = [("partly", date(2023, 6, 1), "简报"), ("done", date(2023, 9, 1), "总结")]
    notes = [Decision(**note, decision=status, on=on, source=source) for status, on, source in told]  # type: ignore[arg-type]
    one, two, _ = load_file(plan, decisions=Decisions(notes)).measures
    assert (one.status, one.status_on, one.status_source) == ("done", date(2023, 9, 1), "总结")
    assert (two.status, two.status_on, two.status_source) == (None, None, None)


@pytest.mark.parametrize(
    "row",
    [
        ("unknown agency", CENTRE, 3, "keep"),
        ("unknown agency", "市荒唐中心", 1, "keep"),
        ("unknown agency", "试点场地", 1, "keep"),
        ("deadline without year", CENTRE, 1, "2024"),
    ],
)
def test_what_fits_nothing_is_named_and_changes_nothing(
    decide: Decide, bodies, row: tuple[str, str, int, str]
) -> None:
    document = decide(row)
    assert document.notes == (f"stale decision: {row[0]}, {row[1]} ({row[2]})",)
    assert document.measures == decide().measures


def test_the_region_of_a_document(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.txt"
    path.write_text(
        "关于做好试点的通知\n\n长政发〔2023〕7号\n\n一、任务\n\n1.开展试点。（责任单位：市财政局）\n", "utf-8"
    )
    before = load_file(path)
    assert (before.jurisdiction.name, before.doubt) == ("全国", "ambiguous region")
    assert [warning.partition(":")[0] for warning in to_json(before)["warnings"]] == ["ambiguous region"]
    row = {"document": "长政发〔2023〕7号", "kind": "ambiguous region", "words": "长政发〔2023〕7号"}
    for decision, name in (("长沙市", "长沙市财政局"), ("220100", "长春市财政局")):
        decisions = Decisions([Decision(**row, occurrence=1, decision=decision)])  # type: ignore[arg-type]
        after = load_file(path, decisions=decisions)
        assert after.doubt is None
        assert to_json(after)["warnings"] == []
        assert [each.agency.name for each in after.measures[0].responsibilities] == [name]
        assert after.notes == ()


@pytest.mark.parametrize("issuer", ["水利部河湖管理局", "全国河长考核领导小组办公室"])
def test_a_part_of_a_central_body_is_of_no_open_region(issuer: str, tmp_path: Path) -> None:
    path = tmp_path / "central.txt"
    path.write_text(
        f"关于公布考核结果的通知\n\n长水函〔2023〕7号\n\n各有关单位：\n\n现将结果公布。\n\n{issuer}\n2023年4月6日\n",
        "utf-8",
    )
    document = load_file(path)
    assert document.issuers == (issuer,)
    assert (document.jurisdiction.name, document.doubt) == ("全国", None)


def test_what_a_document_is_read_by(plan: Path, decide: Decide) -> None:
    """It follows from the decisions on this document, and from no others."""
    other = Decision(document="别的文件", kind="unknown agency", words="甲", occurrence=1, decision="keep")
    assert load_file(plan, decisions=Decisions([other])).read_by == load_file(plan).read_by == read_by()
    kept = decide(("unknown agency", CENTRE, 1, "keep")).read_by
    assert kept.startswith(read_by() + "+")
    assert decide(("unknown agency", CENTRE, 1, "保留")).read_by == kept
    assert decide(("unknown agency", CENTRE, 2, "keep")).read_by != kept
