"""Rows on a terminal: what is left out, and how they lie."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest
from rich.console import Console

from zeren.cli._output import emit
from zeren.cli._terminal import fitted

LONG = "依法开展渔港巡查，公布巡查结果，及时处理群众反映的问题，" * 3


class Terminal(io.StringIO):
    """What is written to it, by something that takes it for a terminal."""

    def isatty(self) -> bool:
        return True


def shown(rows: list[dict[str, str]], width: int, numeric: tuple[str, ...] = ()) -> list[str]:
    paper = Console(file=io.StringIO(), width=width)
    paper.print(fitted(rows, list(rows[0]), numeric, width))
    lines: str = paper.file.getvalue()  # type: ignore[attr-defined]
    return [line.rstrip() for line in lines.splitlines()]


def test_columns_that_fit_are_a_table() -> None:
    head, _, first, second = shown(
        [{"number": "1", "body": "县渔业局"}, {"number": "2", "body": "县财政局"}], 40
    )
    assert head.split() == ["number", "body"]
    assert (first.split(), second.split()) == (["1", "县渔业局"], ["2", "县财政局"])


def test_what_all_rows_have_in_common_is_said_once() -> None:
    same = {f"field{at}": "青州县海洋与渔业管理局" for at in range(4)}
    lines = shown([{**same, "number": str(at), "measure": f"{at}{LONG}"} for at in (1, 2)], 60)
    assert [line.split() for line in lines[:4]] == [[name, value] for name, value in same.items()]
    assert lines[5].split() == ["number", "measure"]
    assert lines[7].split()[0] == "1"
    assert len(lines[7].split()[1]) > 20


def test_too_many_columns_are_records_without_what_is_empty() -> None:
    rows = [{**{f"field{at}": f"第{row}行的第{at}个内容" for at in range(9)}, "none": ""} for row in (1, 2)]
    lines = shown(rows, 80)
    assert lines[0].split() == ["field0", "第1行的第0个内容"]
    assert lines[9] == ""
    assert lines[10].split() == ["field0", "第2行的第0个内容"]
    assert not any("none" in line for line in lines)


def test_long_texts_of_a_record_keep_to_their_column() -> None:
    rows = [{**{f"field{at}": LONG for at in range(6)}}]
    lines = shown(rows, 80)
    assert lines[1].startswith(" " * 8)
    assert not lines[1].startswith(" " * 9)
    assert "".join("".join(line[8:] for line in lines).split()) == LONG * 6


def test_a_brief_table_leaves_out_offsets_and_empty_columns_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[dict[str, Any]] = [{"body": "县渔业局", "page": None, "start": 3, "end": 7}]
    columns = list(rows[0])

    def heads(brief: bool) -> list[str]:
        terminal = Terminal()
        monkeypatch.setenv("TERM", "dumb")
        monkeypatch.setattr(sys, "stdout", terminal)
        emit(rows, columns, brief=brief)
        monkeypatch.undo()
        return terminal.getvalue().splitlines()[0].split()

    assert heads(True) == ["body"]
    assert heads(False) == columns
    emit(rows, columns, brief=True)
    assert capsys.readouterr().out.splitlines()[0].split() == columns
