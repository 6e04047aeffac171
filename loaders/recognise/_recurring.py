"""Days that come again: 每年2月底前, 每季度末, 每月10日前."""

from __future__ import annotations

import re

from graph.model import Recurring
from loaders.recognise._done import is_duty
from loaders.recognise._points import BEFORE, Point, Time

_EVERY = re.compile(r"每(?P<per>年度?|季度?|个?月|半年)(?:的|都|\()?$")
EVERY_YEAR = ("每年", "每年度", "每年的")
_PERIOD_END = re.compile(
    r"[每次下](?:(?<=每)个?(?P<per>季度?|月|年度?)[月季]?(?:末|底)(?!月)(?:之?前)?"
    r"|(?<=每)个?(?P<first>季度?)的?(?:[首末次]月|(?:最后一|第[一二三1-3])个月)的?(?:[12]?\d|3[01])[日号](?:之?前)?"
    r"|(?:(?<=每)(?:月(?:的?次月)?|次月)|(?<=[次下])月)(?P<day>[12]?\d|3[01])[日号](?:之?前)?"
    r"|(?<=每)个?(?P<final>季度?|月)的?最后一(?:个工作)?[天日](?:之?前)?"
    r"|(?<=每)个?(?P<behind>季度?|月|年度?)(?:结束|终了)之?后的?[\d一二三四五六七八九十]{1,3}个?(?:工作)?[日天]之?内)"
)
_MORE = re.compile(r"[、和]([12]?\d|3[01])[日号](?:之?前)?")
_AROUND = re.compile(r"(?:[“‘\"][^”’\"]{2,12}[”’\"])?(?:前后|期间|当[天日])")
_RECURRING: dict[str, Recurring] = {"年": "yearly", "季": "quarterly", "月": "monthly"}


def recurring(point: Point, left: str, right: str, *, follows: bool, clause: bool) -> Time | None:
    """每年2月底前: a day that comes again; `follows`: 每年 was said of the point before; in a `clause` a
    quarter may stand alone."""
    every = _EVERY.search(left)
    before = BEFORE.match(right)
    dated = point.year and not point.next_year
    alone = clause and not right
    whole = point.precision in ("half", "quarter") and not (before or alone or is_duty(right))
    # 每年11月开始编制: when a task begins; 每年9月1日“爱水日”前后: when something is.
    if not (every or follows) or dated or whole or right.startswith(("起", "开始")) or _AROUND.match(right):
        return None
    period = every.group("per") if every else "年"
    if period.startswith("半"):  # 每半年(6月底、12月底前): each of the two days comes once a year
        if every is None or not every.group().endswith("("):
            return None
        period = "年"
    return Time(
        point.start - (len(every.group()) if every else 0),
        point.end + (before.end() if before else 0),
        "due",
        precision=point.precision,
        recurring=_RECURRING[period.lstrip("个")[0]],
        on=on_day(point),
        rule="recurring",
    )


def on_day(point: Point) -> str:
    """The day of a recurring point: --02-28."""
    return "--{:02d}-{:02d}".format(*point.last_day)


def match_periodic(text: str, start: int, end: int) -> list[Time]:
    """每季度末, 每月10日前, 每季度结束后10日内: a recurring day without a month."""
    times = []
    for m in _PERIOD_END.finditer(text, start, end):
        per = (m["per"] or m["first"] or m["final"] or m["behind"] or "月")[0]
        on = f"---{int(m['day']):02d}" if m["day"] else "--12-31" if m["per"] and per == "年" else None
        time = Time(*m.span(), "due", recurring=_RECURRING[per], on=on, precision="day", rule="recurring")
        times.append(time)
        while m["day"] and (more := _MORE.match(text, times[-1].end, end)):  # 每月10日、20日、30日
            times.append(time._replace(start=more.start(1), end=more.end(), on=f"---{int(more[1]):02d}"))
    return times
