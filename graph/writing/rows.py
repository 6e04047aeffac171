"""One document's own nodes and relationships as rows, the parameters of the writing queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.identity import Mention, mention_of, own_mention
from graph.model import (
    AMBIGUOUS_REGION,
    Citation,
    Deadline,
    DomainScore,
    Evidence,
    Measure,
    PolicyDocument,
    Section,
)
from graph.writing.alignments import areas_of, profile_of, regions_of
from graph.writing.editions import Edition
from graph.writing.readings import called

Row = dict[str, Any]
_WORDS = 24


@dataclass(slots=True)
class Rows:
    """What a document adds: each list of rows feeds one query of `graph.writing.documents`, `areas`
    and `profile` those of `graph.writing.alignments`."""

    document: Row
    sections: list[Row] = field(default_factory=list)
    measures: list[Row] = field(default_factory=list)
    deadlines: list[Row] = field(default_factory=list)
    document_deadlines: list[Row] = field(default_factory=list)
    issuers: list[Row] = field(default_factory=list)
    responsibilities: list[Row] = field(default_factory=list)
    domains: list[Row] = field(default_factory=list)
    document_domains: list[Row] = field(default_factory=list)
    citations: list[Row] = field(default_factory=list)
    document_citations: list[Row] = field(default_factory=list)
    based_on: list[Row] = field(default_factory=list)
    text_of: list[Row] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    profile: str = "[]"


def rows_of(edition: Edition, regulations: Mapping[Mention, str]) -> Rows:
    """The rows of an edition's document; `regulations` tells which one a mention means."""
    document, key = edition.document, edition.key
    rows = Rows(document=_document(document, edition))
    section_keys = _section_rows(rows, document.sections, key)
    measures = list(_named(document.measures, key))
    for measure, measure_key in measures:
        _measure_rows(rows, measure, measure_key, section_keys, regulations)
    rows.areas, rows.profile = areas_of(document.domains), profile_of(measures)
    rows.document_deadlines = list(_deadlines(document.deadlines, key))
    rows.document_domains = list(_domains(document.domains, key))
    rows.based_on = list(_citations(document.based_on, key, regulations))
    rows.document_citations = list(_citations(document.citations, key, regulations))
    rows.issuers = list(_issuers(document, key))
    if itself := own_mention(document):
        written = {"title": document.title or document.text_title, "number": document.doc_number}
        rows.text_of = [{"source": key, "target": regulations[itself], "mention": itself.dump(), **written}]
    return rows


def _document(document: PolicyDocument, edition: Edition) -> Row:
    plain = (
        "title", "text_title", "doc_number", "issued_on", "effective_on", "expires_on", "validity", "kind",
        "level", "read_by",
    )  # fmt: skip
    known = document.doubt != AMBIGUOUS_REGION
    return {
        **{name: getattr(document, name) for name in plain},
        "key": edition.key,
        "name": document.title or document.text_title or called(document),
        "level": document.level if known else None,
        "issuers": list(document.issuers),
        "jurisdiction": document.jurisdiction.name if known else None,
        "jurisdiction_code": document.jurisdiction.code if known else None,
        "regions": regions_of(document.jurisdiction),
        "warnings": list(document.warnings),
        "notes": list(document.notes),
        "doubt": edition.doubt or document.doubt,
    }


def _named(items: Iterable[Any], document: str) -> Iterator[tuple[Any, str]]:
    """Each section or measure with its key; a path that occurs again gets ``~2``."""
    seen: Counter[str] = Counter()
    for item in items:
        key = "/".join((document, *item.path))
        seen[key] += 1
        yield item, key if seen[key] == 1 else f"{key}~{seen[key]}"


