"""The files of a table: what is frozen, filtered, repeated and marked, and that no text is a formula."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openpyxl.worksheet.worksheet import Worksheet

from graph.exports.csv import to_csv
from graph.exports.docx import to_docx
from graph.exports.table import Cell, Column, Table
from graph.exports.xlsx import to_xlsx

HOSTILE = [
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "<b>&'\"</b>",
    "\x1b[31m甲\x00乙",
]


@pytest.fixture
def table() -> Table:
    """A number, words and a doubtful cell."""
    columns = (Column("序号", 7, short=True), Column("任务", 40), Column("责任单位", 20))
    rows = (
        (Cell("1"), Cell("疏浚河道。\n截流污水。"), Cell("省水利厅、治水所", ("治水所：名称未收录",))),
        (Cell("(二)"), Cell("公布水质。"), Cell()),
    )
    return Table("治水计划　任务分工表", ("发文字号：鲁政发〔2023〕1号",), columns, rows)


@pytest.fixture
def hostile() -> Table:
    """Every cell an attack."""
    columns = (Column("任务", 40), Column("责任单位", 20))
    rows = tuple((Cell(words), Cell(words, (words,))) for words in HOSTILE)
    return Table(HOSTILE[0], (HOSTILE[1],), columns, rows)


def sheet_of(table: Table) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(table))).active
    assert sheet is not None
    return sheet


def test_the_sheet_is_frozen_filtered_and_set_up_for_print(table: Table) -> None:
    sheet = sheet_of(table)
    assert [[c.value for c in row if c.value] for row in sheet.iter_rows()] == [
        ["治水计划　任务分工表"],
        ["发文字号：鲁政发〔2023〕1号"],
        ["底色单元格存疑，理由见批注"],
        ["序号", "任务", "责任单位"],
        [1, "疏浚河道。\n截流污水。", "省水利厅、治水所"],
        ["(二)", "公布水质。"],
    ]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:C6"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)  # 9 is A4
    assert sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.column_dimensions["B"].width == 40
    assert sheet["B5"].alignment.wrap_text


def test_the_sheet_marks_what_is_doubtful_and_nothing_else(table: Table) -> None:
    cells = [c for row in sheet_of(table).iter_rows(min_row=5) for c in row]
    marked = [c for c in cells if c.fill.fill_type]
    assert [(c.coordinate, c.comment and c.comment.text) for c in marked] == [("C5", "治水所：名称未收录")]
    assert [c.coordinate for c in cells if c.comment] == ["C5"]


def test_no_cell_of_the_sheet_is_a_formula(hostile: Table) -> None:
    cells = [c for row in sheet_of(hostile).iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} == {"s"}
    formulas = [c for c in cells if c.value.lstrip()[0] in "=+-@＝"]
    assert len(formulas) == 14 and all(c.quotePrefix for c in formulas)
    assert cells[-1].value == "[31m甲乙"


def test_the_word_table_repeats_its_heads_on_landscape_pages(table: Table) -> None:
    document: Any = Document(io.BytesIO(to_docx(table)))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE and section.page_width > section.page_height
    assert [p.text for p in document.paragraphs][:2] == [
        "治水计划　任务分工表",
        "发文字号：鲁政发〔2023〕1号",
    ]
    grid = document.tables[0]
    assert [[c.text for c in row.cells] for row in grid.rows] == [
        ["序号", "任务", "责任单位"],
        ["1", "疏浚河道。\n截流污水。", "省水利厅、治水所"],
        ["(二)", "公布水质。", ""],
    ]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in grid.rows] == [True, False, False]
    fonts = {r.get(qn("w:eastAsia")) for r in grid._tbl.iter(qn("w:rFonts"))}
    assert fonts == {"宋体", "黑体"}
    inside = section.page_width - section.left_margin - section.right_margin
    assert sum(c.width for c in grid.rows[1].cells) <= inside


def test_the_word_table_marks_what_is_doubtful(table: Table) -> None:
    document: Any = Document(io.BytesIO(to_docx(table)))
    shaded = [
        c.text
        for row in document.tables[0].rows[1:]
        for c in row.cells
        if c._tc.tcPr.find(qn("w:shd")) is not None
    ]
    assert shaded == ["省水利厅、治水所"]
    assert [c.text for c in document.comments] == ["治水所：名称未收录"]


def test_the_word_table_holds_hostile_text_as_text(hostile: Table) -> None:
    document: Any = Document(io.BytesIO(to_docx(hostile)))
    said = [row.cells[0].text for row in document.tables[0].rows[1:]]
    assert said == [*HOSTILE[:-1], "[31m甲乙"]


def test_csv_has_a_bom_and_says_what_is_doubtful_at_the_end(table: Table) -> None:
    data = to_csv(table)
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == [
        ["治水计划　任务分工表"],
        ["发文字号：鲁政发〔2023〕1号"],
        ["序号", "任务", "责任单位", "存疑"],
        ["1", "疏浚河道。\n截流污水。", "省水利厅、治水所", "责任单位：治水所：名称未收录"],
        ["(二)", "公布水质。", "", ""],
    ]


def test_no_cell_of_the_csv_begins_a_formula(hostile: Table) -> None:
    cells = [c for row in csv.reader(io.StringIO(to_csv(hostile).decode("utf-8-sig"))) for c in row]
    assert [c for c in cells if c[:1] in "=+-@\t＝" and c] == []
    assert '\'=HYPERLINK("http://x")' in cells


def test_a_table_without_rows_is_a_file_all_the_same(table: Table) -> None:
    bare = Table(table.title, (), table.columns, ())
    assert sheet_of(bare).auto_filter.ref == "A2:C2"
    assert len(Document(io.BytesIO(to_docx(bare))).tables[0].rows) == 1
    assert to_csv(bare).decode("utf-8-sig").splitlines()[-1] == "序号,任务,责任单位"
