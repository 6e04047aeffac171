"""A graph as the rows it is made of: read back whole, and made again by bare CREATE."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.connection import Graph

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_NODES = "MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS row"
_LINKS = """
MATCH (a)-[r]->(b)
RETURN labels(a)[0] AS source, type(r) AS type, labels(b)[0] AS target, a.key AS a, b.key AS b,
       properties(r) AS row
"""
_ENDS = ("_a", "_b")  # the keys of the nodes that a relationship joins

Row = dict[str, Any]
Kind = tuple[str, str, str]  # label of the source, type, label of the target


@dataclass
class Rows:
    """Nodes by label, and relationships by type and the labels they join."""

    nodes: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    links: dict[Kind, list[Row]] = field(default_factory=lambda: defaultdict(list))


def read_rows(graph: Graph) -> Rows:
    """Everything in the graph."""
    rows = Rows()
    for each in graph.read(_NODES):
        rows.nodes[each["label"]].append(each["row"])
    for each in graph.read(_LINKS):
        row = {**each["row"], "_a": each["a"], "_b": each["b"]}
        rows.links[each["source"], each["type"], each["target"]].append(row)
    return rows


def batches(rows: Rows, size: int) -> Iterator[Rows]:
    """The rows in parts of one kind, of at most `size`, nodes first."""
    for label, nodes in rows.nodes.items():
        for at in range(0, len(nodes), size):
            yield Rows(nodes={label: nodes[at : at + size]})
    for kind, links in rows.links.items():
        for at in range(0, len(links), size):
            yield Rows(links={kind: links[at : at + size]})


def by_document(rows: Rows, keys: list[str]) -> list[Rows]:
    """The rows that each of the documents `keys` brings when they come in this order: its own, and
    what it shares with later ones. Keys and paths of documents hold no ``/``, save where they begin."""
    owner = _owners(rows, {key: place for place, key in enumerate(keys)})
    parts = [Rows() for _ in keys]
    for label, nodes in rows.nodes.items():
        for row in nodes:
            parts[owner.get((label, row["key"]), 0)].nodes[label].append(row)
    for (source, kind, target), links in rows.links.items():
        for row in links:
            place = max(owner.get((source, row["_a"]), 0), owner.get((target, row["_b"]), 0))
            parts[place].links[source, kind, target].append(row)
    return parts


def _owners(rows: Rows, places: dict[str, int]) -> dict[tuple[str, str], int]:
    """(label, key) → the place of the first document that has the node or is joined with it."""
    owner = {}
    for label in ("Document", "Profile", "Section", "Measure", "Deadline"):
        for row in rows.nodes.get(label, ()):
            owner[label, row["key"]] = places[row["key"].partition("/")[0].partition("@")[0]]
    for row in rows.nodes["Reading"]:
        owner["Reading", row["key"]] = places[row["document_key"]]
    for _ in range(4):  # an agency's region, the region above it …
        fixed = dict(owner)
        for (source, _kind, target), links in rows.links.items():
            for row in links:
                ends = (source, row["_a"]), (target, row["_b"])
                for one, other in (ends, ends[::-1]):
                    if one not in fixed and other in fixed:
                        owner[one] = min(owner.get(one, len(places)), fixed[other])
    for row in rows.nodes["Ledger"]:
        label, _, key = row["key"].partition(" ")
        owner["Ledger", row["key"]] = owner.get((label, key), 0)
    return owner


def renamed(rows: Rows, prefix: str) -> Rows:
    """The same rows under other keys, so that they fit beside the first."""

    def other(row: Row) -> Row:
        return {**row, **{name: prefix + row[name] for name in ("key", *_ENDS) if name in row}}

    return Rows(
        {label: [other(row) for row in nodes] for label, nodes in rows.nodes.items()},
        {kind: [other(row) for row in links] for kind, links in rows.links.items()},
    )


Statements = dict[str | Kind, str]


def statements(rows: Rows) -> Statements:
    """A CREATE for each label and for each type of relationship of `rows`, with all properties that any
    row has; the ends of a relationship are found by the index of their keys. A statement takes its
    rows in a map, since Neo4j plans anew for lists of other lengths."""
    found: Statements = {}
    for label, nodes in rows.nodes.items():
        found[label] = f"UNWIND $all.rows AS row CREATE (:{label} {{{_inline(nodes)}}})"
    for kind, links in rows.links.items():
        source, name, target = kind
        found[kind] = (
            "UNWIND $all.rows AS row "
            f"MATCH (a:{source} {{key: row._a}}) MATCH (b:{target} {{key: row._b}}) "
            f"CREATE (a)-[:{name} {{{_inline(links)}}}]->(b)"
        )
    return found


def create(graph: Graph, parts: Iterable[Rows], by: Statements) -> None:
    """Make the rows, a transaction a part and a statement a kind. Nothing is compared or kept up."""
    for part in parts:
        graph.write(lambda tx, part=part: _create(tx, part, by))  # type: ignore[misc]


def _create(tx: ManagedTransaction, rows: Rows, by: Statements) -> None:
    for kind, some in (*rows.nodes.items(), *rows.links.items()):
        tx.run(by[kind], all={"rows": some}).consume()


def _inline(rows: list[Row]) -> str:
    names = sorted({name for row in rows for name in row if name not in _ENDS})
    return ", ".join(f"{name}: row.{name}" for name in names)


def empty(graph: Graph) -> None:
    """Remove everything but the schema."""
    while graph.read("MATCH (n) RETURN n.key AS key LIMIT 1"):
        graph.write(lambda tx: tx.run("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n").consume())
