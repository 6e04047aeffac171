"""Zeren 责任: who answers for what, by when, and on what authority.

    import zeren

    with zeren.connect("my-graph") as graph:
        zeren.load(graph, "documents")
        zeren.query(graph, "agency-duties", agency="省法院")
        zeren.workload(graph).frame()

Answers are lists of dicts (`Rows`), and DataFrames when asked. Each name here imports what it needs
when it is called, so that ``import zeren`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zeren._rows import NoPandas, Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from graph.backup import Contents, Saved
    from graph.centrality import Centrality
    from graph.connection import Graph
    from graph.deadlines import DeadlineCount
    from graph.model import PolicyDocument
    from graph.remove import RemovalReport
    from graph.workload import Workload
    from zeren._deciding import Decided
    from zeren._loading import Loaded

__all__ = [
    "NoPandas",
    "Rows",
    "backup",
    "centrality",
    "connect",
    "cypher",
    "deadlines",
    "decide",
    "extract",
    "load",
    "note",
    "query",
    "remove",
    "restore",
    "review",
    "workload",
]


def connect(
    target: str | Path | None = None, *, user: str | None = None, password: str | None = None
) -> Graph:
    """Open a graph: a folder (made and served as needed) or the URI of a Neo4j server; without a
    target as `graph.connection.connect` finds it. Use it with ``with``, or close it.

    Raises `graph.server_errors.NoServer`, `LoginRefused`, `BadAddress` and `FolderUnusable`.
    """
    from graph.connection import connect

    return connect(target, user=user, password=password)


def extract(path: str | Path) -> PolicyDocument:
    """What the file at `path` says, without a graph. Raises a `loaders.errors.DocumentError`."""
    from loaders import load_file

    return load_file(path)


def load(graph: Graph, *paths: str | Path, decisions: Path | None = None) -> Loaded:
    """Load files, folders and globs into `graph`, each document in one transaction.

    People's decisions come from the file `decisions`, else from where `loaders.decisions.place_of`
    says. The result holds a report for each file and an error for each that failed; see its `counts`.
    Raises what the connection raises, and `loaders.decisions.DecisionsUnusable` and `BadDecision`.
    """
    from zeren._loading import load_files

    return load_files(graph, paths, decisions=decisions)


def review(
    graph: Graph, *, document: str | None = None, kind: str | None = None, decisions: Path | None = None
) -> Rows[dict[str, Any]]:
    """What is doubtful in the graph, or in one document: see `zeren._review.doubtful`."""
    from loaders.decisions import place_of, read_decisions
    from zeren._review import COLUMNS, doubtful

    held = read_decisions(place_of(graph.address, decisions))
    return Rows(doubtful(graph, held, document=document, kind=kind), COLUMNS)


def decide(graph: Graph, file: str | Path, *, decisions: Path | None = None) -> Decided:
    """Take the decisions in `file`, a table of `review` with its last column filled in, and show them
    in the graph. Raises `loaders.decisions.DecisionsUnusable` and `BadDecision`: then nothing changed."""
    from pathlib import Path

    from loaders.decisions import read_table
    from zeren._deciding import decide

    return decide(graph, read_table(Path(file)), decisions=decisions)


def note(
    graph: Graph,
    measure: str,
    *,
    status: str,
    on: date,
    source: str,
    document: str | None = None,
    decisions: Path | None = None,
) -> Decided:
    """Note the progress of a measure (done, partly or dropped): see `zeren._deciding.note`."""
    from zeren._deciding import note

    return note(graph, measure, status=status, on=on, source=source, document=document, decisions=decisions)


def remove(graph: Graph, name: str) -> RemovalReport:
    """Remove what the file at the path `name` gave, else the document with that key, number or title.

    Raises `graph.remove.NoSuchDocument` and `SeveralDocuments`.
    """
    from graph.remove import remove

    return remove(graph, name)


def backup(graph: Graph, file: str | Path, *, decisions: Path | None = None) -> Saved:
    """Write the graph and the decisions on it into one file, which `restore` brings into a graph on
    either server: see `zeren._backup.backup`."""
    from pathlib import Path

    from zeren._backup import backup

    return backup(graph, Path(file), decisions=decisions)


def restore(
    graph: Graph, file: str | Path, *, replace: bool = False, decisions: Path | None = None
) -> Contents:
    """Make an empty graph, or with `replace` any, that of the backup `file`: see `zeren._backup.restore`
    and `graph.backup.contents`, whose errors it raises."""
    from pathlib import Path

    from graph.backup import contents
    from zeren._backup import restore

    found = contents(Path(file))
    restore(graph, found, replace=replace, decisions=decisions)
    return found


def query(graph: Graph, name: str, /, **params: Any) -> Rows[dict[str, Any]]:
    """The rows of a question of the catalogue (``zeren query --list``); a name in `params` that the graph
    does not hold gives none, and a warning that says what may be meant. Raises `graph.asking.CannotAsk`."""
    import warnings

    from graph.asking import ask

    reply = ask(graph, name, params)
    for unknown in reply.unknown:
        warnings.warn(unknown.say(), stacklevel=2)
    return Rows(reply.rows, reply.columns)


def cypher(
    graph: Graph,
    text: str,
    params: Mapping[str, Any] | None = None,
    *,
    limit: int | None = None,
    timeout: float | None = None,
) -> Rows[dict[str, Any]]:
    """The rows of a Cypher query that only reads, at most `limit`, within `timeout` seconds. Of an
    answer without rows the local server does not tell the columns.

    Raises `graph.server_errors.CypherError`, `WriteRefused`, `LoadCsvRefused` and `QueryTimeout`.
    """
    answer = graph.analyst(text, params, limit=limit, timeout=timeout)
    return Rows(answer.rows, answer.columns)


def workload(graph: Graph, *, document: str | None = None) -> Rows[Workload]:
    """How much each agency answers for, in the whole graph or in the document of that number, title
    or key: see `graph.workload.workload`."""
    from graph.network import answers
    from graph.workload import Workload, workload

    return Rows(workload(answers(graph, document=document)), [*Workload.__annotations__])


def centrality(graph: Graph, *, document: str | None = None) -> Rows[Centrality]:
    """Where each agency stands in the network of those that answer for one measure together: see
    `graph.centrality.centrality`."""
    from graph.centrality import Centrality, centrality
    from graph.network import answers, projected

    rows = centrality(projected(answers(graph, document=document)))
    return Rows(rows, [*Centrality.__annotations__])


def deadlines(graph: Graph, *, document: str | None = None) -> Rows[DeadlineCount]:
    """How many deadlines each year holds, by kind: see `graph.deadlines.deadlines`."""
    from graph.deadlines import DeadlineCount, deadlines

    return Rows(deadlines(graph, document=document), [*DeadlineCount.__annotations__])
