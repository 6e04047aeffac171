"""Tables that plain text holds without their rules: cells parted by bars or spaces, or one cell a line.

A table begins where words make a head (序号, 任务, 责任单位). Where a row's cells are as many as the
head's they stand in its order. Else, for merged cells leave nothing behind and long ones several lines,
the cells are laid out over the columns at the least cost (Viterbi 1967): a number in a column of numbers,
bodies in one of bodies, a column passed over, a row begun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import NamedTuple

from loaders.read import Block, SourceText
from loaders.table_head import Head, find_head

_HINTS = ("|", "序号", "编号", "序 号")
_BAR = re.compile(r"(?<!\\)[|｜]")
_CELL = re.compile(r"[^|｜]+")
_WORD = re.compile(r"\S+")
_MOST_HEADS, _LONGEST_HEAD, _MOST_CELLS = 16, 24, 3_000
# What follows a table, and is no cell of it.
_END = re.compile(
    r"扫一扫|扫码|分享|【?打印|【?关闭|附件|附表|附:|(?:责任)?编辑[:：]|[上下]一[篇条]|抄送|版权|主办(?:单位)?[:：]|[(（]?此件|审核人"
    r"|联系人[:：]|(?:注|备注|说明)[:：]|.{4,40}(?:目录|清单|分解表|一览表|分工表|情况表|台账)$|.{0,24}\d{4}年\d{1,2}月\d{1,2}日(?:印发)?$"
)
_NUMBER = re.compile(r"[(（]?\d{1,4}(?:\.\d{1,2})?[)）]?[.、]?$")
_BODY = re.compile(
    r"(?:[局委办厅部院会科股室处所站队馆联行社校司府区园乡镇县市]|公司|集团|中心|街道|单位|部门|政协|人大)(?:[(（][^()（）]*[)）])?等?"
    r"(?:按(?:照)?职责分工)?(?:牵头|配合|负责|落实)?[。;；]?$"
)
_BODIES = re.compile(r"[、,，;；\s]+")
_TIME = re.compile(
    r"\d[年月日]|季度|全年|年[底内末终]|半年|长期|持续|常态|每[年月季周]|立行立改|即知即改|适时|20\d\d[-./]\d|按(?:时|进度|计划|程序)"
)
_PEOPLE = re.compile(r"[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2}(?:[、,，\s]+[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2})*$")
_SKIP = {"text": 4.0, "bodies": 1.5, "term": 1.0, "class": 0.6, "number": 0.6, "people": 0.8, "other": 0.8}
_IMPOSSIBLE = 1e9


class _Cell(NamedTuple):
    """Words of the text that belong to one cell: their span; `fresh` where a row must begin with it,
    `bound` where none can; `closed` where a bar parts it from the next."""

    start: int
    end: int
    words: str
    fresh: bool = False
    bound: bool = False
    closed: bool = False


def with_tables(source: SourceText) -> SourceText:
    """The source with the lines of such tables as rows; itself where it has none."""
    if not any(hint in source.text for hint in _HINTS):
        return source
    blocks: list[Block] = []
    for is_row, group in groupby(source.blocks, key=lambda block: bool(block.cells)):
        blocks += group if is_row else _lines(source.text, list(group))
    return replace(source, blocks=tuple(blocks))


def _lines(text: str, lines: list[Block]) -> Iterator[Block]:
    """The lines, those of a table as rows."""
    at = 0
    while at < len(lines):
        rows, at_end = _table(text, lines, at)
        yield from rows or lines[at : at + 1]
        at = at_end if rows else at + 1


def _table(text: str, lines: list[Block], at: int) -> tuple[list[Block], int]:
    """The rows of the table whose head begins with a line, and the line behind it; none where no head
    does."""
    first = text[lines[at].start : lines[at].end]
    for parts in (_CELL, _WORD):
        cells = _cut(first, lines[at].start, parts)
        if len(cells) > 2 and (head := find_head([cell.words for cell in cells])):
            body, end = _rowwise(text, lines, at + 1, parts, head)
            rows = [row for group in body for row in _laid_out(group, head, exact=parts is _CELL)]
            return ([_row(cells), *rows], end) if rows else ([], at)
    if len(first) > _LONGEST_HEAD:
        return [], at
    cells, after = _run_of_heads(text, lines, at)
    head = find_head([cell.words for cell in cells]) if len(cells) > 2 else None
    if head is None or "text" not in head.columns or not _opens(head):
        return [], at
    body_cells, end = _cellwise(text, lines, after)
    if "number" not in head.columns and any(_NUMBER.match(cell.words) for cell in body_cells):
        # The number stands beside the task, under one head with it.
        cells.insert(head.columns["text"], cells[head.columns["text"]])
        head = find_head([cell.words for cell in cells]) or head
    rows = _laid_out(body_cells, head, exact=False)
    return ([_row(cells), *rows], end) if rows else ([], at)


def _cut(line: str, offset: int, parts: re.Pattern[str]) -> list[_Cell]:
    """The cells of a line, empty ones left out."""
    cells = []
    for found in parts.finditer(line):
        words = found.group().strip()
        if words:
            start = offset + found.start() + found.group().index(words[0])
            closed = parts is _CELL and found.end() < len(line)
            cells.append(_Cell(start, start + len(words), words, closed=closed))
    return cells


def _rowwise(
    text: str, lines: list[Block], at: int, parts: re.Pattern[str], head: Head
) -> tuple[list[list[_Cell]], int]:
    """The cells of the lines below a head that has a line of its own, a list for each row."""
    rows: list[list[_Cell]] = []
    while at < len(lines):
        line = text[lines[at].start : lines[at].end]
        cells = _cut(line, lines[at].start, parts)
        if not cells or (parts is _CELL and not _BAR.search(line)) or _END.match(line.strip()):
            break
        if parts is _WORD and "number" in head.columns and not _NUMBER.match(cells[0].words):
            break
        if len(cells) > 1:
            fresh = [cells[0]._replace(fresh=True), *(c._replace(bound=True) for c in cells[1:])]
            rows.append(fresh)
        at += 1
    return rows, at


def _run_of_heads(text: str, lines: list[Block], at: int) -> tuple[list[_Cell], int]:
    """The cells of a head that has one a line: up to the first number where 序号 opens it, else to the
    last column that is known."""
    cells: list[_Cell] = []
    while at < len(lines) and len(cells) < _MOST_HEADS:
        line = text[lines[at].start : lines[at].end]
        found = _cut(line, lines[at].start, _CELL)
        if any(_NUMBER.match(cell.words) or len(cell.words) > _LONGEST_HEAD for cell in found):
            break
        cells += found
        at += 1
    opened = find_head([cell.words for cell in cells])
    if opened is None or opened.columns.get("number") != 0:
        known = max((n for n in range(3, len(cells) + 1) if _ends_head(cells[:n])), default=0)
        at -= sum(1 for block in lines[:at] if known and block.start >= cells[known - 1].end)
        cells = cells[:known]
    return cells, at


def _opens(head: Head) -> bool:
    """Whether the first column of a head is one that it knows."""
    return 0 in head.columns.values() or 0 in head.context or any(at == 0 for _, at in head.bodies)


def _ends_head(cells: list[_Cell]) -> bool:
    """Whether the last of some cells is a column that the head of all of them knows."""
    head = find_head([cell.words for cell in cells])
    last = len(cells) - 1
    return head is not None and (
        last in head.columns.values() or any(at == last for _, at in head.bodies)
    )


def _cellwise(text: str, lines: list[Block], at: int) -> tuple[list[_Cell], int]:
    """The cells of the lines below a head that has one a line."""
    cells: list[_Cell] = []
    while at < len(lines) and len(cells) < _MOST_CELLS:
        line = text[lines[at].start : lines[at].end]
        if _END.match(line.strip("|｜ \t")):
            break
        if not line.strip("|｜ \t") and cells:
            cells[-1] = cells[-1]._replace(closed=True)
        for cell in _cut(line, lines[at].start, _CELL):
            cells.append(cell)
        at += 1
    return cells, at


def _laid_out(cells: list[_Cell], head: Head, *, exact: bool) -> list[Block]:
    """The rows of some cells, each cell under its column."""
    kinds = _kinds(head)
    if exact and len(cells) == len(kinds):
        return [_row(cells)]
    rows: list[list[list[_Cell]]] = []
    for cell, column, begins in _path(cells, kinds):
        if begins:
            rows.append([[] for _ in kinds])
        rows[-1][column].append(cell)
    return [_row([_whole(group, row) for group in row]) for row in rows if any(row[head.columns["text"]])]


def _whole(group: list[_Cell], row: list[list[_Cell]]) -> _Cell:
    """One cell of the parts that lie in a column; an empty one at the row's start."""
    if not group:
        start = min(cell.start for part in row for cell in part)
        return _Cell(start, start, "")
    return _Cell(group[0].start, group[-1].end, "")


