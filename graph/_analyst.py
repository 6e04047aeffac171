"""A query that somebody typed: its rows up to a limit, within a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from threading import TIMEOUT_MAX, Timer
from typing import Any
from uuid import uuid4

import neo4j
from neo4j import ManagedTransaction, ResultSummary, unit_of_work
from neo4j.exceptions import DriverError, Neo4jError

from graph._values import row
from graph.server_errors import QueryTimeout

_TIMEOUTS = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated")

Stop = Callable[[], None]
"""Ends the query that runs, from beside."""
Watch = Callable[[ManagedTransaction, float | None], AbstractContextManager[Stop | None]]
"""Entered while a query runs on the transaction: keeps its time, and gives a way to stop it, where
the server neither keeps the time nor stops when no more rows are wanted."""


def _no_watch(tx: ManagedTransaction, timeout: float | None) -> AbstractContextManager[Stop | None]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a typed query gave: the columns in order, the rows (values as `Graph.read` gives them),
    whether rows beyond the limit were cut, how many things it changed by kind, what the server
    remarked, and the plan's text where EXPLAIN or PROFILE asked for it."""

    columns: list[str]
    rows: list[dict[str, Any]]
    cut: bool = False
    changes: dict[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    plan: str | None = None


def ask(
    execute: Callable[[Callable[[ManagedTransaction], Answer]], Answer],
    cypher: str,
    params: Mapping[str, Any] | None,
    limit: int | None,
    timeout: float | None,
    watch: Watch = _no_watch,
) -> Answer:
    """Run the query by `execute` (a session's), under `watch`.

    Raises `QueryTimeout` and the driver's errors.
    """
    enough: list[Answer] = []

    @unit_of_work(timeout=timeout)
    def work(tx: ManagedTransaction) -> Answer:
        with watch(tx, timeout) as stop:
            result = tx.run(cypher, dict(params or {}))
            columns = list(result.keys())
            rows = [row(record) for record in islice(result, None if limit is None else limit + 1)]
            cut = limit is not None and len(rows) > limit
            if cut and stop:
                stop()
                enough.append(Answer(columns, rows[:limit], cut))
                raise _Enough()
            summary = result.consume()
        return Answer(columns, rows[:limit], cut, _changes(summary), _remarks(summary), _plan(summary))

    try:
        return execute(work)
    except (_Enough, Neo4jError) as error:
        if enough:  # what the server says of the query that was stopped is no news
            return enough[0]
        if timeout is not None and (getattr(error, "code", None) or "").rpartition(".")[2] in _TIMEOUTS:
            raise QueryTimeout(seconds=timeout) from error
        raise


class _Enough(Exception):
    """Leaves a transaction whose query was stopped."""


def arcade_watch(driver: neo4j.Driver, database: str | None, *, may_stop: bool) -> Watch:
    """The watch over queries on ArcadeDB, which ignores the driver's time limit, and goes on to the
    last row when no more are wanted. A query that writes may not be stopped half way."""

    @contextmanager
    def watch(tx: ManagedTransaction, timeout: float | None) -> Iterator[Stop | None]:
        stop = partial(_terminate, driver, database, _connection(tx))
        timer = Timer(TIMEOUT_MAX if timeout is None else timeout, stop)
        timer.daemon = True
        timer.start()
        try:
            yield stop if may_stop else None
        finally:
            timer.cancel()
            timer.join()  # it must not end the next query of this connection

    return watch


def _connection(tx: ManagedTransaction) -> str:
    """The server's name for the transaction's connection: what runs on it can be found by it."""
    mark = uuid4().hex
    listed = tx.run(f"SHOW TRANSACTIONS // {mark}")
    return next(str(each["connectionId"]) for each in listed if mark in each["currentQuery"])


def _terminate(driver: neo4j.Driver, database: str | None, connection: str) -> None:
    """End what runs on the connection. What has ended meanwhile needs no ending."""
    with suppress(Neo4jError, DriverError), driver.session(database=database) as session:
        for each in session.run("SHOW TRANSACTIONS").data():
            if each["connectionId"] == connection:
                session.run("TERMINATE TRANSACTIONS $ids", ids=[each["transactionId"]]).consume()


def _changes(summary: ResultSummary) -> dict[str, int]:
    counters = vars(summary.counters)
    return {name: n for name, n in counters.items() if type(n) is int and n and not name.startswith("_")}


def _remarks(summary: ResultSummary) -> list[str]:
    return [
        status.status_description
        for status in summary.gql_status_objects
        if status.is_notification and status.status_description
    ]


def _plan(summary: ResultSummary) -> str | None:
    plan = summary.profile or summary.plan
    return plan["args"].get("string-representation") if plan else None
