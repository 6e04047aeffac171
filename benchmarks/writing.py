"""Writing documents into a graph over the bare CREATE of the same rows."""

from __future__ import annotations

import time
from collections.abc import Iterator

from benchmarks import world
from benchmarks._ratio import Ratio
from benchmarks.rows import by_document, create, empty, read_rows, renamed, statements
from benchmarks.servers import NAMES, opened
from graph.connection import Graph
from graph.schema import ensure_schema
from graph.writer import load

DOCUMENTS = 48
WARM = 16  # documents before the clock counts
LIMIT = 1.5


def measure() -> Iterator[Ratio]:
    """What ``zeren load`` writes of documents that were read, a transaction each: found, compared, kept
    up, over making the rows that this leaves (the writer's own ledger and readings too) by bare CREATE,
    a transaction a document too. Both in turn, document by document, on one server and in one graph,
    the bare rows under other keys. A first load, which tells what the rows are, warms the server."""
    documents = list(world.documents(DOCUMENTS))
    for name in NAMES:
        with opened(name) as graph:
            if graph is None:
                continue
            ensure_schema(graph)
            keys = [load(graph, document).key for document in documents]
            rows = read_rows(graph)
            by = statements(rows)
            parts = [renamed(part, "bare ") for part in by_document(rows, keys)]
            empty(graph)
            ours = bare = 0.0
            for place, (document, part) in enumerate(zip(documents, parts, strict=True)):
                start = time.perf_counter()
                load(graph, document)
                between = time.perf_counter()
                create(graph, [part], by)
                if place >= WARM:
                    ours += between - start
                    bare += time.perf_counter() - between
            _check(graph)
            yield Ratio(f"load over bare CREATE, {name}", ours, bare, LIMIT)


def _check(graph: Graph) -> None:
    """Both made the same."""
    cypher = "MATCH ()-[r:RESPONSIBLE_FOR]->(m) RETURN m.key STARTS WITH 'bare ' AS bare, count(r) AS n"
    counts = {row["bare"]: row["n"] for row in graph.read(cypher)}
    assert counts[True] == counts[False], counts
