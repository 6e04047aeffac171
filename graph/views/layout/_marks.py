"""What a layout places: marks, each a disc with or without a label, measured in pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

FONT = 14.0
"""Height of a label's characters: the least a reader should get."""
LINE = 17.0
"""From one line of a label to the next."""
GAP = 3.0
"""Between a disc and its label, and around both."""

Side = Literal["below", "above", "right", "left"]
SIDES: tuple[Side, ...] = ("below", "above", "right", "left")
Rect = tuple[float, float, float, float]
"""left, top, right, bottom; y grows downwards, as on a page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A disc of `radius` and the lines of its label (none: no label)."""

    radius: float
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands, and on which side of the disc its label is."""

    x: float
    y: float
    side: Side = "below"


def text_width(text: str) -> float:
    """The width of a line: a CJK character is as wide as high, any other about 0.6 of that."""
    return sum(FONT if ord(char) > 0x2E7F else FONT * 0.6 for char in text)


def wrap(text: str, longest: int = 8) -> tuple[str, ...]:
    """Break a name into lines of about equal length, none above `longest` characters."""
    if not text:
        return ()
    count = math.ceil(len(text) / longest)
    size = math.ceil(len(text) / count)
    return tuple(text[at : at + size] for at in range(0, len(text), size))


def label_size(mark: Mark) -> tuple[float, float]:
    """Width and height of a mark's label; (0, 0) without one."""
    return max((text_width(line) for line in mark.lines), default=0.0), LINE * len(mark.lines)


def label_rect(mark: Mark, spot: Spot) -> Rect:
    """The rectangle of a mark's label where `spot` puts it."""
    width, height = label_size(mark)
    reach = mark.radius + GAP
    if spot.side in ("below", "above"):
        left = spot.x - width / 2
        top = spot.y + reach if spot.side == "below" else spot.y - reach - height
    else:
        left = spot.x + reach if spot.side == "right" else spot.x - reach - width
        top = spot.y - height / 2
    return (left, top, left + width, top + height)


def disc_rect(mark: Mark, spot: Spot) -> Rect:
    """The square around a mark's disc."""
    r = mark.radius
    return (spot.x - r, spot.y - r, spot.x + r, spot.y + r)


def meet(a: Rect, b: Rect, margin: float = 0.0) -> bool:
    """Whether two rectangles share more than a border, or come nearer than `margin`."""
    return a[0] < b[2] + margin and b[0] < a[2] + margin and a[1] < b[3] + margin and b[1] < a[3] + margin


def join(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle around all of `rects`."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
