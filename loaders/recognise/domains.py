"""What a measure or a document is about, in the State Council's own subject classification.

Words vote for domains (`loaders/vocabulary/domains`), repeated ones with falling weight; headings
and the functions of the agencies that answer vote more softly. A document's first domain is what
the government's portal would print as its subject (主题分类).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import sqrt

from graph.model import DomainScore
from loaders.recognise import issuer_domains
from loaders.recognise._domain_terms import NAMED, OTHER, WEIGHTS, Taxonomy, subject_names, taxonomy
from loaders.recognise.domain_shares import blend, certainty, measure_shares, scattered, shares, with_upper
from loaders.recognise.domain_words import DomainWords

MOST_DOMAINS = 3
MOST_TERMS = 6

_CONTEXT = 0.25  # what a word of the headings weighs beside one of the measure
_FUNCTIONS = 1.0  # what the functions of all agencies of a measure weigh together
_KEEP = 0.6  # a further domain of a measure weighs at least this share of the first
_KEEP_DOCUMENT = 0.3  # the same for a document's own shares
_UNKNOWN = 0.05  # the score of 其他 where no word decided

# How the parts of a document weigh; a part without evidence leaves its weight to the others.
_TITLE, _LEAD, _TEXT, _MEASURES, _ISSUERS = 0.5, 0.1, 0.25, 0.15, 0.8
_LEAD_LENGTH = 600  # characters of the opening, where a document without title says its subject
_TITLE_ORDER = 0.3  # how much more the last word of a title counts than the first

_TITLE_SUBJECT = re.compile(r"关于|印发|转发")
_SUBJECT_SEPARATORS = re.compile(r"[\\/＼／>›»|,，;；]|--?")

Weights = Mapping[int, float]


def domains() -> tuple[str, ...]:
    """The paths of all domains, in the order of the taxonomy, a broader one before its narrower."""
    return tuple(taxonomy().paths)


def portal_subject(written: str) -> str | None:
    r"""The domain that a portal's subject (``民政、扶贫、救灾\扶贫``) names, None for an unknown one.

    Portals also print the lower level alone (林业), words of their own (生态保护), and further subjects
    behind the first."""
    plain = re.sub(r"\s", "", written).replace("(", "（").replace(")", "）")
    parts = [part for part in _SUBJECT_SEPARATORS.split(plain) if part]
    known, names = taxonomy().index, subject_names()
    for words in ("/".join(parts[:2]), *parts[:2][::-1]):
        path = words if words in known else names.get(words)
        if path:
            return path
    return None


def score_measure(
    words: Sequence[str], *, context: str = "", functions: Sequence[str] = ()
) -> tuple[DomainScore, ...]:
    """The one to three domains of a measure, best first, on the deepest level that has evidence.

    `words` are those of domains in the measure without its responsibility clause (of
    `DomainWords`), `context` the headings above it and the document's title, `functions` what the
    agencies that answer are for (知识产权, 财政 …), one entry an agency and function. A score is
    w / (w + 1) for the weight w of the words, between 0 and 1; `terms` are the words that decided,
    the weightiest first. Where nothing decides, the domain is 其他 without terms.
    """
    tax = taxonomy()
    weights = _weights(words)
    named = _add_up(tax, weights)
    headings, soft = _surroundings(context, tuple(functions))
    scores = _settle(tax, named, soft)
    if not scores:
        return (DomainScore(name=OTHER, score=_UNKNOWN),)
    best = sorted([(-weight, domain) for domain, weight in scores.items()])[:MOST_DOMAINS]
    least, least_named = _KEEP * -best[0][0], _KEEP * named.get(best[0][1], 0.0)
    return tuple(
        [
            DomainScore(
                name=tax.paths[domain],
                score=round(weight / (weight - 1), 4),
                terms=_deciding(tax, weights, domain)
                or _deciding(tax, headings, domain)
                or tuple(f for f in dict.fromkeys(functions) if domain in tax.functions.get(f, ())),
            )
            for weight, domain in best
            if -weight >= least and named.get(domain, 0.0) >= least_named
        ]
    )


def score_document(
    title: str | None,
    text: DomainWords,
    measures: Iterable[Sequence[DomainScore]] = (),
    *,
    functions: Sequence[str] = (),
    subject: str | None = None,
) -> tuple[DomainScore, ...]:
    """The one to three domains of a document on the State Council's second level, best first.

    Title, opening, text, the domains of the measures (as `score_measure` gives them) and what the
    issuers are for (`functions`, those of the lead first) each spread a fixed weight over the
    domains; a domain's score is half its own share and half its upper-level domain's, so that what
    a document is about as a whole comes first. `subject` is the portal's own word where the file holds
    it, as written: it then comes first, with score 1. Of two alike the one leads under which portals
    file more.
    """
    tax = taxonomy()
    head = _title_weights(tax, title or "")
    body, opening = _weights(text.words), _weights(text.within((0, _LEAD_LENGTH)))
    spoken = ((_TITLE, head), (_LEAD if head else _TITLE, opening), (_TEXT, body))
    parts = [(weight, shares(tax, _add_up(tax, words)), certainty(words)) for weight, words in spoken]
    parts.append((_MEASURES, measure_shares(tax, measures), 1.0))
    if not issuer_domains.of_all(head):
        field = issuer_domains.shares(functions, blend(parts))
        parts.append((_ISSUERS, field, issuer_domains.trust(functions)))
    own = blend(parts)
    scores = with_upper(tax, own)
    words = body | {word: body.get(word, 0) + weight * _TITLE / _TEXT for word, weight in head.items()}
    stated = tax.index.get(portal_subject(subject or "") or "")
    if stated is not None:
        scores[stated] = 1.0
    best = sorted(scores, key=lambda domain: (-scores[domain], domain != stated, -tax.shares[domain]))
    rest = scattered(tax, own, best[0]) if best and stated is None else None
    if rest is not None and rest != best[0]:
        scores[rest], own[rest] = scores[best[0]], own[best[0]]
        best = [rest, *(domain for domain in best if domain != rest)]
    kept = [d for d in best if d in (best[0], stated) or own[d] >= _KEEP_DOCUMENT * own[best[0]]]
    return tuple(
        DomainScore(
            name=tax.paths[domain],
            score=round(scores[domain], 4),
            terms=_deciding(tax, words, domain)
            or _deciding_below(tax, words, tax.parents[domain] if domain == rest else domain),
        )
        for domain in kept[:MOST_DOMAINS]
    ) or (DomainScore(name=OTHER, score=_UNKNOWN),)


def _weights(words: Sequence[str]) -> dict[str, float]:
    """How much each word counts: the square root of its mentions."""
    counts = dict.fromkeys(words, 0)
    if len(counts) == len(words):
        return dict.fromkeys(words, 1.0)
    for word in words:
        counts[word] += 1
    return {word: sqrt(times) for word, times in counts.items()}


@lru_cache(maxsize=4096)
def _surroundings(context: str, functions: tuple[str, ...]) -> tuple[Mapping[str, float], Weights]:
    """The words of the headings, and what these and the agencies' functions weigh for each domain.

    Kept, since many measures share their headings and their agencies.
    """
    tax = taxonomy()
    words = {word: _CONTEXT * weight for word, weight in _weights(DomainWords(context).words).items()}
    soft = _add_up(tax, words)
    for function in functions:
        for domain in tax.functions.get(function, ()):
            soft[domain] = soft.get(domain, 0.0) + _FUNCTIONS / len(functions)
    return words, soft


def _add_up(tax: Taxonomy, words: Mapping[str, float]) -> dict[int, float]:
    """What the words weigh together for each domain."""
    totals: dict[int, float] = {}
    votes, total = tax.votes, totals.get
    for word, times in words.items():
        for domain, weight in votes[word]:
            totals[domain] = total(domain, 0.0) + times * weight
    return totals


def _settle(tax: Taxonomy, named: Weights, soft: Weights) -> dict[int, float]:
    """What each domain of a measure weighs, from its own words and what surrounds it.

    What surrounds a measure strengthens the domains that it names, and decides alone only where
    it names none. A narrower domain that is named takes over the weight of its broader one, which
    then stands for nothing of its own; one that is bound to its broader one (`within`) is silent
    where that is not spoken of.
    """
    parents, within, depths, around = tax.parents, tax.within, tax.depths, soft.get
    scores: dict[int, float] = {}
    covered = []
    for domain, own in (named or soft).items():
        if within[domain] and not _spoken_of(tax, parents[domain], named, soft):
            continue
        weight = own + around(domain, 0.0) if named else own
        if own >= NAMED and depths[domain] > 2 and named:
            parent = parents[domain]
            covered.append(parent)
            weight += named.get(parent, 0.0) + around(parent, 0.0)
        scores[domain] = weight
    for parent in covered:
        scores.pop(parent, None)
    return scores


def _spoken_of(tax: Taxonomy, domain: int, named: Weights, soft: Weights) -> bool:
    """Whether the words, or the headings by one core word, name a domain or one below it."""
    weight = 0.0
    for free in tax.free[domain]:
        weight += named.get(free, 0.0) + soft.get(free, 0.0)
        if weight >= _CONTEXT * WEIGHTS["core"]:
            return True
    return False


def _title_weights(tax: Taxonomy, title: str) -> dict[str, float]:
    """How much each word of a title counts: later ones a little more, since the head stands last.

    Before 关于 or 印发 stand the issuers, whose names are no subject. Behind it a body may be the subject.
    Beside what every body does the field in which it does so (义务教育领域政务公开) is none.
    """
    found = _TITLE_SUBJECT.search(title)
    subject = title[found.start() :] if found else title
    words = tax.find(subject)
    common = issuer_domains.of_all(word for word, _ in words)
    words = [(word, start) for word, start in words if word in common] or words
    if found and not any(weight >= NAMED for word, _ in words for _, weight in tax.votes[word]):
        words += tax.find_bodies(subject)
    return {word: 1 + _TITLE_ORDER * (start + len(word)) / len(subject) for word, start in words}


def _deciding(tax: Taxonomy, words: Mapping[str, float], domain: int) -> tuple[str, ...]:
    """The words that weigh most for the domain."""
    voices = tax.voices[domain]
    found = [(-words[word] * voices[word], word) for word in words.keys() & voices.keys()]
    found.sort()
    return tuple([word for _, word in found[:MOST_TERMS]])


def _deciding_below(tax: Taxonomy, words: Mapping[str, float], domain: int) -> tuple[str, ...]:
    """Those that weigh most for the domains that are named below one."""
    return tuple([word for below in tax.free[domain] for word in _deciding(tax, words, below)][:MOST_TERMS])
