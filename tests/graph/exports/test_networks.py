"""Networks as GraphML and GEXF say what the graph says, and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph import writer
from graph.connection import Graph
from graph.exports._network import NoSuchText
from graph.exports.formats import export
from graph.workload import workload

READ = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
HOSTILE = 'a<b>&"c"\x07\x1b]]> ＝1'


@pytest.fixture(scope="module")
def filled(graph: Graph, scene, build) -> Graph:
    for document in scene:
        writer.load(graph, document)
    body = build.agency("部门\x0b<甲>&乙", region="全国")
    writer.load(graph, build.document("hostile.txt", build.measure(1, build.answers(body), text=HOSTILE)))
    return graph


def read(graph: Graph, form: str, path: Path, **choices: str) -> Any:
    export(graph, form, path, **choices)
    return READ[form](path)


@pytest.mark.parametrize("form", READ)
def test_responsibility_joins_bodies_and_all_measures(filled: Graph, tmp_path: Path, form: str) -> None:
    found = read(filled, form, tmp_path / "file")
    rows = filled.read(
        "MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(m:Measure) WITH a.key AS a, m.key AS m, r.role AS role"
        " ORDER BY role RETURN a, m, collect(role) AS roles"
    )
    joined = {frozenset(ends): values["roles"] for *ends, values in found.edges(data=True)}
    expected = {
        frozenset({f"agency:{row['a']}", f"measure:{row['m']}"}): "；".join(row["roles"]) for row in rows
    }
    clean = {frozenset(end.replace("\x0b", "") for end in ends): roles for ends, roles in expected.items()}
    assert joined == clean
    measures = {name: values for name, values in found.nodes(data=True) if values["kind"] == "measure"}
    held = filled.read("MATCH (m:Measure) RETURN m.key AS key, m.text AS text, toString(m.due) AS due")
    assert {name: (values["text"], values.get("due")) for name, values in measures.items()} == {
        f"measure:{row['key']}": (row["text"].replace("\x07", "").replace("\x1b", ""), row["due"])
        for row in held
    }


@pytest.mark.parametrize("form", READ)
def test_collaboration_joins_bodies(filled: Graph, tmp_path: Path, form: str) -> None:
    from graph.network import answers, projected

    found = read(filled, form, tmp_path / "file", network="collaboration")
    expected = projected(answers(filled))
    assert {
        frozenset(ends): (values["shared"], pytest.approx(values["weight"]))
        for *ends, values in found.edges(data=True)
    } == {
        frozenset(f"agency:{end}" for end in ends): (values["shared"], values["weight"])
        for *ends, values in expected.edges(data=True)
    }
    loads = {row["agency"].replace("\x0b", ""): row["measures"] for row in workload(answers(filled))}
    assert {values["name"]: values["measures"] for _, values in found.nodes(data=True)} == loads


def test_one_document(filled: Graph, tmp_path: Path) -> None:
    found = read(filled, "graphml", tmp_path / "file", document="关于city.txt的通知")
    assert sum(values["kind"] == "measure" for _, values in found.nodes(data=True)) == 2


def test_an_unknown_document_leaves_the_file_as_it_was(filled: Graph, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NoSuchText, match="戊方案"):
        export(filled, "gexf", tmp_path / "file", document="戊方案")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]
