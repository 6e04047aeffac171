"""An open graph: reads, writes, and what an analyst types."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import neo4j
from filelock import Timeout
from neo4j import ManagedTransaction
from neo4j.exceptions import ConstraintError

from graph import local
from graph._analyst import Answer, Stop, arcade_watch, ask, neo4j_watch
from graph._bolt import open_driver, translated
from graph._folder import READER_USER
from graph._guard import refuse_load_csv
from graph._values import row
from graph.condition import LOOK, TRUST, require_usable
from graph.server_errors import CypherError, WriteRefused

T = TypeVar("T")
_REFUSALS = ("Neo.ClientError.Statement.AccessMode", "Neo.ClientError.Security.Forbidden")
_CLASHES = 4  # what breaks a constraint so often is no clash of two writers


def silent(en: str, zh: str) -> None:
    """Tell nobody."""


class Graph:
    """An open graph. `address` is its folder or URI, `server` what holds it.

    Every method raises `NoServer` when the server is gone, `CypherError` with the server's words when
    it does not accept the Cypher, and a `graph.condition.NotUsable` while the graph is not whole or
    of another schema.
    """

    def __init__(
        self,
        address: str | Path,
        driver: neo4j.Driver,
        user: str,
        database: str | None,
        tell: local.Tell = silent,
        hold: local.Hold | None = None,
    ) -> None:
        self.address = address
        self.server: Literal["arcadedb", "neo4j"] = "arcadedb" if hold else "neo4j"
        self._driver = driver
        self._user = user
        self._database = database
        self._tell = tell
        self._hold = hold
        self._reader: neo4j.Driver | None = None
        self._running: set[Stop] = set()
        # What this client wrote, so that a cluster's follower that is behind waits before it answers.
        self._bookmarks = None if hold else neo4j.GraphDatabase.bookmark_manager()
        self._turn = hold.folder.writer() if hold else None
        self._trusted = 0.0  # until when, on the monotonic clock, the graph is known to be usable

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, and let the local server leave when it likes."""
        for driver in (self._reader, self._driver):
            if driver:
                driver.close()
        if self._hold:
            self._hold.release()

    @property
    def agent(self) -> str:
        """Name and version of the server: ``Neo4j/5.26.30``, ``ArcadeDB 26.10.2``."""
        with translated(self.address, self._user):
            agent = self._driver.get_server_info().agent
        # An imitation names itself in brackets: "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)".
        return agent.partition("(")[2].rstrip(")") or agent

    @contextmanager
    def as_it_is(self) -> Iterator[None]:
        """Use the graph meanwhile whatever its condition: to back it up, mend it or replace it."""
        before, self._trusted = self._trusted, math.inf
        try:
            yield
        finally:
            self._trusted = before if before == math.inf else 0.0  # it may have changed meanwhile

    def read(self, cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        """The rows of a reading query, in one transaction, as dicts of plain Python values.

        Dates are `datetime.date`; a node is its properties with ``_labels``, a relationship its
        properties with ``_type``, a path the list of both in turn.
        """

        def work(tx: ManagedTransaction) -> list[dict[str, Any]]:
            return [row(record) for record in tx.run(cypher, params)]

        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(work)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run `work` in one write transaction, alone among the writers, and return its result.

        `work` may run again, from the start: two writers that make the same node at once clash,
        and the server calls one off.
        """
        with self.writing(), self._session(neo4j.WRITE_ACCESS) as session:
            for clash in range(1, _CLASHES):
                with suppress(ConstraintError):
                    return session.execute_write(work)
                time.sleep(random.uniform(0, 0.02 * 2**clash))
            return session.execute_write(work)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writers' turn over several transactions; wait while another client has it.

        One client writes at a time on a graph, since what a document's nodes are depends on what
        is there. `write` takes the turn by itself; holding it twice is no harm.
        """
        if self._turn is None:
            yield
            return
        try:
            self._turn.acquire(timeout=0)
        except Timeout:
            self._tell(
                "Another command is writing to the graph: waiting …", "另一个命令正在写入图谱，等待中……"
            )
            self._turn.acquire()
        try:
            yield
        finally:
            self._turn.release()

    def analyst(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """The answer to a query that somebody typed. It can read the graph and nothing else.

        Neo4j refuses whatever writes in a session in read mode; the local server has a user for
        this that may only read. LOAD CSV is refused before it is sent. At most `limit` rows come
        back, and after `timeout` seconds `QueryTimeout` is raised. Raises `WriteRefused` and
        `LoadCsvRefused` too.
        """
        refuse_load_csv(cypher)
        try:
            return self._ask(self._reading_driver(), neo4j.READ_ACCESS, cypher, params, limit, timeout)
        except CypherError as error:
            if error.data["code"] in _REFUSALS:
                raise WriteRefused(message=error.data["message"]) from error
            raise

    def analyst_write(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """The answer to a statement that somebody typed and that may write: one transaction."""
        with self.writing():
            return self._ask(self._driver, neo4j.WRITE_ACCESS, cypher, params, limit, timeout)

    def interrupt(self) -> None:
        """End the queries of `analyst` and `analyst_write` that run now, from another thread: they
        raise the server's word for it."""
        for stop in tuple(self._running):
            stop()

    def _ask(
        self,
        driver: neo4j.Driver,
        access: str,
        cypher: str,
        params: Mapping[str, Any] | None,
        limit: int | None,
        timeout: float | None,
    ) -> Answer:
        """Run a typed query in a session that passes on what the server remarks."""
        self._require_usable()
        reading = access == neo4j.READ_ACCESS
        watch = (arcade_watch if self._hold else neo4j_watch)(driver, self._database)

        @contextmanager
        def noted(tx: ManagedTransaction, mark: str, seconds: float | None) -> Iterator[Stop]:
            with watch(tx, mark, seconds) as stop:
                self._running.add(stop)
                try:
                    yield stop
                finally:
                    self._running.discard(stop)

        with (
            translated(self.address, self._user),
            driver.session(
                database=self._database,
                default_access_mode=access,
                bookmark_manager=self._bookmarks,
                fetch_size=1000 if limit is None else min(limit + 1, 1000),
                notifications_min_severity="WARNING",
            ) as session,
        ):
            execute = session.execute_read if reading else session.execute_write
            stop_at_limit = reading and self._hold is not None
            return ask(execute, cypher, params, limit, timeout, noted, stop_at_limit=stop_at_limit)

    def _reading_driver(self) -> neo4j.Driver:
        """The driver for the analyst: of the user that can only read, where there is one."""
        if self._hold is None:
            return self._driver
        if self._reader is None:
            self._reader = open_driver(self._hold.uri, self.address, READER_USER, self._hold.passwords.reader)
        return self._reader

    def _require_usable(self) -> None:
        """Look at the graph's condition, unless that was done within `TRUST`."""
        now = time.monotonic()
        if now < self._trusted:
            return
        with self.as_it_is():
            for row in self.read(LOOK):
                require_usable(row["version"], row["incomplete"])
        self._trusted = now + TRUST

    @contextmanager
    def _session(self, access: str) -> Iterator[neo4j.Session]:
        self._require_usable()
        with (
            translated(self.address, self._user),
            self._driver.session(
                database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
            ) as session,
        ):
            yield session
