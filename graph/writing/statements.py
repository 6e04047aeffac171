"""Several statements sent as one: a document is written in few round trips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


def together(parts: Mapping[str, str]) -> str:
    """One statement that runs `parts` in order, each for the rows of `$all` that have its name.

    A part takes its ``row``; what it returns is lost. The rows stand in one map, since Neo4j plans
    anew for lists of other lengths.
    """
    calls = (f"CALL () {{\nUNWIND $all.{name} AS row\n{part.strip()}\n}}" for name, part in parts.items())
    return "\n".join(calls)


def run(tx: ManagedTransaction, statement: str, rows: Mapping[str, Iterable[Any]]) -> None:
    """Run a statement of `together`, if there is any row for it."""
    lists = {name: list(some) for name, some in rows.items()}
    if any(lists.values()):
        tx.run(statement, all=lists).consume()
