"""``zeren cypher``: reads, limits, parameters, forms of output, and writes only when told."""

from __future__ import annotations

import io
import json
from types import SimpleNamespace

import openpyxl
import pytest


def fill(transaction) -> None:
    transaction.run(
        """
        CREATE (a:Agency {key: 'a', name: '甲局', aliases: ['甲'], since: date('2023-01-02')})
               -[:RESPONSIBLE_FOR {role: 'lead'}]->(:Measure {key: 'm', number: '1'})
        """
    ).consume()


@pytest.fixture(scope="module", autouse=True)
def stored(graph):
    graph.write(fill)


@pytest.fixture
def ask(zeren, graph_options):
    return lambda *arguments: zeren("cypher", *arguments, *graph_options)


@pytest.fixture
def pipe(monkeypatch):
    """Puts text on stdin, as a pipe does."""

    def put(text: str) -> None:
        stdin = SimpleNamespace(buffer=io.BytesIO(text.encode()), isatty=lambda: False)
        monkeypatch.setattr("sys.stdin", stdin)

    return put


def count(graph, label: str) -> int:
    rows = graph.read("MATCH (n) WHERE $label IN labels(n) RETURN count(n) AS n", label=label)
    return int(rows[0]["n"])


def test_nodes_and_relationships_are_their_properties_and_kind(ask):
    done = ask("MATCH (a:Agency)-[r]->(m) RETURN a, r, m.number AS number", "--format", "json")
    assert done.status == 0
    assert json.loads(done.out) == [
        {
            "a": {
                "key": "a",
                "name": "甲局",
                "aliases": ["甲"],
                "since": "2023-01-02",
                "_labels": ["Agency"],
            },
            "r": {"role": "lead", "_type": "RESPONSIBLE_FOR"},
            "number": "1",
        }
    ]


def test_parameters_are_json_or_text(ask):
    given = ["--param", "n=5", "--param", "name=省法院", "--param", 'code="370000"', "--param", "l=[1, true]"]
    done = ask("RETURN $n AS n, $name AS name, $code AS code, $l AS l", *given, "--format", "jsonl")
    assert json.loads(done.out) == {"n": 5, "name": "省法院", "code": "370000", "l": [1, True]}


def test_a_parameter_is_never_part_of_the_text(ask, graph):
    attack = "'}) DETACH DELETE a //"
    done = ask("MATCH (a:Agency {name: $name}) RETURN a", "--param", f"name={attack}", "--format", "json")
    assert (done.status, json.loads(done.out), count(graph, "Agency")) == (0, [], 1)


def test_rows_are_cut_at_a_thousand_unless_told_and_this_is_said(ask):
    cut = ask("UNWIND range(1, 1001) AS n RETURN n", "--format", "jsonl")
    assert (len(cut.out.splitlines()), "1000" in cut.err) == (1000, True)
    told = ask("UNWIND range(1, 1001) AS n RETURN n", "--limit", "1001", "--format", "jsonl")
    assert (len(told.out.splitlines()), told.err) == (1001, "")


def test_the_text_may_stand_in_a_file_or_on_stdin(ask, pipe, tmp_path):
    file = tmp_path / "count.cypher"
    file.write_text("﻿// 数一数\nRETURN 1 AS one", encoding="utf-8")
    assert json.loads(ask(file, "--format", "json").out) == [{"one": 1}]
    pipe("RETURN 2 AS two")
    assert json.loads(ask("-", "--format", "json").out) == [{"two": 2}]
    pipe("RETURN 3 AS three")
    assert json.loads(ask("--format", "json").out) == [{"three": 3}]


def test_a_missing_file_is_named(ask, tmp_path):
    done = ask(tmp_path / "none.cypher")
    assert (done.status, done.out) == (2, "")
    assert "none.cypher" in done.err


def test_a_sheet(ask, tmp_path):
    out = tmp_path / "rows.xlsx"
    assert ask("MATCH (a:Agency) RETURN a.name AS name", "--out", out).status == 0
    assert [[cell.value for cell in row] for row in openpyxl.load_workbook(out).active] == [
        ["name"],
        ["甲局"],
    ]


