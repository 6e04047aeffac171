"""Labels of numbered units: their kinds, their numbers, and where a line of them goes on.

GB/T 9704-2012 numbers a document 一、 › （一） › 1. › （1）; laws, rules and long plans use 第一章 › 第一节,
laws 第一条; emergency plans and standards number by decimals, 1 › 1.1 › 1.1.1 (GB/T 1.1-2020), which
stand below 1. or 一、.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaders.numerals import value_of

_CHINESE = r"[一二三四五六七八九十百零○]{1,6}"
# The kinds from the outermost to the innermost in the usual nesting.
KINDS = (
    "part", "chapter", "section", "cjk", "article", "cjk-bracket", "item", "arabic",
    "decimal-2", "decimal-3", "decimal-4", "arabic-bracket", "circled",
)  # fmt: skip
_PATTERN = re.compile(
    rf"(?:第(?P<part>{_CHINESE})(?:部分|编|篇(?!\s?[:：]))(?=[\s::、,]|[^\d、。,;]{{2,30}}$)"
    rf"|第(?P<chapter>{_CHINESE})章(?!第)|第(?P<section>{_CHINESE})节(?!第)"
    rf"|第(?P<article>{_CHINESE}|\d{{1,3}})条(?![、,。;和及至的规款第])"
    rf"|(?P<cjk>{_CHINESE})(?:、|\.(?!\d))"
    rf"|\((?P<cjk_bracket>{_CHINESE})\)"
    # 1.2025年底前, 3.6月底前: a time opens the task.
    rf"|(?P<arabic>\d{{1,3}})[.、](?:(?!\d)|(?=(?:20\d\d年|(?:1[0-2]|[1-9])月)))"
    # 2.1组织体系; but 2.1万元.
    rf"|(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.、](?!\d)|(?=\s*[\u4e00-\u9fff《“(])(?!\s*(?:[万亿千米元倍年月日度吨]|百分|个(?!人)|平方|公[里顷斤])))"
    rf"|\((?P<arabic_bracket>(?!0)\d{{1,3}})\)|(?P<arabic_half>(?!0)\d{{1,3}})\)"
    rf"|(?P<circled>[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf\u2488-\u249b\u2474-\u2487]))\s*"
)
# 3.2025年底前…, 11.1000名…: what follows the dot is a number of its own.
# 2、57户企业: a 、 parts no digits of one number.
_BEFORE_NUMBER = re.compile(
    r"(\d{1,2})(?:\.(?=\d{3,}(?!\s*(?:[万亿元吨]|平方|公[里顷斤]))[\u4e00-\u9fff])|、(?=\d{1,6}[\u4e00-\u9fff]))"
)
# 任务1:新建公园, 问题二:管网老化, 序号3 反馈问题:…: the item of a list by its word and number.
_ITEM = re.compile(
    rf"(?P<item>(?P<word>(?:(?:工作|整改|重点|反馈)?(?:任务|问题|事项|项目)|实事|序号))(?P<digits>\d{{1,3}}|{_CHINESE}))"
    r"(?:[:、](?!\d)|(?<=\d)\.(?!\d)|(?<=序号\d)(?=[\u4e00-\u9fff])|(?<=序号\d\d)(?=[\u4e00-\u9fff]))\s*"
)
# 第一件:新建公园
_ORDINAL = re.compile(rf"(?P<item>(?P<word>第)(?P<digits>\d{{1,2}}|{_CHINESE})[件项](?:实事|任务)?):\s*")
_CHAPTER = re.compile(r"(\d{1,2})(?=[\u4e00-\u9fff]{2,20}$)(?![年月日])")


class Label(NamedTuple):
    """A label at the head of a unit. `number` is the contract's: without punctuation (1, (一), 第一条)."""

    kind: str
    value: int
    number: str
    length: int


def leading_label(line: str) -> Label | None:
    """The label that a folded line starts with, None where it has none."""
    match = _PATTERN.match(line)
    if match is None:
        return None
    group = match.lastgroup or ""
    return _label(group, match[0], match[group])


@lru_cache(maxsize=1 << 10)
def _label(group: str, label: str, digits: str) -> Label:
    kind = group.replace("_half", "_bracket").replace("_", "-")
    number = label.strip() if kind in ("article", "part", "chapter", "section") else digits
    if kind.endswith("bracket"):
        number = f"({digits})"
    if kind == "decimal":
        *above, digits = digits.split(".")
        kind = f"decimal-{len(above) + 1}"
    return Label(kind, value_of(digits), number, len(label))


def chapter_label(line: str) -> Label | None:
    """The label of a chapter's heading that has no mark behind its number: 1总则, above 1.1."""
    match = _CHAPTER.match(line)
    return Label("arabic", int(match[1]), match[1], len(match[1])) if match else None


def item_label(line: str) -> tuple[Label, str] | None:
    """The label of an item that its word and number name (任务1:…, 第一件:…), and the word."""
    match = _ITEM.match(line) or _ORDINAL.match(line)
    if match is None:
        return None
    return Label("item", value_of(match["digits"]), match["item"], len(match[0])), match["word"]


def label_before_number(line: str) -> Label | None:
    """The label of a unit that opens with a number (3.2025年底前…); by itself 3.2025 may be one number."""
    match = _BEFORE_NUMBER.match(line)
    return Label("arabic", int(match[1]), match[1], len(match[0])) if match else None
