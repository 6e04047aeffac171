"""Sharing a page out: large components get rectangles by weight, small ones stand in rows."""

from __future__ import annotations

from collections.abc import Sequence

from graph.views.layout._marks import Rect

BETWEEN = 16.0
"""Pixels between two blocks of a row."""
STEP = 20.0


def tile(rect: Rect, weights: Sequence[float]) -> list[Rect]:
    """Cut `rect` into one rectangle a weight, areas in proportion, by halving the longer side."""
    if len(weights) == 1:
        return [rect]
    total, cut = sum(weights), 1
    while cut < len(weights) - 1 and sum(weights[: cut + 1]) <= total / 2:
        cut += 1
    share = sum(weights[:cut]) / total
    left, top, right, bottom = rect
    if right - left >= bottom - top:
        at = left + (right - left) * share
        first, second = (left, top, at, bottom), (at, top, right, bottom)
    else:
        at = top + (bottom - top) * share
        first, second = (left, top, right, at), (left, at, right, bottom)
    return tile(first, weights[:cut]) + tile(second, weights[cut:])


def rows(sizes: Sequence[tuple[float, float]], width: float) -> tuple[list[tuple[float, float]], float]:
    """Stand blocks side by side in rows as wide as the page, highest first.

    Returns the left top corner of each, in the order given, and the height of all rows. What a row
    leaves free goes between its blocks. A block wider than the page gets a row that runs over.
    """
    order = sorted(range(len(sizes)), key=lambda at: (-sizes[at][1], -sizes[at][0], at))
    lines = _lines(sizes, order, width)
    # As many rows as it takes, but of about equal length.
    narrow = width
    while narrow > width / 2 and len(_lines(sizes, order, narrow - STEP)) == len(lines):
        narrow -= STEP
    lines = _lines(sizes, order, narrow)
    corners = [(0.0, 0.0)] * len(sizes)
    top = 0.0
    for line in lines:
        free = max(0.0, width - sum(sizes[at][0] for at in line)) / (len(line) + 1)
        left = free
        for at in line:
            corners[at] = (left, top)
            left += sizes[at][0] + free
        top += sizes[line[0]][1] + BETWEEN / 2
    return corners, top


def _lines(sizes: Sequence[tuple[float, float]], order: Sequence[int], width: float) -> list[list[int]]:
    lines: list[list[int]] = []
    used = width + 1
    for at in order:
        if used + BETWEEN + sizes[at][0] > width:
            lines.append([])
            used = 0.0
        lines[-1].append(at)
        used += BETWEEN + sizes[at][0]
    return lines
