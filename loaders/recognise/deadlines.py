"""Stated times: done by then (due), a rule or relief until then (until), a state by then (target).

Points in time are read first (2023年12月底, 9月底, “十四五”末), those that 、 or 和 joins together; the words
on their two sides say what they mean. Durations (48小时内, 30天), bare frequencies (每年组织) and plain
years in a name (2023-2025年计划) are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.model import DeadlineKind
from loaders.recognise import _done, _events, _latest, _ranges, _steps
from loaders.recognise._context import Context
from loaders.recognise._points import BEFORE, POINT, Point, Time, find_anchor, find_point, point_of
from loaders.recognise._recurring import EVERY_YEAR, match_periodic, on_day, recurring
from loaders.recognise._reliefs import is_relief, is_right, relieves
from loaders.recognise._spans import AIM, FROM, span_of, start_of
from loaders.recognise._years import YEARS, is_of_a_thing, term_of

__all__ = ["Time", "match", "match_periodic"]

_SENTENCE = re.compile(r"[^。;!?\n]+")
_STOP = re.compile(r"[。!?\n]")
_AND = re.compile(r"[、和及与]")
# What holds until then is a rule or a relief, in a clause too: 执行至, 有效期至.
_RULE = re.compile(r"执行|施行|实施|实行|有效|免征|减免|减半|保留|维持|暂停|暂缓|缓[缴交]")
_TOWARDS = re.compile(
    r"(?:(?<![达得看想直感遇受见])(?<!预[计测])(?<!提前)(?<!展望)(?<![近中远]期)到|(?<!提前)(?<![以甚直乃截年月日号底末期春夏秋冬\d])至|力争|争取)$"
)
# 据测算,到2030年将达到: no aim.
_FORECAST = re.compile(r"据[^,。;]{0,6}(?:测算|预测|估算|推算)|(?<=[年月底末])[^,。;]{0,3}将(?:有?可能|会)")
_SHALL = tuple(f"{word}{at}" for word in "将拟请应须要" for at in "于在")
_WHICH = re.compile(r"以来|[^,。;]{1,8}的")  # 2020年建成的泵站,9月验收: no tale of 2020


def match(
    text: str,
    start: int,
    end: int,
    *,
    year: int | None,
    clause: bool = False,
    issued_on: date | None = None,
) -> list[Time]:
    """The stated times in `text[start:end]`. `year` is the document's, for 9月底前; without it such a
    time is `missing` its year; `issued_on` its date, which tells what is to come from what was. In a
    clause, or behind 完成时限, a point that stands alone is due."""
    times: list[Time] = []
    at, carried = start, None
    while anchor := find_anchor(text, at, end, clause=clause):
        left, right = _sentence(text, anchor.start(), at, end)
        carried = None if _STOP.search(text, at, left) else carried
        sentence = _Sentence(text, left, right, year, clause, issued_on, carried=carried)
        read = list(sentence.times())
        if read and times and ";" in text[times[-1].end : read[0].start]:
            read[0] = _ranges.alike(text, times[-1], read[0], right)
        times += read
        carried = sentence.stated or carried
        at = max(right, anchor.end())
    return times


def _sentence(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence that holds the position `at`, not before `start`."""
    left = max([text.rfind(stop, start, at) for stop in "。;!?\n"]) + 1
    stop = _SENTENCE.match(text, at, end)
    return max(left, start), stop.end() if stop else end


