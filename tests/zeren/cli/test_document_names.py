"""Documents without title and number, and several of one title: what a person calls them in every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.connection import Graph

TITLE = "关于做好防火工作的通知"
TEXTS = {
    "note.txt": "一、任务\n\n1.清理渠道，排查隐患。（责任单位：奇妙中心）\n",
    "east.txt": f"{TITLE}\n\n一、任务\n\n1.东区巡护。（责任单位：昌乐县应急管理局）\n",
    "west.txt": f"{TITLE}\n\n一、工作安排\n\n1.西区瞭望塔值守。（责任单位：临朐县林业局、临朐县公安局）\n",
}


@pytest.fixture
def folder(tmp_path: Path, graph: Graph, run, monkeypatch: pytest.MonkeyPatch) -> Path:
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    monkeypatch.setenv("ZEREN_DECISIONS", str(tmp_path / "decisions.yaml"))
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, "utf-8")
    assert run("load", tmp_path / "texts").rows[0]["added"] == 3
    return tmp_path / "texts"


def test_one_without_title_and_number_has_its_files_name_everywhere(
    run, folder: Path, tmp_path: Path
) -> None:
    assert "note" in [row["document"] for row in run("query", "documents").rows]
    assert [row["document"] for row in run("search", "清理渠道").rows] == ["note"]
    assert {row["document"] for row in run("review", "--document", "note").rows} == {"note"}
    noted = run(
        "note", "1", "--document", "note", "--status", "done", "--on", "2023-05-01", "--source", "简报"
    )
    assert noted.rows == [{"decisions": 1, "read_again": 1, "failed": 0}]
    assert "document: note\n" in (tmp_path / "decisions.yaml").read_text("utf-8")
    assert [row["document"] for row in run("query", "progress").rows] == ["note"]
    assert run("remove", "note").rows[0]["measures"] == 1


def test_those_of_one_title_are_told_apart_by_their_files(run, zeren, graph_options, folder: Path) -> None:
    def table(name: object) -> tuple[int, str]:
        end = zeren("table", name, "--out", folder / "t.csv", *graph_options, "--lang", "en")
        return end.status, end.err

    status, said = table(TITLE)
    assert status == 2 and f"{TITLE} [east.txt]" in said and f"{TITLE} [west.txt]" in said
    assert table("west.txt")[0] == table(folder / "east.txt")[0] == 0
    assert "东区巡护" in (folder / "t.csv").read_text("utf-8-sig")
    page = folder / "page.html"
    viewed = zeren("view", "responsibility", "防火工作", "--out", page, *graph_options, "--lang", "en")
    assert viewed.status == 2 and "[east.txt]" in viewed.err
    assert zeren("view", "responsibility", "west.txt", "--out", page, *graph_options).status == 0
    refused = run("remove", TITLE)
    assert refused.status == 1 and "[west.txt]" in refused.err
    assert run("note", "1", "--document", "east.txt", "--status", "done", "--on", "2023-05-01",
               "--source", "简报").status == 0  # fmt: skip
    assert run("remove", "west.txt").rows[0]["measures"] == 1
