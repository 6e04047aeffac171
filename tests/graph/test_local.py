"""The life of a local server: who starts it, who may use it, when it leaves, what survives."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from neo4j import ManagedTransaction

from graph import local
from graph.connection import Graph, connect
from graph.server_errors import (
    CannotStart,
    FolderUnusable,
    LocalLoginRefused,
    NoEmbeddedServer,
    NoServer,
    ServerInUse,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX signals and modes")
COUNT = "MATCH (n:Mark) RETURN count(n) AS n"
CONNECT = "import sys, time; from graph.connection import connect; graph = connect(sys.argv[1]); "
HOLD = CONNECT + "print(1, flush=True); time.sleep(60)"
WRITE = CONNECT + "graph.write(lambda tx: tx.run('CREATE (:Mark)').consume())"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "data"
    local.stop(tmp_path / "data", force=True)


def mark(graph: Graph) -> None:
    graph.write(lambda tx: tx.run("CREATE (:Mark)").consume())


def pid(folder: Path) -> int:
    state = local.status(folder)
    assert state is not None
    return state.pid


def until(true: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def gone(process: int) -> bool:
    return not psutil.pid_exists(process) or psutil.Process(process).status() == psutil.STATUS_ZOMBIE


def test_only_the_owner_can_read_it_and_only_this_machine_reach_it(folder: Path) -> None:
    with connect(folder) as graph:
        mark(graph)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        for path in (
            folder / "password.json",
            folder / "run" / "state.json",
            *(folder / "server").rglob("*"),
        ):
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
        process = psutil.Process(pid(folder))
        listening = [c.laddr.ip for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN]
        assert listening
        assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}


def test_the_password_is_neither_on_the_command_line_nor_in_the_environment(folder: Path) -> None:
    with connect(folder):
        process = psutil.Process(pid(folder))
        said = " ".join(process.cmdline()) + str(process.environ())
        for password in json.loads((folder / "password.json").read_text()).values():
            assert len(password) > 20
            assert password not in said


def test_it_has_a_process_group_of_its_own(folder: Path) -> None:
    with connect(folder):
        assert os.getpgid(pid(folder)) == pid(folder)


def test_two_clients_share_a_server(folder: Path) -> None:
    with connect(folder) as one, connect(folder) as two:
        mark(one)
        assert two.read(COUNT) == [{"n": 1}]
        serving = [p for p in psutil.process_iter(["cmdline"]) if str(folder) in (p.info["cmdline"] or [])]
        assert [p.pid for p in serving] == [pid(folder)]


def test_two_commands_at_once_make_one_graph(folder: Path) -> None:
    commands = [subprocess.Popen([sys.executable, "-c", WRITE, str(folder)]) for _ in range(3)]
    assert [command.wait(60) for command in commands] == [0, 0, 0]
    with connect(folder) as graph:
        assert graph.read(COUNT) == [{"n": 3}]


def test_a_folder_that_another_command_is_making_is_no_strangers(folder: Path) -> None:
    folder.mkdir()
    (folder / ".password.json.77").touch()
    with connect(folder) as graph:
        assert graph.read(COUNT) == [{"n": 0}]


def test_a_chinese_path_is_right_in_any_locale(tmp_path: Path) -> None:
    folder = tmp_path / "责任 图谱"
    subprocess.run(
        [sys.executable, "-c", WRITE, folder], env={**os.environ, "LC_ALL": "C"}, check=True, timeout=60
    )
    with connect(folder) as graph:
        assert graph.read(COUNT) == [{"n": 1}]
    assert local.stop(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["责任 图谱"]


def test_it_leaves_when_nobody_uses_it_and_not_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZEREN_IDLE_SECONDS", "1")
    with connect(folder) as graph:
        mark(graph)
        process = pid(folder)
        time.sleep(3)
        assert pid(folder) == process
    until(lambda: gone(process))
    assert local.status(folder) is None
    with connect(folder) as graph:
        assert graph.read(COUNT) == [{"n": 1}]
        assert pid(folder) != process


def test_a_killed_client_holds_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZEREN_IDLE_SECONDS", "1")
    client = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE)
    assert client.stdout is not None
    assert client.stdout.readline()
    process = pid(folder)
    client.kill()
    client.wait()
    client.stdout.close()
    until(lambda: gone(process))


def test_a_killed_server_is_started_again_with_what_was_committed(folder: Path) -> None:
    with connect(folder) as graph:
        mark(graph)

        def work(tx: ManagedTransaction) -> None:
            tx.run("CREATE (:Mark)").consume()
            if local.status(folder):
                os.kill(pid(folder), signal.SIGKILL)

        with pytest.raises(NoServer):
            graph.write(work)
    with connect(folder) as graph:
        assert graph.read(COUNT) == [{"n": 1}]


def test_a_stale_state_is_not_believed(folder: Path) -> None:
    with connect(folder):
        state = json.loads((folder / "run" / "state.json").read_text())
    local.stop(folder)
    # The port is closed, and the pid is by now another's: this process's.
    (folder / "run" / "state.json").write_text(json.dumps({**state, "pid": os.getpid(), "port": 1}))
    assert local.status(folder) is None
    assert local.stop(folder) is False
    with connect(folder) as graph:
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_started_server_stays_until_it_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZEREN_IDLE_SECONDS", "0.5")
    with connect(folder):
        process = pid(folder)
        assert local.start(folder, print).keep  # the one that a command started stays from now on
    time.sleep(2)
    assert pid(folder) == process
    assert local.stop(folder)
    until(lambda: gone(process))
    assert local.stop(folder) is False
    assert local.start(folder, print).keep
    time.sleep(2)
    assert local.status(folder)


def test_a_server_in_use_is_not_stopped_unless_forced(folder: Path) -> None:
    with connect(folder) as graph:
        with pytest.raises(ServerInUse, match=str(os.getpid())):
            local.stop(folder)
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]
        assert local.stop(folder, force=True)
        with pytest.raises(NoServer):
            graph.read("RETURN 1 AS one")


def test_a_server_that_does_not_answer_is_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_STOP_SECONDS", 2.0)
    with connect(folder) as graph:
        mark(graph)
        process = pid(folder)
    os.kill(process, signal.SIGSTOP)
    assert local.stop(folder)
    assert gone(process)
    with connect(folder) as graph:
        assert graph.read(COUNT) == [{"n": 1}]


def test_sigterm_closes_it(folder: Path) -> None:
    with connect(folder) as graph:
        mark(graph)
        process = pid(folder)
        os.kill(process, signal.SIGTERM)
        until(lambda: gone(process))
    assert "is down" in (folder / "run" / "server.log").read_text()


def test_a_wrong_password_is_told_and_locks_nobody_out(folder: Path) -> None:
    with connect(folder) as graph:
        mark(graph)
        file = folder / "password.json"
        right = file.read_text()
        file.write_text(json.dumps({"root": "not-the-password", "reader": "not-the-password"}))
        for _ in range(3):
            with pytest.raises(LocalLoginRefused, match=r"password\.json") as caught:
                connect(folder)
            assert caught.value.exit_status == 3
        file.write_text(right)
        with connect(folder) as again:
            assert again.read(COUNT) == [{"n": 1}]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    tmp_path.chmod(0o755)
    with pytest.raises(FolderUnusable, match="other files"):
        connect(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("place", ["/proc/zeren", "thesis.txt", "thesis.txt/data"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(FolderUnusable, match=place) as caught:
        connect(tmp_path / place)
    assert caught.value.exit_status == 2


def test_a_server_that_cannot_start_says_why(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZEREN_HEAP", "1k")
    with pytest.raises(CannotStart, match="heap") as caught:
        connect(folder)
    assert caught.value.exit_status == 3
    monkeypatch.delenv("ZEREN_HEAP")
    with connect(folder) as graph:
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_platform_without_the_server_is_told_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "find_spec", lambda name: None)
    with pytest.raises(NoEmbeddedServer, match="NEO4J_URI"):
        connect(folder)


def test_one_writes_at_a_time_and_the_second_is_told_that_it_waits(folder: Path) -> None:
    told: list[str] = []
    with connect(folder) as one, connect(folder, tell=lambda en, zh: told.append(en)) as two:
        second = threading.Thread(target=mark, args=(two,))
        with one.writing():
            second.start()
            until(lambda: told != [])
            mark(one)
            assert one.read(COUNT) == [{"n": 1}]
        second.join(30)
        assert one.read(COUNT) == [{"n": 2}]
    assert "waiting" in told[-1]


def test_a_clash_of_two_writers_is_tried_again(folder: Path) -> None:
    with connect(folder) as graph:
        graph.analyst_write("CREATE CONSTRAINT mark_key IF NOT EXISTS FOR (m:Mark) REQUIRE m.key IS UNIQUE")
        graph._turn = None  # so that the server, not the lock, has to part them
        together = threading.Barrier(2)

        def write() -> None:
            for key in range(30):
                together.wait(30)
                graph.write(lambda tx, key=key: tx.run("MERGE (:Mark {key: $key})", key=key).consume())

        threads = [threading.Thread(target=write) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert graph.read(COUNT) == [{"n": 30}]