@dataclass(slots=True)
class _Sentence(Context):
    """One sentence while its times are read; `stated` is the last point that named its year,
    `carried` that of the sentence before, where a semicolon joins them, `passed` the end of what sets no
    term, `past` whether a year past opened what is told."""

    stated: Point | None = None
    yearly: int = -1
    passed: int = -1
    past: bool = False
    carried: Point | None = None

    def times(self) -> Iterator[Time]:
        at = self.start
        while found := self._next(at):
            years = YEARS.search(self.text, max(at, found.start() - 6), min(found.end() + 8, self.end))
            if years and years.start() <= found.start():
                span = term_of(years, self.start, self.end, year=self.year, clause=self.clause)
                yield from [span] if span else []
                at = years.end()
                continue
            points = self._group(found)
            at = points[-1].end if points else found.end()
            # 《2030年前碳达峰行动方案》: a time in a title is a part of the name.
            if not points or self._named(found.start()):
                continue
            for time in self._framed(points):
                yield time
                at = max(at, time.end)
                self.yearly = time.end if time.recurring == "yearly" else -1
            at = max(at, self.passed)

    def _named(self, at: int) -> bool:
        """Whether a place is within 《》."""
        opened = self.text.rfind("《", self.start, at)
        return opened >= 0 and self.text.find("》", opened, at) < 0

    def _next(self, at: int) -> re.Match[str] | None:
        """The next point behind a place."""
        return find_point(self.text, at, self.end, clause=self.clause)

    def _group(self, found: re.Match[str] | None) -> list[Point]:
        """The points that 、 or 和 joins, each with the year that the text gives it."""
        points: list[Point] = []
        while found:
            point = point_of(found, self.year, clause=self.clause)
            if point is None or (point.precision == "year" and _events.opens(self.text, point.end)):
                break
            every = bool(points) and self.text.endswith(EVERY_YEAR, self.start, points[0].start)
            points.append(point if every else self._dated(point))
            if point.year and not is_of_a_thing(self.text, point, self.start, self.year):
                self.stated = points[-1]
            elif point.year and self.year and point.year < self.year:
                told = point.start == self.start or self.text[point.start - 1] in ",:(于在"
                self.past = told and not _WHICH.match(self.text, point.end)
            link = _AND.match(self.text, point.end, self.end)
            found = POINT.match(self.text, link.end(), self.end) if link else None
        return points

    def _dated(self, point: Point) -> Point:
        """A point without a year takes that of the sentence where it follows on, else the document's."""
        every = self.text.endswith(EVERY_YEAR, self.start, point.start)
        if point.next_year and self.stated and self.stated.year:  # 2023年10月出台,次年3月底前完善
            return point._replace(year=self.stated.year + (not self.stated.next_year))
        if point.year or every or self._follows(point):
            return point
        if self.text.endswith(_SHALL, self.start, point.start):
            point = self.coming(point)
        if self.stated and self.stated.year and point.last[0] >= self.stated.first[0]:
            return point.in_year(self.stated.year)
        if not self.stated and self.carried and _ranges.continues(self.text, point, self.carried):
            return point.in_year(self.carried.year)  # 2025年上半年完成整理;下半年完成验收
        return point

    def _framed(self, points: list[Point]) -> list[Time]:
        """The times of points that stand together: the words around them hold for each."""
        last = points[-1]
        left = self.text[max(self.start, points[0].start - 40) : points[0].start]
        right = self.text[last.end : min(self.end, last.end + 40)]
        # 每年12月底前考核,次年1月底前通报.
        follows = self._follows(points[0]) or (last.next_year and self.yearly >= 0)
        time = self._range(last, left)
        if self.passed >= last.end:
            return []
        again = time or recurring(last, left, right, follows=follows, clause=self.clause)
        time = again or self._meant(last, left, right)
        if time is None:
            return []
        if time.start_date or time.rule.endswith("-range"):
            ranged = time.start_date and all(p.ranged for p in points)
            return [*(p.spanned(time) for p in points[:-1] if ranged), time]
        before = [self._alike(time, p, points[0].start) for p in points[:-1]]
        if before:
            time = time._replace(start=last.start)
        return [*before, time]

    def _follows(self, point: Point) -> bool:
        """Whether a point follows on a yearly one: 每年1月5日前、7月5日前, 每年1月5日前上报,1月底前考核."""
        if self.yearly < 0:
            return False
        joined = _AND.fullmatch(self.text, self.yearly, point.start)
        return bool(joined or (not point.year and BEFORE.match(self.text, point.end, self.end)))

    def _alike(self, time: Time, point: Point, start: int) -> Time:
        """The same frame around another point of the group."""
        if time.recurring:
            return time._replace(start=point.start, end=point.end, on=on_day(point))
        return self._at(time._replace(start=point.start, end=point.end), point)

    def _at(self, time: Time, point: Point) -> Time:
        """The time with its last day, in the point's year or the document's."""
        start, end, kind, day, first, _, again, on, _, rule = time
        known = point.year or self.year
        day = point.to_day(known) if known is not None else day
        missing: Literal["year"] | None = "year" if known is None else None
        return Time(start, end, kind, day, first, point.precision, again, on, missing, rule)

    def _range(self, point: Point, left: str) -> Time | None:
        """A range that begins at a point."""
        other = _ranges.far_end(self.text, point, self.end, self.year, clause=self.clause)
        which = other and not self.clause and _ranges.tells_which(self.text, other.end)
        if other and (which or left.endswith("将") or _ranges.is_when(self.text, left, other.end)):
            self.passed = other.end
        time = span_of(self, point, self._dated(other), left) if other else None
        self.stated = other if other and other.year else self.stated
        return time

    def _meant(self, point: Point, left: str, right: str) -> Time | None:
        """A point by the words on its two sides."""
        before = BEFORE.match(self.text, point.end, self.end)
        stop = before.end() if before else point.end
        if _ranges.is_of_a_thing(left):
            return None
        apart = _latest.ends_with(left) or _ranges.tells_which(self.text, point.end)
        holds = None if apart else _ranges.holds(left)
        if holds and left[-1:] in ("至", "到"):
            begin = point.start - len(holds.group()) if len(holds.group()) <= 6 else point.start - 1
            task = (
                (self.clause and not _RULE.search(holds.group()))
                or _ranges.is_in_step(left)
                or (len(left) <= 6 and _ranges.heads_stage(self.text, "", point.start - len(left), self.end))
                or (not _RULE.search(holds.group()) and _ranges.is_filled(self.text, stop))
            )
            kind: DeadlineKind = "due" if task else "until"
            return self._at(Time(begin, stop + right.startswith("止"), kind, rule="until"), point)
        if left in ("至", "到") and right[:1] == "," and relieves(self.text, stop, self.end):
            return self._at(Time(point.start - 1, stop, "until", rule="until"), point)
        if before:
            if _done.tells_which(left, right, stop - point.end) or self.is_cutoff(point):
                return None
            relief = is_relief(self.text, stop) or is_right(self.text, left, stop)
            time = Time(point.start - (left[-1:] == "于"), stop, "until" if relief else "due")
            return self._at(time, self.coming(point))
        if started := FROM.match(right):
            return start_of(self, point, left, started)
        return self._unmarked(point, left, right)

    def _is_told(self, point: Point) -> bool:
        """Whether a month follows on a year past: 2020年建成3座,9月建成2座."""
        return self.past and not (self.clause or point.year) and point.precision == "month"

    def _stands_alone(self, point: Point, left: str, right: str) -> bool:
        """Whether a point behind a mark is a term by itself: in a clause, or behind 完成时限."""
        within = self.text[point.end - 1] == "内" and right.startswith("持续")  # 年内持续推进
        return _latest.is_label(left, right) or (
            self.clause and (not right or bool(_done.TERM_ENDS.match(right)) or within)
        )

    def _unmarked(self, point: Point, left: str, right: str) -> Time | None:
        """A point without 前, 起 or 至: what stands before it or is done then says what it means."""
        term = (self.clause and not AIM.search(left)) or _ranges.is_in_step(left)
        aim: DeadlineKind = "due" if term else "target"
        told = not self.clause and left.endswith(("截至", "截止"))
        closes = _latest.closes(left, right, point)
        later = point.year and self.year and point.year > self.year
        if told and later and not closes and not _latest.is_told(right):
            left, told = left[:-2], False  # 截至2025年末,达标率达到九成: an aim
        done = None if told or _done.ATTRIBUTE.match(right) else _done.DONE.match(right)
        towards = _TOWARDS.search(left)
        # 力争年内完工 sets a term, 到2025年建成 an aim.
        task = towards and len(towards.group()) > 1 and done and not done.group("state")
        past = point.year and self.year and point.year < self.year and not self.clause
        if towards and _FORECAST.search(self.text, self.start, min(point.end + 8, self.end)):
            return None
        if towards and not task and not past and (point.precision != "day" or _done.is_aim(left, right)):
            return self._at(Time(point.start - len(towards.group()), point.end, aim, rule="target"), point)
        if point.plan:
            return self._at(Time(point.start, point.end, aim, rule="target"), point)
        due = None
        if bound := _latest.bounds(left):
            return self._at(Time(point.start, point.end, bound, rule=f"{bound}-latest"), point)
        if closes and not past:
            due = "due-latest"
        elif self._is_told(point):
            return None
        elif done and not past and _done.is_done(self, point, done):
            if done.group("state"):
                return self._at(Time(point.start, point.end, aim, rule="target"), point)
            due = "due-done"
        elif _steps.is_step(self, point, left, right):
            due = "due-stage"
        elif _done.is_task(self, point, left, right):
            due = "due-done"
        elif left[-1:] in ",;:([、]为" and self._stands_alone(point, left, right):
            due = "due-clause"
        if due is None:
            ahead = _done.is_reached(self, point, left)
            return self._at(Time(point.start, point.end, aim, rule="target"), point) if ahead else None
        point = self.coming(point)
        time = self._at(Time(point.start, point.end, "due", rule=due), point)
        first = point.from_day(time.date.year) if point.ranged and time.date else None
        return time._replace(start_date=first) if first else time
