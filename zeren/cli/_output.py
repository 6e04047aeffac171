"""Rows to stdout or a file: a table, CSV, JSON, JSON lines or an Excel sheet."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

import typer
from rich.console import Console

from graph.errors import ZerenError
from zeren.cli._terminal import fitted, grid

# What a terminal would obey (ESC among them), and what no XML, so no sheet, can hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SHEET_CELL_LIMIT = 32_767  # characters in a cell: Excel's specification
_UNBOUNDED = 1_000_000
_OFFSETS = ("start", "end")  # columns for programs: nobody reads them


class CannotWrite(ZerenError):
    """The file that ``--out`` names cannot be written."""

    en = "{path}: cannot be written: {reason}. Name another file with --out."
    zh = "{path}：无法写入：{reason}。请用 --out 指定另一个文件。"


class NeedsOut(ZerenError):
    """An Excel sheet is no text for stdout."""

    en = "--format xlsx needs --out FILE.xlsx."
    zh = "--format xlsx 需要用 --out 指定 .xlsx 文件。"


class Format(StrEnum):
    """A form of output."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    xlsx = "xlsx"


def console(stream: IO[str]) -> Console:
    """A Rich console on `stream`; where that is no terminal, nothing is cut or wrapped."""
    return Console(file=stream, width=None if stream.isatty() else _UNBOUNDED, emoji=False)


def emit(
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str],
    format: Format | str | None = None,
    out: Path | None = None,
    *,
    brief: bool = False,
    heads: Mapping[str, str] | None = None,
) -> None:
    """Write `rows` with these `columns`, in this order, to stdout or to the file `out`.

    Without a format, the suffix of `out` decides, else a table. JSON is one array of objects with
    the columns as keys and numbers unrounded; a CSV file starts with a BOM. A table on a terminal
    is fitted to it; if `brief`, without offsets and columns that are empty in all rows. `heads`, where
    a column has one, stand over it in a table and a sheet; programs read the columns' own names.
    Raises `NeedsOut` for xlsx without `out` and `CannotWrite`.
    """
    chosen = form_of(format, out)
    listed = [{column: row.get(column) for column in columns} for row in rows]
    if brief and listed and chosen is Format.table and out is None and sys.stdout.isatty():
        columns = [c for c in columns if c not in _OFFSETS and any(_cell(row[c]) for row in listed)]
    if heads and chosen in (Format.table, Format.xlsx):
        listed = [{heads.get(column, column): row[column] for column in columns} for row in listed]
        columns = [heads.get(column, column) for column in columns]
    if chosen is Format.xlsx:
        if out is None:
            raise NeedsOut()
        write_bytes(_sheet(listed, columns), out)
    elif chosen is Format.table and out is None:
        _to_stdout(lambda stream: _print_table(stream, listed, columns))
    else:
        text = {Format.csv: _csv, Format.json: _json, Format.jsonl: _jsonl, Format.table: _plain_table}
        write_text(text[chosen](listed, columns), out, bom=chosen is Format.csv)


def write_text(text: str, out: Path | None = None, *, bom: bool = False) -> None:
    """Write `text` to stdout, or in UTF-8 to the file `out` (after a BOM where `bom`).

    A reader of stdout that has gone (``| head``) ends the command quietly. Raises `CannotWrite`.
    """
    if out is None:
        _to_stdout(lambda stream: stream.write(text))
    else:
        write_bytes(text.encode("utf-8-sig" if bom else "utf-8"), out)


def form_of(format: Format | str | None, out: Path | None) -> Format:
    """The form in which `emit` writes: the one asked for, else by the suffix of `out`, else a table."""
    if format:
        return Format(format)
    suffix = out.suffix.lower().lstrip(".") if out else ""
    return Format(suffix) if suffix in Format.__members__ else Format.table


def _to_stdout(write: Any) -> None:
    try:
        write(sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads any more. What is still buffered must not be flushed into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def write_bytes(data: bytes, out: Path | None) -> None:
    """Write `data` to stdout, or to the file `out`. Raises `CannotWrite`."""
    if out is None:
        _to_stdout(lambda stream: stream.buffer.write(data))
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise CannotWrite(path=out, reason=error.strerror or error) from error


def plain(value: Any) -> Any:
    """The value as JSON can hold it: dates in ISO 8601, the rest as it is."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return str(value)


def _cell(value: Any) -> str:
    """The value in a cell of a table or CSV: nothing for None, lists joined, the rest as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return "；".join(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False, default=plain)


def _json(rows: list[dict[str, Any]], columns: Sequence[str]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2, default=plain) + "\n"


def _jsonl(rows: list[dict[str, Any]], columns: Sequence[str]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, default=plain) + "\n" for row in rows)


def _csv(rows: list[dict[str, Any]], columns: Sequence[str]) -> str:
    from graph.exports._clean import looks_like_formula

    def safe(value: Any) -> str:
        """The cell; a text that a spreadsheet would run as a formula gets a leading ``'``."""
        text = _cell(value)
        return f"'{text}" if isinstance(value, str) and looks_like_formula(text) else text

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([safe(row[column]) for column in columns] for row in rows)
    return buffer.getvalue()


def _shown(value: Any) -> str:
    """The value in a table: on one line, fractions to four digits, no control characters."""
    text = f"{value:.4f}" if isinstance(value, float) else _cell(value)
    return _CONTROL.sub("", " ".join(text.split()))


def _print_table(stream: IO[str], rows: list[dict[str, Any]], columns: Sequence[str]) -> None:
    """The rows as a table on `stream`, whole; on a terminal fitted to its width."""
    texts = [{column: _shown(row[column]) for column in columns} for row in rows]
    values = {column: [row[column] for row in rows if row[column] is not None] for column in columns}
    numeric = {c for c in columns if values[c] and all(type(each) in (int, float) for each in values[c])}
    paper = console(stream)
    if not stream.isatty():
        paper.print(grid(texts, columns, numeric))
        return
    paper.print(fitted(texts, columns, numeric, paper.width))


def _plain_table(rows: list[dict[str, Any]], columns: Sequence[str]) -> str:
    buffer = io.StringIO()
    _print_table(buffer, rows, columns)
    return buffer.getvalue()


def _sheet(rows: list[dict[str, Any]], columns: Sequence[str]) -> bytes:
    """An Excel workbook with one sheet: a bold frozen header with filters, text kept as text."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line, row in enumerate([dict(zip(columns, columns, strict=True)), *rows], 1):
        for place, column in enumerate(columns, 1):
            value = row[column]
            natural = isinstance(value, bool | int | float | date | datetime)
            cell = sheet.cell(line, place)
            cell.value = value if natural else _CONTROL.sub("", _cell(value))[:_SHEET_CELL_LIMIT] or None
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that starts with = is no formula
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if line == 1:
                cell.font = Font(bold=True)
    for place, column in enumerate(columns, 1):
        widest = max((len(_shown(row[column])) for row in rows), default=0)
        sheet.column_dimensions[get_column_letter(place)].width = min(60, 4 + 2 * max(widest, len(column)))
    sheet.freeze_panes = "A2"
    if columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
