"""A source to a `PolicyDocument`: header, sections, measures, and what they name, resolved."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter, itemgetter

from graph.model import (
    Deadline,
    DomainScore,
    Evidence,
    Measure,
    PolicyDocument,
    Region,
    Source,
)
from loaders import jurisdiction as places
from loaders.citations import once
from loaders.facts import Facts, once_dated
from loaders.folding import fold
from loaders.header import Header, Issuer, of_government, read_header
from loaders.header.spoken import spoken_year
from loaders.language import analyse, mentions
from loaders.measure_titles import measure_title
from loaders.measures import Draft, draft_measures
from loaders.normalise import Text
from loaders.outline import Unit
from loaders.recognise.asides import said_of_all
from loaders.recognise.deadlines import Time
from loaders.recognise.domains import score_document
from loaders.recognise.issuer_domains import answered, forwarded
from loaders.recognise.regulations import Mention
from loaders.structure import Structure
from loaders.tables.measures import table_measures
from loaders.tables.others import unread
from loaders.tables.sections import with_table_sections
from loaders.validity import IN_FORCE, Validity, find_validity, is_of_validity

# What follows the date of a signature, or of the printing.
_SIGNED = re.compile(r"(?:印发|\([^()\n]{0,40}\))?(?:\n|$)")

# What a preamble does to an instrument that is no ground of it.
_CHANGES = ("enact", "revise", "repeal")
_LABEL_LENGTH = 8
_first = itemgetter(0)


def read_document(
    text: Text, source: Source, *, read_by: str, region: Region | None = None, comparable: bool = True
) -> PolicyDocument:
    """The document that a text holds, of `region` where somebody decided that. Where it is to be
    `comparable`, its measures have keywords, and it the hash of its text. A text without header,
    citations and measures gives one that `is_empty` tells."""
    return _Assembler(text, source, read_by, region, comparable).document()


def is_empty(document: PolicyDocument) -> bool:
    """Whether nothing that makes a policy document was found: no header, citation or measure."""
    header = document.doc_number or document.issuers or (document.title and document.issued_on)
    return not (header or document.title or document.citations or document.based_on or document.measures)


class _Assembler:
    """Holds what the parts of one document share while it is put together."""

    def __init__(
        self, text: Text, source: Source, read_by: str, region: Region | None, comparable: bool
    ) -> None:
        self.text = text
        self.source = source
        self.read_by = read_by
        self.comparable = comparable
        self.structure = Structure(text)
        self.header: Header = read_header(text, self.structure.preamble_end)
        self.region: Region = region or places.jurisdiction(self.header, text)
        self.header = of_government(self.header, text, self.region)
        if self.header.year is None:
            self.header = replace(self.header, spoken=spoken_year(text.text))
        # Keywords alone are made of tokens.
        self.doc = analyse(
            text.text, year=self.header.year, issued_on=self.header.issued_on, tokens=comparable
        )
        self.facts = Facts(self.structure, self.header, self.doc, self.region, comparable)

    def document(self) -> PolicyDocument:
        """The whole document."""
        header, facts, structure = self.header, self.facts, self.structure
        taken = [(row.start, row.end) for row in structure.rows]
        drafts, validity = self._drafts(taken)
        measures = tuple(self._measure(draft, order) for order, draft in enumerate(drafts, 1))
        rows = tuple(table_measures(facts, structure.root, len(measures)))
        units = structure.sections({d.unit.path for d in drafts})
        sections, measures = with_table_sections(units, _in_order(measures, rows))
        outside = _gaps(taken + [(d.start, d.end) for d in drafts], len(self.text.text))
        # A table may list instruments, those that a decision repeals, in place of measures.
        grounds, others = self._loose(outside, [] if rows else taken)
        return PolicyDocument(
            title=header.title,
            text_title=header.text_title,
            doc_number=header.doc_number,
            issuers=tuple(i.name for i in header.issuers),
            issued_by=tuple(facts.bodies.agency(i.name) for i in header.issuers),
            issuer_evidence=tuple(_issued(issuer) for issuer in header.issuers),
            issued_on=header.issued_on,
            effective_on=header.effective_on or (validity.effective_on if validity else None),
            expires_on=header.expires_on or (validity.expires_on if validity else None),
            validity=self.text.written(validity.start, validity.end) if validity else None,
            kind=header.kind,
            level=self.region.level,
            jurisdiction=self.region,
            domains=self._domains(measures, grounds),
            sections=sections,
            measures=measures,
            based_on=once([facts.citation(m, "preamble") for m in grounds]),
            citations=once([facts.citation(m, structure.place(m.start)) for m in others]),
            deadlines=self._own_deadlines(outside, validity),
            notes=() if measures else ("no measures",),
            warnings=self._said_of_all() if measures else unread(self.text, structure.rows),
            source=self.source,
            text_sha256=_hash(self.text.text) if self.comparable else "",
            read_by=self.read_by,
        )

    def _said_of_all(self) -> tuple[str, ...]:
        """The warning that a note gives somebody a duty for all tasks, which no clause repeats."""
        span = said_of_all(self.text.text)
        if span is None:
            return ()
        words = self.text.written(*span)
        return (f"注明由其承担以下各项任务，未逐项列入 / for all tasks below, not linked to each: {words}",)

    def _drafts(self, taken: list[tuple[int, int]]) -> tuple[list[Draft], Validity | None]:
        """The units that are measures, and the words on how long the document holds."""
        drafts = draft_measures(self.text, self.structure.root, mentions(self.doc, "clauses"))
        unclaimed = _gaps(taken + [(d.start, d.end) for d in drafts if d.clauses], len(self.text.text))
        validity = find_validity(self.text.text, unclaimed, self.header.issued_on)
        return [d for d in drafts if d.clauses or not _is_on_validity(d, validity)], validity

    def _loose(
        self, outside: list[tuple[int, int]], listed: list[tuple[int, int]]
    ) -> tuple[list[Mention], list[Mention]]:
        """The instruments named `outside` measures, and by the rows of what is only `listed`: the grounds in
        the preamble, and the others."""
        grounds: list[Mention] = []
        others: list[Mention] = []
        for mention in self.facts.cited:
            if _within(mention.start, outside) or (
                mention.rule == "listed" and _within(mention.start, listed)
            ):
                ahead = mention.start < self.structure.preamble_end and mention.action not in _CHANGES
                (grounds if ahead else others).append(mention)
        return grounds, others

    def _domains(self, measures: tuple[Measure, ...], grounds: list[Mention]) -> tuple[DomainScore, ...]:
        """The domains of the whole document, best first."""
        header, facts = self.header, self.facts
        return score_document(
            header.text_title or header.title or _first_ground(grounds),
            facts.domain_words,
            [m.domains for m in measures],
            functions=[f for name in self._speakers() for f in facts.bodies.functions(name)],
            subject=header.subject,
        )

    def _speakers(self) -> list[str]:
        """Whose field is the document's: the issuers', then that of the body whose paper it forwards or whose
        request it answers."""
        header = self.header
        first = forwarded(header.title or "") or answered(header.salutation, self.text.text)
        return [*(i.name for i in self.header.issuers), *([first] if first else [])]

    def _own_deadlines(
        self, outside: list[tuple[int, int]], validity: Validity | None
    ) -> tuple[Deadline, ...]:
        """The times that stand outside measures, and are neither the validity's nor those of the titles, the
        signature and the printing."""
        titles = self._titles()
        times = [
            time
            for time in mentions(self.doc, "deadlines")
            if _within(time.start, outside)
            and not any(start <= time.start < end for start, end in titles)
            and not (time.start < self.structure.preamble_end and self._is_background(time))
            and not is_of_validity(self.text.text, time, validity)
            and not self._is_of_section(time)
            and not (time.rule in ("due-done", "due-clause") and _SIGNED.match(self.text.text, time.end))
        ]
        return once_dated([self.facts.deadline(time) for time in times])

    def _is_of_section(self, time: Time) -> bool:
        """Whether a heading sets a time for the tasks below it."""
        unit = self.structure.unit_at(time.start)
        return bool(unit and self.facts.above.time([unit]))

    def _titles(self) -> list[tuple[int, int]]:
        """Where the document's titles stand: 2023年优化营商环境任务分工 is named by a year, not due in it."""
        named = {fold(title) for title in (self.header.title, self.header.text_title) if title}
        return [m.span() for title in named for m in re.finditer(re.escape(title), self.text.text)]

    def _is_background(self, time: Time) -> bool:
        """Whether a time of the preamble tells what was before the document, or since when a text holds."""
        day, year = time.date or time.start_date, self.header.year
        since = time.date is None and not time.recurring
        in_force = since and IN_FORCE.match(self.text.text, time.end) is not None
        # Where nothing is numbered, what stands ahead of the first number is the whole text.
        if since and day and not self.structure.root.children:
            return bool(year and day.year < year) or in_force
        if day and year and (day.year < year or (self.header.issued_on and day < self.header.issued_on)):
            return True
        return in_force or (since and day is not None)

    def _measure(self, draft: Draft, order: int) -> Measure:
        unit, clauses = draft.unit, draft.clauses
        parents = _parents(unit)
        responsibilities, open_roles = self.facts.parties(clauses, [*parents, unit])
        words = "\n".join([self.text.written(a, b) for a, b in draft.stretches])
        start, end = self.text.to_source(draft.start, draft.end)
        path = unit.path if draft.again == 1 else (*unit.path, f"#{draft.again}")
        context = " ".join([u.heading for u in parents])
        return Measure(
            path=path,
            section_path=unit.parent.path if unit.parent else (),
            number=unit.number,
            title=measure_title(self.text, draft),
            text=words.strip(),
            order=order,
            start=start,
            end=end,
            page=unit.page,
            ongoing=any(c.ongoing for c in clauses) or self.facts.above.goes_on(parents),
            responsibilities=responsibilities,
            open_roles=open_roles,
            deadlines=self.facts.deadlines(draft.start, draft.end, parents),
            citations=self.facts.citations((draft.start, draft.end)),
            domains=self.facts.domains(draft.stretches, context, responsibilities),
            keywords=self.facts.keywords(draft.stretches),
        )


