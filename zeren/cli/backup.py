"""``zeren backup``, ``zeren restore`` and ``zeren migrate``: the graph in one file, and in this schema."""

from __future__ import annotations

import sys
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
    from graph.backup import Contents
    from graph.connection import Graph

_SAVED = ("file", "schema", "documents", "nodes", "relationships", "decisions")
_MIGRATED = ("graph", "schema", "read_again", "failed")
_RESTORED = ("graph", "made_at", "documents", "nodes", "relationships", "decisions_added")

ReplaceOption = Annotated[
    bool,
    typer.Option(
        "--replace",
        help=t("Remove what the graph holds first; asks.", "先清除图谱现有内容；会先询问。"),
    ),
]
YesOption = Annotated[
    bool, typer.Option("--yes", "-y", help=t("Do not ask before replacing.", "取代前不再询问。"))
]
File = Annotated[Path, typer.Argument(metavar="FILE", help=t("The backup.", "备份文件。"))]


class NotReplaced(ZerenError):
    """A replacement that nobody said yes to."""

    en = "Nothing was changed. To replace without being asked, add --yes."
    zh = "未作任何更改。如不需询问即取代，请加 --yes。"


def register(app: typer.Typer) -> None:
    """Add ``backup``, ``restore`` and ``migrate`` to `app`."""
    app.command(
        "backup",
        help=t("Write the graph and the decisions on it into one file.", "将图谱及其人工决定写入一个文件。"),
    )(_backup)
    app.command(
        "restore",
        help=t("Make the graph that of a backup, on either server.", "用备份恢复图谱，两种服务器均可。"),
    )(_restore)
    app.command(
        "migrate",
        help=t("Bring a graph that an earlier Zeren wrote up to date.", "更新由较早版本的程序写入的图谱。"),
    )(_migrate)


def _backup(
    file: File,
    decisions: DecisionsOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from graph.backup import contents
    from zeren._backup import backup

    with open_graph(data, graph) as store:
        saved = backup(store, file, decisions=decisions)
    written = contents(file)  # what stands on the disk reads back
    row = {
        "file": str(file),
        "schema": written.schema,
        "documents": written.nodes["Document"],
        "nodes": written.nodes.total(),
        "relationships": written.relationships,
        "decisions": len(written.decisions),
    }
    emit([row], _SAVED, format, out)
    if saved.other_nodes or saved.other_relationships:
        note(
            t(
                "Not in the backup: {nodes} nodes and {relationships} relationships made by others.",
                "备份中不含非本程序写入的 {nodes} 个节点和 {relationships} 条关系。",
                nodes=saved.other_nodes,
                relationships=saved.other_relationships,
            )
        )


def _restore(
    file: File,
    replace: ReplaceOption = False,
    yes: YesOption = False,
    decisions: DecisionsOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from graph.backup import contents
    from zeren._backup import restore

    found = contents(file)
    with open_graph(data, graph) as store, progress() as bar:
        if replace and not yes:
            _confirm(store, found)
        task = bar.add_task(t("Restoring", "恢复"), total=found.nodes.total() + found.relationships)
        added = restore(
            store, found, replace=replace, decisions=decisions, done=lambda more: bar.advance(task, more)
        )
        address = str(store.address)
    row = {
        "graph": address,
        "made_at": found.made_at,
        "documents": found.nodes["Document"],
        "nodes": found.nodes.total(),
        "relationships": found.relationships,
        "decisions_added": added,
    }
    emit([row], _RESTORED, format, out)


def _migrate(
    decisions: DecisionsOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from graph.migrations import pending
    from graph.schema import VERSION
    from zeren._migrating import migrate

    with open_graph(data, graph) as store:
        steps = pending(store)
        for step in steps:
            note(f"{step.of} → {step.of + 1}: " + t(step.en, step.zh))
        loaded = migrate(store, decisions=decisions)
        address = str(store.address)
    if not steps:
        note(t("The graph is up to date.", "图谱已是最新结构。"))
    row = {"graph": address, "schema": VERSION}
    emit([{**row, "read_again": len(loaded.reports), "failed": len(loaded.failures)}], _MIGRATED, format, out)
    for failure in loaded.failures:
        complain(failure)
    if loaded.failures:
        note(
            t(
                "These documents stay as an earlier Zeren read them.",
                "以上文件保留较早版本读取的内容。",
            )
        )
        raise typer.Exit(1)


def _confirm(store: Graph, found: Contents) -> None:
    from graph.backup import holds

    held = holds(store)
    if not held:
        return
    question = t(
        "Remove {held} documents from {address}, and restore the {kept} of {made_at}?",
        "从 {address} 清除 {held} 份文件，代之以 {made_at} 备份中的 {kept} 份？",
        held=held.get("Document", 0),
        address=store.address,
        kept=found.nodes["Document"],
        made_at=found.made_at,
    )
    if not sys.stdin.isatty() or not typer.confirm(question, err=True):
        raise NotReplaced()
