"""``zeren server start|stop|status`` and ``zeren status``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.errors import ZerenError
from zeren.cli._common import (
    DataOption,
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

if TYPE_CHECKING:
    from graph.local import State

_SERVER_COLUMNS = ("graph", "running", "uri", "user", "password_file", "pid", "stays")
_STATUS_COLUMNS = (
    "graph", "server", "schema", "documents", "measures", "agencies", "responsibilities", "regulations",
)  # fmt: skip
_COUNTS = """
OPTIONAL MATCH (m:Meta)
RETURN m.schema_version AS schema,
       COUNT { MATCH (:Document) } AS documents,
       COUNT { MATCH (:Measure) } AS measures,
       COUNT { MATCH (:Agency) } AS agencies,
       COUNT { MATCH (:Agency)-[:RESPONSIBLE_FOR]->(:Measure) } AS responsibilities,
       COUNT { MATCH (:Regulation) } AS regulations
"""

ForceOption = Annotated[
    bool,
    typer.Option(
        "--force",
        help=t("Stop it even while other commands work with it.", "即使其他命令正在使用也停止。"),
    ),
]


class NotOurServer(ZerenError):
    """Only a local graph has a server that is ours to start and stop."""

    en = "{address} is a server of its own. Name a local graph with --data."
    zh = "{address} 是独立的服务器。请用 --data 指定本地图谱。"


def register(app: typer.Typer) -> None:
    """Add ``server`` and ``status`` to `app`."""
    server = typer.Typer(
        help=t("The server of the local graph.", "本地图谱的服务器。"),
        no_args_is_help=True,
        rich_markup_mode=app.rich_markup_mode,
        pretty_exceptions_enable=False,
    )
    server.command(
        "start",
        help=t(
            "Start it for notebooks and other Bolt tools; it stays until it is stopped.",
            "启动服务器，供笔记本和其他 Bolt 工具使用；直到停止前一直运行。",
        ),
    )(_start)
    server.command("stop", help=t("Stop it.", "停止服务器。"))(_stop)
    server.command("status", help=t("Whether it runs, and where.", "是否在运行、在何处运行。"))(
        _server_status
    )
    app.add_typer(server, name="server")
    app.command("status", help=t("What the graph holds.", "图谱的内容。"))(_status)


def _start(
    data: DataOption = None,
    graph: GraphOption = None,
    format: FormatOption = None,
    out: OutOption = None,
    lang: LangOption = None,
) -> None:
    from graph import local

    folder = _folder(graph or data)
    local.start(folder, lambda en, zh: note(zh if language() is Lang.zh else en))
    emit([_server_row(folder, local.status(folder))], _SERVER_COLUMNS, format, out)


def _stop(
    data: DataOption = None, graph: GraphOption = None, force: ForceOption = False, lang: LangOption = None
) -> None:
    from graph import local

    folder = _folder(graph or data)
    if local.stop(folder, force=force):
        note(t("The server has stopped: {path}", "服务器已停止：{path}", path=folder))
    else:
        note(t("No server was running: {path}", "没有正在运行的服务器：{path}", path=folder))


def _server_status(
    data: DataOption = None,
    graph: GraphOption = None,
    format: FormatOption = None,
    out: OutOption = None,
    lang: LangOption = None,
) -> None:
    from graph import local

    folder = _folder(graph or data)
    emit([_server_row(folder, local.status(folder))], _SERVER_COLUMNS, format, out)


def _status(
    data: DataOption = None,
    graph: GraphOption = None,
    format: FormatOption = None,
    out: OutOption = None,
    lang: LangOption = None,
) -> None:
    from graph import local
    from graph.address import where

    address = where(graph or data)
    row: dict[str, Any] = {"graph": str(address)}
    if isinstance(address, Path) and not local.exists(address):
        note(t("No graph yet: zeren load makes it.", "尚无图谱：zeren load 会建立它。"))
        row |= dict.fromkeys(_STATUS_COLUMNS[3:], 0)
    else:
        with open_graph(data, graph) as opened:
            row |= {"server": opened.agent, **opened.read(_COUNTS)[0]}
    emit([row], _STATUS_COLUMNS, format, out)


def _folder(target: str | Path | None) -> Path:
    """The folder of the local graph. Raises `NotOurServer` where the graph is a server's."""
    from graph.address import where

    address = where(target)
    if isinstance(address, str):
        raise NotOurServer(address=address)
    return address


def _server_row(folder: Path, state: State | None) -> dict[str, Any]:
    from graph import local

    row: dict[str, Any] = {"graph": str(folder), "running": state is not None}
    if state:
        row |= {"uri": f"bolt://127.0.0.1:{state.port}", "user": local.WRITER_USER}
        row |= {"password_file": str(local.at(folder).password_file), "pid": state.pid, "stays": state.keep}
    return row
