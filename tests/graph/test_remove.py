"""Removal by path, key, number and title; copies that stay; names that mean nothing or too much."""

from __future__ import annotations

import pytest

from graph.connection import Graph
from graph.remove import NoSuchDocument, SeveralDocuments, remove
from graph.writer import load

KEY, TEXT = "鲁政〔2023〕1号", "".join(chr(0x4E00 + n * 7 % 5000) for n in range(500))


def documents(graph: Graph) -> list[str]:
    return [row["key"] for row in graph.read("MATCH (d:Document) RETURN d.key AS key ORDER BY key")]


@pytest.mark.parametrize("name", [KEY, "鲁政[2023]1号", "关于甲的通知", "甲规划", "a.txt"])
def test_names_of_a_document(empty: Graph, build, name: str) -> None:
    load(
        empty,
        build.document("a.txt", build.measure(1), doc_number=KEY, title="关于甲的通知", text_title="甲规划"),
    )
    load(empty, build.document("b.txt"))
    report = remove(empty, name)
    assert (report.documents, report.measures, len(report.paths)) == ((KEY,), 1, 1)
    assert len(documents(empty)) == 1


def test_a_name_takes_every_copy_and_a_path_only_its_file(empty: Graph, build) -> None:
    papers = [
        build.document("a.txt", build.measure(1), build.measure(2), text=TEXT, doc_number=KEY),
        build.document("b.txt", build.measure(1), text=TEXT[:-50], doc_number=KEY),
    ]
    for paper in papers:
        load(empty, paper)
    report = remove(empty, "a.txt")
    assert (report.documents, report.measures) == ((), 0)
    assert documents(empty) == [KEY]  # the copy tells the facts now
    assert empty.read("MATCH (m:Measure) RETURN count(*) AS n") == [{"n": 1}]
    load(empty, papers[0])
    assert len(remove(empty, KEY).paths) == 2
    assert documents(empty) == []


def test_the_first_of_two_namesakes_gives_its_key_away(empty: Graph, build) -> None:
    load(empty, build.document("a.txt", build.measure(1), text=TEXT, doc_number=KEY))
    report = load(empty, build.document("b.txt", text=TEXT[::-1], doc_number=KEY))
    assert report.key == f"{KEY}#2"
    assert documents(empty) == [KEY, f"{KEY}#2"]
    remove(empty, KEY)
    assert documents(empty) == [KEY]
    assert empty.read("MATCH (d:Document) RETURN d.doubt AS doubt") == [{"doubt": None}]


def test_a_name_of_nothing_suggests(empty: Graph, build) -> None:
    load(empty, build.document("a.txt", title="山东省知识产权保护推进计划"))
    with pytest.raises(NoSuchDocument) as error:
        remove(empty, "知识产权保护推进计划")
    assert "山东省知识产权保护推进计划" in str(error.value)
    assert "是否指" in error.value.say("zh")
    with pytest.raises(NoSuchDocument) as error:
        remove(empty, "xyz")
    assert "Did you mean" not in str(error.value)


def test_a_name_of_two_is_refused(empty: Graph, build) -> None:
    load(empty, build.document("a.txt", title="工作方案", doc_number="鲁政〔2023〕1号"))
    load(empty, build.document("b.txt", title="工作方案", doc_number="鲁政〔2023〕2号"))
    with pytest.raises(SeveralDocuments, match="鲁政〔2023〕2号"):
        remove(empty, "工作方案")
    assert len(documents(empty)) == 2
