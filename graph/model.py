"""The nouns of the house, as frozen dataclasses: what a policy document says, and who is meant.

The loaders make a `PolicyDocument` from a file, the writer stores it. Offsets are half-open, in
Unicode characters of the source's text (what ``zeren text FILE`` prints). Dates are calendar
dates. Nothing here knows a file format or a database.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from graph._making import dataclass

Role = Literal["lead", "responsible", "support"]
Action = Literal["enact", "revise", "repeal", "implement", "apply", "mention"]
DeadlineKind = Literal["due", "until", "target"]
Precision = Literal["day", "month", "quarter", "half", "year"]
Recurring = Literal["yearly", "quarterly", "monthly"]
SectionKind = Literal["general", "tasks", "safeguards", "notes", "attachment"]
MeasureStatus = Literal["done", "partly", "dropped"]
AgencyKind = Literal["agency", "collective", "unit", "enterprise"]
RegionLevel = Literal["country", "province", "city", "county", "zone"]

COUNTRY_CODE = "100000"
AMBIGUOUS_REGION = "ambiguous region"
"""The doubt of a document, or of a body in it, whose place is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words a fact came from, where they stand, and how sure the rule that read them is.

    `doubt` is None or the kind under which ``zeren review`` lists the fact.
    """

    text: str
    start: int
    end: int
    rule: str
    page: int | None = None
    confidence: float = 1.0
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place that is governed. `code` is its GB/T 2260 code of six digits, None for a zone."""

    name: str
    short_name: str
    level: RegionLevel
    code: str | None = None
    parent: Region | None = None

    def __hash__(self) -> int:
        """By code or name alone: quick, and equal regions have equal ones."""
        return hash(self.code or self.name)

    @property
    def key(self) -> str:
        """The code, else the parent's key and the name (起步区, 自贸试验区片区)."""
        if self.code:
            return self.code
        return f"{self.parent.key}/{self.name}" if self.parent else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """That a body was replaced: by whom (full name, short name) and when."""

    name: str
    short_name: str
    on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A body that can answer for a measure or issue a document.

    `name` is the full official name at the document's date; of a collective the written name; of
    an unknown body (`resolved` False) the written name with 省, 市, 县 expanded. `region` is the
    region it serves, `level` that region's (a central body's is "country"). `system` is the branch
    of public power (government, party, congress, consultative, court, procuratorate,
    mass, customs, vertical, enterprise …); `functions` say what it is for in words shared by its
    counterparts on other levels (知识产权, 财政 …). `document` is the key of the document that alone
    knows the body: nobody knows of which place it speaks (`graph.writing.placeless`).
    """

    name: str
    short_name: str
    kind: AgencyKind
    region: Region
    level: str
    system: str = "government"
    aliases: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    resolved: bool = True
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    part_of: Agency | None = None
    successor: Succession | None = None
    document: str | None = None

    @property
    def key(self) -> str:
        """The full name of a known body, else jurisdiction and written name; the document stands for a
        jurisdiction that nobody knows."""
        if self.document:
            return f"{self.document}:{self.name}"
        known = self.resolved and self.kind != "collective"
        return self.name if known else f"{self.region.key}:{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """That an agency answers for a measure. `surface` is its name as written; `capacity` the
    second name in brackets (省市场监管局（省知识产权局） → 山东省知识产权局); `position` its
    place among the bodies of the clause, from 1. The evidence's span is the surface."""

    agency: Agency
    role: Role
    surface: str
    position: int
    evidence: Evidence
    capacity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRole:
    """A role that the text gives to nobody in particular: the evidence's words are 有关部门 …"""

    role: Role
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A mention of an instrument, with what the text does to it.

    `title` is the full title (a short mention is resolved to it), `doc_number` the normalised
    number; at least one is given. `title_written` and `number_written` are the words of the text.
    `scope` is the region code within which the title alone names one instrument: ``100000`` for a
    national statute, else the code of the jurisdiction that speaks. `kind` is law, regulation,
    rule, normative document, standard or plan. `place` says where a document's own citation
    stands (preamble, general, notes …); a measure's is "measure".
    """

    title: str | None
    doc_number: str | None
    action: Action
    scope: str
    evidence: Evidence
    title_written: str | None = None
    number_written: str | None = None
    kind: str | None = None
    place: str = "measure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A stated time. `date` is the last day of the stated period; `start_date` its first where
    stated; `on` the day of a recurring one (``--02-28``)."""

    date: datetime.date | None
    kind: DeadlineKind
    evidence: Evidence
    start_date: datetime.date | None = None
    precision: Precision = "day"
    recurring: Recurring | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainScore:
    """A domain (path ``科技、教育/知识产权/专利``), its weight from 0 to 1 and the terms that decided."""

    name: str
    score: float
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A word that tells a measure from the others of its document, and its weight from 0 to 1."""

    term: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it. `path` is the labels from the top (一, （一）) and names
    it within its document; `label` is the heading as printed: 一、健全…体系."""

    path: tuple[str, ...]
    number: str | None
    title: str
    label: str
    depth: int
    order: int
    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The lowest numbered unit of the task part, a table row, or a stretch up to one clause.

    `path` names it within its document (the labels from the top, then ``#2`` for a second
    stretch); `section_path` its nearest section's. `text` leaves the clause out; the span
    includes it. `keywords` stand heaviest first; the squares of their weights sum to 1.
    `status` is the progress that a person noted, `status_on` the day it was so, `status_source`
    where that stands.
    """

    path: tuple[str, ...]
    section_path: tuple[str, ...]
    number: str | None
    title: str | None
    text: str
    order: int
    start: int
    end: int
    page: int | None = None
    ongoing: bool = False
    status: MeasureStatus | None = None
    status_on: datetime.date | None = None
    status_source: str | None = None
    responsibilities: tuple[Responsibility, ...] = ()
    open_roles: tuple[OpenRole, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    citations: tuple[Citation, ...] = ()
    domains: tuple[DomainScore, ...] = ()
    keywords: tuple[Keyword, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was read: its path as given, its format (a suffix), the publisher where the file
    says so, the hash of its bytes, and its text as ``zeren text`` prints it."""

    path: str
    format: str
    sha256: str
    text: str
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDocument:
    """What one document says. `title` is the title as published (the notice's), `text_title` that
    of the text it issues where the file holds it. `doubt` is what there is to check of the document
    itself (its region). `issuers` are the names as written,
    `issued_by` the same bodies resolved. `read_by` names reader version, vocabulary and decisions:
    the same file with the same `read_by` gives the same document."""

    title: str | None
    source: Source
    jurisdiction: Region
    text_title: str | None = None
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    issued_by: tuple[Agency, ...] = ()
    issuer_evidence: tuple[Evidence, ...] = ()
    issued_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    expires_on: datetime.date | None = None
    validity: str | None = None
    kind: str | None = None
    level: str = "country"
    domains: tuple[DomainScore, ...] = ()
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()
    based_on: tuple[Citation, ...] = ()
    citations: tuple[Citation, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doubt: str | None = None
    text_sha256: str = ""
    read_by: str = ""
