"""The whole graph as tables, one a kind of node or relationship, whatever its size.

One pass over the graph writes the rows into scratch files and learns the columns with their types;
the rows are then read back as often as an export likes. Memory holds the keys of one label and one
batch, the server's too, which finds all rows of a query before it sends the first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any

from graph.batches import batches
from graph.errors import ZerenError
from graph.exports._values import Flat, Formless, joined, told
from graph.schema import LABELS, hold_turn

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph

ENDS = {":start": "from", ":end": "to"}
"""What a flat table calls the keys of a relationship's ends."""
_INTERNAL = frozenset(label.name for label in LABELS if label.internal)
_KEYED = [label.name for label in LABELS]  # a constraint keeps their keys unique
_KEYS = "MATCH (n:{label}) RETURN n.key AS key, labels(n) AS labels"
_OF_KEYS = "UNWIND $keys AS key MATCH (n:{label} {{key: key}})"
_OF_OTHERS = "MATCH (n) WHERE none(label IN labels(n) WHERE label IN $keyed)"
_NODES = "RETURN labels(n) AS labels, properties(n) AS properties"
_RELATIONSHIPS = """
MATCH (n)-[r]->(b)
RETURN labels(n) AS source_labels, n.key AS source, type(r) AS type, properties(r) AS properties,
       labels(b) AS target_labels, b.key AS target
"""

Row = dict[str, Flat | list[Flat]]


class Unkeyed(ZerenError):
    """A node that Zeren did not write, and that nothing tells from others."""

    en = "A node {labels} has no key of its own ({key}): give it a unique text as its key, or delete it."
    zh = "节点 {labels} 没有唯一的键（{key}）：请给它一个唯一的文本作为 key，或将其删除。"


class NoForm(ZerenError):
    """A property that Zeren did not write has values of a type, or of several, that no file can hold."""

    en = "{place}: the property {name} holds {reason}: give it one type (text, number, boolean, date, time)."
    zh = "{place}：属性 {name} 的值为 {reason}：请统一为一种类型（文本、数、布尔、日期或时间）。"


