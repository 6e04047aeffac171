"""A table as CSV, for Excel too: a BOM, and no cell that it would compute."""

from __future__ import annotations

import csv
import io

from graph.exports._clean import clean, looks_like_formula
from graph.exports.table import Table


def to_csv(table: Table) -> bytes:
    """The table as UTF-8 CSV with a BOM: title and facts, a line each, the heads, the rows.

    A last column 存疑 says what is doubtful, where anything is. What a spreadsheet would take for a
    formula has an apostrophe before it.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([_safe(line)] for line in (table.title, *table.facts))
    heads = [column.head for column in table.columns]
    writer.writerow([*heads, "存疑"] if table.doubtful else heads)
    for row in table.rows:
        cells = [_safe(cell.text) for cell in row]
        doubts = (f"{head}：{why}" for head, cell in zip(heads, row, strict=True) for why in cell.doubts)
        writer.writerow([*cells, _safe("；".join(doubts))] if table.doubtful else cells)
    return buffer.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    text = clean(text)
    return f"'{text}" if looks_like_formula(text) else text
