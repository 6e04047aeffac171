"""The file of a backup: gzipped lines of JSON.

::

    {"zeren": "backup", "format": 1, "schema": 3, "made_at": …, "made_by": …, "decisions": […]}
    ["Measure", {"key": …, …}]                                        a node: label, properties
    ["CITES", "Measure", KEY, "Regulation", KEY, {"action": …, …}]    a relationship: type, ends, properties
    {"nodes": 1234, "relationships": 5678, "sha256": …}               of all bytes before this line

Nothing in it is run: labels and types are looked up in the schema, all else is a parameter.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import IO, Any

from graph._schema import LABELS, RELATIONSHIPS, VERSION
from graph.backup._errors import BackupFailed, LaterBackup, NoBackup
from graph.backup._values import made, text
from graph.replacing import replacing

FORMAT = 1
NODES = tuple(label.name for label in LABELS if label.name != "Meta")
"""The labels of a backup's nodes. What the `Meta` node says stands in the first line."""
Ends = tuple[str, str, str]
_LINE, _VALUES = 128 << 20, 2_000_000  # bytes and values of a line: more than any document takes
_FREE, _RATIO = 256 << 20, 200  # bytes that may be unpacked however few hold them, and bytes for each beyond


def _ends() -> Iterator[Ends]:
    for each in RELATIONSHIPS:
        source, target = each.pattern.replace("(", "").replace(")", "").split("→")
        for one, other in product(source.split("|"), target.split("|")):
            yield each.name, one, other


ENDS = tuple(_ends())
"""The types of a backup's relationships, each with the labels of its two ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a backup says of itself: its schema version, when (UTC, ISO 8601) and by which Zeren it was
    made, the decisions in it as rows, the number of its nodes by label and of its relationships, and the
    checksum of its lines."""

    path: Path
    schema: int
    made_at: str
    made_by: str
    decisions: tuple[Any, ...]
    nodes: Counter[str]
    relationships: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Node:
    """A line with a node."""

    label: str
    properties: dict[str, Any]

    @property
    def kind(self) -> str:
        """What is written by one query."""
        return self.label

    def row(self) -> dict[str, Any]:
        """The parameter of that query."""
        return self.properties


@dataclass(frozen=True, slots=True)
class Link:
    """A line with a relationship."""

    kind: Ends
    source: str
    target: str
    properties: dict[str, Any]

    def row(self) -> dict[str, Any]:
        """The parameter of the query that writes it."""
        return {"source": self.source, "target": self.target, "properties": self.properties}


