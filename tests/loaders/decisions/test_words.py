"""Words found by occurrence, whatever the format did to white space and widths."""

from __future__ import annotations

import pytest

from loaders.decisions.words import Words, shown, squeeze

TEXT = "市财政局、市\n财政局；ＡＩ 局，AI局"


@pytest.mark.parametrize(
    ("words", "start", "occurrence"),
    [
        ("市财政局", 0, 1),
        ("市财政局", 5, 2),
        ("市\n财政局", 5, 2),
        ("AI局", TEXT.index("Ａ"), 1),
        ("AI局", TEXT.index("AI"), 2),
    ],
)
def test_an_occurrence_and_its_place(words: str, start: int, occurrence: int) -> None:
    found = Words(TEXT)
    assert found.occurrence(words, start) == occurrence
    span = found.find(words, occurrence)
    assert span and span[0] == start
    assert squeeze(TEXT[slice(*span)]) == squeeze(words)


@pytest.mark.parametrize(("words", "occurrence"), [("市财政局", 3), ("县财政局", 1), ("", 1), (" ", 1)])
def test_what_is_not_there(words: str, occurrence: int) -> None:
    assert Words(TEXT).find(words, occurrence) is None


def test_words_in_and_around_a_place() -> None:
    words = Words("甲局乙局甲局")
    assert words.inside("甲局", 1, 6) == (4, 6)
    assert words.inside("甲局", 1, 4) is None
    assert words.around("乙局甲局", 5) == (2, 6)
    assert words.around("甲局", 2) is None


@pytest.mark.parametrize(
    ("written", "line"),
    [("省市场\n  监管局", "省市场监管局"), ("Internet \n Plus 行动", "Internet Plus行动"), ("", "")],
)
def test_words_on_one_line(written: str, line: str) -> None:
    assert shown(written) == line