def _row(cells: Sequence[_Cell]) -> Block:
    spans = tuple((cell.start, cell.end) for cell in cells)
    return Block(min(a for a, _ in spans), max(b for _, b in spans), "row", cells=spans)


def _kinds(head: Head) -> list[str]:
    """What each column of a head holds."""
    kinds = ["other"] * len(head.words)
    for at in head.context:
        kinds[at] = "class"
    for name, kind in (("number", "number"), ("deadline", "term"), ("text", "text")):
        if name in head.columns:
            kinds[head.columns[name]] = kind
    for _, at in head.bodies:
        kinds[at] = "bodies"
    text = head.columns["text"]
    if "number" not in head.columns and text and head.words[text - 1] == head.words[text]:
        kinds[text - 1] = "number"
    for at, word in enumerate(head.words):
        if kinds[at] == "other" and re.search("领导|责任人|负责人|联系人|姓名", word):
            kinds[at] = "people"
    return kinds


def _path(cells: list[_Cell], kinds: list[str]) -> list[tuple[_Cell, int, bool]]:
    """Each cell with its column, and whether it begins a row, at the least cost."""
    if not cells:
        return []
    passed = [0.0, *accumulate(_SKIP[kind] for kind in kinds)]
    columns = range(len(kinds))
    costs = [passed[j] + _cost(cells[0].words, kind) for j, kind in enumerate(kinds)]
    steps: list[list[tuple[int, bool]]] = [[(-1, True)] * len(kinds)]
    for before, cell in zip(cells, cells[1:], strict=False):
        # The cheapest way to end the row, from where a new one begins in any column.
        ended = min(columns, key=lambda i: costs[i] + passed[-1] - passed[i + 1])
        over = costs[ended] + passed[-1] - passed[ended + 1] + (_IMPOSSIBLE if cell.bound else 0)
        new, step = [], []
        for j in columns:
            ways = [(costs[i] + passed[j] - passed[i + 1], i, False) for i in range(j)]
            ways.append((costs[j] + _goes_on(before, cell, kinds[j]), j, False))
            if cell.fresh:
                ways = []
            ways.append((over + passed[j], ended, True))
            cost, i, begins = min(ways)
            new.append(cost + _cost(cell.words, kinds[j]))
            step.append((i, begins))
        costs = new
        steps.append(step)
    at = min(columns, key=lambda i: costs[i] + passed[-1] - passed[i + 1])
    path = []
    for cell, step in zip(reversed(cells), reversed(steps), strict=True):
        back, begins = step[at]
        path.append((cell, at, begins))
        at = back
    return path[::-1]


