"""The whole graph a few nodes at a time: a server finds all rows of a query before it sends the first,
and must not hold them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_NODES = 100
_FEWER = {"Reading": 20, "Agency": 20}  # that bear much text, or many relationships


def batches(label: str, keys: Sequence[str]) -> Iterator[list[str]]:
    """The keys of nodes of a label, as many at a time as one query may ask for with all they hold."""
    size = _FEWER.get(label, _NODES)
    for start in range(0, len(keys), size):
        yield list(keys[start : start + size])
