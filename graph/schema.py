"""The schema of the graph: its constraints and indexes, its version, and the README's table of it.

All follow from `LABELS` and `RELATIONSHIPS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph._schema import EVIDENCE, LABELS, META_KEY, RELATIONSHIPS, Label, Relationship
from graph.errors import ZerenError

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph

__all__ = [
    "EVIDENCE",
    "LABELS",
    "RELATIONSHIPS",
    "VERSION",
    "Label",
    "OtherSchema",
    "Relationship",
    "as_markdown",
    "ensure_schema",
    "statements",
    "take_turn",
]

VERSION = 2


class OtherSchema(ZerenError):
    """The graph was written by a Zeren whose schema is another."""

    en = "The graph has schema version {found}, this Zeren writes {version}: use another graph folder."
    zh = "图谱的结构版本为 {found}，本程序写入的是 {version}：请另用一个图谱文件夹。"


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
RETURN m.schema_version AS version
"""


def ensure_schema(graph: Graph) -> None:
    """Make the constraints and indexes, and note the schema's version in the graph, unless it is there.

    Raises `OtherSchema` where the graph has another version.
    """
    if not graph.read(_NOTED, key=META_KEY):
        graph.write(_make)
    graph.write(take_turn)


def _make(tx: ManagedTransaction) -> None:
    for statement in statements():
        tx.run(statement).consume()


def take_turn(tx: ManagedTransaction) -> None:
    """Begin a change: waits for (or clashes with, and is then retried after) another writer's, since
    both touch the one `Meta` node. Raises `OtherSchema`."""
    row = tx.run(_META, key=META_KEY, version=VERSION).single(strict=True)
    if row["version"] != VERSION:
        raise OtherSchema(found=row["version"], version=VERSION)


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
