"""What a document says of the nodes that it shares with others, and what a node is when all have spoken.

A claim is a pair: the entry of the ledger it belongs to (``Agency 山东省司法厅``) and a line of JSON.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.identity import Mention, mention_of, own_mention
from graph.model import Agency, Citation, PolicyDocument, Region
from graph.writing.readings import called

Claim = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A shared node as all its claims make it: its properties, and the keys that it points to."""

    properties: dict[str, Any]
    serves: str | None = None
    part_of: str | None = None
    successor: str | None = None
    succeeded_on: date | None = None
    above: str | None = None


def entry(label: str, key: str) -> str:
    """The ledger's entry for a node, or, of a regulation, for one of its names."""
    return f"{label} {key}"


def claims_of(document: PolicyDocument) -> set[Claim]:
    """Everything that `document` says of shared nodes; each claim counts once."""
    claims: set[Claim] = set()
    title = called(document)
    for agency in set(_agencies(document)):
        claims.update(_of_agency(agency, title))
    for name in {domain.name for domain in _domains(document)}:
        claims.update((entry("Domain", path), "") for path in _and_broader(name))
    for mention in mentions_of(document):
        claims.update((entry("Regulation", name), mention.dump()) for name in mention.names)
    return claims


def citations_of(document: PolicyDocument) -> Iterator[Citation]:
    """The document's citations, wherever they stand."""
    yield from document.based_on
    yield from document.citations
    for measure in document.measures:
        yield from measure.citations


def mentions_of(document: PolicyDocument) -> set[Mention]:
    """The ways in which `document` names regulations, itself too."""
    found = {mention_of(citation) for citation in citations_of(document)} | {own_mention(document)}
    return {mention for mention in found if mention}


def _agencies(document: PolicyDocument) -> Iterator[Agency]:
    yield from document.issued_by
    for measure in document.measures:
        for responsibility in measure.responsibilities:
            yield responsibility.agency


def _domains(document: PolicyDocument) -> Iterator[Any]:
    yield from document.domains
    for measure in document.measures:
        yield from measure.domains


def _and_broader(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def _of_agency(agency: Agency, document: str) -> Iterator[Claim]:
    """What a document, called so, says of a body."""
    values = _agency_values(agency)
    if agency.document:
        values |= {"name": f"{agency.name}（{document}）", "region": None, "level": None, "serves": None}
        values["aliases"] = sorted({*agency.aliases, agency.name})
    else:
        yield from _of_region(agency.region)
    yield entry("Agency", agency.key), _line(values)
    if agency.part_of:
        yield from _of_agency(agency.part_of, document)
    if agency.successor:
        later = {"name": agency.successor.name, "short_name": agency.successor.short_name}
        region = {"region": agency.region.name, "level": agency.level, "serves": agency.region.key}
        stub = {**later, **region, "kind": agency.kind, "system": agency.system, "stub": True}
        yield entry("Agency", agency.successor.name), _line(stub)


def _agency_values(agency: Agency) -> dict[str, Any]:
    successor = agency.successor
    return {
        "name": agency.name,
        "short_name": agency.short_name,
        "aliases": sorted(agency.aliases),
        "region": agency.region.name,
        "level": agency.level,
        "system": agency.system,
        "functions": sorted(agency.functions),
        "kind": agency.kind,
        "resolved": agency.resolved,
        "valid_from": agency.valid_from and agency.valid_from.isoformat(),
        "valid_to": agency.valid_to and agency.valid_to.isoformat(),
        "serves": agency.region.key,
        "part_of": agency.part_of.key if agency.part_of else None,
        "successor": successor.name if successor else None,
        "on": successor.on.isoformat() if successor and successor.on else None,
    }


def _of_region(region: Region) -> Iterator[Claim]:
    values = {"name": region.name, "short_name": region.short_name, "level": region.level}
    above = region.parent.key if region.parent else None
    yield entry("Region", region.key), _line({**values, "above": above})
    if region.parent:
        yield from _of_region(region.parent)


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def fold(label: str, key: str, lines: Counter[str]) -> Shared:
    """The node `key` as `lines` (claim → number of documents) make it: what most say, of equals the
    first by its words; a successor's own description goes before a mention by its predecessor.
    Aliases and functions are those of all."""
    if label == "Domain":
        parts = key.split("/")
        properties = {"key": key, "name": parts[-1], "depth": len(parts)}
        return Shared(properties=properties, above="/".join(parts[:-1]) or None)
    said = {line: json.loads(line) for line in lines}
    best = said[min(lines, key=lambda line: ("stub" in said[line], -lines[line], line))]
    if label == "Region":
        properties = {"key": key, **{name: best[name] for name in ("name", "short_name", "level")}}
        return Shared(properties=properties, above=best["above"])
    return _agency(key, best, list(said.values()))


def _agency(key: str, best: dict[str, Any], all_said: list[dict[str, Any]]) -> Shared:
    plain = {name: best[name] for name in ("name", "short_name", "region", "level", "system", "kind")}
    properties = {
        "key": key,
        **plain,
        "aliases": _union(said.get("aliases", ()) for said in all_said),
        "functions": _union(said.get("functions", ()) for said in all_said),
        "resolved": best.get("resolved", True),
        "valid_from": _date(best.get("valid_from")),
        "valid_to": _date(best.get("valid_to")),
    }
    return Shared(
        properties=properties,
        serves=best["serves"],
        part_of=best.get("part_of"),
        successor=best.get("successor"),
        succeeded_on=_date(best.get("on")),
    )


def _union(lists: Iterable[Iterable[str]]) -> list[str]:
    return sorted({item for each in lists for item in each})


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
