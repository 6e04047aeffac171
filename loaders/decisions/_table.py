"""Decisions from the table that ``zeren review`` wrote and a person filled in, or from YAML or JSON."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from loaders.decisions._decision import Decision, check
from loaders.decisions._file import DecisionsUnusable, parse_yaml
from loaders.decisions._values import decision_of, plain

_LIMIT = 64 << 20  # bytes, of the file and of a workbook unpacked
_NEEDED = {"document", "kind", "words", "decision"}


def read_table(path: Path) -> list[Decision]:
    """The decisions in a file; rows without one are passed over.

    Raises `DecisionsUnusable` where the file is none, and `BadDecision`, which names the row.
    """
    data = _bytes(path)
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        return parse_yaml(_text(data, path), path)
    rows = _workbook(data, path) if suffix == ".xlsx" else _lines(_text(data, path), path, suffix)
    found = []
    for line, row in rows:
        decision = decision_of(row, f"{path}, {line}")
        if decision:
            found.append(check(decision, f"{path}, {line}"))
    return found


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LIMIT:
            raise DecisionsUnusable(path=path, reason=f"larger than {_LIMIT >> 20} MiB")
        return path.read_bytes()
    except OSError as error:
        raise DecisionsUnusable(path=path, reason=error.strerror or error) from error


def _text(data: bytes, path: Path) -> str:
    """The file's text: UTF-8, or GB 18030, in which a Chinese Excel saves a CSV."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DecisionsUnusable(path=path, reason="neither UTF-8 nor GB 18030")


def _lines(text: str, path: Path, suffix: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if suffix in (".jsonl", ".ndjson", ".json"):
        yield from _json(text, path)
        return
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        _require(reader.fieldnames or (), path)
        for row in reader:
            cells = {name: plain(value) for name, value in row.items() if isinstance(value, str)}
            yield reader.line_num, cells
    except csv.Error as error:
        raise DecisionsUnusable(path=path, reason=f"line {reader.line_num}: {error}") from error


def _json(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """One array of objects, or an object a line."""
    try:
        whole = text.lstrip().startswith("[")
        rows = json.loads(text) if whole else [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise DecisionsUnusable(path=path, reason=error) from error
    for line, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise DecisionsUnusable(path=path, reason=f"{line}: no object")
        yield line, row


def _workbook(data: bytes, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of a workbook's first sheet; formulas give the values that were saved with them."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LIMIT:
                raise DecisionsUnusable(path=path, reason=f"unpacks to more than {_LIMIT >> 20} MiB")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        lines = list(book.worksheets[0].iter_rows(values_only=True))
    except (OSError, KeyError, ValueError, IndexError, zipfile.BadZipFile, SyntaxError) as error:
        raise DecisionsUnusable(path=path, reason=f"no workbook: {error}") from error
    names = [str(name or "") for name in lines[0]] if lines else []
    _require(names, path)
    for line, values in enumerate(lines[1:], 2):
        cells = {n: plain(v) if isinstance(v, str) else v for n, v in zip(names, values, strict=False)}
        yield line, cells


def _require(names: Any, path: Path) -> None:
    missing = _NEEDED - {str(name).strip().lower() for name in names}
    if missing:
        raise DecisionsUnusable(path=path, reason=f"no column {', '.join(sorted(missing))}")
