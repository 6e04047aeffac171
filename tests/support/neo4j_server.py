"""A real Neo4j from its artifacts on Maven Central, for tests: fetched once, started, stopped.

Run as a program, it fetches: ``python tests/support/neo4j_server.py``.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, ServiceUnavailable

LTS = "5.26.30"
CURRENT = "2026.09.0"
_MAIN_CLASS = {LTS: "CommunityEntryPoint", CURRENT: "Neo4jCommunity"}
_JAVA = {LTS: 17, CURRENT: 21}  # the oldest that runs it
_FETCH_SECONDS, _IMPORT_SECONDS, _START_SECONDS, _STOP_SECONDS = 600, 300, 120, 30
_POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>zeren</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version></dependency>
  </dependencies>
</project>
"""
_CONFIG = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
server.directories.import=import
server.jvm.additional=--add-opens=java.base/java.nio=ALL-UNNAMED
"""


class Unavailable(Exception):
    """Neo4j cannot run here; the words say what is missing."""


def lib(version: str) -> Path:
    """The folder of the version's jars, below ``ZEREN_NEO4J_HOME`` (else ``~/.cache/zeren-tests``)."""
    cache = os.environ.get("ZEREN_NEO4J_HOME") or Path.home() / ".cache" / "zeren-tests"
    return Path(cache) / f"neo4j-{version}" / "lib"


def fetch(version: str) -> Path:
    """The folder of the version's jars, fetched by Maven where it is missing."""
    folder = lib(version)
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise Unavailable(f"Maven fetches Neo4j {version}: install maven")
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = folder.with_name(f"lib.{os.getpid()}")
    pom = folder.with_name(f"pom.{os.getpid()}.xml")
    pom.write_text(_POM.format(version=version))
    command = [
        maven,
        "-q",
        "-B",
        "-f",
        str(pom),
        "dependency:copy-dependencies",
        f"-DoutputDirectory={fresh}",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_FETCH_SECONDS)
    pom.unlink()
    if done.returncode:
        raise Unavailable(f"Maven could not fetch Neo4j {version}: {done.stdout[-500:]}")
    try:
        fresh.rename(folder)
    except OSError:  # another has fetched it meanwhile
        shutil.rmtree(fresh)
    return folder


def java(version: str) -> str:
    """The oldest Java found that runs the version: in ``JAVA21_HOME``, ``JAVA_HOME``, the path or
    ``/usr/lib/jvm``."""
    homes = [
        os.environ.get("JAVA21_HOME"),
        os.environ.get("JAVA_HOME"),
        *sorted(Path("/usr/lib/jvm").glob("*")),
    ]
    candidates = [Path(home, "bin", "java") for home in homes if home]
    candidates += [Path(found)] if (found := shutil.which("java")) else []
    fitting = [
        (release, str(path))
        for path in candidates
        if path.is_file() and (release := _release(path)) >= _JAVA[version]
    ]
    if not fitting:
        raise Unavailable(f"Neo4j {version} needs Java {_JAVA[version]} or later")
    return min(fitting)[1]


def _release(path: Path) -> int:
    said = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=60).stderr
    number = re.search(r'version "(\d+)', said)
    return int(number[1]) if number else 0


@dataclass
class Neo4jServer:
    """A running server: its version, URI, password, and home folder."""

    version: str
    uri: str
    password: str
    home: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """Stop it, by its pid."""
        self.process.terminate()
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(_STOP_SECONDS)


def start(version: str, home: Path, *, download: bool, imported: Path | None = None) -> Neo4jServer:
    """Start a new server of the version, with its files in `home`: empty, or with what the importer
    makes of the files in the folder `imported`, by the options in its ``import.args``.

    Raises `Unavailable` where Java is missing, or the jars are and `download` is false.
    """
    command = java(version)
    if not download and not lib(version).is_dir():
        raise Unavailable(f"Neo4j {version} has not been fetched: make test-all fetches it")
    jars = f"{fetch(version)}/*"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name in ("conf", "data", "logs", "import", "run", "plugins"):
        (home / name).mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(_CONFIG.format(port=port))
    password = secrets.token_hex(16)  # a dash in front would be read as an option
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}

    def admin(*arguments: str, folder: Path = home) -> None:
        tool = [command, "-cp", jars, "org.neo4j.server.startup.Neo4jAdminCommand"]
        done = subprocess.run(
            [*tool, *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=_IMPORT_SECONDS,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments[:2])} failed: {(done.stdout + done.stderr)[-2000:]}")

    admin("dbms", "set-initial-password", password)
    if imported:
        admin("database", "import", "full", "neo4j", "@import.args", folder=imported)
    with (home / "logs" / "console.log").open("wb") as log:
        process = subprocess.Popen(
            [
                command, "-Xms512m", "-Xmx1g", "--add-opens=java.base/java.nio=ALL-UNNAMED", "-cp", jars,
                f"org.neo4j.server.{_MAIN_CLASS[version]}", f"--home-dir={home}", f"--config-dir={home}/conf",
            ],
            env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
    server = Neo4jServer(version, f"bolt://127.0.0.1:{port}", password, home, process)
    try:
        _wait(server)
    except BaseException:
        server.stop()
        raise
    return server


def _wait(server: Neo4jServer) -> None:
    """Wait until the server says that it has started, and lets its user in."""
    deadline = time.monotonic() + _START_SECONDS
    log = server.home / "logs" / "neo4j.log"
    while True:
        said = log.read_text(errors="replace") if log.exists() else ""
        if " Started." in said:
            try:
                with GraphDatabase.driver(server.uri, auth=("neo4j", server.password)) as driver:
                    return driver.verify_connectivity()
            except (ServiceUnavailable, AuthError) as error:
                said += str(error)
        if server.process.poll() is not None or time.monotonic() > deadline:
            said += (server.home / "logs" / "console.log").read_text(errors="replace")
            raise RuntimeError(f"Neo4j {server.version} did not start: {said[-2000:]}")
        time.sleep(0.5)


if __name__ == "__main__":
    for wanted in (LTS, CURRENT):
        try:
            java(wanted)
            print(fetch(wanted))
        except Unavailable as reason:
            print(reason, file=sys.stderr)
            if wanted == LTS:
                sys.exit(1)
