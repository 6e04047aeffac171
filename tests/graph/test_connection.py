"""Reading and writing over Bolt, the same on every server."""

from __future__ import annotations

from datetime import date

from graph.connection import Graph


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
