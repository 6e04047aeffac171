"""What the samples lack: leads, open roles, measures of nobody, recurring dates, doubt, repeal, and a
document that rests on another. Asked of documents written for this, loaded beside the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.asking import ask
from graph.connection import Graph
from graph.model import PolicyDocument

EXPECTED = Path(__file__).parent / "expected" / "made"
ALIGN = """
UNWIND $pairs AS pair
MATCH (:Document {doc_number: $shandong})-[:HAS_MEASURE]->(m:Measure {number: pair[0]})
MATCH (:Document {doc_number: $qingdao})-[:HAS_MEASURE]->(n:Measure {number: pair[1]})
CREATE (m)-[:ALIGNS_WITH {score: pair[2], terms: ['专利']}]->(n)
"""


@pytest.fixture(scope="module")
def loaded(graph: Graph, samples: list[PolicyDocument], made: list[PolicyDocument]) -> Graph:
    from graph.writer import load

    for document in [*samples, *made]:
        load(graph, document)
    return graph


@pytest.mark.parametrize("name", sorted(file.stem for file in EXPECTED.iterdir()))
def test_rows(loaded: Graph, name: str, hold: Callable[[Graph, Path], None]) -> None:
    hold(loaded, EXPECTED / f"{name}.yaml")


@pytest.fixture
def aligned(loaded: Graph) -> Graph:
    """Shandong's 2 answers Qingdao's 1 (other bodies), and its 4 Qingdao's 3."""
    pairs = [["2", "1", 0.8], ["4", "3", 0.4]]
    numbers = {"shandong": "鲁知战办〔2023〕11号", "qingdao": "青政办发〔2024〕99号"}
    loaded.write(lambda tx: tx.run("MATCH ()-[r:ALIGNS_WITH]->() DELETE r").consume())
    loaded.write(lambda tx: tx.run(ALIGN, pairs=pairs, **numbers).consume())
    return loaded


def test_measures_that_answer_each_other(aligned: Graph) -> None:
    reply = ask(aligned, "measures-alike", {"score": "0.5"})
    assert [(row["document"], row["number"], row["other_number"], row["score"]) for row in reply.rows] == [
        ("鲁知战办〔2023〕11号", "2", "1", 0.8)
    ]
    assert len(ask(aligned, "measures-alike", {}).rows) == 2


def test_what_a_new_plan_changes(aligned: Graph) -> None:
    plans = {"old": "鲁知战办〔2023〕11号", "new": "青岛市知识产权保护实施方案"}
    rows = ask(aligned, "plan-changes", plans).rows
    kinds = [row["change"] for row in rows]
    assert {kind: kinds.count(kind) for kind in kinds} == {"added": 5, "dropped": 79, "moved": 2}
    moved = [(row["old_number"], row["new_number"], row["new_agencies"]) for row in rows[-2:]]
    assert moved == [("2", "1", ["青岛市司法局", "青岛市市场监督管理局", "青岛市财政局"]), ("4", "3", [])]


def test_an_unknown_name_gives_no_rows_and_suggestions(loaded: Graph) -> None:
    """Not even where the question would list everything that the other plan has."""
    reply = ask(loaded, "plan-changes", {"old": "青岛市知识产权保护实施办法", "new": "鲁知战办〔2023〕11号"})
    assert reply.rows == []
    assert [unknown.parameter for unknown in reply.unknown] == ["old"]
    assert reply.unknown[0].near[0] == "青岛市知识产权保护实施方案"
