"""Mentions in the order of the text, asked for by where they begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Located(Protocol):
    """Anything with a half-open span of the normalised text."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """Behind its last character."""


L = TypeVar("L", bound=Located)


class Placed(Generic[L]):
    """Mentions in the order of the text."""

    def __init__(self, found: Sequence[L]) -> None:
        self._found = found
        self._starts = [mention.start for mention in found]

    def within(self, *spans: tuple[int, int]) -> list[L]:
        """Those that begin in half-open `spans` of the text."""
        found: list[L] = []
        for start, end in spans:
            found += self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return found
