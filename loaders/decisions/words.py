"""Quoted words and which of their occurrences is meant: a place in a text that survives other formats.

White space and invisible characters do not count and widths are folded, so a line that a page tore
apart has the same words as one that it left whole.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\ufeff\xad")


def squeeze(words: str) -> str:
    """The words as they are compared."""
    return "".join(char for char, _ in _folded(words))


def shown(words: str) -> str:
    """The words on one line: a break inside Chinese goes, any other white space is one space."""
    kept: list[str] = []
    for part in words.split():
        joins_latin = kept and kept[-1][-1].isascii() and part[0].isascii()
        kept += [" ", part] if joins_latin else [part]
    return "".join(kept)


def _folded(text: str) -> Iterator[tuple[str, int]]:
    for at, char in enumerate(text):
        if not char.isspace() and char not in _INVISIBLE:
            folded = unicodedata.normalize("NFKC", char)
            yield (folded if len(folded) == 1 else char), at


class Words:
    """A text in which words are found by occurrence. Spans are half-open offsets of the text given."""

    def __init__(self, text: str) -> None:
        pairs = list(_folded(text))
        self._plain = "".join(char for char, _ in pairs)
        self._at = [at for _, at in pairs]

    def occurrence(self, words: str, start: int) -> int:
        """Which occurrence of `words` begins at `start`, from 1: one more than begin before it."""
        wanted, limit = squeeze(words), bisect_left(self._at, start)
        return 1 + sum(1 for place in self._places(wanted) if place < limit)

    def find(self, words: str, occurrence: int = 1) -> tuple[int, int] | None:
        """The span of an occurrence of `words`, None where there are not so many."""
        wanted = squeeze(words)
        for count, place in enumerate(self._places(wanted), 1):
            if count == occurrence:
                return self._span(place, len(wanted))
        return None

    def inside(self, words: str, start: int, end: int) -> tuple[int, int] | None:
        """The span of the first `words` that begin in the stretch from `start` to `end`."""
        wanted = squeeze(words)
        for place in self._places(wanted):
            if start <= self._at[place] < end:
                return self._span(place, len(wanted))
        return None

    def around(self, words: str, at: int) -> tuple[int, int] | None:
        """The span of the `words` that hold the offset `at`."""
        wanted = squeeze(words)
        for place in self._places(wanted):
            start, end = self._span(place, len(wanted))
            if start <= at < end:
                return start, end
        return None

    def _span(self, place: int, length: int) -> tuple[int, int]:
        return self._at[place], self._at[place + length - 1] + 1

    def _places(self, wanted: str) -> Iterator[int]:
        at = self._plain.find(wanted) if wanted else -1
        while at >= 0:
            yield at
            at = self._plain.find(wanted, at + 1)