@dataclass(slots=True)
class Table:
    """Nodes with the same `labels`, or relationships of one `type` from such nodes to such nodes.

    `name` fits a file and is one table's alone. `columns` gives each property's type (`_values.told`),
    the key and name of nodes first; `hollow` are those in which some row has an empty list, or a list of
    one empty text.
    """

    name: str
    labels: tuple[str, ...]
    type: str | None = None
    target_labels: tuple[str, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    hollow: set[str] = field(default_factory=set)
    length: int = 0
    _file: Path = Path()

    def rows(self) -> Iterator[Row]:
        """A node's properties; a relationship's with the keys of its ends under ``:start`` and ``:end``."""
        with self._file.open(encoding="utf-8", newline="\n") as lines:
            yield from map(json.loads, lines)


@dataclass(slots=True)
class Whole:
    """The tables, nodes and relationships each by name; `longest` is the length in characters of the
    longest row, and no string of a list holds any of the characters `free`."""

    nodes: list[Table]
    relationships: list[Table]
    longest: int
    free: str

    def shown(self) -> list[Table]:
        """All tables but those of the nodes that serve the writer only."""
        return [each for each in (*self.nodes, *self.relationships) if _INTERNAL.isdisjoint(each.labels)]


@contextmanager
def whole(graph: Graph, scratch: Path, free: str = "") -> Iterator[Whole]:
    """All of the graph, with scratch files in the folder `scratch`; writers wait while it is read.

    `free` are characters of which those shall be told that no string of a list holds. Raises
    `Unkeyed`, `NoForm`, and what reading the graph raises.
    """

    def work(tx: ManagedTransaction) -> Whole:
        hold_turn(tx)
        with ExitStack() as files:
            spool = _Spool(Path(folder), files, free)
            for found, params in _batches(tx):
                for record in tx.run(f"{found} {_NODES}", params):
                    spool.add((_labels(record["labels"]),), {}, record["properties"])
                for record in tx.run(f"{found} {_RELATIONSHIPS}", params):
                    kind = (
                        _labels(record["source_labels"]),
                        record["type"],
                        _labels(record["target_labels"]),
                    )
                    ends: Row = {":start": record["source"], ":end": record["target"]}
                    spool.add(kind, ends, record["properties"])
            return spool.done()

    with TemporaryDirectory(dir=scratch, prefix=".rows") as folder:
        yield graph.write(work)


def _batches(tx: ManagedTransaction) -> Iterator[tuple[str, dict[str, Any]]]:
    """Patterns that find every node once, as ``n``, each with its parameters."""
    for place, label in enumerate(_KEYED):
        before = set(_KEYED[:place])
        rows = list(tx.run(_KEYS.format(label=label)))
        keys = [row["key"] for row in rows if not before.intersection(row["labels"])]
        if any(not isinstance(key, str) for key in keys):
            raise Unkeyed(labels=label, key=None)
        for batch in batches(label, keys):
            yield _OF_KEYS.format(label=label), {"keys": batch}
    yield _OF_OTHERS, {"keyed": _KEYED}


def _labels(found: list[str]) -> tuple[str, ...]:
    return tuple(sorted(found))


class _Spool:
    """The scratch files while they grow."""

    def __init__(self, folder: Path, files: ExitStack, free: str) -> None:
        self._folder = folder
        self._files = files
        self._tables: dict[tuple[Any, ...], tuple[Table, IO[str]]] = {}
        self._names: set[str] = set()
        self._keys: dict[tuple[str, ...], set[str]] = {}
        self._longest = 0
        self._free = free

    def add(self, kind: tuple[Any, ...], ends: Row, properties: dict[str, Any]) -> None:
        if kind not in self._tables:
            self._tables[kind] = self._table(kind)
        table, file = self._tables[kind]
        row = dict(ends)
        if table.type is None:
            self._check(table.labels, properties.get("key"))
        for name, value in properties.items():
            if value is not None:
                row[name] = self._value(table, name, value)
        line = json.dumps(row, ensure_ascii=False)
        file.write(line + "\n")
        table.length += 1
        self._longest = max(self._longest, len(line))

    def _value(self, table: Table, name: str, value: Any) -> Flat | list[Flat]:
        try:
            kind, flat = told(value)
            table.columns[name] = joined(table.columns.get(name), kind)
        except Formless as reason:
            raise NoForm(place=table.name, name=name, reason=reason) from None
        if flat in ([], [""]):
            table.hollow.add(name)
        if self._free and kind == "string[]":
            self._free = "".join(c for c in self._free if not any(c in str(item) for item in value))
        return flat

    def _check(self, labels: tuple[str, ...], key: Any) -> None:
        """Raises `Unkeyed`; keys of our own labels are unique by a constraint."""
        known = self._keys.setdefault(labels, set())
        if not labels or not isinstance(key, str) or key in known:
            raise Unkeyed(labels=":".join(labels) or "()", key=key)
        if not set(_KEYED).intersection(labels):
            known.add(key)

    def _table(self, kind: tuple[Any, ...]) -> tuple[Table, IO[str]]:
        labels, type_, target_labels = (*kind, None, ())[:3]
        words = "-".join(["_".join(labels), *([type_, "_".join(target_labels)] if type_ else [])])
        name = self._unique(re.sub(r"[^\w-]", "_", words, flags=re.ASCII))
        path = self._folder / f"{len(self._tables)}.jsonl"
        file = self._files.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        return Table(name, labels, type_, target_labels, _file=path), file

    def _unique(self, name: str) -> str:
        """The name, with a number where a file system might take it for another's."""
        tries: Iterator[str] = (f"{name}{n if n > 1 else ''}" for n in count(1))
        found = next(each for each in tries if each.casefold() not in self._names)
        self._names.add(found.casefold())
        return found

    def done(self) -> Whole:
        tables = sorted((table for table, _ in self._tables.values()), key=lambda table: table.name)
        for table in tables:
            names = sorted(table.columns, key=lambda name: (name != "key", name != "name", name))
            table.columns = {name: table.columns[name] for name in names}
        return Whole(
            nodes=[table for table in tables if table.type is None],
            relationships=[table for table in tables if table.type is not None],
            longest=self._longest,
            free=self._free,
        )
