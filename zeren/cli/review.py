"""``zeren review`` and ``zeren note``: what is doubtful, what people decide, and what was done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from zeren.cli._common import (
    DataOption,
    DecisionsOption,
    Format,
    FormatOption,
    GraphOption,
    LangOption,
    OutOption,
    complain,
    emit,
    note,
    open_graph,
    t,
)
from zeren.cli._output import form_of
from zeren.cli.load import say_stale

if TYPE_CHECKING:
    from zeren._deciding import Decided

_TAKEN = ("decisions", "read_again", "failed")

DocumentOption = Annotated[
    str | None,
    typer.Option(
        "--document",
        metavar="NAME",
        help=t("Only this document: number or title.", "只看该文件：文号或标题。"),
    ),
]


def register(app: typer.Typer) -> None:
    """Add ``review`` and ``note`` to `app`."""
    app.command(
        "review",
        help=t(
            "List what is doubtful, with its words and the choices; --decide takes the table back.",
            "列出存疑之处及其原文和可选项；填好后用 --decide 交回。",
        ),
    )(_review)
    app.command(
        "note",
        help=t(
            "Note the progress of a measure; a later note replaces an earlier one.",
            "记录任务的进展；新的记录取代旧的。",
        ),
    )(_note)


def _review(
    document: DocumentOption = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=t("Only this kind, e.g. 'unknown agency'.", "只看该类别，例如 'unknown agency'。"),
        ),
    ] = None,
    decide: Annotated[
        Path | None,
        typer.Option(
            "--decide",
            metavar="FILE",
            help=t(
                "Take the decisions in FILE (.csv .xlsx .yaml .jsonl) instead.",
                "改为采纳文件中的决定（.csv .xlsx .yaml .jsonl）。",
            ),
        ),
    ] = None,
    decisions: DecisionsOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    if decide is not None:
        _decide(decide, decisions, data, graph, format, out)
        return
    from loaders.decisions import place_of, read_decisions
    from zeren._review import COLUMNS, doubtful

    with open_graph(data, graph) as store:
        held = read_decisions(place_of(store.address, decisions))
        rows = doubtful(store, held, document=document, kind=kind)
    if form_of(format, out) in (Format.csv, Format.xlsx):
        rows = [_neutral(row) for row in rows]
    emit(rows, COLUMNS, format, out, brief=True)
    if not rows:
        note(t("Nothing is doubtful.", "没有存疑之处。"))


def _neutral(row: dict[str, Any]) -> dict[str, Any]:
    """The row with no cell that a spreadsheet takes for a formula."""
    from loaders.decisions import neutral

    joined = {**row, "choices": "；".join(row["choices"])}
    return {name: neutral(cell) if isinstance(cell, str) else cell for name, cell in joined.items()}


def _decide(
    file: Path,
    decisions: Path | None,
    data: Path | None,
    graph: str | None,
    format: Format | None,
    out: Path | None,
) -> None:
    from loaders.decisions import read_table
    from zeren._deciding import decide

    taken = read_table(file)
    with open_graph(data, graph) as store:
        done = decide(store, taken, decisions=decisions)
    _report(done, format, out)


def _note(
    measure: Annotated[
        str,
        typer.Argument(
            metavar="MEASURE", help=t("Number, first words or key.", "任务的编号、开头的字句或键。")
        ),
    ],
    status: Annotated[
        str,
        typer.Option(
            "--status",
            metavar="STATUS",
            help=t("done, partly or dropped.", "done（完成）、partly（部分）或 dropped（取消）。"),
        ),
    ],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=t("The day of it.", "日期。"))],
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help=t("Where that stands.", "出处。"))],
    document: DocumentOption = None,
    decisions: DecisionsOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from loaders.decisions import day_of
    from zeren._deciding import note

    day = day_of(on, "--on")
    with open_graph(data, graph) as store:
        done = note(
            store, measure, status=status, on=day, source=source, document=document, decisions=decisions
        )
    _report(done, format, out)


def _report(done: Decided, format: Format | None, out: Path | None) -> None:
    """Say what was done, and what could not be."""
    counts = done.loaded.counts()
    row = {"decisions": done.decisions, "read_again": len(done.loaded.reports), "failed": counts["failed"]}
    emit([row], _TAKEN, format, out)
    for name in done.absent:
        said = t(
            "{name} is not in the graph: kept until it is.", "图谱中没有 {name}：决定已保存备用。", name=name
        )
        note(said)
    for name in done.unknown:
        said = t(
            "Neither the vocabulary nor the graph knows {name}: taken as written.",
            "词表和图谱中都没有 {name}：按所写采纳。",
            name=name,
        )
        note(said)
    say_stale(done.loaded)
    for failure in done.loaded.failures:
        complain(failure)
    if done.loaded.failures:
        note(t("The decisions are kept, and count when the file is loaded.", "决定已保存，文件加载后生效。"))
        raise typer.Exit(1)
