"""Each question of the catalogue over a minimal Cypher for it, in a graph of 100,000 responsibilities."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import world
from benchmarks._ratio import Ratio
from benchmarks.rows import Rows, batches, create, read_rows, statements
from benchmarks.servers import NAMES, opened
from graph.asking import look_up
from graph.connection import Graph
from graph.schema import ensure_schema, make_schema
from graph.writer import change
from graph.writing.readings import reading_of
from queries.catalogue import Question, questions

RESPONSIBILITIES = 100_000
LIMIT = 1.2
MINIMAL = Path(__file__).with_name("minimal")
_TOGETHER = 16  # documents a transaction: here only the graph matters
_COMPARED = 64  # documents whose measures are joined with those of others
# A question: how long, and how often at least and at most, which is for a ratio over the limit.
_SECONDS, _LEAST, _MOST = 1.0, 5, 25


def measure() -> Iterator[Ratio]:
    """The least time of each question, with its defaults and examples, over that of the least Cypher
    that gives the same rows (`benchmarks/minimal`: written for this one call, the quickest way known on
    both servers), in turn, rows brought into Python by both. What else the machine does only ever adds
    to a time, so that the least one is nearest to what the work costs. A line a server sums up, on
    stderr."""
    rows: Rows | None = None
    for name in NAMES:
        with opened(name) as graph:
            if graph is None:
                continue
            if rows is None:
                _fill(graph)
                rows = read_rows(graph) if name != NAMES[-1] else None
            else:
                graph.write(make_schema)
                create(graph, batches(rows, 2_000), statements(rows))
            count = "MATCH ()-[r:RESPONSIBLE_FOR]->() RETURN count(r) AS n"
            print(f"{name}: {graph.read(count)[0]['n']} responsibilities", file=sys.stderr)
            ratios = []
            for question in questions():
                ratios.append(_ratio(graph, name, question))
                yield ratios[-1]
            print(_summary(name, ratios), file=sys.stderr)


def _fill(graph: Graph) -> None:
    ensure_schema(graph)
    pair = sum(len(m.responsibilities) for d in world.documents(2) for m in d.measures)
    count = -(-RESPONSIBILITIES // pair) * 2
    documents = world.documents(count, compared=_COMPARED)
    while some := list(islice(documents, _TOGETHER)):
        readings = {reading.path: reading for reading in map(reading_of, some)}
        graph.write(lambda tx, readings=readings: change(tx, {}, readings))  # type: ignore[misc]


def _summary(server: str, ratios: list[Ratio]) -> str:
    within = sum(not ratio.exceeded for ratio in ratios)
    worst = max(ratios, key=lambda ratio: ratio.value)
    return f"{server}: {within} of {len(ratios)} questions within {LIMIT}; the worst is {worst}"


def bound(graph: Graph, question: Question) -> dict[str, Any]:
    """The question's parameters: defaults, and examples where there is none."""
    given = {p.name: p.example for p in question.parameters if p.default is None}
    values = question.bind(given)
    assert not look_up(graph, question, values), question.name
    return values


def minimal(question: Question) -> str:
    """The minimal Cypher for a question."""
    return (MINIMAL / f"{question.name}.cypher").read_text(encoding="utf-8")


def _ratio(graph: Graph, server: str, question: Question) -> Ratio:
    values = bound(graph, question)
    pair = (question.asked(values), minimal(question))
    times: tuple[list[float], list[float]] = ([], [])
    _timed(graph, pair[0], values), _timed(graph, pair[1], values)  # planned, and its pages read
    end = time.perf_counter() + _SECONDS
    while True:
        for at in (0, 1) if len(times[0]) % 2 else (1, 0):  # what one leaves to be cleaned, the other pays
            times[at].append(_timed(graph, pair[at], values))
        ratio = Ratio(f"{question.name}, {server}", min(times[0]), min(times[1]), LIMIT)
        done = time.perf_counter() >= end and not ratio.exceeded
        if len(times[0]) >= (_LEAST if done else _MOST):
            return ratio


def _timed(graph: Graph, cypher: str, values: dict[str, Any]) -> float:
    start = time.perf_counter()
    graph.read(cypher, **values)
    return time.perf_counter() - start