def _issued(issuer: Issuer) -> Evidence:
    """The words that show who issues; an issuer that only the number's code tells is a conclusion."""
    if issuer.words is None:
        return Evidence(text=issuer.name, start=issuer.start, end=issuer.end, rule="header")
    return Evidence(text=issuer.words, start=issuer.start, end=issuer.end, rule="number", confidence=0.8)


def _first_ground(grounds: list[Mention]) -> str | None:
    """The title that speaks for a document without one: that of the instrument which it carries out."""
    return next((m.title for m in grounds if m.action == "implement" and m.title), None)


def _in_order(numbered: tuple[Measure, ...], rows: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The measures of units and of table rows in the order of the text."""
    if not rows or not numbered or rows[0].start > numbered[-1].start:
        return numbered + rows
    placed = sorted(numbered + rows, key=attrgetter("start"))
    return tuple(replace(measure, order=order) for order, measure in enumerate(placed, 1))


def _hash(text: str) -> str:
    """The hash of a text's words, whatever its punctuation."""
    return hashlib.sha256(re.sub(r"\W", "", text).encode()).hexdigest()


def _is_on_validity(draft: Draft, validity: Validity | None) -> bool:
    """Whether a unit opens with how long the document holds: what it replaces follows."""
    return validity is not None and draft.start <= validity.start <= draft.start + _LABEL_LENGTH


def _gaps(spans: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The stretches of a text of some length that no span holds."""
    gaps, at = [], 0
    for start, end in sorted(spans):
        if at < start:
            gaps.append((at, start))
        at = max(at, end)
    return [*gaps, (at, length)]


def _within(place: int, gaps: list[tuple[int, int]]) -> bool:
    found = bisect_right(gaps, place, key=_first) - 1
    return found >= 0 and place < gaps[found][1]


def _parents(unit: Unit) -> list[Unit]:
    parents: list[Unit] = []
    at = unit.parent
    while at is not None and at.label is not None:
        parents.insert(0, at)
        at = at.parent
    return parents
