"""The times of a document outside its measures: those that its preamble sets, and no background."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loaders import load_file

HEAD = "云台县人民政府关于巡查堤防的通知\n云政发〔2021〕7号\n各镇人民政府：\n"
FOOT = "\n云台县人民政府\n2021年3月5日\n"
BODY = "\n一、组织巡查\n各镇组织巡查。\n"


@pytest.mark.parametrize(
    ("preamble", "stated"),
    [
        ("请于2021年4月10日前报送名册。", ["due 2021-04-10"]),
        ("2021年起，各镇每年巡查堤防。", ["until None"]),
        ("2021年起，各镇每年巡查堤防，现通知如下：" + BODY, []),
        ("自2021年4月1日起，废止《云台县堤防管理办法》（云政发〔2019〕2号）。", []),
        ("确保到2025年堤防全部达标，现通知如下：" + BODY, ["target 2025-12-31"]),
        ("为期三年，每年12月底前报送总结，现通知如下：" + BODY, ["due --12-31"]),
        ("2021年2月1日至8日，省里督查了堤防，现通知如下：" + BODY, []),
        ("2020年底前建成的堤防已验收，现通知如下：" + BODY, []),
        ("《云台县堤防管理办法》自2021年5月1日起施行，现通知如下：" + BODY, []),
        ("本通知自2021年4月1日起施行，各镇于2021年4月10日前报送名册。", ["due 2021-04-10"]),
        ("自2021年4月1日起施行。" + BODY + "本通知自2021年4月1日起施行，旧的停用。", []),
        ("为落实《2030年前堤防达标行动方案》，现通知如下：" + BODY, []),
    ],
)
def test_preamble(preamble: str, stated: list[str], tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(HEAD + preamble + FOOT, encoding="utf-8")
    found = load_file(path).deadlines
    assert [f"{d.kind} {d.date or d.on}" for d in found] == stated


def test_each_of_two_times_without_a_year(tmp_path: Path) -> None:
    path = tmp_path / "extract.txt"
    path.write_text("1.巡查堤防。各镇于3月底前自查，于9月底前上报名册。\n", encoding="utf-8")
    (measure,) = load_file(path).measures
    assert [(d.date, d.evidence.text) for d in measure.deadlines] == [
        (None, "于3月底前"),
        (None, "于9月底前"),
    ]


def test_the_year_that_names_the_document(tmp_path: Path) -> None:
    head = "云台县人民政府办公室关于印发2021年优化巡堤环境重点任务分工方案的通知\n各镇人民政府：\n"
    text = "现将《2021年优化巡堤环境重点任务分工方案》印发给你们，请于2021年4月10日前报送名册。"
    path = tmp_path / "plan.txt"
    path.write_text(
        head + text + FOOT + "2021年优化巡堤环境重点任务分工方案\n一、清理堤顶。（县水利局负责）\n",
        encoding="utf-8",
    )
    assert [str(d.date) for d in load_file(path).deadlines] == ["2021-04-10"]


def test_a_range_that_ends_its_line(tmp_path: Path) -> None:
    path = tmp_path / "range.txt"
    path.write_text(HEAD + "征求意见时间：2021年4月1日至4月20日\n" + FOOT, encoding="utf-8")
    (stated,) = load_file(path).deadlines
    assert (str(stated.start_date), str(stated.date)) == ("2021-04-01", "2021-04-20")


@pytest.mark.parametrize(
    ("head", "year"),
    [
        (HEAD, 2021),  # its number's
        (HEAD.replace("巡查堤防", "2022年巡查堤防"), 2022),  # what the title names goes before it
        (HEAD.replace("巡查堤防", "巡查堤防三年行动(2022—2024年)"), 2021),  # a span is no year
        (HEAD.replace("云政发〔2021〕7号\n", ""), None),
    ],
)
def test_the_year_of_a_document_without_a_date(head: str, year: int | None, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(head + "一、巡查堤防。各镇于9月底前上报名册。\n", encoding="utf-8")
    ((stated,),) = (measure.deadlines for measure in load_file(path).measures)
    assert stated.date == (date(year, 9, 30) if year else None)
    assert stated.evidence.doubt == (None if year else "deadline without year")


@pytest.mark.parametrize(
    ("unit", "stated"),
    [
        ("（一）整治阶段（2022年3月—6月）。4月底前完成登记。", ["2022-04-30"]),
        (
            "（一）整治阶段（2022年3月—6月）\n1.登记。4月底前完成。\n2.维修。5月1日至6月15日。",
            ["2022-04-30", "2022-06-15"],
        ),
        # The document's own year, where it lies in the stage, or the stage has no such day.
        ("（一）部署阶段（2021年3月—2022年2月）。12月底前完成登记。", ["2021-12-31"]),
        ("（一）整治阶段（2022年3月—6月）。9月底前报送名册。", ["2021-09-30"]),
        # Another stage, and a unit behind the stage.
        ("（一）整治阶段（2022年3月—6月）。开展整治。\n（二）4月底前报送名册。", ["2021-04-30"]),
    ],
)
def test_times_of_a_stage_are_in_its_year(unit: str, stated: list[str], tmp_path: Path) -> None:
    path = tmp_path / "stages.txt"
    path.write_text(f"{HEAD}一、步骤\n{unit}{FOOT}", encoding="utf-8")
    document = load_file(path)
    found = [d for m in document.measures for d in m.deadlines]
    assert [str(d.date) for d in (*found, *document.deadlines) if "年" not in d.evidence.text] == stated


def test_a_day_that_falls_in_a_stage_twice_has_no_year(tmp_path: Path) -> None:
    path = tmp_path / "stage.txt"
    path.write_text("1.普查阶段（2021年10月—2022年10月）。10月11日至31日入户摸底。\n", encoding="utf-8")
    (measure,) = load_file(path).measures
    assert [d.date for d in measure.deadlines][1:] == [None]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("为做好2021年度堤防巡查，各镇于9月底前上报名册。\n", ["2021-09-30"]),
        ("近日，县里公布堤防疏浚方案：\n（一）摸底，落实经费（3月1日—4月10日）。\n", [None]),
        (
            "近日，县里公布《云台县2021年冬季疏浚方案》：\n（一）摸底，落实经费（3月1日—4月10日）。\n",
            ["2021-04-10"],
        ),
        ("各镇于9月底前自查，2022年3月底前完成整改。\n", [None, "2022-03-31"]),
        ("2020年度巡查已完成，2021年度巡查即将开始。各镇于9月底前上报名册。\n", [None]),
    ],
)
def test_the_year_that_the_text_alone_tells(text: str, days: list[str | None], tmp_path: Path) -> None:
    path = tmp_path / "extract.txt"
    path.write_text(text + "一、组织巡查\n各镇组织巡查。\n", encoding="utf-8")
    found = load_file(path)
    stated = [*found.deadlines, *(d for measure in found.measures for d in measure.deadlines)]
    assert [d.date and str(d.date) for d in stated] == days


def test_terms_counted_from_the_issue(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    body = "一、巡查堤防。各镇自本通知印发之日起{}内上报名册。\n"
    for term, day in (
        ("30日", "2021-04-04"),
        ("三个月", "2021-06-05"),
        ("半年", "2021-09-05"),
        ("5个工作日", None),
    ):
        path.write_text(HEAD + body.format(term) + FOOT, encoding="utf-8")
        (measure,) = load_file(path).measures
        (stated,) = measure.deadlines
        assert (stated.kind, stated.date and str(stated.date)) == ("due", day)
        assert stated.evidence.doubt == (None if day else "deadline without date")


def test_a_plan_for_the_year_to_come(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    head = "云台县水利局关于印发2022年堤防工作要点的通知\n云水发〔2021〕9号\n各镇人民政府：\n"
    body = "2022年堤防工作要点\n1.各镇9月底前完成清淤。\n2.上半年建成泵站10座。\n"
    path.write_text(head + "云台县水利局\n2021年12月20日\n" + body, encoding="utf-8")
    found = [d for m in load_file(path).measures for d in m.deadlines]
    assert [str(d.date) for d in found] == ["2022-09-30", "2022-06-30"]
