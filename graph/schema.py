"""The schema of the graph: its constraints and indexes, its version, and the README's table of it.

All follow from `LABELS` and `RELATIONSHIPS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph._schema import EVIDENCE, LABELS, META_KEY, RELATIONSHIPS, VERSION, Label, Relationship
from graph.condition import require_usable

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph

__all__ = [
    "EVIDENCE",
    "LABELS",
    "RELATIONSHIPS",
    "VERSION",
    "Label",
    "Relationship",
    "as_markdown",
    "ensure_schema",
    "hold_turn",
    "make_schema",
    "properties_of",
    "statements",
    "take_turn",
]


def statements() -> list[str]:
    """The constraints and indexes, as Cypher that both servers take; each does nothing when it is there."""
    found = []
    for label in LABELS:
        name = label.name.lower()
        found.append(
            f"CREATE CONSTRAINT {name}_key IF NOT EXISTS FOR (n:{label.name}) REQUIRE n.key IS UNIQUE"
        )
        found.extend(
            f"CREATE INDEX {name}_{each} IF NOT EXISTS FOR (n:{label.name}) ON (n.{each})"
            for each in label.indexes
        )
    return found


_NOTED = "MATCH (m:Meta {key: $key}) RETURN m.key AS key"
_META = """
MERGE (m:Meta {key: $key})
ON CREATE SET m.name = 'Zeren', m.schema_version = $version
SET m.schema_version = m.schema_version
RETURN m.schema_version AS version, m.incomplete AS incomplete
"""

_HOLD = "MATCH (m:Meta {key: $key}) SET m.schema_version = m.schema_version"


def ensure_schema(graph: Graph) -> None:
    """Make the constraints and indexes, and note the schema's version in the graph, unless it is there.

    Raises a `graph.condition.NotUsable` where the graph has another version or is not whole.
    """
    if not graph.read(_NOTED, key=META_KEY):
        graph.write(make_schema)
    graph.write(take_turn)


def make_schema(tx: ManagedTransaction) -> None:
    """Make the constraints and indexes where they are missing."""
    for statement in statements():
        tx.run(statement).consume()


def hold_turn(tx: ManagedTransaction) -> None:
    """Keep writers waiting until the end of the transaction; the graph stays as it is, a new one too."""
    tx.run(_HOLD, key=META_KEY).consume()


def take_turn(tx: ManagedTransaction) -> None:
    """Begin a change: waits for (or clashes with, and is then retried after) another writer's, since
    both touch the one `Meta` node. Raises a `graph.condition.NotUsable`."""
    row = tx.run(_META, key=META_KEY, version=VERSION).single(strict=True)
    require_usable(row["version"], row["incomplete"])


def properties_of(name: str) -> dict[str, str]:
    """The properties of the nodes of a label, or of the relationships of a type, with their meaning;
    none where the schema has no such name."""
    for label in LABELS:
        if label.name == name:
            return {"key": label.key, "name": "what a person would call it", **label.properties}
    for each in RELATIONSHIPS:
        if each.name == name:
            return {**each.properties, **(EVIDENCE if each.evidence else {})}
    return {}


def as_markdown() -> str:
    """The schema as two Markdown tables, nodes and relationships."""
    rows = ["| node | is | key | properties |", "|---|---|---|---|"]
    for label in LABELS:
        if not label.internal:
            rows.append(f"| `{label.name}` | {label.meaning} | {label.key} | {_listed(label.properties)} |")
    rows += ["", "| relationship | from → to | says | properties |", "|---|---|---|---|"]
    for each in RELATIONSHIPS:
        listed = _listed(each.properties) + (" + evidence" if each.evidence else "")
        rows.append(f"| `{each.name}` | `{each.pattern}` | {each.meaning} | {listed.strip(' +')} |")
    internal = ", ".join(f"`{label.name}` ({label.meaning})" for label in LABELS if label.internal)
    rows += [
        "",
        f"Every node has `key` and `name`. Evidence: {_listed(EVIDENCE)}. For the writer alone: {internal}.",
    ]
    return (
        "\n".join(rows)
        .replace("Measure|Document", "Measure\\|Document")
        .replace("Document|Section", "Document\\|Section")
    )


def _listed(properties: dict[str, str]) -> str:
    return ", ".join(f"`{name}` ({meaning})" for name, meaning in properties.items())
