import csv
import io
import json
from datetime import date

import openpyxl
import pytest

TITLE = "山东省知识产权保护推进计划"


def fill(transaction) -> None:
    transaction.run(
        """
        CREATE (d:Document {key: $number, doc_number: $number, title: $title}),
               (a:Agency {key: '山东省司法厅', name: '山东省司法厅', region: '山东省'}),
               (b:Agency {key: '370000:各市政府', name: '各市政府', region: '山东省', kind: 'collective'}),
               (m:Measure {key: 'm1', ongoing: true}), (n:Measure {key: 'm2', ongoing: false}),
               (d)-[:HAS_MEASURE]->(m), (d)-[:HAS_MEASURE]->(n),
               (a)-[:RESPONSIBLE_FOR {role: 'lead'}]->(m), (b)-[:RESPONSIBLE_FOR {role: 'support'}]->(m),
               (a)-[:RESPONSIBLE_FOR {role: 'responsible'}]->(n),
               (n)-[:HAS_DEADLINE]->(:Deadline {key: 'm2@1', kind: 'due', date: $day})
        """,
        number="鲁知战办〔2023〕11号",
        title=TITLE,
        day=date(2023, 12, 31),
    ).consume()


@pytest.fixture(scope="module", autouse=True)
def stored(graph):
    graph.write(fill)


@pytest.fixture
def ask(zeren, graph_options):
    return lambda *arguments: zeren(*arguments, *graph_options)


def test_workload_has_the_columns_of_its_contract_unrounded(ask):
    done = ask("workload", "--format", "json")
    assert done.status == 0
    assert json.loads(done.out) == [
        {
            "agency": "山东省司法厅",
            "region": "山东省",
            "measures": 2,
            "lead": 1,
            "responsible": 1,
            "support": 0,
            "weight": 1.5,
            "open": 0,
        },
        {
            "agency": "各市政府",
            "region": "山东省",
            "measures": 1,
            "lead": 0,
            "responsible": 0,
            "support": 1,
            "weight": 0.5,
            "open": 0,
        },
    ]


def test_centrality_has_the_columns_of_its_contract(ask):
    done = ask("centrality", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert list(rows[0]) == [
        "agency",
        "region",
        "degree",
        "strength",
        "betweenness",
        "eigenvector",
        "pagerank",
    ]
    assert [(r["agency"], r["degree"], r["strength"], float(r["pagerank"])) for r in rows] == [
        ("各市政府", "1", "1", pytest.approx(0.5)),
        ("山东省司法厅", "1", "1", pytest.approx(0.5)),
    ]


def test_deadlines_by_year_as_a_table(ask):
    lines = ask("deadlines").out.split("\n")
    assert lines[0].split() == ["year", "kind", "deadlines", "measures", "agencies"]
    assert [line.split() for line in lines[2:4]] == [
        ["2023", "due", "1", "1", "1"],
        ["ongoing", "0", "1", "2"],
    ]


def test_a_sheet_needs_a_file_and_gets_it(ask, tmp_path):
    assert ask("workload", "--format", "xlsx").status == 2
    sheet = tmp_path / "workload.xlsx"
    assert ask("workload", "--out", sheet).status == 0
    rows = list(openpyxl.load_workbook(sheet).active.values)
    assert rows[1][:3] == ("山东省司法厅", "山东省", 2)


@pytest.mark.parametrize("command", ["workload", "centrality", "deadlines"])
def test_an_unknown_document_is_an_empty_answer_with_suggestions(ask, command):
    done = ask(command, "--document", "知识产权推进计划", "--format", "json", "--lang", "zh")
    assert (done.status, json.loads(done.out)) == (0, [])
    assert "图谱中没有文件 知识产权推进计划。" in done.err
    assert f"是否指 {TITLE}？" in done.err


@pytest.mark.parametrize("name", ["鲁知战办[2023]11号", TITLE])
def test_a_document_is_named_by_number_or_title(ask, name):
    done = ask("workload", "--document", name, "--format", "jsonl")
    assert [json.loads(line)["measures"] for line in done.out.splitlines()] == [2, 1]
