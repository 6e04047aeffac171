"""What stands between 《》: which titles are instruments, of which kind, with number and short name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from loaders.instruments import is_other, kind_of
from loaders.recognise._numbers import Number, numbers, standards
from loaders.resolve._vocabulary import read
from loaders.resolve.regions import find

_TITLE = re.compile(r"《([^《》\n]{1,240}(?:《[^《》\n]{1,160}》[^《》\n]{0,100}){0,2})》")
_BRACKET = re.compile(
    r"[(\[]([^()\[\]\n]{0,100}(?:(?:[(\[][^()\[\]\n]{0,40}[)\]]|\[(?=\d{5,7}号))[^()\[\]\n]{0,60}){0,3})[)\]]"
)
_STANDARD = re.compile(r"^等?的?(?:系列)?(?:国家|行业|地方|团体|推荐性|强制性)*标准")
# 《土地利用分类》(GB/T 21010): the code of a standard.
_CODED = re.compile(r"[(\[][A-Z]{1,5}\d{0,2}(?:/[A-Z]{1,3})?[ -]?\d{2,}")
_SHORT = re.compile(
    r"[,、]?(?:以下|下)(?:统一)?(?:简称|称)(?:为)?:?[“]?"
    r"(?:(?P<whose>[\u4e00-\u9fff]{1,4}《[^《》\n]{2,12}》)|《?(?P<short>(?:[^《》“”()\[\],。;]|(?<=《)“|”(?=[^,。;]{1,12}》)){2,24})》?)[”]?"
)
# 《X》和《Y》(以下分别简称《甲方案》《乙方案》).
_EACH = re.compile(r"[(,]以下分别(?:简称|称)(?:为)?:?(?P<names>[^()\n]{4,80})\)")
_NAMES = re.compile("[《“]([^《》“”]{2,24})[》”]")
_EACH_LENGTH = 160
# 某价〔2008〕215号文件印发的《X》, 某价〔2008〕215号《X》: the number before a title is its own.
_LEADS = re.compile(r"[的号文件\d]")
_ISSUED_AS = re.compile(r"号\)?(?:文件?)?(?:(?:印发|下发|发布|公布|颁布)的)?$")
_BEFORE_LENGTH = 40
# 印发《X》的通知(某发〔2008〕2号), 《X》文件(…): the number of what issues X.
_ISSUING = re.compile(r"(?:的?(?:通知|文件)|的?(?:系列)?(?:国家|行业|地方|团体|推荐性|强制性)*标准)(?=[(\[])")
# （某发〔2020〕8号、某办发〔2021〕3号）: one title, two numbers.
_LINK = re.compile(r"[、,;和及与\s]*")
# (某政规〔2016〕9号,某政规〔2018〕3号修改): the second changed it.
_CHANGED = re.compile("修[改订正]")
# 严格落实《能效标杆水平》: only an instrument is carried out or changed, whatever it is called.
_CARRIED = re.compile("(?:执行|落实|依照|遵守|贯彻|修订|修改|完善|废止)$")
# 参照《会计人员标准条件》执行: so is what is to be followed, where the words behind it say so.
_FOLLOWED = re.compile("(?:按照|根据|依据|依照|参照|对照|符合|遵循)$")
_REQUIRES = re.compile("的?(?:有关|相关)?(?:规定|要求)|(?:贯彻)?执行|办理")
_SHORTEST = 6
# 某省实施《X法》办法: an instrument of the place.
_LOCAL = re.compile(r"》(?:的?若干)?(?:实施)?(?:办法|细则|条例|规定)")
_LONGEST_PLACE = 10
NESTED = str.maketrans("《》<>", "〈〉〈〉")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in 《》 as a span of the text, its numbers (a second where two instruments bear the title) and
    what the text calls it later."""

    start: int
    end: int
    title: str
    span: tuple[int, int]
    kind: str
    numbers: list[Number]
    short: str | None = None


@cache
def vocabulary() -> dict[str, Any]:
    """The vocabulary of regulations."""
    return cast(dict[str, Any], read("regulations"))


def titles(text: str) -> Iterator[Title]:
    """The instruments named in 《》, in order, each with the numbers that are its own."""
    found = [*_rows(text)]
    return iter(_called_each(text, found) if "分别" in text else found)


def _called_each(text: str, found: list[Title]) -> list[Title]:
    """Titles with the short names that one bracket gives to each of them."""
    for each in _EACH.finditer(text):
        names = _NAMES.findall(each["names"])
        found = [title for title in found if not each.start() <= title.start < each.end()]
        last = [i for i, title in enumerate(found) if title.start < each.start()][-len(names) :]
        if len(last) == len(names) and each.start() - found[last[0]].start < _EACH_LENGTH * len(names):
            for i, name in zip(last, names, strict=True):
                found[i] = replace(found[i], short=name)
    return found


def _rows(text: str) -> Iterator[Title]:
    row: list[Title] = []
    for title in _titles(text):
        if row and _LINK.fullmatch(text, row[-1].end, title.start) is None:
            yield from row
            row = []
        row = _shared([*row, title])
        if title.numbers:
            yield from row
            row = []
    yield from row


