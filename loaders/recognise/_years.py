"""Spans of whole years (2023-2025年, 2023年至2025年): most name a plan or a period, some set a term."""

from __future__ import annotations

import datetime
import re

from loaders.recognise._done import does_then, is_duty
from loaders.recognise._points import Point, Time
from loaders.recognise._reliefs import relieves

YEARS = re.compile(r"((?:19|20)\d\d)年?(?:至|到|[-~]{1,3})((?:19|20)\d\d)年(?!\d|底|末|前)")
_SAID = re.compile("(?:目标|执行期):$")  # 目标：2023-2025年: what a span is, where a clause says so
# 2022—2024年累计培训千人, 2022—2024年,新建泵站20座: a sum to reach; 每年新建 is none.
_SUM = re.compile(
    r"[,、]?[^,。;]{0,10}?(?:累计|总计|合计|共(?![同享建有管治识]))[^,。;]*?\d|,(?:全面|基本|如期)完成|,(?:(?!每|年均|平均)[^,。;\d]){0,10}?(?:新[增建发改]|建成|改造|完成)(?:(?!每|年均|的)[^,。;\d]){0,16}\d"
)
_SINCE = re.compile(r"(?:以|之)?(?:[前后]|起)[^,。;]{1,14}的")
_LABEL = re.compile(r"[(]?[一二三四五六七八九十\d]{1,3}[).、]\s*")


def term_of(years: re.Match[str], start: int, end: int, *, year: int | None, clause: bool) -> Time | None:
    """The term that a span of years (a match of `YEARS`) sets in the sentence that stands from `start` to
    `end`: that of a clause, a stage, a relief or a sum to reach; None where it is a name. `year` is the
    document's."""
    text, at = years.string, years.start()
    alone = at == start or text[at - 1] in ":,;(从自" or _LABEL.fullmatch(text, start, at) is not None
    stage = text.endswith(("阶段(", "阶段:"), start, at)
    first, last = (int(y) for y in years.groups())
    days = datetime.date(last, 12, 31), datetime.date(first, 1, 1)
    found = Time(*years.span(), "due", *days, "year", rule="due-clause")
    if said := _SAID.search(text, start, at) if clause else None:
        return found._replace(kind="target" if said.group() == "目标:" else "until")
    if (clause and alone) or (stage and not (year and last < year)):
        return found
    if alone and year and last >= year:
        if _SUM.match(text, years.end(), end):
            return found._replace(kind="target", rule="target")
        if relieves(text, years.end(), end):
            return found._replace(kind="until", rule="until-range")
        behind = text[years.end() : min(years.end() + 64, end)]
        if behind.startswith(",") and (is_duty(behind) or does_then(behind)):
            return found._replace(rule="due-range")
    return None


def is_of_a_thing(text: str, point: Point, start: int, year: int | None) -> bool:
    """Whether a point is a whole year, not the document's `year`, of a thing and not of the sentence, which
    begins at `start`: 2021年以来的情况, 做好2023年度预算, and what lasts or tells which since a
    time: 2018年1月以来, 2018年以后新建的; but 2023年,3月底前完成试点."""
    if text.startswith(("以来", "至今"), point.end):
        return True
    if year and point.year and point.year < year and _SINCE.match(text, point.end):
        return True
    whole = point.precision == "year" and text[point.end - 1] in "年度"
    if not (whole and year and point.year) or point.year == year:
        return False
    return point.year < year or not (point.start == start or text[point.start - 1] in ",:(")
