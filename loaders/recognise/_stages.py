"""Times of a stage: where a stage states its span, a time in it without a year falls in the span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from loaders.numbering import KINDS, leading_label
from loaders.recognise._points import POINT, Point, Time, point_of

_MONTH = re.compile(r"[于自从]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_A_MONTH = timedelta(days=31)
_YEAR = re.compile(r"(?:19|20)\d\d[年.]")


def in_their_stage(text: str, times: list[Time]) -> list[Time]:
    """The times of a text in order, those without a year in the year of the stage whose unit they stand in
    (集中整治阶段（2031年3月—6月）。4月底前…), where the document's year lies outside it."""
    spans = [i for i, time in enumerate(times) if _is_span(text, time)]
    if not spans:
        return times
    dated = list(times)
    for first, after in pairwise([*spans, len(times)]):
        stage = times[first]
        end = _end_of_unit(text, stage.start)
        for i in range(first + 1, after):
            if times[i].start >= end:
                break
            dated[i] = _within(text, times[i], stage)
    return dated


def _is_span(text: str, time: Time) -> bool:
    """Whether a time states its span and its year: 2031年3月—6月, or the month of a stage (2031年3月)."""
    spans = time.start_date or (time.rule == "due-stage" and time.precision != "day")
    stated = time.date is not None and not time.recurring and spans
    return bool(stated) and _YEAR.search(text, time.start, time.end) is not None


def _first_day(text: str, stage: Time) -> date:
    """The first day of a stage."""
    assert stage.date
    return stage.start_date or next(p.from_day(stage.date.year) for p in _points(text, stage))


def _end_of_unit(text: str, at: int) -> int:
    """Where the unit ends whose line holds a place: before the next label of its kind or above it; the line,
    where it has none."""
    left, right = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    own = leading_label(text[left : left + 12])
    while own is not None and right >= 0:
        label = leading_label(text[right + 1 : right + 13])
        if label is not None and KINDS.index(label.kind) <= KINDS.index(own.kind):
            break
        right = text.find("\n", right + 1)
    return right if right >= 0 else len(text)


def _within(text: str, time: Time, stage: Time) -> Time:
    """The time in the stage's year, where only that lies in the stage or in the month before it."""
    assert stage.date
    opens = _first_day(text, stage)
    if time.recurring or (time.date is None and time.missing != "year"):
        return time
    if (time.date and opens <= time.date <= stage.date) or not _MONTH.match(text, time.start):
        return time
    points = list(_points(text, time))
    if not points or any(point.year or point.next_year for point in points):
        return time
    years = range(opens.year, stage.date.year + 1)
    days = [(points[0].from_day(year), points[-1].to_day(year)) for year in years]
    fits = [(first, last) for first, last in days if opens <= first and last <= stage.date]
    fits = fits or [(first, last) for first, last in days if last < opens <= last + _A_MONTH]
    if len(fits) != 1:
        return time
    (first, last), begins = fits[0], len(points) > 1 or points[0].ranged
    return time._replace(date=last, start_date=first if begins else None, missing=None)


def _points(text: str, time: Time) -> Iterator[Point]:
    for found in POINT.finditer(text, time.start, time.end):
        if point := point_of(found, None):
            yield point
