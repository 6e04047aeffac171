"""A source to a `PolicyDocument`: header, sections, measures, and what they name, resolved."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

from graph.model import (
    Agency,
    Citation,
    Deadline,
    DomainScore,
    Evidence,
    Measure,
    OpenRole,
    PolicyDocument,
    Region,
    Responsibility,
    Role,
    Section,
    Source,
)
from loaders import jurisdiction as places
from loaders.header import Header, read_header
from loaders.keywords import Words
from loaders.language import analyse, mentions
from loaders.measures import Draft, draft_measures, is_numbered, mark_kinds, measure_title
from loaders.normalise import Paragraph, Text
from loaders.outline import Unit, heading, outline
from loaders.recognise import deadlines
from loaders.recognise.clauses import Clause, Party
from loaders.recognise.deadlines import Time
from loaders.recognise.domains import score_document, score_measure
from loaders.recognise.regulations import Mention
from loaders.resolve.agencies import expand_capacity, looks_like_agency, resolve
from loaders.resolve.regions import candidates
from loaders.resolve.regulations import resolve_mentions, scope_of
from loaders.tables import table_measures
from loaders.validity import find_validity


def read_document(
    text: Text, source: Source, *, read_by: str, region: Region | None = None
) -> PolicyDocument:
    """The document that a text holds, of `region` where somebody decided that. A text without
    header, citations and measures gives one that `is_empty` tells."""
    return _Assembler(text, source, read_by, region).document()


def is_empty(document: PolicyDocument) -> bool:
    """Whether nothing that makes a policy document was found: no header, citation or measure."""
    header = document.doc_number or document.issuers or (document.title and document.issued_on)
    return not (header or document.title or document.citations or document.based_on or document.measures)


@dataclass(slots=True)
class _Span:
    """A stretch of the document that a fact must lie in."""

    start: int
    end: int

    def holds(self, start: int) -> bool:
        return self.start <= start < self.end


class _Assembler:
    """Holds what the parts of one document share while it is put together."""

    def __init__(self, text: Text, source: Source, read_by: str, region: Region | None = None) -> None:
        self.text = text
        self.source = source
        self.read_by = read_by
        self.root = outline(text)
        mark_kinds(text, self.root)
        first = self.root.children[0].start if self.root.children else len(text.text)
        self.header: Header = read_header(text, first)
        issued = self.header.issued_on
        self.doc = analyse(text.text, year=issued.year if issued else None)
        self.words = Words(self.doc, ((p.start, p.end) for p in text.paragraphs))
        self.first_is_lead = False
        self.region: Region = region or places.jurisdiction(self.header, text)

    def document(self) -> PolicyDocument:
        header = self.header
        drafts = draft_measures(self.text, self.root, mentions(self.doc, "clauses"))
        self.cited = self._resolved_mentions()
        measures = tuple(self._measure(draft, order) for order, draft in enumerate(drafts, 1))
        measures += tuple(table_measures(self, self.root, len(measures)))
        spans = [_Span(d.start, d.end) for d in drafts]
        spans += [_Span(u.row.start, u.row.end) for u in self.root.walk() if u.row is not None]
        outside = self._outside(spans)
        validity = find_validity(self.text.text, outside, header.issued_on)
        preamble_end = self.root.children[0].start if self.root.children else len(self.text.text)
        loose = [m for m in self.cited if not any(s.holds(m.start) for s in spans)]
        based_on = [self._citation(m, "preamble") for m in loose if m.start < preamble_end]
        elsewhere = [self._citation(m, self._place(m.start)) for m in loose if m.start >= preamble_end]
        times = [
            t
            for t in mentions(self.doc, "deadlines")
            if any(a <= t.start < b for a, b in outside)
            and not (validity and validity.start <= t.start < validity.end)
            and t.start >= preamble_end
        ]
        return PolicyDocument(
            title=header.title,
            text_title=header.text_title,
            doc_number=header.doc_number,
            issuers=tuple(i.name for i in header.issuers),
            issued_by=tuple(self._issuer(i.name) for i in header.issuers),
            issuer_evidence=tuple(
                Evidence(text=i.name, start=i.start, end=i.end, rule="header") for i in header.issuers
            ),
            issued_on=header.issued_on,
            effective_on=header.effective_on or (validity.effective_on if validity else None),
            expires_on=header.expires_on or (validity.expires_on if validity else None),
            validity=self.text.written(validity.start, validity.end) if validity else None,
            kind=header.kind,
            level=self.region.level,
            jurisdiction=self.region,
            domains=self._domains(measures),
            sections=tuple(self._sections({d.unit.path for d in drafts})),
            measures=measures,
            based_on=_once(based_on),
            citations=_once(elsewhere),
            deadlines=_once_dated([self._deadline(t) for t in times]),
            notes=() if measures else ("no measures",),
            source=self.source,
            text_sha256=hashlib.sha256(re.sub(r"\W", "", self.text.text).encode()).hexdigest(),
            read_by=self.read_by,
        )

    # What stands where

    def _outside(self, spans: list[_Span]) -> list[tuple[int, int]]:
        """The stretches of the text that no measure holds."""
        gaps, at = [], 0
        for span in sorted(spans, key=lambda s: s.start):
            if at < span.start:
                gaps.append((at, span.start))
            at = max(at, span.end)
        return [*gaps, (at, len(self.text.text))]

    def _place(self, start: int) -> str:
        unit = self._unit_at(start)
        return unit.kind if unit is not None else "notes"

    def _unit_at(self, start: int) -> Unit | None:
        for unit in self.root.walk():
            if unit.label is not None and any(a <= start < b for a, b in unit.stretches):
                return unit
        return None

    def _sections(self, taken: set[tuple[str, ...]]) -> list[Section]:
        """The units that hold others, and those on the first level that are no measure (`taken`)."""
        sections: list[Section] = []
        for unit in self.root.walk():
            if unit.label is None or not (
                unit.children or (unit.path not in taken and unit.parent is self.root)
            ):
                continue
            words = heading(self.text, unit)
            start, end = self.text.to_source(unit.start, max(unit.end, unit.start + 1))
            sections.append(
                Section(
                    path=unit.path,
                    number=unit.label.number if is_numbered(unit) else None,
                    title=words,
                    label=self.heading_label(unit),
                    depth=unit.depth,
                    order=len(sections) + 1,
                    kind=unit.kind,
                    start=start,
                    end=end,
                )
            )
        return sections

    def heading_label(self, unit: Unit) -> str:
        """A heading as printed, with its number: 一、健全…体系."""
        stop = unit.stretches[0][0] + len(heading(self.text, unit)) if unit.stretches else unit.start
        return self.text.written(unit.start, stop) if stop > unit.start else ""

    # What a measure holds

    def _measure(self, draft: Draft, order: int) -> Measure:
        unit = draft.unit
        parents = _parents(unit)
        clauses = draft.clauses
        responsibilities, open_roles = self.parties(clauses)
        words = "\n".join(self.text.written(a, b) for a, b in draft.stretches)
        start, end = self.text.to_source(draft.start, draft.end)
        path = unit.path if draft.again == 1 else (*unit.path, f"#{draft.again}")
        context = " ".join(heading(self.text, u) for u in parents)
        return Measure(
            path=path,
            section_path=unit.parent.path if unit.parent else (),
            number=unit.label.number if unit.label and is_numbered(unit) else None,
            title=measure_title(self.text, draft),
            text=words.strip(),
            order=order,
            start=start,
            end=end,
            page=unit.page,
            ongoing=any(c.ongoing for c in clauses),
            responsibilities=responsibilities,
            open_roles=open_roles,
            deadlines=self.deadlines(draft.start, draft.end),
            citations=self.citations(draft.start, draft.end),
            domains=self.domains(words, context, responsibilities),
            keywords=self.words.keywords(draft.stretches),
        )

    def domains(
        self, words: str, context: str, responsibilities: tuple[Responsibility, ...]
    ) -> tuple[DomainScore, ...]:
        """One to three domains of a measure, best first."""
        functions = [f for r in responsibilities for f in r.agency.functions]
        title = self.header.text_title or self.header.title or ""
        return score_measure(words, context=f"{title} {context}", functions=functions)

    def deadlines(self, start: int, end: int) -> tuple[Deadline, ...]:
        """The times stated in a span, each once."""
        return _once_dated(
            [self._deadline(t) for t in mentions(self.doc, "deadlines") if start <= t.start < end]
        )

    def row_deadlines(self, row: Paragraph, terms: tuple[int, int] | None) -> tuple[Deadline, ...]:
        """The times of a table row; in its cell of terms a point that stands alone is due."""
        times = [t for t in mentions(self.doc, "deadlines") if row.start <= t.start < row.end]
        if terms is not None:
            year = self.header.issued_on.year if self.header.issued_on else None
            start, end = terms
            again = [t for t in times if t.recurring and start <= t.start < end]
            alone = deadlines.match(self.text.text, start, end, year=year, clause=True)
            alone = [t for t in alone if not any(a.start < t.end and t.start < a.end for a in again)]
            times = [t for t in times if not start <= t.start < end] + again + alone
        return _once_dated([self._deadline(t) for t in times])

    def citations(self, start: int, end: int, *, short: bool = True) -> tuple[Citation, ...]:
        """The instruments named in a span, each once, with the most telling action; those named by a
        short name alone only where `short`."""
        named = (m for m in self.cited if start <= m.start < end and (short or m.rule != "short"))
        return _once([self._citation(m, "measure") for m in named])

    def parties(self, clauses: list[Clause]) -> tuple[tuple[Responsibility, ...], tuple[OpenRole, ...]]:
        """Who answers by these clauses, each agency and role once, and the roles left open."""
        given: dict[tuple[str, Role], Responsibility] = {}
        open_roles: list[OpenRole] = []
        position = 0
        for clause in clauses:
            self.first_is_lead |= clause.first_is_lead == "onward"
            ranked = any(p.role != "responsible" for p in clause.parties)
            leads = (self.first_is_lead or clause.first_is_lead) and not ranked
            for i, party in enumerate(clause.parties):
                role: Role = "lead" if leads and not i else party.role
                if party.name.vague:
                    evidence = replace(self._evidence(party, clause), text=party.name.surface)
                    open_roles.append(OpenRole(role=role, evidence=evidence))
                    continue
                position += 1
                found = self._responsibility(party, clause, role, position)
                given.setdefault((found.agency.key, role), found)
        return tuple(given.values()), tuple(open_roles)

    def _responsibility(self, party: Party, clause: Clause, role: Role, position: int) -> Responsibility:
        name = party.name
        agency = self.agency(name.expanded)
        capacity = None
        if name.bracket and looks_like_agency(name.bracket):
            capacity = expand_capacity(name.bracket, self.region, self.header.issued_on)
        evidence = self._evidence(party, clause, agency)
        return Responsibility(
            agency=agency,
            role=role,
            surface=_half_width(name.surface),
            position=position,
            evidence=evidence,
            capacity=capacity,
        )

    def agency(self, name: str) -> Agency:
        """The body that a name of this document means."""
        return resolve(name, region=self.region, on=self.header.issued_on)

    def _issuer(self, name: str) -> Agency:
        return resolve(name, region=self.region, on=self.header.issued_on)

    def _evidence(self, party: Party, clause: Clause, agency: Agency | None = None) -> Evidence:
        doubt = clause.doubt
        if agency is not None and not agency.resolved and agency.kind != "collective":
            several = len(candidates(party.name.expanded, within=self.region)) > 1
            doubt = doubt or ("ambiguous region" if several else "unknown agency")
        start, end = self.text.to_source(party.name.start, party.name.end)
        return Evidence(
            text=self.text.written(clause.start, clause.end),
            start=start,
            end=end,
            rule=f"clause-{clause.rule}",
            confidence=0.7 if doubt else 1.0,
            doubt=doubt,
            page=self._page(start),
        )

    def _page(self, start: int) -> int | None:
        page = None
        for block in self.text.source.blocks:
            if block.page is None or block.start > start:
                break
            page = block.page
        return page

    def _deadline(self, time: Time) -> Deadline:
        start, end = self.text.to_source(time.start, time.end)
        doubt = "deadline without year" if time.year_missing else None
        return Deadline(
            date=time.date,
            kind=time.kind,
            start_date=time.start_date,
            precision=time.precision,
            recurring=time.recurring,
            on=time.on,
            evidence=Evidence(
                text=self.text.written(time.start, time.end),
                start=start,
                end=end,
                rule=time.rule,
                confidence=0.5 if doubt else 1.0,
                doubt=doubt,
                page=self._page(start),
            ),
        )

    # What is cited

    def _resolved_mentions(self) -> list[Mention]:
        header = self.header
        kept = []
        for mention in mentions(self.doc, "regulations"):
            if mention.number and header.doc_number and mention.number.endswith(header.doc_number):
                continue
            if mention.rule == "number" and self._is_header_line(mention):
                continue
            if mention.rule == "title" and self._is_quoted_title(mention):
                continue
            kept.append(mention)
        return resolve_mentions(kept, (header.title, header.text_title))

    def _is_header_line(self, mention: Mention) -> bool:
        """A number that stands alone on a line of the head: the number of the text itself."""
        if self._unit_at(mention.start) is not None:
            return False
        left = self.text.text.rfind("\n", 0, mention.start) + 1
        right = self.text.text.find("\n", mention.end)
        return (right if right >= 0 else len(self.text.text)) - left < 40 or mention.start - left > 300

    def _is_quoted_title(self, mention: Mention) -> bool:
        """《X》 as a part of the document's own title, or X itself."""
        bare = re.sub(r"[\s的]", "", mention.title or "")
        for own in (self.header.title, self.header.text_title):
            if own and bare and bare in re.sub(r"[\s的]", "", own.translate(_FOLD_TITLE)):
                return len(bare) >= 8 or self._unit_at(mention.start) is None
        return False

    def _citation(self, mention: Mention, place: str) -> Citation:
        start, end = self.text.to_source(mention.start, mention.end)
        written = self.text.written(*mention.title_span) if mention.title_span else None
        title = mention.title
        if mention.rule == "title" and written and len(written) == len(mention.title or ""):
            title = written
        return Citation(
            title=title,
            doc_number=mention.number,
            action=mention.action,
            scope=scope_of(mention, self.region.key),
            kind=mention.kind,
            place=place,
            title_written=written,
            number_written=self.text.written(*mention.number_span) if mention.number_span else None,
            evidence=Evidence(
                text=self.text.written(mention.start, mention.end),
                start=start,
                end=end,
                rule=f"citation-{mention.rule}",
                page=self._page(start),
            ),
        )

    def _domains(self, measures: tuple[Measure, ...]) -> tuple[DomainScore, ...]:
        header = self.header
        title = header.text_title or header.title
        return score_document(title, self.text.text, [m.domains for m in measures], subject=header.subject)


