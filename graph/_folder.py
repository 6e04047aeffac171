"""The data folder of a local graph: its layout, its passwords, its locks, its server's state.

::

    DIR/             0700
      zeren.json     marks the folder as ours
      password.json  0600: the passwords of `root` and `reader`
      decisions.yaml what people decided about what was read, and the progress they noted
      server/        the server's own: databases, config, log
      run/           state.json (0600: port, pid), server.log, and the locks

Every lock is held on an open file and vanishes with its process, killed or not:

- ``door``: while a client looks for the server, starts or stops it, and while the server leaves;
- ``alive``: by the server as long as it lives, so no pid needs to be guessed at;
- ``writer``: by the one client that writes;
- ``clients/…``: one file a client, named by its pid, for as long as it works.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from graph.replacing import replacing
from graph.server_errors import FolderUnusable

DATABASE = "neo4j"
WRITER_USER = "root"
READER_USER = "reader"
_LAYOUT = 1
_OURS = ("run", "server", "password.json", "zeren.json", "decisions.yaml")


@dataclass(frozen=True, slots=True)
class Passwords:
    """The passwords of the two users of a local server."""

    root: str
    reader: str


@dataclass(frozen=True, slots=True)
class State:
    """What a running server says of itself. `keep`: it stays until told to `stop`."""

    port: int
    pid: int
    keep: bool
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Folder:
    """The data folder at `root`, an absolute path."""

    root: Path

    @property
    def server(self) -> Path:
        """Where the server keeps its files."""
        return self.root / "server"

    @property
    def log(self) -> Path:
        """What the running server, or the last one, printed."""
        return self.root / "run" / "server.log"

    @property
    def password_file(self) -> Path:
        """The passwords' file, which no other file can replace."""
        return self.root / "password.json"

    @property
    def mark(self) -> Path:
        """The file that says that the folder is ours."""
        return self.root / "zeren.json"

    @property
    def _state_file(self) -> Path:
        return self.root / "run" / "state.json"

    def prepare(self) -> None:
        """Make the folder and its passwords where they are missing.

        Raises `FolderUnusable` where it cannot be written, or holds something else: it is made
        unreadable for others, which no one's own folder should become by mistake.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            if not self.mark.exists():
                # Ours may be there already, or on the way (`replacing`): two commands may begin at once.
                if not all(path.name.removeprefix(".").startswith(_OURS) for path in self.root.iterdir()):
                    raise FolderUnusable(path=self.root, reason="it holds other files")
                self.root.chmod(0o700)
            for path in (self.server, self.root / "run", self.root / "run" / "clients"):
                path.mkdir(mode=0o700, exist_ok=True)
            with self.door():
                if not self.password_file.exists():
                    made = Passwords(secrets.token_urlsafe(24), secrets.token_urlsafe(24))
                    write_private(self.password_file, json.dumps(asdict(made)))
                if not self.mark.exists():
                    write_private(self.mark, json.dumps({"layout": _LAYOUT}))
        except OSError as error:
            raise FolderUnusable(path=self.root, reason=error.strerror or error) from error

    def passwords(self) -> Passwords:
        """The passwords of this folder's server."""
        return Passwords(**json.loads(self.password_file.read_text("utf-8")))

    def door(self, timeout: float = -1) -> FileLock:
        """The lock under which a server is found, started, stopped, or leaves."""
        return self._lock("door.lock", timeout)

    def alive(self) -> FileLock:
        """The lock that the server holds while it lives."""
        return self._lock("alive.lock", 0)

    def writer(self) -> FileLock:
        """The lock of the one client that writes."""
        return self._lock("writer.lock", -1)

    def client(self) -> FileLock:
        """A lock file of this client's own."""
        return self._lock(f"clients/{os.getpid()}-{secrets.token_hex(4)}.lock", 0)

    def _lock(self, name: str, timeout: float) -> FileLock:
        # Not of one thread: a graph may be opened in one and closed in another.
        return FileLock(self.root / "run" / name, timeout=timeout, mode=0o600, thread_local=False)

    def served(self) -> bool:
        """Whether a server lives here. Take the door first: this tries the server's own lock."""
        try:
            with self.alive():
                return False
        except Timeout:
            return True

    def clients(self) -> list[int]:
        """The pids of the clients at work; what ended clients left is swept away. Under the door."""
        found = []
        for path in sorted((self.root / "run" / "clients").glob("*.lock")):
            try:
                with FileLock(path, timeout=0):
                    pass
            except Timeout:
                found.append(int(path.name.partition("-")[0]))
            else:
                with suppress(OSError):
                    path.unlink()
        return found

    def state(self) -> State | None:
        """What the server last wrote of itself, None if nothing readable is there."""
        try:
            return State(**json.loads(self._state_file.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def set_state(self, state: State | None) -> None:
        """Write the server's state, in one step; None removes it."""
        if state is None:
            self._state_file.unlink(missing_ok=True)
        else:
            write_private(self._state_file, json.dumps(asdict(state)))

    def ask_server(self, *, keep: bool | None = None, stop: bool | None = None) -> None:
        """Ask the running server to stay or to stop: it reads its state again and again."""
        state = self.state()
        if state:
            state = replace(state, keep=state.keep if keep is None else keep)
            self.set_state(replace(state, stop=state.stop if stop is None else stop))


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    with replacing(path, private=True) as fresh:
        fresh.write_text(text, encoding="utf-8")
