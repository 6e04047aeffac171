"""A table as an Excel workbook, ready to filter and to print."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from graph.exports._clean import clean, looks_like_formula
from graph.exports.table import Cell, Column, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LIMIT = 32_767  # characters in a cell: Excel's specification
_EDGE = Side(style="thin", color="999999")
_BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_HEAD = PatternFill("solid", start_color="DDE6F0")
_DOUBTFUL = PatternFill("solid", start_color="FFF2B3")
_NOTE = "底色单元格存疑，理由见批注"


def to_xlsx(table: Table) -> bytes:
    """The table as an .xlsx file: title and facts, then frozen heads with filters; A4 landscape, the
    heads on every page. Doubtful cells are filled and have a comment; no text is ever a formula."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "任务分工表"
    lines = (table.title, *table.facts, *([_NOTE] if table.doubtful else []))
    for line, words in enumerate(lines, 1):
        _line(sheet, line, words, table.columns)
    head = len(lines) + 1
    for place, column in enumerate(table.columns, 1):
        _head(sheet, head, place, column)
    for line, row in enumerate(table.rows, head + 1):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True), 1):
            _cell(sheet.cell(line, place), column, cell)
    _prepare(sheet, head, table)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _line(sheet: Worksheet, line: int, words: str, columns: tuple[Column, ...]) -> None:
    """A line across the table: its title, or facts."""
    sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=len(columns))
    cell: Any = sheet.cell(line, 1)
    _put(cell, words)
    title = line == 1
    cell.font = Font(size=16 if title else 10, bold=title)
    cell.alignment = Alignment(horizontal="center" if title else "left", vertical="center", wrap_text=True)
    # Excel does not fit the height of merged cells; a Chinese character is two wide.
    room = sum(column.width for column in columns) / (3.2 if title else 2)
    sheet.row_dimensions[line].height = (28 if title else 16) * (1 + int(len(words) / room))


def _head(sheet: Worksheet, line: int, place: int, column: Column) -> None:
    cell: Any = sheet.cell(line, place)
    _put(cell, column.head)
    cell.font = Font(bold=True)
    cell.fill = _HEAD
    cell.border = _BORDER
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.column_dimensions[get_column_letter(place)].width = column.width


def _cell(cell: Any, column: Column, content: Cell) -> None:
    if column.short and content.text.isdecimal() and len(content.text) < 10:
        cell.value = int(content.text)
    else:
        _put(cell, content.text)
    cell.border = _BORDER
    across, down = ("center", "center") if column.short else ("left", "top")
    cell.alignment = Alignment(horizontal=across, vertical=down, wrap_text=True)
    if content.doubts:
        cell.fill = _DOUBTFUL
        cell.comment = Comment(clean("\n".join(content.doubts)), "Zeren", width=320, height=90)


def _put(cell: Any, words: str) -> None:
    """Write words as text, even where Excel would compute them, now or when somebody edits the cell."""
    cell.value = clean(words)[:_LIMIT] or None
    if cell.value is not None:
        cell.data_type = "s"
        cell.quotePrefix = looks_like_formula(words)


def _prepare(sheet: Worksheet, head: int, table: Table) -> None:
    """Freeze and filter, and set the pages up."""
    sheet.freeze_panes = f"A{head + 1}"
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A{head}:{last}{head + len(table.rows)}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    footer: Any = sheet.oddFooter
    footer.center.text = "第 &P 页 共 &N 页"
