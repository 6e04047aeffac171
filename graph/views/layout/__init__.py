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

from graph.views.layout._apart import push_apart
from graph.views.layout._force import spread
from graph.views.layout._marks import SIDES, Mark, Side, Spot, disc_rect, label_rect, meet, wrap
from graph.views.layout._pack import rows, tile
from graph.views.layout._sides import choose_sides, crossings
from graph.views.layout._units import Edge, Unit, fold

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
"""Marks: a page of more is read by zooming in, so its labels get no room of their own."""
MARGIN = 7.0
"""Pixels along the border that stay free."""
LOOSE = 1.8
"""A page is at least this many times the area of what stands on it."""
GROW = 1.06


@dataclass(frozen=True, slots=True)
class Picture:
    """A laid out page: its size in pixels and the spot of every mark, in the order given."""

    width: float
    height: float
    spots: tuple[Spot, ...]


def arrange(marks: Sequence[Mark], edges: Sequence[Edge], size: tuple[float, float]) -> Picture:
    """Lay marks out on a page of `size` pixels, or on the least larger one of its shape that holds
    them without overlap. `edges` are pairs of indices into `marks`."""
    if len(marks) > LABELS_UP_TO:
        marks = [Mark(mark.radius, ("",) if mark.lines else ()) for mark in marks]
    units, links = fold(marks, edges)
    need = LOOSE * sum(4 * unit.half[0] * unit.half[1] for unit in units)
    scale = max(1.0, (need / (size[0] * size[1])) ** 0.5)
    components = _components(len(units), links)
    while True:
        page = (size[0] * scale, size[1] * scale)
        places = _place(units, links, components, (page[0] - 2 * MARGIN, page[1] - 2 * MARGIN))
        if places is not None:
            break
        scale *= GROW
    spots = [Spot(0.0, 0.0)] * len(marks)
    for unit, (x, y) in zip(units, places, strict=True):
        x, y = x + MARGIN, y + MARGIN
        spots[unit.hub] = Spot(round(x, 1), round(y, 1))
        for petal, dx, dy in unit.petals:
            spots[petal] = Spot(round(x + dx, 1), round(y + dy, 1))
    if len(marks) <= LABELS_UP_TO:
        ringed = frozenset(unit.hub for unit in units if unit.petals)
        spots = choose_sides(marks, spots, edges, page, ringed)
    return Picture(round(page[0], 1), round(page[1], 1), tuple(spots))


def _components(count: int, links: Sequence[Edge]) -> list[list[int]]:
    """The connected components, largest first, then by their first unit."""
    found = igraph.Graph(count, links).connected_components()
    return sorted((sorted(part) for part in found), key=lambda part: (-len(part), part[0]))


def _place(
    units: Sequence[Unit], links: Sequence[Edge], components: Sequence[list[int]], page: tuple[float, float]
) -> list[tuple[float, float]] | None:
    """The place of every unit's hub; None where the page is too small."""
    major = [part for at, part in enumerate(components) if len(part) >= MAJOR or (at == 0 and len(part) > 1)]
    minor = components[len(major) :]
    places: dict[int, tuple[float, float]] = {}
    blocks = [_block(units, links, part) for part in minor]
    corners, used = rows([size for size, _ in blocks], page[0])
    top = page[1] - used
    if (major and top < page[1] / 3) or top < 0:
        return None
    for (_, inner), (left, above), part in zip(blocks, corners, minor, strict=True):
        for unit, (x, y) in zip(part, inner, strict=True):
            places[unit] = (left + x, top + above + y)
    if major:
        weights = [sum(4 * units[at].half[0] * units[at].half[1] for at in part) for part in major]
        for part, rect in zip(major, tile((0.0, 0.0, page[0], top), weights), strict=True):
            inner, settled = _settle(units, links, part, (rect[2] - rect[0], rect[3] - rect[1]))
            if not settled:
                return None
            for unit, (x, y) in zip(part, inner, strict=True):
                places[unit] = (rect[0] + x, rect[1] + y)
    return [places[at] for at in range(len(units))]


def _settle(
    units: Sequence[Unit], links: Sequence[Edge], part: Sequence[int], size: tuple[float, float]
) -> tuple[list[tuple[float, float]], bool]:
    """The hubs' places of one component within a rectangle, and whether none overlap."""
    number = {unit: at for at, unit in enumerate(part)}
    inner = [(number[a], number[b]) for a, b in links if a in number and b in number]
    halves = np.array([units[at].half for at in part])
    middles = np.array([units[at].middle for at in part])
    # A bare mark moves out of the way of a body with its words, hardly the other way round.
    mobility = 1 / (1 + halves.prod(axis=1) / 100)
    room = np.maximum(np.asarray(size) - 2 * halves, 0)
    # What the edges join are hubs, which do not stand in the middle of their boxes.
    centres = halves + spread(len(part), inner) * room + middles - middles.mean(axis=0)
    centres, settled = push_apart(centres, halves, mobility, size)
    hubs = centres - middles
    return [(float(x), float(y)) for x, y in hubs], settled


def _block(
    units: Sequence[Unit], links: Sequence[Edge], part: Sequence[int]
) -> tuple[tuple[float, float], list[tuple[float, float]]]:
    """A small component by itself: the size of its block, and its hubs' places within."""
    widths = [2 * units[at].half[0] for at in part]
    heights = [2 * units[at].half[1] for at in part]
    size = (sum(widths), max(heights) if len(part) < 4 else sum(heights) / 2)
    places, settled = _settle(units, links, part, size)
    while not settled:
        size = (size[0] * 1.1, size[1] * 1.2)
        places, settled = _settle(units, links, part, size)
    rects = [units[at].rect for at in part]
    left = min(x + rect[0] for (x, _), rect in zip(places, rects, strict=True))
    top = min(y + rect[1] for (_, y), rect in zip(places, rects, strict=True))
    right = max(x + rect[2] for (x, _), rect in zip(places, rects, strict=True))
    bottom = max(y + rect[3] for (_, y), rect in zip(places, rects, strict=True))
    return (right - left, bottom - top), [(x - left, y - top) for x, y in places]
