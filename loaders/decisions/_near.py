"""The known bodies that a name may be a slip or a free form of."""

from __future__ import annotations

from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from graph.model import Region
from loaders.resolve import regions
from loaders.resolve.agencies import resolve
from loaders.resolve.lexicon import lexicon
from loaders.resolve.places import Reading, fill, levels

_SHORTLIST, _BEST, _ALIKE = 40, 5, 0.5


@lru_cache(maxsize=1 << 12)
def near_agencies(name: str, region: Region, on: date | None = None) -> tuple[str, ...]:
    """Full names of at most five known bodies of a region, or of a region above it, whose name is most
    like `name`; the likeliest first, of equals the nearer. They are bodies of the document's day."""
    for place in regions.lineage(region):
        name = name.removeprefix(regions.official(place)) or name
    letters = Counter(name)
    scored = []
    for order, (full, forms) in enumerate(_bodies(region)):
        shared = max((letters & count).total() * 2 / (len(name) + count.total()) for _, count in forms)
        scored.append((-shared, order, full, forms))
    scored.sort()
    best = []
    for _, order, full, forms in scored[:_SHORTLIST]:
        likeness = max(SequenceMatcher(None, name, form, autojunk=False).ratio() for form, _ in forms)
        if likeness >= _ALIKE:
            best.append((-likeness, order, full))
    found = dict.fromkeys(_then(full, region, on) for *_, full in sorted(best))
    return tuple(full for full in found if full)[:_BEST]


def _then(full: str, region: Region, on: date | None) -> str | None:
    agency = resolve(full, region=region, on=on)
    return agency.name if agency.resolved else None


@lru_cache(maxsize=64)
def _bodies(region: Region) -> tuple[tuple[str, tuple[tuple[str, Counter[str]], ...]], ...]:
    """Full name → the forms it is written in behind its place, with their letters, for the bodies of
    a region and of the regions above it; for the central ones where the region is the country."""
    words = lexicon()
    found: dict[str, set[str]] = {}
    kinds = dict.fromkeys(form for forms in words.local.values() for form in forms)
    for place in regions.lineage(region):
        if place.level == "country":
            continue
        opening, at = regions.official(place), levels(place)
        for form in kinds:
            if template := form.template(*at):
                full = fill(template, Reading(opening, place, "", ""))
                shorts = {each.partition("~")[2] for each in form.shorts if "{" not in each} - {""}
                found.setdefault(full, {full.removeprefix(opening), *shorts})
    for central in words.central.values() if region.level == "country" else ():
        found.setdefault(central.full[0][1], {central.full[0][1], *central.shorts})
    return tuple((full, tuple((f, Counter(f)) for f in sorted(forms))) for full, forms in found.items())
