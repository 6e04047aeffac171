"""The linked data is read back by a JSON-LD processor that has no network."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from graph import writer
from graph.connection import Graph
from graph.exports import json_ld
from graph.model import Deadline, Succession
from graph.schema import LABELS

SCHEMA, OURS = "https://schema.org/", "urn:zeren:term:"
RDF, XSD = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2001/XMLSchema#"
Things = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def filled(graph: Graph, scene) -> Graph:
    for document in scene:
        writer.load(graph, document)
    return graph


@pytest.fixture(scope="module")
def things(filled: Graph, tmp_path_factory: pytest.TempPathFactory) -> Things:
    """By ``@id``, all that the document says."""
    return read(filled, tmp_path_factory.mktemp("json-ld") / "all.jsonld")


def read(graph: Graph, path: Path) -> Things:
    json_ld.export(graph, path)
    found = json.loads(path.read_text("utf-8"))
    flat = jsonld.flatten(found, options={"documentLoader": _no_network})
    return {thing["@id"]: thing for thing in flat}


def _no_network(url: str, options: Any) -> Any:
    raise AssertionError(f"{url} was asked for")


def test_every_node_is_one_thing_with_a_valid_iri(filled: Graph, things: Things) -> None:
    internal = {label.name for label in LABELS if label.internal}
    rows = filled.read("MATCH (n) RETURN labels(n)[0] AS label, n.key AS key")
    held = Counter((OURS + row["label"], row["key"]) for row in rows if row["label"] not in internal)
    identified = {iri: thing for iri, thing in things.items() if SCHEMA + "identifier" in thing}
    assert held == Counter((each["@type"][-1], one(each, "identifier")) for each in identified.values())
    assert not [iri for iri in identified if not re.fullmatch(r'urn:[^\s<>"{}|\\^`\x00-\x20]+', iri)]


def test_every_relationship_stands_and_its_properties_too(filled: Graph, things: Things) -> None:
    rows = filled.read(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.key AS start, b.key AS end, r.evidence AS evidence,"
        " r.role AS role, size(keys(r)) AS properties"
    )
    named = {iri: one(thing, "identifier") for iri, thing in things.items() if SCHEMA + "identifier" in thing}
    links = {
        (named[iri], named[other["@id"]])
        for iri, thing in things.items()
        if iri in named
        for name, values in thing.items()
        if not name.startswith("@")
        for other in values
        if other.get("@id") in named
    }
    assert {(row["start"], row["end"]) for row in rows} <= links
    statements = [thing for thing in things.values() if RDF + "Statement" in thing.get("@type", ())]
    told = Counter(
        (
            named[thing[RDF + "subject"][0]["@id"]],
            named[thing[RDF + "object"][0]["@id"]],
            one(thing, "evidence", OURS),
            one(thing, "role", OURS),
        )
        for thing in statements
    )
    assert told == Counter(
        (row["start"], row["end"], row["evidence"], row["role"]) for row in rows if row["properties"]
    )
    duties = [thing for thing in statements if OURS + "Responsibility" in thing["@type"]]
    assert len(duties) == sum(row["type"] == "RESPONSIBLE_FOR" for row in rows)
    assert {thing[RDF + "predicate"][0]["@id"] for thing in duties} == {OURS + "responsible_for"}


def test_a_document_is_legislation_in_the_words_of_schema_org(things: Things) -> None:
    plan = things["urn:zeren:Document:鲁政%E3%80%942023%E3%80%951号"]
    assert plan["@type"] == [SCHEMA + "Legislation", OURS + "Document"]
    assert one(plan, "legislationIdentifier") == "鲁政〔2023〕1号"
    assert plan[SCHEMA + "legislationDate"] == [{"@type": XSD + "date", "@value": "2023-03-07"}]
    assert plan[SCHEMA + "legislationJurisdiction"] == [{"@id": "urn:zeren:Region:370000"}]
    assert plan[SCHEMA + "legislationPassedBy"] == [{"@id": "urn:zeren:Agency:山东省市场监督管理局"}]
    measures = [each["@id"] for each in plan[SCHEMA + "hasPart"] if ":Measure:" in each["@id"]]
    assert len(measures) == 2
    due = {value["@value"] for each in measures for value in things[each].get(OURS + "due", ())}
    assert due == {"2024-06-30"}


def test_bodies_of_the_state_are_told_from_others(things: Things) -> None:
    court = things["urn:zeren:Agency:山东省高级人民法院"]
    assert court["@type"] == [SCHEMA + "GovernmentOrganization", OURS + "Agency"]
    assert court[SCHEMA + "areaServed"] == [{"@id": "urn:zeren:Region:370000"}]


def test_dates_stay_dates_beside_words_of_the_same_name(build, empty: Graph, tmp_path: Path) -> None:
    old = build.agency(
        "山东省质量技术监督局",
        successor=Succession(name="山东省市场监督管理局", short_name="省市场监管局", on=date(2018, 10, 1)),
    )
    yearly = Deadline(
        date=None, kind="due", recurring="yearly", on="--02-28", evidence=build.evidence("每年2月底前")
    )
    writer.load(empty, build.document("a.txt", build.measure(1, build.answers(old), deadlines=(yearly,))))
    found = read(empty, tmp_path / "a.jsonld").values()
    assert [thing[OURS + "day"] for thing in found if OURS + "day" in thing] == [[{"@value": "--02-28"}]]
    when = [thing[OURS + "on"] for thing in found if OURS + "on" in thing]
    assert when == [[{"@type": XSD + "date", "@value": "2018-10-01"}]]


def test_a_party_body_is_an_organization(build, empty: Graph, tmp_path: Path) -> None:
    party = build.agency("中共山东省委宣传部", system="party")
    writer.load(empty, build.document("a.txt", build.measure(1, build.answers(party))))
    found = read(empty, tmp_path / "a.jsonld")
    assert found["urn:zeren:Agency:中共山东省委宣传部"]["@type"] == [SCHEMA + "Organization", OURS + "Agency"]


def test_names_and_words_of_others_stay_words(empty: Graph, tmp_path: Path) -> None:
    words = {"@value": "http://a.example/", "@graph": "b", "c d": "e", "f:g": '"]}\u2028', "name": "h"}
    query = "CREATE (n:Note {key: 'x y#<z>'}) SET n += $words"
    empty.write(lambda tx: tx.run(query, words=words).consume())
    found = read(empty, tmp_path / "a.jsonld")
    (note,) = found.values()
    assert note["@id"] == "urn:zeren:Note:x%20y%23%3Cz%3E"
    assert note["@type"] == [OURS + "Note"]
    values = {name: value[0]["@value"] for name, value in note.items() if not name.startswith("@")}
    assert values == {
        SCHEMA + "identifier": "x y#<z>",
        SCHEMA + "name": "h",
        OURS + "%40value": "http://a.example/",
        OURS + "%40graph": "b",
        OURS + "c%20d": "e",
        OURS + "f%3Ag": '"]}\u2028',
    }


def test_an_empty_graph_is_a_document_too(empty: Graph, tmp_path: Path) -> None:
    assert read(empty, tmp_path / "a.jsonld") == {}


def one(thing: dict[str, Any], name: str, where: str = SCHEMA) -> Any:
    """The only value that the thing has under the name, None without."""
    values = thing.get(where + name)
    if values is None:
        return None
    (value,) = values
    return value["@value"]
