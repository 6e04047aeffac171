"""A graph into a backup: one reading of it, streamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph._schema import VERSION
from graph.backup._errors import NotInBackups
from graph.backup._file import ENDS, NODES, fresh, write
from graph.backup._values import plain
from graph.batches import batches
from graph.condition import LOOK, require_known
from graph.schema import hold_turn

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph

_ALL = """
RETURN COUNT { MATCH (n) WHERE NOT n:Meta } AS nodes, COUNT { MATCH ()-[r]->() } AS relationships
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What went into a backup, and how many nodes and relationships of other labels and types than the
    schema's, made by hand, did not."""

    path: Path
    schema: int
    nodes: int
    relationships: int
    other_nodes: int
    other_relationships: int


def save(graph: Graph, path: Path, *, made_by: str, decisions: list[dict[str, Any]]) -> Saved:
    """Write the graph, with `decisions` on it, into the file `path`: whole or not at all.

    A graph of an earlier schema is saved as it is. Writers wait meanwhile. Raises
    `graph.condition.IncompleteGraph` and `OtherSchema`, `NotInBackups`, `BackupFailed`, and what the
    connection raises.
    """

    def work(tx: ManagedTransaction) -> Saved:
        hold_turn(tx)
        schema = _schema_of(tx)
        header = {
            "schema": schema,
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "made_by": made_by,
            "decisions": decisions,
        }
        with fresh(path) as stream:
            try:
                nodes, relationships = write(stream, header, _lines(tx))
            except ValueError as error:
                raise NotInBackups(where=graph.address, what=error) from error
        held = tx.run(_ALL).single(strict=True)
        return Saved(
            path=path,
            schema=schema,
            nodes=nodes,
            relationships=relationships,
            other_nodes=held["nodes"] - nodes,
            other_relationships=held["relationships"] - relationships,
        )

    with graph.as_it_is():
        return graph.write(work)


def _schema_of(tx: ManagedTransaction) -> int:
    """The graph's schema version, this Zeren's where it is new. Raises unless it can be saved."""
    row = tx.run(LOOK).single()
    if row is None:
        return VERSION
    require_known(row["version"], row["incomplete"])
    return int(row["version"])


def _lines(tx: ManagedTransaction) -> Iterator[list[Any]]:
    keys = {label: _keys(tx, label) for label in NODES}
    for label in NODES:
        for batch in batches(label, keys[label]):
            found = f"UNWIND $keys AS key MATCH (n:{label} {{key: key}})"
            for row in tx.run(f"{found} RETURN key, properties(n) AS properties", keys=batch):
                yield [label, _plain(row["properties"], label, row["key"])]
    for kind, one, other in ENDS:
        for batch in batches(one, keys[one]):
            found = f"UNWIND $keys AS key MATCH (:{one} {{key: key}})-[r:{kind}]->(b:{other})"
            for row in tx.run(f"{found} RETURN key, b.key AS other, properties(r) AS properties", keys=batch):
                yield [
                    kind,
                    one,
                    row["key"],
                    other,
                    row["other"],
                    _plain(row["properties"], kind, row["key"]),
                ]


def _keys(tx: ManagedTransaction, label: str) -> list[str]:
    keys = [row["key"] for row in tx.run(f"MATCH (n:{label}) RETURN n.key AS key")]
    for key in keys:
        if not (isinstance(key, str) and key):
            raise NotInBackups(where=label, what=f"key {key}")
    return keys


def _plain(properties: dict[str, Any], *where: Any) -> dict[str, Any]:
    try:
        return plain(properties)
    except ValueError as error:
        raise NotInBackups(where=" ".join(map(str, where)), what=error) from error
