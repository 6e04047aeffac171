"""``zeren table``: the division-of-tasks table of a document, or of a body across documents."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import UnknownName, ZerenError
from zeren.cli._common import DataOption, GraphOption, LangOption, note, open_graph, t, write_text
from zeren.cli._output import write_bytes

if TYPE_CHECKING:
    from graph.connection import Graph
    from graph.exports.table import Table


class Rows(StrEnum):
    """What a row is."""

    measures = "measures"
    bodies = "bodies"


class Names(StrEnum):
    """Which name a body goes by."""

    written = "written"
    official = "official"


class NothingToTabulate(ZerenError):
    """Neither a document nor an agency was named, or both were."""

    en = "Name a document (number or title), or a body with --agency, and not both."
    zh = "请给出一份文件（文号或标题），或用 --agency 给出一个机构，二者只选其一。"


class UnknownForm(ZerenError):
    """The suffix of ``--out`` is that of no form of table."""

    en = "{path}: a table is written as .xlsx, .docx or .csv; name such a file with --out."
    zh = "{path}：表格可写为 .xlsx、.docx 或 .csv，请用 --out 指定这样的文件。"


class UnknownAgency(UnknownName):
    """No body of the graph bears the name; `near` are those that may have been meant."""

    en = "The graph holds no agency {name}.{near}"
    zh = "图谱中没有机构 {name}。{near}"


class SeveralTitled(ZerenError):
    """A name that several documents bear."""

    en = "{name} fits several: {names}. Give the full title, the number, or the file in brackets."
    zh = "{name} 符合多项：{names}。请给出完整标题、文号，或方括号中的文件。"


class SeveralBodies(ZerenError):
    """A name that several bodies bear."""

    en = "{name} fits several: {names}. Give one of these."
    zh = "{name} 符合多项：{names}。请指明其一。"


TableOption = Annotated[
    Path,
    typer.Option(
        "--out",
        metavar="FILE",
        help=t("The table's file: .xlsx, .docx or .csv.", "表格文件：.xlsx、.docx 或 .csv。"),
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "table",
        help=t(
            "Write the division-of-tasks table of a document, or of a body across documents.",
            "生成任务分工表：一份文件的，或一个机构在全部文件中的。",
        ),
    )(_table)


def _table(
    out: TableOption,
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="[DOCUMENT]",
            help=t(
                "Number, title or part of the title of a document, or its file.",
                "文件的文号、标题或标题的一部分，或文件名。",
            ),
        ),
    ] = None,
    agency: Annotated[
        str | None,
        typer.Option(
            "--agency",
            metavar="NAME",
            help=t("The table of this body instead, across documents.", "改为该机构在全部文件中的任务。"),
        ),
    ] = None,
    rows: Annotated[
        Rows,
        typer.Option("--rows", help=t("A row a measure, or a row a body.", "每行一项任务，或每行一个单位。")),
    ] = Rows.measures,
    names: Annotated[
        Names,
        typer.Option(
            "--names",
            help=t("Names as the document writes them, or official.", "名称按原文，或用官方全称。"),
        ),
    ] = Names.written,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
) -> None:
    if (document is None) == (agency is None):
        raise NothingToTabulate()
    form = _form(out)
    with open_graph(data, graph) as store:
        table = _tabulated(store, document, agency, rows, names)
    write_bytes(form(table), out)
    if not table.rows:
        note(t("No measures: the table has no rows.", "没有任务：表格为空。"))
    write_text(f"{out}\n")


def _tabulated(store: Graph, document: str | None, agency: str | None, rows: Rows, names: Names) -> Table:
    from graph.exports.table import agency_table, document_table

    if document is not None:
        return document_table(store, _document(store, document), rows=rows.value, names=names.value)
    return agency_table(store, _agency(store, agency or ""), names=names.value)


def _form(out: Path) -> Callable[[Table], bytes]:
    """What makes a file of this suffix. Raises `UnknownForm`."""
    match out.suffix.lower():
        case ".xlsx":
            from graph.exports.xlsx import to_xlsx

            return to_xlsx
        case ".docx":
            from graph.exports.docx import to_docx

            return to_docx
        case ".csv":
            from graph.exports.csv import to_csv

            return to_csv
    raise UnknownForm(path=out)


def _document(store: Graph, name: str) -> str:
    """The key of the one document of this name."""
    from graph.lookup import told_apart
    from graph.views import document_keys

    found = document_keys(store, name)
    if len(found) > 1:
        raise SeveralTitled(name=name, names=told_apart(store, found))
    return found[0]


def _agency(store: Graph, name: str) -> str:
    """The key of the one body of this name."""
    from graph.names import find, suggest

    found = find(store, "agency", name)
    if not found:
        raise UnknownAgency(name=name, near=suggest(store, "agency", name))
    if len(found) > 1:
        raise SeveralBodies(name=name, names="；".join(found[:5]))
    return found[0]
