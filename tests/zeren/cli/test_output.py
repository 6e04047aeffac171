"""Rows in five forms, on stdout and in files."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from zeren.cli._output import CannotWrite, Format, NeedsOut, emit

COLUMNS = ("agency", "weight", "due", "open", "terms")
TERMS = ["专利", "商标"]
ROWS: list[dict[str, Any]] = [
    {
        "agency": "山东省司法厅",
        "weight": 1 / 3,
        "due": date(2023, 12, 31),
        "open": True,
        "terms": ["专利", "商标"],
    },
    {"agency": '=1+1, "x"\n[bold]\x1b[31m', "weight": 2, "due": None, "open": False, "terms": []},
]


def test_json_is_one_array_with_numbers_unrounded(capsys: pytest.CaptureFixture[str]) -> None:
    emit(ROWS, COLUMNS, "json")
    found = json.loads(capsys.readouterr().out)
    assert found == [
        {
            "agency": "山东省司法厅",
            "weight": 1 / 3,
            "due": "2023-12-31",
            "open": True,
            "terms": ["专利", "商标"],
        },
        {"agency": '=1+1, "x"\n[bold]\x1b[31m', "weight": 2, "due": None, "open": False, "terms": []},
    ]
    assert list(found[0]) == list(COLUMNS)


def test_json_of_nothing_is_an_empty_array(capsys: pytest.CaptureFixture[str]) -> None:
    emit([], COLUMNS, Format.json)
    assert json.loads(capsys.readouterr().out) == []


def test_jsonl_is_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    emit(ROWS, COLUMNS, "jsonl")
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["weight"] for line in lines] == [1 / 3, 2]
    assert "山东省司法厅" in lines[0]


def test_a_csv_file_starts_with_a_bom_and_stdout_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    emit(ROWS, COLUMNS, None, tmp_path / "rows.csv")
    emit(ROWS, COLUMNS, "csv")
    written = (tmp_path / "rows.csv").read_bytes()
    printed = capsys.readouterr().out
    assert written.decode("utf-8") == "\ufeff" + printed
    table = list(csv.reader(io.StringIO(printed)))
    assert table[0] == list(COLUMNS)
    assert table[1] == ["山东省司法厅", str(1 / 3), "2023-12-31", "true", "专利；商标"]
    assert table[2][0] == "'" + ROWS[1]["agency"]


def test_a_csv_cell_is_no_formula(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"a": '=HYPERLINK("http://127.0.0.1")', "b": -1},
        {"a": "@SUM(A1)", "b": 2.5},
        {"a": "2-1", "b": None},
    ]
    emit(rows, ["a", "b"], Format.csv, None)
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["a,b", '"\'=HYPERLINK(""http://127.0.0.1"")",-1', "'@SUM(A1),2.5", "2-1,"]


def test_a_sheet_keeps_text_as_text_and_dates_as_dates(tmp_path: Path) -> None:
    emit(ROWS, COLUMNS, None, tmp_path / "rows.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "rows.xlsx").active
    assert sheet is not None
    values = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert values[0] == list(COLUMNS)
    assert values[1][0] == "山东省司法厅"
    assert values[1][1] == pytest.approx(1 / 3, rel=1e-15)
    assert values[1][2].date() == date(2023, 12, 31)  # type: ignore[union-attr]
    assert values[2][0] == '=1+1, "x"\n[bold][31m'
    assert sheet["A3"].data_type == "s"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:E3")


def test_heads_stand_over_a_table_and_a_sheet_and_programs_read_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heads = {"agency": "机构", "due": "完成期限"}
    emit(ROWS, COLUMNS, None, tmp_path / "rows.xlsx", heads=heads)
    sheet = openpyxl.load_workbook(tmp_path / "rows.xlsx").active
    assert sheet is not None
    expected = ["机构", "weight", "完成期限", "open", "terms"]
    assert [cell.value for cell in next(sheet.iter_rows())] == expected
    assert sheet["C2"].value.date() == date(2023, 12, 31)
    emit(ROWS, COLUMNS, heads=heads)
    assert capsys.readouterr().out.splitlines()[0].split() == expected
    for form in ("csv", "jsonl"):
        emit(ROWS, COLUMNS, form, heads=heads)
        assert "机构" not in capsys.readouterr().out


def test_a_sheet_needs_a_file() -> None:
    with pytest.raises(NeedsOut, match="--out"):
        emit(ROWS, COLUMNS, "xlsx")


def test_a_table_off_the_terminal_is_neither_cut_nor_wrapped(capsys: pytest.CaptureFixture[str]) -> None:
    long = "责任" * 500
    emit([{"agency": long, "weight": 0.123456}, *ROWS], COLUMNS[:2])
    head, rule, first, _, last = capsys.readouterr().out.splitlines()
    assert head.split() == ["agency", "weight"]
    assert set(rule.strip()) == {"─"}
    assert first.split() == [long, "0.1235"]
    assert last.split() == ["=1+1,", '"x"', "[bold][31m", "2"]  # one line, nothing a terminal obeys


def test_an_unknown_suffix_gives_the_table_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    emit(ROWS, COLUMNS, None, tmp_path / "rows.txt")
    emit(ROWS, COLUMNS)
    assert (tmp_path / "rows.txt").read_text("utf-8") == capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"nowhere/rows\.csv"):
        emit(ROWS, COLUMNS, None, tmp_path / "nowhere" / "rows.csv")
