"""Ends that a text names by an event: a feast with a day of its own (国庆节前), one that no calendar tells
(汛前, 春节前, 本届政府任期内), or the document's own issue (自印发之日起30日内)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from graph.model import DeadlineKind
from loaders.calendar import months_after
from loaders.instruments import NOUN
from loaders.numerals import value_of
from loaders.recognise import _done
from loaders.recognise._points import Time
from loaders.recognise._reliefs import is_relief

# The feasts whose day is the same each year (全国年节及纪念日放假办法), by the day before them.
_EVES = {"元旦": (12, 31), "五一": (4, 30), "六一": (5, 31), "七一": (6, 30), "八一": (7, 31)} | {
    "教师": (9, 9),
    "国庆": (9, 30),
}
_EVENT = (
    r"(?:(?:主?汛期?|入汛|入冬|[上封]冻|(?:冬季)?(?:[采供取]暖[季期]?|供热[季期])|迎峰度[夏冬]|春[运耕]|[夏秋麦]收)(?:来临|到来|开始)?"
    rf"|“?(?P<feast>{'|'.join(_EVES)})”?节?(?:假期|长假|小长假)?|(?:清明|端午|元宵|重阳)节|(?:元旦|春节|中秋|国庆)节?(?:[、和](?:元旦|春节|中秋|国庆)节?)?"
    r"|(?:全国)?“?两会”?|(?:(?:[春秋]季|新)(?:学期|学年)?)?开学|[春秋]季学期|(?:[春秋]季|本)?学[期年]结束|本届[\u4e00-\u9fff]{0,4}任期(?:届满|结束))(?:之|以)?前"
)
_NEXT = re.compile(f"的?{_EVENT}")
_SEASON = re.compile(
    r"(?P<every>每年|历年)?(?:(?:(?<!\d)(?P<year>(?:19|20)\d\d)|(?P<rel>[今明当次翌]))年度?)?的?"
    rf"(?:{_EVENT}|(?P<tenure>本届[\u4e00-\u9fff]{{0,4}}任期之?内))$"
)
_SEASON_ENDS = "汛期冬冻暖季临来始旦节庆秋夏一”会学假束运耕收满期"
_AROUND = re.compile("后|夕|期|[一二三两半\\d]|的")
_DOES = (
    r"(?<![已法])(?:完成|到位|完毕|完工|竣工|建成|修复|投用|投产|投入使用|拆除|验收|达标|实现|解决|上线|消除|清零|清除|达到|不低于|不少于)"
    r"(?!率|情况|的(?=[,、。]|[\u4e00-\u9fff]))"
)
_SOON = re.compile(rf"(?:应当?|须|必须|务必|要)(?![用求])|[^,。;\n]{{0,24}}?{_DOES}")
_THEN = re.compile(rf",[^。;\n]{{0,60}}?{_DOES}|,[^。;\n]{{0,24}}?(?:要|须|应)(?![用求])")
# 汛前未建成的泵站, 无法完成拆迁的: which ones are meant.
_NOT_YET = re.compile(r"[^,。;\n]{0,16}?(?:未|无法|不能|没有)[^,。;\n]{0,24}的")
_OPENS = re.compile(r"(?:^|其中|[,。;:(、\n]|(?:^|\n)\s*[(]?[一二三四五六七八九十\d]{1,3}[).]\s*)$")
_LABEL = re.compile(
    r"(?:完成|[竣完]工|投[产用]|建成|通车|整改)(?:时间|时限|期限):$|(?:^|\n)时限(?:要求)?:$"
)  # 完工时间:2023年汛前
_AT = re.compile(r"(?<![已业曾早均])(?:[在于]|(?<![截甚])至|务必|必须|确保|力争|争取|[要须应])$")
_ISSUED = re.compile(
    r"(?<!示期)(?<!告期)(?<!期为)(?<!期:)(?:(?:[自从]|[在于](?=本))(?:本[\u4e00-\u9fff]{2,8}?)?|本[\u4e00-\u9fff]{2,6}?"
    rf"|(?P<term>(?<![\u4e00-\u9fff])(?:{NOUN}|文件)?))"
    rf"(?:印发|发布|下发|公布|颁布|公告|发文|出台)(?:(?:{NOUN})(?=后))?(?:之日)?[起后],?"
    r"(?P<count>\d{1,3}|[一二三四五六七八九十两]{1,3}|半(?=年))(?P<unit>个?工作日|个月|年|[日天周])之?以?内$"
)
# A right to be used, no task.
_APPEAL = re.compile(r",?[^,。;\n]{0,10}?(?:申请(?:行政)?复议|提起|向[^,。;\n]{2,16}法院)")
_REACH = 30


def match_events(
    text: str, start: int, end: int, terms: list[tuple[int, int]], year: int | None, issued_on: date | None
) -> Iterator[Time]:
    """The ends in `text[start:end]` that stand by an event. In `terms`, spans of clauses and of cells, one
    that stands alone is due; a feast has its day in the document's `year`, and one counted from the issue
    has its date where `issued_on` is known."""
    ends = _places(text, "前", _SEASON_ENDS, start, end)
    for at in chain(ends, _places(text, "内", "期", start, end)):
        season = _SEASON.search(text, max(start, at - _REACH), at)
        if season and not _AROUND.match(text, at, end):
            term = _within(season.start(), terms)
            if time := _season(text, season, term, year):
                yield time
    for at in _places(text, "内", "日天周月年", start, end):
        issue = _ISSUED.search(text, max(start, at - _REACH), at)
        # By itself, as 方案印发后1个月内, it is one in a clause or a cell.
        alone = issue is not None and issue["term"] is not None
        if issue and not _APPEAL.match(text, at, end) and (not alone or _within(issue.start(), terms)):
            yield _counted(issue, issued_on, "until" if is_relief(text, at) else "due")


def opens(text: str, at: int) -> bool:
    """Whether an end by an event stands at a place: 2022年|春节前 is no whole year."""
    return _NEXT.match(text, at) is not None


def _within(at: int, terms: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The span of the clause or cell that holds a place."""
    return next((term for term in terms if term[0] <= at < term[1]), None)


