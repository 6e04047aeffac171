"""Things joined in pairs, as groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """A partition of `items`, coarsened by `join`; the order of joining does not matter."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {item: item for item in items}

    def join(self, one: T, other: T) -> None:
        """Put the groups of `one` and `other`, new ones too, together."""
        self._above[self._top(one)] = self._top(other)

    def _top(self, item: T) -> T:
        above = self._above.setdefault(item, item)
        while above != item:
            self._above[item] = item = self._above[above]
            above = self._above[item]
        return item

    def all(self) -> list[set[T]]:
        """The groups."""
        members: dict[T, set[T]] = defaultdict(set)
        for item in self._above:
            members[self._top(item)].add(item)
        return list(members.values())
