"""Who stands where in the network of agencies: degree, strength, betweenness, eigenvector, PageRank.

The measures read a network of `graph.network.projected`. igraph computes betweenness, eigenvector
and communities, which networkx does tens of times slower; networkx stays the definition.
"""

from __future__ import annotations

import random
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypedDict

import igraph
import networkx as nx

EXACT_UP_TO = 5_000
"""The largest number of agencies whose betweenness is exact."""
SOURCES = 1_000
"""How many agencies serve as sources of shortest paths when betweenness is estimated."""


class SampledBetweenness(UserWarning):
    """Betweenness was estimated from a sample of sources: `sources` of `agencies`."""

    def __init__(self, sources: int, agencies: int) -> None:
        self.sources, self.agencies = sources, agencies
        super().__init__(f"betweenness estimated from {sources} of {agencies} agencies")


class Centrality(TypedDict):
    """One agency's place; units are stated at `centrality`."""

    key: str
    agency: str
    region: str | None
    degree: int
    strength: int
    betweenness: float
    eigenvector: float
    pagerank: float


def centrality(network: nx.Graph[str]) -> list[Centrality]:
    """Every agency of `network`, the strongest first, then by name.

    `degree` counts partners, `strength` shared measures summed over partners; for the others see
    `betweenness`, `eigenvector` and `pagerank`. Warns `SampledBetweenness` above `EXACT_UP_TO` agencies.
    """
    between, eigen, rank = betweenness(network), eigenvector(network), pagerank(network)
    rows = [
        Centrality(
            key=key,
            agency=node["name"],
            region=node["region"],
            degree=network.degree(key),
            strength=network.degree(key, weight="shared"),
            betweenness=between[key],
            eigenvector=eigen[key],
            pagerank=rank[key],
        )
        for key, node in network.nodes(data=True)
    ]
    return sorted(rows, key=lambda c: (-c["strength"], c["agency"], c["region"] or "", c["key"]))


def betweenness(
    network: nx.Graph[str], *, exact_up_to: int = EXACT_UP_TO, sources: int = SOURCES
) -> dict[str, float]:
    """Agency → share, from 0 to 1, of the pairs of other agencies whose shortest paths lead over it.

    Unweighted; a pair with several shortest paths gives each its part; the divisor is all
    (n-1)(n-2)/2 pairs, the unconnected too (L. C. Freeman, "A set of measures of centrality based
    on betweenness", Sociometry 40, 1977). With more than `exact_up_to` agencies it is estimated from
    `sources` of them, evenly drawn with a fixed seed and scaled up (U. Brandes and C. Pich,
    "Centrality estimation in large networks", 2007), and `SampledBetweenness` is warned.
    """
    agencies, n = list(network), len(network)
    drawn = None
    if n > exact_up_to and sources < n:
        drawn = sorted(random.Random(0).sample(range(n), sources))
        warnings.warn(SampledBetweenness(sources, n), stacklevel=2)
    pairs = (n - 1) * (n - 2) / 2
    scale = (n / sources if drawn else 1.0) / pairs if pairs else 0.0
    found = _igraph(network).betweenness(directed=False, sources=drawn)
    return {agency: value * scale for agency, value in zip(agencies, found, strict=True)}


def eigenvector(network: nx.Graph[str]) -> dict[str, float]:
    """Agency → its part of the principal eigenvector of the matrix of shared measures.

    Taken on the largest component, where it has unit (Euclidean) length; 0 elsewhere, and 0
    everywhere where nobody has a partner. Of equally large components the one that shares more
    measures counts, then the one whose first key comes first. (P. Bonacich, "Factoring and
    weighting approaches to status scores and clique identification", 1972.)
    """
    whole = _igraph(network)
    part = whole.induced_subgraph(min(whole.connected_components(), key=_size_first(whole), default=[]))
    values = dict.fromkeys(network, 0.0)
    if part.ecount():
        with _seeded(0):  # ARPACK starts from a random vector: without, the last digits vary
            found = part.eigenvector_centrality(weights="shared")
        length = sum(v * v for v in found) ** 0.5
        values.update((key, v / length) for key, v in zip(part.vs["key"], found, strict=True))
    return values


def pagerank(network: nx.Graph[str]) -> dict[str, float]:
    """Agency → its PageRank, weighted by shared measures, damping 0.85; the values sum to 1.

    An agency without partners passes its rank to all alike. (S. Brin and L. Page, "The anatomy of
    a large-scale hypertextual Web search engine", 1998.)
    """
    # The remaining error shrinks by 0.85 a step: 1e-12 takes about 170.
    ranks: dict[str, float] = nx.pagerank(
        network, alpha=0.85, weight="shared", max_iter=1_000, tol=1e-12 / max(len(network), 1)
    )
    return ranks


def communities(network: nx.Graph[str], *, seed: int = 0) -> dict[str, int]:
    """Agency → number of its community, 0 the largest; equal sizes by their first key.

    Leiden on modularity over Newman weights (V. Traag, L. Waltman and N. J. van Eck, "From Louvain
    to Leiden", Scientific Reports 9, 5233, 2019). One network and `seed` give one answer, but a
    number names no community across networks: a measure more may renumber them.
    """
    whole = _igraph(network)
    with _seeded(seed):
        found = whole.community_leiden("modularity", weights="weight", n_iterations=-1)
    groups = sorted((sorted(whole.vs[list(group)]["key"]) for group in found), key=lambda g: (-len(g), g[0]))
    number = {key: i for i, group in enumerate(groups) for key in group}
    return {key: number[key] for key in network}


def _size_first(whole: igraph.Graph) -> Callable[[list[int]], tuple[int, float, str]]:
    """The order of components: the larger, then the one that shares more, then by first key."""
    strength = whole.strength(weights="shared")
    return lambda part: (-len(part), -sum(strength[i] for i in part), min(whole.vs[i]["key"] for i in part))


def _igraph(network: nx.Graph[str]) -> igraph.Graph:
    """The same network for igraph: `key` on vertices, `shared` and `weight` on edges."""
    place = {key: i for i, key in enumerate(network)}
    edges = list(network.edges(data=True))
    return igraph.Graph(
        n=len(place),
        edges=[(place[a], place[b]) for a, b, _ in edges],
        vertex_attrs={"key": list(place)},
        edge_attrs={name: [data[name] for _, _, data in edges] for name in ("shared", "weight")},
    )


_random = threading.Lock()


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """igraph draws from a generator of its own meanwhile: it has but one, for the whole process."""
    with _random:
        igraph.set_random_number_generator(random.Random(seed))
        try:
            yield
        finally:
            igraph.set_random_number_generator(random)
