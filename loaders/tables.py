"""Responsibility tables: a row is a measure, its columns say who, how and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.model import Measure, Role
from loaders.facts import Facts
from loaders.normalise import Paragraph, Text
from loaders.outline import Unit
from loaders.recognise import leads, roles
from loaders.recognise._reading import read as read_clause
from loaders.recognise.clauses import ONGOING, Clause, Party
from loaders.recognise.leads import LeadNote
from loaders.recognise.names import Name, carried_prefix, split_names
from loaders.resolve import regions
from loaders.resolve._vocabulary import read
from loaders.resolve.agencies import looks_like_agency

_ROLES: tuple[Role, ...] = ("lead", "responsible", "support")
_NOBODY = re.compile(r"^[无/\-—－\s]*$")
_DUTY = re.compile(r"牵头|负责|配合|会同")
_CHINESE_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、?$")


def table_measures(facts: Facts, root: Unit, order: int) -> Iterator[Measure]:
    """The measures of the tables below a root, numbered on from `order`."""
    for index, row in enumerate(_rows(facts, root), 1):
        yield _measure(row, order + index, index)


def _rows(facts: Facts, root: Unit) -> list[_Row]:
    """The rows that are measures. Where a row is one body of a task, its rows are one measure."""
    rows: list[_Row] = []
    tasks: dict[tuple[str, str, str], _Row] = {}
    columns: dict[str, int] = {}
    heading = ""
    note: LeadNote | None = None
    for unit in root.walk():
        if unit.row is None:
            continue
        words = [facts.text.text[a:b] for a, b in unit.row.cells]
        head = _head(words)
        if head:
            columns, heading = head, ""
            note = next((found[0] for word in words if (found := leads.find(word))), None)
            continue
        if "text" not in columns or len(words) <= columns["text"]:
            continue
        row = _Row(facts, unit, unit.row, columns, words, heading, note, [])
        if _is_heading(row):
            heading = row.word("number") + "、" + row.word("text")
            continue
        task = (row.word("number"), row.word("section"), row.word("text"))
        if "role" in columns and tasks.setdefault(task, row) is not row:
            tasks[task].others.append(row)
        else:
            rows.append(row)
    return rows


@dataclass(frozen=True, slots=True)
class _Row:
    """A row and what its table says of it: its columns, the heading row above it, the head's note,
    and the rows of the same task."""

    facts: Facts
    unit: Unit
    row: Paragraph
    columns: dict[str, int]
    words: list[str]
    heading: str
    lead_note: LeadNote | None
    others: list[_Row]

    def cell(self, column: str) -> tuple[int, int] | None:
        """The span of a column's cell; None where the table has no such column, or the row ends before."""
        at = self.columns.get(column, len(self.words))
        return self.row.cells[at] if at < len(self.words) else None

    def word(self, column: str) -> str:
        """What a column says, empty where it has no cell."""
        span = self.cell(column)
        return self.facts.text.text[slice(*span)].strip() if span else ""

    def written(self, column: str) -> str:
        """What a column says in the source's characters."""
        span = self.cell(column)
        return self.facts.text.written(*span).strip() if span and span[1] > span[0] else ""


def _is_heading(row: _Row) -> bool:
    """Whether a row only numbers and names what the rows below it are about: 一 | 治理水体 | | ."""
    if not _CHINESE_NUMBER.match(row.word("number")) or "。" in row.word("text"):
        return False
    named = {row.columns[name] for name in ("number", "text", "section") if name in row.columns}
    return all(_NOBODY.match(word) for i, word in enumerate(row.words) if i not in named)


# The head of the column that holds the tasks, where it is none of the usual ones: 目标与任务, 民生实事.
_TASKS = re.compile(
    r"(?!.*(?:情况|进展|成效|完成|下一步|存在)).*(?:任务|事项|措施|举措|内容|要求|实事|工作|目标)$"
)
_LABEL = re.compile(roles.label_pattern())


@cache
def _column_names() -> dict[str, str]:
    """What each head of a column says the column holds."""
    return {head: name for name, heads in read("columns").items() for head in heads}


def _head(words: list[str]) -> dict[str, int]:
    """The columns of a head row; empty for any other row."""
    columns: dict[str, int] = {}
    for i, word in enumerate(words):
        name = _column(re.sub(r"\s", "", word))
        if name is not None:
            columns.setdefault(name, i)
    # A single known word is what a cell says: 负责 in a column of roles.
    if not {"lead", "responsible"} & columns.keys() or len(columns) < 2:
        return {}
    if "text" not in columns:
        taken = set(columns.values())
        tasks = [i for i, word in enumerate(words) if i not in taken and _TASKS.match(word.strip())]
        if tasks:
            columns["text"] = tasks[0]
        elif "section" in columns:
            columns["text"] = columns.pop("section")
    return columns


