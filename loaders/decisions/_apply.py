"""Decisions on what was read, put into the document: a pure step between reading and writing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import cast

from graph.model import (
    COUNTRY_CODE,
    Agency,
    Citation,
    Deadline,
    Evidence,
    Measure,
    MeasureStatus,
    OpenRole,
    PolicyDocument,
    Region,
    Responsibility,
)
from graph.names import LEVEL_WORD
from loaders.decisions._decision import (
    KEEP,
    NONE,
    Decision,
    Subject,
    date_of,
    instrument_of,
    region_of,
    year_of,
)
from loaders.decisions.words import Words, squeeze
from loaders.folding import fold
from loaders.recognise import deadlines
from loaders.resolve.agencies import resolve
from loaders.resolve.regulations import normal_title


def apply(document: PolicyDocument, decisions: Iterable[Decision]) -> PolicyDocument:
    """The document as these decisions, all of them about it, make it.

    A decided fact has the rule ``decision``, confidence 1.0 and no doubt. A decision whose words
    are not there, or hold nothing to decide on, is named in the document's notes. The region must
    have been decided before reading (`decided_region`), since names depend on it.
    """
    waiting = list(decisions)
    return _Deciding(document, waiting).document() if waiting else document


def region_words(document: PolicyDocument) -> str:
    """The words that a decision on the region of a whole document quotes: its number, else a title,
    else its first words."""
    first = document.source.text.strip()[:30]
    return document.doc_number or document.title or document.text_title or first


def decided_region(document: PolicyDocument, decisions: Iterable[Decision]) -> Region | None:
    """The region that a document is decided to be of, if it is; it need not have been in doubt."""
    region = None
    for decision in decisions:
        if decision.subject == "region" and squeeze(decision.words) in _calls(document):
            found = [document.jurisdiction] if decision.value == KEEP else region_of(decision.value)
            region = found[0] if len(found) == 1 else region
    return region


def _calls(document: PolicyDocument) -> set[str]:
    """What a decision on the region of a whole document may quote."""
    names = region_words(document), document.title, document.text_title
    return {squeeze(name) for name in names if name}


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause on whose standing somebody decided, as a span of the source's text."""

    start: int
    end: int
    stands: bool


class _Deciding:
    def __init__(self, document: PolicyDocument, decisions: list[Decision]) -> None:
        self._read = document
        self._words = Words(document.source.text)
        self._by_words: dict[tuple[Subject, str], list[Decision]] = {}
        self._used: set[Decision] = {d for d in decisions if d.subject == "listed"}
        for decision in decisions:
            self._by_words.setdefault((decision.subject, squeeze(decision.words)), []).append(decision)
        self._decisions = decisions

    def document(self) -> PolicyDocument:
        """The document with every decision applied that fits."""
        read = self._read
        document = replace(
            read,
            measures=tuple(self._with_progress([self._measure(m) for m in read.measures])),
            based_on=self._citations(read.based_on),
            citations=self._citations(read.citations),
            deadlines=self._deadlines(read.deadlines),
            doubt=None if self._whole_region() else read.doubt,
        )
        stale = [d.label() for d in self._decisions if d not in self._used]
        return replace(document, notes=(*document.notes, *stale))

    def _about(self, subject: Subject, start: int, end: int) -> Decision | None:
        """The decision on the words that stand from `start` to `end`."""
        words = self._read.source.text[start:end]
        candidates = self._by_words.get((subject, squeeze(words)), ())
        occurrence = self._words.occurrence(words, start) if candidates else 0
        by_place = {d.occurrence: d for d in candidates}
        return by_place.get(occurrence) or by_place.get(None)

    def _whole_region(self) -> bool:
        """Whether the region of the whole document is decided."""
        found = (self._by_words.get(("region", words), []) for words in _calls(self._read))
        fitting = [d for d in chain.from_iterable(found) if d.value == KEEP or len(region_of(d.value)) == 1]
        self._used.update(fitting)
        return bool(fitting)

    def _measure(self, measure: Measure) -> Measure:
        clauses = {r.evidence.text: self._clause(r.evidence) for r in measure.responsibilities}
        decided = [clause for clause in clauses.values() if clause]
        text = measure.text
        for words, clause in clauses.items():
            if clause and not clause.stands:
                text += words
        return replace(
            measure,
            text=text,
            responsibilities=_each_once(self._responsibilities(measure.responsibilities, clauses)),
            open_roles=tuple(self._open_roles(measure.open_roles, decided)),
            deadlines=self._deadlines(measure.deadlines),
            citations=self._citations(measure.citations),
        )

    def _clause(self, evidence: Evidence) -> _Clause | None:
        if not any(subject == "clause" for subject, _ in self._by_words):
            return None
        start, end = clause_span(self._words, evidence)
        decision = self._about("clause", start, end)
        if decision is None:
            return None
        self._used.add(decision)
        return _Clause(start, end, decision.value == "yes")

    def _responsibilities(
        self, read: Iterable[Responsibility], clauses: dict[str, _Clause | None]
    ) -> Iterator[Responsibility]:
        for each in read:
            clause = clauses[each.evidence.text]
            if clause and not clause.stands:
                continue
            if clause:
                unknown = not each.agency.resolved and each.agency.kind != "collective"
                evidence = each.evidence if unknown else _decided(each.evidence)
                doubt = "unknown agency" if unknown else None
                each = replace(each, evidence=replace(evidence, doubt=doubt))
            span = each.evidence.start, each.evidence.end
            decision = self._about("agency", *span) or self._about("region", *span)
            if decision is None:
                yield each
                continue
            self._used.add(decision)
            if decision.value != NONE:
                agency = self._agency(each, decision)
                yield replace(each, agency=agency, evidence=_decided(each.evidence))

    def _agency(self, read: Responsibility, decision: Decision) -> Agency:
        """The body that a decision names: a known one, or under the name given."""
        if decision.value == KEEP:
            return _settled(read.agency)
        region, on = self._read.jurisdiction, self._read.issued_on
        places = region_of(decision.value) if decision.subject == "region" else []
        if len(places) == 1:
            found = resolve(read.surface, region=places[0], on=on)
        else:
            found = resolve(decision.decision.strip(), region=region, on=on)
        return _settled(found)

    def _open_roles(self, read: Iterable[OpenRole], clauses: list[_Clause]) -> Iterator[OpenRole]:
        gone = [clause for clause in clauses if not clause.stands]
        for role in read:
            if not any(clause.start <= role.evidence.start < clause.end for clause in gone):
                yield role

    def _deadlines(self, read: Iterable[Deadline]) -> tuple[Deadline, ...]:
        kept = []
        for deadline in read:
            decision = self._about("deadline", deadline.evidence.start, deadline.evidence.end)
            decided = _dated(deadline, decision) if decision else deadline
            if decision and decided is not deadline:
                self._used.add(decision)
            if decided:
                kept.append(decided)
        return tuple(kept)

    def _citations(self, read: Iterable[Citation]) -> tuple[Citation, ...]:
        kept: dict[str, Citation] = {}
        for citation in read:
            decision = self._about("citation", citation.evidence.start, citation.evidence.end)
            if decision:
                self._used.add(decision)
                if decision.value == NONE:
                    continue
                citation = _named(citation, decision)
            kept.setdefault(citation.doc_number or citation.title or "", citation)
        return tuple(kept.values())

    def _with_progress(self, measures: list[Measure]) -> Iterator[Measure]:
        """The measures with the latest note on each."""
        noted: dict[int, Decision] = {}
        notes = [d for d in self._decisions if d.subject == "progress"]
        for decision in sorted(notes, key=lambda d: str(d.on)):
            place = self._words.find(decision.words, decision.occurrence or 1)
            around = [i for i, m in enumerate(measures) if place and m.start <= place[0] < m.end]
            if around:
                self._used.add(decision)
                noted[max(around, key=lambda i: measures[i].start)] = decision
        for i, measure in enumerate(measures):
            yield _progressed(measure, noted[i]) if i in noted else measure


