"""Agencies, regions and domains: the nodes that documents share, and what follows from them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.writing import ledger
from graph.writing.claims import Shared, entry, fold
from graph.writing.counterparts import write_counterparts
from graph.writing.statements import together

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

LABELS = ("Region", "Domain", "Agency")

_UNLINK = {"Region": "WITHIN", "Domain": "BROADER", "Agency": "SERVES|PART_OF|SUCCEEDED_BY"}
_LINK = {
    "WITHIN": ("Region", "Region", ""),
    "BROADER": ("Domain", "Domain", ""),
    "SERVES": ("Agency", "Region", ""),
    "PART_OF": ("Agency", "Agency", ""),
    "SUCCEEDED_BY": ("Agency", "Agency", "{on: row.on}"),
}
_WRITE = together(
    {
        **ledger.KEEPING,
        **{f"put_{label}": f"MERGE (n:{label} {{key: row.key}}) SET n = row" for label in LABELS},
        **{
            f"unlink_{label}": f"MATCH (:{label} {{key: row}})-[r:{kinds}]->() DELETE r"
            for label, kinds in _UNLINK.items()
        },
        **{
            kind: f"""
MATCH (a:{source} {{key: row.source}})
MATCH (b:{target} {{key: row.target}})
CREATE (a)-[:{kind} {properties}]->(b)
"""
            for kind, (source, target, properties) in _LINK.items()
        },
        **{f"drop_{label}": f"MATCH (n:{label} {{key: row}}) DETACH DELETE n" for label in LABELS},
    }
)


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
    """Bring the ledger, and the nodes of agencies, regions and domains, from what it said to what it
    says now in the entries of `after`.

    Returns the numbers of new agencies and of relationships made.
    """
    found = {label: _change(label, before, after) for label in LABELS}
    links = _links(found)
    made = sum(map(len, links.values()))
    rows: dict[str, list[Any]] = {**ledger.kept_rows(after), **links}
    for label, change in found.items():
        rows[f"put_{label}"] = [node.properties for node in change.put()]
        rows[f"unlink_{label}"] = change.old()
        rows[f"drop_{label}"] = change.gone()
    _WRITE.run(tx, rows)
    made += write_counterparts(tx, found["Agency"].nodes, found["Region"].old())
    return len(found["Agency"].new()), made


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
