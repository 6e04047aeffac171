"""From the schema of an earlier Zeren to this one's, a version at a time.

A graph follows from its readings (`graph.writing`), and they hold all that was read. So what a new
schema arranges otherwise is derived again from them; what it holds beyond that, the files must tell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from graph._schema import VERSION
from graph._values import plain
from graph.condition import LOOK, require_known
from graph.overhaul import Overhaul, overhaul
from graph.writer import change
from graph.writing.codec import unpack
from graph.writing.readings import put_readings, reading_of, readings_near

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph

_PATHS = "MATCH (r:Reading) RETURN r.key AS path ORDER BY path"
_READING = "MATCH (r:Reading {key: $path}) RETURN r.packed AS packed, r.loaded_at AS loaded_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """The step from the schema version `of` to the next: what it does, for a person, and the doing,
    which may be interrupted anywhere and begun again."""

    of: int
    en: str
    zh: str
    run: Callable[[Overhaul], None]


def pending(graph: Graph) -> list[Migration]:
    """The steps that the graph needs, in order; none where it is of this Zeren's schema.

    Raises `graph.condition.OtherSchema` for a later one, and `IncompleteGraph` where a restore did
    not end.
    """
    with graph.as_it_is():
        found = graph.read(LOOK)
    version, incomplete = (found[0]["version"], found[0]["incomplete"]) if found else (VERSION, None)
    require_known(version, None if incomplete == "migrate" else incomplete)
    return [step for step in MIGRATIONS if step.of >= version]


def migrate(graph: Graph) -> None:
    """Bring the graph to this Zeren's schema; one that has it stays as it is.

    From the first change to the last the graph refuses use; interrupted, it stays so until this is
    run again. Raises as `pending`, `graph.overhaul.Overtaken`, and what the connection raises.
    """
    with graph.as_it_is(), graph.writing():
        steps = pending(graph)
        if not steps and not any(row["incomplete"] for row in graph.read(LOOK)):
            return
        with overhaul(graph, "migrate", lambda tx: None) as work:
            # What several steps in a row do, is done once.
            for run, of in groupby(steps, key=lambda step: step.run):
                run(work)
                work.step(max(step.of for step in of) + 1)
            work.end(VERSION)


def derive(work: Overhaul) -> None:
    """Make all anew but the readings, from the readings."""
    paths = [row["path"] for row in work.graph.read(_PATHS)]
    for path in paths:
        work.write(lambda tx, path=path: _renew(tx, path))  # type: ignore[misc]
    work.clear(keep=("Reading",))
    done: set[str] = set()
    for path in paths:
        if path not in done:
            done |= work.write(lambda tx, path=path: _write(tx, path))  # type: ignore[misc]


def _renew(tx: ManagedTransaction, path: str) -> None:
    """Put what is noted beside the document of a reading as this Zeren would."""
    row = tx.run(_READING, path=path).single(strict=True)
    fresh = reading_of(unpack(row["packed"]))
    put_readings(tx, [replace(fresh, path=path, loaded_at=plain(row["loaded_at"]))])


def _write(tx: ManagedTransaction, path: str) -> set[str]:
    """Write the documents that the reading at `path` and all its copies give; returns their paths."""
    near = readings_near(tx, [], [path])
    change(tx, {}, near)
    return set(near)


MIGRATIONS = (
    Migration(
        of=1,
        en="all documents are put into the graph anew from what was read of them; their files are read "
        "again for the keywords by which measures are compared",
        zh="按已读取的内容重新写入全部文件；重新读取原文件，以取得用于比较任务的关键词",
        run=derive,
    ),
    Migration(
        of=2,
        en="all documents are put into the graph anew from what was read of them: the bodies of one whose "
        "region nobody knows are its own",
        zh="按已读取的内容重新写入全部文件：所属地区不明的文件，其中的机构只属于该文件",
        run=derive,
    ),
)
"""In order, one for each schema version before this one."""
