"""What every command shares: options, the language of messages, notes, and the way to the graph.

A command's module offers ``register(app)`` and decides nothing: it reads options, calls the
packages below, and hands rows to `emit`. Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import ZerenError
from zeren.cli._language import Lang, language, set_language, t
from zeren.cli._output import Format, console, emit, write_bytes, write_text

if TYPE_CHECKING:
    from rich.progress import Progress

    from graph.connection import Graph

__all__ = [
    "DataOption",
    "DecisionsOption",
    "Format",
    "FormatOption",
    "GraphOption",
    "Lang",
    "LangOption",
    "OutOption",
    "complain",
    "emit",
    "language",
    "note",
    "open_graph",
    "progress",
    "set_language",
    "t",
    "write_bytes",
    "write_text",
]


def _on_lang(lang: Lang | None) -> Lang | None:
    if lang:
        set_language(lang)
    return lang


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help=t(
            "Folder of the local graph [else $ZEREN_DATA].", "本地图谱所在的文件夹〔否则取 $ZEREN_DATA〕。"
        ),
    ),
]
GraphOption = Annotated[
    str | None,
    typer.Option(
        "--graph",
        metavar="URI",
        help=t(
            "A Neo4j server: neo4j://host:7687 (user and password from $NEO4J_USER, $NEO4J_PASSWORD).",
            "Neo4j 服务器：neo4j://host:7687（用户名与密码取自 $NEO4J_USER、$NEO4J_PASSWORD）。",
        ),
    ),
]
LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        callback=_on_lang,
        is_eager=True,
        help=t("Language of messages [else the locale's].", "消息的语言〔否则随系统〕。"),
    ),
]
DecisionsOption = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help=t(
            "People's decisions [else $ZEREN_DECISIONS, else in the folder of the graph].",
            "人工决定的文件〔否则取 $ZEREN_DECISIONS，再否则在图谱所在的文件夹中〕。",
        ),
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", help=t("Write to FILE, not to stdout.", "写入文件，而不是标准输出。")
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help=t(
            "Form of the result [else by --out's suffix, else table].",
            "结果的格式〔否则看 --out 的后缀，再否则为表格〕。",
        ),
    ),
]


def note(text: str) -> None:
    """Tell the person something, on stderr; never wrapped where that is no terminal."""
    console(sys.stderr).print(text, markup=False, highlight=False, soft_wrap=not sys.stderr.isatty())


def complain(error: ZerenError) -> None:
    """Say an error on stderr, in one line where nobody is at the terminal."""
    mark = t("error: ", "错误：")
    note(mark + error.say(language().value))


def progress() -> Progress:
    """A progress bar on stderr (use it with ``with``); shows nothing where that is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console(sys.stderr),
        transient=True,
        disable=not sys.stderr.isatty(),
    )


def open_graph(data: Path | None, graph: str | None) -> Graph:
    """The graph that the options name: ``--graph``, else ``--data``, else as `connect` finds it.

    Use it with ``with``. Raises `NoServer` and `LoginRefused` (exit status 3).
    """
    from graph.connection import connect

    return connect(graph or data, tell=lambda en, zh: note(zh if language() is Lang.zh else en))
