"""The shell at a terminal: a line editor with history and completion."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import create_output
from prompt_toolkit.shortcuts import CompleteStyle

from graph.cypher_text import statements
from graph.errors import ZerenError
from zeren.cli._common import complain, language, note, t
from zeren.cli.shell.completion import candidates
from zeren.cli.shell.session import Leave, Session
from zeren.cli.shell.waiting import Cancelled

_WORDS = {"quit": ":quit", "exit": ":exit", "help": ":help"}


def converse(session: Session) -> None:
    """Read statements and commands and run them until the person leaves. What fails is told, and
    the shell goes on; Ctrl-C drops the line or ends the query."""
    guard = t("Reads only.", "只读。") if session.writing == "never" else t("May write.", "可写入。")
    note(f"{session.graph.agent} {session.graph.address}  {guard}")
    note(t(":help lists what can be typed; Ctrl-D leaves.", ":help 列出可用的命令；Ctrl-D 退出。"))
    editor = _editor(session)
    while True:
        try:
            text = editor.prompt()
            session.run_all(_WORDS.get(text.strip().lower(), text))
        except KeyboardInterrupt:
            continue
        except (EOFError, Leave):
            return
        except Cancelled as error:
            note(error.say(language().value))
        except ZerenError as error:
            complain(error)


def finished(text: str) -> bool:
    """Whether Enter hands the text over: every statement is closed, and nothing follows."""
    found = list(statements(text))
    return all(each.closed for each in found) or text.strip().lower() in _WORDS


def _editor(session: Session) -> PromptSession[str]:
    mark = "zeren> " if session.writing == "never" else "zeren (write)> "
    return PromptSession(
        mark,
        multiline=True,
        prompt_continuation=lambda width, line, soft: "… ".rjust(width),
        history=_history(),
        completer=_Candidates(session),
        complete_while_typing=False,
        complete_style=CompleteStyle.READLINE_LIKE,
        key_bindings=_keys(),
        output=create_output(always_prefer_tty=True),
        enable_suspend=True,
    )


class _Candidates(Completer):
    def __init__(self, session: Session) -> None:
        self._session = session

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        word, found = candidates(document.text_before_cursor, self._session.params)
        for each in found:
            yield Completion(each.text, -len(word), display_meta=each.meaning)


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def hand_over(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if finished(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return keys


class _Discreet(FileHistory):
    """A history that keeps no statement that speaks of passwords."""

    def store_string(self, string: str) -> None:
        if "password" not in string.lower():
            super().store_string(string)


def _history() -> History:
    """What was typed in former shells, in a file that only its owner can read; where there can be
    no such file, what is typed in this one."""
    path = user_state_path("zeren", appauthor=False) / "cypher_history"
    try:
        _make_private(path)
    except OSError as error:
        note(
            t(
                "{path}: no history is kept ({reason}).",
                "{path}：不保存历史（{reason}）。",
                path=path,
                reason=error.strerror,
            )
        )
        return InMemoryHistory()
    return _Discreet(path)


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    path.chmod(0o600)
