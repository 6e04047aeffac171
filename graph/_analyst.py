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
_MARK = "zeren"  # the key of a transaction's mark among its metadata

Stop = Callable[[], None]
"""Ends the query that runs, from beside."""
Watch = Callable[[ManagedTransaction, str, float | None], AbstractContextManager[Stop]]
"""Entered while a query runs on the transaction, which bears the mark: keeps its time where the
server does not, and gives a way to stop it. Does nothing once the query has ended."""


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
    watch: Watch,
    *,
    stop_at_limit: bool,
) -> Answer:
    """Run the query by `execute` (a session's), under `watch`; `stop_at_limit` where the server goes
    on to the last row when no more are wanted.

    Raises `QueryTimeout` and the driver's errors.
    """
    enough: list[Answer] = []
    mark = uuid4().hex

    @unit_of_work(metadata={_MARK: mark}, timeout=timeout)
    def work(tx: ManagedTransaction) -> Answer:
        with watch(tx, mark, timeout) as stop:
            result = tx.run(cypher, dict(params or {}))
            columns = list(result.keys())
            rows = [row(record) for record in islice(result, None if limit is None else limit + 1)]
            cut = limit is not None and len(rows) > limit
            if cut and stop_at_limit:
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


def arcade_watch(driver: neo4j.Driver, database: str | None) -> Watch:
    """The watch over queries on ArcadeDB, which ignores the driver's time limit."""

    @contextmanager
    def watch(tx: ManagedTransaction, mark: str, timeout: float | None) -> Iterator[Stop]:
        listed = tx.run(f"SHOW TRANSACTIONS // {mark}")
        connection = next(each["connectionId"] for each in listed if mark in each["currentQuery"])
        stop = partial(_terminate, driver, database, lambda each: bool(each["connectionId"] == connection))
        timer = Timer(TIMEOUT_MAX if timeout is None else timeout, stop)
        timer.daemon = True
        timer.start()
        try:
            yield stop
        finally:
            timer.cancel()
            timer.join()  # it must not end the next query of this connection

    return watch


def neo4j_watch(driver: neo4j.Driver, database: str | None) -> Watch:
    """The watch over queries on Neo4j, which keeps the driver's time limit itself."""

    def watch(tx: ManagedTransaction, mark: str, timeout: float | None) -> AbstractContextManager[Stop]:
        marked = partial(_terminate, driver, database, lambda each: each["metaData"].get(_MARK) == mark)
        return nullcontext(marked)

    return watch


def _terminate(
    driver: neo4j.Driver, database: str | None, meant: Callable[[Mapping[str, Any]], bool]
) -> None:
    """End the transactions that are `meant`. What has ended meanwhile needs no ending."""
    with suppress(Neo4jError, DriverError), driver.session(database=database) as session:
        for each in session.run("SHOW TRANSACTIONS YIELD *").data():
            if meant(each):
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
