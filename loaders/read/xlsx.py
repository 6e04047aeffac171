"""XLSX: the rows of every sheet that is shown, merged cells in all their places."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile

import openpyxl
from lxml import etree
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from loaders.errors import DamagedFile, OverlongDocument
from loaders.read._package import open_package
from loaders.read._source import SourceText
from loaders.read._writer import Writer, join_cell

MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_MERGED = 200_000
# A sheet ends where so many rows in a row say nothing, whatever stands far below.
_EMPTY_ROWS = 1_000
_TOTAL_MIB = 128
_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MERGE, _ROW, _COLUMNS, _FILTER = (
    f"{_NAMESPACE}{name}" for name in ("mergeCell", "row", "col", "autoFilter")
)

_Place = tuple[int, int]


@dataclass(slots=True)
class _Layout:
    """How a sheet is laid out: of each place in a merged cell the place of its words, the first; the rows and
    columns that are hidden, unless a filter hides them."""

    merged: dict[_Place, _Place] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def read_xlsx(path: Path, data: bytes) -> SourceText:
    """The text of a workbook: its values as shown, formulas as last computed, without hidden sheets, rows and
    columns. A row that says one thing across its columns (a title) is a paragraph."""
    package = open_package(path, data, "xlsx", total_mib=_TOTAL_MIB)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise DamagedFile(path=path, format="xlsx", reason=error) from error
    writer = Writer(path)
    sheets: list[Any] = book.worksheets
    for sheet in sheets:
        if sheet.sheet_state == "visible":
            with package.open(sheet._worksheet_path) as part:  # what openpyxl streams does not tell merges
                layout = _layout(path, part)
            for row in _rows(path, sheet, layout):
                writer.row(row)
    return writer.source("xlsx")


def _rows(path: Path, sheet: Any, layout: _Layout) -> Iterator[list[str]]:
    """The rows of a sheet that say something, as words."""
    said: dict[_Place, str] = {}
    merged, anchors = layout.merged, set(layout.merged.values())
    sheet.reset_dimensions()
    full = empty = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), 1):
        words = []
        for column, cell in enumerate(row, 1):
            place = (number, column)
            anchor = merged.get(place, place)
            words.append(said.get(anchor, "") if anchor != place else _shown(cell))
            if place in anchors:
                said[place] = words[-1]
        if layout.columns:
            words = [cell for column, cell in enumerate(words, 1) if column not in layout.columns]
        if number in layout.rows:
            words = []
        while words and not words[-1]:
            words.pop()
        empty = 0 if words else empty + 1
        full += bool(words)
        if full > MAX_ROWS:
            raise OverlongDocument(path=path, what="rows", limit=MAX_ROWS)
        if empty > _EMPTY_ROWS:
            return
        if words:
            yield words


def _layout(path: Path, part: IO[bytes]) -> _Layout:
    """What a sheet's part tells of its layout."""
    found, number, filtered = _Layout(), 0, False
    for _, element in etree.iterparse(part, resolve_entities=False, no_network=True):
        if element.tag == _MERGE:
            _merge(path, found.merged, element.get("ref") or "A1")
        elif element.tag == _ROW:
            number = _whole(element, "r") or number + 1
            if _is_hidden(element) and number <= MAX_ROWS + _EMPTY_ROWS:
                found.rows.add(number)
        elif element.tag == _COLUMNS and _is_hidden(element):
            found.columns.update(range(_whole(element, "min"), min(_whole(element, "max"), MAX_COLUMNS) + 1))
        elif element.tag == _FILTER:
            filtered = True
        element.clear()
    if filtered:
        found.rows.clear()
    return found


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") in ("1", "true")


def _whole(element: etree._Element, name: str) -> int:
    value = element.get(name) or ""
    return int(value) if re.fullmatch(r"[0-9]{1,9}", value) else 0


def _merge(path: Path, places: dict[_Place, _Place], ref: str) -> None:
    """Add the places of a merged cell."""
    left, top, right, bottom = (bound or 1 for bound in range_boundaries(ref))
    right, bottom = min(right, MAX_COLUMNS), min(bottom, MAX_ROWS + _EMPTY_ROWS)
    if len(places) + (right - left + 1) * (bottom - top + 1) > MAX_MERGED:
        raise OverlongDocument(path=path, what="merged cells", limit=MAX_MERGED)
    for row in range(top, bottom + 1):
        places.update({(row, column): (top, left) for column in range(left, right + 1)})


def _shown(cell: Any) -> str:
    """The words of a cell as Excel shows them: whole numbers without a point, dates in Chinese."""
    value = cell.value
    if value is None or value == "" or cell.data_type == "e":
        return ""
    if isinstance(value, datetime.date):
        return _date(value, str(cell.number_format).lower())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return join_cell(str(value).splitlines())


def _date(value: datetime.date, format: str) -> str:
    """A date with no more of it than its format shows: 2023年12月 where that has no day."""
    format = re.sub(r'"[^"]*"|\[[^\]]*\]', "", format)
    if "y" in format and "d" not in format and "m" in format:
        return f"{value.year}年{value.month}月"
    if "y" in format and "d" not in format:
        return f"{value.year}年"
    return f"{value.year}年{value.month}月{value.day}日"
