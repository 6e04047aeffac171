"""Responsibility tables: a row is a measure, its columns say who, how and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from graph.model import Measure, Role
from loaders.normalise import Paragraph
from loaders.outline import Unit
from loaders.recognise.clauses import ONGOING, Clause, Party
from loaders.recognise.names import split_names
from loaders.resolve._vocabulary import read

if TYPE_CHECKING:
    from loaders.document import _Assembler

_NOBODY = re.compile(r"^[无/\-—－\s]*$")


def table_measures(assembler: _Assembler, root: Unit, order: int) -> Iterator[Measure]:
    """The measures of the tables below a root, numbered on from `order`."""
    columns: dict[str, int] = {}
    rows = 0
    for unit in root.walk():
        row = unit.row
        if row is None:
            continue
        words = [assembler.text.text[a:b] for a, b in row.cells]
        head = _head(words)
        if head:
            columns = head
            continue
        if not columns or "text" not in columns or len(row.cells) <= max(columns.values()):
            continue
        rows += 1
        yield _measure(assembler, unit, row, columns, words, order + rows, rows)


@cache
def _column_names() -> dict[str, str]:
    """What each head of a column says the column holds."""
    return {head: name for name, heads in read("columns").items() for head in heads}


def _head(words: list[str]) -> dict[str, int]:
    """The columns of a head row; empty for any other row."""
    columns: dict[str, int] = {}
    for i, word in enumerate(words):
        name = _column_names().get(re.sub(r"\s", "", word))
        if name is not None:
            columns.setdefault(name, i)
    if not {"lead", "responsible"} & columns.keys():
        return {}
    if "text" not in columns and "section" in columns:
        columns["text"] = columns.pop("section")
    return columns


def _measure(
    assembler: _Assembler,
    unit: Unit,
    row: Paragraph,
    columns: dict[str, int],
    words: list[str],
    order: int,
    index: int,
) -> Measure:
    number = words[columns["number"]].strip() if "number" in columns else ""
    section = words[columns["section"]] if "section" in columns else ""
    left, right = row.cells[columns["text"]]
    responsibilities, open_roles = assembler.parties(list(_clauses(assembler, row, columns)))
    text = assembler.text.written(left, right) if right > left else ""
    start, end = assembler.text.to_source(row.start, row.end)
    parent = unit.parent.path if unit.parent else ()
    times = assembler.row_deadlines(row, columns.get("deadline"))
    stated = words[columns["deadline"]] if "deadline" in columns else ""
    return Measure(
        path=(*parent, "table", str(index)),
        section_path=parent,
        number=number or str(index),
        title=section or None,
        text=text,
        order=order,
        start=start,
        end=end,
        page=row.page,
        ongoing=bool(ONGOING.search(stated)),
        responsibilities=responsibilities,
        open_roles=open_roles,
        deadlines=times,
        citations=assembler.citations(row.start, row.end),
        domains=assembler.domains(text, section, responsibilities),
        keywords=assembler.words.keywords([(left, right)]),
    )


def _clauses(assembler: _Assembler, row: Paragraph, columns: dict[str, int]) -> Iterator[Clause]:
    """Each column of bodies as a clause of its own role."""
    roles: tuple[Role, ...] = ("lead", "responsible", "support")
    for role in roles:
        if role not in columns:
            continue
        start, end = row.cells[columns[role]]
        if _NOBODY.match(assembler.text.text[start:end]):
            continue
        parties = tuple(Party(name, role) for name in split_names(assembler.text.text, start, end))
        yield Clause(start, end, parties, "table")
