"""Tables that lie on their side: what usually heads the columns heads the rows, with a task in each column
behind it (责任单位 | 甲局 | 乙局), or with one task a card, its facts below each other or in pairs
(责任单位 | 甲局 | 时限 | 6月底)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from loaders.normalise import Paragraph, Text
from loaders.outline import Unit
from loaders.tables.columns import holds, is_part
from loaders.tables.head import find_head

_LONGEST, _FEWEST = 12, 3


class TableRow(NamedTuple):
    """A row as the columns of its table have it, and the unit in which it stands."""

    unit: Unit
    row: Paragraph


class _Worded(Protocol):
    """A cell: its words."""

    @property
    def words(self) -> str:
        """What it says."""


class _Cell(NamedTuple):
    span: tuple[int, int]
    words: str


W = TypeVar("W", bound=_Worded)


def table_rows(text: Text, root: Unit) -> Iterator[TableRow]:
    """The rows of the tables below a root; in the place of a table on its side those of it set upright."""
    run: list[TableRow] = []
    for unit in root.walk():
        if unit.row is None:
            continue
        if run and unit.row.start > run[-1].row.end + 1:
            yield from _upright(text, run) or run
            run = []
        run.append(TableRow(unit, unit.row))
    yield from _upright(text, run) or run


def _upright(text: Text, run: Sequence[TableRow]) -> list[TableRow]:
    """The rows of a table on its side, each task's below a row of heads; none of any other table."""
    if not run or not opens(_cells(text, run[0].row)):
        return []
    first = run[0]
    cards = _tasks([_cells(text, row) for _, row in run])
    parts = (part for card in cards for part in zip(*card, strict=True))
    return [TableRow(first.unit, _row(first.row, cells)) for cells in parts]


def _cells(text: Text, row: Paragraph) -> list[_Cell]:
    return [_Cell(span, "".join(text.text[slice(*span)].split())) for span in row.cells]


def _row(first: Paragraph, cells: Sequence[_Cell]) -> Paragraph:
    spans = tuple(cell.span for cell in cells)
    return first._replace(start=min(a for a, _ in spans), end=max(b for _, b in spans), cells=spans)


def opens(row: Sequence[_Worded]) -> bool:
    """Whether a row can be the first of a table on its side: its first cell says what the second holds."""
    return len(row) > 1 and _heads(row[0].words) and not _heads(row[1].words)


def is_turned(rows: Sequence[Sequence[_Worded]]) -> bool:
    """Whether some rows are a table on its side."""
    return bool(_tasks(rows))


def _heads(words: str) -> bool:
    """Whether some words say what a column, or a row, holds."""
    return len(words) <= _LONGEST and holds(words) not in (None, "stage", "year")


def _tasks(rows: Sequence[Sequence[W]]) -> list[list[tuple[W, W]]]:
    """The facts of each task of a table on its side, each with its head; none of any other table."""
    if not all(row and 0 < len(row[0].words) <= _LONGEST and is_part(row[0].words) for row in rows):
        return []
    cards = _columns(rows) or list(_cards(rows))
    return cards if all(map(_is_task, cards)) else []


def _columns(rows: Sequence[Sequence[W]]) -> list[list[tuple[W, W]]]:
    """The facts of each task where every column behind the heads is one; none where they stand in pairs or
    there is but one."""
    width = max(map(len, rows), default=0)
    several = any(len({cell.words for cell in row[1:]}) > 1 for row in rows)
    if width < 3 or not several or any(_heads(cell.words) for row in rows for cell in row[1:]):
        return []
    return [[(row[0], row[j]) for row in rows if j < len(row)] for j in range(1, width)]


def _cards(rows: Sequence[Sequence[W]]) -> Iterator[list[tuple[W, W]]]:
    """The facts of each card: where the head of the first fact comes again, the next begins."""
    card: list[tuple[W, W]] = []
    for row in rows:
        at = 0
        while at + 1 < len(row):
            head, cell = row[at], row[at + 1]
            at += 2
            while at < len(row) and row[at].words in ("", cell.words):
                at += 1  # merged cells
            if card and head.words == card[0][0].words:
                yield card
                card = []
            card.append((head, cell))
    if card:
        yield card


def _is_task(card: Sequence[tuple[_Worded, _Worded]]) -> bool:
    """Whether some facts are those of a task: their heads would make a table of tasks."""
    heads = [head.words for head, _ in card]
    head = find_head(heads)
    return (
        head is not None
        and "text" in head.columns
        and bool(head.bodies)
        and sum(map(_heads, heads)) >= max(_FEWEST, len(heads) / 2)
    )
