"""A change of the whole graph, in many transactions: while it lasts, and if it is interrupted, the graph
is marked as incomplete, and nobody takes the half of it for the whole (see `graph.condition`)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeVar
from uuid import uuid4

from graph._schema import LABELS, META_KEY, VERSION
from graph.condition import TRUST
from graph.errors import ZerenError
from graph.schema import make_schema

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph

T = TypeVar("T")
Kind = Literal["restore", "migrate"]

_BATCH = 500  # nodes that one transaction removes
_FROM_THE_ENDS = ("Deadline", "Measure", "Section", "Document")  # first those with few relationships each
_BEGIN = """
MERGE (m:Meta {key: $key})
ON CREATE SET m.name = 'Zeren', m.schema_version = $version
SET m.turn = $turn, m.incomplete = $kind
"""
_TURN = "MATCH (m:Meta {key: $key, turn: $turn}) SET m.turn = m.turn RETURN m.key AS key"
_STEP = "MATCH (m:Meta {key: $key}) SET m.schema_version = $version"
_END = "MATCH (m:Meta {key: $key}) SET m.schema_version = $version REMOVE m.turn, m.incomplete"


class Overtaken(ZerenError):
    """Another command has begun to change the whole graph."""

    en = "Another command has begun to replace or migrate the graph: this one has stopped."
    zh = "另一个命令已开始替换或迁移图谱：本命令已停止。"


class Overhaul:
    """The right to change a marked graph. `write` as `Graph.write`, but refused with `Overtaken` once
    another overhaul has begun."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._turn = uuid4().hex

    def _begin(self, kind: Kind, may: Callable[[ManagedTransaction], None]) -> None:
        def work(tx: ManagedTransaction) -> None:
            tx.run(_BEGIN, key=META_KEY, version=VERSION, turn=self._turn, kind=kind).consume()
            may(tx)

        self.graph.write(make_schema)
        self.graph.write(work)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run `work` in one transaction of this overhaul."""

        def in_turn(tx: ManagedTransaction) -> T:
            if tx.run(_TURN, key=META_KEY, turn=self._turn).single() is None:
                raise Overtaken()
            return work(tx)

        return self.graph.write(in_turn)

    def clear(self, keep: tuple[str, ...] = ()) -> None:
        """Remove all nodes of the schema but those with the labels `keep`, in small transactions, as
        soon as no reader trusts a look at the graph from before the mark."""
        time.sleep(TRUST)
        rest = (label.name for label in LABELS if label.name != "Meta")
        for label in dict.fromkeys((*_FROM_THE_ENDS, *rest)):
            while label not in keep and self.write(lambda tx, label=label: _clear(tx, label)):  # type: ignore[misc]
                pass

    def step(self, version: int) -> None:
        """Note that the graph has this schema version, and go on."""
        self.write(lambda tx: tx.run(_STEP, key=META_KEY, version=version).consume())

    def end(self, version: int) -> None:
        """Note that the graph is whole, with this schema version."""
        self.write(lambda tx: tx.run(_END, key=META_KEY, version=version).consume())


@contextmanager
def overhaul(graph: Graph, kind: Kind, may: Callable[[ManagedTransaction], None]) -> Iterator[Overhaul]:
    """Mark the graph, unless `may` raises.

    The caller calls `end`; without it the mark stays. Other local writers wait meanwhile.
    """
    with graph.as_it_is(), graph.writing():
        work = Overhaul(graph)
        work._begin(kind, may)
        yield work


def _clear(tx: ManagedTransaction, label: str) -> int:
    """Remove some nodes of a label of the schema; returns how many."""
    keys = [row["key"] for row in tx.run(f"MATCH (n:{label}) RETURN n.key AS key LIMIT {_BATCH}")]
    tx.run(f"UNWIND $keys AS key MATCH (n:{label} {{key: key}}) DETACH DELETE n", keys=keys).consume()
    return len(keys)
