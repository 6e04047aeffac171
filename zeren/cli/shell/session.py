"""One run of ``zeren cypher``: its settings, and what becomes of a statement."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal

import typer

from graph.cypher_text import statements, unquoted
from graph.errors import ZerenError
from graph.server_errors import CypherError, WriteRefused
from zeren.cli._common import Format, emit, note, t
from zeren.cli.shell.waiting import interruptible

if TYPE_CHECKING:
    from graph.connection import Answer, Graph

Writing = Literal["never", "ask", "always"]
# Words with which statements write. Where none stands and a statement writes all the same, the
# server refuses it to the reader, and then the person is asked.
_WRITES = re.compile(
    r"\b(?:CREATE|INSERT|MERGE|SET|DELETE|REMOVE|FOREACH|DROP|ALTER|RENAME|LOAD"
    r"|GRANT|DENY|REVOKE|START|STOP|TERMINATE)\b",
    re.IGNORECASE,
)


class NotConfirmed(ZerenError):
    """A writing statement that nobody said yes to."""

    en = "Nothing was sent. To write without being asked, add --yes."
    zh = "没有执行。如不需询问即写入，请加 --yes。"


class Leave(Exception):
    """Ends the session."""


@dataclass
class Session:
    """An open graph and how to ask it. `writing`: whether statements may write, and whether the
    person is asked before each that does; `interactive`: somebody sits at the terminal."""

    graph: Graph
    params: dict[str, Any] = field(default_factory=dict)
    format: Format | None = None
    out: Path | None = None
    limit: int = 1000
    timeout: float = 60.0
    writing: Writing = "never"
    interactive: bool = False
    last: Answer | None = None

    def run(self, statement: str) -> None:
        """Obey a command (``:help``), or send a statement and show what it gives.

        Raises `ZerenError`, and `Leave` where the session is to end.
        """
        if statement[0] in ":：":
            from zeren.cli.shell.commands import obey

            obey(self, statement[1:])
        else:
            self._send(statement)

    def run_all(self, text: str) -> None:
        """Run the statements of `text` up to the first that fails; where there are several, say which.

        Raises what `run` raises.
        """
        found = list(statements(text))
        for number, statement in enumerate(found, 1):
            try:
                self.run(statement.text)
            except ZerenError:
                if len(found) > 1:
                    place = {"number": number, "count": len(found), "line": statement.line}
                    note(
                        t(
                            "Statement {number} of {count}, line {line}:",
                            "第 {number} 条语句（共 {count} 条），第 {line} 行：",
                            **place,
                        )
                    )
                raise

    def _send(self, cypher: str) -> None:
        start = perf_counter()
        self.last = answer = self._answer(cypher)
        if answer.plan:
            note(answer.plan)
        if answer.columns or self.writing == "never":
            emit(answer.rows, answer.columns, self.format, self.out)
        self._remark(answer)
        if self.interactive:
            seconds = perf_counter() - start
            counted = {"count": len(answer.rows), "seconds": seconds}
            note(t("Rows: {count}. {seconds:.2f} s", "{count} 行，{seconds:.2f} 秒", **counted))

    def _answer(self, cypher: str) -> Answer:
        """The answer of the reader, who cannot write; of the writer where that is allowed and meant."""
        if self.writing == "never":
            return self._ask(self.graph.analyst, cypher)
        if self.writing == "ask":
            if not _WRITES.search(unquoted(cypher)):
                try:
                    return self._ask(self.graph.analyst, cypher)
                except WriteRefused:
                    pass
            _confirm(cypher)
        with self.graph.writing():
            return self._ask(self.graph.analyst_write, cypher)

    def _ask(self, put: Any, cypher: str) -> Answer:
        asked = partial(put, cypher, self.params, limit=self.limit, timeout=self.timeout)
        try:
            answer: Answer = interruptible(asked, self.graph.interrupt)
        except (OverflowError, ValueError) as error:  # a parameter that Bolt cannot carry
            raise CypherError(message=error, code=None) from error
        return answer

    def _remark(self, answer: Answer) -> None:
        """What the person should know beside the rows, on stderr."""
        if answer.cut:
            more = ":limit N" if self.interactive else "--limit N"
            note(
                t(
                    "Only the first {limit} rows are shown; {more} shows more.",
                    "只显示前 {limit} 行；用 {more} 显示更多。",
                    limit=self.limit,
                    more=more,
                )
            )
        for remark in answer.remarks:
            note(remark)
        if answer.changes:
            counted = ", ".join(f"{name} {count}" for name, count in sorted(answer.changes.items()))
            note(t("Changed: {counted}.", "已修改：{counted}。", counted=counted))


def _confirm(cypher: str) -> None:
    """Ask whether to write. Raises `NotConfirmed` unless somebody at the terminal says yes."""
    note(cypher)
    question = t("Run this, and change the graph?", "执行以上语句并修改图谱？")
    try:
        agreed = sys.stdin.isatty() and typer.confirm(question, err=True)
    except typer.Abort:
        agreed = False
    if not agreed:
        raise NotConfirmed()
