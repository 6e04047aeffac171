"""Ruled tables on a page: from the lines that are drawn to cells, merged ones in all their places.

The lines of a table cut the page into elementary cells; two that no line parts are one cell. So a
merged cell needs no guess: it is what is left undivided.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

# In points (1/72 inch): lines nearer than this are one line, gaps shorter than this are none.
SNAP = 2.5
MAX_RULES = 1_500
MAX_CELLS = 5_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: a horizontal one lies at `at` from `start` to `end` of x, a vertical one of y."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Grid:
    """A table's place: its column and row boundaries, and to which cell each elementary cell belongs."""

    xs: list[float]
    ys: list[float]
    owners: list[list[int]] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The y of its upper border; y grows downwards."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """The y of its lower border."""
        return self.ys[-1]

    def cell(self, x: float, y: float) -> int | None:
        """The number of the cell at a point, None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        return self.owners[row][column]

    def width(self, cell: int) -> float:
        """The width of a cell."""
        columns = [j for row in self.owners for j, owner in enumerate(row) if owner == cell]
        return self.xs[max(columns) + 1] - self.xs[min(columns)]

    def rows(self, columns: Sequence[float]) -> list[list[int]]:
        """The cells of each row at the given x, left to right, without rows that divide nothing."""
        at = [min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2) for x in columns]
        rows = [[row[j] for j in at] for row in self.owners]
        return [row for i, row in enumerate(rows) if i == 0 or row != rows[i - 1]]


def find_grids(horizontal: Iterable[Rule], vertical: Iterable[Rule]) -> list[Grid]:
    """The tables that the lines of a page rule, from the top; a box with one cell is none."""
    across, down = _merge(horizontal), _merge(vertical)
    if len(across) + len(down) > MAX_RULES:
        return []
    grids = []
    for rows, columns in _connected(across, down):
        xs = _positions([r.at for r in columns] + _open_sides(rows, columns))
        ys = _positions([r.at for r in rows] + _open_sides(columns, rows))
        if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MAX_CELLS or max(len(xs), len(ys)) < 3:
            continue
        grid = Grid(xs, ys)
        grid.owners = _owners(grid, rows, columns)
        if len({owner for row in grid.owners for owner in row}) > 1:
            grids.append(grid)
    return sorted(grids, key=lambda g: (g.top, g.xs[0]))


def _merge(rules: Iterable[Rule]) -> list[Rule]:
    """Lines one beside or behind the other as one."""
    ordered = sorted(rules, key=lambda r: (r.at, r.start))
    lanes: list[list[Rule]] = []
    for rule in ordered:
        if lanes and rule.at - lanes[-1][0].at <= SNAP:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    merged: list[Rule] = []
    for lane in lanes:
        at = sum(r.at for r in lane) / len(lane)
        lane.sort(key=lambda r: r.start)
        start, end = lane[0].start, lane[0].end
        for rule in lane[1:]:
            if rule.start <= end + SNAP:
                end = max(end, rule.end)
            else:
                merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        merged.append(Rule(at, start, end))
    return [r for r in merged if r.end - r.start > SNAP]


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The groups of lines that cross or touch each other."""
    parent = list(range(len(across) + len(down)))
    root = _finder(parent)
    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if (
                h.start - SNAP <= v.at <= h.end + SNAP
                and v.start - SNAP <= h.at <= v.end + SNAP
                and root(i) != root(j)
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*across, *down]):
        groups.setdefault(root(i), ([], []))[i >= len(across)].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and group[1]]


def _finder(parent: list[int]) -> Callable[[int], int]:
    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    return root


def _open_sides(lines: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    """The sides of a table that have no line of their own: where most of the lines end beyond the
    outermost of those that cross them."""
    sides = []
    first, last = min(c.at for c in crossing), max(c.at for c in crossing)
    for ends in ([r.start for r in lines if r.start < first], [r.end for r in lines if r.end > last]):
        beyond = sorted(x for x in ends if not first - 4 * SNAP <= x <= last + 4 * SNAP)
        if len(beyond) > len(lines) / 2:
            sides.append(beyond[len(beyond) // 2])
    return sides


def middles(grids: Iterable[Grid]) -> list[float]:
    """The x in the middle of each column of a table in parts."""
    return [(left + right) / 2 for left, right in pairwise(_positions(x for g in grids for x in g.xs))]


def _positions(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 2 * SNAP:
            kept.append(value)
    return kept


def _owners(grid: Grid, rows: list[Rule], columns: list[Rule]) -> list[list[int]]:
    """Of each elementary cell the number of its cell: neighbours that no line parts share one."""
    wide, high = len(grid.xs) - 1, len(grid.ys) - 1
    parent = list(range(wide * high))
    root = _finder(parent)
    for i, (top, bottom) in enumerate(pairwise(grid.ys)):
        for j, (left, right) in enumerate(pairwise(grid.xs)):
            here = i * wide + j
            if j + 1 < wide and not _parted(columns, right, top, bottom):
                parent[root(here)] = root(here + 1)
            if i + 1 < high and not _parted(rows, bottom, left, right):
                parent[root(here)] = root(here + wide)
    return [[root(i * wide + j) for j in range(wide)] for i in range(high)]


def _parted(rules: list[Rule], at: float, start: float, end: float) -> bool:
    middle = (start + end) / 2
    return any(abs(r.at - at) <= SNAP and r.start <= middle <= r.end for r in rules)
