"""Empty graphs to measure on: the embedded server, and Neo4j where it is available."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph import local
from graph.connection import Graph, connect

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

import neo4j_server

NAMES = ("ArcadeDB", "Neo4j")
_HEAP = "2g"  # of the embedded server: 100,000 responsibilities are some 300,000 relationships


@contextmanager
def opened(name: str) -> Iterator[Graph | None]:
    """An empty graph on the server of this name, stopped and removed at the end. None, and why on
    stderr, where there is no Neo4j."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if name == "ArcadeDB":
            os.environ.setdefault("ZEREN_HEAP", _HEAP)
            try:
                with connect(Path(folder, "data")) as graph:
                    yield graph
            finally:
                local.stop(Path(folder, "data"), force=True)
            return
        try:
            server = neo4j_server.start(neo4j_server.LTS, Path(folder), download=False)
        except neo4j_server.Unavailable as reason:
            print(f"Neo4j skipped: {reason}", file=sys.stderr)
            yield None
            return
        try:
            with connect(server.uri, user="neo4j", password=server.password) as graph:
                yield graph
        finally:
            server.stop()
