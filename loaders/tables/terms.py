"""The times of a table's cell of terms: points that stand alone, and those of the steps that it names
(一季度:完成招标;二季度:开工)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from loaders.recognise import deadlines
from loaders.recognise._events import match_events
from loaders.recognise._points import POINT
from loaders.recognise.deadlines import Time

_PART = re.compile(r"[^;。\n]+")
_PHRASE = re.compile(r"[^;。,\n]+")
_NUMBER = re.compile(r"\s*(?:[(]?\d{1,2}[)、.](?!\d)\s*)?")
# What joins a point to another or to words that frame it, or goes on without end: it opens no step.
_JOINED = re.compile(r"[-~—至到起、和及与后]|[以之]后|开始|持续|长期|常态|不断")


def terms(text: str, start: int, end: int, year: int | None, issued_on: date | None = None) -> list[Time]:
    """The stated times of the cell `text[start:end]`, in a document of `year`: each is due."""
    times = deadlines.match(text, start, end, year=year, clause=True, issued_on=issued_on)
    times += match_events(text, start, end, [(start, end)], year, issued_on)
    taken = {at for time in times for at in range(time.start, time.end)}
    for left, right in _steps(text, start, end):
        # Where the document has no year, that of the step before is theirs.
        year = year or next((time.date.year for time in times if time.date), None)
        for time in deadlines.match(text, left, right, year=year, clause=True, issued_on=issued_on):
            if taken.isdisjoint(stretch := range(time.start, time.end)):
                taken.update(stretch)
                times.append(time)
    return sorted(times, key=attrgetter("start"))


def _steps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a cell names the time of a step: before a colon, or at the head of each of its phrases."""
    for part in _PART.finditer(text, start, end):
        colon = text.find(":", *part.span())
        if 0 < colon - part.start() <= 20:
            yield part.start(), colon
    for cut in (_PART, _PHRASE):
        phrases = [part.span() for part in cut.finditer(text, start, end)]
        points = [POINT.match(text, _behind_number(text, a, b), b) for a, b in phrases]
        if len(points) > 1 and all(point and not _JOINED.match(text, point.end(), end) for point in points):
            yield from (point.span() for point in points if point)
            return


def _behind_number(text: str, start: int, end: int) -> int:
    """Where a phrase begins that a number may open."""
    number = _NUMBER.match(text, start, end)
    return number.end() if number else start
