"""Regulations: their nodes follow from the mentions of all documents, and relationships follow them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graph.identity import Identity, Mention, identify, number_parts
from graph.writing import ledger
from graph.writing.claims import entry

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

NAMING = ("CITES", "BASED_ON", "TEXT_OF")

_PUT = "UNWIND $rows AS row MERGE (r:Regulation {key: row.key}) SET r = row"
_DROP = "UNWIND $keys AS key MATCH (r:Regulation {key: key}) DETACH DELETE r"
_MOVE = {
    kind: f"""
UNWIND $moves AS move
MATCH (old:Regulation {{key: move.old}})
MATCH (new:Regulation {{key: move.new}})
MATCH (x)-[r:{kind}]->(old)
WHERE r.mention IN move.mentions
CREATE (x)-[moved:{kind}]->(new)
SET moved = properties(r)
DELETE r
"""
    for kind in NAMING
}


def write_regulations(
    tx: ManagedTransaction, said: ledger.Entries, now_said: ledger.Entries, mentions: Iterable[Mention]
) -> dict[Mention, str]:
    """Bring the nodes of regulations from what the ledger `said` to what it says now, move the
    relationships whose regulation is now another, and return the key of the regulation that each of
    `mentions`, whose names `said` holds too, means.

    Relationships of documents that go must be gone before.
    """
    wanted = set(mentions)
    before = _together(tx, _regulations(said))
    after = {**before, **_regulations(now_said)}
    old, new = identify(_mentions(before)), identify(_mentions(after))
    rows = [_row(identity) for key, identity in sorted(new.items()) if _differ(old.get(key), identity)]
    if rows:
        tx.run(_PUT, rows=rows).consume()
    if moves := _moves(old, new):
        for query in _MOVE.values():
            tx.run(query, moves=moves).consume()
    if gone := sorted(old.keys() - new.keys()):
        tx.run(_DROP, keys=gone).consume()
    return {mention: key for mention, key in _keys(new).items() if mention in wanted}


def _regulations(entries: ledger.Entries) -> ledger.Entries:
    prefix = entry("Regulation", "")
    return {name: counts for name, counts in entries.items() if name.startswith(prefix)}


def _together(tx: ManagedTransaction, known: ledger.Entries) -> ledger.Entries:
    """`known` entries and those of every name that is, through some mention, joined with theirs. These
    have not changed; the ledger already says what `known` ones will be."""
    found = dict(known)
    fresh = known
    while fresh:
        lines = {line for counts in fresh.values() for line in counts}
        names = {entry("Regulation", name) for line in lines for name in Mention.load(line).names}
        fresh = ledger.fetch(tx, names - found.keys())
        found.update(fresh)
    return found


def _mentions(entries: ledger.Entries) -> dict[Mention, int]:
    """A mention stands, equally often, under each of its names."""
    return {Mention.load(line): count for counts in entries.values() for line, count in counts.items()}


def _differ(old: Identity | None, new: Identity) -> bool:
    return old is None or _row(old) != _row(new)


def _row(identity: Identity) -> dict[str, Any]:
    row = {
        "key": identity.key,
        "keys": list(identity.keys),
        "name": identity.title or identity.doc_number,
        "title": identity.title,
        "titles": list(identity.titles),
        "doc_number": identity.doc_number,
        "kind": identity.kind,
        "doubt": identity.doubt,
    }
    return {**row, **(number_parts(identity.doc_number) if identity.doc_number else {})}


def _keys(identities: Mapping[str, Identity]) -> dict[Mention, str]:
    return {mention: key for key, identity in identities.items() for mention in identity.mentions}


def _moves(old: Mapping[str, Identity], new: Mapping[str, Identity]) -> list[dict[str, Any]]:
    was, now = _keys(old), _keys(new)
    moved: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mention, key in was.items():
        if mention in now and now[mention] != key:
            moved[key, now[mention]].append(mention.dump())
    return [
        {"old": key, "new": then, "mentions": sorted(mentions)}
        for (key, then), mentions in sorted(moved.items())
    ]