def _shared(row: list[Title]) -> list[Title]:
    """Titles that a link joins, each with its number where one bracket behind them holds as many:
    《X》《Y》(某发〔2021〕5号、某发〔2021〕6号)."""
    own = row[-1].numbers
    if len(own) != len(row) or len(own) < 2:
        return row
    return [replace(title, numbers=[number]) for title, number in zip(row, own, strict=True)]


def _titles(text: str) -> Iterator[Title]:
    """The instruments named in 《》, each with the numbers right behind it."""
    if "《" not in text:
        return
    at, carrying = 0, False
    while found := _TITLE.search(text, at):
        span = _of_place(text, found.start(), found.end()) or found.span(1)
        last, at = at, max(found.end(), span[1])
        end, numbered, short = _behind(text, at)
        if not numbered:
            span, numbered = _within(text, *span)
        title = text[slice(*span)].translate(NESTED).strip()
        kind = "standard" if _STANDARD.match(text[end : end + 12]) else kind_of(title)
        start = min(found.start(), span[0])
        if not numbered and _LEADS.match(text[start - 1 : start]):
            start, numbered = _ahead(text, start)
        followed = _FOLLOWED.search(text, max(start - 2, 0), start) and _REQUIRES.match(text, end)
        carrying = bool(_CARRIED.search(text, max(start - 2, 0), start) or followed) or (
            carrying and _LINK.fullmatch(text, last, start) is not None
        )
        kind = kind or _kind(title, numbered, carrying, coded=_CODED.match(text, end) is not None)
        if kind is None:
            continue
        at = end
        yield Title(start, end, title, span, kind, numbered, short)


def _kind(title: str, numbered: list[Number], carried: bool, *, coded: bool) -> str | None:
    """What a title whose words do not tell its kind is of, by its number or by what is done with it."""
    if numbered and not numbered[0][0].endswith("号"):
        return "standard"
    if numbered or (carried and len(title) >= _SHORTEST and not is_other(title)):
        return "normative document"
    return "standard" if coded else None


def _of_place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the name of a place's instrument that carries out the one named between two marks."""
    named = _LOCAL.match(text, end - 1) if text.endswith("实施", 0, start) else None
    if named is None:
        return None
    stop = start - len("实施")
    for begin in range(stop - 2, max(stop - _LONGEST_PLACE, 0) - 1, -1):
        place = find(text[begin:stop], within=None)
        if place is not None and place.name == text[begin:stop]:
            return begin, named.end()
    return None


def _within(text: str, start: int, end: int) -> tuple[tuple[int, int], list[Number]]:
    """The span of a title without the bracket at its end that holds its numbers, and those:
    《X规范(GB/T 21010-2007)》."""
    opened = text.rfind("(", start, end) if text.endswith(")", start, end) else -1
    found = _row(text, opened + 1, end) if opened > start else []
    return ((start, opened), found) if found and found[0][1] == opened + 1 else ((start, end), [])


def _ahead(text: str, at: int) -> tuple[int, list[Number]]:
    """Where a title begins with the number before it that issued it, and that number."""
    floor = max(at - _BEFORE_LENGTH, 0)
    if text[at - 1].isdigit():  # GB/T 21010-2007《X》
        found = [number for number in standards(text, floor, at) if number[2] == at]
    else:
        found = [*numbers(text, floor, at)][-1:] if _ISSUED_AS.search(text[floor:at]) else []
    return found[0][1] if found else at, found


def _behind(text: str, at: int) -> tuple[int, list[Number], str | None]:
    """What follows a title and belongs to it: its numbers and its short name, in brackets or not."""
    numbered: list[Number] = []
    short = None
    for _ in range(2):
        issuing = _ISSUING.match(text, at)
        bracket = _BRACKET.match(text, issuing.end() if issuing else at)
        stop = bracket.end() if bracket else min(at + 40, len(text))
        stop += bracket is not None and text.startswith("号", stop)  # 《X》(某发〔2020〕8)号
        found = [] if numbered else _row(text, at, stop)
        if found and (bracket or found[0][1] == at):
            numbered = found if bracket else found[:1]
        else:
            found = []
        called = _SHORT.search(text, at, stop) if bracket else _SHORT.match(text, at)
        if called:
            short = called["whose"] or called["short"]
        if not (found or called):
            break
        at = stop if bracket else max(called.end() if called else 0, found[0][2] if found else 0)
    return at, numbered, short


def _row(text: str, at: int, stop: int) -> list[Number]:
    """The first number of a stretch and those that a link joins to it."""
    row: list[Number] = []
    found = [*numbers(text, at, stop), *standards(text, at, stop)]
    for number in sorted(found, key=lambda number: number[1]):
        if row and (_LINK.fullmatch(text, row[-1][2], number[1]) is None or _CHANGED.match(text, number[2])):
            break
        row.append(number)
    return row
