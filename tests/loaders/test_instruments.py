"""The nouns of instruments as data: each in one group, of a kind that the graph knows."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from loaders import instruments
from loaders.resolve import _vocabulary

WORDS = _vocabulary.read("instruments")
KINDS = {"law", "regulation", "rule", "normative document", "standard", "plan"}
GROUPS = ("titles", "nouns", "endings")


def test_a_noun_stands_once() -> None:
    words = [*chain(*(chain(*WORDS[group].values()) for group in GROUPS)), *WORDS["none"]]
    assert len(words) == len(set(words))
    assert all(set(WORDS[group]) <= KINDS for group in GROUPS)


@pytest.mark.parametrize(("group", "kind"), [(group, kind) for group in GROUPS for kind in WORDS[group]])
def test_a_title_is_of_the_kind_of_its_last_word(group: str, kind: str) -> None:
    assert {instruments.kind_of(f"湿地保护{word}") for word in WORDS[group][kind]} == {kind}


@pytest.mark.parametrize(
    ("pattern", "held", "not_held"),
    [
        (instruments.TITLE, ["通知", "复函", "细则", "意见"], ["法", "标准", "工作", "报告"]),
        (instruments.NOUN, ["通知", "法", "函", "标准"], ["工作", "报告", "机制"]),
        (instruments.LONG_NOUN, ["通知", "标准"], ["法", "函"]),
        (instruments.LEGAL_NOUN, ["法", "条例", "办法", "规则"], ["意见", "方案"]),
        (instruments.OWN, ["通知", "标准", "工作", "任务书", "函"], ["法", "证书"]),
    ],
)
def test_a_pattern_holds_its_words(pattern: str, held: list[str], not_held: list[str]) -> None:
    assert all(re.fullmatch(pattern, word) for word in held)
    assert not any(re.fullmatch(pattern, word) for word in not_held)
