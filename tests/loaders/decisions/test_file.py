"""Decisions in files: YAML kept for people, and the tables that come back from them."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from openpyxl import Workbook

from loaders.decisions import (
    BadDecision,
    Decision,
    Decisions,
    DecisionsUnusable,
    change_decisions,
    neutral,
    place_of,
    read_decisions,
    read_table,
)
from loaders.decisions._values import plain

ROW = {"document": "甲〔2023〕1号", "kind": "unknown agency", "words": "市甲中心", "occurrence": 1}
KEEP = Decision(**ROW, decision="keep")  # type: ignore[arg-type]
NOTE = Decision(
    document="甲〔2023〕1号",
    kind="progress",
    words="'=cmd|'/c calc'!A1: \"引\" #号",
    occurrence=2,
    decision="done",
    on=date(2023, 12, 1),
    source="yes: no\n- 总结",
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "decisions.yaml"
    assert list(read_decisions(path)) == []
    change_decisions(path, lambda before: before.with_([KEEP, NOTE]))
    assert list(read_decisions(path)) == [KEEP, NOTE]
    assert "市甲中心" in path.read_text("utf-8")
    assert {each.name for each in path.parent.iterdir()} <= {"decisions.yaml", "decisions.yaml.lock"}


def test_a_later_decision_replaces_and_withdraw_removes() -> None:
    later = Decision(**{**ROW, "document": "甲[2023]1号", "words": "市甲 中心"}, decision="none")  # type: ignore[arg-type]
    gone = Decision(**ROW, decision="撤回")  # type: ignore[arg-type]
    assert list(Decisions([KEEP, NOTE]).with_([later])) == [later, NOTE]
    assert list(Decisions([KEEP, NOTE]).with_([gone])) == [NOTE]


def test_which_documents_a_decision_touches() -> None:
    decisions = Decisions([KEEP, NOTE])
    assert decisions.touching(["某通知", "甲［2023］1号"]) == (KEEP, NOTE)
    assert decisions.touching(["某通知", "甲〔2023〕11号"]) == ()


def test_two_commands_at_once_lose_nothing(tmp_path: Path) -> None:
    path, barrier = tmp_path / "decisions.yaml", Barrier(8)

    def add(count: int) -> None:
        barrier.wait()
        one = Decision(**{**ROW, "occurrence": count}, decision="keep")  # type: ignore[arg-type]
        change_decisions(path, lambda before: before.with_([one]))

    threads = [Thread(target=add, args=(count,)) for count in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {each.occurrence for each in read_decisions(path)} == set(range(1, 9))


def test_a_change_that_fails_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    change_decisions(path, lambda before: before.with_([KEEP]))
    written = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        change_decisions(path, lambda before: before.with_([NOTE] * (1 // 0)))
    assert path.read_bytes() == written


@pytest.mark.parametrize(
    "text",
    [
        "decisions: 7",
        "decisions: [a]",
        "a: [",
        "!!python/object/apply:os.getcwd []",
        "\x00",
        "[" * 9,
        "[" * 9999,
        "decisions: [{on: 2023-02-30}]",
    ],
)
def test_a_file_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(DecisionsUnusable, match=r"decisions\.yaml.*--decisions"):
        read_decisions(path)


def test_where_the_decisions_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZEREN_DECISIONS", raising=False)
    assert place_of(tmp_path) == tmp_path / "decisions.yaml"
    assert place_of("bolt://127.0.0.1:7687").name == "decisions.yaml"
    monkeypatch.setenv("ZEREN_DECISIONS", str(tmp_path / "ours.yaml"))
    assert place_of(tmp_path) == place_of("bolt://127.0.0.1:7687") == tmp_path / "ours.yaml"
    assert place_of(tmp_path, tmp_path / "mine.yaml") == tmp_path / "mine.yaml"


def _xlsx(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


HEAD = ["kind", "document", "number", "words", "occurrence", "decision"]


@pytest.mark.parametrize(
    ("cell", "decision"),
    [
        (2024, "2024"),
        (2024.0, "2024"),
        (datetime(2024, 9, 15), "2024-09-15"),
        ("2024年9月15日", "2024年9月15日"),
    ],
)
def test_what_excel_makes_of_a_date(tmp_path: Path, cell: Any, decision: str) -> None:
    row = ["deadline without year", "甲〔2023〕1号", "1", "9月底前", 1.0, cell]
    (found,) = read_table(_xlsx(tmp_path / "a.xlsx", HEAD, row, ["", "", "", "", None, None]))
    assert (found.decision, found.occurrence, found.words) == (decision, 1, "9月底前")


def test_a_name_on_two_lines_of_a_cell_is_one(tmp_path: Path) -> None:
    row = ["unknown agency", "甲〔2023〕1号", "1", "市甲中心", 1.0, "青州市\n数据局"]
    (found,) = read_table(_xlsx(tmp_path / "a.xlsx", HEAD, row))
    assert found.decision == "青州市数据局"


def test_every_form_of_table(tmp_path: Path) -> None:
    cells = {**ROW, "decision": "keep"}
    line = json.dumps(cells, ensure_ascii=False)
    values = [str(value) for value in cells.values()]
    tables = {
        "comma.csv": "\ufeff" + ",".join(cells) + "\r\n" + ",".join(values) + "\r\n",
        "semicolon.csv": ";".join(cells) + "\n" + ";".join(values) + "\n",
        "tab.csv": "\t".join(cells) + "\n" + "\t".join(values) + "\n",
        "lines.jsonl": line + "\n\n",
        "array.json": f"[{line}]",
        "list.yaml": f"- {line}\n",
    }
    for name, text in tables.items():
        (tmp_path / name).write_text(text, "utf-8")
        assert read_table(tmp_path / name) == [KEEP], name
    (tmp_path / "excel.csv").write_text(tables["comma.csv"].lstrip("\ufeff"), "gb18030")
    assert read_table(tmp_path / "excel.csv") == [KEEP]
    assert read_table(_xlsx(tmp_path / "a.xlsx", list(cells), list(cells.values()))) == [KEEP]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "doubt"}, "no kind of doubt is called 'doubt'"),
        ({"kind": "uncertain clause", "decision": "maybe"}, "write yes or no"),
        ({"kind": "deadline without year", "decision": "2023-02-30"}, "a year, a date"),
        ({"kind": "ambiguous region", "decision": "朝阳区"}, "several regions.*北京市朝阳区 110105.*220104"),
        ({"kind": "ambiguous region", "words": ROW["document"], "decision": "火星市"}, "a region's name"),
        ({"kind": "progress", "decision": "done"}, r"with day \(on\) and source"),
        ({"occurrence": "-1"}, "no occurrence"),
        ({"words": "  "}, "must be given"),
        ({"document": ""}, "must be given"),
        ({"words": ["市甲中心"]}, "one value"),
    ],
)
def test_a_decision_that_cannot_be_taken_names_its_row(tmp_path: Path, change: Any, said: str) -> None:
    rows = [{**ROW, "decision": "keep"}, {**ROW, "decision": "keep", **change}]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    with pytest.raises(BadDecision, match=rf"a\.jsonl, 2: .*{said}") as caught:
        read_table(path)
    assert "a.jsonl, 2" in caught.value.say("zh")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("no.csv", None),
        ("a.csv", b"kind,document\n"),
        ("a.csv", b"\xff\xff\xff"),
        ("a.csv", b'kind,document,words,decision\n"a'),
        ("a.xlsx", b"PK\x03\x04 no workbook"),
        ("a.jsonl", b"{"),
        ("a.jsonl", b"7"),
        ("a.json", b"[" * 99_999),
    ],
)
def test_a_table_that_is_none_is_named(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DecisionsUnusable, match=name.replace(".", r"\.")):
        read_table(tmp_path / name)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+86", "-", "@SUM(A1)", "\t=1", "\r", "'=1", "''", "甲=1", "", "＝1+1", "－甲", "\n=1"]
)
def test_no_cell_is_a_formula_and_each_comes_back(cell: str) -> None:
    assert neutral(cell)[:1] not in ("=", "+", "-", "@", "＝", "－", "\t", "\r", "\n")
    assert plain(neutral(cell)) == cell
