"""Pushing rectangles apart until none overlap."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

SPARE = 0.5
"""Pixels beyond the overlap that a pair is pushed: without them the last rounds never end."""


def push_apart(
    centres: Array, halves: Array, mobility: Array, size: tuple[float, float], *, rounds: int = 400
) -> tuple[Array, bool]:
    """Move boxes as little as they need, within ``(0, 0, *size)``, until no two overlap.

    `centres` and `halves` are (n, 2): the middle of each box, half its width and height. `mobility`
    (n,) is above 0: of two boxes in each other's way the more mobile one moves more. Returns the new
    centres and whether none overlap any more. The same input gives the same output.
    """
    places = _inside(centres.astype(float).copy(), halves, size)
    for _ in range(rounds):
        pairs, overlap = _overlapping(places, halves)
        if not len(pairs):
            return places, True
        places = _inside(places + _moves(places, pairs, overlap, mobility), halves, size)
    return places, not len(_overlapping(places, halves)[0])


def _overlapping(places: Array, halves: Array) -> tuple[npt.NDArray[np.intp], Array]:
    """The pairs of boxes that overlap, and by how much on each axis."""
    # A sweep from left to right: a box can meet only those that begin before it ends.
    left = places[:, 0] - halves[:, 0]
    order = np.argsort(left, kind="stable")
    begins = left[order]
    until = np.searchsorted(begins, (places[:, 0] + halves[:, 0])[order])
    later = until - np.arange(len(order)) - 1
    first = np.repeat(np.arange(len(order)), later)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(later) - later, later)
    pairs = np.sort(np.stack([order[first], order[second]], axis=1), axis=1)
    a, b = pairs[:, 0], pairs[:, 1]
    overlap = halves[a] + halves[b] - np.abs(places[a] - places[b])
    meet = (overlap > 0.01).all(axis=1)
    return pairs[meet], overlap[meet]


def _moves(places: Array, pairs: npt.NDArray[np.intp], overlap: Array, mobility: Array) -> Array:
    """How far each box goes this round: along the axis of the lesser overlap, out of every pair."""
    a, b = pairs[:, 0], pairs[:, 1]
    axis = np.argmin(overlap, axis=1)
    rows = np.arange(len(pairs))
    way = places[a, axis] - places[b, axis]
    # Two boxes on one spot part by their order, which the caller fixed.
    sign = np.where(way == 0, np.where(a < b, -1.0, 1.0), np.sign(way))
    push = sign * (overlap[rows, axis] + SPARE)
    share = mobility[a] / (mobility[a] + mobility[b])
    moves = np.zeros_like(places)
    np.add.at(moves, (a, axis), push * share)
    np.add.at(moves, (b, axis), -push * (1 - share))
    # Many neighbours may push one box the same way: the sum overshoots, so it is tempered.
    crowd = np.bincount(np.concatenate([a, b]), minlength=len(places))
    return moves / np.sqrt(np.maximum(crowd, 1))[:, None]


def _inside(places: Array, halves: Array, size: tuple[float, float]) -> Array:
    low = halves
    high = np.maximum(np.asarray(size) - halves, low)
    return np.clip(places, low, high)
