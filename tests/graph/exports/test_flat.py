"""Flat tables hold the graph without what serves the writer only."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph import writer
from graph.connection import Graph
from graph.exports import flat
from graph.schema import LABELS

Tables = dict[str, list[dict[str, str]]]
TEXT = '=1+1,"引号"\r\n第二行\x1b'


@pytest.fixture(scope="module")
def filled(graph: Graph, scene, build) -> Graph:
    for document in scene:
        writer.load(graph, document)
    writer.load(graph, build.document("hostile.txt", build.measure(1, text=TEXT)))
    return graph


@pytest.fixture(params=["folder", "file.zip"])
def tables(filled: Graph, tmp_path: Path, request: pytest.FixtureRequest) -> Tables:
    out = tmp_path / request.param
    flat.export(filled, out)
    if out.is_dir():
        files = {path.name: path.read_bytes() for path in out.iterdir()}
    else:
        with ZipFile(out) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    assert all(content.startswith(b"\xef\xbb\xbf") for content in files.values())
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        for name, content in files.items()
    }


def test_every_node_and_relationship_has_a_row(filled: Graph, tables: Tables) -> None:
    internal = {label.name for label in LABELS if label.internal}
    nodes = filled.read("MATCH (n) RETURN labels(n)[0] AS label, n.key AS key")
    found = {(name, row["key"]) for name, rows in tables.items() if "-" not in name for row in rows}
    assert found == {(row["label"], row["key"]) for row in nodes if row["label"] not in internal}
    links = filled.read(
        "MATCH (a)-[r]->(b) RETURN labels(a)[0] + '-' + type(r) + '-' + labels(b)[0] AS name,"
        " a.key AS start, b.key AS end"
    )
    ends = [(name, row["from"], row["to"]) for name, rows in tables.items() if "-" in name for row in rows]
    assert sorted(ends) == sorted((row["name"], row["start"], row["end"]) for row in links)


def test_values_are_plain(tables: Tables) -> None:
    (hostile,) = [row for row in tables["Measure"] if "引号" in row["text"]]
    assert hostile["text"] == '\'=1+1,"引号"\n第二行'
    (ongoing,) = [row for row in tables["Measure"] if row["keywords"] == "海关" and row["ongoing"] == "true"]
    assert ongoing["due"] == ""
    assert {row["due"] for row in tables["Measure"]} == {"", "2024-06-30"}
    market = next(row for row in tables["Agency"] if row["name"] == "山东省市场监督管理局")
    assert market["functions"] == "市场监管；标准；知识产权"
    assert market["resolved"] == "true"
