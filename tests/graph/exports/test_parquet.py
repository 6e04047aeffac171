"""Parquet holds the graph with its types."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet as files

from graph import writer
from graph.connection import Graph
from graph.exports import parquet
from graph.schema import LABELS

Row = dict[str, Any]
BY_HAND = """
MATCH (m:Measure) WITH m ORDER BY m.key LIMIT 1
CREATE (m)-[:NOTED {
  at: datetime('2024-05-06T07:08:09+08:00'), days: [date('2024-05-06')], share: 0.5, none: [],
  while: duration('P3D')}]->(:Note {key: '甲', n: 1})
CREATE (:Note {key: '乙', n: 2.5})
"""


@pytest.fixture(scope="module")
def filled(graph: Graph, scene) -> Graph:
    for document in scene:
        writer.load(graph, document)
    return graph


@pytest.fixture
def tables(filled: Graph, tmp_path: Path) -> dict[str, pa.Table]:
    parquet.export(filled, tmp_path / "all")
    return {path.stem: files.read_table(path) for path in (tmp_path / "all").iterdir()}


def test_nodes_come_back_as_they_were(filled: Graph, tables: dict[str, pa.Table]) -> None:
    shown = {label.name for label in LABELS if not label.internal}
    assert {name for name in tables if "-" not in name} == shown
    for label in shown:
        rows = filled.read(f"MATCH (n:{label}) RETURN properties(n) AS row")
        assert _sorted(tables[label].to_pylist()) == _sorted(row["row"] for row in rows)


def test_relationships_come_back_as_they_were(filled: Graph, tables: dict[str, pa.Table]) -> None:
    found = [
        {"type": name, **row} for name, table in tables.items() if "-" in name for row in table.to_pylist()
    ]
    rows = filled.read(
        "MATCH (a)-[r]->(b) RETURN labels(a)[0] + '-' + type(r) + '-' + labels(b)[0] AS type,"
        " a.key AS start, b.key AS end, properties(r) AS row"
    )
    held = [{"type": row["type"], "from": row["start"], "to": row["end"], **row["row"]} for row in rows]
    assert _sorted(found) == _sorted(held)


def test_columns_have_the_types_of_the_graph(tables: dict[str, pa.Table]) -> None:
    measure, duty = tables["Measure"].schema, tables["Agency-RESPONSIBLE_FOR-Measure"].schema
    assert measure.field("due").type == pa.date32()
    assert measure.field("order").type == pa.int64()
    assert measure.field("ongoing").type == pa.bool_()
    assert measure.field("keywords").type == pa.list_(pa.string())
    assert duty.field("confidence").type == pa.float64()
    assert tables["Source"].schema.field("loaded_at").type == pa.timestamp("us")


def test_what_somebody_added_has_its_type_too(filled: Graph, tmp_path: Path) -> None:
    filled.write(lambda tx: tx.run(BY_HAND).consume())
    try:
        parquet.export(filled, tmp_path / "all")
    finally:
        filled.write(lambda tx: tx.run("MATCH (n:Note) DETACH DELETE n").consume())
    (link,) = files.read_table(tmp_path / "all" / "Measure-NOTED-Note.parquet").to_pylist()
    assert link["at"].isoformat() == "2024-05-05T23:08:09+00:00"
    assert [day.isoformat() for day in link["days"]] == ["2024-05-06"]
    assert (link["share"], link["while"]) == (0.5, "P3D")
    nodes = files.read_table(tmp_path / "all" / "Note.parquet")
    assert nodes.schema.field("n").type == pa.float64()
    assert sorted(nodes["n"].to_pylist()) == [1.0, 2.5]


def test_without_pyarrow_it_says_how_to_get_it(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(parquet.NoArrow, match="pip install pyarrow"):
        parquet.export(graph, tmp_path / "all")
    assert list(tmp_path.iterdir()) == []


def _sorted(rows: Any) -> list[Row]:
    """The rows in one order; what is absent and what is empty are the same."""
    kept = ({name: value for name, value in row.items() if value is not None and value != []} for row in rows)
    return sorted(kept, key=lambda row: sorted((name, str(value)) for name, value in row.items()))
