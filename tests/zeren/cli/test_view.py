"""The command that writes a page."""

from pathlib import Path

import pytest

import zeren as api

DOCUMENTS = Path(__file__).parents[3] / "documents"
NUMBER = "鲁知战办〔2023〕11号"
PLAN = "山东省2023-2025年知识产权保护推进计划"


@pytest.fixture(scope="module")
def loaded(graph):
    api.load(graph, DOCUMENTS)
    return graph


@pytest.mark.parametrize("kind", ["responsibility", "collaboration"])
def test_the_command_writes_the_same_file_each_time(loaded, graph_options, zeren, tmp_path, kind):
    out = tmp_path / "页面.html"
    ended = zeren("view", kind, "2023-2025", "--out", out, *graph_options)
    assert (ended.status, ended.out) == (0, f"{out}\n")
    first = out.read_bytes()
    assert PLAN in first.decode("utf-8")
    assert zeren("view", kind, NUMBER, "--out", out, *graph_options).status == 0
    assert out.read_bytes() == first
    assert [entry.name for entry in tmp_path.iterdir()] == ["页面.html"]


def test_the_command_speaks_the_language_asked_for(loaded, graph_options, zeren, tmp_path):
    out = tmp_path / "page.html"
    zeren("view", "responsibility", "--out", out, "--lang", "en", *graph_options)
    assert "All 2 documents: who answers for what" in out.read_text(encoding="utf-8")
    zeren("view", "responsibility", "--out", out, "--lang", "zh", *graph_options)
    assert "全部 2 份文件：谁负责什么" in out.read_text(encoding="utf-8")


def test_the_command_says_what_is_wrong(loaded, graph_options, zeren, tmp_path):
    ended = zeren("view", "responsibility", "山东省推进的计划", "--lang", "zh", *graph_options)
    assert ended.status == 2
    assert PLAN in ended.err
    ended = zeren("view", "collaboration", "--out", tmp_path / "none" / "x.html", *graph_options)
    assert ended.status == 2
    assert "x.html" in ended.err
    assert zeren("view", "nothing", *graph_options).status == 2
