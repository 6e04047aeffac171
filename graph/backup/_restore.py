"""A backup into a graph: all of it, or a graph that says that it is not whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from graph.backup._errors import BrokenRestore, NoBackup, NotEmpty
from graph.backup._file import NODES, Contents, Ends, Link, Node, lines
from graph.overhaul import Overhaul, overhaul

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph

_ROWS, _CHARACTERS = 1000, 4 << 20  # of one transaction
_HELD = "RETURN " + ", ".join(f"COUNT {{ MATCH (:{label}) }} AS {label}" for label in NODES)


def _nothing(*done: int) -> None:
    """Does nothing."""


def restore(
    graph: Graph,
    found: Contents,
    *,
    replace: bool = False,
    first: Callable[[], None] = _nothing,
    done: Callable[[int], None] = _nothing,
) -> None:
    """Make the graph that of the backup. `first` is run (perhaps twice) when nothing else can refuse the
    restore, and leaves the graph as it is where it raises; `done` is told how many more nodes and
    relationships are there.

    A graph that holds anything is replaced where `replace` allows it, else left alone. From the first
    change to the last the graph refuses use (`graph.condition.IncompleteGraph`); interrupted, it stays
    so until a restore ends. Nodes of other labels than the schema's stay. Raises `NotEmpty`,
    `BrokenRestore`, `graph.overhaul.Overtaken`, and what the connection raises.
    """

    def may(tx: ManagedTransaction) -> None:
        held = {label: n for label, n in dict(tx.run(_HELD).single(strict=True)).items() if n}
        if held and not replace:
            counted = ", ".join(f"{n} {label}" for label, n in held.items())
            raise NotEmpty(address=graph.address, held=counted)
        first()

    with overhaul(graph, "restore", may) as work:
        if holds(graph):
            work.clear()
        try:
            for batch in _batches(lines(found)):
                _write(work, batch)
                done(len(batch))
            _check(graph, found)
        except (NoBackup, _Unfit) as error:
            reason = error.data["reason"] if isinstance(error, NoBackup) else error
            raise BrokenRestore(path=found.path, reason=reason) from error
        work.end(found.schema)


def holds(graph: Graph) -> dict[str, int]:
    """By label, how many nodes the graph holds; whether it is whole or not."""
    with graph.as_it_is():
        return {label: n for label, n in graph.read(_HELD)[0].items() if n}


class _Unfit(Exception):
    """The backup does not fit together."""


def _batches(found: Iterable[Node | Link]) -> Iterator[list[Node | Link]]:
    """The lines, in order, in batches of one kind that fit into one transaction."""
    for _, same in groupby(found, key=lambda each: each.kind):
        batch: list[Node | Link] = []
        size = 0
        for each in same:
            batch.append(each)
            size += sum(len(value) for value in each.properties.values() if isinstance(value, str | list))
            if len(batch) == _ROWS or size > _CHARACTERS:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch


def _write(work: Overhaul, batch: list[Node | Link]) -> None:
    rows = [each.row() for each in batch]
    query = _query(batch[0].kind)
    written = work.write(lambda tx: tx.run(query, rows=rows).single(strict=True)["n"])
    if written != len(rows):
        raise _Unfit(f"a relationship {batch[0].kind} has an end that is not there")


def _query(kind: str | Ends) -> str:
    """The query that writes rows of a kind. Its names are the schema's own."""
    if isinstance(kind, str):
        return f"UNWIND $rows AS row MERGE (n:{kind} {{key: row.key}}) SET n = row RETURN count(n) AS n"
    name, one, other = kind
    return f"""
UNWIND $rows AS row
MATCH (a:{one} {{key: row.source}})
MATCH (b:{other} {{key: row.target}})
CREATE (a)-[r:{name}]->(b)
SET r = row.properties
RETURN count(r) AS n
"""


def _check(graph: Graph, found: Contents) -> None:
    """Raise unless the graph holds as many nodes of each label as the backup: a key may stand in it twice."""
    (held,) = graph.read(_HELD)
    if any(held[label] != found.nodes[label] for label in NODES):
        raise _Unfit("a key stands in it more than once")
