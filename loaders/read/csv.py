"""CSV: each record a table row; one that says a single thing is a paragraph."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from loaders.errors import DamagedFile, OverlongDocument
from loaders.read._source import SourceText
from loaders.read._writer import Writer, join_cell
from loaders.read.text import decode

MAX_ROWS = 20_000
MAX_COLUMNS = 100
# The apostrophe that keeps a spreadsheet from computing a cell is no part of its words.
_GUARD = re.compile(r"'(?=[=+\-@\t＝＋－＠])")


def read_csv(path: Path, data: bytes) -> SourceText:
    """The text of a CSV file: its cells parted by commas, semicolons or tabs, as its first lines show."""
    text = decode(path, data)
    writer = Writer(path)
    try:
        for number, record in enumerate(csv.reader(io.StringIO(text), delimiter=_delimiter(text)), 1):
            if number > MAX_ROWS:
                raise OverlongDocument(path=path, what="rows", limit=MAX_ROWS)
            writer.row(
                [join_cell(_GUARD.sub("", cell, count=1).splitlines()) for cell in record[:MAX_COLUMNS]]
            )
    except csv.Error as error:
        raise DamagedFile(path=path, format="csv", reason=error) from error
    return writer.source("csv")


def _delimiter(text: str) -> str:
    """The separator that the first lines have most often."""
    head = text[:4000]
    return max(",;\t", key=head.count)
