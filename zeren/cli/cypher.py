"""``zeren cypher``: questions in the analyst's own Cypher, which read and nothing else unless told."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import ZerenError
from zeren.cli._common import (
    DataOption,
    FormatOption,
    GraphOption,
    LangOption,
    OutOption,
    open_graph,
    t,
)
from zeren.cli._params import NothingAsked, ParamOption, assignment, typed

_ROWS = 1000
_SECONDS = 60.0

Text = Annotated[
    str | None,
    typer.Argument(
        metavar="CYPHER|FILE|-",
        help=t(
            "The Cypher, or the file that holds it; several statements end with ; each. Without it, "
            "a shell at a terminal, else stdin.",
            "Cypher 语句或其文件，多条语句各以 ; 结束；不给出则在终端上进入交互模式，否则读标准输入。",
        ),
    ),
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, help=t("Rows at most.", "最多行数。"))]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help=t("Time allowed.", "时限（秒）。"))
]
WriteOption = Annotated[
    bool,
    typer.Option("--write", help=t("Allow it to change the graph; asks first.", "允许修改图谱；先询问。")),
]
YesOption = Annotated[
    bool, typer.Option("--yes", "-y", help=t("Do not ask before writing.", "写入前不再询问。"))
]


class Unreadable(ZerenError):
    """A file of Cypher that cannot be read."""

    en = "{path}: cannot be read as UTF-8 text: {reason}."
    zh = "{path}：无法作为 UTF-8 文本读取：{reason}。"


class OneFile(ZerenError):
    """Several answers for one file."""

    en = "--out takes the answer to one statement: give one (in the shell, :save FILE)."
    zh = "--out 只能保存一条语句的结果：请只给一条（交互模式中用 :save 文件）。"


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "cypher",
        help=t(
            "Ask in Cypher: as an argument, a file, on stdin, or in a shell. Reads only unless --write.",
            "用 Cypher 提问：可写在参数、文件或标准输入中，或进入交互模式。除非 --write，否则只读。",
        ),
    )(_cypher)


def _cypher(
    text: Text = None,
    param: ParamOption = None,
    limit: LimitOption = _ROWS,
    timeout: TimeoutOption = _SECONDS,
    write: WriteOption = False,
    yes: YesOption = False,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from graph.cypher_text import statements
    from zeren.cli.shell.session import Leave, Session

    typing = text is None and sys.stdin.isatty()
    source = "" if typing else _source(text)
    if not typing and not any(statements(source)):
        raise NothingAsked(what=t("Cypher", " Cypher 语句"))
    if out and (typing or len(list(statements(source))) > 1):
        raise OneFile()
    params = {name: typed(value) for name, value in map(assignment, param or [])}
    with open_graph(data, graph) as store:
        session = Session(
            store,
            params,
            format,
            out,
            limit,
            timeout,
            writing=("always" if yes else "ask") if write else "never",
            interactive=typing,
        )
        if typing:
            from zeren.cli.shell.terminal import converse

            converse(session)
        else:
            with suppress(Leave):
                session.run_all(source)


def _source(text: str | None) -> str:
    """The Cypher of the argument: stdin for ``-`` and where nothing is given but a pipe; a file's
    content where the argument names one (.cypher, .cql); else the argument."""
    if text is None or text == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise Unreadable(path="-", reason=error) from error
    return read_file(Path(text)) if Path(text).suffix in (".cypher", ".cql") else text


def read_file(path: Path) -> str:
    """The Cypher in a file, which is UTF-8. Raises `Unreadable`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(path=path, reason=getattr(error, "strerror", None) or error) from error
