"""The bodies of a document of which nobody knows for which place it speaks.

市财政局 of such a document is some city's: another document's 市财政局 is another body for all that is
known. So each is its document's own, under a key and a name that say so, of no region and no level. When
the region is found or decided on, the document is read again, and they are the bodies of that place.
"""

from __future__ import annotations

from dataclasses import replace

from graph.model import AMBIGUOUS_REGION, Agency, PolicyDocument


def with_own_bodies(document: PolicyDocument, key: str) -> PolicyDocument:
    """The document, whose key in the graph is `key`, with the bodies that its place would tell as its own;
    as it is where its region is known."""
    if document.doubt != AMBIGUOUS_REGION:
        return document
    return replace(
        document,
        issued_by=tuple(_own(agency, key) for agency in document.issued_by),
        measures=tuple(
            replace(
                measure,
                responsibilities=tuple(
                    replace(each, agency=_own(each.agency, key)) for each in measure.responsibilities
                ),
            )
            for measure in document.measures
        ),
    )


def _own(agency: Agency, key: str) -> Agency:
    above = _own(agency.part_of, key) if agency.part_of else None
    known = agency.resolved and agency.kind != "collective"
    return replace(agency, part_of=above, document=None if known else key)
