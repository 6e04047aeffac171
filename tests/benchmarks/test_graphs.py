"""What the benchmarks of the graph compare is comparable."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks import asking, world
from benchmarks.rows import Rows, by_document, create, empty, read_rows, renamed, statements
from graph.connection import Graph
from graph.model import PolicyDocument
from graph.writer import load
from queries.catalogue import Question, questions


@pytest.fixture(scope="module")
def documents() -> list[PolicyDocument]:
    return list(world.documents(34, compared=2))


@pytest.fixture(scope="module")
def keys(graph: Graph, documents: list[PolicyDocument]) -> list[str]:
    """The keys of the first four, which are loaded."""
    return [load(graph, document).key for document in documents[:4]]


@pytest.fixture(scope="module")
def loaded(graph: Graph, keys: list[str]) -> Graph:
    return graph


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_the_minimal_cypher_gives_the_same_rows(loaded: Graph, question: Question) -> None:
    """The same columns and values in the same order: it is spared nothing that is part of the answer."""
    values = asking.bound(loaded, question)
    rows = loaded.read(question.asked(values), **values)
    least = loaded.read(asking.minimal(question), **values)
    assert [list(row.items()) for row in least] == [list(row.items()) for row in rows]


def test_no_minimal_cypher_is_left_over() -> None:
    assert {path.stem for path in asking.MINIMAL.iterdir()} == {question.name for question in questions()}


def test_each_document_is_of_another_place_or_year(documents: list[PolicyDocument]) -> None:
    assert len({document.doc_number for document in documents}) == len(documents)
    assert len({document.jurisdiction.key for document in documents}) == 2 * len(world.PLACES)
    assert [len(document.measures) for document in documents] == [81, 20] * 17


def _counted(rows: Rows) -> Counter[str]:
    every = [*rows.nodes.items(), *rows.links.items()]
    return Counter(repr((kind, sorted(row.items()))) for kind, some in every for row in some)


def test_bare_rows_document_by_document_are_the_graph(loaded: Graph, keys: list[str]) -> None:
    rows = read_rows(loaded)
    parts = by_document(rows, keys)
    assert sum((_counted(part) for part in parts), Counter()) == _counted(rows)
    assert {row["key"] for row in parts[1].nodes["Document"]} == {keys[1]}
    empty(loaded)
    create(loaded, [renamed(part, "bare ") for part in parts], statements(rows))
    assert _counted(read_rows(loaded)) == _counted(renamed(rows, "bare "))
