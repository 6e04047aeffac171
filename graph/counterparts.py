"""Which bodies of a region answer to which of the region above in one function."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

_RUNNER_UP = 0.75  # of the best likeness with a body above: below it another of the region is its match
_OFFICE = re.compile(r"(?P<of>.{2,}?)办公[厅室]")


@dataclass(frozen=True, kw_only=True)
class Body:
    """An agency as its name is compared: `region` is the name of the one it serves."""

    key: str
    names: tuple[str, ...]
    region: str
    system: str
    kind: str

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """Its names without its region's: 市场监督管理局."""
        return tuple(name.replace(self.region, "") for name in self.names)

    @property
    def is_place(self) -> bool:
        """Whether a place stands for its government: 济南市历城区."""
        return any(name.endswith(self.region) for name in self.names)


def matches(lower: Iterable[Body], upper: Sequence[Body]) -> list[tuple[str, str]]:
    """The pairs of keys of bodies of one function, of a region and of the one above it.

    A body's match is the one above of the same system and kind whose name is most like its own,
    and none where another body of its region is much more like that one. Places have none.
    """
    best: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for body in lower:
        likely = [(likeness(body, other), other.key) for other in upper if _comparable(body, other)]
        if likely:
            score, key = min(likely, key=lambda pair: (-pair[0], pair[1]))
            best[key].append((score, body.key))
    return sorted(
        (below, above)
        for above, found in best.items()
        for score, below in found
        if score and score >= _RUNNER_UP * max(found)[0]
    )


def _comparable(lower: Body, upper: Body) -> bool:
    same = (lower.system, lower.kind) == (upper.system, upper.kind)
    return same and not (lower.is_place or upper.is_place or _office_of(lower, upper))


def _office_of(one: Body, other: Body) -> bool:
    """Whether one is the office of such a body as the other is: 人民政府办公厅 and 人民政府."""
    return any(
        (office := _OFFICE.fullmatch(name)) and body.endswith(office["of"])
        for first, second in ((one, other), (other, one))
        for name in first.bare
        for body in second.bare
    )


def likeness(one: Body, other: Body) -> float:
    """From 0 to 1, how alike the names of two bodies are without their regions': Dice's coefficient
    (Dice 1945) on pairs of characters, of the two names that are most alike."""
    return max(_dice(first, second) for first in one.bare for second in other.bare)


def _dice(one: str, other: str) -> float:
    if one == other:
        return 1.0
    pairs = [{name[at : at + 2] for at in range(len(name) - 1)} for name in (one, other)]
    total = len(pairs[0]) + len(pairs[1])
    return 2 * len(pairs[0] & pairs[1]) / total if total else 0.0
