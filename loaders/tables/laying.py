"""The cells of a table that plain text holds without its rules, laid into rows under its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.read import Block
from loaders.tables.cells import NUMBER, Cell, fits, kinds_of, laid_over
from loaders.tables.head import Head
from loaders.tables.text_heads import HEADING

_LONGEST_WORD = 40


def with_counts(cells: list[Cell]) -> Iterator[Cell]:
    """The cells, those with the next number of a count each the first of a row."""
    last = 0
    for cell, behind in pairwise([*cells, cells[0]] if cells else []):
        counts = cell.words == str(last + 1) and not NUMBER.match(behind.words)
        last += counts
        yield cell._replace(fresh=counts)


def laid_out(cells: list[Cell], head: Head) -> list[Block]:
    """The rows of some cells, those that head numbered rows as lines of their own."""
    if head.columns.get("number") != 0:
        return _rows_of(cells, head)
    blocks: list[Block] = []
    first = 0
    for at, (cell, behind) in enumerate(pairwise([*cells, None])):
        numbered = behind is None or NUMBER.match(behind.words) or is_heading(behind)
        if cell is not None and numbered and is_heading(cell):
            blocks += [*_rows_of(cells[first:at], head), Block(cell.start, cell.end)]
            first = at + 1
    return blocks + _rows_of(cells[first:], head)


def _rows_of(cells: list[Cell], head: Head) -> list[Block]:
    """The rows of some cells, each cell under its column: in their order where they are as many as the
    columns and parted from each other, else as they fit."""
    kinds = kinds_of(head)
    rows: list[list[list[Cell]]] = []
    for run in _runs(cells) if cells else ():
        if len(run) == len(kinds) and all(cell.closed for cell in run[:-1]) and _in_order(run, kinds):
            rows.append([[cell] for cell in run])
            continue
        for cell, column, begins in laid_over(run, kinds):
            if begins:
                rows.append([[] for _ in kinds])
            rows[-1][column].append(cell)
    return [row_of([_whole(group, row) for group in row]) for row in rows if any(row[head.columns["text"]])]


def _runs(cells: list[Cell]) -> Iterator[list[Cell]]:
    """The cells from each that begins a row to the next that does."""
    starts = [at for at, cell in enumerate(cells) if cell.fresh or not at]
    yield from (cells[a:b] for a, b in pairwise([*starts, len(cells)]))


def is_heading(cell: Cell) -> bool:
    """Whether a cell heads the rows below it: 二、治理水体."""
    return (
        len(cell.words) <= _LONGEST_WORD and "。" not in cell.words and HEADING.match(cell.words) is not None
    )


def _in_order(run: list[Cell], kinds: list[str]) -> bool:
    """Whether each cell is what the column in its place holds."""
    return all(fits(cell.words, kind, well=True) for cell, kind in zip(run, kinds, strict=True))


def _whole(group: list[Cell], row: list[list[Cell]]) -> Cell:
    """One cell of the parts that lie in a column; an empty one at the row's start."""
    if not group:
        start = min(cell.start for part in row for cell in part)
        return Cell(start, start, "")
    return Cell(group[0].start, group[-1].end, "")


def row_of(cells: Sequence[Cell]) -> Block:
    """The row of some cells, in their order."""
    spans = tuple((cell.start, cell.end) for cell in cells)
    return Block(min(a for a, _ in spans), max(b for _, b in spans), "row", cells=spans)
