"""``zeren load`` and ``zeren remove``: documents into the graph and out of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import ZerenError
from zeren.cli._common import (
    DataOption,
    DecisionsOption,
    FormatOption,
    GraphOption,
    LangOption,
    OutOption,
    complain,
    emit,
    note,
    open_graph,
    progress,
    t,
)

if TYPE_CHECKING:
    from graph.connection import Graph
    from zeren._loading import Loaded

_COUNTS = ("added", "replaced", "copies", "unchanged", "failed", "measures", "agencies", "relationships")
_REMOVED = ("name", "documents", "measures", "files")

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH…", help=t("Files, folders and globs.", "文件、文件夹或通配符。")),
]
Names = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME…", help=t("Path, key, number or title of a document.", "文件的路径、键、文号或标题。")
    ),
]


def register(app: typer.Typer) -> None:
    """Add ``load`` and ``remove`` to `app`."""
    app.command(
        "load",
        help=t(
            "Load documents into the graph; a changed file replaces what it gave.",
            "将文件加载到图谱；已变动的文件会替换其原有内容。",
        ),
    )(_load)
    app.command("remove", help=t("Remove documents from the graph.", "从图谱中移除文件。"))(_remove)


def _load(
    paths: Paths,
    decisions: DecisionsOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    with open_graph(data, graph) as store:
        loaded = _load_with_bar(store, paths, decisions)
    emit([loaded.counts()], _COUNTS, format, out)
    if not loaded.reports and not loaded.failures:
        note(t("No files to load there.", "没有可加载的文件。"))
    say_stale(loaded)
    if loaded.failures:
        raise typer.Exit(1)


def say_stale(loaded: Loaded) -> None:
    """Say how many decisions and notes fit no words any more, if any."""
    if loaded.stale:
        said = t(
            "Decisions and notes that fit no words of what was read: {n}. See: zeren review --kind stale",
            "所依据的原文已不存在的决定和记录：{n} 项。请查看：zeren review --kind stale",
            n=loaded.stale,
        )
        note(said)


def _load_with_bar(store: Graph, paths: list[str], decisions: Path | None) -> Loaded:
    from zeren._loading import load_files

    with progress() as bar:
        task = bar.add_task(t("Loading", "加载"), total=None)

        def done(path: Path, failure: ZerenError | None) -> None:
            bar.advance(task)
            if failure:
                complain(failure)

        def begin(waiting: int) -> None:
            bar.update(task, total=waiting)

        return load_files(store, paths, decisions=decisions, begin=begin, done=done, processes=None)


def _remove(
    names: Names,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from graph.remove import NoSuchDocument, SeveralDocuments, remove

    rows, failed = [], False
    with open_graph(data, graph) as store:
        for name in names:
            try:
                report = remove(store, name)
            except (NoSuchDocument, SeveralDocuments) as error:
                complain(error)
                failed = True
                continue
            documents = list(report.documents)
            rows.append(
                {
                    "name": name,
                    "documents": documents,
                    "measures": report.measures,
                    "files": list(report.paths),
                }
            )
    emit(rows, _REMOVED, format, out)
    if failed:
        raise typer.Exit(1)
