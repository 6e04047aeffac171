"""Workbooks: sheets shown, merged cells, titles above a table, numbers and dates as shown."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from loaders import load_file, read_text
from loaders.read import SourceText


def saved(book: Any, folder: Path) -> SourceText:
    made = io.BytesIO()
    book.save(made)
    (folder / "tasks.xlsx").write_bytes(made.getvalue())
    return read_text(folder / "tasks.xlsx")


def book_of(*rows: list[Any]) -> Any:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def lines(source: SourceText) -> list[str]:
    return source.text.splitlines()


HEAD = ["序号", "重点任务", "具体举措", "责任单位", "完成时限"]


def test_titles_merged_cells_and_hidden_sheets(tmp_path: Path) -> None:
    book = book_of(
        ["附件"], ["遂宁市2023年重点任务分工表"], [], HEAD,
        [1, "防汛", "疏浚河道", "市水利局", "2023年12月底前"],
        [2, None, "加固堤防", "市应急局", None],
    )  # fmt: skip
    sheet = book.active
    sheet.merge_cells("A2:E2")
    sheet.merge_cells("B5:B6")
    sheet.merge_cells("E5:E6")
    hidden = book.create_sheet("hidden")
    hidden.append(["不", "看"])
    hidden.sheet_state = "hidden"
    book.create_sheet("附表").append(["甲", "乙"])
    source = saved(book, tmp_path)
    assert lines(source) == [
        "附件",
        "遂宁市2023年重点任务分工表",
        "\t".join(HEAD),
        "1\t防汛\t疏浚河道\t市水利局\t2023年12月底前",
        "2\t防汛\t加固堤防\t市应急局\t2023年12月底前",
        "甲\t乙",
    ]
    assert [b.kind for b in source.blocks] == ["paragraph"] * 2 + ["row"] * 4


def test_hidden_rows_and_columns(tmp_path: Path) -> None:
    book = book_of(
        ["丰县任务表"],
        ["序号", "任务", "内部意见", "单位"],
        [1, "疏浚", "缓", "甲局"],
        [2, "种草", "", "乙局"],
    )
    sheet = book.active
    sheet.merge_cells("A1:D1")
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = True
    assert lines(saved(book, tmp_path)) == ["丰县任务表", "序号\t任务\t单位", "2\t种草\t乙局"]
    sheet.auto_filter.ref = "A2:D4"  # It hides rows for the one who looks, not from the reader.
    assert lines(saved(book, tmp_path))[2:] == ["1\t疏浚\t甲局", "2\t种草\t乙局"]


def test_measures_of_a_workbook(tmp_path: Path) -> None:
    book = book_of(
        ["遂宁市2023年重点任务分工表"], HEAD,
        [1, "防汛", "疏浚河道", "市水利局\n市应急局", datetime.date(2023, 12, 31)],
    )  # fmt: skip
    saved(book, tmp_path)
    (measure,) = load_file(tmp_path / "tasks.xlsx").measures
    assert [r.agency.name for r in measure.responsibilities] == ["遂宁市水利局", "遂宁市应急管理局"]
    assert [d.date for d in measure.deadlines] == [datetime.date(2023, 12, 31)]


@pytest.mark.parametrize(
    ("value", "format", "shown"),
    [
        (1, "General", "1"),
        (2.0, "General", "2"),
        (0.5, "General", "0.5"),
        (datetime.date(2023, 12, 1), "yyyy-mm-dd", "2023年12月1日"),
        (datetime.date(2023, 12, 1), 'yyyy"年"m"月"', "2023年12月"),
        (datetime.date(2023, 1, 1), "yyyy", "2023年"),
        ("=1/0", "General", ""),
        (True, "General", "True"),
    ],
)
def test_values_as_shown(value: Any, format: str, shown: str, tmp_path: Path) -> None:
    book = book_of(["甲", value, "乙"])
    book.active.cell(1, 2).number_format = format
    assert lines(saved(book, tmp_path)) == [f"甲\t{shown}\t乙"]


def test_a_cell_far_below_and_far_right_costs_nothing(tmp_path: Path) -> None:
    book = book_of(["甲", "乙"])
    book.active.cell(1_048_576, 1, "远")
    book.active.cell(1, 16_384, "右")
    assert lines(saved(book, tmp_path)) == ["甲\t乙"]
