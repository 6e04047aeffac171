"""A program at a real pseudo terminal, for tests: typed to, and read."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from types import TracebackType
from typing import Self

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_WHERE = "\x1b[6n"  # the line editor asks for the cursor's place
_READY, _TAKEN = "\x1b[?2004h", "\x1b[?2004l"  # it begins and ends a line: bracketed paste on and off


class Terminal:
    """Runs ``zeren`` with `arguments` at a terminal of 40 lines by 120; use it with ``with``."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        code = (
            "import fcntl, os, termios; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
            "from zeren.cli import main; main()"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env={**os.environ, "TERM": "xterm", **environment},
        )
        os.close(follower)
        self._unread = ""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._leader)

    def ready(self) -> str:
        """Wait until the line editor takes a line, and return what was shown meanwhile."""
        return self.until(_READY)

    def type(self, keys: str) -> None:
        """Type the keys; ``\\r`` is Enter, ``\\x03`` Ctrl-C."""
        os.write(self._leader, keys.encode())

    def enter(self, keys: str) -> str:
        """Type the keys, which end with a statement or command, and Enter; what is shown for it."""
        self.type(f"{keys}\r")
        self.until(_TAKEN)
        return self.ready()

    def until(self, words: str, seconds: float = 60) -> str:
        """What is shown up to the words; fails with it where they do not come."""
        end = time.monotonic() + seconds
        while words not in self._unread:
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"{words!r} does not come after: {_plain(self._unread)}")
        shown, _, self._unread = self._unread.partition(words)
        return _plain(shown)

    def _read(self) -> bool:
        """Read what there is, a tenth of a second long; false where the program has closed its end."""
        if not select.select([self._leader], [], [], 0.1)[0]:
            return True
        try:
            fresh = self._decode(os.read(self._leader, 65536))
        except OSError:
            return False
        if _WHERE in fresh:
            os.write(self._leader, b"\x1b[1;1R")
        self._unread += fresh
        return True

    def wait(self, seconds: float = 60) -> int:
        """The program's exit status."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and self._read() and time.monotonic() < end:
            pass
        return self.process.wait(seconds)


def _plain(shown: str) -> str:
    return _ESCAPE.sub("", shown)
