"""Units: a labelled mark with the unlabelled ones that hang on it alone, laid round it as petals.

A measure that one body answers for needs no place of its own in the network. Set beside its body it
shows at a glance what that body does alone, and leaves the room to what is shared.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from graph.views.layout._marks import GAP, Mark, Rect, Spot, disc_rect, join, label_rect, meet

Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A mark (`hub`, an index) and its petals, each with its place relative to the hub's middle."""

    hub: int
    petals: tuple[tuple[int, float, float], ...]
    rect: Rect
    """Around disc, label and petals, relative to the hub's middle, with a margin."""

    @property
    def half(self) -> tuple[float, float]:
        """Half the width and half the height."""
        left, top, right, bottom = self.rect
        return (right - left) / 2, (bottom - top) / 2

    @property
    def middle(self) -> tuple[float, float]:
        """Where the rectangle's middle is, seen from the hub's."""
        left, top, right, bottom = self.rect
        return (left + right) / 2, (top + bottom) / 2


def fold(marks: Sequence[Mark], edges: Sequence[Edge]) -> tuple[list[Unit], list[Edge]]:
    """Fold single measures into their body's unit; returns the units and the edges between them."""
    near: list[set[int]] = [set() for _ in marks]
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    petals: dict[int, list[int]] = {}
    for index, mark in enumerate(marks):
        if not mark.lines and len(near[index]) == 1:
            (hub,) = near[index]
            if marks[hub].lines:
                petals.setdefault(hub, []).append(index)
    folded = {index for group in petals.values() for index in group}
    hubs = [index for index in range(len(marks)) if index not in folded]
    units = [_unit(marks, hub, petals.get(hub, [])) for hub in hubs]
    number = {hub: at for at, hub in enumerate(hubs)}
    links = sorted({(number[a], number[b]) for a, b in edges if a in number and b in number and a != b})
    return units, links


def _unit(marks: Sequence[Mark], hub: int, petals: Sequence[int]) -> Unit:
    mark = marks[hub]
    here = Spot(0.0, 0.0)
    rects = [disc_rect(mark, here)]
    if mark.lines:
        rects.append(label_rect(mark, here))
    places = _ring(mark, [marks[petal] for petal in petals])
    rects += [disc_rect(marks[p], Spot(x, y)) for p, (x, y) in zip(petals, places, strict=True)]
    left, top, right, bottom = join(rects)
    rect = (left - GAP, top - GAP, right + GAP, bottom + GAP)
    return Unit(hub, tuple((p, x, y) for p, (x, y) in zip(petals, places, strict=True)), rect)


def _ring(mark: Mark, petals: Sequence[Mark]) -> list[tuple[float, float]]:
    """Places on rings round a disc, from the top outwards, none under the label.

    The petals keep their order from left to right, ring by ring, so that colours stay together.
    """
    size = max((petal.radius for petal in petals), default=0.0)
    step = 2 * size + GAP
    label = label_rect(mark, Spot(0.0, 0.0))
    places: list[tuple[float, float]] = []
    radius = mark.radius + GAP + size + 2
    while len(places) < len(petals):
        slots = max(1, int(2 * math.pi * radius / step))
        turns = sorted(((at + 1) // 2 * (1 if at % 2 else -1) for at in range(slots)), key=abs)
        ring = []
        for turn in turns:
            angle = turn * 2 * math.pi / slots
            x, y = radius * math.sin(angle), -radius * math.cos(angle)
            if not meet((x - size, y - size, x + size, y + size), label, GAP):
                ring.append((turn, x, y))
            if len(places) + len(ring) == len(petals):
                break
        places += [(x, y) for _, x, y in sorted(ring)]
        radius += step
    return [(round(x, 2), round(y, 2)) for x, y in places]
