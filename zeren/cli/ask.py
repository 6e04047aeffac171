"""``zeren query`` and ``zeren search``: the questions of the catalogue, put to the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from zeren.cli._common import (
    DataOption,
    Format,
    FormatOption,
    GraphOption,
    Lang,
    LangOption,
    OutOption,
    emit,
    language,
    note,
    open_graph,
    t,
)
from zeren.cli._params import NothingAsked, ParamOption, assignment

if TYPE_CHECKING:
    from graph.asking import Reply


def register(app: typer.Typer) -> None:
    """Add the two commands to `app`."""
    app.command(
        "query",
        help=t(
            "Ask a question of the catalogue (--list shows them).", "提出目录中的问题（--list 列出全部）。"
        ),
    )(_query)
    app.command(
        "search",
        help=t(
            "Where characters stand in a row: in measures, titles and evidence (调解 also in 协调解决).",
            "在任务、标题和原文依据中查找连续的文字（查“调解”也会找到“协调解决”）。",
        ),
    )(_search)


def _query(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help=t("The question's name.", "问题的名称。"))
    ] = None,
    param: ParamOption = None,
    list_: Annotated[
        bool, typer.Option("--list", help=t("List the questions instead.", "列出全部问题。"))
    ] = False,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    if list_:
        show_questions(format, out)
    elif name is None:
        raise NothingAsked(what=t("a question's name, or --list", "问题的名称，或 --list"))
    else:
        _answer(name, dict(map(assignment, param or [])), data, graph, format, out)


def _search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", help=t("What to find; all must stand in one place.", "要找的文字，须同时出现。")
        ),
    ],
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="NAME",
            help=t("Only this document: number or title.", "只看该文件：文号或标题。"),
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help=t("Rows at most.", "最多行数。"))] = 100,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    asked = {"words": words, "document": document, "limit": limit}
    _answer("search", asked, data, graph, format, out)


def _answer(
    name: str,
    params: dict[str, Any],
    data: Path | None,
    graph: str | None,
    format: Format | None,
    out: Path | None,
) -> None:
    from graph.asking import CannotAsk, ask
    from queries import catalogue

    try:
        catalogue.get(name).bind(params)  # what cannot be asked needs no server to say so
    except catalogue.CatalogueError as error:
        raise CannotAsk(en=error.en, zh=error.zh) from error
    with open_graph(data, graph) as store:
        reply = ask(store, name, params)
    show_reply(name, reply, format, out)


def show_reply(name: str, reply: Reply, format: Format | None, out: Path | None) -> None:
    """Emit the rows of the question `name`, and say on stderr which names are unknown, else that there
    is nothing. In Chinese, tables and sheets have Chinese heads."""
    from queries.catalogue import get

    heads = {column.name: column.head for column in get(name).columns} if language() is Lang.zh else None
    emit(reply.rows, reply.columns, format, out, brief=True, heads=heads)
    for unknown in reply.unknown:
        note(unknown.say(language().value))
    if not reply.rows and not reply.unknown:
        note(t("No rows.", "没有结果。"))


def show_questions(format: Format | None, out: Path | None) -> None:
    """The catalogue as rows; a table shows the title in the person's language."""
    from queries.catalogue import questions

    if format in (Format.json, Format.jsonl):
        listed = [
            {
                "name": question.name,
                "theme": question.theme,
                "titles": {"zh": question.zh, "en": question.en},
                "parameters": [
                    {
                        "name": p.name,
                        "type": p.type,
                        "default": p.default,
                        "example": p.example,
                        "meaning": {"zh": p.zh, "en": p.en},
                    }
                    for p in question.parameters
                ],
                "columns": [column.name for column in question.columns],
                "meanings": {column.name: {"zh": column.zh, "en": column.en} for column in question.columns},
            }
            for question in questions()
        ]
        emit(listed, ["name", "theme", "titles", "parameters", "columns", "meanings"], format, out)
        return
    rows = [
        {
            "name": question.name,
            "theme": question.theme,
            "title": t(question.en, question.zh),
            "parameters": " ".join(
                f"{p.name}=<{p.example}>" if p.default is None else f"{p.name}={p.default}"
                for p in question.parameters
            ),
        }
        for question in questions()
    ]
    emit(rows, ["name", "theme", "title", "parameters"], format, out)
