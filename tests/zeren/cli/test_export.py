"""The command that writes the graph for other programs."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_an_unknown_form_is_refused(zeren, tmp_path):
    ended = zeren("export", "--format", "tape", "--out", tmp_path / "x")
    assert ended.status == 2
    assert "neo4j-admin" in ended.err
