"""The package's own names, from files to findings; and that importing it costs nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import zeren
from graph.connection import Graph
from graph.server_errors import WriteRefused
from queries.catalogue import questions

SAMPLES = Path(__file__).parents[2] / "documents"


@pytest.fixture(scope="module")
def loaded(graph: Graph) -> Graph:
    """The graph of the two samples."""
    found = zeren.load(graph, SAMPLES)
    assert found.failures == []
    assert [report.outcome for report in found.reports] == ["added", "added"]
    return graph


def test_questions(loaded: Graph) -> None:
    rows = zeren.query(loaded, "agency-duties", agency="省法院")
    assert {row["agency"] for row in rows} == {"山东省高级人民法院"}
    with pytest.warns(UserWarning, match="no agency called 省高等法院.*Did you mean: .*法院"):
        assert zeren.query(loaded, "agency-duties", agency="省高等法院") == []


def test_cypher_reads(loaded: Graph) -> None:
    text = "MATCH (m:Measure) RETURN m.key AS key ORDER BY key"
    assert len(zeren.cypher(loaded, text, limit=5)) == 5
    assert zeren.cypher(loaded, "RETURN $n AS n", {"n": 3}) == [{"n": 3}]
    with pytest.raises(WriteRefused):
        zeren.cypher(loaded, "CREATE (:Measure {key: 'x'})")


def test_measures_of_the_network(loaded: Graph) -> None:
    loads = zeren.workload(loaded)
    assert {row["key"] for row in loads} == {row["key"] for row in zeren.centrality(loaded)}
    of_one = zeren.workload(loaded, document="鲁知战办〔2023〕11号")
    assert round(sum(row["weight"] for row in of_one), 9) == 81
    assert sum(row["deadlines"] for row in zeren.deadlines(loaded)) == len(
        loaded.read("MATCH (d:Deadline) RETURN d.key AS key")
    )


def test_answers_know_their_columns(loaded: Graph) -> None:
    (question,) = (each for each in questions() if each.name == "agency-duties")
    found = zeren.query(loaded, question.name, agency="省法院")
    with pytest.warns(UserWarning, match="没有这个机构"):
        nothing = zeren.query(loaded, question.name, agency="没有这个机构")
    assert found.columns == nothing.columns == [column.name for column in question.columns] == [*found[0]]
    for rows in (zeren.workload(loaded), zeren.centrality(loaded), zeren.deadlines(loaded)):
        assert rows.columns == [*rows[0]]
    assert zeren.cypher(loaded, "RETURN 1 AS one, 2 AS two").columns == ["one", "two"]
    assert zeren.review(loaded).columns[:2] == ["kind", "document"]


def test_an_answer_as_a_frame(loaded: Graph) -> None:
    frame = zeren.query(loaded, "agency-duties", agency="省法院").frame()
    assert frame["due"].dt.year.max() == 2023
    assert frame["page"].dtype == "object"  # a text file has no pages
    assert frame["ongoing"].dtype == "boolean"
    assert zeren.workload(loaded).frame()["weight"].sum() == pytest.approx(101)
    years = zeren.deadlines(loaded).frame()["year"]
    assert years.dtype == "Int64" and years.isna().any()


def test_a_document_without_a_graph() -> None:
    (jinan,) = SAMPLES.glob("jinan*")
    assert len(zeren.extract(jinan).measures) == 20


def test_out_of_the_graph_again(loaded: Graph) -> None:
    assert zeren.remove(loaded, "关于强化知识产权保护的实施方案").measures == 20


def test_the_names() -> None:
    assert all(callable(getattr(zeren, name)) for name in zeren.__all__)


def test_importing_it_loads_no_library() -> None:
    heavy = "{'neo4j', 'spacy', 'networkx', 'igraph', 'typer', 'rich', 'lxml', 'pandas'}"
    code = f"import sys, zeren; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_decisions_from_a_file_named_in_words(empty: Graph, tmp_path: Path) -> None:
    table = tmp_path / "doubts.csv"
    table.write_text("kind,document,words,decision\nunknown agency,计划,市甲中心,keep\n", "utf-8")
    decided = zeren.decide(empty, str(table), decisions=tmp_path / "decisions.yaml")
    assert (decided.decisions, decided.absent) == (1, ("计划",))
