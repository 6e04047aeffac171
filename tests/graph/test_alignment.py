"""Which measures of two documents answer each other."""

from __future__ import annotations

import pytest

from graph import alignment
from graph.alignment import Profile, align

DOMAIN = "科技、教育/知识产权/调解仲裁"


def profile(key: str, domain: str = "", **weights: float) -> Profile:
    """Weights as given, scaled so that their squares sum to 1."""
    length = sum(weight**2 for weight in weights.values()) ** 0.5
    keywords = {term: weight / length for term, weight in weights.items()}
    return Profile(key=key, keywords=keywords, domains=frozenset([domain] if domain else []))


LONG = {"多元化": 3.0, "代理": 4.0, "自律": 3.0, "人民调解": 4.0, "仲裁": 3.0, "中介": 3.0, "覆盖率": 3.0}


@pytest.mark.parametrize(
    ("one", "other", "aligned"),
    [
        pytest.param({"诉调": 3, "对接": 3}, {"诉调": 3, "对接": 3}, True, id="the same"),
        pytest.param({"诉调": 3, "对接": 3}, {"海关": 3, "出口": 3}, False, id="nothing shared"),
        pytest.param(LONG, {"人民调解": 4, "仲裁": 3}, True, id="a line in a paragraph"),
        pytest.param(LONG, {"人民调解": 4, "工作站": 6}, False, id="one word of a paragraph"),
        pytest.param({"专利": 3, "条例": 6}, {"专利": 3, "导航": 6}, False, id="one light word"),
        pytest.param(
            {"展会": 6, "保护": 1}, {"展会": 6, "审查": 2}, True, id="one word that says nearly all"
        ),
        pytest.param({}, {"专利": 1}, False, id="no keywords"),
    ],
)
def test_what_answers_what(one: dict[str, float], other: dict[str, float], aligned: bool) -> None:
    first, second = profile("a", **one), profile("b", **other)
    assert bool(align([first], [second])) is bool(align([second], [first])) is aligned


def test_the_score_and_the_terms() -> None:
    one, other = profile("a", 诉调=3, 对接=4), profile("b", 诉调=4, 对接=3)
    (pair,) = align([one], [other])
    # The cosine is 24/25, and each holds all of the other.
    assert (pair.one, pair.other, pair.score) == ("a", "b", pytest.approx(0.96**0.5, abs=5e-4))
    assert pair.terms == ("对接", "诉调")
    assert align([one], [one])[0].score == 1.0


@pytest.mark.parametrize(("domain", "count"), [(DOMAIN, 1), ("公安、安全、司法", 0)])
def test_of_measures_of_one_domain_less_is_enough(domain: str, count: int) -> None:
    one = profile("a", DOMAIN, 诉调=2.5, 对接=2.5, 在线=4, 确认=4)
    other = profile("b", domain, 诉调=2.5, 对接=2.5, 海关=4, 出口=4, 展会=4)
    assert len(align([one], [other])) == count


def test_a_measure_is_joined_with_the_closest_only() -> None:
    one = profile("a", 专利=3, 调解=3)
    others = [profile(f"b{n}", 专利=3, 调解=3, **{f"词{n}": n}) for n in range(9)]
    pairs = align([one], others)
    assert [pair.other for pair in pairs] == [f"b{n}" for n in range(alignment.MOST)]
    assert [pair.one for pair in align(others, [one])] == [pair.other for pair in pairs]