_FOLD_TITLE = str.maketrans("（）〔〕〈〉—–", "()[]《》--")


def _parents(unit: Unit) -> list[Unit]:
    parents: list[Unit] = []
    at = unit.parent
    while at is not None and at.label is not None:
        parents.insert(0, at)
        at = at.parent
    return parents


def _half_width(surface: str) -> str:
    return surface.replace("[", "(").replace("]", ")")


_TELLING = ("repeal", "revise", "enact", "apply", "implement", "mention")


def _once(citations: list[Citation]) -> tuple[Citation, ...]:
    """Each instrument once: its first mention, with the most telling action of all and any number."""
    kept: dict[str, Citation] = {}
    for citation in citations:
        key = citation.doc_number or citation.title or ""
        twin = next((k for k, c in kept.items() if k == key or (c.title and c.title == citation.title)), None)
        if twin is None:
            kept[key] = citation
        elif _TELLING.index(citation.action) < _TELLING.index(kept[twin].action):
            kept[twin] = replace(citation, doc_number=citation.doc_number or kept[twin].doc_number)
    return tuple(kept.values())


def _once_dated(deadlines: list[Deadline]) -> tuple[Deadline, ...]:
    """Each stated time once."""
    kept: dict[tuple[date | None, str, date | None, str | None, str | None], Deadline] = {}
    for deadline in deadlines:
        key = (deadline.date, deadline.kind, deadline.start_date, deadline.recurring, deadline.on)
        kept.setdefault(key, deadline)
    return tuple(kept.values())
