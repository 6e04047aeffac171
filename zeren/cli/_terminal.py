"""Rows of text as a terminal shows them: a table where it can be read, else record by record."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

Row = Mapping[str, str]

ENOUGH = 20
"""Cells of the terminal in which a column of longer texts can be read: a date, a number, ten characters."""
_GAP = 3  # cells between two columns


def grid(rows: Sequence[Row], columns: Sequence[str], numeric: Collection[str]) -> Table:
    """A table of `rows`; the `numeric` columns stand to the right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(Text(column), justify="right" if column in numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[column]) for column in columns))
    return table


def fitted(
    rows: Sequence[Row], columns: Sequence[str], numeric: Collection[str], width: int
) -> RenderableType:
    """`rows` within `width` cells: a table where each column gets what it needs, or `ENOUGH` of it.

    Where the columns are too many for that, what all rows have in common is said once above the
    table; where that does not do either, each row is a record, a line or more for each column that
    holds something.
    """
    from rich.console import Group
    from rich.text import Text

    if _fit(rows, columns, width):
        return grid(rows, columns, numeric)
    common = [column for column in columns if len(rows) > 1 and len({row[column] for row in rows}) == 1]
    rest = [column for column in columns if column not in common]
    if rest and _fit(rows, rest, width):
        return Group(_record(rows[0], common), Text(), grid(rows, rest, numeric))
    parts = [part for row in rows for part in (_record(row, columns), Text())]
    return Group(*parts[:-1])


def _fit(rows: Sequence[Row], columns: Sequence[str], width: int) -> bool:
    from rich.cells import cell_len

    longest = [max(map(cell_len, [column, *(row[column] for row in rows)])) for column in columns]
    return sum(min(each, ENOUGH) for each in longest) + _GAP * (len(columns) - 1) <= width


def _record(row: Row, columns: Sequence[str]) -> Table:
    """A row down the page: names of columns, and beside them what they hold; empty ones are left out."""
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True, min_width=max(map(cell_len, columns)))
    table.add_column(overflow="fold")
    for column in columns:
        if row[column]:
            table.add_row(Text(column), Text(row[column]))
    return table
