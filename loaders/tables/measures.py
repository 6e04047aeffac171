"""Responsibility tables: a row is a measure, its columns say who, how and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from graph.model import Citation, Measure, Role
from loaders.facts import Facts
from loaders.language import mentions
from loaders.normalise import Paragraph
from loaders.outline import Unit
from loaders.placed import Placed
from loaders.recognise import leads, roles
from loaders.recognise.clauses import ONGOING, Clause
from loaders.recognise.dittos import with_cells_above
from loaders.recognise.leads import LeadNote
from loaders.resolve.agencies import looks_like_agency
from loaders.tables.bodies import parties
from loaders.tables.head import Head, find_head
from loaders.tables.marks import legend, mark_role
from loaders.tables.others import is_other_head, is_total
from loaders.tables.turned import table_rows

_NOBODY = re.compile(r"^[无/\-—－\s]*$")
_CHINESE_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、?$")
_SAYS = re.compile(r"[\u4e00-\u9fff]{2}")
_NUMBERED_TITLE = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[)、]")
_BELOW = " › "


def table_measures(facts: Facts, root: Unit, order: int) -> Iterator[Measure]:
    """The measures of the tables below a root, numbered on from `order`."""
    for index, row in enumerate(_rows(facts, root), 1):
        yield _measure(row, order + index, index)


def _rows(facts: Facts, root: Unit) -> list[_Row]:
    """The rows that are measures. Where a row is one body of a task, its rows are one measure; a row
    that names no task goes on with the one above."""
    rows: list[_Row] = []
    tasks: dict[tuple[str, str, str], _Row] = {}
    table: _Table | None = None
    above: Paragraph | None = None
    for unit, row_as_written in table_rows(facts.text, root):
        above = paragraph = with_cells_above(facts.text.text, row_as_written, above)
        words = [facts.text.text[a:b] for a, b in paragraph.cells]
        if head := _head_in(words, table):
            table = _Table.under_head(head, facts, paragraph, table)
            continue
        if table and not table.whole and is_other_head(words) and not table.head.numbers(words):
            table = None
        if table is None or "text" not in table.head.columns or (is_total(words) and not table.whole):
            continue
        row = _Row(facts, unit, paragraph, table, words, [])
        if not row.task:
            if rows and not row.number and rows[-1].head is table.head:
                rows[-1].others.append(row)
            continue
        if not table.whole and _is_heading(row):
            titled = _NUMBERED_TITLE.match(row.task)
            table.heading = row.written(row.text) if titled else row.number + "、" + row.task
            continue
        if not table.whole and rows and "number" in table.head.columns and not (row.number or row.answered):
            row.others.append(rows[-1])  # a part of a numbered task, whose bodies answer for all of it
        row.section = table.section(row)
        table.answered = table.answered or row.answered
        task = (row.number, row.section, row.task)
        if "role" in table.head.columns and tasks.setdefault(task, row) is not row:
            tasks[task].others.append(row)
        else:
            rows.append(row)
    # Where no row names bodies, a table that has no column of them is none of tasks.
    return [row for row in rows if row.table.answered or (row.head.bodies and not row.head.bare)]


def _head_in(words: list[str], table: _Table | None) -> Head | None:
    """The head that a row is, or completes, in or behind a table."""
    if table is None:
        return find_head(words)
    if table.head.numbers(words):
        return None
    return (None if table.begun or table.whole else table.head.below(words)) or find_head(words)


@dataclass(slots=True)
class _Table:
    """The table that is being read: its head, the cells of that and what they say of who leads, what its
    signs mean, the clauses of the text where the tasks have their own, the row that heads those below it,
    what the last row stood under, by column, and whether any row names bodies."""

    head: Head
    cells: tuple[tuple[int, int], ...]
    note: LeadNote | None
    signs: dict[str, Role]
    inline: Placed[Clause]
    heading: str = ""
    under: tuple[str, ...] = ()
    begun: bool = False
    answered: bool = False

    @property
    def whole(self) -> bool:
        """Whether each row says all of its task by itself, as in a table that gives the page and grounds of
        each: ours. It has no merged cells, and no rows that head others."""
        return {"page", "basis"} <= self.head.columns.keys()

    @classmethod
    def under_head(cls, head: Head, facts: Facts, row: Paragraph, last: _Table | None) -> _Table:
        """The table that a head begins, or goes on with on the next page."""
        if last and last.head == head:
            return last
        words = (facts.text.text[a:b] for a, b in row.cells)
        note = next((found[0] for word in words if (found := leads.find(word))), None)
        signs = legend(facts.text.text) if head.marked else {}
        inline = Placed(mentions(facts.doc, "clauses") if not head.names_bodies else [])
        return cls(head, row.cells, note, signs, inline)

    def section(self, row: _Row) -> str:
        """What a row stands under. An empty cell says what the one above does: so merged cells come out
        of formats that have none."""
        own = [row.written(at) for at in self.head.context]
        last = self.under if self.begun and not self.whole else ()
        self.under = tuple(word or above for word, above in zip_longest(own, last[: len(own)], fillvalue=""))
        self.begun = True
        return _BELOW.join(dict.fromkeys(filter(None, self.under))) or self.heading


@dataclass(slots=True)
class _Row:
    """A row of a table, the rows of the same task, and what it stands under."""

    facts: Facts
    unit: Unit
    row: Paragraph
    table: _Table
    words: list[str]
    others: list[_Row]
    section: str = ""

    @property
    def head(self) -> Head:
        """The head of its table."""
        return self.table.head

    def cell(self, column: str | int) -> tuple[int, int] | None:
        """The span of a column's cell; None where the table has no such column, or the row ends before."""
        at = column if isinstance(column, int) else self.head.columns.get(column, len(self.words))
        return self.row.cells[at] if at < len(self.words) else None

    def word(self, column: str | int) -> str:
        """What a column says, empty where it has no cell."""
        span = self.cell(column)
        return self.facts.text.text[slice(*span)].strip() if span else ""

    def written(self, column: str | int) -> str:
        """What a column says in the source's characters."""
        span = self.cell(column)
        return self.facts.text.written(*span).strip() if span and span[1] > span[0] else ""

    @property
    def answered(self) -> bool:
        """Whether it names bodies at all."""
        words = filter(None, (self.word(at) for _, at in self.head.bodies))
        named = any(map(looks_like_agency, words)) if self.head.bare else any(words)
        return named or any(self.marks()) or bool(self.inline)

    def marks(self) -> Iterator[tuple[Role, int]]:
        """The columns of bodies in which it has a mark, with the role that this gives."""
        for at in self.head.marked:
            if role := mark_role(self.word(at), self.table.signs):
                yield role, at

    def stages(self) -> Iterator[tuple[int, int]]:
        """The heads whose times are terms of the task: something is to be done by them, and not until
        another time that its cell states, or without end."""
        for at in self.head.stages:
            span, word = self.cell(at), self.word(at)
            if span and _SAYS.search(word) and not ONGOING.search(word) and not self.facts.deadlines(*span):
                yield self.table.cells[at]

    @property
    def ongoing(self) -> bool:
        """Whether it goes on without end: so says its term, or its remark where it has none, or a stage."""
        told = self.word("deadline") or self.word("remarks")
        return any(map(ONGOING.search, (told, *(self.word(at) for at in self.head.stages))))

    @property
    def inline(self) -> list[Clause]:
        """The clauses that its task has in its own words."""
        return self.table.inline.within(self.row.cells[self.text])

    @property
    def stretch(self) -> tuple[int, int]:
        """The words of its task, without the one clause that closes them."""
        start, end = self.row.cells[self.text]
        clauses = self.inline
        closed = len(clauses) == 1 and not self.facts.text.text[clauses[0].end : end].strip("。;)")
        return (start, clauses[0].start) if closed else (start, end)

    @property
    def number(self) -> str:
        """The row's own number, empty where it has none."""
        return self.head.number(self.words)

    @property
    def text(self) -> int:
        """The column that says the task: the last with words where that of the tasks is empty."""
        columns = (self.head.columns["text"], *reversed(self.head.context))
        return next((at for at in columns if self.word(at)), columns[0])

    @property
    def task(self) -> str:
        """What is to be done."""
        return self.word(self.text)