@pytest.mark.parametrize(
    "statement",
    ["CREATE (:Intruder)", "MATCH (a:Agency) SET a.name = 'x'", "MATCH (n) DETACH DELETE n", "RETRUN 1", ""],
)
def test_what_writes_or_is_no_cypher_is_refused(ask, graph, statement):
    done = ask(statement)
    assert (done.status, done.out) == (2, "")
    assert done.err
    assert graph.read("MATCH (a:Agency) RETURN a.name AS name") == [{"name": "甲局"}]
    assert count(graph, "Intruder") == 0


def test_writing_is_asked_about_and_not_done_where_nobody_can_answer(ask, pipe, graph):
    pipe("")
    done = ask("CREATE (:Visitor)", "--write")
    assert done.status == 2
    assert "CREATE (:Visitor)" in done.err and "--yes" in done.err
    assert count(graph, "Visitor") == 0


@pytest.mark.parametrize(("reply", "status", "visitors"), [("y\n", 0, 1), ("n\n", 2, 0)])
def test_the_answer_at_a_terminal_decides(ask, graph, monkeypatch, reply, status, visitors):
    terminal = io.StringIO(reply)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    assert ask("CREATE (:Visitor)", "--write").status == status
    assert count(graph, "Visitor") == visitors
    graph.write(lambda tx: tx.run("MATCH (n:Visitor) DELETE n").consume())


def test_yes_writes_without_asking_and_says_what_changed(ask, graph):
    done = ask("CREATE (v:Visitor) RETURN v", "--write", "--yes", "--format", "json")
    assert done.status == 0
    assert json.loads(done.out) == [{"v": {"_labels": ["Visitor"]}}]
    assert "nodes_created 1" in done.err
    assert count(graph, "Visitor") == 1
    graph.write(lambda tx: tx.run("MATCH (n:Visitor) DELETE n").consume())


@pytest.mark.parametrize("text", ["", " // nothing\n;;"])
def test_nothing_asked(ask, pipe, text):
    pipe(text)
    done = ask()
    assert (done.status, done.out, "Nothing was asked" in done.err) == (2, "", True)


def test_a_pipe_may_hold_several_statements_and_commands(ask, pipe, tmp_path):
    more = tmp_path / "more.cypher"
    more.write_text("RETURN 3 AS n", encoding="utf-8")
    pipe(f":param n 1\nRETURN $n AS n;\n// two\nRETURN '2;' AS n;\n:source {more}\n:quit\nRETURN 4 AS n;")
    done = ask("--format", "jsonl")
    assert (done.status, done.err) == (0, "")
    assert [json.loads(line)["n"] for line in done.out.splitlines()] == [1, "2;", 3]


@pytest.mark.parametrize("bad", ["RETRUN 2;", "CREATE (:Intruder);", ":nonsense", ":source /nonexistent"])
def test_the_first_statement_that_fails_ends_the_run_and_is_told(ask, pipe, graph, bad):
    pipe(f"RETURN 1 AS n;\n\n{bad}\nRETURN 3 AS n;")
    done = ask("--format", "jsonl")
    assert (done.status, done.out) == (2, '{"n": 1}\n')
    assert "Statement 2 of 3, line 3:" in done.err
    assert count(graph, "Intruder") == 0


def test_several_statements_do_not_go_into_one_file(ask, tmp_path):
    done = ask("RETURN 1 AS n; RETURN 2 AS n", "--out", tmp_path / "rows.csv")
    assert (done.status, "one statement" in done.err) == (2, True)
    assert not list(tmp_path.iterdir())


def test_a_reading_statement_is_not_asked_about(ask, pipe):
    pipe("RETURN 'CREATE' AS word")
    done = ask("--write", "--format", "json")
    assert (done.status, json.loads(done.out)) == (0, [{"word": "CREATE"}])


def test_a_number_that_no_server_can_hold_is_refused(ask):
    done = ask("RETURN $n AS n", "--param", f"n={10**30}")
    assert (done.status, done.out, "Traceback" in done.err) == (2, "", False)
