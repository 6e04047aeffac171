"""``zeren view``: a page to look at, as one HTML file that needs no network."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import ZerenError
from graph.replacing import replacing
from zeren.cli._common import DataOption, GraphOption, LangOption, language, open_graph, t, write_text


class Kind(StrEnum):
    """A kind of page."""

    responsibility = "responsibility"
    collaboration = "collaboration"


class CannotWritePage(ZerenError):
    """The file that ``--out`` names cannot be written."""

    en = "{path}: cannot be written: {reason}. Name another file with --out."
    zh = "{path}：无法写入：{reason}。请用 --out 指定另一个文件。"


PageOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help=t("The page's file [else KIND.html].", "页面的文件〔否则为 KIND.html〕。"),
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "view",
        help=t(
            "Write a page: who answers for what (responsibility), or who shares the work (collaboration).",
            "生成页面：谁负责什么（responsibility），或谁与谁共同负责（collaboration）。",
        ),
    )(_view)


def _view(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="responsibility | collaboration")],
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[DOCUMENT]",
            help=t(
                "Number, title or part of the title of a document, or its file [else the whole graph].",
                "文件的文号、标题或标题的一部分，或文件名〔否则为整个图谱〕。",
            ),
        ),
    ] = None,
    out: PageOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
) -> None:
    from graph.views import collaboration_page, document_keys, gather, responsibility_page

    with open_graph(data, graph) as store:
        facts = gather(store, None if name is None else document_keys(store, name))
    page = responsibility_page if kind is Kind.responsibility else collaboration_page
    path = out or Path(f"{kind.value}.html")
    # A page is for readers of Chinese documents: Chinese unless another language was asked for.
    save(page(facts, "en" if lang is not None and language().value == "en" else "zh"), path)
    write_text(f"{path}\n")


def save(page: str, path: Path) -> None:
    """Write a page in UTF-8, whole or not at all. Raises `CannotWritePage`."""
    try:
        with replacing(path) as partial:
            partial.write_bytes(page.encode("utf-8"))
    except OSError as error:
        raise CannotWritePage(path=path, reason=error.strerror or error) from error