@contextmanager
def fresh(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `path` when all has been written, and only then.

    Raises `BackupFailed`, also where something stands at `path` that is no backup.
    """
    try:
        if path.exists() and not _is_backup(path):
            raise BackupFailed(path=path, reason="this file is no backup, and stays as it is")
        with replacing(path, private=True) as new, new.open("wb") as stream:
            yield stream
    except OSError as error:
        raise BackupFailed(path=path, reason=error.strerror or error) from error


def _is_backup(path: Path) -> bool:
    try:
        with gzip.open(path) as lines:
            return lines.read(40).startswith(_BEGINNING)
    except (OSError, EOFError, zlib.error):
        return False


_BEGINNING = b'{"zeren":"backup",'


def write(stream: IO[bytes], header: dict[str, Any], lines: Iterable[list[Any]]) -> tuple[int, int]:
    """Write a backup; returns the numbers of nodes and relationships in `lines`. Raises `ValueError`
    where a line is longer than `_read` would take."""
    digest = hashlib.sha256()
    counts = [0, 0]
    with gzip.GzipFile(fileobj=stream, mode="wb", filename="", mtime=0, compresslevel=6) as packed:

        def put(line: Any) -> None:
            data = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            if _too_much(data):
                raise ValueError("more than a backup's line may hold")
            digest.update(data)
            packed.write(data)

        put({"zeren": "backup", "format": FORMAT, **header})
        for line in lines:
            counts[len(line) > 2] += 1
            put(line)
        put({"nodes": counts[0], "relationships": counts[1], "sha256": digest.hexdigest()})
    return counts[0], counts[1]


def contents(path: Path) -> Contents:
    """Read a backup through, and say what it holds. Its memory is that of a line, however long the file.

    Raises `NoBackup`, `LaterBackup` and `BackupFailed`.
    """
    nodes: Counter[str] = Counter()
    relationships = 0
    header: dict[str, Any] = {}
    for line in _read(path, header):
        if isinstance(line, Node):
            nodes[line.label] += 1
        else:
            relationships += 1
    if (nodes.total(), relationships) != (header["nodes"], header["relationships"]):
        raise NoBackup(path=path, reason="its counts are wrong")
    return Contents(
        path=path,
        schema=header["schema"],
        made_at=header["made_at"],
        made_by=str(header.get("made_by")),
        decisions=tuple(header["decisions"]),
        nodes=nodes,
        relationships=relationships,
        sha256=header["sha256"],
    )


def lines(found: Contents) -> Iterator[Node | Link]:
    """The nodes and relationships of a backup whose contents are known. Raises `NoBackup`, at the
    latest with its last line, where the file is another by now."""
    header: dict[str, Any] = {}
    yield from _read(found.path, header)
    if header["sha256"] != found.sha256:
        raise NoBackup(path=found.path, reason="the file has changed")


def _read(path: Path, header: dict[str, Any]) -> Iterator[Node | Link]:
    """The lines between the first and the last, whose values go into `header`."""
    digest = hashlib.sha256()
    number = 0
    try:
        with path.open("rb") as file, gzip.GzipFile(fileobj=file, mode="rb") as packed:
            size = os.fstat(file.fileno()).st_size
            for number, data in enumerate(_lines(packed, size), 1):
                value = json.loads(data.decode())
                if number == 1:
                    header.update(_header(value, path))
                elif isinstance(value, dict):
                    header.update(_trailer(value, digest.hexdigest()))
                    if packed.read(1):
                        raise ValueError("something follows the end")
                    return
                else:
                    yield _line(value)
                digest.update(data)
        raise EOFError
    except EOFError as error:
        raise NoBackup(path=path, reason="its end is missing") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise NoBackup(path=path, reason="it is damaged, or not gzipped") from error
    except (ValueError, RecursionError) as error:
        raise NoBackup(path=path, reason=f"line {max(number, 1)}: {error}") from error
    except OSError as error:
        raise BackupFailed(path=path, reason=error.strerror or error) from error


def _lines(packed: gzip.GzipFile, size: int) -> Iterator[bytes]:
    """The lines of a file of `size` bytes. Raises `ValueError` where they would fill memory or disk."""
    total = 0
    while data := packed.readline(_LINE + 1):
        total += len(data)
        if _too_much(data):
            raise ValueError("it is too long")
        if not data.endswith(b"\n"):
            raise EOFError
        if total > _FREE + _RATIO * size:
            raise ValueError("it unpacks to too much")
        yield data


def _too_much(data: bytes) -> bool:
    """Whether a line, or what it is read into, is larger than any that is written. What stands in JSON
    beside another value has a comma before it, and nesting ends by itself."""
    return len(data) > _LINE or data.count(b",") + data.count(b"[") > _VALUES


def _header(value: Any, path: Path) -> dict[str, Any]:
    if not isinstance(value, dict) or value.get("zeren") != "backup":
        raise ValueError("it is no backup of Zeren's")
    for what, known in (("format", FORMAT), ("schema", VERSION)):
        found = value.get(what)
        if type(found) is not int or found < 1:
            raise ValueError(f"{what} is missing")
        if found > known:
            raise LaterBackup(path=path, what=what, found=found, known=known)
    decisions = value.get("decisions")
    if not (isinstance(decisions, list) and all(isinstance(row, dict) for row in decisions)):
        raise ValueError("decisions are missing")
    datetime.fromisoformat(str(value.get("made_at")))  # a person is shown it
    return value


def _trailer(value: dict[str, Any], digest: str) -> dict[str, Any]:
    if value.get("sha256") != digest:
        raise ValueError("the checksum is another")
    if not all(type(value.get(name)) is int for name in ("nodes", "relationships")):
        raise ValueError("counts are missing")
    return value


def _line(value: Any) -> Node | Link:
    """The node or relationship of a line. Raises `ValueError`: it is none of the schema's."""
    match value:
        case [str(label), dict(properties)] if label in NODES:
            if properties.get("key") and isinstance(properties["key"], str):
                return Node(label, made(properties))
        case [str(kind), str(one), str(source), str(other), str(target), dict(properties)]:
            if (kind, one, other) in ENDS:
                return Link((kind, one, other), text(source), text(target), made(properties))
    raise ValueError("neither a node nor a relationship of the schema")
