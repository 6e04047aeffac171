"""The command that writes the graph for other programs."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from pyarrow import parquet

import zeren as api

DOCUMENTS = Path(__file__).parents[3] / "documents"


@pytest.fixture(scope="module")
def loaded(graph):
    api.load(graph, DOCUMENTS)
    return graph


def test_the_command_writes_a_new_folder_and_no_other(loaded, graph_options, zeren, tmp_path):
    out = tmp_path / "导出"
    ended = zeren("export", "--format", "neo4j-admin", "--out", out, *graph_options)
    assert (ended.status, ended.out) == (0, f"{out}\n")
    assert "nodes-Measure.csv" in {path.name for path in out.iterdir()}
    again = zeren("export", "--format", "neo4j-admin", "--out", out, "--lang", "zh", *graph_options)
    assert again.status == 2
    assert str(out) in again.err and "文件夹" in again.err


def test_a_choice_that_the_form_has_not_is_refused(loaded, graph_options, zeren, tmp_path):
    ended = zeren("export", "--format", "csv", "--out", tmp_path / "x", "--document", "x", *graph_options)
    assert ended.status == 2
    assert "--document" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form, name", [("parquet", "tables"), ("json-ld", "graph.jsonld")])
def test_linked_data_and_typed_tables(loaded, graph_options, zeren, tmp_path, form, name):
    out = tmp_path / name
    ended = zeren("export", "--format", form, "--out", out, *graph_options)
    assert (ended.status, ended.out) == (0, f"{out}\n")
    if form == "parquet":
        assert parquet.read_metadata(out / "Measure.parquet").num_rows == 101
    else:
        graph = json.loads(out.read_text("utf-8"))["@graph"]
        assert sum("Responsibility" in thing.get("@type", ()) for thing in graph) == 301


def test_a_network_of_one_document(loaded, graph_options, zeren, tmp_path):
    out = tmp_path / "net.graphml"
    chosen = ["--network", "collaboration", "--document", "鲁知战办〔2023〕11号"]
    ended = zeren("export", "--format", "graphml", "--out", out, *chosen, *graph_options)
    assert (ended.status, ended.out) == (0, f"{out}\n")
    found = nx.read_graphml(out)
    assert "agency:山东省高级人民法院" in found and "agency:济南市中级人民法院" not in found


def test_an_unknown_form_is_refused(zeren, tmp_path):
    ended = zeren("export", "--format", "tape", "--out", tmp_path / "x")
    assert ended.status == 2
    assert "neo4j-admin" in ended.err
