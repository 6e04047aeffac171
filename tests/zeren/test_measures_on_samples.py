"""Workload, centrality and deadlines of the two sample plans, through the package's own names."""

from pathlib import Path

import pytest

from zeren import centrality, deadlines, load, workload

DOCUMENTS = Path(__file__).parents[2] / "documents"
SHANDONG = "鲁知战办〔2023〕11号"
JINAN = "关于强化知识产权保护的实施方案"


@pytest.fixture(scope="module", autouse=True)
def loaded(graph):
    assert not load(graph, DOCUMENTS).failures


def test_shandongs_workload(graph):
    rows = workload(graph, document=SHANDONG)
    assert len(rows) == 33
    assert sum(row["weight"] for row in rows) == pytest.approx(81)
    assert sum(row["lead"] + row["responsible"] + row["support"] for row in rows) == 181
    first = rows[0]
    assert (first["agency"], first["region"], first["measures"]) == ("山东省市场监督管理局", "山东省", 49)
    assert first["weight"] == pytest.approx(29.6, abs=0.05)


def test_jinans_workload(graph):
    rows = workload(graph, document=JINAN)
    assert sum(row["weight"] for row in rows) == pytest.approx(20)
    assert sum(row["lead"] + row["responsible"] + row["support"] for row in rows) == 120
    assert (rows[0]["agency"], rows[0]["measures"]) == ("济南市市场监督管理局", 19)


def test_the_whole_graph_is_both_plans_together(graph):
    rows = workload(graph)
    assert sum(row["weight"] for row in rows) == pytest.approx(101)
    assert {row["region"] for row in rows} >= {"山东省", "济南市"}


def test_shandongs_centrality(graph):
    rows = centrality(graph, document=SHANDONG)
    loads = workload(graph, document=SHANDONG)
    assert {row["key"] for row in rows} == {row["key"] for row in loads}
    assert rows[0]["agency"] == "山东省市场监督管理局"
    assert max(rows, key=lambda row: row["betweenness"]) is rows[0]
    assert sum(row["eigenvector"] ** 2 for row in rows) == pytest.approx(1)
    alone = [row for row in rows if row["degree"] == 0]
    assert alone
    assert all(
        row["strength"] == row["betweenness"] == row["eigenvector"] == 0 < row["pagerank"] for row in alone
    )


def test_shandongs_deadlines(graph):
    rows = {(row["year"], row["kind"]): row for row in deadlines(graph, document=SHANDONG)}
    assert rows.keys() == {(2023, "due"), (2025, "due"), (None, "ongoing")}
    assert rows[None, "ongoing"]["measures"] == 58
    assert rows[2023, "due"]["measures"] + rows[2025, "due"]["measures"] == 35
