"""Several statements sent as one: a document is written in few round trips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_COLUMN = re.compile(r"\brow\.(\w+)")
_WHOLE = re.compile(r"\brow\b(?!\.)")


@dataclass(frozen=True, slots=True)
class Together:
    """Statements as one, and of each, by name, the columns of its rows; none where it takes them whole."""

    cypher: str
    columns: Mapping[str, tuple[str, ...]]

    def run(self, tx: ManagedTransaction, rows: Mapping[str, Iterable[Any]]) -> None:
        """Run it for the rows of each part, if there is any row."""
        lists = {name: _values(rows.get(name, ()), columns) for name, columns in self.columns.items()}
        if any(lists.values()):
            tx.run(self.cypher, all=lists).consume()


def together(parts: Mapping[str, str]) -> Together:
    """One statement that runs `parts` in order, each for the rows that have its name.

    A part takes its ``row``, whole or by columns (``row.key``); what it returns is lost. The rows
    stand in one map, since Neo4j plans anew for lists of other lengths. A row that is taken by columns
    is sent as the list of its values: repeating their names would double what there is to pack.
    """
    columns, calls = {}, []
    for name, part in parts.items():
        columns[name] = () if _WHOLE.search(part) else tuple(sorted(set(_COLUMN.findall(part))))
        places = {column: f"row[{place}]" for place, column in enumerate(columns[name])}
        text = part.strip()
        if places:
            text = _COLUMN.sub(lambda found, places=places: places[found[1]], text)  # type: ignore[misc]
        calls.append(f"CALL () {{\nUNWIND $all.{name} AS row\n{text}\n}}")
    return Together("\n".join(calls), columns)


def _values(rows: Iterable[Any], columns: tuple[str, ...]) -> list[Any]:
    return [[row.get(name) for name in columns] for row in rows] if columns else list(rows)
