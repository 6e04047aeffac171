"""How a table words names, times and grounds: each so that it can stand in a cell of its own."""

from __future__ import annotations

from datetime import date

import pytest

from graph.exports._duties import Answer, Ground, Time
from graph.exports._wording import ground_words, time_words, written_names


def answer(surface: str, short_name: str, *aliases: str) -> Answer:
    return Answer(
        agency=short_name,
        name=short_name,
        short_name=short_name,
        role="lead",
        surface=surface,
        aliases=aliases,
    )


FINANCE = answer("省财政厅", "省财政厅")
LAW = answer("司法厅", "省司法厅")


# Short name, surface, what the cell says, and why.
RESTORED = [
    ("省卫生健康委", "卫生健康委(中医药局)", "省卫生健康委（中医药局）", "with its second name"),
    ("省委宣传部", "宣传部", "省委宣传部", "of the party committee"),
    ("省市场监管局", "市场监管局", "省市场监管局", "市 of 市场 is no level"),
    ("青岛海关", "青岛海关", "青岛海关", "without a level"),
    ("市公安局", "公安局", "公安局", "of another level"),
]


@pytest.mark.parametrize(
    ("short_name", "surface", "name"), [row[:3] for row in RESTORED], ids=[row[3] for row in RESTORED]
)
def test_a_level_that_another_cell_carries_is_restored(short_name: str, surface: str, name: str) -> None:
    body = answer(surface, short_name)
    assert written_names([body], [FINANCE, body]) == [name]


def test_a_level_is_carried_within_a_cell() -> None:
    assert written_names([FINANCE, LAW], [FINANCE, LAW]) == ["省财政厅", "司法厅"]
    police = answer("市公安局", "市公安局")
    assert written_names([police, LAW], [FINANCE, police, LAW]) == ["市公安局", "省司法厅"]


def test_an_autonomous_region_is_a_level_too() -> None:
    finance, party = answer("自治区财政厅", "自治区财政厅"), answer("宣传部", "自治区党委宣传部")
    justice = answer("司法厅", "自治区司法厅")
    assert written_names([justice], [finance, justice]) == ["自治区司法厅"]
    assert written_names([party], [finance, party]) == ["自治区党委宣传部"]


def test_a_name_without_a_level_anywhere_stays_as_written() -> None:
    assert written_names([LAW], [LAW]) == ["司法厅"]


def test_a_level_is_restored_to_an_alias_too() -> None:
    staff = answer("人社厅", "省人力资源社会保障厅", "省人社厅")
    assert written_names([staff], [FINANCE, staff]) == ["省人社厅"]


@pytest.mark.parametrize(
    ("text", "kind", "day", "start", "words"),
    [
        ("2023年12月底前", "due", "2023-12-31", None, "2023年12月底前"),
        ("9月底前", "due", "2023-09-30", None, "2023年9月底前"),
        ("年底前", "due", "2023-12-31", None, "2023年年底前"),
        ("明年3月底前", "due", "2024-03-31", None, "2024年3月底前"),
        ("本年度内", "due", "2023-12-31", None, "2023年内"),
        ("第三季度", "due", "2023-09-30", None, "2023年第三季度"),
        ("2023年6月1日", "due", "2023-06-01", None, "2023年6月1日前"),
        ("6月1-15日", "due", "2023-06-15", "2023-06-01", "2023年6月1-15日"),
        ("2025年", "target", "2025-12-31", None, "目标：到2025年"),
        ("到2025年", "target", "2025-12-31", None, "目标：到2025年"),
        ("“十四五”末", "target", "2025-12-31", None, "目标：“十四五”末"),
        ("至2025年6月30日", "until", "2025-06-30", None, "执行至2025年6月30日"),
        ("延长至2025年6月30日", "until", "2025-06-30", None, "执行至2025年6月30日"),
        ("2025年6月30日", "until", "2025-06-30", None, "执行至2025年6月30日"),
        ("2025年底", "until", "2025-12-31", None, "执行至2025年底"),
        ("从3月启动，6月", "due", "2020-06-30", "2020-03-01", "从2020年3月至6月"),
        ("自2月1日至6月30日", "until", "2020-06-30", "2020-02-01", "执行期：自2020年2月1日至6月30日"),
        ("2022年起", "until", None, "2022-01-01", "2022年起"),
        ("9月底前", "due", None, None, "9月底前"),
        ("2022", "due", "2022-12-31", None, "2022年"),
        ("2021年10月至2022年", "due", "2022-12-31", "2021-10-01", "2021年10月至2022年底"),
        ("2022", "target", "2022-12-31", None, "目标：到2022年"),
    ],
)
def test_times(text: str, kind: str, day: str | None, start: str | None, words: str) -> None:
    def parsed(iso: str | None) -> date | None:
        return date.fromisoformat(iso) if iso else None

    assert time_words(Time(kind=kind, text=text, date=parsed(day), start_date=parsed(start))) == words


def test_a_time_that_comes_again_says_how_often() -> None:
    assert time_words(Time(kind="due", text="12月底前", recurring="yearly")) == "每年12月底前"
    assert time_words(Time(kind="due", text="每季度末", recurring="quarterly")) == "每季度末"
    assert time_words(Time(kind="due", text="次年1月底前", recurring="yearly")) == "每年1月底前"


@pytest.mark.parametrize(
    ("title", "number", "action", "words"),
    [
        ("治水意见", "鲁发〔2022〕3号", "implement", "落实《治水意见》（鲁发〔2022〕3号）"),
        ("治水办法", None, "repeal", "废止《治水办法》"),
        ("治水办法", None, "mention", "《治水办法》"),
        (None, "鲁发〔2022〕3号", "enact", "制定：鲁发〔2022〕3号"),
    ],
)
def test_grounds(title: str | None, number: str | None, action: str, words: str) -> None:
    assert ground_words(Ground(title=title, number=number, action=action)) == words
