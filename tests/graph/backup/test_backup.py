"""A graph into a file and back, from each server into each, whole or not at all."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from graph import backup, overhaul
from graph.backup import _restore as restoring
from graph.condition import TRUST, IncompleteGraph, OldSchema, OtherSchema
from graph.connection import Graph, connect
from graph.errors import ZerenError
from graph.model import PolicyDocument
from graph.remove import remove
from graph.schema import VERSION
from graph.writer import load

ODD = {
    "key": "怪",
    "name": "引号\"'`\\ 换\n行 😀 $row {x: 1}",
    "day": date(1, 1, 1),
    "moment": datetime(2024, 2, 29, 12, 30, 1, 5),
    "flags": [True, False],
    "days": [date(2023, 12, 31)],
    "whole": -(2**63),
    "part": 0.1,
    "round": 1.0,
    "empty": "",
}


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overhaul, "TRUST", 0.0)


@pytest.fixture(autouse=True)
def usable_again(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test leaves unusable is emptied for the next."""
    yield
    for name in {"graph", "local_graph", "neo4j_graph"} & set(request.fixturenames):
        clear(request.getfixturevalue(name))


def clear(graph: Graph) -> None:
    with graph.as_it_is():
        graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


def fill(graph: Graph, scene: list[PolicyDocument]) -> None:
    for document in scene:
        load(graph, document)
    graph.write(lambda tx: tx.run("CREATE (n:Region) SET n = $row", row=ODD).consume())


def save(graph: Graph, path: Path, **others: Any) -> Path:
    backup.save(graph, path, made_by="test", **{"decisions": [], **others})
    return path


def test_the_graph_comes_back(empty: Graph, scene, dump, tmp_path: Path) -> None:
    fill(empty, scene)
    before = dump(empty)
    saved = backup.save(empty, tmp_path / "a", made_by="test", decisions=[{"words": "甲"}])
    assert (saved.nodes, saved.relationships) == (len(before[0]) - 1, len(before[1]))  # but `Meta`
    found = backup.contents(tmp_path / "a")
    assert (found.made_by, found.decisions) == ("test", ({"words": "甲"},))
    clear(empty)
    told: list[int] = []
    backup.restore(empty, found, done=told.append)
    assert dump(empty) == before
    assert sum(told) == saved.nodes + saved.relationships
    (odd,) = empty.read("MATCH (n:Region {key: '怪'}) RETURN n")
    assert odd["n"] == {**ODD, "_labels": ["Region"]}
    assert [type(odd["n"][name]) for name in ("round", "whole", "day")] == [float, int, date]


def test_across_the_servers(local_graph: Graph, neo4j_graph: Graph, scene, dump, tmp_path: Path) -> None:
    fill(local_graph, scene)
    expected = dump(local_graph)
    backup.restore(neo4j_graph, backup.contents(save(local_graph, tmp_path / "a")))
    assert dump(neo4j_graph) == expected
    clear(local_graph)
    backup.restore(local_graph, backup.contents(save(neo4j_graph, tmp_path / "b")))
    assert dump(local_graph) == expected


def test_work_goes_on_in_the_restored_graph(empty: Graph, scene, dump, tmp_path: Path) -> None:
    for document in scene[1:]:
        load(empty, document)
    without = dump(empty)
    load(empty, scene[0])
    save(empty, tmp_path / "a")
    clear(empty)
    backup.restore(empty, backup.contents(tmp_path / "a"))
    assert {load(empty, document).outcome for document in scene} == {"unchanged"}
    remove(empty, scene[0].source.path)
    assert dump(empty) == without


def test_what_is_there_is_replaced_only_when_told(empty: Graph, build, dump, tmp_path: Path) -> None:
    load(empty, build.document("a.txt"))
    saved = dump(empty)
    found = backup.contents(save(empty, tmp_path / "a"))
    load(empty, build.document("b.txt"))
    before = dump(empty)
    with pytest.raises(backup.NotEmpty, match="2 Document"):
        backup.restore(empty, found)
    assert dump(empty) == before
    load(empty, build.document("c.txt"))  # it can still be used
    empty.write(lambda tx: tx.run("CREATE (:Note {key: 'mine'})").consume())
    backup.restore(empty, found, replace=True)
    assert empty.read("MATCH (n:Note) RETURN n.key AS key") == [{"key": "mine"}]
    empty.write(lambda tx: tx.run("MATCH (n:Note) DELETE n").consume())
    assert dump(empty) == saved


def test_an_interrupted_restore_is_seen_and_ends_when_run_again(
    empty: Graph, scene, build, dump, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(empty, scene)
    before = dump(empty)
    found = backup.contents(save(empty, tmp_path / "a"))
    write, written = restoring._write, 0

    def stops(*arguments: Any) -> None:
        nonlocal written
        written += 1
        if written > 8:
            raise KeyboardInterrupt
        write(*arguments)

    monkeypatch.setattr(restoring, "_write", stops)
    with pytest.raises(KeyboardInterrupt):
        backup.restore(empty, found, replace=True)
    monkeypatch.undo()
    with empty.as_it_is():
        assert 0 < empty.read("MATCH (n) RETURN count(n) AS n")[0]["n"] < len(before[0])
    empty._trusted = 0.0
    uses: list[Callable[[], Any]] = [
        lambda: empty.read("MATCH (d:Document) RETURN d"),
        lambda: empty.analyst("MATCH (d:Document) RETURN d"),
        lambda: empty.analyst_write("CREATE (:Document {key: 'x'})"),
        lambda: load(empty, build.document("b.txt")),
        lambda: remove(empty, scene[0].source.path),
        lambda: save(empty, tmp_path / "half"),
    ]
    for use in uses:
        with pytest.raises(IncompleteGraph, match="zeren restore"):
            use()
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    backup.restore(empty, found, replace=True)
    assert dump(empty) == before


def test_who_reads_or_writes_meanwhile_is_told(empty: Graph, graph_options, build) -> None:
    load(empty, build.document("a.txt"))
    with connect(empty.address) as other:
        assert other.read("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 1}]
        with overhaul.overhaul(empty, "migrate", lambda tx: None) as one:
            other._trusted -= TRUST  # a second later
            with pytest.raises(IncompleteGraph, match="zeren migrate"):
                other.read("MATCH (d:Document) RETURN d")
            with overhaul.overhaul(empty, "restore", lambda tx: None) as two:
                with pytest.raises(overhaul.Overtaken):
                    one.clear()
                two.end(VERSION)
        assert other.read("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 1}]


@pytest.mark.parametrize(
    ("version", "error", "remedy"), [(1, OldSchema, "zeren migrate"), (99, OtherSchema, "99")]
)
def test_another_schema(empty: Graph, build, tmp_path: Path, version: int, error, remedy: str) -> None:
    """An earlier graph can be saved and restored as it is, and is then as little usable as before."""
    load(empty, build.document("a.txt"))
    empty.write(lambda tx: tx.run("MATCH (m:Meta) SET m.schema_version = $v", v=version).consume())
    empty._trusted = 0.0
    with pytest.raises(error, match=remedy):
        empty.read("MATCH (d:Document) RETURN d")
    if version > VERSION:
        with pytest.raises(error):
            save(empty, tmp_path / "a")
        return
    found = backup.contents(save(empty, tmp_path / "a"))
    assert found.schema == 1
    backup.restore(empty, found, replace=True)
    with pytest.raises(error, match=remedy):
        load(empty, build.document("a.txt"))


def test_a_backup_is_written_whole_or_not_at_all(empty: Graph, build, tmp_path: Path) -> None:
    load(empty, build.document("a.txt"))
    before = save(empty, tmp_path / "a").read_bytes()
    empty.write(
        lambda tx: tx.run("MATCH (d:Document) SET d.place = point({longitude: 1, latitude: 2})").consume()
    )
    with pytest.raises(backup.NotInBackups, match="place"):
        save(empty, tmp_path / "a")
    empty.write(lambda tx: tx.run("MATCH (d:Document) REMOVE d.place SET d.`a b` = 1").consume())
    with pytest.raises(backup.NotInBackups, match="a b"):
        save(empty, tmp_path / "a")
    empty.write(lambda tx: tx.run("MATCH (d:Document) DETACH DELETE d CREATE (:Region)").consume())
    with pytest.raises(backup.NotInBackups, match="Region"):
        save(empty, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == before
    (tmp_path / "plan.txt").write_text("no backup")
    for place in (tmp_path / "plan.txt", tmp_path, tmp_path / "missing" / "a"):
        with pytest.raises(backup.BackupFailed):
            save(empty, place)
    assert (tmp_path / "plan.txt").read_text() == "no backup"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "plan.txt"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (['["Region",{"key":"x"}]', '["WITHIN","Region","x","Region","y",{}]'], "an end that is not there"),
        (['["Region",{"key":"x"}]', '["Region",{"key":"x"}]'], "more than once"),
    ],
)
def test_a_backup_that_does_not_fit_together(empty: Graph, made, lines, reason: str) -> None:
    found = backup.contents(made(lines))
    with pytest.raises(backup.BrokenRestore, match=reason):
        backup.restore(empty, found)
    empty._trusted = 0.0
    with pytest.raises(IncompleteGraph):
        empty.read("MATCH (n) RETURN n")


def test_a_file_that_changes_meanwhile(empty: Graph, made) -> None:
    found = backup.contents(made(['["Region",{"key":"x"}]']))
    made(['["Region",{"key":"y"}]'])
    with pytest.raises(backup.BrokenRestore, match="has changed") as caught:
        backup.restore(empty, found)
    assert isinstance(caught.value, ZerenError)
    with gzip.open(found.path) as packed:
        assert b'"y"' in packed.read()
