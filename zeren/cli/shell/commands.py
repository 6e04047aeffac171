"""The shell's own commands: ``:help``, ``:param`` and the rest."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ZerenError
from graph.schema import LABELS, RELATIONSHIPS, properties_of
from zeren.cli._common import Format, emit, note, t
from zeren.cli._params import assignment, typed
from zeren.cli.shell.session import Leave, Session

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARAM = re.compile(r"(?P<name>\w+)(?:\s*=>?\s*|\s*[:：]\s*|\s+)(?P<value>\S.*)", re.DOTALL)


class BadCommand(ZerenError):
    """A command that the shell does not know, or not so."""

    en = ":{given} is not understood: {usage}."
    zh = "无法理解 :{given}：{usage}。"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what follows its name, what it does in both languages, and how."""

    takes: str
    en: str
    zh: str
    run: Callable[[Session, str], None]


def obey(session: Session, given: str) -> None:
    """Run the command `given` without its colon. Raises `BadCommand`, and what it meets."""
    name, _, rest = given.strip(" ;；").partition(" ")
    command = COMMANDS.get(name.lower())
    if command is None:
        raise BadCommand(given=name, usage=t(":help lists the commands", ":help 列出全部命令"))
    command.run(session, rest.strip())


def usage(name: str) -> str:
    """How the command is written."""
    return f":{name} {COMMANDS[name].takes}".strip()


def _bad(name: str, rest: str) -> BadCommand:
    return BadCommand(given=f"{name} {rest}".strip(), usage=usage(name))


def _help(session: Session, rest: str) -> None:
    names = [rest.lstrip(":：")] if rest else list(COMMANDS)
    if names[0] not in COMMANDS:
        raise _bad("help", rest)
    note("\n".join(f"  {usage(name):<24} {t(COMMANDS[name].en, COMMANDS[name].zh)}" for name in names))
    if not rest:
        note(
            t(
                "A statement ends with ; and may take several lines. Tab completes, ↑ brings back, "
                "Ctrl-R searches what was typed before, Ctrl-C cancels, Ctrl-D leaves.",
                "语句以 ; 结束，可分多行。Tab 补全，↑ 调出历史，Ctrl-R 搜索历史，Ctrl-C 取消，Ctrl-D 退出。",
            )
        )


def _param(session: Session, rest: str) -> None:
    found = _PARAM.fullmatch(rest)
    if found is None:
        raise _bad("param", rest)
    value = found["value"]
    quoted = len(value) > 1 and value[0] == value[-1] == "'"
    session.params[found["name"]] = value[1:-1] if quoted else typed(value)


def _params(session: Session, rest: str) -> None:
    if rest not in ("", "clear"):
        raise _bad("params", rest)
    if rest == "clear":
        session.params.clear()
    else:
        rows = [{"name": name, "value": value} for name, value in session.params.items()]
        emit(rows, ["name", "value"], session.format)


def _schema(session: Session, rest: str) -> None:
    if rest:
        _kind(session, rest)
        return
    rows: list[Mapping[str, Any]] = [
        {"name": label.name, "is": label.meaning, "properties": " ".join(properties_of(label.name))}
        for label in LABELS
        if not label.internal
    ]
    rows += [
        {"name": each.name, "is": each.pattern, "properties": " ".join(properties_of(each.name))}
        for each in RELATIONSHIPS
    ]
    emit(rows, ["name", "is", "properties"], session.format)


def _kind(session: Session, name: str) -> None:
    """The properties of a label or relationship type with what they mean."""
    known = {each.name.lower(): each.name for each in (*LABELS, *RELATIONSHIPS)}
    if name.lower() not in known:
        raise _bad("schema", name)
    properties = properties_of(known[name.lower()])
    emit(
        [{"property": each, "meaning": meaning} for each, meaning in properties.items()],
        ["property", "meaning"],
        session.format,
    )


def _ask(session: Session, rest: str) -> None:
    from graph.asking import ask
    from zeren.cli.ask import show_questions, show_reply
    from zeren.cli.shell.waiting import interruptible

    try:
        name, *given = shlex.split(rest) or [""]
    except ValueError as error:
        raise _bad("ask", rest) from error
    if not name:
        show_questions(session.format, None)
        return
    params = dict(map(assignment, given))
    reply = interruptible(lambda: ask(session.graph, name, params), session.graph.interrupt)
    show_reply(name, reply, session.format, None)


def _format(session: Session, rest: str) -> None:
    if rest in Format.__members__ and rest != Format.xlsx:
        session.format = Format(rest)
    elif rest:
        raise _bad("format", rest)
    else:
        note(session.format or Format.table)


def _limit(session: Session, rest: str) -> None:
    if rest.isdecimal() and int(rest) > 0:
        session.limit = int(rest)
    elif rest:
        raise _bad("limit", rest)
    else:
        note(str(session.limit))


def _timeout(session: Session, rest: str) -> None:
    if re.fullmatch(r"\d{1,6}(?:\.\d+)?", rest) and float(rest) >= 0.1:
        session.timeout = float(rest)
    elif rest:
        raise _bad("timeout", rest)
    else:
        note(f"{session.timeout:g}")


def _save(session: Session, rest: str) -> None:
    if not rest or session.last is None:
        raise _bad("save", rest)
    emit(session.last.rows, session.last.columns, None, Path(rest).expanduser())


def _source(session: Session, rest: str) -> None:
    from zeren.cli.cypher import read_file

    if not rest:
        raise _bad("source", rest)
    session.run_all(read_file(Path(rest).expanduser()))


def _quit(session: Session, rest: str) -> None:
    raise Leave()


COMMANDS = {
    "help": Command("[COMMAND]", "what can be typed here", "可用的命令", _help),
    "ask": Command(
        "[NAME [PARAM=VALUE …]]",
        "ask a question of the catalogue, or list them",
        "提出目录中的问题，或列出全部",
        _ask,
    ),
    "schema": Command(
        "[NAME]", "labels and relationships, or one's properties", "标签与关系，或其属性", _schema
    ),
    "param": Command("NAME VALUE", "set $NAME (JSON, else text)", "设置 $NAME（JSON，否则为文本）", _param),
    "params": Command(
        "[clear]", "the parameters that are set, or forget them", "已设置的参数，或全部清除", _params
    ),
    "format": Command("[table|csv|json|jsonl]", "the form of results", "结果的格式", _format),
    "limit": Command("[ROWS]", "rows at most", "最多行数", _limit),
    "timeout": Command("[SECONDS]", "time allowed to a query", "查询时限（秒）", _timeout),
    "save": Command(
        "FILE", "the last rows as .xlsx, .csv, .json", "把最近的结果存为 .xlsx、.csv、.json", _save
    ),
    "source": Command("FILE", "run the statements of a file", "执行文件中的语句", _source),
    "quit": Command("", "leave", "退出", _quit),
    "exit": Command("", "leave", "退出", _quit),
}