def _column(head: str) -> str | None:
    """What a column holds by its head: a usual one, its bracket aside, or a role word with its noun."""
    names = _column_names()
    name = names.get(head) or names.get(re.sub(r"\(.*\)$", "", head))
    label = _LABEL.fullmatch(head) if name is None and 4 <= len(head) <= 12 else None
    role = roles.label_role(label["label"]) if label else None
    return name or (role if role in _ROLES else None)


def _measure(row: _Row, order: int, index: int) -> Measure:
    facts, paragraph = row.facts, row.row
    section = row.written("section") or row.heading
    text = row.written("text")
    responsibilities, open_roles = facts.parties([c for each in (row, *row.others) for c in _clauses(each)])
    start, end = facts.text.to_source(paragraph.start, paragraph.end)
    parent = row.unit.parent.path if row.unit.parent else ()
    page = row.word("page")
    return Measure(
        path=(*parent, "table", str(index)),
        section_path=parent,
        number=row.word("number") or str(index),
        title=section or None,
        text=text,
        order=order,
        start=start,
        end=end,
        page=paragraph.page or (int(page) if page.isdecimal() else None),
        ongoing=bool(ONGOING.search(row.word("deadline"))),
        responsibilities=responsibilities,
        open_roles=open_roles,
        deadlines=facts.row_deadlines(paragraph, row.cell("deadline")),
        # Where a row states its grounds in full, a short name in it is one of them.
        citations=facts.citations(paragraph.start, paragraph.end, short=not row.word("basis")),
        domains=facts.domains([row.row.cells[row.columns["text"]]], section, responsibilities),
        keywords=facts.keywords([row.row.cells[row.columns["text"]]]),
    )


def _names(text: Text, span: tuple[int, int]) -> Iterator[Name]:
    """The names of a cell. A line end inside it parts two names, save where it stands inside one (市委组 |
    织部)."""
    at, prefix = span[0], ""
    for end in (*_line_ends(text, span), span[1]):
        if end < span[1] and _is_torn(text.text[at:end], text.text[end : span[1]]):
            continue
        names = split_names(text.text, at, end, prefix)
        yield from names
        at, prefix = end, carried_prefix(names, prefix)


def _line_ends(text: Text, span: tuple[int, int]) -> Iterator[int]:
    """Where in a cell the source has a line end."""
    start, end = text.to_source(*span)
    if "\n" not in text.source.text[start:end]:
        return
    for at in range(span[0] + 1, span[1]):
        left, right = text.to_source(at - 1, at)[1], text.to_source(at, at + 1)[0]
        if "\n" in text.source.text[left:right]:
            yield at


def _is_torn(left: str, right: str) -> bool:
    """Whether a line end stands inside a name: both sides together are one, the first alone is none."""
    one, other = re.split(r"[、,;]", left)[-1], re.split(r"[、,;]", right)[0]
    whole = looks_like_agency(one) or regions.is_zone(one)
    return not one or (not whole and looks_like_agency(one + other))


def _sentence(text: str, span: tuple[int, int], role: Role) -> tuple[Party, ...]:
    """The bodies of a cell that says itself what they do (A牵头,B配合); who only answers has the column's
    role. Empty where the cell is a list."""
    words = text[slice(*span)]
    reading = read_clause(words) if _DUTY.search(words) else None
    if reading is None or reading.rule != "sentence":
        return ()
    return tuple(
        Party(p.name.moved(span[0]), role if p.role == "responsible" else p.role) for p in reading.parties
    )


def _clauses(row: _Row) -> Iterator[Clause]:
    """Each column of bodies as a clause of its own role, or of the role that the row states."""
    text = row.facts.text.text
    stated = row.word("role").removesuffix("单位")
    for role in _ROLES:
        span = row.cell(role)
        if span is None or _NOBODY.match(text[slice(*span)]):
            continue
        given = roles.verb_role(stated) if stated else role
        parties = _sentence(text, span, given) or tuple(Party(n, given) for n in _names(row.facts.text, span))
        note = row.lead_note if role == "responsible" else None
        yield Clause(*span, parties, "table", lead_note=note)
