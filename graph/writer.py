"""Documents into the graph: one transaction each, written by difference, idempotent.

The graph is a function of the readings it holds (see `graph.writing`), so loading and removing in
any order gives one graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from weakref import WeakSet

from graph.model import PolicyDocument
from graph.schema import ensure_schema, take_turn
from graph.writing import ledger
from graph.writing.alignments import alignments, write_alignments
from graph.writing.claims import claims_of, entry, mentions_of
from graph.writing.documents import remove_documents, write_document, write_sources
from graph.writing.editions import Edition, editions
from graph.writing.readings import (
    ReadBy,
    Reading,
    absolute,
    kept_rows,
    known_readings,
    reading_of,
    readings_near,
)
from graph.writing.regulations import write_regulations
from graph.writing.rows import rows_of
from graph.writing.shared import write_shared

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph

Outcome = Literal["added", "replaced", "unchanged", "copy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What loading one document did.

    `added`: a new document; `replaced`: the file's path, or these bytes read by another reader,
    gave something else before; `copy`: one more file of a known document; `unchanged`: nothing.
    `key` and `title` are the document's in the graph. `measures` were written, of a copy those that it
    has beyond the known ones; `relationships` were written, `agencies` are new.
    """

    outcome: Outcome
    path: str
    key: str
    title: str | None
    measures: int = 0
    agencies: int = 0
    relationships: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What one change wrote: the documents before and after it by key, and counts."""

    before: Mapping[str, Edition]
    after: Mapping[str, Edition]
    measures: int
    agencies: int
    relationships: int


_ready: WeakSet[Graph] = WeakSet()


def load(graph: Graph, document: PolicyDocument) -> LoadReport:
    """Write one document, whole or not at all.

    What its path gave before is replaced. Raises a `graph.condition.NotUsable`, and what the
    connection raises.
    """
    if graph not in _ready:
        ensure_schema(graph)
        _ready.add(graph)
    reading = reading_of(document)
    return graph.write(lambda tx: _load(tx, reading))


def unchanged(graph: Graph, files: Mapping[str | Path, str], read_by: ReadBy) -> list[LoadReport]:
    """Reports on those of `files` (path → sha256) that need no reading: the graph holds what was
    read in them by the reader, vocabulary and decisions that `read_by` gives for a document's names."""
    known = known_readings(graph, {absolute(path): sha256 for path, sha256 in files.items()}, read_by)
    return [LoadReport(outcome="unchanged", **row) for row in known]


def _load(tx: ManagedTransaction, reading: Reading) -> LoadReport:
    take_turn(tx)
    near = readings_near(tx, [reading], [reading.path])
    before = near.get(reading.path)
    if before and (before.sha256, before.read_by) == (reading.sha256, reading.read_by):
        return _report("unchanged", reading, editions(near.values()))
    written = change(tx, near, {**near, reading.path: reading})
    outcome: Outcome = "added"
    if before:
        outcome = "replaced"
    elif len(_edition_at(reading.path, written.after).copies) > 1:
        outcome = "copy"
        written = replace(written, measures=_measures(written.after) - _measures(written.before))
    return _report(outcome, reading, written.after, written)


def _measures(documents: Mapping[str, Edition]) -> int:
    return sum(edition.giver.measures for edition in documents.values())


def _report(
    outcome: Outcome, reading: Reading, found: Mapping[str, Edition], written: Written | None = None
) -> LoadReport:
    edition = _edition_at(reading.path, found)
    title = edition.giver.document.title or edition.giver.document.text_title
    return LoadReport(
        outcome=outcome,
        path=reading.path,
        key=edition.key,
        title=title,
        measures=written.measures if written else 0,
        agencies=written.agencies if written else 0,
        relationships=written.relationships if written else 0,
    )


def _edition_at(path: str, found: Mapping[str, Edition]) -> Edition:
    return next(
        edition for edition in found.values() if any(reading.path == path for reading in edition.copies)
    )


def change(tx: ManagedTransaction, old: Mapping[str, Reading], new: Mapping[str, Reading]) -> Written:
    """Bring the graph from `old` readings (by path) to `new` ones.

    Both must hold every reading that may be a copy of another in them (`readings_near`).
    """
    before, after = editions(old.values()), editions(new.values())
    kept = {key for key, edition in after.items() if _same(before.get(key), edition)}
    going = [edition for key, edition in before.items() if key not in kept]
    coming = [edition for key, edition in after.items() if key not in kept]
    remove_documents(tx, (edition.key for edition in going))
    changes = ledger.difference(map(_claims, coming), map(_claims, going))
    named = {mention for edition in coming for mention in mentions_of(edition.giver.document)}
    names = {entry("Regulation", name) for mention in named for name in mention.names}
    said = ledger.fetch(tx, changes.keys() | names)
    now_said = ledger.changed(said, changes)
    agencies, made = write_shared(tx, said, now_said)
    regulations = write_regulations(tx, said, now_said, named)
    documents = [rows_of(edition, regulations) for edition in coming]
    for rows in documents:
        joins = alignments(tx, rows)
        made += write_document(tx, rows) + write_alignments(tx, joins)
    made += write_sources(tx, before, after, kept, kept_rows(old, new))
    measures = sum(edition.giver.measures for edition in coming)
    return Written(before=before, after=after, measures=measures, agencies=agencies, relationships=made)


def _claims(edition: Edition) -> Iterable[tuple[str, str]]:
    return claims_of(edition.document)


def _same(before: Edition | None, after: Edition) -> bool:
    """Whether the document stands as it is: its facts, key and doubt are the same."""
    return before is not None and (before.giver, before.doubt) == (after.giver, after.doubt)
