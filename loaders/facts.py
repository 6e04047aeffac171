"""Mentions to facts: who answers, by when, on which instrument, each resolved and with its evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc

from graph.model import (
    AMBIGUOUS_REGION,
    Agency,
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
from loaders.citations import as_citation, cited, once
from loaders.header import Header
from loaders.keywords import Words
from loaders.language import mentions
from loaders.normalise import Paragraph, Text
from loaders.placed import Placed
from loaders.recognise import leads
from loaders.recognise.clauses import Clause, Party, is_unit
from loaders.recognise.deadlines import Time
from loaders.recognise.domain_words import DomainWords
from loaders.recognise.domains import score_measure
from loaders.recognise.issuer_domains import has_own_domain
from loaders.recognise.regulations import Mention
from loaders.resolve.agencies import expand_capacity, looks_like_agency, resolve
from loaders.resolve.likeness import is_town_office
from loaders.resolve.regions import candidates
from loaders.structure import Structure
from loaders.table_terms import terms as terms_of

# A body at the head of a title: 平原市林业局2023年工作要点.
_OPENING = re.compile(r"[^\d关《]{3,24}[局委办厅院会](?=\d{4}年|关于|\()")
# A label whose bodies are units within one: （责任科室：…）.
_ROOMS = re.compile(r"[(\[（〔【]?(?:责任|牵头|主办|承办|配合|协办|负责)(?:司局|科室|处室|股室)[:：]")
_UNIT = re.compile(
    r"(?![各全省市区县州旗盟]|相关)[\u4e00-\u9fff()]+(?:科|股|室|处|(?<!公)司|(?<=办公)厅|办|队|站|党委|党总支|工会|团委)"
)
# A town that has issued the document: 平原市东山区石桥镇人民政府.
_TOWN = re.compile(
    r"(?:中共)?(?:.*[省市县区旗])?(?P<town>[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道))"
    r"(?:人民政府|政府|办事处|委员会|工作委员会|工委)(?:党政)?(?:办公室)?$"
)
_GOVERNS = re.compile(r"人民政府(?:办公[室厅])?$|^中共.*委员会(?:办公[室厅])?$")
# An office or a department of a body: 国家文物局办公室, 科技部国际合作司.
_OFFICE = re.compile(r"(?:办公[室厅]|(?<!公)司)$")
_BODY_END = re.compile("[部委局署会院办厅府]")


class _Body(NamedTuple):
    """Whom a name in a clause means, in which capacity, and what there is to check of it."""

    agency: Agency
    key: str
    capacity: str | None
    doubt: str | None


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
        self._day = header.day
        self._words = Words(doc, ((p.start, p.end) for p in self.text.paragraphs)) if comparable else None
        self._pages = [(b.start, b.page) for b in self.text.source.blocks if b.page is not None]
        self.domain_words = DomainWords(self.text.text)
        self.cited = cited(structure, header, doc, region)
        self._cited = Placed(self.cited)
        self._times: Placed[Time] = Placed(mentions(doc, "deadlines"))
        spans = [(c.start, c.end) for c in mentions(doc, "clauses")]
        self._standing = leads.Standing(self.text.text, spans)
        self._bodies: dict[tuple[str, str | None, bool], _Body] = {}

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

    def deadlines(self, start: int, end: int) -> tuple[Deadline, ...]:
        """The times stated in a span, each once."""
        times = self._times.within((start, end))
        return once_dated([self.deadline(t) for t in times]) if times else ()

    def row_deadlines(
        self, row: Paragraph, terms: tuple[int, int] | None, *, alone: bool = False
    ) -> tuple[Deadline, ...]:
        """The times of a table row, or `alone` of its cell of terms; in that a point that stands by itself
        is due."""
        times = self._times.within((terms or (0, 0)) if alone else (row.start, row.end))
        if terms is not None:
            start, end = terms
            again = [t for t in times if t.recurring and start <= t.start < end]
            points = terms_of(self.text.text, start, end, self.header.year)
            points = [t for t in points if not any(a.start < t.end and t.start < a.end for a in again)]
            times = [t for t in times if not start <= t.start < end] + again + points
        return once_dated([self.deadline(t) for t in times])

    def citations(self, start: int, end: int, *, short: bool = True) -> tuple[Citation, ...]:
        """The instruments named in a span, each once, with the most telling action; those named by a
        short name alone only where `short`."""
        named = self._cited.within((start, end))
        return once([self.citation(m, "measure") for m in named if short or m.rule != "short"])

    def parties(self, clauses: list[Clause]) -> tuple[tuple[Responsibility, ...], tuple[OpenRole, ...]]:
        """Who answers by these clauses, each agency and role once, and the roles left open."""
        given: dict[tuple[str, Role], Responsibility] = {}
        open_roles: list[OpenRole] = []
        position = 0
        for clause in clauses:
            note = clause.lead_note or self._standing.at(clause.start)
            words, rule = self.text.written(clause.start, clause.end), f"clause-{clause.rule}"
            roomy = "室" in words or "司局" in words
            inside = clause.inside or (roomy and _ROOMS.match(words) is not None)
            for party, role in zip(
                clause.parties, leads.given(note, self.text.text, clause.parties), strict=True
            ):
                if party.name.vague:
                    evidence = self._evidence(party, rule, party.name.surface, clause.doubt)
                    open_roles.append(OpenRole(role=role, evidence=evidence))
                    continue
                position += 1
                body = self._body(party.name.expanded, party.name.bracket, inside)
                found = Responsibility(
                    agency=body.agency,
                    role=role,
                    surface=_half_width(party.name.surface),
                    position=position,
                    evidence=self._evidence(party, rule, words, clause.doubt or body.doubt),
                    capacity=body.capacity,
                )
                given.setdefault((body.key, role), found)
        return tuple(given.values()), tuple(open_roles)

    def _body(self, written: str, bracket: str | None, inside: bool) -> _Body:
        """The body that a name and the second name in its brackets mean, `inside` the body whose document
        it is or not: looked up once a document."""
        known = self._bodies.get((written, bracket, inside))
        if known is not None:
            return known
        unit = inside or (is_unit(written) and (written[:2] == "办公" or not looks_like_agency(written)))
        name = self.insider(written) if unit else self.townsman(written)
        second = bracket if bracket and looks_like_agency(bracket) else None
        agency = self.agency(name, second)
        capacity = expand_capacity(second, self.region, self._day) if second else None
        doubt = None
        if not agency.resolved and agency.kind != "collective":
            several = len(candidates(name, within=self.region)) > 1
            doubt = AMBIGUOUS_REGION if several else "unknown agency"
        found = self._bodies[written, bracket, inside] = _Body(agency, agency.key, capacity, doubt)
        return found

    @cached_property
    def organ(self) -> Agency | None:
        """The body, other than a government or a party committee, whose own document this is: its issuer,
        else the one that its title opens with."""
        # The office of a ministry writes for it.
        names = [issuer.name.removesuffix("办公厅") for issuer in self.header.issuers]
        if not names and (found := _OPENING.match(self.header.text_title or self.header.title or "")):
            names = [found[0]]
        if len(names) != 1 or not looks_like_agency(names[0]):
            return None
        body = self.agency(names[0])
        return None if _GOVERNS.search(body.name) else body

    def insider(self, name: str) -> str:
        """The full name of a unit of the body whose document it is: 办公室 → 平原市林业局办公室. What names
        a place or several is no such unit."""
        if self.organ is None or not _UNIT.fullmatch(name) or candidates(name, within=self.region):
            return name
        return self.organ.name + name

    @cached_property
    def town(self) -> str | None:
        """The town or street whose own document this is: 石桥镇."""
        found = next((m for issuer in self.header.issuers if (m := _TOWN.match(issuer.name))), None)
        return found["town"] if found else None

    def townsman(self, name: str) -> str:
        """The name of an office of the town whose document it is: 镇水利站 → 石桥镇水利站."""
        if name[0] not in "镇乡街" or self.town is None or not is_town_office(name):
            return name
        return self.town + name.removeprefix("街道" if name[0] == "街" else name[0])

    def agency(self, name: str, second: str | None = None) -> Agency:
        """The body that a name of this document means; `second` is its second name, in brackets."""
        return resolve(name, region=self.region, on=self._day, capacity=second)

    def functions(self, issuer: str) -> tuple[str, ...]:
        """What an issuer is for, as its own full name where domains know it by that; the office or the
        department of a body (办公厅, 综合司) writes for the body."""
        ends = [m.end() for m in _BODY_END.finditer(issuer)][::-1] if _OFFICE.search(issuer) else ()
        for name in (issuer, *(issuer[:end] for end in ends)):
            body = self.agency(name)
            if body.functions:
                return (body.name,) if has_own_domain(body.name) else body.functions
        return ()

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
        """A stated time with its evidence; one whose year nothing tells is doubtful."""
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
