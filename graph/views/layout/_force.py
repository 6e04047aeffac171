"""Where the marks of one component lie before they are pushed apart: igraph's layouts, turned and
stretched over the room they have."""

from __future__ import annotations

import random
from collections.abc import Sequence

import igraph
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Edge = tuple[int, int]

SEED = 20230307
KAMADA_KAWAI_UP_TO = 700
"""Marks: its all-pairs distances and springs grow with the square."""
EVEN = 0.45
"""How much of a coordinate is its rank: spreads a dense core into empty corners."""

FLAT = 0.05
"""A picture this much longer than wide is a line, and stays one."""


def spread(count: int, edges: Sequence[Edge], lengths: Sequence[float] | None = None) -> Array:
    """Positions of `count` connected marks in the unit square, longer axis across: Kamada-Kawai,
    then Fruchterman-Reingold from there, then partly evened out by rank."""
    if count < 2:
        return np.full((count, 2), 0.5)
    network = igraph.Graph(count, edges)
    igraph.set_random_number_generator(random.Random(SEED))
    try:
        if count <= KAMADA_KAWAI_UP_TO:
            start = network.layout_kamada_kawai(maxiter=30 * count)
            places = network.layout_fruchterman_reingold(
                seed=start.coords, niter=300, start_temp=count**0.5 / 8
            )
        else:
            places = network.layout_fruchterman_reingold(niter=300)
    finally:
        igraph.set_random_number_generator(random)
    return _even(_across(np.asarray(places.coords, dtype=float)))


def _across(places: Array) -> Array:
    """Turn the picture so that its longest axis lies across, and settle which way round it is."""
    centred = places - places.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    if len(axes) < 2:
        axes = np.eye(2)
    # The sign of a singular vector is arbitrary: make its largest part positive.
    axes = axes * np.sign(axes[np.arange(2), np.abs(axes).argmax(axis=1)])[:, None]
    return np.asarray(np.round(centred @ axes.T, 6))


def _even(places: Array) -> Array:
    """Scale each axis to 0…1, in part by distance and in part by rank."""
    low, span = places.min(axis=0), np.ptp(places, axis=0)
    flat = span <= FLAT * span.max()
    linear = (places - low) / np.where(flat, 1, span)
    ranks = np.argsort(np.argsort(places, axis=0, kind="stable"), axis=0, kind="stable")
    return np.where(flat, 0.5, (1 - EVEN) * linear + EVEN * ranks / (len(places) - 1))
