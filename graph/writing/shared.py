"""Agencies, regions and domains: the nodes that documents share, and what follows from them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.writing import ledger
from graph.writing.claims import Shared, entry, fold
from graph.writing.counterparts import write_counterparts

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

LABELS = ("Region", "Domain", "Agency")

_PUT = {label: f"UNWIND $rows AS row MERGE (n:{label} {{key: row.key}}) SET n = row" for label in LABELS}
_DROP = {label: f"UNWIND $keys AS key MATCH (n:{label} {{key: key}}) DETACH DELETE n" for label in LABELS}
_UNLINK = {
    "Region": "UNWIND $keys AS key MATCH (:Region {key: key})-[r:WITHIN]->() DELETE r",
    "Domain": "UNWIND $keys AS key MATCH (:Domain {key: key})-[r:BROADER]->() DELETE r",
    "Agency": "UNWIND $keys AS key MATCH (:Agency {key: key})-[r:SERVES|PART_OF|SUCCEEDED_BY]->() DELETE r",
}
_LINK = {
    "WITHIN": ("Region", "Region", ""),
    "BROADER": ("Domain", "Domain", ""),
    "SERVES": ("Agency", "Region", ""),
    "PART_OF": ("Agency", "Agency", ""),
    "SUCCEEDED_BY": ("Agency", "Agency", "{on: row.on}"),
}
_LINKS = {
    kind: f"""
UNWIND $rows AS row
MATCH (a:{source} {{key: row.source}})
MATCH (b:{target} {{key: row.target}})
CREATE (a)-[:{kind} {properties}]->(b)
"""
    for kind, (source, target, properties) in _LINK.items()
}


@dataclass(slots=True)
class Change:
    """How one label's nodes change: key → the node before and after (None where there is none)."""

    nodes: dict[str, tuple[Shared | None, Shared | None]] = field(default_factory=dict)

    def put(self) -> list[Shared]:
        """The nodes to write, by key."""
        return [after for _, (_, after) in sorted(self.nodes.items()) if after]

    def gone(self) -> list[str]:
        """The keys of the nodes to remove."""
        return sorted(key for key, (_, after) in self.nodes.items() if not after)

    def new(self) -> list[str]:
        """The keys of the nodes that were not there."""
        return sorted(key for key, (before, _) in self.nodes.items() if not before)

    def old(self) -> list[str]:
        """The keys of the nodes that were there and stay."""
        return sorted(key for key, (before, after) in self.nodes.items() if before and after)


def write_shared(tx: ManagedTransaction, before: ledger.Entries, after: ledger.Entries) -> tuple[int, int]:
    """Bring the nodes of agencies, regions and domains from what the ledger said to what it says now
    in the entries of `after`.

    Returns the numbers of new agencies and of relationships made.
    """
    found = {label: _change(label, before, after) for label in LABELS}
    for label, change in found.items():
        rows = [node.properties for node in change.put()]
        if rows:
            tx.run(_PUT[label], rows=rows).consume()
        if change.old():
            tx.run(_UNLINK[label], keys=change.old()).consume()
    links = _links(found)
    for kind, link_rows in links.items():
        tx.run(_LINKS[kind], rows=link_rows).consume()
    for label, change in found.items():
        if change.gone():
            tx.run(_DROP[label], keys=change.gone()).consume()
    made = write_counterparts(tx, found["Agency"].nodes, found["Region"].old())
    return len(found["Agency"].new()), made + sum(map(len, links.values()))


def _change(label: str, before: ledger.Entries, after: ledger.Entries) -> Change:
    change = Change()
    prefix = entry(label, "")
    for name in after:
        if name.startswith(prefix):
            key = name.removeprefix(prefix)
            was = fold(label, key, before[name]) if before[name] else None
            now = fold(label, key, after[name]) if after[name] else None
            if was != now:
                change.nodes[key] = (was, now)
    return change


def _links(found: dict[str, Change]) -> dict[str, list[dict[str, Any]]]:
    links: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def link(kind: str, source: Shared, target: str | None, **properties: Any) -> None:
        if target:
            links[kind].append({"source": source.properties["key"], "target": target, **properties})

    for node in found["Region"].put():
        link("WITHIN", node, node.above)
    for node in found["Domain"].put():
        link("BROADER", node, node.above)
    for node in found["Agency"].put():
        link("SERVES", node, node.serves)
        link("PART_OF", node, node.part_of)
        link("SUCCEEDED_BY", node, node.successor, on=node.succeeded_on)
    return links
