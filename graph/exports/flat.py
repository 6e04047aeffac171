"""The whole graph as flat tables, a CSV file for each kind of node and relationship, for spreadsheets and
data frames: in a folder, or in one .zip."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.exports._clean import cell
from graph.exports._place import new_file, new_folder
from graph.exports._whole import ENDS, Table, Whole, whole

if TYPE_CHECKING:
    from graph.connection import Graph


Opener = Callable[[str], AbstractContextManager[IO[bytes]]]


def export(graph: Graph, out: Path) -> None:
    """Write the tables into the new or empty folder `out`, or into the file `out` where it ends in .zip.

    Each is UTF-8 with a BOM; ``from`` and ``to`` of a relationship are the keys of its ends. Lists are
    joined by ``；``, dates ISO 8601, control characters dropped, and what a spreadsheet would take for a
    formula has an apostrophe before it. The nodes that serve the writer only are left out. Raises what
    `whole` raises, and `graph.exports._place.CannotExport` and `FolderInUse`.
    """
    if out.suffix.lower() == ".zip":
        with new_file(out) as path, whole(graph, path.parent) as tables, ZipFile(path, "w") as archive:
            _write(tables, lambda name: _member(archive, name))
    else:
        with new_folder(out) as folder, whole(graph, folder) as tables:
            _write(tables, lambda name: (folder / name).open("wb"))


@contextmanager
def _member(archive: ZipFile, name: str) -> Iterator[IO[bytes]]:
    entry = ZipInfo(name)  # without the time, so that equal graphs give equal files
    entry.compress_type = ZIP_DEFLATED
    with archive.open(entry, "w", force_zip64=True) as stream:
        yield stream


def _write(tables: Whole, open_: Opener) -> None:
    for table in tables.shown():
        with open_(f"{table.name}.csv") as stream:
            _rows(table, stream)


def _rows(table: Table, stream: IO[bytes]) -> None:
    with io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        ends = ENDS if table.type else {}
        writer.writerow([*ends.values(), *map(cell, table.columns)])
        for row in table.rows():
            writer.writerow([cell(row.get(name)) for name in (*ends, *table.columns)])
