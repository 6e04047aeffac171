"""What reading a file gave, kept in the graph under the file's path."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph._values import plain
from graph.identity import is_key_number, normal_number
from graph.model import PolicyDocument
from graph.writing.codec import pack, unpack
from graph.writing.statements import together

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph


# From the names of a document to what it should have been read by.
ReadBy = Callable[[list[str]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading one file gave, and by what its copies are found.

    `path` is absolute. `document_key` is the key that the document has by itself: its number, else
    title, issuers and date, else the hash of its text. `names` are what a person's decisions may
    call it. `measures` and `length` (characters) rank copies, `packed` holds the whole
    `PolicyDocument` (`held` too, where it was just read), `loaded_at` is UTC without zone, since the
    two servers keep zones differently.
    """

    path: str
    sha256: str
    document_key: str
    text_sha256: str
    read_by: str
    names: list[str]
    measures: int
    length: int
    format: str
    publisher: str | None
    loaded_at: datetime
    packed: str
    held: PolicyDocument | None = field(default=None, compare=False, repr=False)

    @property
    def document(self) -> PolicyDocument:
        """The document read."""
        return self.held or _unpack(self.packed)

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """Lowest first: the reading that tells a document's facts among its copies."""
        return (-self.measures, -self.length, self.sha256, self.path)


# A document and its copies are looked at several times in one transaction.
_unpack = lru_cache(maxsize=8)(unpack)


def absolute(path: str | Path) -> str:
    """The path under which a file is known: absolute, links not followed."""
    return str(Path(path).absolute())


def reading_of(document: PolicyDocument) -> Reading:
    """The reading that gave `document`, now."""
    text_sha256 = document.text_sha256 or _hash_of(document.source.text)
    return Reading(
        path=absolute(document.source.path),
        sha256=document.source.sha256,
        document_key=_key_of(document) or text_sha256,
        text_sha256=text_sha256,
        read_by=document.read_by,
        names=names_of(document),
        measures=len(document.measures),
        length=len(document.source.text),
        format=document.source.format,
        publisher=document.source.publisher,
        loaded_at=datetime.now(UTC).replace(tzinfo=None, microsecond=0),
        packed=pack(document),
        held=document,
    )


def called(document: PolicyDocument) -> str:
    """What a person calls a document: by its number, else its title, else the stem of its file."""
    title = document.text_title or document.title
    return document.doc_number or title or Path(document.source.path).stem


def names_of(document: PolicyDocument) -> list[str]:
    """What a person's decisions may call a document: its number and titles, failing these its file, and
    the hash of its text."""
    text = document.text_sha256 or _hash_of(document.source.text)
    names = (document.doc_number, document.title, document.text_title, called(document), text)
    return [name for name in dict.fromkeys(names) if name]


def _key_of(document: PolicyDocument) -> str | None:
    if document.doc_number and is_key_number(document.doc_number):
        return normal_number(document.doc_number)
    if document.title and document.issuers and document.issued_on:
        return "|".join((document.title, "、".join(document.issuers), document.issued_on.isoformat()))
    return None


def _hash_of(text: str) -> str:
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()


_KEPT = [field.name for field in fields(Reading) if field.name not in ("path", "held")]
_NEAR = "\nUNION\n".join(
    f"MATCH (r:Reading) WHERE r.{name} IN ${name} RETURN r"
    for name in ("key", "sha256", "document_key", "text_sha256")
)
# Parts of a statement (`graph.writing.statements`).
KEEPING = {
    "forgotten": "MATCH (r:Reading {key: row}) DELETE r",
    "readings": "MERGE (r:Reading {key: row.key}) SET r = row",
}
_KNOWN = """
UNWIND $rows AS row
MATCH (r:Reading {key: row.path})
WHERE r.sha256 = row.sha256
MATCH (d:Document)-[:READ_FROM]->(:Source {key: row.sha256})
RETURN r.key AS path, d.key AS key, coalesce(d.title, d.text_title) AS title, r.read_by AS read_by,
       r.names AS names
ORDER BY path
"""


def readings_near(
    tx: ManagedTransaction, readings: Iterable[Reading], paths: Iterable[str]
) -> dict[str, Reading]:
    """By path: what is kept at `paths`, and every reading that may be a copy of theirs or of `readings`,
    or of a copy's. Nothing outside can change with them."""
    seen: dict[str, Reading] = {}
    asked: dict[str, set[str]] = {"key": set(), "sha256": set(), "document_key": set(), "text_sha256": set()}
    wanted = {name: {getattr(r, _field(name)) for r in readings} for name in asked}
    wanted["key"].update(paths)
    while any(wanted[name] - asked[name] for name in asked):
        found = [_kept(plain(record["r"])) for record in tx.run(_NEAR, _lists(wanted))]
        asked = wanted
        seen.update((reading.path, reading) for reading in found)
        wanted = {name: asked[name] | {getattr(reading, _field(name)) for reading in found} for name in asked}
    return seen


def _kept(node: Mapping[str, Any]) -> Reading:
    values: dict[str, Any] = {name: node.get(name) for name in _KEPT}
    return Reading(path=node["key"], **values)


def _field(name: str) -> str:
    return "path" if name == "key" else name


def _lists(wanted: Mapping[str, set[str]]) -> dict[str, list[str]]:
    return {name: sorted(values) for name, values in wanted.items()}


_KEEP = together(KEEPING)


def put_readings(tx: ManagedTransaction, readings: Iterable[Reading]) -> None:
    """Keep `readings` in the graph, each in the place of what its path gave before."""
    _KEEP.run(tx, kept_rows({}, {reading.path: reading for reading in readings}))


def kept_rows(old: Mapping[str, Reading], new: Mapping[str, Reading]) -> dict[str, list[Any]]:
    """The rows of `KEEPING` that bring the readings kept in the graph, by path, from `old` to `new`."""
    rows = [
        {"key": path, "name": Path(path).name, **{name: getattr(reading, name) for name in _KEPT}}
        for path, reading in sorted(new.items())
        if old.get(path) != reading
    ]
    return {"forgotten": sorted(old.keys() - new.keys()), "readings": rows}


def known_readings(graph: Graph, files: Mapping[str, str], read_by: ReadBy) -> list[dict[str, Any]]:
    """Those of `files` (absolute path → sha256) that the graph holds as they are, read as `read_by`
    says for their names: path, and key and title of the document."""
    rows = [{"path": path, "sha256": sha256} for path, sha256 in files.items()]
    return [
        {name: row[name] for name in ("path", "key", "title")}
        for row in graph.read(_KNOWN, rows=rows)
        if row["read_by"] == read_by(row["names"] or [])
    ]


_READ = """
MATCH (r:Reading)
RETURN r.key AS path, r.read_by AS read_by, coalesce(r.names, []) AS names
ORDER BY path
"""


def read_files(graph: Graph) -> list[tuple[str, str, list[str]]]:
    """Of every file that the graph holds its path, what it was read by, and its document's names."""
    return [(row["path"], row["read_by"], row["names"]) for row in graph.read(_READ)]
