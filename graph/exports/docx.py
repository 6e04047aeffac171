"""A table as a Word document, ready to print."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

from graph.exports._clean import clean
from graph.exports.table import Cell, Column, Table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

_A4 = Cm(29.7), Cm(21.0)
_MARGIN = Cm(1.5)
_BESIDE = "45"  # twentieths of a point beside a cell's words
_BODY, _TITLE = "宋体", "黑体"
_HEAD, _DOUBTFUL = "DDE6F0", "FFF2B3"
_NOTE = "底色单元格存疑，理由见批注"


def to_docx(table: Table) -> bytes:
    """The table as a .docx file: title and facts, then the table on A4 landscape, its heads repeated
    on every page. Doubtful cells are shaded and have a comment."""
    document = Document()
    _page(document)
    _font(document.styles["Normal"], _BODY, Pt(9))
    _paragraph(document.add_paragraph(), table.title, _TITLE, Pt(16), centre=True)
    for line in (*table.facts, *([_NOTE] if table.doubtful else [])):
        _paragraph(document.add_paragraph(), line, _BODY, Pt(9))
    grid = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    widths = _widths(table.columns)
    _fix_widths(grid, widths)
    _heads(grid.rows[0], table.columns, widths)
    for row in table.rows:
        _row(document, grid.add_row(), table.columns, row, widths)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, field in (("第 ", "PAGE"), (" 页 共 ", "NUMPAGES")):
        footer.add_run(words)
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        footer._p.append(simple)
    footer.add_run(" 页")


def _font(styled: Any, name: str, size: Length) -> None:
    """The font of a style or run, of its Chinese characters too."""
    styled.font.name, styled.font.size = name, size
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _paragraph(
    paragraph: Paragraph, words: str, font: str, size: Length, *, centre: bool = False, bold: bool = False
) -> None:
    run = paragraph.add_run(clean(words))
    _font(run, font, size)
    run.bold = bold
    paragraph.paragraph_format.space_after = Pt(2)
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _widths(columns: tuple[Column, ...]) -> list[Length]:
    """The columns' widths in proportion, together the page's."""
    room = _A4[0] - 2 * _MARGIN
    whole = sum(column.width for column in columns)
    return [Length(room * column.width // whole) for column in columns]


def _fix_widths(grid: WordTable, widths: list[Length]) -> None:
    """Hold the columns to their widths whatever their words, and leave little room beside these."""
    grid.autofit = False
    margins: Any = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), _BESIDE)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    grid._tbl.tblPr.insert_element_before(margins, "w:tblLook")  # the schema states the order
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width


def _heads(row: _Row, columns: tuple[Column, ...], widths: list[Length]) -> None:
    """The row of heads, which Word repeats on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    for cell, column, width in zip(row.cells, columns, widths, strict=True):
        cell.width = width
        _paragraph(cell.paragraphs[0], column.head, _TITLE, Pt(9), centre=True)
        _shade(cell, _HEAD)


def _row(
    document: WordDocument,
    row: _Row,
    columns: tuple[Column, ...],
    contents: tuple[Cell, ...],
    widths: list[Length],
) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column, content, width in zip(row.cells, columns, contents, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        _paragraph(paragraph, content.text, _BODY, Pt(9), centre=column.short)
        if content.doubts:
            _shade(cell, _DOUBTFUL)
            why = clean("\n".join(content.doubts))
            document.add_comment(paragraph.runs, text=why, author="Zeren", initials="Z")


def _shade(cell: _Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)
