"""What there is to check in one document, each doubt with its words and what it can be decided as."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import (
    AMBIGUOUS_REGION,
    Citation,
    Deadline,
    Evidence,
    Measure,
    PolicyDocument,
    Region,
    Responsibility,
)
from loaders.decisions._apply import clause_span, region_words
from loaders.decisions._near import near_agencies
from loaders.decisions.words import Words, shown, squeeze
from loaders.resolve import regions
from loaders.resolve.agencies import resolve
from loaders.unplaced import possible_regions

_CHOICES = 8
_QUOTED = 30  # characters of a measure that stand for it
_CONTEXT = re.compile(r"[。；;！？!?\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something to check: the anchor of a decision (`words`, `occurrence`), the words around it
    (`evidence`), what was read, the likeliest choices, and the place in the source's text."""

    kind: str
    words: str
    occurrence: int | None
    evidence: str
    read: str
    choices: tuple[str, ...]
    start: int | None = None
    end: int | None = None
    page: int | None = None
    number: str | None = None


def doubts(document: PolicyDocument) -> Iterator[Doubt]:
    """The doubts about one document's own facts, in the order of the text. Those about instruments
    and copies need the whole graph."""
    words = Words(document.source.text)
    if document.doubt == AMBIGUOUS_REGION:
        yield _region(document)
    for deadline in document.deadlines:
        yield from _deadline(document, words, deadline, None)
    for measure in document.measures:
        yield from _of_measure(document, words, measure)


def _of_measure(document: PolicyDocument, words: Words, measure: Measure) -> Iterator[Doubt]:
    clauses: set[str] = set()
    for each in measure.responsibilities:
        if each.evidence.doubt == "uncertain clause":
            if each.evidence.text not in clauses:
                clauses.add(each.evidence.text)
                yield _clause(document, words, measure, each)
        elif each.evidence.doubt:
            yield _agency(document, words, measure, each)
    for deadline in measure.deadlines:
        yield from _deadline(document, words, deadline, measure)


def _region(document: PolicyDocument) -> Doubt:
    text = document.source.text
    return Doubt(
        kind=AMBIGUOUS_REGION,
        words=shown(region_words(document)),
        occurrence=1,
        evidence=document.title or document.text_title or shown(text.strip()[:60]),
        read=document.jurisdiction.name,
        choices=tuple(map(regions.spelt_out, possible_regions(document)[:_CHOICES])),
    )


def _agency(document: PolicyDocument, words: Words, measure: Measure, read: Responsibility) -> Doubt:
    start, end = read.evidence.start, read.evidence.end
    on, name = document.issued_on, read.agency.name
    if read.evidence.doubt == AMBIGUOUS_REGION:
        places = regions.candidates(read.surface, within=document.jurisdiction)
        choices = dict.fromkeys(_in_region(read.surface, place, document) for place in places)
    elif document.doubt == AMBIGUOUS_REGION:
        choices = {}  # a body of what place is asked first
    else:
        choices = dict.fromkeys(near_agencies(name, read.agency.region, on))
    return doubt_at(
        document.source.text,
        words,
        (start, end),
        kind=read.evidence.doubt or "",
        evidence=shown(read.evidence.text),
        read=name,
        choices=tuple(choices)[:_CHOICES],
        page=read.evidence.page,
        number=measure.number,
    )


def _in_region(surface: str, place: Region, document: PolicyDocument) -> str:
    agency = resolve(surface, region=place, on=document.issued_on)
    return agency.name if agency.resolved else regions.spelt_out(place)


def _clause(document: PolicyDocument, words: Words, measure: Measure, read: Responsibility) -> Doubt:
    same = [r for r in measure.responsibilities if r.evidence.text == read.evidence.text]
    return doubt_at(
        document.source.text,
        words,
        clause_span(words, read.evidence),
        kind="uncertain clause",
        evidence=_sentence(document, read.evidence.start, read.evidence.end),
        read="；".join(f"{r.role}:{r.agency.name}" for r in same),
        choices=("yes", "no"),
        page=read.evidence.page,
        number=measure.number,
    )


