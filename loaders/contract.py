"""A `PolicyDocument` as the JSON object that ``zeren extract`` prints: keys and order as documented
in the README. Offsets are half-open, in characters of the source's text."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.model import (
    AMBIGUOUS_REGION,
    Citation,
    Deadline,
    DomainScore,
    Evidence,
    Measure,
    OpenRole,
    PolicyDocument,
    Responsibility,
)
from loaders.resolve.regions import spelt_out
from loaders.unplaced import possible_regions

_PLACES = 4  # regions that a warning names


def to_json(document: PolicyDocument) -> dict[str, Any]:
    """The document's object: plain dicts, lists, strings, numbers, booleans and None."""
    labels = {section.path: section.label for section in document.sections}
    return {
        "document": {
            "title": document.title,
            "text_title": document.text_title,
            "doc_number": document.doc_number,
            "issuers": list(document.issuers),
            "issued_on": _iso(document.issued_on),
            "effective_on": _iso(document.effective_on),
            "expires_on": _iso(document.expires_on),
            "jurisdiction": document.jurisdiction.name,
            "jurisdiction_code": document.jurisdiction.code or document.jurisdiction.key.split("/")[0],
            "domains": [_domain(d) for d in document.domains],
            "source": document.source.path,
        },
        "based_on": [_citation(c) for c in document.based_on],
        "citations": [_citation(c) for c in document.citations],
        "deadlines": [_deadline(d) for d in document.deadlines],
        "measures": [_measure(m, labels) for m in document.measures],
        "warnings": [*document.warnings, *_unplaced(document)],
    }


def _unplaced(document: PolicyDocument) -> list[str]:
    """What is said of a document of which it is open whose it is."""
    if document.doubt != AMBIGUOUS_REGION:
        return []
    places = possible_regions(document)
    whose = (
        f"may be of {', '.join(map(spelt_out, places[:_PLACES]))}" if places else "does not say whose it is"
    )
    more = " …" if len(places) > _PLACES else ""
    return [f"{AMBIGUOUS_REGION}: the document {whose}{more}; read as one of 全国"]


def _measure(measure: Measure, labels: dict[tuple[str, ...], str]) -> dict[str, Any]:
    path = measure.section_path
    headings = [labels[path[:n]] for n in range(1, len(path) + 1) if path[:n] in labels]
    return {
        "number": measure.number,
        "section": headings,
        "title": measure.title,
        "text": measure.text,
        "start": measure.start,
        "end": measure.end,
        "responsibilities": [_responsibility(r) for r in measure.responsibilities],
        "open_roles": [_open_role(r) for r in measure.open_roles],
        "ongoing": measure.ongoing,
        "deadlines": [_deadline(d) for d in measure.deadlines],
        "citations": [_citation(c) for c in measure.citations],
        "domains": [_domain(d) for d in measure.domains],
    }


def _responsibility(responsibility: Responsibility) -> dict[str, Any]:
    evidence = responsibility.evidence
    return {
        "agency": responsibility.agency.name,
        "surface": responsibility.surface,
        "capacity": responsibility.capacity,
        "role": responsibility.role,
        "start": evidence.start,
        "end": evidence.end,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
        "doubt": evidence.doubt,
    }


def _open_role(role: OpenRole) -> dict[str, Any]:
    return {
        "role": role.role,
        "text": role.evidence.text,
        "start": role.evidence.start,
        "end": role.evidence.end,
    }


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "date": _iso(deadline.date),
        "kind": deadline.kind,
        "start_date": _iso(deadline.start_date),
        "recurring": deadline.recurring,
        "on": deadline.on,
        "text": deadline.evidence.text,
        **_place(deadline.evidence),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "title": citation.title,
        "doc_number": citation.doc_number,
        "action": citation.action,
        **_place(citation.evidence),
    }


def _domain(domain: DomainScore) -> dict[str, Any]:
    return {"name": domain.name, "score": domain.score, "terms": list(domain.terms)}


def _place(evidence: Evidence) -> dict[str, Any]:
    return {
        "start": evidence.start,
        "end": evidence.end,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
        "doubt": evidence.doubt,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