def _is_heading(row: _Row) -> bool:
    """Whether a row only numbers and names what the rows below it are about: 一 | 治理水体 | | , or the
    same in one cell, without the number that tasks have."""
    titled = row.number in ("", row.task) and "number" in row.head.columns and _NUMBERED_TITLE.match(row.task)
    if not (titled or _CHINESE_NUMBER.match(row.number)) or "。" in row.task:
        return False
    named = {row.head.columns.get("number"), row.head.columns["text"], *row.head.context}
    # A cell merged across the row says the same in all its places.
    return all(
        _NOBODY.match(word) or word.strip() == row.task for i, word in enumerate(row.words) if i not in named
    )


def _measure(row: _Row, order: int, index: int) -> Measure:
    facts, paragraph = row.facts, row.row
    responsibilities, open_roles = facts.parties([c for each in (row, *row.others) for c in _clauses(each)])
    start, _ = facts.text.to_source(paragraph.start, paragraph.end)
    # Empty cells of plain text, the last ones too, stand where their row begins.
    end = max(facts.text.to_source(a, b)[1] for a, b in paragraph.cells)
    parent = row.unit.parent.path if row.unit.parent else ()
    page = row.word("page")
    task = row.stretch
    return Measure(
        path=(*parent, "table", str(index)),
        section_path=parent,
        number=row.number or str(index),
        title=row.section or None,
        text=facts.text.written(*task).strip() if task[0] < task[1] else "",
        order=order,
        start=start,
        end=end,
        page=paragraph.page or (int(page) if page.isdecimal() else None),
        ongoing=row.ongoing,
        responsibilities=responsibilities,
        open_roles=open_roles,
        deadlines=facts.row_deadlines(paragraph, row.cell("deadline"), row.stages(), alone=row.table.whole),
        citations=_citations(row),
        domains=facts.domains([task], row.section, responsibilities),
        keywords=facts.keywords([task]),
    )


