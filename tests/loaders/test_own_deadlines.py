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
        ("确保到2025年堤防全部达标，现通知如下：" + BODY, ["target 2025-12-31"]),
        ("为期三年，每年12月底前报送总结，现通知如下：" + BODY, ["due --12-31"]),
        ("2021年2月1日至8日，省里督查了堤防，现通知如下：" + BODY, []),
        ("2020年底前建成的堤防已验收，现通知如下：" + BODY, []),
        ("《云台县堤防管理办法》自2021年5月1日起施行，现通知如下：" + BODY, []),
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
