"""What the bulk import of Neo4j makes of an export is the graph that was exported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j_server
import pytest
from neo4j.time import Date, DateTime

import zeren as api
from graph import writer
from graph.asking import ask
from graph.condition import IncompleteGraph
from graph.connection import Graph, connect
from graph.exports import neo4j_admin
from graph.exports._place import CannotExport, FolderInUse
from graph.exports._whole import NoForm, Unkeyed
from graph.schema import LABELS

pytestmark = pytest.mark.timeout(600)  # a real import, and up to two servers, on a busy machine

DOCUMENTS = Path(__file__).parents[3] / "documents"
QUESTIONS = {
    "graph-size": {},
    "agency-duties": {"agency": "省法院"},
    "due-between": {"from": "2021-01-01", "to": "2025-12-31"},
    "most-cited": {},
    "measures-alike": {},
}

HOSTILE = {
    "text": 'a,"b"\n\r\nc\t;|~^\\ \'d\' \x1f,,\n"" ',
    "quote": '"',
    "slash": '\\"',
    "empty": "",
    "space": "  ",
    "null": "null",
    "mark": "\ufeff首",
    "rare": "𠮷",
    "formula": "=1+1",
    "list": ['a";"b', "c,d", "", "e;f", " g\n"],
    "none": [],
    "blank": [""],
    "numbers": [1, -(2**62)],
    "fractions": [0.1, 1e-9],
    "flags": [True, False],
    "days": [Date(2024, 2, 29)],
    "yes": True,
    "no": False,
    "whole": 2**62,
    "part": 0.30000000000000004,
    "day": Date(1949, 10, 1),
    "moment": DateTime(2024, 2, 29, 23, 59, 58),
}
LONG = "长" * 1_500_000  # more than the importer's own buffer holds
_MAKE = """
CREATE (a:Remark {key: 'Ａ'}), (b:Remark {key: 'b"; ,'})
SET a += $all, b.long = $long
CREATE (a)-[r:SAYS]->(b), (b)-[:SAYS {none: ['x']}]->(b), (b)-[:SAYS]->(a)
SET r += $all
"""


def exact(graph: Graph) -> tuple[list[Any], list[Any]]:
    """Every node and relationship with its properties in the driver's own types, in one order."""
    nodes = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
    links = (
        "MATCH (a)-[r]->(b) RETURN labels(a) + labels(b) + [a.key, type(r), b.key] AS labels,"
        " properties(r) AS properties"
    )
    with graph._session("READ") as session:
        return sorted(map(_exact, session.run(nodes))), sorted(map(_exact, session.run(links)))


def _exact(record: Any) -> tuple[Any, ...]:
    given = {name: value for name, value in record["properties"].items() if value is not None}
    return (record["labels"], *sorted((name, repr(value)) for name, value in given.items()))


def run(graph: Graph, statement: str) -> None:
    """Run one statement by itself, as cypher-shell does."""
    with graph.as_it_is(), graph._session("WRITE") as session:
        session.run(statement).consume()


@pytest.fixture(scope="module")
def filled(graph, scene) -> Graph:
    """The samples, documents with every kind of node and relationship, and what somebody added."""
    api.load(graph, DOCUMENTS)
    for document in scene:
        writer.load(graph, document)
    graph.write(lambda tx: tx.run(_MAKE, all=HOSTILE, long=LONG).consume())
    return graph


