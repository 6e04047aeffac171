"""CSV files: separators, encodings, quoted cells, and what is no CSV."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import DamagedFile
from loaders.read import read


def rows(path: Path) -> list[list[str]]:
    source = read(path)
    return [
        [source.text[a:b] for a, b in block.cells] or [source.text[block.start : block.end]]
        for block in source.blocks
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_records_are_rows_and_a_single_cell_a_paragraph(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    path = tmp_path / "a.csv"
    lines = [
        "任务分工表",
        separator.join(("序号", "任务", "责任单位")),
        separator.join(("1", "疏浚。", "水利厅")),
    ]
    path.write_text("\r\n".join(lines), encoding=encoding)
    assert rows(path) == [["任务分工表"], ["序号", "任务", "责任单位"], ["1", "疏浚。", "水利厅"]]


def test_a_quoted_cell_holds_separators_quotes_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('1,"甲,乙""丙""\n丁",水利厅\n', encoding="utf-8")
    assert rows(path) == [["1", '甲,乙"丙"丁', "水利厅"]]


def test_the_apostrophe_before_a_formula_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,'=1+1,'十四五',＝A1\n", encoding="utf-8")
    assert rows(path) == [["1", "=1+1", "'十四五'", "＝A1"]]


def test_a_cell_without_an_end_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('1,"' + "长" * 200_000, encoding="utf-8")
    with pytest.raises(DamagedFile):
        read(path)
