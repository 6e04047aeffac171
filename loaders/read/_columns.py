"""Pages set in two columns, as gazettes are: where the columns part, and their lines one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from statistics import median

from loaders.read._lines import Glyph, Line, to_lines

# Two columns part near the middle of the page, by a character's width or a few.
_LEFTMOST, _RIGHTMOST, _NARROWEST, _WIDEST = 0.35, 0.65, 0.8, 4.5
_WIDEST_PAGE = 20_000  # points
# Of the usual number of characters above each other, so many may stand in the gap: a title's.
_CROSSING = 0.15
# A column has so many lines, and of them this part fills it; those of a table without rules do not.
_FEWEST, _FULL = 8, 0.5


def find_gutter(glyphs: Sequence[Glyph], width: float) -> float | None:
    """The middle of the gap between two columns of running text, None where a page has none."""
    inside = [glyph for glyph in glyphs if 0 <= glyph.x0 <= glyph.x1 <= width <= _WIDEST_PAGE]
    if not inside:
        return None
    edges = [0] * (int(width) + 2)
    for glyph in inside:
        edges[int(glyph.x0)] += 1
        edges[int(glyph.x1) + 1] -= 1
    above = list(accumulate(edges))  # How many characters stand at each point of the width.
    usual = median([count for count in above if count] or [0])
    size = median(glyph.bottom - glyph.top for glyph in inside)
    free = [
        x for x in range(int(_LEFTMOST * width), int(_RIGHTMOST * width)) if above[x] <= _CROSSING * usual
    ]
    runs = [[x for _, x in run] for _, run in groupby(enumerate(free), key=lambda pair: pair[1] - pair[0])]
    widest = max(runs, key=len, default=[])
    if not _NARROWEST * size <= len(widest) <= _WIDEST * size:
        return None
    middle = (widest[0] + widest[-1] + 1) / 2
    sides = split(lines_apart(glyphs, middle, 0), middle)[:2]
    return middle if all(map(_is_column, sides)) else None


def _is_column(lines: Sequence[Line]) -> bool:
    """Whether lines are those of running text set in a column."""
    edge = max((line.x1 for line in lines), default=0)
    full = sum(edge - line.x1 < 1.5 * line.size for line in lines)
    return len(lines) >= _FEWEST and full >= _FULL * len(lines)


def crossed(glyphs: Sequence[Glyph], middle: float) -> bool:
    """Whether more than a title or two stand across the middle of a page."""
    lines = lines_apart(glyphs, middle, 0)
    return len(split(lines, middle)[2]) > 0.3 * len(lines)


def lines_apart(glyphs: Sequence[Glyph], middle: float, page: int) -> list[Line]:
    """The lines of a page in columns that part at `middle`: those of each, and those across both."""
    across: list[Glyph] = []
    left: list[Glyph] = []
    right: list[Glyph] = []
    over = [glyph for glyph in glyphs if glyph.x0 < middle < glyph.x1]
    for glyph in glyphs:
        at = (glyph.top + glyph.bottom) / 2
        if any(one.top < at < one.bottom for one in over):
            across.append(glyph)
        else:
            (left if glyph.x1 <= middle else right).append(glyph)
    return [line for part in (across, left, right) for line in to_lines(part, page)]


def split(lines: Sequence[Line], middle: float) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines left of a point, right of it, and across it, each from the top."""
    parts: tuple[list[Line], list[Line], list[Line]] = ([], [], [])
    for line in sorted(lines, key=lambda line: line.top):
        parts[0 if line.x1 <= middle else 1 if line.x0 >= middle else 2].append(line)
    return parts


def stacked(lines: Sequence[Line], middle: float) -> list[Line]:
    """The lines of a page in two columns as if set in one: what stands across parts the page, and between,
    the right column follows below the left."""
    left, right, across = split(lines, middle)
    if not left or not right:
        return list(lines)
    aside = min(line.x0 for line in right) - min(line.x0 for line in left)
    found: list[Line] = []
    below, upper = 0.0, float("-inf")  # How far the columns above have pushed the rest down.
    for bound, crossing in zip([*(line.top for line in across), float("inf")], [*across, None], strict=True):
        first, second = ([line for line in side if upper <= line.top < bound] for side in (left, right))
        found += [_moved(line, 0, below) for line in first]
        if second:
            leading = median([b.bottom - a.bottom for a, b in pairwise(second)] or [2 * second[0].size])
            down = found[-1].bottom + leading - second[0].bottom if first else below
            found += [_moved(line, -aside, down) for line in second]
            below = max(below, found[-1].bottom + leading - bound)
        if crossing:
            found.append(_moved(crossing, 0, below))
        upper = bound
    return found


def _moved(line: Line, x: float, y: float) -> Line:
    return replace(line, x0=line.x0 + x, x1=line.x1 + x, top=line.top + y, bottom=line.bottom + y)
