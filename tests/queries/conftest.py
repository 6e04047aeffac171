"""The documents that the questions are asked about, and how an answer is held to what was reviewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.connection import Graph
from graph.model import PolicyDocument

HERE = Path(__file__).parent
SAMPLES = sorted((HERE.parents[1] / "documents").glob("*.txt"))
MADE = sorted((HERE / "documents").glob("*.txt"))


@pytest.fixture(scope="session")
def samples() -> list[PolicyDocument]:
    """The two sample documents, read."""
    return _read(SAMPLES)


@pytest.fixture(scope="session")
def made() -> list[PolicyDocument]:
    """Documents written for these tests, with what the samples lack, read."""
    return _read(MADE)


def _read(paths: list[Path]) -> list[PolicyDocument]:
    from loaders import load_file

    return [load_file(path) for path in paths]


@pytest.fixture(scope="session")
def hold() -> Callable[[Graph, Path], None]:
    """Asks every case of a file of expected rows, and compares.

    A file is a list of cases: `params`, the `count` of rows, and `rows` reduced to `columns`: all
    of them or the first ones; or rows that are `among` them, where a vocabulary decides how many
    there are. They were compared with the documents by eye.
    """

    def check(graph: Graph, file: Path) -> None:
        from graph.asking import ask

        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            reply = ask(graph, file.stem, case["params"])
            assert not reply.unknown, case["params"]
            assert all(list(row) == reply.columns for row in reply.rows)
            found = [[row[column] for column in case.get("columns", [])] for row in reply.rows]
            first: list[Any] = case.get("rows", [])
            assert found[: len(first)] == first, case["params"]
            assert [row for row in case.get("among", []) if row not in found] == [], case["params"]
            assert len(found) == case.get("count", len(found)), case["params"]

    return check