def _deadline(
    document: PolicyDocument, words: Words, read: Deadline, measure: Measure | None
) -> Iterator[Doubt]:
    if read.evidence.doubt:
        start, end = read.evidence.start, read.evidence.end
        year = document.issued_on.year if document.issued_on else None
        years = {int(found) for found in re.findall(r"(?<!\d)(?:19|20)\d\d(?=年)", document.source.text)}
        yield doubt_at(
            document.source.text,
            words,
            (start, end),
            kind=read.evidence.doubt,
            evidence=_sentence(document, start, end),
            read=f"{read.kind}:{read.date.isoformat() if read.date else '?'}",
            choices=tuple(map(str, sorted(years | {year} if year else years)))[:_CHOICES],
            page=read.evidence.page,
            number=measure.number if measure else None,
        )


def doubt_at(
    text: str,
    words: Words,
    span: tuple[int, int],
    *,
    kind: str,
    evidence: str,
    read: str,
    choices: tuple[str, ...],
    page: int | None,
    number: str | None,
) -> Doubt:
    """A doubt about the words of `text` that stand in `span`."""
    start, end = span
    return Doubt(
        kind=kind,
        words=shown(text[start:end]),
        occurrence=words.occurrence(text[start:end], start),
        evidence=evidence,
        read=read,
        choices=choices,
        start=start,
        end=end,
        page=page,
        number=number,
    )


def _sentence(document: PolicyDocument, start: int, end: int) -> str:
    return sentence(document.source.text, start, end)


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a stretch, at most 120 characters to each side."""
    first = max(start - 120, 0)
    left = max((m.end() for m in _CONTEXT.finditer(text, first, start)), default=first)
    stop = _CONTEXT.search(text, end, end + 120)
    return shown(text[left : stop.start() + 1 if stop else end + 120])


def _task(measure: Measure) -> str:
    """What a measure says beside its times and instruments, which are facts of their own; signs that a
    copy may write otherwise left out."""
    task = squeeze(measure.text)
    told = [*(each.evidence for each in measure.deadlines), *(each.evidence for each in measure.citations)]
    for evidence in told:
        task = task.replace(squeeze(evidence.text), "")
    return re.sub(r"[^\w%.]", "", task)


Fact = tuple[str | None, ...]


def facts(document: PolicyDocument) -> dict[Fact, Doubt]:
    """What a document says, each fact under what must be the same in a copy that agrees, as the
    doubt that it is where one does not."""
    found: dict[Fact, Doubt] = {}
    text, words = document.source.text, Words(document.source.text)

    def add(kind: str, number: str | None, at: Evidence | Measure, *what: object) -> None:
        said = tuple("" if each is None else str(each) for each in what)
        end = min(at.end, at.start + _QUOTED) if isinstance(at, Measure) else at.end
        found.setdefault(
            (kind, number, *said),
            doubt_at(
                text,
                words,
                (at.start, end),
                kind="copies differ",
                evidence=sentence(text, at.start, end),
                read=" ".join((kind, *filter(None, said))),
                choices=("keep",),
                page=at.page,
                number=number,
            ),
        )

    def told(number: str | None, deadlines: Iterable[Deadline], citations: Iterable[Citation]) -> None:
        for time in deadlines:
            add("deadline", number, time.evidence, time.kind, time.date or squeeze(time.evidence.text))
        for cited in citations:
            add("citation", number, cited.evidence, cited.action, cited.title, cited.doc_number)

    told(None, document.deadlines, document.citations)
    for measure in document.measures:
        told(measure.number, measure.deadlines, measure.citations)
        add("task", measure.number, measure, _task(measure))
        for each in measure.responsibilities:
            add("responsibility", measure.number, each.evidence, each.role, each.agency.name)
    for cited in document.based_on:
        add("based on", None, cited.evidence, cited.action, cited.title, cited.doc_number)
    return found
