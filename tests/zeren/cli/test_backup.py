"""``zeren backup`` and ``zeren restore``: the graph and the decisions on it, from one machine to the next."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.connection import Graph

SAMPLES = Path(__file__).parents[3] / "documents"
JINAN = "关于强化知识产权保护的实施方案"
NOTE = ("note", "16", "--document", JINAN, "--on", "2023-12-20", "--source")


@pytest.fixture
def run(
    empty: Graph, zeren: Callable[..., Any], graph_options: list[str], tmp_path: Path
) -> Callable[..., Any]:
    """Runs a command on the emptied graph, with decisions of the test's own."""

    def command(name: str, *arguments: object, machine: str = "one") -> Any:
        own = () if name in ("status", "query") else ("--decisions", tmp_path / machine / "decisions.yaml")
        end = zeren(name, *arguments, *own, *graph_options, "--format", "json", "--lang", "en")
        end.rows = json.loads(end.out) if end.out else None
        return end

    return command


def clear(graph: Graph) -> None:
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


def test_a_graph_moves_with_its_decisions(run, empty: Graph, dump, tmp_path: Path) -> None:
    (jinan,) = SAMPLES.glob("jinan*")
    run("load", jinan)
    run(*NOTE, "the first report", "--status", "partly")
    before = dump(empty)
    end = run("backup", tmp_path / "graph.zeren")
    (row,) = end.rows
    assert (end.status, end.err, row["documents"], row["decisions"]) == (0, "", 1, 1)
    clear(empty)
    (row,) = run("restore", tmp_path / "graph.zeren", machine="two").rows
    assert (row["documents"], row["decisions_added"]) == (1, 1)
    assert dump(empty) == before
    assert run("load", jinan, machine="two").rows[0]["unchanged"] == 1
    (noted,) = run("query", "progress").rows
    assert (noted["status"], noted["status_source"]) == ("partly", "the first report")


def test_what_was_decided_since_stays(run, empty: Graph, tmp_path: Path) -> None:
    (jinan,) = SAMPLES.glob("jinan*")
    run("load", jinan)
    run(*NOTE, "the first report", "--status", "partly")
    run("backup", tmp_path / "graph.zeren")
    run(*NOTE, "the second report", "--status", "done")
    assert run("restore", tmp_path / "graph.zeren", "--replace", "--yes").rows[0]["decisions_added"] == 0
    assert run("load", jinan).rows[0]["replaced"] == 1
    (noted,) = run("query", "progress").rows
    assert (noted["status"], noted["status_source"]) == ("done", "the second report")


def test_replacing_is_asked_for(run, empty: Graph, tmp_path: Path) -> None:
    run("load", SAMPLES)
    run("backup", tmp_path / "graph.zeren")
    for options, words in (((), "--replace"), (("--replace",), "--yes")):
        end = run("restore", tmp_path / "graph.zeren", *options)
        assert (end.status, end.out) == (2, "")
        assert words in end.err
    assert run("load", SAMPLES).rows[0]["unchanged"] == 2


def test_what_others_made_is_counted(run, empty: Graph, tmp_path: Path) -> None:
    empty.write(lambda tx: tx.run("CREATE (:Mine {key: 'a'})-[:OWN]->(:Mine {key: 'b'})").consume())
    end = run("backup", tmp_path / "graph.zeren")
    assert (end.status, end.rows[0]["nodes"]) == (0, 0)
    assert "2 nodes and 1 relationships" in end.err


def test_a_damaged_backup_changes_nothing(run, empty: Graph, tmp_path: Path) -> None:
    run("load", SAMPLES)
    run("backup", tmp_path / "graph.zeren")
    whole = (tmp_path / "graph.zeren").read_bytes()
    (tmp_path / "graph.zeren").write_bytes(whole[:-30])
    end = run("restore", tmp_path / "graph.zeren", "--replace", "--yes")
    assert end.status == 2
    assert "graph.zeren" in end.err
    assert run("load", SAMPLES).rows[0]["unchanged"] == 2


def test_decisions_that_cannot_be_kept_change_nothing(run, empty: Graph, tmp_path: Path) -> None:
    (jinan,) = SAMPLES.glob("jinan*")
    run("load", jinan)
    run(*NOTE, "the first report", "--status", "partly")
    run("backup", tmp_path / "graph.zeren")
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "decisions.yaml").mkdir()
    end = run("restore", tmp_path / "graph.zeren", "--replace", "--yes", machine="two")
    assert end.status == 2
    assert "decisions.yaml" in end.err
    assert run("load", jinan).rows[0]["unchanged"] == 1
