"""What a range (自2020年1月1日至3月31日) or a start means: the term of a task, how long a rule holds."""

from __future__ import annotations

import re
from datetime import date

from graph.model import DeadlineKind
from loaders.recognise._context import Context
from loaders.recognise._done import ATTRIBUTE, does_then, does_work
from loaders.recognise._points import Point, Time
from loaders.recognise._ranges import HAPPENED, is_of_a_name, is_task, is_told, is_when, state_in
from loaders.recognise._ranges import holds as held
from loaders.recognise._recurring import EVERY_YEAR, on_day
from loaders.recognise._reliefs import end_of_term, is_favour, is_relief, relieves

AIM = re.compile(r"目标:[到至]?$")
# 自2月1日至疫情结束: a start, and an end that no calendar tells.
FROM = re.compile(
    r"(?:(?:\d{1,2}|零)[点时])?(?:起(?!草|来|步|点|飞|诉)|开始|至(?=[^\d,。;]{2,16}(?:结束|解除)))"
)
# 自2003年起,每年开展; what 自2003年起,村民感到震动 tells of was.
_WAS = re.compile(rf"[^。;\n]{{0,40}}?{HAPPENED}")
_SETS = re.compile(
    r"每|[实执施推]行|实施|建立|纳入|取消|开展|免|减|停止|调整|[启使]用|全面|不再|统一|按|试点|推广|铺开|一律|禁止|不得|要|应|须"
)


def span_of(at: Context, point: Point, other: Point, left: str) -> Time | None:
    """自2020年1月1日至3月31日: holds until, from a start; in a clause or a stage, the term of a task
    (执行期: of a rule again)."""
    if is_of_a_name(left) or is_when(at.text, left, other.end):
        return None
    holds = held(left)
    term = at.clause and not holds
    behind = at.text[other.end : min(other.end + 64, at.end)]
    then = (not left or left.endswith(",")) and (does_then(behind) or does_work(behind))
    then = then and not relieves(behind, 0, len(behind))
    task = (then or is_task(at.text, left, point, other, at.end)) and not is_favour(left)
    every = left.endswith(EVERY_YEAR)
    said = term or task or holds or point.precision == "day" or is_relief(at.text, other.end)
    said = said or left[-1:] in ("自", "从") or at.text.startswith("期间", other.end)
    if point.ranged and (every or not said):
        return None
    if not (term or task) and is_told(at.text, left, other.end, bool(holds)):
        return None
    aim = term and AIM.search(left)
    if not (term or task or holds) and _is_over(at, other, left):
        return None
    kind: DeadlineKind = "target" if aim else "due" if term or task else "until"
    if kind == "until" and not holds and (state := state_in(at.text, other.end, at.end)):
        if not (state["bound"] or (other.year and at.year and other.year > at.year)):
            return None  # 1月至5月,达标率达到九成: what was, or an aim.
        kind = "target"
    start = point.start - (left[-1:] in ("自", "从"))
    end = other.end + at.text.startswith("止", other.end)
    time = Time(start, end, kind, precision=other.precision, rule=f"{kind}-range")
    if every:
        return time._replace(kind="due", recurring="yearly", on=on_day(other), rule="recurring")
    days = _days(at, point, other, due=kind == "due")
    return time._replace(date=days[1], start_date=days[0]) if days else time._replace(missing="year")


def _is_over(at: Context, other: Point, left: str) -> bool:
    """Whether a range was over when the document was written, and grants nothing: what was."""
    return at.is_past(other) and not relieves(at.text, other.end, at.end) and not is_favour(left)


def _days(at: Context, point: Point, other: Point, *, due: bool) -> tuple[date, date] | None:
    """The first and the last day of a range, None where nothing tells its year."""
    if due and not point.year and not other.year and (end := at.coming(other)).year:
        point, other = point.in_year(end.year), end
    first = point.year or (None if other.next_year else other.year) or at.year
    if first is None:
        return None
    until = first + 1 if other.next_year else other.year or first
    if other.to_day(until) < point.from_day(first):
        first, until = (first, until + 1) if point.year or not other.year else (first - 1, until)
    return point.from_day(first), other.to_day(until)


def start_of(at: Context, point: Point, left: str, started: re.Match[str]) -> Time | None:
    """2022年起: a start, and no end."""
    known = point.year or at.year
    opened = left[-1:] in ("自", "从")
    behind = point.end + started.end()
    which = ATTRIBUTE.match(at.text, behind, at.end)  # 2018年起投用的船舶; not 10月1日起未更换的一律停供
    was = started.group() == "开始" and _WAS.match(at.text, behind, at.end)  # 从3月开始,镇里开展了排查
    if (which and not at.text.startswith("一律", which.end())) or was or known is None:
        return None
    if started.group().endswith(("开始", "至")) and not opened:
        return None
    first = point.from_day(known)
    # 《条例》自2019年5月15日起施行, of one in force, or ahead of what is to be done.
    law = left.rstrip("自从").endswith("》")
    if law and (at.is_past(point) or at.text.startswith(("施行,", "生效,"), behind)):
        return None
    past = known < (at.year or known) and not at.clause
    if past and not _SETS.search(at.text, point.end, at.end):
        return None
    span = point.start - opened, point.end + started.end()
    last = end_of_term(at.text, span[1], at.end, first)
    return Time(*span, "until", last, first, point.precision, rule="from")
