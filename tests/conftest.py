"""Graphs for the tests: the local server, and real Neo4j servers.

``graph`` runs a test on each of them. ``ZEREN_TEST_ALL=1`` fetches Neo4j, adds the current release
where a Java for it is found, and makes a missing server a failure; otherwise the tests that need
one say why they are skipped.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j_server
import pytest

from graph import backup, local
from graph.connection import Graph, connect

ALL = os.environ.get("ZEREN_TEST_ALL") == "1"
LOCAL, LTS, CURRENT = "local", "neo4j-lts", "neo4j-current"
_VERSIONS = {LTS: neo4j_server.LTS, CURRENT: neo4j_server.CURRENT}
NEO4J = [pytest.param(name, marks=pytest.mark.neo4j) for name in _VERSIONS if ALL or name == LTS]


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test meets the user's own graph, password or language."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NEO4J_URI", "NEO4J_USER", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
            patch.delenv(name, raising=False)
        patch.setenv("ZEREN_DATA", str(tmp_path_factory.mktemp("default") / "data"))
        patch.setenv("ZEREN_DECISIONS", str(tmp_path_factory.mktemp("decisions") / "decisions.yaml"))
        patch.setenv("ZEREN_IDLE_SECONDS", "5")
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


class Servers:
    """The session's servers: each starts when first asked for."""

    def __init__(self, folders: pytest.TempPathFactory, stack: ExitStack) -> None:
        self._folders = folders
        self._stack = stack
        self._opened: dict[str, Graph | str] = {}
        self.passwords: dict[str, str] = {}

    def open(self, name: str) -> Graph:
        """The graph on the server of this name; skips, or fails, where it cannot run."""
        if name not in self._opened:
            try:
                self._opened[name] = self._start(name, self._folders.mktemp(name))
            except neo4j_server.Unavailable as reason:
                self._opened[name] = str(reason)
        found = self._opened[name]
        if isinstance(found, Graph):
            return found
        # The current release is asked for only where a Java for it is.
        if ALL and not (name == CURRENT and "Java" in found):
            pytest.fail(found)
        pytest.skip(found)

    def _start(self, name: str, folder: Path) -> Graph:
        if name == LOCAL:
            self._stack.callback(local.stop, folder / "data", force=True)
            return self._stack.enter_context(connect(folder / "data"))
        server = neo4j_server.start(_VERSIONS[name], folder, download=ALL)
        self._stack.callback(server.stop)
        self.passwords[server.uri] = server.password
        return self._stack.enter_context(connect(server.uri, user="neo4j", password=server.password))


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """The session's servers, stopped at its end."""
    with ExitStack() as stack:
        yield Servers(tmp_path_factory, stack)


def _emptied(graph: Graph) -> Graph:
    with graph.as_it_is():
        graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    return graph


@pytest.fixture(scope="module")
def local_graph(servers: Servers) -> Graph:
    """The session's local graph, emptied for the module."""
    return _emptied(servers.open(LOCAL))


@pytest.fixture(scope="module", params=NEO4J)
def neo4j_graph(request: pytest.FixtureRequest, servers: Servers) -> Graph:
    """A graph on Neo4j, 5.26 LTS and the current release, emptied for the module."""
    return _emptied(servers.open(request.param))


@pytest.fixture(scope="module", params=[LOCAL, *NEO4J])
def graph(request: pytest.FixtureRequest, servers: Servers) -> Graph:
    """A graph on every server in turn, emptied for the module."""
    return _emptied(servers.open(request.param))


@pytest.fixture
def empty(graph: Graph) -> Graph:
    """The graph, emptied for the test."""
    return _emptied(graph)


@pytest.fixture
def old_backup() -> Path:
    """The backup of a graph that the last Zeren of schema 1 without keywords wrote: two plans, a copy of
    the first, and another text under its number, loaded from ``/plans``, where nothing is now."""
    return Path(__file__).parent / "graph" / "data" / "schema-1.zeren"


@pytest.fixture
def old(empty: Graph, old_backup: Path) -> Iterator[Graph]:
    """That graph of schema 1."""
    backup.restore(empty, backup.contents(old_backup))
    yield empty
    _emptied(empty)


@pytest.fixture
def graph_options(graph: Graph, servers: Servers, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command line's options that name the `graph`; its password is in the environment."""
    if isinstance(graph.address, Path):
        return ["--data", str(graph.address)]
    monkeypatch.setenv("NEO4J_PASSWORD", servers.passwords[graph.address])
    return ["--graph", graph.address]


@dataclass
class Run:
    """How a command ended: its exit status, stdout and stderr."""

    status: int
    out: str
    err: str


@pytest.fixture
def zeren() -> Callable[..., Run]:
    """Runs the command line in this process: ``zeren("load", path)``."""

    def run(*arguments: object) -> Run:
        from zeren.cli import main

        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
        status = 0
        with redirect_stdout(out), redirect_stderr(err):
            try:
                main([str(argument) for argument in arguments])
            except SystemExit as end:
                status = int(end.code or 0)
        texts = []
        for stream in (out, err):
            stream.flush()
            texts.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
        return Run(status, *texts)

    return run


Dump = tuple[list[Any], list[Any]]

_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
_RELATIONSHIPS = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS from_labels, a.key AS source, type(r) AS type, properties(r) AS properties,
       labels(b) AS to_labels, b.key AS target
"""


@pytest.fixture(scope="session")
def dump() -> Callable[[Graph], Dump]:
    """The whole graph, every node and relationship with all properties, in one order; the time of
    loading apart, two equal graphs give equal values."""

    def whole(graph: Graph) -> Dump:
        return (
            sorted((_plain(row) for row in graph.read(_NODES)), key=repr),
            sorted((_plain(row) for row in graph.read(_RELATIONSHIPS)), key=repr),
        )

    return whole


def _plain(row: dict[str, Any]) -> list[Any]:
    """Empty lists and nulls are the same as absent properties."""
    properties = {
        name: value
        for name, value in row["properties"].items()
        if name != "loaded_at" and value is not None and value != []
    }
    return [*(row[name] for name in sorted(row) if name != "properties"), sorted(properties.items())]