def _citations(row: _Row) -> tuple[Citation, ...]:
    """The instruments that a row names. Where it states its grounds in full, a short name in it is one of
    them; where each row stands for itself, none but its grounds is meant."""
    facts = row.facts
    named = facts.citations(*row.row.cells, short=not row.word("basis"))
    if not row.table.whole:
        return named
    span, words = row.cell("basis"), row.written("basis")
    stated = facts.citations(span) if span else ()
    told = {citation.title for citation in stated}
    # What only the words of the task show to be an instrument: 推广《…管理》国家标准.
    others = (c for c in named if c.title and c.title not in told and f"《{c.title}》" in words)
    return (*stated, *others)


def _clauses(row: _Row) -> Iterator[Clause]:
    """Each column of bodies as a clause of its own role, or of the role that the row states."""
    text = row.facts.text.text
    stated = row.word("role").removesuffix("单位")
    for role, at in row.head.bodies:
        span = row.cell(at)
        if span is None or _NOBODY.match(text[slice(*span)]):
            continue
        given = roles.verb_role(stated) if stated else role
        own = leads.find(text[slice(*span)]) if role == "responsible" else None
        note = own[0] if own else row.table.note if role == "responsible" else None
        who = parties(row.facts.text, span, given, row.head.words[at])
        yield Clause(*span, who, "table", lead_note=note, inside=row.head.inside)
    yield from row.inline
    for role, at in row.marks():
        span = row.table.cells[at]
        yield Clause(*span, parties(row.facts.text, span, role), "table")