def _section_rows(rows: Rows, sections: Iterable[Section], document: str) -> dict[tuple[str, ...], str]:
    """Add the sections; returns path → key."""
    keys: dict[tuple[str, ...], str] = {}
    for section, key in _named(sections, document):
        above = _nearest(keys, section.path[:-1])
        keys.setdefault(section.path, key)
        plain = ("number", "title", "depth", "order", "kind", "start", "end")
        row = {name: getattr(section, name) for name in plain}
        rows.sections.append({"key": key, "name": section.label, "above": above, **row})
    return keys


def _nearest(keys: Mapping[tuple[str, ...], str], path: tuple[str, ...]) -> str | None:
    return next((keys[path[:n]] for n in range(len(path), 0, -1) if path[:n] in keys), None)


def _measure_rows(
    rows: Rows,
    measure: Measure,
    key: str,
    sections: Mapping[tuple[str, ...], str],
    regulations: Mapping[Mention, str],
) -> None:
    plain = (
        "number", "title", "text", "order", "start", "end", "page", "ongoing",
        "status", "status_on", "status_source",
    )  # fmt: skip
    due = [deadline.date for deadline in measure.deadlines if deadline.kind == "due" and deadline.date]
    rows.measures.append(
        {
            "key": key,
            "name": _measure_name(measure),
            "section": _nearest(sections, measure.section_path),
            "due": max(due, default=None),
            "keywords": [each.term for each in measure.keywords],
            "open_roles": [f"{each.role}:{each.evidence.text}" for each in measure.open_roles],
            **{name: getattr(measure, name) for name in plain},
        }
    )
    rows.deadlines.extend(_deadlines(measure.deadlines, key))
    rows.domains.extend(_domains(measure.domains, key))
    rows.citations.extend(_citations(measure.citations, key, regulations))
    seen: set[tuple[str, str]] = set()
    for each in measure.responsibilities:
        if (each.agency.key, each.role) not in seen:
            seen.add((each.agency.key, each.role))
            row = {name: getattr(each, name) for name in ("role", "position", "surface", "capacity")}
            rows.responsibilities.append(
                {"source": each.agency.key, "target": key, **row, **_evidence(each.evidence)}
            )


def _measure_name(measure: Measure) -> str:
    words = measure.title or " ".join(measure.text.split())
    words = words if len(words) <= _WORDS else words[:_WORDS] + "…"
    return f"{measure.number} {words}".strip() if measure.number else words or measure.path[-1]


def _evidence(evidence: Evidence | None) -> Row:
    if not evidence:
        return {}
    plain = ("start", "end", "page", "rule", "confidence", "doubt")
    return {"evidence": evidence.text, **{name: getattr(evidence, name) for name in plain}}


def _deadlines(deadlines: Iterable[Deadline], key: str) -> Iterator[Row]:
    plain = ("date", "kind", "start_date", "precision", "recurring", "on")
    for order, deadline in enumerate(deadlines, 1):
        yield {
            "source": key,
            "key": f"{key}@{order}",
            "name": deadline.evidence.text,
            **{name: getattr(deadline, name) for name in plain},
            **_evidence(deadline.evidence),
        }


def _domains(domains: Iterable[DomainScore], key: str) -> Iterator[Row]:
    for domain in domains:
        yield {"source": key, "target": domain.name, "score": domain.score, "terms": list(domain.terms)}


def _citations(citations: Iterable[Citation], key: str, regulations: Mapping[Mention, str]) -> Iterator[Row]:
    for citation in citations:
        if mention := mention_of(citation):
            yield {
                "source": key,
                "target": regulations[mention],
                "action": citation.action,
                "place": citation.place,
                "title": citation.title_written,
                "number": citation.number_written,
                "mention": mention.dump(),
                **_evidence(citation.evidence),
            }


def _issuers(document: PolicyDocument, key: str) -> Iterator[Row]:
    evidence = (*document.issuer_evidence, *(None for _ in document.issued_by))
    seen = set()
    for position, agency in enumerate(document.issued_by):
        if agency.key not in seen:
            seen.add(agency.key)
            row = {"source": key, "target": agency.key, "position": position + 1}
            yield {**row, **_evidence(evidence[position])}
