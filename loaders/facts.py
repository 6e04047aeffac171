"""Mentions to facts: who answers, by when, on which instrument, each resolved and with its evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from spacy.tokens import Doc

from graph.model import (
    Citation,
    Deadline,
    DomainScore,
    Evidence,
    Keyword,
    OpenRole,
    Region,
    Responsibility,
    Role,
)
from loaders import by_body
from loaders.bodies import Bodies
from loaders.citations import as_citation, cited, once
from loaders.header import Header
from loaders.keywords import Words
from loaders.language import mentions
from loaders.normalise import Paragraph, Text
from loaders.outline import Unit
from loaders.placed import Placed
from loaders.recognise import leads, roles
from loaders.recognise.clauses import Clause, Party
from loaders.recognise.deadlines import Time
from loaders.recognise.domain_words import DomainWords
from loaders.recognise.domains import score_measure
from loaders.recognise.regulations import Mention
from loaders.section_terms import SectionTerms
from loaders.structure import Structure
from loaders.tables.stages import stage_time
from loaders.tables.terms import terms as terms_of

# A label whose bodies are units within one: （责任科室：…）.
_ROOMS = re.compile(rf"[(\[（〔【]?(?:{roles.mark_pattern()})(?:司局|科室|处室|股室)[:：]")


class Facts:
    """Reads the facts of stretches of one document. `cited` are its mentions of other instruments,
    under their full titles. Keywords are found where the document is to be `comparable`."""

    def __init__(
        self, structure: Structure, header: Header, doc: Doc, region: Region, comparable: bool
    ) -> None:
        self.structure = structure
        self.text: Text = structure.text
        self.header = header
        self.doc = doc
        self.region = region
        self._words = Words(doc, ((p.start, p.end) for p in self.text.paragraphs)) if comparable else None
        self._pages = [(b.start, b.page) for b in self.text.source.blocks if b.page is not None]
        self.domain_words = DomainWords(self.text.text)
        self.cited = cited(structure, header, doc, region)
        self._cited = Placed(self.cited)
        self._times: Placed[Time] = Placed(mentions(doc, "deadlines"))
        spans = [(c.start, c.end) for c in mentions(doc, "clauses")]
        self._standing = leads.Standing(self.text.text, spans)
        self.bodies = Bodies(header, region)
        self.above = SectionTerms(self.text.text, header.year)
        self._by_body = by_body.headings(self.text.text, structure.root)

    def domains(
        self, stretches: list[tuple[int, int]], context: str, responsibilities: tuple[Responsibility, ...]
    ) -> tuple[DomainScore, ...]:
        """One to three domains of a measure, best first, by its own words' stretches of the text."""
        functions = [f for r in responsibilities for f in r.agency.functions]
        title = self.header.text_title or self.header.title or ""
        words = self.domain_words.within(*stretches)
        return score_measure(words, context=f"{title} {context}", functions=functions)

    def keywords(self, stretches: list[tuple[int, int]]) -> tuple[Keyword, ...]:
        """The words of a measure that tell it from the others."""
        return self._words.keywords(stretches) if self._words else ()

    def deadlines(self, start: int, end: int, above: Sequence[Unit] = ()) -> tuple[Deadline, ...]:
        """The times stated in a span, each once; where none says by when it is done, also that of a heading
        `above`."""
        times = self._times.within((start, end))
        own = once_dated([self.deadline(t) for t in times]) if times else ()
        done = any(time.kind == "due" for time in own)
        term = None if done else self.above.time(above)
        return (*own, self.deadline(term)) if term else own

    def row_deadlines(
        self,
        row: Paragraph,
        terms: tuple[int, int] | None,
        stages: Iterable[tuple[int, int]] = (),
        *,
        alone: bool = False,
    ) -> tuple[Deadline, ...]:
        """The times of a table row, or `alone` of its cell of terms; in that a point that stands by itself
        is due, and so is that of a column's head among its `stages`."""
        times = self._times.within(*([terms or (0, 0)] if alone else row.cells))
        if terms is not None:
            start, end = terms
            again = [t for t in times if t.recurring and start <= t.start < end]
            points = terms_of(self.text.text, start, end, self.header.year, self.header.issued_on)
            points = [t for t in points if not any(a.start < t.end and t.start < a.end for a in again)]
            times = [t for t in times if not start <= t.start < end] + again + points
        year = self.header.year
        times += [time for span in stages if (time := stage_time(self.text.text, *span, year))]
        return once_dated([self.deadline(t) for t in times])

    def citations(self, *spans: tuple[int, int], short: bool = True) -> tuple[Citation, ...]:
        """The instruments named in some spans, each once, with the most telling action; those named by a
        short name alone only where `short`."""
        named = self._cited.within(*spans)
        return once([self.citation(m, "measure") for m in named if short or m.rule != "short"])

    def parties(
        self, clauses: list[Clause], units: Iterable[Unit] = ()
    ) -> tuple[tuple[Responsibility, ...], tuple[OpenRole, ...]]:
        """Who answers by these clauses, each agency and role once, and the roles left open; where they give
        nobody more than support, also the bodies that are headings among the `units` above."""
        heads = [head for unit in units if (head := self._by_body.get(unit.start))] if self._by_body else []
        if heads and all(party.role == "support" for clause in clauses for party in clause.parties):
            clauses = [*heads, *clauses]
        given: dict[tuple[str, Role], Responsibility] = {}
        open_roles: list[OpenRole] = []
        position = 0
        for clause in clauses:
            note = clause.lead_note or self._standing.at(clause.start)
            words, rule = self.text.written(clause.start, clause.end), f"clause-{clause.rule}"
            roomy = "室" in words or "司局" in words
            inside = clause.inside or (roomy and _ROOMS.match(words) is not None)
            before = ""
            for party, role in zip(
                clause.parties, leads.given(note, self.text.text, clause.parties), strict=True
            ):
                if party.name.vague:
                    evidence = self._evidence(party, rule, party.name.surface, clause.doubt)
                    open_roles.append(OpenRole(role=role, evidence=evidence))
                    continue
                position += 1
                before = self.bodies.under_place(party.name.expanded, before)
                body = self.bodies.meant(before, party.name.bracket, inside)
                if (body.key, role) in given:
                    continue
                given[body.key, role] = Responsibility(
                    agency=body.agency,
                    role=role,
                    surface=_half_width(party.name.surface),
                    position=position,
                    evidence=self._evidence(party, rule, words, clause.doubt or body.doubt),
                    capacity=body.capacity,
                )
        return tuple(given.values()), tuple(open_roles)

    def _evidence(self, party: Party, rule: str, words: str, doubt: str | None) -> Evidence:
        start, end = self.text.to_source(party.name.start, party.name.end)
        return Evidence(
            text=words,
            start=start,
            end=end,
            rule=rule,
            confidence=0.7 if doubt else 1.0,
            doubt=doubt,
            page=self._page(start),
        )

    def _page(self, start: int) -> int | None:
        if not self._pages:
            return None
        found = bisect_right(self._pages, start, key=lambda page: page[0]) - 1
        return self._pages[found][1] if found >= 0 else None

    def deadline(self, time: Time) -> Deadline:
        """A stated time with its evidence; one whose year or date nothing tells is doubtful."""
        start, end = self.text.to_source(time.start, time.end)
        doubt = f"deadline without {time.missing}" if time.missing else None
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

    def citation(self, mention: Mention, place: str) -> Citation:
        """A mention with its evidence; `place` says where in the document it stands."""
        page = self._page(self.text.to_source(mention.start, mention.end)[0])
        return as_citation(self.text, self.region, mention, place, page)


def _half_width(surface: str) -> str:
    return surface.replace("[", "(").replace("]", ")")


def once_dated(deadlines: list[Deadline]) -> tuple[Deadline, ...]:
    """Each stated time once."""
    kept: dict[tuple[date | str | None, str, date | None, str | None, str | None], Deadline] = {}
    for deadline in deadlines:
        # Two times whose years nothing tells are one where their words are.
        day = deadline.date or (deadline.evidence.text if deadline.evidence.doubt else None)
        key = (day, deadline.kind, deadline.start_date, deadline.recurring, deadline.on)
        kept.setdefault(key, deadline)
    return tuple(kept.values())
