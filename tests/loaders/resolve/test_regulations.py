"""Mentions → instruments: full titles, numbers that go with them, and within which region a title is one."""

from __future__ import annotations

import pytest

from graph.model import COUNTRY_CODE
from loaders.folding import FOLD
from loaders.instruments import kind_of
from loaders.recognise.regulations import Mention, match
from loaders.resolve.regulations import normal_title, plain_title, resolve_mentions, scope_of


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("水法", "中华人民共和国水法"),
        ("中华人民共和国水法", "中华人民共和国水法"),
        ("宪法", "中华人民共和国宪法"),
        ("商标法实施条例", "中华人民共和国商标法实施条例"),
        ("优化营商环境条例", "优化营商环境条例"),
        ("甘肃省 湿地保护条例", "甘肃省湿地保护条例"),
    ],
)
def test_normal_title(written: str, full: str) -> None:
    assert normal_title(written) == full


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("水网建设规划（2021—2035年）", "水网建设规划(2021-2035年)", True),
        ("关于印发〈方案〉的通知", "关于印发《方案》的通知", True),
        ("水网 建设规划", "水网建设规划", True),
        ("水网建设规划", "水网建设方案", False),
    ],
)
def test_plain_title(one: str, other: str, same: bool) -> None:
    assert (plain_title(one) == plain_title(other)) is same


def _resolved(text: str, *own: str) -> list[tuple[str | None, str | None]]:
    return [(m.title, m.number) for m in resolve_mentions(match(text.translate(FOLD)), own)]


def test_a_number_and_a_title_given_together_once_go_together_everywhere() -> None:
    text = "落实《湿地修复方案》。依据林发〔2020〕4号。《湿地修复方案》（林发〔2020〕4号）要求。"
    assert set(_resolved(text)) == {("湿地修复方案", "林发〔2020〕4号")}


def test_a_short_name_goes_to_the_last_that_fits() -> None:
    text = "落实《甲湖保护方案》。落实《乙湖保护方案》。落实《丙湖条例》。按照《方案》推进，执行《条例》。"
    assert [t for t, _ in _resolved(text)][3:] == ["乙湖保护方案", "丙湖条例"]


@pytest.mark.parametrize("noun", ["预案", "指南", "规则", "公告"])
def test_any_noun_of_instruments_stands_for_the_last_that_it_ends(noun: str) -> None:
    text = f"落实《甲湖护岸{noun}》。落实《乙湖保护方案》。按照该{noun}推进，《{noun}》不变。"
    whole = f"甲湖护岸{noun}"
    assert [title for title, _ in _resolved(text)] == [whole, "乙湖保护方案", whole, whole]


def test_a_short_name_reaches_only_back() -> None:
    assert _resolved("按照《方案》推进。落实《甲湖保护方案》。") == [("甲湖保护方案", None)]


def test_the_own_title_is_no_citation() -> None:
    own = "甲市人民政府关于印发《甲湖保护方案》的通知"
    assert _resolved("按照《甲湖保护方案》推进。按照《方案》推进。", own, "甲湖保护方案") == []
    assert (
        _resolved("落实《乙湖保护方案》，按照《方案》推进。", own, "甲湖保护方案")
        == [("乙湖保护方案", None)] * 2
    )


def test_an_issuer_before_a_title_tells_it_from_another_of_the_same_words() -> None:
    text = (
        "落实《云台县人民政府办公室关于加强甲湖水闸巡查的通知》。按照县政府办公室《关于加强甲湖水闸巡查的通知》巡查。"
        "按照省水利厅《关于加强甲湖水闸巡查的通知》巡查。"
    )
    whole, short = "云台县人民政府办公室关于加强甲湖水闸巡查的通知", "关于加强甲湖水闸巡查的通知"
    found = resolve_mentions(match(text.translate(FOLD)), (), text.translate(FOLD))
    assert [m.title for m in found] == [whole, whole, short]


def test_a_draft_by_its_bare_word_is_another_draft_or_nothing() -> None:
    text = "落实《甲湖条例》。起草了《乙湖条例（草案）》。《条例（草案）》共十条。"
    assert [t for t, _ in _resolved(text)][2:] == ["乙湖条例(草案)"]
    assert _resolved("落实《甲湖条例》。《条例（草案）》共十条。") == [("甲湖条例", None)]


def test_this_regulation_is_the_document_or_the_last_that_fits() -> None:
    assert _resolved("本条例自发布之日起施行。", "甲湖保护条例") == []
    assert _resolved("落实《甲湖保护条例》。本条例第三条规定的事项从其规定。") == [("甲湖保护条例", None)] * 2


def test_scope() -> None:
    def scope(title: str | None) -> str:
        return scope_of(Mention(0, 1, "mention", "title", title), "620000")

    assert scope("中华人民共和国水法") == COUNTRY_CODE
    assert scope("优化营商环境条例") == COUNTRY_CODE
    assert scope("湿地修复方案") == "620000"
    assert scope(None) == "620000"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("中华人民共和国水法", "law"),
        ("湿地保护条例", "regulation"),
        ("湿地公园管理办法", "rule"),
        ("湿地公园管理办法(试行)", "rule"),
        ("关于湿地修复的意见", "normative document"),
        ("稳外贸二十条", "normative document"),
        ("市场准入负面清单", "normative document"),
        ("湿地评价规范", "standard"),
        ("湿地规划(2021-2035年)", "plan"),
        ("湿地许可证", None),
        ("甘肃日报", None),
        ("湿地责任清单", "normative document"),
        ("湿地器材清单", None),
        ("湿地之歌", None),
    ],
)
def test_kind(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind
