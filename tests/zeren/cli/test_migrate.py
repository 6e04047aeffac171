"""``zeren migrate``: a graph of an earlier schema is brought up to date, and its files read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.connection import Graph
from graph.schema import VERSION

SAMPLES = Path(__file__).parents[3] / "documents"


def test_files_that_are_gone_are_named_and_stay_as_they_were_read(run, old: Graph) -> None:
    refused = run("query", "documents")
    assert (refused.status, refused.out) == (2, "")
    assert "zeren migrate" in refused.err
    end = run("migrate")
    assert (end.status, end.rows[0]["schema"], end.rows[0]["failed"]) == (1, VERSION, 4)
    assert "1 → 2" in end.err and "2 → 3" in end.err
    for path in ("/plans/1.txt", "/plans/2.txt", "/plans/copy.txt", "/plans/namesake.txt"):
        assert path in end.err
    assert len(run("query", "documents").rows) == 3
    again = run("migrate")
    assert (again.status, again.err) == (0, "The graph is up to date.\n")


def test_files_that_are_there_are_read_again(
    run, old: Graph, dump: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their documents become those of a graph into which this Zeren loaded them."""
    (jinan,) = SAMPLES.glob("jinan*")
    _make_old(old, jinan)
    end = run("migrate")
    assert (end.status, end.rows[0]["read_again"], end.rows[0]["failed"]) == (0, 1, 0)
    migrated = dump(old)
    old.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    run("load", jinan)
    assert dump(old) == migrated
    assert old.read("MATCH (m:Measure) WHERE size(m.keywords) > 0 RETURN count(m) AS n")[0]["n"] == 20


def _make_old(graph: Graph, path: Path) -> None:
    """Make the graph one of schema 1 with the file alone, as it was written before there were keywords."""
    from dataclasses import replace

    from graph.schema import ensure_schema
    from graph.writing.codec import pack
    from loaders import load_file

    found = load_file(path)
    measures = tuple(replace(measure, keywords=()) for measure in found.measures)
    document = replace(found, measures=measures, read_by="an-earlier-one")
    row = {"key": str(path), "name": path.name, "packed": pack(document), "loaded_at": None}
    with graph.as_it_is():
        graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        ensure_schema(graph)
        graph.write(
            lambda tx: tx.run(
                "MATCH (m:Meta) SET m.schema_version = 1"
                " CREATE (r:Reading) SET r = $row, r.loaded_at = localdatetime('2024-01-01T00:00:00')",
                row=row,
            ).consume()
        )
