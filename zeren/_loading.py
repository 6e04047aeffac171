"""Files into a graph: found, compared with what the graph holds, read, written one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import ZerenError

if TYPE_CHECKING:
    from graph.connection import Graph
    from graph.writer import LoadReport
    from loaders.decisions import Decision, Decisions


@dataclass(slots=True)
class Loaded:
    """What loading files did: a report for each file that is in the graph now, in the order of
    loading, why each of the others failed, and how many decisions and notes on what was read fit no
    words of it."""

    reports: list[LoadReport] = field(default_factory=list)
    failures: list[ZerenError] = field(default_factory=list)
    stale: int = 0

    def counts(self) -> dict[str, int]:
        """Files by outcome (``added``, ``replaced``, ``copies``, ``unchanged``, ``failed``), and the
        measures, new agencies and relationships written."""
        outcomes = [report.outcome for report in self.reports]
        return {
            "added": outcomes.count("added"),
            "replaced": outcomes.count("replaced"),
            "copies": outcomes.count("copy"),
            "unchanged": outcomes.count("unchanged"),
            "failed": len(self.failures),
            "measures": sum(report.measures for report in self.reports),
            "agencies": sum(report.agencies for report in self.reports),
            "relationships": sum(report.relationships for report in self.reports),
        }


def _ignore(*arguments: object) -> None:
    """Tell nobody."""


def load_files(
    graph: Graph,
    paths: Iterable[str | Path],
    *,
    decisions: Path | None = None,
    begin: Callable[[int], None] = _ignore,
    done: Callable[[Path, ZerenError | None], None] = _ignore,
    processes: int | None = 1,
) -> Loaded:
    """Load files, folders and globs into `graph`. A file that the graph holds as it is, read by this
    reader, is not read again; one that cannot be read does not stop the others.

    What people decided about the documents is read from the file `decisions`, else from where the
    graph's decisions lie (`loaders.decisions.place_of`). `begin` is told how many files are to be
    read, `done` each of them with the error that it met. `processes` read them while this one writes
    (`loaders.many.each`). Raises what the connection raises, and
    `loaders.decisions.DecisionsUnusable` and `BadDecision`.
    """
    from graph.writer import load
    from graph.writing.readings import names_of
    from loaders import load_file
    from loaders.decisions import place_of, read_decisions
    from loaders.many import each

    decided = read_decisions(place_of(graph.address, decisions))
    files = _found(paths)
    loaded = Loaded(reports=_unchanged(graph, files, decided))
    known = {report.path for report in loaded.reports}
    waiting = [path for path in files if str(path.absolute()) not in known]
    begin(len(waiting))
    found = each(partial(load_file, decisions=decided), waiting, processes=processes)
    stale: set[Decision] = set()
    fitting: set[Decision] = set()
    for path, document in zip(waiting, found, strict=True):
        if isinstance(document, ZerenError):
            loaded.failures.append(document)
            done(path, document)
        else:
            loaded.reports.append(load(graph, document))
            done(path, None)
            for decision in decided.touching(names_of(document)):
                (stale if decision.label() in document.notes else fitting).add(decision)
    loaded.stale = len(stale - fitting)  # of two documents with one number a decision fits one
    return loaded


def _found(paths: Iterable[str | Path]) -> list[Path]:
    """The files that paths mean, each once, however it is written."""
    from loaders import find

    return list({str(path.absolute()): path for path in reversed(find(paths))}.values())[::-1]


def _unchanged(graph: Graph, files: Iterable[Path], decisions: Decisions) -> list[LoadReport]:
    from graph.writer import unchanged
    from loaders import read_by

    hashes: dict[str | Path, str] = {}
    for path in files:
        try:
            with path.open("rb") as file:
                hashes[path] = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            continue  # reading it will say what is wrong
    return unchanged(graph, hashes, lambda names: read_by(decisions.touching(names)))