def _places(text: str, sign: str, before: str, start: int, end: int) -> Iterator[int]:
    """Where a sign ends that stands, with 之 or 以 or without, behind one of others: cheaper than to search
    each for its words."""
    at = text.find(sign, start + 1, end)
    while at > 0:
        if text[at - 1] in before or (text[at - 1] in "之以" and text[at - 2] in before):
            yield at + 1
        at = text.find(sign, at + 1, end)


def _season(text: str, found: re.Match[str], term: tuple[int, int] | None, year: int | None) -> Time | None:
    """The end that a season or a feast is, where something is to be done by then; `term` is the clause or
    the cell that it stands in, `year` the document's."""
    if text[found.start() - 1 : found.start()] in ("日", "号"):
        return None  # 4月1日入汛前: a day.
    start, end = found.span()
    first, last = term or (0, len(text))
    left, right = text[max(start - 12, first) : start], text[end : min(end + 64, last)]
    alone, told = _OPENS.search(left), _done.ATTRIBUTE.match(right) or _done.is_past(right)
    due = (
        _SOON.match(right)
        or ((alone or _AT.search(left)) and (_done.is_duty(right) or _done.does_then(right)))
        or (alone and (_THEN.match(right) or ((found["every"] or found["tenure"]) and right[:1] == ",")))
        or ((term or _LABEL.search(left)) and alone and (not right or _done.TERM_ENDS.match(right)))
    )
    if told or not due or _NOT_YET.match(right):
        return None
    if found["every"]:
        return Time(start, end, "due", precision="year", recurring="yearly", rule="recurring")
    if day := _eve(found, year):
        return Time(start, end, "due", day, rule="due-event")
    return Time(start, end, "due", precision="year", missing="date", rule="due-event")


def _eve(found: re.Match[str], year: int | None) -> date | None:
    """The day before a feast that has one of its own; new year's day is that of the year to come, unless
    the text names its year."""
    written = int(found["year"]) if found["year"] else None
    known = written or (year and year + (found["rel"] in ("明", "次", "翌")))
    if not found["feast"] or not known:
        return None
    new_year = found["feast"] == "元旦" and bool(found["year"] or found["rel"])
    return date(known - new_year, *_EVES[found["feast"]])


def _counted(found: re.Match[str], issued_on: date | None, kind: DeadlineKind) -> Time:
    """The last day of a term that begins with the issue; one in working days has no date."""
    unit, count = found["unit"], found["count"]
    day = None
    if issued_on and unit in ("日", "天", "周"):
        day = issued_on + timedelta(days=value_of(count) * (7 if unit == "周" else 1))
    elif issued_on and not unit.endswith("工作日"):
        months = 6 if count == "半" else value_of(count) * (12 if unit == "年" else 1)
        day = months_after(issued_on, months)
    return Time(*found.span(), kind, day, missing=None if day else "date", rule=f"{kind}-issue")
