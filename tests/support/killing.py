"""Commands that can be killed: a process that has read all vocabularies forks one for each command, so
that a random moment of a command's life is one of its work, and 25 of them take little time."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import psutil

_ROOT = Path(__file__).parents[2]
_SECONDS = 120


class Commands:
    """Runs ``zeren`` commands one after the other. Use it with ``with``."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def __enter__(self) -> Commands:
        with self._log.open("wb") as log:
            self._mother = subprocess.Popen(
                [sys.executable, __file__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**os.environ, "PYTHONPATH": str(_ROOT)},
            )
        assert self._said() == "ready"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._mother.kill()
        self._mother.communicate()

    def run(self, *arguments: object) -> float:
        """Run a command to its end, which must be a good one; returns how many seconds it took."""
        start = time.monotonic()
        self._start(arguments)
        assert self._end() == "0", self._log.read_text()
        return time.monotonic() - start

    def kill(self, after: float, *arguments: object, server_of: Path | None = None) -> bool:
        """Start a command and kill it `after` so many seconds, with the server of the local graph at
        `server_of`; whether it was still at work."""
        pid = self._start(arguments)
        time.sleep(after)
        victims = [pid, *(_servers(server_of) if server_of else [])]
        random.Random(after).shuffle(victims)
        for victim in victims:
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
        status = self._end()
        assert status in ("0", "-9"), self._log.read_text()
        return status == "-9"

    def _start(self, arguments: tuple[object, ...]) -> int:
        self._say(json.dumps([str(argument) for argument in arguments]))
        return int(self._said())

    def _end(self) -> str:
        """The exit status of the command at work. Until this is asked for, its pid is no other's."""
        self._say("end")
        return self._said()

    def _say(self, line: str) -> None:
        assert self._mother.stdin
        self._mother.stdin.write(line + "\n")
        self._mother.stdin.flush()

    def _said(self) -> str:
        assert self._mother.stdout
        return self._mother.stdout.readline().strip()


def _servers(folder: Path) -> list[int]:
    """The processes that serve, or begin to serve, the local graph at `folder`."""
    return [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if {"graph._serve", str(folder)} <= set(process.info["cmdline"] or [])
    ]


def _mother() -> None:
    from loaders import load_file
    from zeren.cli import main

    load_file(_ROOT / "documents" / "jinan-ip-protection-plan-2021.txt")
    print("ready", flush=True)
    while line := sys.stdin.readline():
        pid = os.fork()
        if pid == 0:
            signal.alarm(_SECONDS)
            os.dup2(2, 1)
            status = 1
            try:
                main(json.loads(line))
            except SystemExit as end:
                status = int(end.code or 0)
            finally:
                os._exit(status)
        print(pid, flush=True)
        sys.stdin.readline()
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        print(status, flush=True)


if __name__ == "__main__":
    _mother()
