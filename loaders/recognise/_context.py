"""Where a time stands: its text and sentence, and the document's year and date."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from loaders.recognise._points import Point

_TOLD = re.compile("同比|累计|已(?!经济)")  # 上半年同比增长一成,6月完成招标
_NO_TIME = datetime.timedelta(0)
_A_MONTH = datetime.timedelta(days=31)
_TWO_MONTHS = datetime.timedelta(days=61)
_HALF_A_YEAR = datetime.timedelta(days=183)


@dataclass(slots=True)
class Context:
    """A sentence of a text, from `start` to `end`, in a `clause` or not, and the document's year and date."""

    text: str
    start: int
    end: int
    year: int | None
    clause: bool
    issued_on: datetime.date | None

    def is_ahead(self, point: Point) -> bool:
        """Whether a point is known to end on or after the day of the document."""
        day = self._day(point)
        return day is not None and self.issued_on is not None and day >= self.issued_on

    def is_past(self, point: Point) -> bool:
        """Whether a point is known to end before the document, a period two months before: a plan may be
        issued while its first steps are done."""
        day = self._day(point)
        if day is None or self.issued_on is None:
            return False
        line = self.text.rfind("\n", 0, point.start) + 1
        told = point.precision == "day" or _TOLD.search(self.text, line, point.start)
        return day < self.issued_on - (_NO_TIME if told else _TWO_MONTHS)

    def is_cutoff(self, point: Point) -> bool:
        """Whether a time with its year lies well before the document: 2019年1月1日前注册 tells which, as does
        a year long before it: 2000年前建成."""
        if point.precision == "year" and point.year and self.year and not self.clause:
            return point.year < self.year - 4
        day = self._day(point) if point.year and point.precision == "day" and not self.clause else None
        return day is not None and self.issued_on is not None and day < self.issued_on - _A_MONTH

    def coming(self, point: Point) -> Point:
        """A point without a year that sets a term; one that ended more than half a year before the document
        is that of the next year: 2月5日前报送, in a notice of December."""
        day = None if point.year else self._day(point)
        if day is None or self.issued_on is None or self.issued_on - day <= _HALF_A_YEAR:
            return point
        return point.in_year(day.year + 1)

    def _day(self, point: Point) -> datetime.date | None:
        year = point.year or self.year
        return point.to_day(year) if year else None
