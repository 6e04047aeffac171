"""Where everything stands on a page: computed beforehand, the same for the same graph.

Pure functions from marks and edges to places in pixels. The largest components are laid out by force
(Kamada-Kawai, then Fruchterman-Reingold), small ones stand in rows below; then the rectangles of disc
and label are pushed apart until none overlap, on a larger page if this one is too small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import igraph
import numpy as np
import numpy.typing as npt

from graph.views.layout._apart import push_apart
from graph.views.layout._force import spread
from graph.views.layout._marks import SIDES, Mark, Side, Spot, disc_rect, label_rect, meet, wrap
from graph.views.layout._pack import rows, tile
from graph.views.layout._sides import choose_sides, crossings
from graph.views.layout._units import Edge, Unit, fold

Array = npt.NDArray[np.float64]

__all__ = [
    "SIDES",
    "Mark",
    "Picture",
    "Side",
    "Spot",
    "arrange",
    "crossings",
    "disc_rect",
    "label_rect",
    "meet",
    "wrap",
]

MAJOR = 9
"""Units from which a component gets a part of the page, not a place in a row."""
LABELS_UP_TO = 600
"""Marks: a page of more is read by zooming in, so its labels get no room of their own, and the time
to push its marks apart is bounded."""
ROUNDS, FEW_ROUNDS = 400, 60
MARGIN = 7.0
"""Pixels along the border that stay free."""
LOOSE, LOOSE_BARE = 1.8, 4.0
"""A page is at least this many times the area of what stands on it; where labels have no room of their
own, the discs leave it."""
GROW = 1.06


@dataclass(frozen=True, slots=True)
class Picture:
    """A laid out page: its size in pixels and the spot of every mark, in the order given."""

    width: float
    height: float
    spots: tuple[Spot, ...]


def arrange(marks: Sequence[Mark], edges: Sequence[Edge], size: tuple[float, float]) -> Picture:
    """Lay marks out on a page of `size` pixels, or on the least larger one of its shape that holds
    them without overlap. `edges` are pairs of indices into `marks`.

    Of more than `LABELS_UP_TO` marks only the discs are kept apart, and these as far as a bounded
    time allows.
    """
    exact = len(marks) <= LABELS_UP_TO
    if not exact:
        marks = [Mark(mark.radius, ("",) if mark.lines else ()) for mark in marks]
    units, links = fold(marks, edges)
    need = (LOOSE if exact else LOOSE_BARE) * sum(4 * unit.half[0] * unit.half[1] for unit in units)
    scale = max(1.0, (need / (size[0] * size[1])) ** 0.5)
    parts = [_Part.of(units, links, part) for part in _components(len(units), links)]
    major = [
        part for at, part in enumerate(parts) if len(part.units) >= MAJOR or (at == 0 and len(part.units) > 1)
    ]
    minor = [(part, *part.block()) for part in parts[len(major) :]]
    while True:
        page = (size[0] * scale, size[1] * scale)
        places = _place(len(units), major, minor, (page[0] - 2 * MARGIN, page[1] - 2 * MARGIN), exact)
        if places is not None:
            break
        scale *= GROW
    spots = [Spot(0.0, 0.0)] * len(marks)
    for unit, (x, y) in zip(units, places, strict=True):
        x, y = float(x) + MARGIN, float(y) + MARGIN
        spots[unit.hub] = Spot(round(x, 1), round(y, 1))
        for petal, dx, dy in unit.petals:
            spots[petal] = Spot(round(x + dx, 1), round(y + dy, 1))
    if exact:
        ringed = frozenset(unit.hub for unit in units if unit.petals)
        spots = choose_sides(marks, spots, edges, page, ringed)
    return Picture(round(page[0], 1), round(page[1], 1), tuple(spots))


def _components(count: int, links: Sequence[Edge]) -> list[list[int]]:
    """The connected components, largest first, then by their first unit."""
    found = igraph.Graph(count, links).connected_components()
    return sorted((sorted(part) for part in found), key=lambda part: (-len(part), part[0]))


@dataclass(frozen=True, slots=True)
class _Part:
    """A component: its units, and where forces put their hubs in the unit square."""

    units: list[int]
    spread: Array
    halves: Array
    middles: Array

    @classmethod
    def of(cls, units: Sequence[Unit], links: Sequence[Edge], part: list[int]) -> _Part:
        number = {unit: at for at, unit in enumerate(part)}
        inner = [(number[a], number[b]) for a, b in links if a in number and b in number]
        halves = np.array([units[at].half for at in part])
        return cls(part, spread(len(part), inner), halves, np.array([units[at].middle for at in part]))

    @property
    def area(self) -> float:
        return float(4 * self.halves.prod(axis=1).sum())

    def settle(self, size: tuple[float, float], rounds: int) -> tuple[Array, bool]:
        """The hubs' places within a rectangle of `size`, and whether no boxes overlap there."""
        # A bare mark moves out of the way of a body with its words, hardly the other way round.
        mobility = 1 / (1 + self.halves.prod(axis=1) / 100)
        room = np.maximum(np.asarray(size) - 2 * self.halves, 0)
        # What the edges join are hubs, which do not stand in the middle of their boxes.
        centres = self.halves + self.spread * room + self.middles - self.middles.mean(axis=0)
        centres, settled = push_apart(centres, self.halves, mobility, size, rounds=rounds)
        return centres - self.middles, settled

    def block(self) -> tuple[tuple[float, float], Array]:
        """A small component by itself: the size of its block, and its hubs' places within."""
        widths, heights = 2 * self.halves.T
        size = (float(widths.sum()), float(heights.max() if len(heights) < 4 else heights.sum() / 2))
        hubs, settled = self.settle(size, ROUNDS)
        while not settled:
            size = (size[0] * 1.1, size[1] * 1.2)
            hubs, settled = self.settle(size, ROUNDS)
        centres = hubs + self.middles
        low, high = (centres - self.halves).min(axis=0), (centres + self.halves).max(axis=0)
        return (float(high[0] - low[0]), float(high[1] - low[1])), hubs - low


_Block = tuple[_Part, tuple[float, float], Array]
"""A small component, the size of its block, and its hubs' places within."""


def _place(
    count: int, major: Sequence[_Part], minor: Sequence[_Block], page: tuple[float, float], exact: bool
) -> Array | None:
    """The place of every unit's hub; None where the page is too small."""
    places = np.zeros((count, 2))
    corners, used = rows([size for _, size, _ in minor], page[0])
    top = page[1] - used
    if (major and top < page[1] / 3) or top < 0:
        return None
    top = top if major else top / 2  # by themselves they stand in the middle
    for (part, _, hubs), (left, above) in zip(minor, corners, strict=True):
        places[part.units] = hubs + np.array([left, top + above])
    if not major:
        return places
    rects = tile((0.0, 0.0, page[0], top), [part.area for part in major])
    for part, rect in zip(major, rects, strict=True):
        hubs, settled = part.settle((rect[2] - rect[0], rect[3] - rect[1]), ROUNDS if exact else FEW_ROUNDS)
        if exact and not settled:
            return None
        places[part.units] = hubs + rect[:2]
    return places
