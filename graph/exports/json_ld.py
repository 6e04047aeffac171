"""The whole graph as linked data: one JSON-LD 1.1 document that needs nothing from the network.

Documents and instruments are schema.org's Legislation, bodies its GovernmentOrganization (or
Organization), regions its AdministrativeArea, files its LegislationObject; domains are SKOS concepts.
What these vocabularies have no term for, measures, deadlines and who answers for what among them, bears
our own names (``urn:zeren:term:…``), those of the schema in the README.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote

import orjson

from graph.exports._place import new_file
from graph.exports._whole import Row, Table, Whole, whole
from graph.schema import LABELS

if TYPE_CHECKING:
    from graph.connection import Graph

_IDS, _TERMS = "urn:zeren:", "urn:zeren:term:"
_VOCABULARIES = {
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_CLASSES = {
    "Document": "schema:Legislation",
    "Regulation": "schema:Legislation",
    "Section": "schema:CreativeWork",
    "Source": "schema:LegislationObject",
    "Agency": "schema:GovernmentOrganization",
    "Region": "schema:AdministrativeArea",
    "Domain": "skos:Concept",
}
_BODY = "schema:Organization"
_NO_STATE = frozenset(
    {"party", "discipline", "mass", "enterprise"}
)  # systems whose bodies are not the state's
# What our properties are called there, of any node and of those with a label.
_EVERYWHERE = {"key": "schema:identifier", "name": "schema:name"}
_PROPERTIES = {
    "Document": {
        "text_title": "schema:alternateName",
        "doc_number": "schema:legislationIdentifier",
        "issued_on": "schema:legislationDate",
        "effective_on": "schema:legislationDateOfApplicability",
        "expires_on": "schema:expires",
        "kind": "schema:legislationType",
    },
    "Regulation": {
        "titles": "schema:alternateName",
        "doc_number": "schema:legislationIdentifier",
        "kind": "schema:legislationType",
    },
    "Agency": {"aliases": "schema:alternateName"},
    "Region": {"short_name": "schema:alternateName"},
    "Source": {"format": "schema:encodingFormat"},
    "Measure": {"text": "schema:text", "keywords": "schema:keywords"},
    "Deadline": {"on": _TERMS + "day"},  # a succession is `on` a date
}
_LINKS = {
    "READ_FROM": "schema:encoding",
    "TEXT_OF": "schema:exampleOfWork",
    "ISSUED_BY": "schema:legislationPassedBy",
    "BASED_ON": "schema:isBasedOn",
    "CITES": "schema:citation",
    "HAS_SECTION": "schema:hasPart",
    "HAS_MEASURE": "schema:hasPart",
    "IN_DOMAIN": "schema:about",
    "BROADER": "skos:broader",
    "SERVES": "schema:areaServed",
    "WITHIN": "schema:containedInPlace",
    "PART_OF": "schema:parentOrganization",
}
_JURISDICTION = "schema:legislationJurisdiction"
_DATES = {"date": "xsd:date", "localdatetime": "xsd:dateTime", "datetime": "xsd:dateTime"}


def export(graph: Graph, out: Path) -> None:
    """Write the document into the file `out`, UTF-8, an object of its ``@graph`` a line.

    A node's ``@id`` is made of its label and key. A relationship is a property of its source; one with
    properties of its own (evidence, role, score) has an ``rdf:Statement`` too, which bears them and is a
    ``Responsibility`` where it says who answers for what. The nodes that serve the writer only are left
    out. Raises what `whole` raises, and `graph.exports._place.CannotExport`.
    """
    with new_file(out) as path, whole(graph, path.parent) as tables, path.open("wb") as file:
        _write(tables, file)


def _write(found: Whole, file: IO[bytes]) -> None:
    tables = found.shown()
    file.write(b'{"@context": ' + orjson.dumps(_context(tables)) + b',\n"@graph": [')
    between = b"\n"
    for table in tables:
        for item in _nodes(table) if table.type is None else _links(table):
            file.write(between + orjson.dumps(item))
            between = b",\n"
    file.write(b"\n]}\n")


def _context(tables: list[Table]) -> dict[str, Any]:
    """What every word of the document means, and which values are references, dates and times."""
    known = {
        *_CLASSES.values(),
        _BODY,
        *_EVERYWHERE.values(),
        *_LINKS.values(),
        _JURISDICTION,
        "rdf:Statement",
    }
    known.update(each for properties in _PROPERTIES.values() for each in properties.values())
    meant: dict[str, Any] = {_short(each): {"@id": each} for each in known}
    for each in (*_LINKS.values(), _JURISDICTION):
        meant[_short(each)]["@type"] = "@id"
    for name in ("subject", "object"):
        meant[name] = {"@id": f"rdf:{name}", "@type": "@id"}
    meant["predicate"] = {"@id": "rdf:predicate", "@type": "@vocab"}
    for type_ in {table.type for table in tables if table.type} - _LINKS.keys():
        meant[_link(type_)] = {"@id": _full(_link(type_)), "@type": "@id"}
    for name, kind in _dated(tables).items():
        meant.setdefault(name, {"@id": _full(name)})["@type"] = kind
    return {"@version": 1.1, "@vocab": _TERMS, **_VOCABULARIES, **dict(sorted(meant.items()))}


def _dated(tables: list[Table]) -> dict[str, str]:
    """The terms all of whose values are dates, or times, with what they are."""
    kinds: dict[str, set[str]] = {}
    for table in tables:
        for name, kind in table.columns.items():
            kinds.setdefault(_term(table, name), set()).add(kind.removesuffix("[]"))
    return {name: _DATES[kind] for name, (kind, *more) in kinds.items() if kind in _DATES and not more}


def _nodes(table: Table) -> Iterator[dict[str, Any]]:
    terms = {name: _term(table, name) for name in table.columns}
    types = [
        *(_short(_CLASSES[label]) for label in table.labels if label in _CLASSES),
        *map(_word, table.labels),
    ]
    for row in table.rows():
        node = {"@id": _id(table.labels, row["key"]), "@type": types, **_values(row, terms)}
        if "Agency" in table.labels and row.get("system") in _NO_STATE:
            node["@type"] = [_short(_BODY), *types[1:]]
        if "Document" in table.labels and isinstance(regions := row.get("regions"), list) and regions:
            node[_short(_JURISDICTION)] = _id(("Region",), regions[0])
        yield node


def _links(table: Table) -> Iterator[dict[str, Any]]:
    assert table.type is not None
    link, terms = _link(table.type), {name: _word(name) for name in table.columns}
    types = ["Statement", "Responsibility"] if table.type == "RESPONSIBLE_FOR" else ["Statement"]
    for row in table.rows():
        source, target = _id(table.labels, row[":start"]), _id(table.target_labels, row[":end"])
        yield {"@id": source, link: target}
        if values := _values(row, terms):
            yield {**values, "@type": types, "subject": source, "predicate": link, "object": target}


def _values(row: Row, terms: Mapping[str, str]) -> dict[str, Any]:
    return {terms[name]: value for name, value in row.items() if name in terms and value != []}


def _term(table: Table, name: str) -> str:
    """The term for a property of the table's."""
    if table.type is None:
        for known in (*(_PROPERTIES.get(label, {}) for label in table.labels), _EVERYWHERE):
            if name in known:
                return _short(known[name])
    return _word(name)


def _link(type_: str) -> str:
    """The term for a type of relationship."""
    return _short(_LINKS[type_]) if type_ in _LINKS else _word(type_.lower())


def _word(name: str) -> str:
    """A name of ours, or of somebody's own, as a term: nothing in it is JSON-LD's."""
    return name if re.fullmatch(r"[^\W\d]\w*", name) else _TERMS + quote(name, safe="")


def _short(known: str) -> str:
    return known.rpartition(":")[2]


def _full(term: str) -> str:
    return term if term.startswith(_TERMS) else _TERMS + term


def _id(labels: tuple[str, ...], key: Any) -> str:
    """The IRI of a node (RFC 3987: letters of any script stand as they are)."""
    label = next((each.name for each in LABELS if each.name in labels), "-".join(labels))
    return f"{_IDS}{_safe(label)}:{_safe(key)}"


def _safe(text: str) -> str:
    return re.sub(r"[^\w.~/-]", lambda found: quote(found[0], safe=""), text)
