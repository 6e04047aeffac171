"""The local server's process: ``python -m graph._serve DIR [keep]``. `graph.local` starts it.

It holds the folder's ``alive`` lock, runs ArcadeDB on loopback ports, writes its state, and
leaves when nobody has used it for a minute (unless it is to stay), when it is asked to, or on
SIGTERM. Nothing secret is on its command line or in its environment.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from graph._folder import DATABASE, READER_USER, Folder, State

_POLL = 0.25  # seconds
_ARCADE_SETTINGS = {
    "host": "127.0.0.1",
    "http_port": 0,
    "bolt_port": 0,
    "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "mode": "development",  # "production" would keep the reason of an error from the analyst
    "txWalFlush": 1,  # what "production" sets: a commit is in the file when it is answered
}
_JVM_ARGS = [
    "-XX:+UseSerialGC",
    # Only as JVM properties do these hold for databases that are open.
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
]
_READER_GROUP = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": [],
    "types": {"*": {"access": ["readRecord"]}},
}


def main(arguments: list[str]) -> int:
    """Serve the folder `arguments[0]` until it is time to leave; 0 also where another serves it."""
    folder = Folder(Path(arguments[0]))
    os.umask(0o077)
    try:
        with folder.alive():
            _serve(folder, keep=arguments[1:] == ["keep"])
    except Timeout:
        print("another server holds the folder", flush=True)
    return 0


def _serve(folder: Folder, *, keep: bool) -> None:
    leave = threading.Event()
    os.chdir(folder.server)  # ArcadeDB writes ./log
    server = _start(folder.server, folder.passwords().root)
    try:
        # After the start: the JVM sets a handler of its own, which would not let ArcadeDB close.
        signal.signal(signal.SIGTERM, lambda *_: leave.set())
        server.create_database(DATABASE)
        _make_reader(server, folder.passwords().reader)
        folder.set_state(State(port=_bolt_port(server), pid=os.getpid(), keep=keep))
        door = _watch(folder, leave)  # held to the end: who comes now waits, and starts anew
    finally:
        server.stop()
    if door:
        door.release()


def _start(home: Path, password: str) -> Any:
    """A running ArcadeDB. The password counts when the folder is new; later the stored one holds."""
    from arcadedb_embedded.server import ArcadeDBServer

    server = ArcadeDBServer(
        str(home),
        password,
        config=_ARCADE_SETTINGS,
        jvm_kwargs={"heap_size": os.environ.get("ZEREN_HEAP", "512m"), "jvm_args": _JVM_ARGS},
    )
    server.start()
    return server


def _make_reader(server: Any, password: str) -> None:
    """Make the user for analysts: its group may read records and nothing else."""
    import jpype

    to_json = jpype.JClass("com.arcadedb.serializer.json.JSONObject")
    security = server._java_server.getSecurity()
    if security.existsUser(READER_USER):
        return
    security.saveGroup(DATABASE, READER_USER, to_json(json.dumps(_READER_GROUP)))
    user = {
        "name": READER_USER,
        "password": str(security.encodePassword(password)),
        "databases": {DATABASE: [READER_USER]},
    }
    security.createUser(to_json(json.dumps(user)))


def _bolt_port(server: Any) -> int:
    """The free port that Bolt took."""
    plugins = server._java_server.getPlugins()
    return next(int(plugin.getPort()) for plugin in plugins if "Bolt" in str(plugin.getClass().getName()))


def _watch(folder: Folder, leave: threading.Event) -> FileLock | None:
    """Wait until it is time to leave. Returns the door, taken, so that nobody comes in meanwhile;
    None where a client kept it although the server was told to leave."""
    patience = float(os.environ.get("ZEREN_IDLE_SECONDS", "60"))
    used = time.monotonic()
    while True:
        told = leave.wait(_POLL)
        door = folder.door(5 if told else 0)
        try:
            door.acquire()
        except Timeout:
            if told:
                return None
            used = time.monotonic()  # somebody is coming in
            continue
        state = folder.state()
        told = told or state is None or state.stop or state.pid != os.getpid()
        if folder.clients() or (state and state.keep):
            used = time.monotonic()
        if told or time.monotonic() - used >= patience:
            folder.set_state(None)
            return door
        door.release()


def _run() -> int:
    try:
        return main(sys.argv[1:])
    except BaseException:
        traceback.print_exc()
        return 1


if __name__ == "__main__":
    status = _run()
    sys.stdout.flush()
    sys.stderr.flush()
    # At once: the JVM would wait for the threads of clients that are still connected.
    os._exit(status)
