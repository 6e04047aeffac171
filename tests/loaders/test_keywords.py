"""The words that tell a measure from the others."""

from __future__ import annotations

import pytest

from graph.model import Keyword
from loaders.keywords import LIMIT, Words
from loaders.language import analyse

PLAN = [
    "推进知识产权人民调解组织建设，支持知识产权仲裁机构发展，加强调解。",
    "推进山东知识产权海外维权工作。",
    "完善知识产权质押融资服务。",
]


def keywords(*lines: str, of: int = 0) -> tuple[Keyword, ...]:
    """The keywords of one line of a text of several."""
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return Words(analyse("\n".join(lines), year=None), spans).keywords([spans[of]])


def terms(*lines: str, of: int = 0) -> list[str]:
    return [keyword.term for keyword in keywords(*lines, of=of)]


@pytest.mark.parametrize(
    ("of", "expected"), [(0, {"人民调解", "仲裁", "调解"}), (1, {"海外", "维权"}), (2, {"质押", "融资"})]
)
def test_what_tells_a_measure_apart_comes_first(of: int, expected: set[str]) -> None:
    """What every line is about comes last; words of any policy, places and signs are no keywords."""
    found = terms(*PLAN, of=of)
    assert set(found) == {*expected, "知识产权"}
    assert found[-1] == "知识产权"


def test_weights_fall_and_their_squares_sum_to_one() -> None:
    weights = [keyword.weight for keyword in keywords(*PLAN)]
    assert weights == sorted(weights, reverse=True)
    assert sum(weight**2 for weight in weights) == pytest.approx(1, abs=1e-3)


def test_a_word_said_more_often_weighs_more() -> None:
    once, twice = (dict.fromkeys(["专利", "商标"], 0.0) for _ in range(2))
    once |= {k.term: k.weight for k in keywords("保护专利和商标。", "其他。")}
    twice |= {k.term: k.weight for k in keywords("保护专利和商标，专利优先。", "其他。")}
    assert twice["专利"] / twice["商标"] > once["专利"] / once["商标"]


def test_a_long_measure_keeps_the_heaviest() -> None:
    line = "、".join(
        "专利 商标 版权 海关 法院 检察 公安 财政 税务 银行 保险 证券 农业 林业 水利 交通 民政 司法 教育 科技 "
        "卫生 体育 旅游 气象 地震 消防 档案 统计".split()
    )
    assert len(keywords(line)) == LIMIT


def test_a_measure_of_common_words_has_none() -> None:
    assert keywords("推进有关工作。", *PLAN) == ()
