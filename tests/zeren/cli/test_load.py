"""``zeren load`` and ``zeren remove``, from the command line to the graph."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from graph.connection import Graph

SAMPLES = Path(__file__).parents[3] / "documents"
SHANDONG = "鲁知战办〔2023〕11号"


@pytest.fixture
def folder(tmp_path: Path, graph: Graph) -> Path:
    """A folder with the two samples, beside an emptied graph."""
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    return Path(shutil.copytree(SAMPLES, tmp_path / "documents"))


def counts(graph: Graph) -> tuple[int, int]:
    """Documents and measures."""
    (row,) = graph.read(
        "RETURN COUNT { MATCH (:Document) } AS documents, COUNT { MATCH (:Measure) } AS measures"
    )
    return row["documents"], row["measures"]


def test_the_samples(run, folder: Path, graph: Graph) -> None:
    end = run("load", folder)
    (row,) = end.rows
    assert (end.status, end.err) == (0, "")
    assert [row[name] for name in ("added", "replaced", "copies", "unchanged", "failed")] == [2, 0, 0, 0, 0]
    assert row["measures"] == 101
    assert row["relationships"] == graph.read("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"]
    assert row["agencies"] == graph.read("MATCH (a:Agency) RETURN count(a) AS n")[0]["n"]
    assert counts(graph) == (2, 101)
    again = run("load", folder / "*.txt", folder).rows[0]
    assert {name: n for name, n in again.items() if n} == {"unchanged": 2}


def test_a_changed_file_and_a_copy(run, folder: Path, graph: Graph) -> None:
    run("load", folder)
    (shandong,) = folder.glob("shandong*")
    shutil.copy(shandong, folder / "copy.txt")
    text = shandong.read_text(encoding="utf-8")
    shandong.write_text(text.replace("2023年12月底前完成", "2024年6月底前完成", 1), encoding="utf-8")
    row = run("load", folder).rows[0]
    assert [row[name] for name in ("added", "replaced", "copies", "unchanged", "failed")] == [0, 1, 1, 1, 0]
    assert counts(graph) == (2, 101)


def test_a_copy_brings_no_measures_that_are_known(run, folder: Path, tmp_path: Path, graph: Graph) -> None:
    """Whichever of the two tells the facts, and whichever comes first."""
    (jinan,) = folder.glob("jinan*")
    (tmp_path / "longer.txt").write_text(jinan.read_text("utf-8") + "\n印发范围：市直各单位。\n", "utf-8")
    for files in ([jinan, tmp_path / "longer.txt"], [tmp_path / "longer.txt", jinan]):
        row = run("load", *files).rows[0]
        assert (row["added"], row["copies"], row["measures"]) == (1, 1, 20)
        graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


def test_what_cannot_be_loaded_is_named_and_the_rest_loaded(run, folder: Path, graph: Graph) -> None:
    bad = {"empty.txt": b"", "binary.txt": b"\x00\x01" * 99, "nothing.txt": "甲乙丙丁。".encode()}
    for name, content in bad.items():
        (folder / name).write_bytes(content)
    end = run("load", folder, folder / "missing.txt")
    assert end.status == 1
    lines = end.err.strip().splitlines()
    assert len(lines) == len(bad) + 1
    for name in (*bad, "missing.txt"):
        assert sum(name in line for line in lines) == 1
    assert (end.rows[0]["added"], end.rows[0]["failed"]) == (2, 4)
    assert counts(graph) == (2, 101)


def test_a_reader_that_breaks_stops_nothing(
    run, folder: Path, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    import loaders

    read = loaders.load_file

    def breaks(path: Path, **options: Any) -> Any:
        if path.name.startswith("jinan"):
            raise IndexError("no such clause")
        return read(path, **options)

    monkeypatch.setattr(loaders, "load_file", breaks)
    end = run("load", folder)
    assert (end.status, end.rows[0]["added"]) == (1, 1)
    assert "jinan" in end.err
    assert "no such clause" in end.err


def test_removal(run, folder: Path, graph: Graph) -> None:
    run("load", folder)
    end = run("remove", SHANDONG, "no such document")
    assert end.status == 1
    assert "no such document" in end.err
    assert [(row["documents"], row["measures"]) for row in end.rows] == [([SHANDONG], 81)]
    assert counts(graph) == (1, 20)
    (jinan,) = folder.glob("jinan*")
    assert run("remove", jinan).status == 0
    assert graph.read("MATCH (n) WHERE NOT n:Meta RETURN n") == []


def test_nothing_to_load(run, tmp_path: Path, graph: Graph) -> None:
    end = run("load", tmp_path)
    assert (end.status, end.err) == (0, "No files to load there.\n")
    assert set(end.rows[0].values()) == {0}
