"""Makes one document in many formats, with the libraries that write them.

A document is a list of paragraphs and tables; a table is a list of rows. In a row, `UP` stands for a
cell that is merged with the one above, `LEFT` with the one before it.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

UP, LEFT = "\x00up", "\x00left"
_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'

Table = list[list[str]]
Document = Sequence[str | Table]


def spans(table: Table) -> list[tuple[int, int, int, int, str]]:
    """Row, column, height, width and words of each cell."""
    found = []
    for i, row in enumerate(table):
        for j, words in enumerate(row):
            if words in (UP, LEFT):
                continue
            width = height = 1
            while j + width < len(row) and row[j + width] == LEFT:
                width += 1
            while i + height < len(table) and table[i + height][j] == UP:
                height += 1
            found.append((i, j, height, width, words))
    return found


def filled(table: Table) -> Table:
    """The rows with merged cells in all their places."""
    rows = [[""] * len(row) for row in table]
    for i, j, height, width, words in spans(table):
        for k in range(height):
            rows[i + k][j : j + width] = [words] * width
    return rows


def as_txt(document: Document) -> bytes:
    lines = [block if isinstance(block, str) else _pipes(block) for block in document]
    return "\n".join(lines).encode()


def as_md(document: Document) -> bytes:
    return as_txt(document)


def _pipes(table: Table) -> str:
    head, *rows = ["| " + " | ".join(row) + " |" for row in filled(table)]
    return "\n".join([head, "|" + " --- |" * len(table[0]), *rows])


def as_html(document: Document) -> bytes:
    parts = []
    for block in document:
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}</p>")
            continue
        cells: dict[int, list[str]] = {}
        for i, _, height, width, words in spans(block):
            cell = f'<td rowspan="{height}" colspan="{width}">{html.escape(words)}</td>'
            cells.setdefault(i, []).append(cell)
        rows = "".join("<tr>" + "".join(cells.get(i, [])) + "</tr>" for i in range(len(block)))
        parts.append(f"<table>{rows}</table>")
    return ("<html><body>" + "\n".join(parts) + "</body></html>").encode()


def as_docx(document: Document) -> bytes:
    import docx

    file = docx.Document()
    for block in document:
        if isinstance(block, str):
            file.add_paragraph(block)
            continue
        table = file.add_table(len(block), len(block[0]))
        table.style = "Table Grid"
        for i, j, height, width, words in spans(block):
            cell = table.cell(i, j)
            if height > 1 or width > 1:
                cell = cell.merge(table.cell(i + height - 1, j + width - 1))
            cell.text = words
        file.add_paragraph()  # Word wants one after a table
    return _saved(file.save)


def as_xlsx(document: Document) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    at = 1
    for block in document:
        if isinstance(block, str):
            sheet.cell(at, 1, block)
            at += 1
            continue
        for i, j, height, width, words in spans(block):
            sheet.cell(at + i, j + 1, int(words) if words.isdecimal() else words)
            if height > 1 or width > 1:
                sheet.merge_cells(
                    start_row=at + i, end_row=at + i + height - 1, start_column=j + 1, end_column=j + width
                )
        at += len(block)
    return _saved(book.save)


@dataclass
class Sheet:
    """Pages under the pen: words as (x, baseline, size, words) and lines as (x0, y0, x1, y1), in points
    from the upper left corner, laid out as GB/T 9704 does."""

    width: float = 595.0
    height: float = 842.0
    left: float = 79.0
    right: float = 74.0
    top: float = 105.0
    bottom: float = 99.0
    indent: int = 2
    gap: float = 0.0
    repeat: bool = True
    tear: bool = True
    head: str = ""
    words: list[list[tuple[float, float, float, str]]] = field(default_factory=list)
    rules: list[list[tuple[float, float, float, float]]] = field(default_factory=list)
    y: float = 0.0
    fresh: bool = True
    heading: list[str] = field(default_factory=list)

    def turn(self) -> None:
        self.words.append([])
        self.rules.append([])
        self.y = self.top
        self.fresh = True
        number = f"— {len(self.words)} —"
        self.words[-1].append((self.width / 2 - 30, self.height - 50, 14, number))
        if self.head:
            self.words[-1].append((self.width / 2 - 60, 50, 10, self.head))

    def paragraph(self, words: str) -> None:
        for line in _wrap("\u3000" * self.indent + words, self.width - self.left - self.right, 16):
            if self.y + 28 > self.height - self.bottom:
                self.turn()
            shown = line.lstrip("\u3000")
            self.words[-1].append((self.left + 16 * (len(line) - len(shown)), self.y + 20, 16, shown))
            self.y += 28
        self.y += self.gap

    def table(self, table: Table) -> None:
        """A ruled table. A merged cell that the page cuts is empty on the next; a row too long for the
        page is torn, or begins on the next."""
        longest = [max(3, min(20, max(len(row[j]) for row in table))) for j in range(len(table[0]))]
        scale = (self.width - self.left - self.right) / sum(longest)
        xs = [self.left + scale * sum(longest[:j]) for j in range(len(longest) + 1)]
        head, self.heading, self.fresh = self._lines(table[0], xs), table[0], True
        for i, row in enumerate(table):
            waiting = self._lines(row, xs)
            first = True
            while first or any(waiting):
                room = int((self.height - self.bottom - self.y - 8) // 14)
                need = max([len(lines) for lines in waiting] + [1])
                if room < 1 or (need > room and not self.tear):
                    self._rule(xs, self.y)
                    self.turn()
                    if self.repeat and i:
                        self._row(head, xs, table[0])
                    continue
                part = [lines[:room] for lines in waiting]
                waiting = [lines[room:] for lines in waiting]
                self._row(part, xs, row, torn=not first)
                first = False
        self._rule(xs, self.y)
        self.y += 14

    def _lines(self, row: list[str], xs: list[float]) -> list[list[str]]:
        found = []
        for j, words in enumerate(row):
            end = j + 1
            while end < len(row) and row[end] == LEFT:
                end += 1
            width = xs[end] - xs[j] - 10
            said = "" if words in (UP, LEFT) else words
            found.append([line for part in said.split("\n") for line in _wrap(part, width, 10.5) if line])
        return found

    def _row(self, lines: list[list[str]], xs: list[float], row: list[str], *, torn: bool = False) -> None:
        height = 8 + 14 * max([len(cell) for cell in lines] + [1])
        starts, self.fresh = self.fresh, row is self.heading
        for j, cell in enumerate(lines):
            if row[j] != UP or starts:
                self.rules[-1].append((xs[j], self.y, xs[j + 1], self.y))
            if row[j] != LEFT:
                self.rules[-1].append((xs[j], self.y, xs[j], self.y + height))
            for k, words in enumerate(cell):
                self.words[-1].append((xs[j] + 5, self.y + 14 * (k + 1), 10.5, words))
        self.rules[-1].append((xs[-1], self.y, xs[-1], self.y + height))
        self.y += height

    def _rule(self, xs: list[float], y: float) -> None:
        self.rules[-1].append((xs[0], y, xs[-1], y))


def _wrap(words: str, width: float, size: float) -> list[str]:
    lines, room = [""], width
    for unit in _units(words):
        hangs = unit in "，。、；：）》”" and room > -1
        if _width(unit, size) > room and not hangs:
            lines.append("")
            room = width
        lines[-1] += unit
        room -= _width(unit, size)
    return lines


def _units(words: str) -> list[str]:
    """Characters, and the words and numbers that no line end parts."""
    return re.findall(r"[A-Za-z0-9.%-]+|.", words)


def _width(words: str, size: float) -> float:
    return size * sum(0.5 if char.isascii() else 1.0 for char in words)


def lay_out(document: Document, **options: Any) -> Sheet:
    """The pages of a document; `options` are the fields of `Sheet`."""
    sheet = Sheet(**options)
    sheet.turn()
    for block in document:
        if isinstance(block, str):
            sheet.paragraph(block)
        else:
            sheet.table(block)
    return sheet


def as_pdf(document: Document, *, rotate: int = 0, **options: Any) -> bytes:
    """A PDF. `rotate` 90 writes the pages turned and has the reader turn them back."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    sheet = lay_out(document, **options)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(sheet.width, sheet.height))  # it turns the paper with the page
    for words, rules in zip(sheet.words, sheet.rules, strict=True):
        if rotate:
            canvas.setPageRotation(rotate)
            canvas.translate(sheet.height, 0)
            canvas.rotate(90)
        for x, y, size_, said in words:
            canvas.setFont("STSong-Light", size_)
            for unit in _units(said):
                canvas.drawString(x, sheet.height - y, unit)
                x += _width(unit, size_)
        for x0, y0, x1, y1 in rules:
            canvas.line(x0, sheet.height - y0, x1, sheet.height - y1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def as_ofd(document: Document, **options: Any) -> bytes:
    """An OFD document (GB/T 33190), in millimetres."""
    sheet = lay_out(document, **options)
    pages = []
    for words, rules in zip(sheet.words, sheet.rules, strict=True):
        parts = []
        for x, y, size, said in words:
            steps = " ".join(str(_mm(_width(char, size))) for char in said[:-1])
            parts.append(
                f'<ofd:TextObject ID="{len(parts) + 9}" Boundary="{_mm(x)} {_mm(y - size)} 180 9" Font="1" '
                f'Size="{_mm(size)}"><ofd:TextCode X="0" Y="{_mm(size)}" DeltaX="{steps}">{html.escape(said)}'
                "</ofd:TextCode></ofd:TextObject>"
            )
        for x0, y0, x1, y1 in rules:
            parts.append(
                f'<ofd:PathObject ID="{len(parts) + 9}" Boundary="{_mm(x0)} {_mm(y0)} 200 200">'
                f"<ofd:AbbreviatedData>M 0 0 L {_mm(x1 - x0)} {_mm(y1 - y0)}</ofd:AbbreviatedData>"
                "</ofd:PathObject>"
            )
        pages.append("".join(parts))
    return package_ofd(pages, f"0 0 {_mm(sheet.width)} {_mm(sheet.height)}")


def _mm(points: float) -> float:
    return round(points * 25.4 / 72, 3)


def package_ofd(pages: Sequence[str], box: str = "0 0 210 297") -> bytes:
    """The zip container of an OFD document, from the contents of its pages' layers."""
    made = io.BytesIO()
    listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
    parts = {
        "OFD.xml": f'<ofd:OFD {_OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{box}"
        f"</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    } | {
        f"Doc_0/Pages/Page_{i}/Content.xml": f'<ofd:Page {_OFD}><ofd:Content><ofd:Layer ID="1">{content}'
        "</ofd:Layer></ofd:Content></ofd:Page>"
        for i, content in enumerate(pages)
    }
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    made = io.BytesIO()
    save(made)
    return made.getvalue()


MAKERS: dict[str, Callable[[Document], bytes]] = {
    "txt": as_txt,
    "md": as_md,
    "html": as_html,
    "docx": as_docx,
    "xlsx": as_xlsx,
    "pdf": as_pdf,
    "ofd": as_ofd,
}