@pytest.fixture(scope="module")
def exported(filled, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("exported") / "files"
    neo4j_admin.export(filled, out)
    return out


@pytest.fixture(scope="module")
def imported(filled, exported, tmp_path_factory) -> Iterator[Graph]:
    """The graph on a fresh server of the same version (of the LTS for the local graph)."""
    version = neo4j_server.CURRENT if neo4j_server.CURRENT in filled.agent else neo4j_server.LTS
    home = tmp_path_factory.mktemp("imported")
    try:
        server = neo4j_server.start(version, home, download=False, imported=exported)
    except neo4j_server.Unavailable as reason:
        pytest.skip(str(reason))
    try:
        with connect(server.uri, user="neo4j", password=server.password) as graph:
            with pytest.raises(IncompleteGraph, match=r"after-import\.cypher"):
                graph.read("MATCH (n) RETURN count(n) AS n")
            for statement in (exported / "after-import.cypher").read_text("utf-8").split(";\n")[:-1]:
                run(graph, statement)
            yield graph
    finally:
        server.stop()


@pytest.mark.neo4j
def test_the_imported_graph_is_the_exported_one(filled: Graph, imported: Graph) -> None:
    for found, expected in zip(exact(imported), exact(filled), strict=True):
        assert [row for row in found if row not in expected] == []
        assert [row for row in expected if row not in found] == []
        assert len(found) == len(expected)


@pytest.mark.neo4j
@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_have_the_same_answers(filled: Graph, imported: Graph, question: str) -> None:
    expected = ask(filled, question, QUESTIONS[question]).rows
    assert expected
    assert ask(imported, question, QUESTIONS[question]).rows == expected


@pytest.mark.neo4j
def test_loading_goes_on_in_the_imported_graph(
    filled: Graph, imported: Graph, build, dump, tmp_path: Path
) -> None:
    """The same files are unchanged; the next change makes the constraints, and gives the same graph."""
    before = dump(imported)
    assert api.load(imported, DOCUMENTS).counts()["unchanged"] == 2
    assert dump(imported) == before
    for graph in (filled, imported):
        writer.load(graph, build.document("more.txt", build.measure(1)))
    assert dump(imported) == dump(filled)
    names = imported.read("SHOW CONSTRAINTS YIELD labelsOrTypes AS labels RETURN labels")
    assert {row["labels"][0] for row in names} == {label.name for label in LABELS}


def listed(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_files_are_named_for_the_import_in_its_folder(exported: Path) -> None:
    options = (exported / "import.args").read_text("utf-8").split()
    named = {option.partition("=")[2] for option in options if option.endswith(".csv")}
    told = {"import.args", "after-import.cypher", "README.txt"}
    files = {path.name for path in exported.iterdir()} - {"import.report"}
    assert {f"./{name}" for name in files - told} == named
    assert told <= files
    assert "@import.args" in (exported / "README.txt").read_text("utf-8")


def test_a_folder_in_use_is_left_alone(filled: Graph, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    before = listed(tmp_path)
    for out in (tmp_path, tmp_path / "mine"):
        with pytest.raises(FolderInUse):
            neo4j_admin.export(filled, out)
    with pytest.raises(CannotExport):
        neo4j_admin.export(filled, tmp_path / "mine" / "below")
    assert listed(tmp_path) == before


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("CREATE (:Stray {name: 'no key'})", Unkeyed),
        ("CREATE (:Stray {key: 1})", Unkeyed),
        ("CREATE (:Section {name: 'Stray'})", Unkeyed),
        ("CREATE (:Stray {key: 'twice'}), (:Stray {key: 'twice'})", Unkeyed),
        ("CREATE (:Stray {key: 'a', x: 1}), (:Stray {key: 'b', x: 'one'})", NoForm),
        ("CREATE (:Stray {key: 'a', x: point({x: 1, y: 2})})", NoForm),
    ],
)
def test_what_has_no_form_is_named_and_nothing_is_written(
    filled: Graph, tmp_path: Path, statement: str, error: type[Exception]
) -> None:
    filled.write(lambda tx: tx.run(statement).consume())
    try:
        with pytest.raises(error, match=r"Stray|Section"):
            neo4j_admin.export(filled, tmp_path / "out")
    finally:
        filled.write(lambda tx: tx.run("MATCH (n) WHERE n:Stray OR n.name = 'Stray' DELETE n").consume())
    assert list(tmp_path.iterdir()) == []
