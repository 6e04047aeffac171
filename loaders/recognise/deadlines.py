"""Stated times: done by then (due), a rule or relief until then (until), a state by then (target).

A point in time is read first (2023年12月底, 9月底, “十四五”末); the words on its two sides say what
it means. Durations (48小时内, 30天), bare frequencies (每年组织) and plain years in a name
(2023-2025年计划) are no deadlines.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model import DeadlineKind, Precision, Recurring

_POINT = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)年度?(?!代)|(?P<rel>今年|明年|当年|本年度?))?"
    r"(?:(?P<m>1[0-2]|0?[1-9])月份?(?:(?P<d>3[01]|[12]\d|0?[1-9])日|(?P<part>上旬|中旬|下旬|底|末|初)?)"
    r"|(?P<end>年?底|年?末|年终|年内|内)|(?P<half>上半年|下半年)|第?(?P<q>[一二三四1-4])季度(?:末|底)?)"
    r"|(?P<y1>(?:19|20)\d\d)年度?(?!代)|“?(?P<plan>十[二三四五六七八九]?)五”?(?:规划)?(?:期|时期)?(?P<planend>末|期末|结束)"
)
_ANCHOR = re.compile(r"\d年|\d月|年底|年末|年终|年内|季度|半年|五”?(?:规划)?(?:时?期)?末|每月|每旬")
# A span of whole years names a plan or a period, it sets no term: 2023-2025年, 2023年至2025年.
_YEARS = re.compile(r"(?:19|20)\d\d年?(?:至|到|-)(?:19|20)\d\d年(?!\d|底|末|前)")
_SENTENCE = re.compile(r"[^。;!?\n]+")
_BEFORE = re.compile(r"(?:之|以)?前(?!后|期|提|往|来|置|瞻|述|款|列|沿|台|景|端|店|海)")
_TO = re.compile(r"(?:至|到|-)(?:次年|翌年)?")
_HOLDS = re.compile(
    r"(?:延长|延期|延续|延缓|顺延|展期|执行|施行|保留|维持|暂停|暂缓|缓缴|缓交|推迟|延迟|截止|有效期|期限|实行|免征|减免|减半|延至)"
    r"[^,;。]{0,8}?(?:至|到)?$|展至$|延至$"
)
_TOWARDS = re.compile(r"(?:(?<![达得看想直感遇受见])到|(?<![以甚直乃截])至|力争|争取)$")
_EVERY = re.compile(r"每(?P<per>年度?|季度?|个?月|半年)(?:的|都)?$")
_DONE = re.compile(
    r"(?:[,、])?(?:要|应|须|必须|力争|争取|确保|全部|全面|基本|如期|按期|率先)*"
    r"(?:完成|建成|实现|办结|到位|出台|印发|达到|验收|交付|竣工|投产|投用|投入使用|上线)"
)
_RECURRING: dict[str, Recurring] = {"年": "yearly", "季": "quarterly", "月": "monthly"}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
# The first five-year plan ran from 1953 to 1957; the tenth from 2001, and five years each since.
_PLAN_ENDS = {"十": 2005, "十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}


@dataclass(frozen=True, slots=True)
class Time:
    """A stated time as a span of the normalised text.

    `date` is None where only a start or a recurrence is stated, or where the year is missing
    (`year_missing`): then `month` and `day` wait for the document's year.
    """

    start: int
    end: int
    kind: DeadlineKind
    date: datetime.date | None = None
    start_date: datetime.date | None = None
    precision: Precision = "day"
    recurring: Recurring | None = None
    on: str | None = None
    year_missing: bool = False
    rule: str = "due-before"


@dataclass(frozen=True, slots=True)
class _Point:
    """A point in time: its first and last day within its year, and the year where stated."""

    start: int
    end: int
    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    precision: Precision

    def day(self, which: tuple[int, int], year: int) -> datetime.date:
        month, day = which
        return datetime.date(year, month, min(day or 31, calendar.monthrange(year, month)[1]))


def match(text: str, start: int, end: int, *, year: int | None, clause: bool = False) -> list[Time]:
    """The stated times in `text[start:end]`. `year` is the document's, for 9月底前; without it such a
    time has `year_missing`. In a clause, or behind 完成时限, a point that stands alone is due."""
    times: list[Time] = []
    for sentence in _SENTENCE.finditer(text, start, end):
        if _ANCHOR.search(sentence.group()):
            times += _times(text, sentence.start(), sentence.end(), year, clause=clause)
    return times


def _times(text: str, start: int, end: int, year: int | None, *, clause: bool) -> Iterator[Time]:
    at = start
    stated: int | None = None
    while match_ := _POINT.search(text, at, end):
        point = _point(match_, stated)
        at = match_.end()
        if point is None:
            continue
        years = _YEARS.match(text, match_.start(), end)
        if years:
            at = years.end()
            continue
        stated = point.year or stated
        left, right = text[start : point.start], text[point.end : end]
        time = (
            _range(text, point, right, end, year)
            or _recurring(start, point, left, right)
            or _framed(text, start, point, left, right, year, clause=clause)
        )
        if time is not None:
            yield time
            at = max(at, time.end)


def _point(match: re.Match[str], stated: int | None) -> _Point | None:
    g = match.groupdict()
    if g["plan"]:
        return _Point(
            match.start(), match.end(), _PLAN_ENDS.get(g["plan"], 0) or None, (1, 1), (12, 31), "year"
        )
    written = g["y"] or g["y1"]
    year = int(written) if written else None
    if g["m"]:
        month = int(g["m"])
        day = int(g["d"]) if g["d"] else {"上旬": 10, "中旬": 20, "初": 10}.get(g["part"] or "", 0)
        first = int(g["d"]) if g["d"] else 1
        return _Point(
            match.start(), match.end(), year, (month, first), (month, day), "day" if g["d"] else "month"
        )
    if g["half"]:
        first_half = g["half"] == "上半年"
        months = (1, 6) if first_half else (7, 12)
        return _Point(match.start(), match.end(), year, (months[0], 1), (months[1], 0), "half")
    if g["q"]:
        quarter = _QUARTERS.get(g["q"]) or int(g["q"])
        return _Point(match.start(), match.end(), year, (3 * quarter - 2, 1), (3 * quarter, 0), "quarter")
    if not year and not g["rel"] and (g["end"] or "") not in ("年底", "年末", "年终", "年内"):
        return None
    return _Point(match.start(), match.end(), year, (1, 1), (12, 31), "year")


def _dated(time: Time, point: _Point, year: int | None) -> Time:
    """The time with its last day, in the point's year or the document's."""
    known = point.year or year
    if known is None:
        return replace(time, year_missing=True, precision=point.precision)
    return replace(time, date=point.day(point.last, known), precision=point.precision)


def _range(text: str, point: _Point, right: str, end: int, year: int | None) -> Time | None:
    """自2020年1月1日至3月31日: holds until, from a start."""
    to = _TO.match(right.removeprefix("起"))
    if not to:
        return None
    at = point.end + right.startswith("起") + to.end()
    match = _POINT.match(text, at, end)
    other = _point(match, point.year) if match else None
    if match is None or other is None or "year" in (point.precision, other.precision):
        return None
    first = point.year or other.year or year
    if first is None:
        return None
    last = other.year or (first + ("年" in to.group()))
    start = point.start - (text[point.start - 1] in "自从") if point.start else 0
    stop = match.end() + text.startswith("止", match.end())
    if other.day(other.last, last) < point.day(point.first, first):
        last += 1
    return Time(
        start,
        stop,
        "until",
        other.day(other.last, last),
        point.day(point.first, first),
        other.precision,
        rule="until-range",
    )


def _recurring(start: int, point: _Point, left: str, right: str) -> Time | None:
    """每年2月底前: a day that comes again."""
    every = _EVERY.search(left)
    before = _BEFORE.match(right)
    if not every or point.year or (point.precision in ("half", "quarter") and not before):
        return None
    if every.group("per").startswith("半"):
        return None
    on = datetime.date(2001, point.last[0], 1)
    day = min(point.last[1] or 31, calendar.monthrange(2001, on.month)[1])
    return Time(
        start + every.start(),
        point.end + (before.end() if before else 0),
        "due",
        precision=point.precision,
        recurring=_RECURRING[every.group("per").lstrip("个")[0]],
        on=f"--{on.month:02d}-{day:02d}",
        rule="recurring",
    )


def _framed(
    text: str, start: int, point: _Point, left: str, right: str, year: int | None, *, clause: bool
) -> Time | None:
    """A point by the words on its two sides."""
    before = _BEFORE.match(right)
    towards = _TOWARDS.search(left)
    holds = _HOLDS.search(left)
    stop = point.end + (before.end() if before else 0)
    if holds and (left[-1:] in "至到" or "截止" in holds.group()):
        begin = start + holds.start() if len(holds.group()) <= 6 else point.start - 1
        return _dated(Time(begin, stop + right.startswith("止"), "until", rule="until"), point, year)
    if before:
        begin = start + len(left) - (left[-1:] in "于在到" and left != "")
        return _dated(Time(point.start if left[-1:] != "于" else begin, stop, "due"), point, year)
    if right.startswith("起") and not right.startswith(("起草", "起来", "起步")):
        begin = point.start - (left[-1:] in ("自", "从"))
        known = point.year or year
        if known is None:
            return None
        first = point.day(point.first, known)
        return Time(begin, point.end + 1, "until", None, first, point.precision, rule="from")
    if towards and point.precision != "day":
        begin = start + towards.start()
        return _dated(Time(begin, point.end, "target", rule="target"), point, year)
    if point.year and "五" in text[point.start : point.end]:
        return _dated(Time(point.start, point.end, "target", rule="target"), point, year)
    if _DONE.match(right) and (point.year or point.precision in ("month", "day", "year")):
        return _dated(Time(point.start, point.end, "due", rule="due-done"), point, year)
    alone = not right.strip(" ,;)]、并") or right[0] in ",;)]、"
    if clause and alone and (not left or left[-1] in ",;:([、"):
        return _dated(Time(point.start, point.end, "due", rule="due-clause"), point, year)
    return None


_PERIOD_END = re.compile(
    r"每(?P<per>季度?|个?月|年度?)(?:末|底)(?:之?前)?|每月(?P<day>[12]?\d|3[01])日(?:之?前)?"
)


def match_periodic(text: str, start: int, end: int) -> list[Time]:
    """每季度末, 每月10日前: a recurring day without a month."""
    times = []
    for m in _PERIOD_END.finditer(text, start, end):
        per = (m.group("per") or "月").lstrip("个")[0]
        on = f"---{int(m.group('day')):02d}" if m.group("day") else ("--12-31" if per == "年" else None)
        times.append(
            Time(
                m.start(), m.end(), "due", recurring=_RECURRING[per], on=on, precision="day", rule="recurring"
            )
        )
    return times
