"""The ledger: for every shared node, the claims made of it and how many documents make each.

Kept in nodes of their own, so that a node can be put together again when a document goes, without
reading the documents that stay.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graph.writing.claims import Claim

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Entries = dict[str, Counter[str]]

_FETCH = """
UNWIND $keys AS key
MATCH (l:Ledger {key: key})
RETURN l.key AS key, l.claims AS claims, l.counts AS counts
"""
# Parts of a statement (`graph.writing.statements`).
KEEPING = {
    "entries": """
MERGE (l:Ledger {key: row.key})
SET l.name = row.key, l.claims = row.claims, l.counts = row.counts
""",
    "empty_entries": "MATCH (l:Ledger {key: row}) DELETE l",
}


def difference(new: Iterable[Iterable[Claim]], old: Iterable[Iterable[Claim]]) -> Entries:
    """By entry, how many more documents make each claim when `old` sets of claims give way to `new`."""
    changes: Counter[Claim] = Counter()
    for claims in new:
        changes.update(claims)
    for claims in old:
        changes.subtract(claims)
    entries: Entries = defaultdict(Counter)
    for (key, line), change in changes.items():
        if change:
            entries[key][line] = change
    return dict(entries)


def fetch(tx: ManagedTransaction, keys: Iterable[str]) -> Entries:
    """The entries of the ledger named `keys`; one that is not there is empty."""
    wanted = sorted(set(keys))
    found: Entries = {key: Counter() for key in wanted}
    if wanted:
        for row in tx.run(_FETCH, keys=wanted):
            found[row["key"]] = Counter(dict(zip(row["claims"], row["counts"], strict=True)))
    return found


def changed(before: Mapping[str, Counter[str]], changes: Mapping[str, Counter[str]]) -> Entries:
    """The entries named in `changes` after these; a claim that nobody makes any more is gone."""
    after: Entries = {}
    for key, change in changes.items():
        counts = Counter(before[key])
        counts.update(change)
        after[key] = +counts
    return after


def kept_rows(entries: Mapping[str, Counter[str]]) -> dict[str, list[Any]]:
    """The rows of `KEEPING` that write `entries`; an empty one is removed."""
    rows = [
        {"key": key, "claims": sorted(counts), "counts": [counts[line] for line in sorted(counts)]}
        for key, counts in sorted(entries.items())
        if counts
    ]
    return {"entries": rows, "empty_entries": sorted(key for key, counts in entries.items() if not counts)}
