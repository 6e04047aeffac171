"""Responsibility tables: a row is a measure, its columns say who, how and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.model import Measure, Role
from loaders.normalise import Paragraph
from loaders.outline import Unit
from loaders.recognise.clauses import ONGOING, Clause, Party
from loaders.recognise.names import split_names

if TYPE_CHECKING:
    from loaders.document import _Assembler

# The columns of a table of tasks, by what their heads may say.
_COLUMNS = {
    "number": r"序\s*号|编\s*号|序次",
    "section": r"重点任务|主要任务|任务类别|工作任务|类\s*别|任务分类|项\s*目|工作项目|领\s*域|任务名称|一级指标|改革任务|重点工作|大\s*项",
    "text": r"具体举措|具体措施|工作内容|任务内容|主要内容|工作措施|工作举措|具体任务|目标任务|内\s*容|任务要求|改革举措|措\s*施|举\s*措|"
    r"工作要求|具体内容|二级指标|重点举措|任\s*务|事\s*项",
    "lead": r"牵头(?:责任)?(?:单位|部门)|主办单位|主责(?:单位|部门)|牵头",
    "support": r"配合(?:单位|部门)|协办单位|参与(?:单位|部门)|协同(?:单位|部门)|配合",
    "responsible": r"责任(?:单位|部门|主体)(?:及分工)?|负责(?:单位|部门)|落实单位|实施单位|承办单位|分工",
    "deadline": r"(?:完成)?时限(?:要求)?|完成时间|时间(?:节点|要求|安排|进度)|完成期限|进度安排",
}
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


def _head(words: list[str]) -> dict[str, int]:
    """The columns of a head row; empty for any other row."""
    columns: dict[str, int] = {}
    for i, word in enumerate(words):
        for name, pattern in _COLUMNS.items():
            if name not in columns and re.fullmatch(pattern, re.sub(r"\s", "", word)):
                columns[name] = i
                break
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
