"""Choosing the side of each label, so that few edges run through it and nothing else does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from graph.views.layout._marks import SIDES, Mark, Rect, Spot, disc_rect, label_rect, meet

Array = npt.NDArray[np.float64]
Edge = tuple[int, int]
CLEAR = 4.0
"""Pixels between a label and anything else."""


def choose_sides(
    marks: Sequence[Mark],
    spots: Sequence[Spot],
    edges: Sequence[Edge],
    size: tuple[float, float],
    fixed: frozenset[int] = frozenset(),
) -> list[Spot]:
    """Turn labels to the side that the fewest edges cross, two rounds, heaviest marks first.

    A label moves only where it meets no disc, no other label and not the page's border; the labels
    of `fixed` marks stay below.
    """
    spots = list(spots)
    lines = np.array([[spots[a].x, spots[a].y, spots[b].x, spots[b].y] for a, b in edges], dtype=float)
    discs = [disc_rect(mark, spot) for mark, spot in zip(marks, spots, strict=True)]
    named = [at for at, mark in enumerate(marks) if mark.lines]
    for _ in range(2):
        for at in sorted(named, key=lambda at: (-marks[at].radius, at)):
            if at in fixed:
                continue
            others = [label_rect(marks[o], spots[o]) for o in named if o != at]
            blocked = others + discs[:at] + discs[at + 1 :]
            spots[at] = _best(marks[at], spots[at], blocked, lines, size)
    return spots


def _best(mark: Mark, spot: Spot, blocked: Sequence[Rect], lines: Array, size: tuple[float, float]) -> Spot:
    best, least = spot, crossings(label_rect(mark, spot), lines)
    for side in SIDES:
        there = Spot(spot.x, spot.y, side)
        rect = label_rect(mark, there)
        inside = min(rect[0], rect[1], size[0] - rect[2], size[1] - rect[3]) >= CLEAR
        if inside and not any(meet(rect, other, CLEAR) for other in blocked):
            count = crossings(rect, lines)
            if count < least:
                best, least = there, count
    return best


def crossings(rect: Rect, lines: Array) -> int:
    """How many of `lines`, (n, 4) from x, y to x, y, run through a rectangle (Liang-Barsky)."""
    if not len(lines):
        return 0
    start, way = lines[:, :2], lines[:, 2:] - lines[:, :2]
    low, high = np.array(rect[:2]), np.array(rect[2:])
    with np.errstate(divide="ignore", invalid="ignore"):
        first, second = (low - start) / way, (high - start) / way
    still = way == 0
    within = (start > low) & (start < high)
    enter = np.where(still, np.where(within, -np.inf, np.inf), np.minimum(first, second)).max(axis=1)
    leave = np.where(still, np.where(within, np.inf, -np.inf), np.maximum(first, second)).min(axis=1)
    return int(np.count_nonzero(np.maximum(enter, 0) < np.minimum(leave, 1)))
