"""Points in time as documents write them (2023年12月底, 9月底, 三季度, “十四五”末), and stated times."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Literal, NamedTuple

from graph.model import DeadlineKind, Precision, Recurring
from loaders.numerals import DIGITS, ZERO, value_of

# 二〇二五年十月三十一日, as old documents write.
YEAR_WORDS = f"二[{ZERO}][{DIGITS}]{{2}}"
_MONTH_WORDS = "(?<![一二三四五六七八九十百])(?:十[一二]?|[一二三四五六七八九]|(?<![\\d千万亿美])元)"
_DAY_WORDS = "三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
POINT = re.compile(
    rf"(?:(?P<y>(?<!\d)(?:19|20)\d\d|{YEAR_WORDS})年度?(?!代)|(?P<rel>今年|明年|当年|本年度?|次年|翌年))?"
    rf"(?:(?:(?P<m0>1[0-2]|[1-9])[-~至](?=1?\d月))?(?P<m>1[0-2]|0?[1-9]|{_MONTH_WORDS})月份?"
    rf"(?:(?:(?P<d0>{_DAY})日?(?:[-~]{{1,3}}|[至到]|一)(?={_DAY}[日号]))?(?P<d>{_DAY}|{_DAY_WORDS})(?:日|号(?![楼院线令文]))|(?P<part>上中旬|中下旬|上旬|中旬|下旬|底|末|初)?)"
    r"|(?P<end>年?底|年?末|年终|年内|内)|(?P<half>上半年|下半年)|第?(?P<q>[一二三四1-4])季度(?:末|底)?)"
    rf"|(?P<y1>(?<!\d)(?:19|20)\d\d|{YEAR_WORDS})年度?(?!代)"
    r"|(?P<bare>(?<!\d)(?:19|20)\d\d)(?=(?:[、和及](?:19|20)\d\d)*[、和及](?:19|20)\d\d年(?:[底末内]前?)?(?![\d代度至到上下一二三四起以-]))"
    r"|[“‘\"]?(?P<plan>十[二三四五六七八九]?)五[”’\"]?(?:规划)?(?:期|时期)?(?:末|期末|结束|(?P<during>期间))"
    r"|(?<!\d)(?P<iy>(?:19|20)\d\d)(?P<sep>[-./])(?P<im>1[0-2]|0?[1-9])"
    r"(?:(?P=sep)(?P<id>3[01]|[12]\d|0?[1-9]))?(?![\d%]|[-./](?!20\d\d[-./])\d)"
)
# What every point holds, in a pattern that is fast to search: a set of characters opens it,
# and no class as \d is.
_ANCHORS = (
    r"(?<=\d)(?:[年月]|[-./]\d{1,2}[-./]\d)|(?<=年)(?:度?[底末]|[终内])|(?<=季)度|(?<=半)年"
    rf"|(?<=[一二三四五六七八九十元]月)|(?<={YEAR_WORDS}年)"
    r"|(?<=五)[”’\"]?(?:规划)?(?:时?期)?(?:末|结束)"
)
_ANCHOR = re.compile(rf"[0-9年月季半五](?:{_ANCHORS})")
_ANCHOR_IN_CLAUSE = re.compile(rf"[0-9年月季半五](?:{_ANCHORS}|(?<=20\d\d)[-./]\d|(?<=五)[”’\"]?期间)")
_REACH = 8  # how far before its anchor a point begins: “十四五, 本年度第三季度
# 2022、2023、2024年: only the last of several years bears its word.
_YEARS = re.compile(r"(?<!\d)(?:(?:19|20)\d\d[、和及]){1,8}$")
_LONGEST_ROW = 40
BEFORE = re.compile(
    r"(?:\([^()]{1,6}\))?(?:上午|中午|下午|晚上?)?(?:(?:\d{1,2}|零|十?[一二三四五六七八九十])(?::\d\d|[点时](?:\d{1,2}分|半)?))?(?:下班|之|以|入汛|(?:新学期|[春秋]季(?:学期)?)?开学)?前"
    r"(?!后|的|期)(?:(?<=[底末日]前)|(?!提(?![出交供升高])|往|来|置|瞻|述|款|列|沿|台|景|端|店|海|移(?!交)))"
)
_COUNTED = re.compile(
    r"[\d一二三四五六七八九十两几半近多去上前往]"
)  # 两年内: a duration; 去年底: a year past
_PAST_YEARS = ("去年", "上年", "前年", "往年")
_PARTS = {"上旬": 10, "上中旬": 20, "中旬": 20, "初": 10}
_PARTS_FROM = {"中旬": 11, "中下旬": 11, "下旬": 21, "底": 0, "末": 0}
_NEXT = ("次年", "翌年")
# The tenth five-year plan ran from 2001 to 2005, the others since five years each.
_PLAN_END = 2005


class Point(NamedTuple):
    """A point in time as a span: its first and last day (month, day; day 0 is the month's last) and its
    year, None where the text names none. `plan`: the end of a five-year plan; `next_year`: 次年, the year
    after another; `ranged`: the last of several months (9-12月)."""

    start: int
    end: int
    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    precision: Precision
    plan: bool = False
    next_year: bool = False
    ranged: bool = False

    @property
    def last_day(self) -> tuple[int, int]:
        """The last day in any year: the 28th of February."""
        month, day = self.last
        return month, min(day or 31, calendar.monthrange(2001, month)[1])

    def is_after(self, other: Point) -> bool:
        """Whether the point is later in a year than another."""
        return self.first > (other.last[0], other.last[1] or 31)

    def from_day(self, year: int) -> datetime.date:
        """The first day of the point."""
        return _date(year, self.first)

    def to_day(self, year: int) -> datetime.date:
        """The last day of the point."""
        return _date(year, self.last)

    def spanned(self, time: Time) -> Time:
        """A time that lasts from the first day of the point to its last, as another does in its year."""
        year = self.year or (time.start_date.year if time.start_date else None)
        if year is None:
            return time
        return time._replace(
            start=self.start, end=self.end, date=self.to_day(year), start_date=self.from_day(year)
        )

    def in_year(self, year: int | None) -> Point:
        """The point with its year, where it has none of its own."""
        return self if self.year or year is None else self._replace(year=year)


class Time(NamedTuple):
    """A stated time as a span of the normalised text.

    `date` is None where only a start or a recurrence is stated, or where the words leave it open:
    `missing` says what they lack, the year (9月底前) or any date (汛前).
    """

    start: int
    end: int
    kind: DeadlineKind
    date: datetime.date | None = None
    start_date: datetime.date | None = None
    precision: Precision = "day"
    recurring: Recurring | None = None
    on: str | None = None
    missing: Literal["year", "date"] | None = None
    rule: str = "due-before"


def _date(year: int, day: tuple[int, int]) -> datetime.date:
    return datetime.date(year, day[0], min(day[1] or 31, calendar.monthrange(year, day[0])[1]))


def find_anchor(text: str, at: int, end: int, *, clause: bool) -> re.Match[str] | None:
    """What the next point behind a place holds, where there is one."""
    return (_ANCHOR_IN_CLAUSE if clause else _ANCHOR).search(text, at, end)


def find_point(text: str, at: int, end: int, *, clause: bool) -> re.Match[str] | None:
    """The next point behind a place, a match of `POINT`."""
    anchor = find_anchor(text, at, end, clause=clause)
    if anchor is None:
        return None
    begin = max(at, anchor.start() - _REACH)
    year = anchor.start() - 3  # Where the year begins whose last digit the anchor is.
    if (
        year > at
        and text[year - 1] in "、和及"
        and (row := _YEARS.search(text, max(at, year - _LONGEST_ROW), year))
    ):
        begin = row.start()
    return POINT.search(text, begin, end)


def point_of(match: re.Match[str], year: int | None, *, clause: bool = False) -> Point | None:
    """The point that a match of `POINT` names; `year` is the document's, for 今年 and 明年. Only a
    clause names a term by 2023.12 or “十四五”期间."""
    g = match.groupdict()
    start, end = match.span()
    if not clause and (g["during"] or (g["iy"] and not g["id"])):
        return None
    if g["plan"]:
        last_year = _PLAN_END + 5 * (value_of(g["plan"]) - 10)
        return Point(start, end, last_year, (1, 1), (12, 31), "year", plan=True)
    if g["bare"]:
        return Point(start, end, int(g["bare"]), (1, 1), (12, 31), "year")
    if g["iy"]:
        day = (int(g["im"]), int(g["id"] or 0))
        first = (day[0], day[1] or 1)
        return Point(start, end, int(g["iy"]), first, day, "day" if g["id"] else "month")
    own = _year(g["y"] or g["y1"], g["rel"], year)
    if own is None and not g["rel"] and match.string[max(start - 2, 0) : start] in _PAST_YEARS:
        return None
    if g["m"]:
        month, day_of = 1 if g["m"] == "元" else value_of(g["m"]), value_of(g["d"] or "0")
        last = day_of or _PARTS.get(g["part"] or "", 0)
        begin = int(g["d0"] or day_of or _PARTS_FROM.get(g["part"] or "", 1))
        first = (int(g["m0"]), 1) if g["m0"] else (month, begin)
        later, several = g["rel"] in _NEXT, bool(g["m0"] or g["d0"])
        precision: Precision = "day" if day_of else "month"
        return Point(start, end, own, first, (month, last), precision, False, later, several)
    if g["half"]:
        months = (1, 6) if g["half"] == "上半年" else (7, 12)
        return Point(start, end, own, (months[0], 1), (months[1], 0), "half")
    if g["q"]:
        quarter = value_of(g["q"])
        return Point(start, end, own, (3 * quarter - 2, 1), (3 * quarter, 0), "quarter")
    if not (g["y"] or g["y1"] or g["rel"]) and (
        g["end"] not in ("年底", "年末", "年终", "年内")
        or _COUNTED.match(match.string, max(start - 1, 0), start)
    ):
        return None
    return Point(start, end, own, (1, 1), (12, 31), "year")


def _year(written: str | None, relative: str | None, year: int | None) -> int | None:
    if written:
        return value_of(written)
    if relative and year:
        return year + (relative == "明年" or relative in _NEXT)
    return None
