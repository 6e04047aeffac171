"""Documents of which it is open for which place they speak: which these are, what places there are to
choose from, and what their bodies are as long as nobody has said."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import (
    AMBIGUOUS_REGION,
    COUNTRY_CODE,
    Agency,
    PolicyDocument,
    Region,
    Responsibility,
)
from graph.names import LEVEL_WORD
from loaders.resolve import regions
from loaders.resolve.agencies import resolve
from loaders.resolve.centre import any_place_has
from loaders.resolve.issuing_codes import regions_of
from loaders.resolve.lexicon import fold, lexicon

_OFFICE = re.compile("办公[厅室]$")
# Several of what a place has: 各市、县人民政府, 各村（社区）.
_LOCAL_BODIES = re.compile("各?(?:区|县|市|镇|乡|街道|村|社区)")
_CODE = re.compile(r"[\u4e00-\u9fff]+")
_UNKNOWN = 0.7  # how sure it is that a name which nobody knows is a body's, as in `loaders.facts`


def marked(document: PolicyDocument) -> PolicyDocument:
    """The document, its doubt noted where it is open whose it is: then a bare 发展改革委, which every
    place has, is not the central one either, but unknown."""
    if not _is_open(document):
        return document
    measures = tuple(
        replace(measure, responsibilities=tuple(map(_unplaced, measure.responsibilities)))
        for measure in document.measures
    )
    return replace(document, measures=measures, doubt=AMBIGUOUS_REGION)


def possible_regions(document: PolicyDocument) -> list[Region]:
    """The regions for which such a document can speak, the one that its text names most often first: those
    whose name opens what its issuers or titles say and whose bodies can have given its number, or
    either."""
    heads = filter(None, (*document.issuers, document.title, document.text_title))
    named = next((found for head in heads if len(found := regions.candidates(head)) > 1), [])
    numbered = _by_number(document)
    both = [region for region in named if any(regions.lies_in(region, area) for area in numbered)]
    text = document.source.text
    return sorted(both or named or numbered, key=lambda region: -text.count(region.short_name))


def _is_open(document: PolicyDocument) -> bool:
    """Whether nothing names a region, or what does names several, and its number could be of several, or
    its bodies are written for a place that nobody knows (市财政局, 各镇)."""
    if document.jurisdiction.code != COUNTRY_CODE or any(map(_is_central, document.issued_by)):
        return False
    local = any(LEVEL_WORD.match(name) for name in document.issuers) or _names_local(document)
    return local or len(possible_regions(document)) > 1


def _is_central(issuer: Agency) -> bool:
    """Whether a body of a document that names no region is known, the office or a part of one
    (民政部社会组织管理局), or by its name the country's."""
    body = _OFFICE.sub("", issuer.name).removeprefix("中共")
    if issuer.resolved or resolve(body, region=issuer.region).resolved or body.startswith("全国"):
        return True
    openings = (body[:end] for end in range(3, len(body)))
    return any(fold(name) in lexicon().central for name in openings)


def _names_local(document: PolicyDocument) -> bool:
    """Whether the bodies that answer are some place's: one that a level opens; where no issuer is told,
    also those of a town or a village, more unknown bodies than known ones (城管局、环卫处), or none but
    those that every place has."""
    answering = [r for measure in document.measures for r in measure.responsibilities]
    several = {r.surface for r in answering if r.agency.kind == "collective"}
    shared = {r.surface for r in answering if _of_any_place(r)}
    known = {r.surface for r in answering if r.agency.resolved} - several - shared
    unknown = {r.surface for r in answering if r.agency.kind == "agency"} - known - shared
    if any(LEVEL_WORD.match(surface) for surface in unknown):
        return True
    return not document.issuers and (
        len(unknown) > len(known)
        or bool(shared and not known)
        or any(_LOCAL_BODIES.match(name) for name in several)
    )


def _of_any_place(read: Responsibility) -> bool:
    """Whether the words name the central body only where nobody else can be meant."""
    body = read.agency
    central = body.resolved and body.kind != "collective" and body.region.code == COUNTRY_CODE
    return central and any_place_has(read.surface.partition("(")[0])


def _unplaced(read: Responsibility) -> Responsibility:
    if not _of_any_place(read):
        return read
    name = read.surface
    agency = Agency(
        name=name, short_name=name, kind="agency", region=read.agency.region, level="country", resolved=False
    )
    evidence = replace(read.evidence, confidence=_UNKNOWN, doubt="unknown agency")
    return replace(read, agency=agency, evidence=evidence)


def _by_number(document: PolicyDocument) -> list[Region]:
    code = _CODE.match(document.doc_number or "")
    return regions_of(code[0]) if code else []
