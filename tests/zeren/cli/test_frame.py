"""The command line as a process: its language, its streams, its exit status."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph.schema import VERSION

ZEREN = [sys.executable, "-m", "zeren"]
ABSENT = ["--data", "/nonexistent/graph"]
SAMPLE = str(next((Path(__file__).parents[3] / "documents").glob("jinan*")))


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*ZEREN, *arguments], env={**os.environ, **environment}, capture_output=True, timeout=60
    )


@pytest.mark.parametrize(
    ("environment", "options", "words"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, [], "尚无图谱"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_TW.UTF-8"}, [], "尚无图谱"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, [], "No graph yet"),
        ({"LC_ALL": "C"}, [], "No graph yet"),
        ({"LC_ALL": "C"}, ["--lang", "zh"], "尚无图谱"),
        ({"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, ["--lang=zh"], "尚无图谱"),
        ({"LC_ALL": "zh_CN.UTF-8"}, ["--lang", "en"], "No graph yet"),
    ],
)
def test_messages_are_in_the_language_of_the_locale_or_the_option(
    environment: dict[str, str], options: list[str], words: str
) -> None:
    done = run("status", *ABSENT, *options, **environment)
    assert words in done.stderr.decode("utf-8")
    assert done.returncode == 0


def test_help_is_in_the_chosen_language() -> None:
    assert "图谱的内容" in run("--help", LC_ALL="zh_CN.UTF-8").stdout.decode("utf-8")
    assert "What the graph holds" in run("status", "--lang", "en", "--help", LC_ALL="C").stdout.decode(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["status", *ABSENT], 0, "No graph yet"),
        (["nonsense"], 2, "nonsense"),
        (["status", "--nonsense"], 2, "--nonsense"),
        (["status", "--format", "pdf"], 2, "pdf"),
        (["status", "--lang", "fr"], 2, "fr"),
        (["status", *ABSENT, "--format", "xlsx"], 2, "--out"),
        (["status", *ABSENT, "--out", "/nonexistent/rows.csv"], 2, "/nonexistent/rows.csv"),
        (["status", "--graph", "http://127.0.0.1"], 2, "protocol"),
        (["status", "--graph", "bolt://127.0.0.1:1"], 3, "127.0.0.1:1"),
        (["server", "start", "--graph", "bolt://127.0.0.1:1"], 2, "--data"),
        (["server", "stop", *ABSENT], 0, "No server was running"),
    ],
)
def test_exit_status_and_a_line_that_says_why(arguments: list[str], status: int, words: str) -> None:
    done = run(*arguments)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, "Traceback" in said) == (status, False)
    assert words in said.splitlines()[-1]


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    done = run("status", "--graph", "neo4j://neo4j:hunter2hunter2@127.0.0.1")
    assert done.returncode == 2
    assert b"hunter2" not in done.stderr + done.stdout


def test_a_reader_that_has_gone_is_no_error() -> None:
    code = (
        "from zeren.cli._output import emit\n"
        "import typer; app = typer.Typer()\n"
        "@app.command()\n"
        "def rows(): emit([{'n': n} for n in range(200_000)], ['n'], 'jsonl')\n"
        "app()"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b'{"n": 0}\n'
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()


def test_at_a_terminal_a_table_fits_it() -> None:
    leader, follower = pty.openpty()
    code = "from zeren.cli._output import emit\nemit([{'text': '任务 ' * 60}], ['text'])"
    environment = {**os.environ, "COLUMNS": "40", "TERM": "xterm"}
    subprocess.run([sys.executable, "-c", code], stdout=follower, env=environment, timeout=60, check=True)
    os.close(follower)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", os.read(leader, 65536).decode("utf-8")).splitlines()
    os.close(leader)
    assert len(shown) > 5
    assert max(len(line) + sum(char > "\u2e80" for char in line) for line in shown) <= 40


@pytest.mark.parametrize(
    ("arguments", "needless"),
    [
        (
            ["status", "--data", "/nonexistent"],
            {"spacy", "networkx", "neo4j", "igraph", "scipy", "openpyxl", "jieba", "pyvis"},
        ),
        (["extract", SAMPLE], {"networkx", "neo4j", "igraph", "scipy", "openpyxl", "jieba", "pyvis"}),
    ],
    ids=["status", "extract"],
)
def test_starting_is_quick(arguments: list[str], needless: set[str]) -> None:
    code = (
        f"import sys; sys.argv = {['zeren', *arguments]}\n"
        "from zeren.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print(sorted({needless} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert done.stderr.decode().splitlines()[-1] == "[]"


def test_status_counts_what_the_graph_holds(graph: Any, graph_options: list[str], zeren: Any) -> None:
    graph.write(
        lambda tx: tx.run(
            "CREATE (:Meta {key: 'zeren', schema_version: $version}), (:Document {key: 'd'}), "
            "(a:Agency {key: 'a'})-[:RESPONSIBLE_FOR {role: 'lead'}]->(:Measure {key: 'm'}), "
            "(a)-[:RESPONSIBLE_FOR {role: 'support'}]->(:Measure {key: 'n'}), (:Regulation {key: 'r'})",
            version=VERSION,
        ).consume()
    )
    done = zeren("status", *graph_options, "--format", "json")
    (row,) = json.loads(done.out)
    assert done.status == 0
    assert row.pop("graph") == graph_options[1]
    assert row.pop("server").startswith(("ArcadeDB ", "Neo4j/"))
    assert row == {
        "schema": VERSION, "documents": 1, "measures": 2, "agencies": 1, "responsibilities": 2,
        "regulations": 1,
    }  # fmt: skip


def test_a_server_started_stays_for_other_tools_and_is_stopped(
    tmp_path: Path, zeren: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZEREN_IDLE_SECONDS", "0.5")
    data = ["--data", tmp_path / "data"]
    (row,) = json.loads(zeren("server", "start", *data, "--format", "json").out)
    try:
        time.sleep(1.5)
        (again,) = json.loads(zeren("server", "status", *data, "--format", "json").out)
        assert again == row
        assert (row["running"], row["stays"]) == (True, True)
        password = json.loads(Path(row["password_file"]).read_text())[row["user"]]
        with GraphDatabase.driver(row["uri"], auth=(row["user"], password)) as driver:
            assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
    finally:
        stopped = zeren("server", "stop", *data)
    assert (stopped.status, "has stopped" in stopped.err) == (0, True)
    (row,) = json.loads(zeren("server", "status", *data, "--format", "json").out)
    assert row["running"] is False


@pytest.mark.neo4j
def test_a_wrong_password_of_neo4j_is_status_3(neo4j_graph: Any, zeren: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    done = zeren("status", "--graph", neo4j_graph.address)
    assert done.status == 3
    assert "NEO4J_PASSWORD" in done.err
