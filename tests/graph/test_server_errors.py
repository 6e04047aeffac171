"""What a person is told of a server that is not there, not the right one, or cannot store."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from ast import literal_eval
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Barrier, Thread

import pytest

from graph import _bolt, local
from graph.connection import Graph, connect
from graph.server_errors import DiskFull, LoginRefused, NoBolt, NoServer, NoSuchDatabase, WrongServer


@pytest.fixture
def password(neo4j_graph: Graph, servers) -> str:
    return str(servers.passwords[neo4j_graph.address])


@pytest.fixture
def web() -> Iterator[int]:
    """The port of a web server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_port_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for scheme in ("bolt", "neo4j"):
        with pytest.raises(NoServer, match=f"127.0.0.1:{port}: no server answers") as caught:
            connect(f"{scheme}://127.0.0.1:{port}", password="x")
        assert caught.value.exit_status == 3


def test_a_server_that_speaks_no_bolt(web: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_bolt, "_GREETING", 2.0)
    with pytest.raises(NoBolt, match="7687") as caught:
        connect(f"bolt://127.0.0.1:{web}", password="x")
    assert caught.value.exit_status == 3
    assert "Bolt 端口" in caught.value.say("zh")


def test_another_server_than_neo4j(local_graph: Graph) -> None:
    folder = local.at(local_graph.address)
    uri = f"bolt://127.0.0.1:{folder.state().port}"
    with pytest.raises(WrongServer, match=r"ArcadeDB.*Neo4j 5 or later"):
        connect(uri, user="root", password=folder.passwords().root)


@pytest.mark.parametrize("given", ["not-the-password", ""])
def test_a_wrong_password(neo4j_graph: Graph, given: str) -> None:
    with pytest.raises(LoginRefused, match="NEO4J_PASSWORD") as caught:
        connect(neo4j_graph.address, user="neo4j", password=given)
    assert caught.value.exit_status == 3


def test_a_database_that_is_not_there(
    neo4j_graph: Graph, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with (
        pytest.raises(NoSuchDatabase, match="NEO4J_DATABASE") as caught,
        connect(neo4j_graph.address, user="neo4j", password=password) as graph,
    ):
        graph.read("RETURN 1 AS one")
    assert caught.value.exit_status == 2


def test_routing_to_a_single_server_reads_what_was_written(neo4j_graph: Graph, password: str) -> None:
    uri = str(neo4j_graph.address).replace("bolt://", "neo4j://")
    with connect(uri, user="neo4j", password=password) as graph:
        for n in range(1, 4):
            graph.write(lambda tx: tx.run("CREATE (:Routed)").consume())
            assert graph.read("MATCH (n:Routed) RETURN count(n) AS n") == [{"n": n}]
            assert graph.analyst("MATCH (n:Routed) RETURN count(n) AS n").rows == [{"n": n}]


def test_questions_may_go_to_a_follower_that_has_what_was_written(
    neo4j_graph: Graph, password: str, caplog: pytest.LogCaptureFixture
) -> None:
    """In a cluster the driver sends transactions of mode r to followers, and these wait for the bookmarks."""
    uri = str(neo4j_graph.address).replace("bolt://", "neo4j://")
    with (
        connect(uri, user="neo4j", password=password) as graph,
        caplog.at_level("DEBUG", logger="neo4j.io"),
    ):
        graph.write(lambda tx: tx.run("CREATE (:Follower)").consume())
        graph.read("MATCH (n:Follower) RETURN count(n) AS n")
        graph.analyst("MATCH (n:Follower) RETURN count(n) AS n")
    log = "\n".join(record.getMessage() for record in caplog.records)
    begun = [each for each in log.split("C: BEGIN ") if "Follower" in each]
    write, read, asked = (literal_eval(each.partition("\n")[0]) for each in begun)
    (bookmark,) = re.findall("'bookmark': '([^']+)'", begun[0])
    assert "mode" not in write  # a leader's
    for how in (read, asked):
        assert (how["mode"], how["bookmarks"]) == ("r", [bookmark])


def test_writers_that_wait_for_each_other_are_retried(neo4j_graph: Graph) -> None:
    neo4j_graph.write(
        lambda tx: tx.run("CREATE (:Knot {key: 'a', n: 0}), (:Knot {key: 'b', n: 0})").consume()
    )
    both = Barrier(2, timeout=30)
    tried: list[str] = []

    def take(tx, first: str, second: str) -> None:
        tried.append(first)
        for key in (first, second):
            tx.run("MATCH (k:Knot {key: $key}) SET k.n = k.n + 1", key=key).consume()
            if key == first and len(tried) <= 2:
                both.wait()

    writers = [
        Thread(target=neo4j_graph.write, args=(lambda tx, p=pair: take(tx, *p),)) for pair in ("ab", "ba")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert len(tried) == 3  # one of the two was called off, and came again
    assert neo4j_graph.read("MATCH (k:Knot) RETURN k.n AS n") == [{"n": 2}, {"n": 2}]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 60 MB of its own, where we may make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk needs Linux and root")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    def grow(tx) -> None:
        tx.run("UNWIND range(1, 2000) AS i CREATE (:Big {n: i, text: $text})", text="长" * 500).consume()

    with connect(small_disk / "data") as graph:
        graph.write(grow)
        with suppress(OSError):  # to the last byte
            (small_disk / "filler").write_bytes(bytes(shutil.disk_usage(small_disk).total))
        with pytest.raises(DiskFull, match="Make room") as caught:
            for _ in range(20):
                graph.write(grow)
        assert (caught.value.exit_status, "磁盘" in caught.value.say("zh")) == (2, True)
        (small_disk / "filler").unlink()
        graph.write(grow)
        assert graph.read("MATCH (n:Big) RETURN count(n) % 2000 AS part") == [{"part": 0}]
    local.stop(small_disk / "data", force=True)
