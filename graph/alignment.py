"""Which measures of two documents answer each other: a pure function of the two.

Two measures are compared by their weighted keywords. `cosine` of the two says how alike they are
(Salton, Wong and Yang 1975), `cover` how much of one the other holds; their geometric mean, the score,
finds the one-line task of a plan in the paragraph of another and leaves two paragraphs apart that
share a phrase. All thresholds were set by reading the pairs of two plans and of unrelated documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import sqrt

# The lowest scores of pairs: of one domain, of two, and of two that share hardly more than one word.
SCORE_IN_DOMAIN, SCORE, SCORE_BY_ONE_WORD = 0.22, 0.28, 0.5
ONE_WORD = 0.8  # of the cosine that one keyword may make without being all that is shared
MOST = 5  # how many measures of another document one is joined with
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is compared of a measure: its keywords (term → weight, the squares sum to 1) and domains."""

    key: str
    keywords: Mapping[str, float]
    domains: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two measures, by key, that answer each other: how much, from 0 to 1, and the words they share,
    heaviest first."""

    one: str
    other: str
    score: float
    terms: tuple[str, ...]

    @property
    def rank(self) -> tuple[float, str, str]:
        """Lowest first: the closest pair."""
        return (-self.score, self.one, self.other)


def align(ones: Sequence[Profile], others: Sequence[Profile]) -> list[Alignment]:
    """The pairs of a measure of one document and one of another that answer each other, closest first.

    A measure is joined with at most `MOST` of the other document, the closest, and only where it is
    among theirs too.
    """
    pairs = _alike(ones, others)
    near_one = _closest(pairs, (pair.one for pair in pairs))
    near_other = _closest(pairs, (pair.other for pair in pairs))
    return sorted(near_one & near_other, key=lambda pair: pair.rank)


def _alike(ones: Sequence[Profile], others: Sequence[Profile]) -> list[Alignment]:
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, other in enumerate(others):
        for term, weight in other.keywords.items():
            holders[term].append((place, weight))
    found = []
    for one in ones:
        cosines = [0.0] * len(others)
        for term, weight in one.keywords.items():
            for place, other_weight in holders.get(term, ()):
                cosines[place] += weight * other_weight
        # The cover is at most 1, so that a cosine below the square of the lowest score is too low.
        likely = (place for place, cosine in enumerate(cosines) if cosine >= SCORE_IN_DOMAIN**2)
        found += [pair for place in likely if (pair := _pair(one, others[place]))]
    return found


def _pair(one: Profile, other: Profile) -> Alignment | None:
    """The two as a pair where they are alike enough."""
    parts = {
        term: weight * other.keywords[term] for term, weight in one.keywords.items() if term in other.keywords
    }
    cosine = sum(parts.values())
    cover = max(sum(each.keywords[term] ** 2 for term in parts) for each in (one, other))
    score = round(sqrt(cosine * cover), _DIGITS)
    enough = _enough(parts, cosine, bool(one.domains & other.domains))
    if score < enough:
        return None
    first = sorted(parts, key=lambda term: (-parts[term], term))
    return Alignment(one=one.key, other=other.key, score=min(score, 1.0), terms=tuple(first))


def _enough(parts: Mapping[str, float], cosine: float, one_domain: bool) -> float:
    """The lowest score for a pair that shares `parts` (term → its part of the cosine)."""
    by_one_word = max(parts.values()) > ONE_WORD * cosine
    if len(parts) == 1 or (by_one_word and not one_domain):
        return SCORE_BY_ONE_WORD
    return SCORE_IN_DOMAIN if one_domain and not by_one_word else SCORE


def _closest(pairs: Sequence[Alignment], ends: Iterable[str]) -> set[Alignment]:
    """Of each end's pairs the `MOST` closest; `ends` names the end of each pair."""
    by_end: dict[str, list[Alignment]] = defaultdict(list)
    for pair, end in zip(pairs, ends, strict=True):
        by_end[end].append(pair)
    return {pair for each in by_end.values() for pair in nsmallest(MOST, each, key=lambda p: p.rank)}
