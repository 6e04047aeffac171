"""`COUNTERPART_OF`, kept up by regions and functions: what joins the bodies of one function in a region
with those of the region above depends on these bodies alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graph.counterparts import Body, matches

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.writing.claims import Shared

_NEAR = """
UNWIND $rows AS row
MATCH (:Region {key: row.region})-[:WITHIN*0..1]-(near:Region)<-[:SERVES]-(a:Agency)
WHERE any(function IN a.functions WHERE function IN row.functions)
OPTIONAL MATCH (near)-[:WITHIN]->(above:Region)
RETURN DISTINCT near.key AS place, above.key AS above, a.key AS key, a.name AS name, a.aliases AS aliases,
       a.region AS region, a.system AS system, a.kind AS kind, a.functions AS functions
"""
_SERVING = """
UNWIND $keys AS key
MATCH (:Region {key: key})<-[:SERVES]-(a:Agency)
UNWIND a.functions AS function
RETURN DISTINCT key, function
"""
_PART = """
UNWIND $rows AS row
MATCH (:Agency {key: row.key})-[c:COUNTERPART_OF]->(:Agency)
WHERE c.function = row.function
DELETE c
"""
_JOIN = """
UNWIND $rows AS row
MATCH (a:Agency {key: row.source})
MATCH (b:Agency {key: row.target})
CREATE (a)-[:COUNTERPART_OF {function: row.function}]->(b)
"""

Place = str
Function = str


def write_counterparts(
    tx: ManagedTransaction,
    agencies: Mapping[str, tuple[Shared | None, Shared | None]],
    moved: Iterable[Place],
) -> int:
    """Join bodies with their counterparts one level up after `agencies` (key → before and after) and
    the regions above `moved` ones changed. Returns how many joins were made."""
    changed = _changed(tx, agencies, sorted(moved))
    rows = [{"region": place, "functions": sorted(each)} for place, each in sorted(changed.items()) if each]
    if not rows:
        return 0
    near = [dict(record) for record in tx.run(_NEAR, rows=rows)]
    parted = {
        (key, function)
        for key, (before, after) in agencies.items()
        if before and after
        for function in before.properties["functions"]
    }
    new = {key for key, (before, _) in agencies.items() if not before}
    joins = []
    for function, lower, upper in _groups(near, changed):
        parted |= {(body.key, function) for body in lower if body.key not in new}
        joins += [{"source": a, "target": b, "function": function} for a, b in matches(lower, upper)]
    if parted:
        tx.run(_PART, rows=[{"key": key, "function": function} for key, function in sorted(parted)]).consume()
    if joins:
        tx.run(_JOIN, rows=joins).consume()
    return len(joins)


def _changed(
    tx: ManagedTransaction,
    agencies: Mapping[str, tuple[Shared | None, Shared | None]],
    moved: list[Place],
) -> dict[Place, set[Function]]:
    """The regions with the functions of which a body came, went or changed, or whose region above did."""
    changed: dict[Place, set[Function]] = defaultdict(set)
    for states in agencies.values():
        for state in states:
            if state and state.serves:
                changed[state.serves].update(state.properties["functions"])
    if moved:
        for row in tx.run(_SERVING, keys=moved):
            changed[row["key"]].add(row["function"])
    return changed


def _groups(
    rows: Iterable[Mapping[str, Any]], changed: Mapping[Place, set[Function]]
) -> Iterable[tuple[Function, list[Body], list[Body]]]:
    """By function, the bodies of each region and those of the one above it, where either changed."""
    above: dict[Place, Place | None] = {}
    having: dict[tuple[Place, Function], list[Body]] = defaultdict(list)
    for row in rows:
        above[row["place"]] = row["above"]
        plain = {name: row[name] for name in ("key", "region", "system", "kind")}
        body = Body(names=(row["name"], *row["aliases"]), **plain)
        for function in row["functions"]:
            having[row["place"], function].append(body)
    for (place, function), lower in sorted(having.items()):
        top = above[place]
        if function in changed.get(place, ()) or (top and function in changed.get(top, ())):
            yield function, lower, having.get((top or "", function), [])
