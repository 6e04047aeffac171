"""A graph and the decisions on it into one file, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.backup import Contents, Saved
    from graph.connection import Graph


def backup(graph: Graph, file: Path, *, decisions: Path | None = None) -> Saved:
    """Write the graph, and the decisions on it (see `loaders.decisions.place_of`), into `file`.

    Raises what `graph.backup.save` and `loaders.decisions.read_decisions` raise; then there is no
    new file, and an older backup at its place stays.
    """
    from importlib.metadata import version

    from graph.backup import save
    from loaders.decisions import place_of, read_decisions, rows_of

    rows = rows_of(read_decisions(place_of(graph.address, decisions)))
    plain = [
        {name: value.isoformat() if name == "on" else value for name, value in row.items()} for row in rows
    ]
    return save(graph, file, made_by=version("zeren"), decisions=plain)


def restore(
    graph: Graph,
    found: Contents,
    *,
    replace: bool = False,
    decisions: Path | None = None,
    done: Callable[[int], None] = lambda more: None,
) -> int:
    """Make the graph that of the backup, and add its decisions to those at the graph; where both decide
    on the same words, what stands at the graph stays. Returns how many were added.

    `done` is told how many more nodes and relationships are there. Raises what `graph.backup.restore`
    raises, and `loaders.decisions.DecisionsUnusable` and `BadDecision`.
    """
    from graph.backup import restore
    from loaders.decisions import Decisions, change_decisions, place_of, read_decisions, taken

    place = place_of(graph.address, decisions)
    kept = taken(found.decisions, found.path)
    before = len(read_decisions(place))

    def add() -> None:
        if kept:
            change_decisions(place, lambda held: Decisions(kept).with_(held))

    restore(graph, found, replace=replace, first=add, done=done)
    return len(read_decisions(place)) - before
