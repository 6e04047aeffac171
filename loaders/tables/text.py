"""Tables that plain text holds without their rules: cells parted by bars or spaces, or one cell a line.

A table begins where words make a head (序号, 任务, 责任单位). Where a row's cells are as many as the
head's they stand in its order. Else, for merged cells leave nothing behind and long ones several lines,
they are laid over the columns as they fit (`cells`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, islice

from loaders.furniture import is_offer
from loaders.read import Block, SourceText
from loaders.resolve import regions
from loaders.tables.cells import NUMBER, Cell, fits, kinds_of
from loaders.tables.head import Head, find_head
from loaders.tables.laying import is_heading, laid_out, row_of, with_counts
from loaders.tables.text_heads import (
    BAR,
    BARS,
    HEADING,
    WORDS,
    closes_rows,
    cut,
    line_head,
    placed,
    row_end,
    run_of_heads,
)
from loaders.tables.turned import is_turned, opens

_HINTS = ("|", "序号", "编号", "序 号", "序\n号", "责任单位\n", "责任部门\n", "牵头单位\n", "牵头部门\n")
_RULE = re.compile(r"[\s|｜:-]+$")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")
_REST = re.compile(r"[)）、,，;；。]|(?:[底末]|日)?前$|[底末]$|[(（](?![一二三四五六七八九十\d]{1,3}[)）])")
_MOST_CELLS, _MOST_LINES, _LONGEST_WORD = 3_000, 20, 40
# What follows a table, and is no cell of it.
_END = re.compile(
    r"扫一扫|(?:扫码|分享|【?打印|【?关闭)(?:$|[:：】\s]|[到至]|打开|[本此]页|本文|窗口|页面)|附[件表](?:$|[:：\s\d])|附:|(?:责任)?编辑[:：]|[上下]一[篇条]|抄送|版权|主办(?:单位)?[:：]|[(（]?此件|审核人"
    r"|联系人[:：]|(?:注|备注|说明)[:：]|.{4,40}(?:目录|清单|[解览工况]表|台账)$|.{0,24}\d{4}年\d{1,2}月\d{1,2}日(?:印发)?$"
)
# The number of a page between two parts of a table.
_PAGE = re.compile(r"[-—–－]+\s*\d{1,3}\s*[-—–－]+$|第\s*\d{1,3}\s*页(?:[,，]?\s*共\s*\d{1,3}\s*页)?$")
# The heading of another table; behind a row's number it is the row's task.
_NEXT = re.compile(r"[^:：]{4,40}(?:目录|清单|[解览工况]表|台账)$")


def with_tables(source: SourceText) -> SourceText:
    """The source with the lines of such tables as rows; itself where it has none."""
    if not any(hint in source.text for hint in _HINTS):
        return source
    if source.format == "md" and any(block.cells and not _filled(block) for block in source.blocks):
        # Rows that end with an empty cell may have lost merged ones before: they are laid out anew.
        whole = {block.start: block for block in source.blocks if block.cells}
        lines = [block._replace(kind="paragraph", cells=()) for block in source.blocks]
        laid = (
            block if block.cells else whole.get(block.start, block) for block in _lines(source.text, lines)
        )
        return replace(source, blocks=tuple(laid))
    blocks: list[Block] = []
    for is_row, run in groupby(source.blocks, key=lambda block: bool(block.cells)):
        group = list(run)
        blocks += group if is_row else _lines(source.text, group)
    return replace(source, blocks=tuple(blocks))


def _filled(row: Block) -> bool:
    """Whether the last cell of a row says something."""
    start, end = row.cells[-1]
    return end > start


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
    if is_offer(text[lines[at].start : lines[at].end]):
        return [], at
    for parts in (BARS, WORDS):
        if found := line_head(text, lines, at, parts):
            cells, head, after = found
            counted = parts is WORDS and head.columns.get("number") == 0
            rows, end = (
                _spaced(text, lines, after, head) if counted else _rowwise(text, lines, after, parts, head)
            )
            return ([row_of(cells), *rows], end) if rows else ([], at)
    if turned := _turned(text, lines, at):
        return turned, at + len(turned)
    cells, after = run_of_heads(text, lines, at)
    opened = find_head([cell.words for cell in cells]) if len(cells) > 2 else None
    if opened is None or not opened.names_bodies or "text" not in opened.columns or not _opens(opened):
        return [], at
    head = opened
    body_cells, end = _cellwise(text, lines, after, cells[0].words, dated="deadline" in head.columns)
    if head.columns.get("number") == 0:
        body_cells = list(with_counts(body_cells))
    if "number" not in head.columns and any(NUMBER.match(cell.words) for cell in body_cells):
        # The number stands beside the task, under one head with it.
        cells.insert(head.columns["text"], cells[head.columns["text"]])
        head = find_head([cell.words for cell in cells]) or head
    rows = laid_out(body_cells, head)
    return ([row_of(cells), *rows], end) if rows else ([], at)


def _turned(text: str, lines: list[Block], at: int) -> list[Block]:
    """The rows of the lines between bars from one on, where they are a table on its side."""
    rows: list[list[Cell]] = []
    for block in islice(lines, at, None):
        line = text[block.start : block.end]
        cells = placed(line, block.start) or cut(line, block.start, BARS) if BAR.search(line) else []
        if len(cells) < 2 or not (rows or opens(cells)):
            break
        rows.append(cells)
    return [row_of(row) for row in rows] if is_turned(rows) else []


def _rowwise(
    text: str, lines: list[Block], at: int, parts: re.Pattern[str], head: Head
) -> tuple[list[Block], int]:
    """The rows of the lines below a head that has a line of its own; a line with one cell is a paragraph."""
    rows: list[Block] = []
    closed = parts is BARS and closes_rows(text, lines[at - 1])
    while at < len(lines):
        block, end = lines[at], row_end(text, lines, at, closed=closed) if parts is BARS else at + 1
        line = text[block.start : lines[end - 1].end]
        cells = cut(line, block.start, parts)
        if _PAGE.match(line.strip()):
            at = end
            continue
        barred = parts is not BARS or BAR.search(line) or _heads_row(text, lines, at, cells)
        if not cells or not barred or _END.match(line.strip()):
            break
        if len(cells) == 1:
            rows.append(Block(cells[0].start, cells[0].end))
        elif not _RULE.match(line):
            places = placed(line, block.start) if parts is BARS else []
            fresh = [cells[0]._replace(fresh=True), *(cell._replace(bound=True) for cell in cells[1:])]
            rows += [row_of(places)] if _fits(places, head) else laid_out(fresh, head)
        at = end
    return rows, at


def _spaced(text: str, lines: list[Block], at: int, head: Head) -> tuple[list[Block], int]:
    """The rows of a numbered table parted by spaces. A row begins with its number; the lines below it go
    on with it, or with rows of which it says the merged cells."""
    rows: list[Block] = []
    row: list[Cell] = []
    stop = _last_of_spaced(text, lines, at)
    for block in lines[at:stop]:
        first, *rest = cut(text[block.start : block.end], block.start, WORDS)
        heading = not rest and HEADING.match(first.words) is not None
        numbered = bool(rest) and NUMBER.match(first.words) is not None
        if heading or numbered:
            rows += laid_out(row, head)
            row = []
        if heading:
            rows.append(Block(first.start, first.end))
        else:
            row += [first._replace(fresh=numbered), *(cell._replace(bound=True) for cell in rest)]
    return rows + laid_out(row, head), stop


def _last_of_spaced(text: str, lines: list[Block], at: int) -> int:
    """The line behind the last of several cells of a table parted by spaces: where a long one of a single
    cell has come, behind the last that a number begins."""
    stop, long = at, False
    for i in range(at, len(lines)):
        line = text[lines[i].start : lines[i].end]
        words = line.split()
        if i - stop > _MOST_LINES or not words or _END.match(line.strip()):
            break
        if len(words) == 1:
            long = long or len(words[0]) > _LONGEST_WORD
        elif not long or NUMBER.match(words[0]):
            stop, long = i + 1, False
    return stop


def _fits(places: list[Cell], head: Head) -> bool:
    """Whether cells stand in the places of a head's columns: as many, and, where some are empty, none
    that cannot be what its column holds."""
    kinds = kinds_of(head)
    if len(places) != len(kinds) or all(cell.words for cell in places):
        return len(places) == len(kinds)
    return all(fits(cell.words, kind) for cell, kind in zip(places, kinds, strict=True) if cell.words)


def _opens(head: Head) -> bool:
    """Whether the first column of a head is one that it knows."""
    return 0 in head.columns.values() or 0 in head.context or any(at == 0 for _, at in head.bodies)


def _cellwise(text: str, lines: list[Block], at: int, first: str, *, dated: bool) -> tuple[list[Cell], int]:
    """The cells of the lines below a head that has one a line, up to what follows the table, or to its
    first word again, with the heading before that. `dated`: a day can be a row's term, and is that of the
    signature only where a term stands before the body that signs."""
    cells: list[Cell] = []
    while at < len(lines) and len(cells) < _MOST_CELLS:
        line = text[lines[at].start : lines[at].end]
        term = dated and len(cells) > 1 and not fits(cells[-2].words, "term") and _DATE.match(line.strip())
        task = bool(cells) and NUMBER.match(cells[-1].words) and _NEXT.match(line.strip("|｜ \t"))
        if not term and not task and _END.match(line.strip("|｜ \t")):
            if cells and _DATE.match(line.strip()) and regions.matches(cells[-1].words):
                return cells[:-1], at - 1  # the body of a signature, which its whole name opens
            break
        if line.strip() == first:
            heading = cells and HEADING.match(cells[-1].words)
            return (cells[:-1], at - 1) if heading else (cells, at)
        if _PAGE.match(line.strip("|｜ \t")):
            at += 1
            continue
        if not line.strip("|｜ \t") and cells:
            cells[-1] = cells[-1]._replace(closed=True)
        for cell in cut(line, lines[at].start, BARS):
            last = cells[-1] if cells else None
            if last and not last.closed and _is_rest(last.words, cell.words):
                cells[-1] = Cell(last.start, cell.end, last.words + cell.words, closed=cell.closed)
            else:
                cells.append(cell)
        at += 1
    return cells, at


def _is_rest(above: str, words: str) -> bool:
    """Whether a line goes on with the cell of the one above: behind a stop, or with what opens none."""
    if NUMBER.match(above) or NUMBER.match(words):
        return False
    return above[-1] in "、,，" or _REST.match(words) is not None


def _heads_row(text: str, lines: list[Block], at: int, cells: list[Cell]) -> bool:
    """Whether a line without bars heads the rows between bars below it, itself or with those behind it."""
    if len(cells) != 1 or not is_heading(cells[0]):
        return False
    for line in lines[at + 1 : at + 1 + _MOST_LINES]:
        words = text[line.start : line.end]
        if BAR.search(words) or not is_heading(Cell(line.start, line.end, words.strip())):
            return BAR.search(words) is not None
    return False
