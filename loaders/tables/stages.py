"""Columns that say what is to be done by a time in their heads: 一季度, 二季度, 上半年, 3月底前."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.recognise._points import POINT, Time, point_of

_MONTH = r"(?:1[0-2]|[1-9])月(?:份|底)?"
_STAGE = re.compile(
    r"(?:(?:19|20)\d\d年)?"
    rf"(?:第?[一二三四1-4]季度|[上下]半年|(?:(?:1[0-2]|[1-9])月?[-~至—])?{_MONTH})末?"
    r"(?:工作|任务|完成|实施|推进|形象|计划)*(?:目标|任务|内容|安排|进度|计划|节点|要求)?"
)


@lru_cache(maxsize=1024)
def is_stage(head: str) -> bool:
    """Whether the head of a column is a time by which its cells are to be done."""
    return len(head) <= 16 and _STAGE.fullmatch(head) is not None


def stage_time(text: str, start: int, end: int, year: int | None) -> Time | None:
    """The time that the head `text[start:end]` of such a column states, in a document of `year`."""
    found = POINT.search(text, start, end)
    point = point_of(found, year, clause=True) if found else None
    if point is None:
        return None
    known = point.year or year
    day = point.to_day(known) if known is not None else None
    return Time(
        point.start,
        point.end,
        "due",
        day,
        precision=point.precision,
        missing="year" if known is None else None,
        rule="due-stage",
    )