def _goes_on(before: _Cell, cell: _Cell, kind: str) -> float:
    """The cost of a cell that goes on in its column."""
    if before.closed or kind == "number":
        return _IMPOSSIBLE
    return 0.3 if kind == "bodies" and _are_bodies(before.words) and _are_bodies(cell.words) else 1.2


def _cost(words: str, kind: str) -> float:
    """How badly some words fit a kind of column."""
    number = _NUMBER.match(words) is not None
    if kind == "number":
        return 0.0 if number else 9.0
    if number:
        return 1.0 if kind == "other" else 8.0
    bodies, time = _are_bodies(words), len(words) <= 40 and _TIME.search(words) is not None
    if kind == "bodies":
        return 0.0 if bodies or words in ("无", "/", "-") else 5.0 + 3.0 * (len(words) > 40)
    if kind == "term":
        return 0.0 if time else 5.0
    if kind == "people":
        return 0.0 if _PEOPLE.match(words) and not bodies else 4.0
    if kind == "text":
        return 3.0 if bodies else 1.5 if len(words) <= 4 or (time and len(words) < 12) else 0.0
    if kind == "class":
        return 2.5 if bodies else 2.0 if len(words) > 60 else 1.5 if len(words) < 2 else 0.3
    return 2.0 if bodies else 1.0


def _are_bodies(words: str) -> bool:
    """Whether words can be a list of bodies, by how its items end."""
    if len(words) > 400 or "。" in words[:-1]:
        return False
    return all(len(item) < 30 and _BODY.search(item) for item in _BODIES.split(words.strip("。、,，;；")) if item)
