"""Every question, asked of the two sample documents: the same reviewed rows on every server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.asking import ask
from graph.connection import Graph
from graph.model import PolicyDocument
from queries.catalogue import Question, questions

EXPECTED = Path(__file__).parent / "expected" / "samples"


@pytest.fixture(scope="module")
def loaded(graph: Graph, samples: list[PolicyDocument]) -> Graph:
    from graph.writer import load

    for document in samples:
        load(graph, document)
    return graph


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_rows(loaded: Graph, name: str, hold: Callable[[Graph, Path], None]) -> None:
    hold(loaded, EXPECTED / f"{name}.yaml")


@pytest.mark.parametrize(
    "question",
    [question for question in questions() if any(p.default is None for p in question.parameters)],
    ids=lambda question: question.name,
)
def test_the_examples_find_rows(loaded: Graph, question: Question) -> None:
    examples = {p.name: p.example for p in question.parameters if p.default is None}
    assert ask(loaded, question.name, examples).rows


def test_every_expectation_belongs_to_a_question() -> None:
    assert {file.stem for file in EXPECTED.iterdir()} == {question.name for question in questions()}