def _settled(agency: Agency) -> Agency:
    """The body as one that is known by its name, unless that says something within its place alone."""
    if agency.kind == "collective" or LEVEL_WORD.match(agency.name):
        return agency
    return replace(agency, resolved=True)


def clause_span(words: Words, evidence: Evidence) -> tuple[int, int]:
    """Where the clause stands that names a body; the body's own words where it is torn apart."""
    return words.around(evidence.text, evidence.start) or (evidence.start, evidence.end)


def _decided(evidence: Evidence) -> Evidence:
    return replace(evidence, rule="decision", confidence=1.0, doubt=None)


def _each_once(responsibilities: Iterable[Responsibility]) -> tuple[Responsibility, ...]:
    """Each body and role once: a decision may have made two of them one."""
    kept: dict[tuple[str, str], Responsibility] = {}
    for each in responsibilities:
        kept.setdefault((each.agency.key, each.role), each)
    return tuple(kept.values())


def _dated(deadline: Deadline, decision: Decision) -> Deadline | None:
    """The deadline as decided; the very same where the words give no date in the decided year."""
    value = decision.value
    evidence = _decided(deadline.evidence)
    if value == NONE:
        return None
    if value == KEEP:
        return replace(deadline, evidence=evidence)
    if day := date_of(value):
        return replace(deadline, date=day, evidence=evidence)
    words = fold("".join(deadline.evidence.text.split()))
    times = deadlines.match(words, 0, len(words), year=year_of(value), clause=True)
    if not times or not (times[0].date or times[0].start_date):
        return deadline
    return replace(deadline, date=times[0].date, start_date=times[0].start_date, evidence=evidence)


def _named(citation: Citation, decision: Decision) -> Citation:
    """The citation as decided: of the instrument with this number, title, or both."""
    decided = replace(citation, evidence=_decided(citation.evidence))
    if decision.value == KEEP:
        return decided
    title, number = instrument_of(decision.decision.strip())
    if title:
        full = normal_title(title)
        statute = full.startswith("中华人民共和国")
        decided = replace(decided, title=full, scope=COUNTRY_CODE if statute else decided.scope)
    return replace(decided, doc_number=number or decided.doc_number)


def _progressed(measure: Measure, note: Decision) -> Measure:
    status = cast(MeasureStatus, note.value)
    return replace(measure, status=status, status_on=note.on, status_source=note.source)
