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
    tx: ManagedTransaction, changes: ledger.Entries, mentions: Iterable[Mention]
) -> dict[Mention, str]:
    """Apply `changes` to the ledger's regulations and to their nodes, move the relationships whose
    regulation is now another, and return the key of the regulation that each of `mentions` means.

    Relationships of documents that go must be gone before.
    """
    wanted = set(mentions)
    names = {entry("Regulation", name) for mention in wanted for name in mention.names}
    before = _together(tx, names | set(changes))
    after = {**before, **ledger.changed(before, changes)}
    ledger.keep(tx, {name: after[name] for name in changes})
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


def _together(tx: ManagedTransaction, names: set[str]) -> ledger.Entries:
    """The entries of `names` and of every name that is, through some mention, joined with them."""
    found: ledger.Entries = {}
    while missing := names - found.keys():
        fetched = ledger.fetch(tx, missing)
        found.update(fetched)
        lines = {line for counts in fetched.values() for line in counts}
        names = names | {entry("Regulation", name) for line in lines for name in Mention.load(line).names}
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
