"""The shell at a real pseudo terminal, on every server."""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from terminal import Terminal

from graph.connection import Graph

ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n;"
Open = Callable[..., Terminal]


@pytest.fixture(scope="module", autouse=True)
def stored(graph: Graph) -> None:
    graph.write(lambda tx: tx.run("CREATE (:Agency {key: 'a', name: '甲局'})").consume())


@pytest.fixture
def shell(graph_options: list[str], tmp_path: Path) -> Iterator[Open]:
    """Opens the shell on the graph; its history is the test's own."""
    with ExitStack() as stack:

        def start(*options: str) -> Terminal:
            terminal = Terminal("cypher", *options, *graph_options, XDG_STATE_HOME=str(tmp_path))
            stack.enter_context(terminal)
            terminal.ready()
            return terminal

        yield start


def novels(graph: Graph) -> int:
    return int(graph.read("MATCH (n:Novel) RETURN count(n) AS n")[0]["n"])


def test_several_lines_completion_and_an_answer(shell: Open) -> None:
    shown = shell().enter("match (a:Agen\t)\rRETURN a.na\t AS called;")
    assert "called" in shown and "甲局" in shown


def test_errors_and_refused_writes_do_not_end_it(shell: Open, graph: Graph) -> None:
    terminal = shell()
    for line, words in [
        ("RETRUN 1;", "error: Cypher"),
        ("CREATE (:Novel);", "--write"),
        ("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line;", "Refused: LOAD CSV"),
        (":nonsense", ":help lists"),
        (":limit none", ":limit [ROWS]"),
        (":ask nonsense", "no question is called nonsense"),
        ("RETURN 7 * 6 AS product;", "42"),
    ]:
        assert words in terminal.enter(line)
    assert novels(graph) == 0
    terminal.type(":quit\r")
    assert terminal.wait() == 0


def test_what_was_typed_comes_back_in_the_next_shell(shell: Open, tmp_path: Path) -> None:
    first = shell()
    first.enter("RETURN 'alpha' AS a;")
    first.enter("RETURN 'password' AS p;")
    first.type("\x04")
    assert first.wait() == 0
    (kept,) = tmp_path.rglob("cypher_history")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "password" not in kept.read_text("utf-8")
    assert "alpha" in shell().enter("\x1b[A")


def test_ctrl_c_drops_a_line_and_cancels_a_query(shell: Open, graph: Graph) -> None:
    terminal = shell()
    terminal.type("RETURN 'dropped'\x03")
    terminal.ready()
    terminal.type(f"{ENDLESS}\r")
    give_up = time.monotonic() + 30
    while not running(graph):
        assert time.monotonic() < give_up
    terminal.type("\x03")
    terminal.until("Cancelled.")
    terminal.ready()
    assert not running(graph)
    shown = terminal.enter("RETURN 'again' AS word;")
    assert "again" in shown and "dropped" not in shown


def running(graph: Graph) -> bool:
    """Whether the server is at work on the endless query."""
    shown = graph.read("SHOW TRANSACTIONS YIELD transactionId, currentQuery")
    return any("range(1, 100000)" in each["currentQuery"] for each in shown)


def test_settings_and_parameters(shell: Open, tmp_path: Path) -> None:
    terminal = shell()
    for line, words in [
        (':param names ["甲局", "乙局"]', ""),
        (":param n => 2", ""),
        (":params", "乙局"),
        (":limit 3", ""),
        (":format jsonl", ""),
        ("UNWIND range(1, 9) AS i RETURN i + $n AS plus ORDER BY plus;", '{"plus": 5}'),
        ("RETURN size($names) AS many;", '{"many": 2}'),
        (f":save {tmp_path}/rows.csv", ""),
        (":timeout 0.5", ""),
        (ENDLESS, "0.5 s"),
        (":help", "Ctrl-D leaves"),
        (":schema deadline", "precision"),
        (":ask documents", "No rows."),
        (":ask due-between from=soon to=later", "error: due-between: from"),
    ]:
        assert words in terminal.enter(line)
    assert (tmp_path / "rows.csv").read_text("utf-8-sig").split() == ["many", "2"]


def test_it_asks_before_each_write_where_it_may_write(shell: Open, graph: Graph) -> None:
    terminal = shell("--write")
    assert "甲局" in terminal.enter("MATCH (a:Agency) RETURN a.name AS name;")
    for reply, stored in [("n\r", 0), ("\x03", 0), ("y\r", 1)]:
        terminal.type("CREATE (:Novel);\r")
        terminal.until("[y/N]")
        time.sleep(0.5)  # Python misses a Ctrl-C between its prompt and the first read
        terminal.type(reply)
        assert ("nodes_created 1" in terminal.ready()) == bool(stored)
        assert novels(graph) == stored
    graph.write(lambda tx: tx.run("MATCH (n:Novel) DELETE n").consume())


def test_it_speaks_chinese(shell: Open) -> None:
    terminal = shell("--lang", "zh")
    assert "语句以 ; 结束" in terminal.enter("：help")
    assert "已拒绝" in terminal.enter("CREATE (:Novel)；")
