"""``zeren export``: the graph as files for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.exports.formats import FORMS, export
from zeren.cli._common import DataOption, GraphOption, Lang, LangOption, language, open_graph, t, write_text

FormName = StrEnum("FormName", list(FORMS))  # type: ignore[misc]  # its members are data


class Network(StrEnum):
    """A network of the graph."""

    responsibility = "responsibility"
    collaboration = "collaboration"


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
    network: Annotated[
        Network | None,
        typer.Option(
            "--network",
            help=t(
                "Which network, in graphml and gexf [else responsibility].",
                "graphml 与 gexf 导出哪一个网络〔否则为 responsibility〕。",
            ),
        ),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="NAME",
            help=t(
                "Only this document, in graphml, gexf and ical: number, title or key [else the whole graph].",
                "graphml、gexf 与 ical 只导出这一份文件：文号、标题或键〔否则为整个图谱〕。",
            ),
        ),
    ] = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
) -> None:
    with open_graph(data, graph) as store:
        export(store, format.value, out, network=network, document=document)
    write_text(f"{out}\n")
