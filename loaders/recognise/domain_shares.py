"""What each domain has of a document: the shares of its parts, mixed, and what follows from their spread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.model import DomainScore
from loaders.recognise._domain_terms import OTHER, Taxonomy, taxonomy

# What is scattered over so many domains of an upper level, each with this part of it or more, the first with
# less than this.
_PARTS, _PART, _SCATTERED = 3, 0.1, 0.6
_MANY = 9  # words that are trusted wholly

Weights = Mapping[int, float]


def shares(tax: Taxonomy, totals: Weights) -> dict[int, float]:
    """Each second-level domain's part of the whole weight; domains that depend on others keep out."""
    found: defaultdict[int, float] = defaultdict(float)
    for domain, weight in totals.items():
        if not tax.within[domain]:
            found[tax.second_level(domain)] += weight
    whole = sum(found.values())
    return {domain: weight / whole for domain, weight in found.items()}


def measure_shares(tax: Taxonomy, measures: Iterable[Sequence[DomainScore]]) -> dict[int, float]:
    """Each second-level domain's part of what the measures are about, every measure alike."""
    found: defaultdict[int, float] = defaultdict(float)
    for scores in measures:
        whole = sum(score.score for score in scores)
        for score in scores:
            domain = tax.index.get(score.name)
            if domain is not None and score.terms:
                found[tax.second_level(domain)] += score.score / whole
    whole = sum(found.values())
    return {domain: weight / whole for domain, weight in found.items()}


def certainty(words: Mapping[str, float]) -> float:
    """How far the words of a title or a text can be trusted: a single leaning one says little."""
    if len(words) > _MANY:
        return 1.0
    votes = taxonomy().votes
    weight = sum(times * max(weight for _, weight in votes[word]) for word, times in words.items())
    return weight / (weight + 1)


def blend(parts: Sequence[tuple[float, Weights, float]]) -> defaultdict[int, float]:
    """The mean of the parts' shares by weight and certainty."""
    whole = sum(weight * certain for weight, found, certain in parts if found)
    own: defaultdict[int, float] = defaultdict(float)
    for weight, found, certain in parts:
        for domain, share in found.items():
            own[domain] += weight * certain * share / whole
    return own


def with_upper(tax: Taxonomy, own: Weights) -> dict[int, float]:
    """Half a domain's own share and half that of its upper-level domain."""
    upper: defaultdict[int, float] = defaultdict(float)
    for domain, share in own.items():
        upper[tax.parents[domain]] += share
    return {domain: (share + upper[tax.parents[domain]]) / 2 for domain, share in own.items()}


def scattered(tax: Taxonomy, own: Weights, first: int) -> int | None:
    """The 其他 of the first domain's upper level, where the shares are scattered over several of its domains
    and the first has little more than the next."""
    level = tax.parents[first]
    rest = tax.index.get(f"{tax.paths[level]}/{OTHER}")
    below = {domain: share for domain, share in own.items() if tax.parents[domain] == level}
    whole = sum(below.values())
    parts = [share for domain, share in below.items() if domain != rest and share >= _PART * whole]
    return rest if len(parts) >= _PARTS and max(parts) < _SCATTERED * whole else None
