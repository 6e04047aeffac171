"""``zeren export``: the graph as files for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.exports.formats import FORMS, export
from zeren.cli._common import DataOption, GraphOption, Lang, LangOption, language, open_graph, t, write_text

FormName = StrEnum("FormName", list(FORMS))  # type: ignore[misc]  # its members are data


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    forms = "; ".join(
        f"{name}: {form.zh if language() is Lang.zh else form.en}" for name, form in FORMS.items()
    )
    app.command(
        "export",
        help=t(
            "Write the graph for other programs. {forms}.", "导出图谱供其他程序使用。{forms}。", forms=forms
        ),
    )(_export)


def _export(
    format: Annotated[FormName, typer.Option("--format", help=t("Form of the export.", "导出的格式。"))],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="PATH",
            help=t("The file, or the new or empty folder.", "目标文件，或新的、空的文件夹。"),
        ),
    ],
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
) -> None:
    with open_graph(data, graph) as store:
        export(store, format.value, out)
    write_text(f"{out}\n")
