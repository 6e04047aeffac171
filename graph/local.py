"""The embedded server of a local graph: found by its folder, else started; kept; stopped.

A server is a process of its own, on a loopback port, in a process group of its own. Whoever works
with it takes `hold`; one that a command started ends by itself when nobody has held it for 60 s
(``ZEREN_IDLE_SECONDS``). ``ZEREN_HEAP`` (512m) is the memory it may take.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from graph._folder import WRITER_USER, Folder, Passwords, State
from graph.server_errors import CannotStart, NoEmbeddedServer, NoServer, ServerInUse

__all__ = ["WRITER_USER", "Hold", "State", "Tell", "at", "exists", "hold", "start", "status", "stop"]

Tell = Callable[[str, str], None]
"""Receives a message for a person, in English and in Chinese."""

_START_SECONDS = 90.0
_STOP_SECONDS = 20.0
_POLL = 0.05

# Kept, so that none is called a leak while it serves; ended ones are collected by the next start.
_children: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True, slots=True)
class Hold:
    """A client's hold on a running server: while it lasts, the server stays."""

    folder: Folder
    port: int
    passwords: Passwords
    _lock: FileLock

    @property
    def uri(self) -> str:
        """Where the server speaks Bolt."""
        return f"bolt://127.0.0.1:{self.port}"

    def release(self) -> None:
        """Let go. The server may leave when nobody else holds it."""
        with suppress(OSError):
            Path(self._lock.lock_file).unlink()
        self._lock.release()


def at(path: Path) -> Folder:
    """The folder of the local graph at `path`, whether it exists or not."""
    return Folder(path.expanduser().absolute())


def exists(path: Path) -> bool:
    """Whether a local graph has been made at `path`."""
    return at(path).mark.exists()


def hold(path: Path, tell: Tell) -> Hold:
    """A hold on the server of the graph at `path`, started where none runs.

    Raises `FolderUnusable`, and `NoServer` where none can be started.
    """
    folder = at(path)
    folder.prepare()
    with _door(folder):
        state = _running(folder) or _start(folder, tell, keep=False)
        lock = folder.client()
        lock.acquire()
    return Hold(folder, state.port, folder.passwords(), lock)


def start(path: Path, tell: Tell) -> State:
    """Start the server of the graph at `path`, to stay until `stop`; one that runs will stay too.

    Raises as `hold`.
    """
    folder = at(path)
    folder.prepare()
    with _door(folder):
        if _running(folder):
            folder.ask_server(keep=True)
        else:
            _start(folder, tell, keep=True)
        state = folder.state()
    assert state is not None, "the server leaves only through the door"
    return state


def status(path: Path) -> State | None:
    """The state of the server of the graph at `path`, None if none runs. Changes nothing."""
    folder = at(path)
    if not folder.log.parent.is_dir():
        return None
    with _door(folder):
        return folder.state() if folder.served() else None


def stop(path: Path, *, force: bool = False) -> bool:
    """Stop the server of the graph at `path`; False if none ran.

    Raises `ServerInUse` while clients work with it, unless `force`. What they have committed
    stays, what they have not is gone whole.
    """
    folder = at(path)
    if not folder.log.parent.is_dir():
        return False
    with _door(folder):
        if not folder.served():
            return False
        clients = folder.clients()
        if clients and not force:
            raise ServerInUse(path=folder.root, pids=", ".join(map(str, sorted(set(clients)))))
        folder.ask_server(stop=True)
    if not _gone(folder):
        _kill(folder)
    return True


@contextmanager
def _door(folder: Folder) -> Iterator[None]:
    """Hold the door; wait while another client starts the server, or the server leaves."""
    door = folder.door(_START_SECONDS + _STOP_SECONDS)
    try:
        door.acquire()
    except Timeout:
        raise NoServer(
            address=folder.root, reason="another command has been starting it for too long"
        ) from None
    try:
        yield
    finally:
        door.release()


def _running(folder: Folder) -> State | None:
    """The state of the server that lives here, once it has written it. Under the door."""
    deadline = time.monotonic() + _START_SECONDS
    while folder.served():
        state = folder.state()
        if state and not state.stop:
            return state
        if time.monotonic() > deadline:
            raise CannotStart(address=folder.root, reason="it does not answer", log=folder.log)
        time.sleep(_POLL)
    return None


def _start(folder: Folder, tell: Tell, *, keep: bool) -> State:
    """Start a server and wait for its state. Under the door."""
    if find_spec("arcadedb_embedded") is None:
        raise NoEmbeddedServer(platform=platform.platform())
    tell("Starting the local graph server …", "正在启动本地图谱服务器……")
    folder.set_state(None)
    with folder.log.open("wb") as log:
        # -P: the current folder may hold a package named like one of ours.
        command = [sys.executable, "-P", "-m", "graph._serve", str(folder.root), *(["keep"] if keep else [])]
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, **_surroundings()
        )
    _children[:] = [child for child in _children if child.poll() is None] + [process]
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        state = folder.state()
        if state:
            return state
        if process.poll() is not None:
            break
        time.sleep(_POLL)
    process.kill()
    raise CannotStart(address=folder.root, reason=_last_words(folder), log=folder.log)


def _surroundings() -> dict[str, Any]:
    """What keeps a child from the signals that its parent's terminal sends, and its file names whole."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    # In the locale C, Java would write a Chinese path as question marks.
    locale = {"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {}
    return {"start_new_session": True, "env": {**os.environ, **locale}}


def _last_words(folder: Folder) -> str:
    """The last line of the server's log."""
    lines = folder.log.read_text("utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it printed nothing")


def _gone(folder: Folder) -> bool:
    """Whether the server has left, after waiting for it."""
    deadline = time.monotonic() + _STOP_SECONDS
    while time.monotonic() < deadline:
        with suppress(Timeout), folder.door(1):
            if not folder.served():
                return True
        time.sleep(_POLL)
    return False


def _kill(folder: Folder) -> None:
    """End a server that does not answer. It is known by its command line: its pid may be another's."""
    import psutil

    for process in psutil.process_iter(["cmdline"]):
        line = process.info["cmdline"] or []
        if "graph._serve" in line and str(folder.root) in line:
            with suppress(psutil.NoSuchProcess):
                process.kill()
                process.wait(_STOP_SECONDS)
    folder.set_state(None)
