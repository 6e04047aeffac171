"""Responsibility tables: a row is a measure, its columns say who, how and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.model import Measure, Role
from loaders.normalise import Paragraph
from loaders.outline import Unit
from loaders.recognise import roles
from loaders.recognise.clauses import ONGOING, Clause, Party
from loaders.recognise.names import split_names
from loaders.resolve._vocabulary import read

if TYPE_CHECKING:
    from loaders.document import _Assembler

_ROLES: tuple[Role, ...] = ("lead", "responsible", "support")
_NOBODY = re.compile(r"^[无/\-—－\s]*$")
_CHINESE_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、?$")
_FIRST_IS_LEAD = re.compile(roles.first_is_lead_pattern())


def table_measures(assembler: _Assembler, root: Unit, order: int) -> Iterator[Measure]:
    """The measures of the tables below a root, numbered on from `order`."""
    columns: dict[str, int] = {}
    heading = ""
    first_is_lead = False
    rows = 0
    for unit in root.walk():
        row = unit.row
        if row is None:
            continue
        words = [assembler.text.text[a:b] for a, b in row.cells]
        head = _head(words)
        if head:
            columns, heading = head, ""
            first_is_lead = any(_FIRST_IS_LEAD.search(word) for word in words)
            continue
        if not columns or "text" not in columns or len(row.cells) <= max(columns.values()):
            continue
        if _is_heading(words, columns):
            heading = words[columns["number"]] + "、" + words[columns["text"]]
            continue
        rows += 1
        yield _measure(_Row(assembler, unit, row, columns, words, heading, first_is_lead), order + rows, rows)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row and what its table says of it: its columns, the heading row above it, the head's note."""

    assembler: _Assembler
    unit: Unit
    row: Paragraph
    columns: dict[str, int]
    words: list[str]
    heading: str
    first_is_lead: bool

    def word(self, column: str) -> str:
        """What a column says, empty where the table has none."""
        return self.words[self.columns[column]].strip() if column in self.columns else ""


def _is_heading(words: list[str], columns: dict[str, int]) -> bool:
    """Whether a row only numbers and names what the rows below it are about: 一 | 治理水体 | | ."""
    if "number" not in columns or not _CHINESE_NUMBER.match(words[columns["number"]].strip()):
        return False
    named = {columns["number"], columns["text"], columns.get("section", columns["text"])}
    return all(_NOBODY.match(word) for i, word in enumerate(words) if i not in named)


@cache
def _column_names() -> dict[str, str]:
    """What each head of a column says the column holds."""
    return {head: name for name, heads in read("columns").items() for head in heads}


def _head(words: list[str]) -> dict[str, int]:
    """The columns of a head row; empty for any other row."""
    columns: dict[str, int] = {}
    for i, word in enumerate(words):
        written = re.sub(r"\s", "", word)
        name = _column_names().get(written) or _column_names().get(re.sub(r"\(.*\)$", "", written))
        if name is not None:
            columns.setdefault(name, i)
    if not {"lead", "responsible"} & columns.keys():
        return {}
    if "text" not in columns and "section" in columns:
        columns["text"] = columns.pop("section")
    return columns


def _measure(row: _Row, order: int, index: int) -> Measure:
    assembler, paragraph = row.assembler, row.row
    section = row.word("section") or row.heading
    left, right = paragraph.cells[row.columns["text"]]
    responsibilities, open_roles = assembler.parties(list(_clauses(row)))
    text = assembler.text.written(left, right) if right > left else ""
    start, end = assembler.text.to_source(paragraph.start, paragraph.end)
    parent = row.unit.parent.path if row.unit.parent else ()
    return Measure(
        path=(*parent, "table", str(index)),
        section_path=parent,
        number=row.word("number") or str(index),
        title=section or None,
        text=text,
        order=order,
        start=start,
        end=end,
        page=paragraph.page,
        ongoing=bool(ONGOING.search(row.word("deadline"))),
        responsibilities=responsibilities,
        open_roles=open_roles,
        deadlines=assembler.row_deadlines(paragraph, row.columns.get("deadline")),
        citations=assembler.citations(paragraph.start, paragraph.end),
        domains=assembler.domains(text, section, responsibilities),
        keywords=assembler.words.keywords([(left, right)]),
    )


def _clauses(row: _Row) -> Iterator[Clause]:
    """Each column of bodies as a clause of its own role."""
    text = row.assembler.text.text
    for role in _ROLES:
        if role not in row.columns:
            continue
        start, end = row.row.cells[row.columns[role]]
        if _NOBODY.match(text[start:end]):
            continue
        parties = tuple(Party(name, role) for name in split_names(text, start, end))
        note = "here" if row.first_is_lead and role == "responsible" else None
        yield Clause(start, end, parties, "table", first_is_lead=note)
