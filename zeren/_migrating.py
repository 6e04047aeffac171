"""A graph of an earlier schema brought up to date, and its files read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.connection import Graph
    from zeren._loading import Loaded


def migrate(graph: Graph, *, decisions: Path | None = None) -> Loaded:
    """Bring the graph to this Zeren's schema, then read again the files that another reader read.

    A file that is gone or cannot be read is a failure of the result, and its document stays as it was
    read before. A graph of this schema stays as it is. Raises what `graph.migrations.migrate` raises.
    """
    from graph.migrations import migrate, pending
    from graph.writing.readings import read_files
    from loaders import read_by
    from loaders.decisions import place_of, read_decisions
    from zeren._loading import Loaded, load_files

    steps = pending(graph)
    migrate(graph)
    if not steps:
        return Loaded()
    decided = read_decisions(place_of(graph.address, decisions))
    stale = [path for path, by, names in read_files(graph) if by != read_by(decided.touching(names))]
    return load_files(graph, stale, decisions=decisions)
