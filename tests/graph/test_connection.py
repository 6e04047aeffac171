"""Reading and writing over Bolt, the same on every server."""

from __future__ import annotations

import time
from datetime import date

import pytest

from graph import schema
from graph.connection import Graph
from graph.server_errors import CypherError


def test_values_come_back_as_plain_python(graph: Graph) -> None:
    graph.write(
        lambda tx: tx.run(
            "CREATE (:Agency {key: 'a', since: date('2023-12-31'), tags: ['x', 'y']})"
            "-[:RESPONSIBLE_FOR {role: 'lead'}]->(:Measure {key: 'm', open: true})"
        ).consume()
    )
    (found,) = graph.read(
        "MATCH p = (a:Agency)-[r]->(m:Measure) RETURN a, r, p, a.since AS since, [a.key] AS keys"
    )
    agency = {"key": "a", "since": date(2023, 12, 31), "tags": ["x", "y"], "_labels": ["Agency"]}
    relationship = {"role": "lead", "_type": "RESPONSIBLE_FOR"}
    measure = {"key": "m", "open": True, "_labels": ["Measure"]}
    assert found == {
        "a": agency,
        "r": relationship,
        "p": [agency, relationship, measure],
        "since": date(2023, 12, 31),
        "keys": ["a"],
    }


@pytest.mark.parametrize(
    "error", [ValueError("of the work"), OSError("of the work"), KeyError("of the work")]
)
def test_what_the_work_raises_is_not_the_servers(graph: Graph, error: Exception) -> None:
    def work(tx: object) -> None:
        raise error

    with pytest.raises(type(error), match="of the work"):
        graph.write(work)


def test_work_that_breaks_a_constraint_by_itself_fails_soon(graph: Graph) -> None:
    schema.ensure_schema(graph)
    runs = []

    def work(tx) -> None:
        runs.append(1)
        tx.run("CREATE (:Region {key: 'k', name: 'k'}), (:Region {key: 'k', name: 'k'})").consume()

    start = time.perf_counter()
    with pytest.raises(CypherError):
        graph.write(work)
    assert 1 < len(runs) <= 4
    assert time.perf_counter() - start < 5
    assert graph.read("MATCH (n:Region) RETURN n") == []
