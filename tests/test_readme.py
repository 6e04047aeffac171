"""The README tells the truth where a program can check it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import accuracy, peer
from graph.schema import as_markdown

ROOT = Path(__file__).parent.parent


def test_the_schema_in_the_readme_is_the_schema_in_the_code() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"<!-- schema -->\n(.*)\n<!-- /schema -->", readme, re.S)
    assert shown and shown.group(1).strip() == as_markdown().strip()


def test_the_accuracy_in_the_readme_is_what_the_gold_gives() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"<!-- accuracy -->\n(.*)\n<!-- /accuracy -->", readme, re.S)
    assert shown and shown.group(1).strip() == accuracy.as_markdown()
    kept = accuracy.FIGURES.read_text("utf-8").splitlines()
    assert kept == ["\t".join(score.figures()) for score in accuracy.scores()]


def test_the_peer_in_the_readme_was_run_on_this_gold() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"<!-- peer -->\n(.*)\n<!-- /peer -->", readme, re.S)
    assert shown and shown.group(1).strip() == peer.as_markdown()
    kept = [line.split("\t") for line in peer.FIGURES.read_text("utf-8").splitlines()]
    ours, its = kept[:2], kept[2:]
    assert ours == [line.split("\t") for line in peer.own_figures()], "python -m benchmarks.peer --save"
    assert [line[1:4] for line in its] == [line[1:4] for line in ours]
    assert {line[0] for line in its} == {peer.PEER}


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_commands_in_the_readme_exist(name: str) -> None:
    from zeren.cli._app import application

    known = {c.name or c.callback.__name__ for c in application().registered_commands if c.callback}
    known |= {g.name for g in application().registered_groups if g.name}
    readme = (ROOT / name).read_text("utf-8")
    used = set(re.findall(r"^(?:\.venv\\Scripts\\)?zeren (\w+)", readme, re.M)) | set(
        re.findall(r"`zeren (\w+)", readme)
    )
    assert used and used <= known


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_questions_in_the_readme_exist(name: str) -> None:
    from queries.catalogue import questions

    readme = (ROOT / name).read_text("utf-8")
    used = set(re.findall(r"zeren query ([a-z][\w-]+)", readme)) | set(
        re.findall(r'zeren\.query\(graph, "([\w-]+)"', readme)
    )
    assert used and used <= {question.name for question in questions()}


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_python_in_the_readme_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / name).read_text("utf-8")
    (block,) = re.findall(r"```python\n(.*?)```", readme, re.S)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "documents").symlink_to(ROOT / "documents")
    exec(compile(block, name, "exec"), {})
    assert "山东省市场监督管理局 49 29.6" in capsys.readouterr().out
