"""Measures of different documents joined where they answer each other.

What joins two documents' measures depends on the two alone, so a document that comes is compared with
those that stand, and its joins go with it. Two documents are compared when they share an area of policy
and one's region is the other's or lies in it. What is compared of a document is kept as one text in a
node of its own: hundreds of measures are read at every load.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph._values import row as plain_row
from graph.alignment import Profile, align
from graph.model import DomainScore, Measure, Region

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.writing.rows import Row, Rows

_AREA = 2  # the depth of the domains that two documents must share

_COMPARABLE = """
UNWIND $areas AS area
MATCH (top:Domain {key: area})<-[:BROADER*0..]-(domain:Domain)<-[:IN_DOMAIN]-(d:Document)
WHERE (domain.key = area OR top.depth = $depth)
  AND (d.regions[0] IN $regions OR $regions[0] IN d.regions)
WITH DISTINCT d
MATCH (p:Profile {key: d.key})
RETURN d.key AS key, d.regions AS regions, d.issued_on AS issued_on, p.measures AS measures
ORDER BY key
"""
_JOIN = """
UNWIND $rows AS row
MATCH (x:Measure {key: row.source})
MATCH (y:Measure {key: row.target})
CREATE (x)-[:ALIGNS_WITH {score: row.score, terms: row.terms}]->(y)
"""


def regions_of(region: Region) -> list[str]:
    """The keys of a region and of those above it, in this order."""
    return [region.key, *(regions_of(region.parent) if region.parent else ())]


def profile_of(measures: Iterable[tuple[Measure, str]]) -> str:
    """What is compared of a document's measures (each with its key), as JSON; `_Compared` reads it."""
    profiles = [
        [key, {each.term: each.weight for each in measure.keywords}, [each.name for each in measure.domains]]
        for measure, key in measures
        if measure.keywords
    ]
    return json.dumps(profiles, ensure_ascii=False, separators=(",", ":"))


def areas_of(domains: Iterable[DomainScore]) -> list[str]:
    """The upper two levels of a document's domains, by which others are found to compare it with."""
    return sorted({"/".join(domain.name.split("/")[:_AREA]) for domain in domains})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """A document as it is compared."""

    key: str
    regions: Sequence[str]
    issued_on: date | None
    measures: str

    @property
    def rank(self) -> tuple[int, date, str]:
        """Of two documents the measures of the one with the higher rank point to the other's: from the
        deeper region, else the later date (no date is the earliest), else the higher key."""
        return (len(self.regions), self.issued_on or date.min, self.key)

    def profiles(self) -> list[Profile]:
        return [
            Profile(key=key, keywords=keywords, domains=frozenset(domains))
            for key, keywords, domains in json.loads(self.measures)
        ]


def alignments(tx: ManagedTransaction, rows: Rows) -> list[Row]:
    """How the measures of a document that is not in the graph yet join with those of the others."""
    return list(_joins(tx, rows))


def write_alignments(tx: ManagedTransaction, joins: list[Row]) -> int:
    """Join measures. Returns how many joins were made."""
    if joins:
        tx.run(_JOIN, rows=joins).consume()
    return len(joins)


def _joins(tx: ManagedTransaction, rows: Rows) -> Iterator[Row]:
    plain = {name: rows.document[name] for name in ("key", "regions", "issued_on")}
    own = _Compared(**plain, measures=rows.profile)
    if not (rows.areas and rows.measures):
        return
    for record in tx.run(_COMPARABLE, areas=rows.areas, depth=_AREA, regions=own.regions):
        other, source = sorted((_Compared(**plain_row(record)), own), key=lambda each: each.rank)
        for pair in align(source.profiles(), other.profiles()):
            yield {"source": pair.one, "target": pair.other, "score": pair.score, "terms": list(pair.terms)}
