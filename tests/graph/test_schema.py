"""The schema holds on both servers, and names everything that the writer writes."""

from __future__ import annotations

import pytest

from graph import schema, writer
from graph.condition import OtherSchema
from graph.connection import Graph
from graph.server_errors import CypherError


def test_a_key_is_unique_under_every_label(empty: Graph) -> None:
    schema.ensure_schema(empty)
    schema.ensure_schema(empty)  # again: nothing to do, no complaint
    for label in schema.LABELS:
        twice = f"CREATE (:{label.name} {{key: 'k'}}), (:{label.name} {{key: 'k'}})"
        with pytest.raises(CypherError):
            empty.analyst_write(twice)


def test_the_version_stands_in_the_graph(empty: Graph) -> None:
    schema.ensure_schema(empty)
    assert empty.read("MATCH (m:Meta) RETURN m.schema_version AS version") == [{"version": schema.VERSION}]


def test_a_graph_of_another_version_is_left_alone(empty: Graph, build, dump) -> None:
    writer.load(empty, build.document("a.txt"))
    empty.write(lambda tx: tx.run("MATCH (m:Meta) SET m.schema_version = 99").consume())
    with empty.as_it_is():
        before = dump(empty)
        for change in (
            lambda: schema.ensure_schema(empty),
            lambda: writer.load(empty, build.document("b.txt")),
        ):
            with pytest.raises(OtherSchema, match="99"):
                change()
        assert dump(empty) == before


def test_the_table_names_everything_that_is_written(empty: Graph, scene) -> None:
    """Every label, relationship type and property in a graph of all features is in the schema, with
    the ends that its pattern says."""
    for document in scene:
        writer.load(empty, document)
    labels = {label.name: {"key", "name", *label.properties} for label in schema.LABELS if not label.internal}
    for row in empty.read("MATCH (n) UNWIND keys(n) AS name RETURN DISTINCT labels(n)[0] AS label, name"):
        assert row["name"] in labels.get(row["label"], {row["name"]}), row
    known = {each.name: each for each in schema.RELATIONSHIPS}
    rows = empty.read(
        "MATCH (a)-[r]->(b)"
        " RETURN DISTINCT labels(a)[0] AS one, type(r) AS type, labels(b)[0] AS other, keys(r) AS names"
    )
    assert {row["type"] for row in rows} == set(known)
    for row in rows:
        each = known[row["type"]]
        source, target = each.pattern.replace("(", "").replace(")", "").split("→")
        assert row["one"] in source.split("|"), row
        assert row["other"] == target, row
        assert set(row["names"]) <= {*each.properties, *(schema.EVIDENCE if each.evidence else ())}, row


def test_every_node_has_key_and_name(empty: Graph, scene) -> None:
    for document in scene:
        writer.load(empty, document)
    assert empty.read("MATCH (n) WHERE n.key IS NULL OR n.name IS NULL RETURN n") == []


def test_the_table_is_markdown() -> None:
    lines = schema.as_markdown().splitlines()
    tables = [line for line in lines if line.startswith("|")]
    public = [label for label in schema.LABELS if not label.internal]
    assert len(tables) == len(public) + len(schema.RELATIONSHIPS) + 4
    assert {line.replace("\\|", "").count("|") for line in tables} == {5}
