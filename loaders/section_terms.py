"""What a section's heading sets for the tasks below it: a time (一、6月底前完成的任务), or that they go on
(三、长期坚持的任务)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.outline import Unit
from loaders.recognise import deadlines
from loaders.recognise.deadlines import Time

_NOUN = r"(?:重点|主要|整改|工作|改革|目标){0,2}(?:任务|事项|工作|项目|问题|举措|措施)(?:清单)?"
_COUNT = r"(?:\(?共?\d{1,3}[项条个]\)?)?"
_TIME = r"[^,。;:()的]{2,20}?前(?:需|须|要|应)?(?:全部|基本)?(?:完成|办结|落实|整改|销号)(?:到位)?"
_TERM = re.compile(
    rf"(?P<time>{_TIME})(?:的{_NOUN})?{_COUNT}$|[^,。;:()]{{0,12}}{_NOUN}\((?P<within>{_TIME})\)$"
)
_ONGOING = re.compile(
    rf"(?:需要?|应当?)?(?:长期|持续|常态化)(?:坚持|推进|开展|落实|实施|抓好|整改)+的{_NOUN}{_COUNT}$|长期{_NOUN}{_COUNT}$"
)
_LONGEST = 40


class SectionTerms:
    """What the headings of a text set, each read once; `year` is the document's."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text = text
        self._year = year
        self._times: dict[int, Time | None] = {}
        self._ongoing: dict[int, bool] = {}

    def time(self, units: Sequence[Unit]) -> Time | None:
        """The time that the innermost heading of some sections sets."""
        for unit in reversed(units):
            if id(unit) not in self._times:
                self._times[id(unit)] = self._time(unit)
            if time := self._times[id(unit)]:
                return time
        return None

    def goes_on(self, units: Sequence[Unit]) -> bool:
        """Whether a heading of some sections says that the tasks below it are never done."""
        for unit in units:
            if id(unit) not in self._ongoing:
                found = _heading(self._text, unit, _ONGOING, ("长期", "持续", "常态化"))
                self._ongoing[id(unit)] = found is not None
            if self._ongoing[id(unit)]:
                return True
        return False

    def _time(self, unit: Unit) -> Time | None:
        found = _heading(self._text, unit, _TERM, ("前",))
        if found is None:
            return None
        span = found.span("time" if found["time"] else "within")
        times = deadlines.match(self._text, *span, year=self._year, clause=True)
        return times[0] if len(times) == 1 and times[0].kind == "due" else None


def _heading(text: str, unit: Unit, form: re.Pattern[str], signs: Sequence[str]) -> re.Match[str] | None:
    """The heading of a section that is nothing but a form's words, of which it holds one of the signs."""
    if not unit.stretches or not unit.children:
        return None
    start, end = unit.stretches[0]
    if end - start > _LONGEST or not any(text.find(sign, start, end) >= 0 for sign in signs):
        return None
    return form.match(text, start, end)
