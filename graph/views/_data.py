"""What a page shows, as plain facts: gathered from the graph, or made by hand in a test."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of the page. `name` is what a person calls it, `source` the path it was read from."""

    key: str
    name: str
    doc_number: str | None = None
    issued_on: dt.date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A body that answers for a measure. `region` is the short name of the region it serves (山东), `level`
    that region's."""

    key: str
    name: str
    short_name: str
    region: str | None = None
    level: str | None = None
    kind: str = "agency"
    resolved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """That `agency` (a key) answers for a measure in a role, with the words it rests on."""

    agency: str
    role: str
    surface: str | None = None
    capacity: str | None = None
    evidence: str | None = None
    start: int | None = None
    end: int | None = None
    page: int | None = None
    rule: str | None = None
    confidence: float | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A stated time; only a `due` one with a date makes its measure a dated one."""

    kind: str
    date: dt.date | None = None
    start_date: dt.date | None = None
    recurring: str | None = None
    text: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An instrument that a measure names, and what it does to it."""

    title: str | None
    doc_number: str | None = None
    action: str = "mention"
    text: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure with all that hangs on it. `section` is its headings from the top; `open_roles` the
    roles that the text gives to nobody in particular, each with its words."""

    key: str
    document: str
    number: str | None
    name: str
    text: str
    title: str | None = None
    section: tuple[str, ...] = ()
    ongoing: bool = False
    start: int | None = None
    end: int | None = None
    page: int | None = None
    answers: tuple[Answer, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    citations: tuple[Citation, ...] = ()
    domains: tuple[str, ...] = ()
    open_roles: tuple[tuple[str, str], ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years of its due dates, ascending."""
        return tuple(sorted({d.date.year for d in self.deadlines if d.kind == "due" and d.date}))

    @property
    def times(self) -> tuple[str, ...]:
        """Under what its time is counted: the years of its due dates, ``ongoing``; without these, a word.

        ``other``: it states a time, but is neither to be done by a date nor ongoing (a target, a rule's
        end, every February). ``undated``: it states none, as the question `undated-measures` and
        `graph.deadlines` have it.
        """
        found = [*map(str, self.years), *(["ongoing"] if self.ongoing else [])]
        return tuple(found) or (("other",) if self.deadlines else ("undated",))

    @property
    def bodies(self) -> tuple[str, ...]:
        """The keys of the distinct bodies that answer for it, in the order of the text."""
        return tuple(dict.fromkeys(a.agency for a in self.answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """The facts of one page: of one document, or of every document of the graph.

    Measures stand in the order of their documents and texts. Every agency answers for at least one
    of them.
    """

    documents: tuple[Document, ...]
    agencies: tuple[Agency, ...]
    measures: tuple[Measure, ...]
