"""The words that tell a measure apart, with weights: by them measures of two documents are compared.

A word's weight is its tf-idf (Spärck Jones 1972; Salton and Buckley 1988): with the rarity that jieba
ships for Chinese at large, and the word's rarity among the lines of the document itself, so that
what a whole plan is about (知识产权 in a plan for it) tells nothing. Both depend on no other document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from itertools import chain
from math import log, sqrt
from pathlib import Path

from spacy.attrs import IDX
from spacy.tokens import Doc

from graph.model import Keyword
from loaders.resolve._vocabulary import read
from loaders.resolve.regions import by_name

LIMIT = 24  # words a measure keeps
_MIDDLE = 11.9548  # the middle one of jieba's numbers, which `jieba.analyse` gives a word without one


class Words:
    """The words of a doc by their place in its text, each with the weight of standing there once."""

    def __init__(self, doc: Doc, lines: Iterable[tuple[int, int]]) -> None:
        self._words: list[str] = doc.user_data["words"]
        self._starts: list[int] = doc.to_array(IDX).tolist()
        sets = [set(self._between(*line)) for line in lines]
        spread = Counter(chain.from_iterable(sets))
        rarity = _rarity()
        self._weights = {word: rarity[word] * log((len(sets) + 1) / spread[word]) for word in spread}

    def _between(self, start: int, end: int) -> list[str]:
        return self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def keywords(self, spans: Iterable[tuple[int, int]]) -> tuple[Keyword, ...]:
        """The `LIMIT` heaviest words of half-open `spans` of the text, heaviest first; the squares of
        their weights sum to 1."""
        counts = Counter(chain.from_iterable(self._between(*span) for span in spans))
        of = self._weights
        weighed = [
            (-of[word] * (1 + log(count)) if count > 1 else -of[word], word)
            for word, count in counts.items()
            if of[word]
        ]
        first = sorted(weighed)[:LIMIT]
        length = -sqrt(sum([weight * weight for weight, _ in first]))
        return tuple([Keyword(term=word, weight=round(weight / length, 4)) for weight, word in first])


class _Rarity(dict[str, float]):
    """Word → its inverse document frequency in Chinese at large; 0 for one that tells nothing."""

    def __init__(self) -> None:
        self._common = frozenset(chain.from_iterable(read("common_words").values()))
        # Found, not imported: jieba would build its dictionary's cache.
        spec = find_spec("jieba")
        assert spec and spec.origin, "jieba is a requirement"
        # Lines of a word, a space and a number; 270,000 of them, so a number is read when asked for.
        parts = iter(Path(spec.origin).with_name("analyse").joinpath("idf.txt").read_bytes().split())
        self._known = dict(zip(parts, parts, strict=True))

    def __missing__(self, word: str) -> float:
        telling = len(word) > 1 and word.isalpha() and word not in self._common and not _is_place(word)
        found = float(self._known.get(word.encode(), _MIDDLE)) if telling else 0.0
        self[word] = found
        return found


def _is_place(word: str) -> bool:
    """Whether it names a province or city: what a plan says of its own place, another's says of its."""
    return any(region.level in ("country", "province", "city") for region in by_name(word))


@cache
def _rarity() -> _Rarity:
    return _Rarity()
