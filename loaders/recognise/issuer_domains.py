"""What the issuers of a document say of its domain, by what they are for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml

from loaders.recognise._domain_terms import OTHER, taxonomy

_LEADS = 1.5  # the nth issuer counts for 1 / n to this power
_FORWARDED = re.compile(r"(?:批转|转发)([^、，《]{2,20}?)(?:等\w{0,3}部门|等\w{0,2}单位|、|，|关于|《)")
_ASKED = re.compile(r"\n你(?:局|部|委|会|署|院|行|办)[^。\n]{2,90}(?:收悉|悉)")
_ASKED_BEFORE = 600  # characters of the opening in which a reply says that the request has arrived
_NAMED_TOO = 0.3  # an issuer's own domain is named where it has this share of what is named most beside it
_LEANING = 0.1  # what has less than this share of all that is named is not named


def has_own_domain(body: str) -> bool:
    """Whether the vocabulary knows a body by its full name, since its field is not its function's
    (国家铁路局, of 交通运输)."""
    return body in _vocabulary()["own"]


def of_all(words: Iterable[str]) -> frozenset[str]:
    """Those of the words that name what every body does beside its own field: a title that holds one is
    about that."""
    common = _vocabulary()["of_all"]
    return frozenset(word for word in words if any(name in word for name in common))


def forwarded(title: str) -> str | None:
    """The first body whose paper a title forwards (转发财政局等部门关于…), as written."""
    found = _FORWARDED.search(title)
    return found[1] if found else None


def answered(salutation: str | None, text: str) -> str | None:
    """The one body addressed whose request a reply answers (体育总局:你局关于…的请示收悉), as written."""
    body = (salutation or "").strip(" :：\n")
    several = not body or re.search("[、,，；;并]", body)
    return body if not several and _ASKED.search(text, 0, _ASKED_BEFORE) else None


def trust(issuers: Sequence[str]) -> float:
    """How far the issuers are trusted together, between 0 and 1: the mean of those that speak."""
    for_all = _vocabulary()["for_all"]
    spoken = [(_weight(place), _trust(i)) for place, i in enumerate(issuers, 1) if i not in for_all]
    if not spoken:
        return 1.0
    return sum(weight * told for weight, told in spoken) / sum(weight for weight, _ in spoken)


def shares(issuers: Sequence[str], named: Mapping[int, float]) -> dict[int, float]:
    """Each second-level domain's share of what the issuers (functions, or full names) say together.

    The first leads, and each speaks as far as it is trusted. One that is for several things (culture and
    tourism) speaks for those that the words name (`named`: the shares of what the document itself says)."""
    found: defaultdict[int, float] = defaultdict(float)
    for place, issuer in enumerate(issuers, 1):
        fields = _fields(issuer, named)
        weights = [named.get(field, 0.0) for field in fields]
        whole = sum(weights)
        for field, weight in zip(fields, weights, strict=True):
            part = weight / whole if whole else 1 / len(fields)
            found[field] += part * _trust(issuer) * _weight(place)
    whole = sum(found.values())
    return {domain: weight / whole for domain, weight in found.items() if weight}


def _weight(place: int) -> float:
    """What the issuer at a place, from 1, counts beside the others."""
    return 1.0 / float(place**_LEADS)


def _trust(issuer: str) -> float:
    """How far one issuer is trusted, between 0 and 1."""
    told: float = _vocabulary()["trust"].get(issuer, 1.0)
    return told


def _fields(issuer: str, named: Mapping[int, float]) -> Sequence[int]:
    """The domains that an issuer's documents fall into: its own, or what the words name beside these on
    the same upper level where it is for most of that and they hardly name its own, or the level's 其他 where
    they name but other levels (a ministry's international meetings, its audits)."""
    tax, words = taxonomy(), _vocabulary()
    if issuer in words["for_all"]:
        return ()
    fields = [tax.second_level(d) for d in words["own"].get(issuer) or tax.functions.get(issuer, ())]
    if issuer not in words["wide"]:
        return fields
    uppers = {tax.parents[field] for field in fields}
    beside = {domain: weight for domain, weight in named.items() if tax.parents[domain] in uppers}
    if issuer in words["rest"] and named and sum(beside.values()) < _LEANING:
        return [tax.index[f"{tax.paths[upper]}/{OTHER}"] for upper in sorted(uppers)]
    own = max((named.get(field, 0.0) for field in fields), default=0.0)
    return fields if own >= _NAMED_TOO * max(beside.values(), default=0.0) else list(beside)


@cache
def _vocabulary() -> Mapping[str, Any]:
    """What `issuers.yaml` states, its domains by index."""
    text = (resources.files("loaders.vocabulary.domains") / "issuers.yaml").read_text("utf-8")
    stated = yaml.safe_load(text)
    own: defaultdict[str, list[int]] = defaultdict(list)
    for path, names in stated["own"].items():
        for name in names.split():
            own[name].append(taxonomy().index[path])
    return {
        "for_all": frozenset(stated["for_all"].split()),
        "of_all": tuple(stated["of_all"].split()),
        "wide": frozenset(stated["wide"].split()),
        "rest": frozenset(stated["rest"].split()),
        "trust": stated["trust"],
        "own": dict(own),
    }
