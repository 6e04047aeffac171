"""What stands between 《》: which titles are instruments, of which kind, with number and short name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, cast

import yaml

from loaders.recognise._numbers import numbers

_TITLE = re.compile(r"《([^《》\n]{1,240}(?:《[^《》\n]{1,160}》[^《》\n]{0,100}){0,2})》")
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{0,100}(?:[(\[][^()\[\]\n]{0,40}[)\]][^()\[\]\n]{0,60}){0,3})[)\]]")
_STANDARD = re.compile(r"^的?(?:系列)?(?:国家|行业|地方|团体|推荐性|强制性)*标准")
# 《土地利用分类》(GB/T 21010-2007): the code of a standard.
_CODED = re.compile(r"[(\[][A-Z]{1,5}\d{0,2}(?:/[A-Z]{1,3})?[ -]?\d{2,}")
_SHORT = re.compile(
    r"[,、]?(?:以下|下)(?:统一)?(?:简称|称)(?:为)?:?[“]?《?(?P<short>(?:[^《》“”()\[\],。;]|(?<=《)“|”(?=[^,。;]{1,12}》)){2,24})》?[”]?"
)
_ARTICLES = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:措施|意见|政策|举措|规定)?$")
_TERM = re.compile(r"\d{4}-\d{4}年?$")
# 中国教育现代化2035: a plan bears the year it leads to; 统计年鉴2020 is no plan.
_HORIZON = re.compile(r"(?<![鉴报告书计])20(?:[23][05]|50)$")
# 某价〔2008〕215号文件印发的《X》, 某价〔2008〕215号《X》: the number before a title is its own.
_ISSUED_AS = re.compile(r"号\)?(?:文件?)?(?:(?:印发|下发|发布|公布|颁布)的)?$")
_BEFORE_LENGTH = 40
# 印发《X》的通知(某发〔2008〕2号), 《X》文件(…): the number of what issues X.
_ISSUING = re.compile(r"的?(?:通知|文件)(?=[(\[])")
NESTED = str.maketrans("《》<>", "〈〉〈〉")
_TAIL_BRACKET = re.compile(r"(?:\([^()]*\))+$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in 《》 as a span of the text, its number and what the text calls it later."""

    start: int
    end: int
    title: str
    span: tuple[int, int]
    kind: str
    number: str | None = None
    number_span: tuple[int, int] | None = None
    short: str | None = None


@cache
def vocabulary() -> dict[str, Any]:
    """The vocabulary of regulations."""
    text = (resources.files("loaders.vocabulary") / "regulations.yaml").read_text(encoding="utf-8")
    return cast(dict[str, Any], yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


@cache
def _endings() -> tuple[tuple[str, str | None], ...]:
    """Endings of titles with their kind (None: no instrument), the longest first."""
    pairs: list[tuple[str, str | None]] = [(e, k) for k, ends in vocabulary()["kinds"].items() for e in ends]
    pairs += [(e, None) for e in vocabulary()["none"]]
    return tuple(sorted(pairs, key=lambda p: (-len(p[0]), p[0])))


@lru_cache(maxsize=1 << 12)
def kind_of(title: str) -> str | None:
    """law, regulation, rule, normative document, standard or plan by the title's last words; None
    where they are not those of an instrument."""
    bare = _TAIL_BRACKET.sub("", title.rstrip("》〉 "))
    for ending, kind in _endings():
        if bare.endswith(ending):
            return kind
    if _ARTICLES.search(bare):
        return "normative document"
    return "plan" if _TERM.search(title.rstrip(")")) or _HORIZON.search(bare) else None


def titles(text: str) -> Iterator[Title]:
    """The instruments named in 《》, in order."""
    if "《" not in text:
        return
    at = 0
    while found := _TITLE.search(text, at):
        at = found.end()
        title = found.group(1).translate(NESTED).strip()
        end, number, number_span, short = _behind(text, at)
        kind = "standard" if _STANDARD.match(text[end : end + 12]) else kind_of(title)
        start = found.start()
        if number is None and text[start - 1 : start] in tuple("的号文件"):
            start, number, number_span = _ahead(text, start)
        if kind is None and number is None:
            if not _CODED.match(text, end):
                continue
            kind = "standard"
        at = end
        yield Title(
            start, end, title, found.span(1), kind or "normative document", number, number_span, short
        )


def _ahead(text: str, at: int) -> tuple[int, str | None, tuple[int, int] | None]:
    """Where a title begins with the number before it that issued it, that number and its span."""
    floor = max(at - _BEFORE_LENGTH, 0)
    found = [*numbers(text, floor, at)][-1:] if _ISSUED_AS.search(text[floor:at]) else []
    return (found[0][1], found[0][0], found[0][1:]) if found else (at, None, None)


def _behind(text: str, at: int) -> tuple[int, str | None, tuple[int, int] | None, str | None]:
    """What follows a title and belongs to it: its number and its short name, in brackets or not."""
    number, number_span, short = None, None, None
    for _ in range(2):
        issuing = _ISSUING.match(text, at)
        bracket = _BRACKET.match(text, issuing.end() if issuing else at)
        stop = bracket.end() if bracket else min(at + 40, len(text))
        stop += bracket is not None and text.startswith("号", stop)  # 《X》(某发〔2020〕8)号
        found = None if number else next(numbers(text, at, stop), None)
        if found and (bracket or found[1] == at):
            number, number_span = found[0], found[1:]
        else:
            found = None
        called = _SHORT.search(text, at, stop) if bracket else _SHORT.match(text, at)
        if called:
            short = called.group("short")
        if not (found or called):
            break
        at = stop if bracket else max(called.end() if called else 0, found[2] if found else 0)
    return at, number, number_span, short
