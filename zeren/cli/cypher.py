"""``zeren cypher``: a question in the analyst's own Cypher, which reads and nothing else unless told."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.errors import ZerenError
from zeren.cli._common import (
    DataOption,
    FormatOption,
    GraphOption,
    LangOption,
    OutOption,
    emit,
    note,
    open_graph,
    t,
)
from zeren.cli._params import NothingAsked, ParamOption, assignment

if TYPE_CHECKING:
    from graph.connection import Answer

_ROWS = 1000
_SECONDS = 60.0


class NotConfirmed(ZerenError):
    """A writing statement that nobody said yes to."""

    en = "Nothing was sent. To write without being asked, add --yes."
    zh = "没有执行。如不需询问即写入，请加 --yes。"


class Unreadable(ZerenError):
    """A file of Cypher that cannot be read."""

    en = "{path}: cannot be read as UTF-8 text: {reason}."
    zh = "{path}：无法作为 UTF-8 文本读取：{reason}。"


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "cypher",
        help=t(
            "Ask in Cypher: as an argument, a file or on stdin. Reads only unless --write.",
            "用 Cypher 提问：可写在参数、文件或标准输入中。除非 --write，否则只读。",
        ),
    )(_cypher)


def _cypher(
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="CYPHER|FILE|-", help=t("The Cypher, or the file that holds it.", "Cypher 语句或其文件。")
        ),
    ] = None,
    param: ParamOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help=t("Rows at most.", "最多行数。"))] = _ROWS,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help=t("Time allowed.", "时限（秒）。"))
    ] = _SECONDS,
    write: Annotated[
        bool,
        typer.Option(
            "--write", help=t("Allow it to change the graph; asks first.", "允许修改图谱；先询问。")
        ),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=t("Do not ask before writing.", "写入前不再询问。"))
    ] = False,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    statement = _statement(text)
    params = {name: _value(value) for name, value in map(assignment, param or [])}
    if write and not yes:
        _confirm(statement)
    with open_graph(data, graph) as store:
        put = store.analyst_write if write else store.analyst
        answer = put(statement, params, limit=limit, timeout=timeout)
    if answer.plan:
        note(answer.plan)
    if answer.columns or not write:
        emit(answer.rows, answer.columns, format, out)
    _remark(answer, limit)


def _value(text: str) -> Any:
    """A Cypher parameter: JSON where the text is JSON (5, true, ["省", "市"]), else the text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _statement(text: str | None) -> str:
    """The Cypher of the argument: stdin for ``-`` and where nothing is given but a pipe; a file's
    content where the argument names one (.cypher, .cql); else the argument."""
    if text is None and sys.stdin.isatty():
        raise NothingAsked(what=t("Cypher, a file, or - for stdin", " Cypher 语句、文件，或 - 表示标准输入"))
    try:
        if text is None or text == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        if Path(text).suffix in (".cypher", ".cql"):
            return Path(text).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(path=text or "-", reason=getattr(error, "strerror", None) or error) from error
    return text


def _confirm(statement: str) -> None:
    note(statement)
    question = t("Run this, and change the graph?", "执行以上语句并修改图谱？")
    if not sys.stdin.isatty() or not typer.confirm(question, err=True):
        raise NotConfirmed()


def _remark(answer: Answer, limit: int) -> None:
    """What the person should know beside the rows, on stderr."""
    if answer.cut:
        note(
            t(
                "Only the first {limit} rows are shown; --limit N shows more.",
                "只显示前 {limit} 行；用 --limit N 显示更多。",
                limit=limit,
            )
        )
    for remark in answer.remarks:
        note(remark)
    if answer.changes:
        counted = ", ".join(f"{name} {count}" for name, count in sorted(answer.changes.items()))
        note(t("Changed: {counted}.", "已修改：{counted}。", counted=counted))
