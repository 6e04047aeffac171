"""The command that writes the division-of-tasks table, and that what it writes reads back."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import gold
import openpyxl
import pytest
from docx import Document

import zeren as api
from graph.exports._duties import Time
from graph.exports._wording import time_words
from graph.model import Deadline
from loaders import load_file

DOCUMENTS = Path(__file__).parents[3] / "documents"
NUMBER = "鲁知战办〔2023〕11号"
PLAN = "山东省2023-2025年知识产权保护推进计划"

# What is hard to put into cells: a carried level, a second name, collectives, bodies left open, several
# times and clauses of one number, short names of instruments, an unknown body, a task of nobody.
HARD = Path(__file__).parent / "documents" / "liaoning-water-2021.txt"
# A table itself, whose rows stand under headings and classes.
RIVERS = Path(__file__).parent / "documents" / "pingyuan-rivers-2023.csv"
SOURCES = {
    NUMBER: DOCUMENTS / "shandong-ip-protection-plan-2023-2025.txt",
    "关于强化知识产权保护的实施方案": DOCUMENTS / "jinan-ip-protection-plan-2021.txt",
    "辽政办发〔2021〕8号": HARD,
    "平原县2023年河道治理任务分解表": RIVERS,
}


@pytest.fixture(scope="module")
def loaded(graph):
    assert api.load(graph, DOCUMENTS, HARD, RIVERS).counts()["added"] == 4
    return graph


@pytest.fixture
def table(loaded, graph_options, zeren):
    """Runs the command."""
    return lambda *arguments: zeren("table", *arguments, *graph_options)


def measures(path: Path, zeren: Any) -> list[dict[str, Any]]:
    """What `zeren extract` reads in a file, without what its form decides: places and titles."""
    (line,) = zeren("extract", path, "--format", "jsonl").out.splitlines()
    return [
        {
            **{name: measure[name] for name in ("number", "section", "ongoing")},
            "text": "".join(measure["text"].split()),
            "responsibilities": facts(measure["responsibilities"], "agency", "role"),
            "open_roles": facts(measure["open_roles"], "role", "text"),
            "deadlines": facts(measure["deadlines"], "date", "kind", "start_date", "recurring", "on"),
            "citations": facts(measure["citations"], "title", "doc_number", "action"),
        }
        for measure in json.loads(line)["measures"]
    ]


def facts(found: list[dict[str, Any]], *names: str) -> list[list[Any]]:
    return sorted(([each[name] for name in names] for each in found), key=repr)


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "csv"])
@pytest.mark.parametrize(
    ("number", "options"),
    [
        *((number, ()) for number in SOURCES),
        ("辽政办发〔2021〕8号", ("--names", "official")),
        ("辽政办发〔2021〕8号", ("--rows", "bodies")),
        (NUMBER, ("--rows", "bodies", "--names", "official")),
    ],
)
def test_a_table_reads_back_as_its_document(table, zeren, tmp_path, number, options, suffix) -> None:
    out = tmp_path / f"分工表.{suffix}"
    ended = table(number, *options, "--out", out)
    assert (ended.status, ended.out) == (0, f"{out}\n")
    read, expected = measures(out, zeren), measures(SOURCES[number], zeren)
    if "bodies" in options:  # a row a body stands in the order of the bodies
        read, expected = sorted(read, key=repr), sorted(expected, key=repr)
    assert read == expected


def test_the_graph_knows_under_what_the_rows_of_a_table_stand(loaded) -> None:
    rows = api.query(loaded, "document-measures", document="平原县2023年河道治理任务分解表")
    assert [row["section"] for row in rows] == ["清淤", "清淤", "截污", "值守"]
    outline = api.query(loaded, "document-outline", document="平原县2023年河道治理任务分解表")
    assert [(row["section"], row["depth"], row["measures"]) for row in outline] == [
        ("一、治理水体", 1, 0), ("清淤", 2, 2), ("截污", 2, 1), ("二、巡查堤防", 1, 0), ("值守", 2, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "csv"])
def test_the_head_of_a_table_reads_back(table, tmp_path, suffix) -> None:
    out = tmp_path / f"分工表.{suffix}"
    table(NUMBER, "--out", out)
    shown, source = load_file(out), load_file(DOCUMENTS / "shandong-ip-protection-plan-2023-2025.txt")
    assert (shown.title, shown.text_title) == (source.title, source.text_title)
    assert (shown.doc_number, shown.issuers, shown.issued_on) == (NUMBER, source.issuers, source.issued_on)
    assert shown.jurisdiction == source.jurisdiction


def test_doubtful_cells_are_marked_in_every_form(table, tmp_path) -> None:
    outs = [tmp_path / f"a.{suffix}" for suffix in ("xlsx", "docx", "csv")]
    for out in outs:
        table("辽政办发〔2021〕8号", "--out", out)
    why = "省治水数据事务所：名称未收录，按原文列出"
    sheet = openpyxl.load_workbook(outs[0]).active
    assert sheet is not None
    assert why in [c.comment.text for row in sheet.iter_rows() for c in row if c.comment]
    assert why in [c.text for c in Document(str(outs[1])).comments]
    last = list(csv.reader(outs[2].open(encoding="utf-8-sig", newline="")))[-1]
    assert f"责任单位：{why}" in last[-1]


def test_the_table_of_a_body_has_its_documents(table, tmp_path) -> None:
    out = tmp_path / "a.csv"
    assert table("--agency", "省法院", "--out", out).status == 0
    title, facts, heads, *rows = csv.reader(out.open(encoding="utf-8-sig", newline=""))
    assert (title, facts) == (["山东省高级人民法院　任务分工表"], ["共 13 项任务，1 份文件"])
    assert heads[:6] == ["序号", "文件", "条目", "章节", "任务", "本单位角色"]
    assert [row[0] for row in rows] == [str(n) for n in range(1, 14)]
    assert {row[1] for row in rows} == {f"{PLAN}（{NUMBER}）"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["山东省推进的计划"], PLAN),
        (["--agency", "山东省高级人民法庭"], "山东省高级人民法院"),
        (["方案"], "符合"),
        ([], "--agency"),
        ([NUMBER, "--agency", "省法院"], "--agency"),
    ],
)
def test_a_name_that_is_unknown_or_several_writes_nothing(table, tmp_path, arguments, said) -> None:
    out = tmp_path / "a.xlsx"
    ended = table(*arguments, "--out", out, "--lang", "zh")
    assert (ended.status, ended.out, out.exists()) == (2, "", False)
    assert said in ended.err


def test_a_file_of_another_form_or_in_no_folder_is_refused(table, tmp_path) -> None:
    ended = table(NUMBER, "--out", tmp_path / "a.pdf", "--lang", "en")
    assert ended.status == 2 and ".xlsx, .docx or .csv" in ended.err
    ended = table(NUMBER, "--out", tmp_path / "none" / "a.csv")
    assert ended.status == 2 and "a.csv" in ended.err


def test_every_time_means_the_same_in_a_cell_of_its_own(tmp_path) -> None:
    """All forms of the gold: read in a task, worded for a cell, read there."""
    rows = [row for row in gold.rows("deadlines") if row.options.get("year", "2021") == "2021"]
    tasks = "\n".join(f"{n}. 疏浚河道。{row.text}" for n, row in enumerate(rows, 1))
    source = tmp_path / "a.txt"
    source.write_text(
        f"关于治水的通知\n\n鲁水发〔2021〕3号\n\n一、重点任务\n{tasks}\n\n山东省水利厅\n2021年1月9日\n",
        "utf-8",
    )
    stated = {m.number: m.deadlines for m in load_file(source).measures if m.deadlines}
    assert len(stated) > 80
    lines = [f'{n},疏浚河道。,省水利厅,"{"；".join(map(worded, times))}"' for n, times in stated.items()]
    shown = tmp_path / "b.csv"
    # The table's own year is another: only the words can tell the year.
    shown.write_text(
        "成文日期：2017年1月9日\n序号,任务,责任单位,完成时限\n" + "\n".join(lines), encoding="utf-8"
    )
    read = {m.number: m.deadlines for m in load_file(shown).measures}
    assert {n: meant(times) for n, times in read.items()} == {n: meant(times) for n, times in stated.items()}


def worded(time: Deadline) -> str:
    read = {name: getattr(time, name) for name in ("kind", "date", "start_date", "recurring")}
    return time_words(Time(text=time.evidence.text, **read))


def meant(times: tuple[Deadline, ...]) -> set[tuple[Any, ...]]:
    return {(t.date, t.kind, t.start_date, t.recurring, t.on) for t in times}
