"""Times that are the term of a stage or of a step: (二)集中整治(4月), 3.10月底,召开总结会."""

from __future__ import annotations

from loaders.recognise import _done, _ranges
from loaders.recognise._context import Context
from loaders.recognise._points import Point


def is_step(at: Context, point: Point, left: str, right: str) -> bool:
    """Whether a point is the term of a stage or a step, in its bracket or at its head, and no tale of
    years past."""
    month, part = point.precision == "month", point.precision in ("month", "quarter", "half")
    past = point.year and at.year and point.year < at.year
    if right[:1] == ")":
        nth = _ranges.is_nth_year(left) and not _done.is_reached(at, point, left)
        worked = point.precision == "year" and not past and (nth or _ranges.is_work(left))
        return _ranges.is_stage(left) or (part and _ranges.is_step(left)) or worked
    if right[:1] == "," and not past and _ranges.heads_stage(at.text, left, point.start, at.end):
        return not _done.is_reached(at, point, left)
    if part and not past and _ranges.ends_step(at.text, left, point.end, at.end):
        return True
    return _ranges.is_called_stage(right) or (
        not past and (month or (part and right[:1] == ":")) and _ranges.opens_step(left, right)
    )
