"""The official driver: opened, and its errors turned into ours."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
from neo4j import GraphDatabase
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
)

from graph.errors import ZerenError
from graph.server_errors import (
    BadAddress,
    CypherError,
    DiskFull,
    LoginRefused,
    NoBolt,
    NoServer,
    NoSuchDatabase,
    WrongServer,
)

# What the driver remarks while it tries again is not for the person's terminal.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
_NEO4J = re.compile(r"Neo4j/(\d+)\.\d[\w.+-]*")  # an imitation has more words: "… compatible"
_OLDEST = 5
_GREETING = 30.0  # seconds for a server to greet; what speaks another protocol may stay silent
_NO_BOLT = ("handshake", "looks like HTTP")
# What Neo4j says when it cannot append to its log, and from then on until it is restarted.
_CANNOT_STORE = (
    "Neo.DatabaseError.Transaction.TransactionLogError",
    "Neo.DatabaseError.Transaction.TransactionStartFailed",
)
_ON_COMMIT = ("Neo.ClientError.Transaction.TransactionNotFound", "Neo.DatabaseError.")
_ROOM = 16 * 2**20  # bytes; less is no room for a transaction


def open_driver(
    uri: str, address: str | Path, user: str, password: str | None, *, patience: float = 30
) -> neo4j.Driver:
    """A driver that has greeted the server, once: a wrong password is never tried again.

    For `patience` seconds what fails in passing is tried again, a server that is gone too.
    Raises `NoServer`, `LoginRefused` and `BadAddress`, which name `address`.
    """
    try:
        with translated(address, user):
            return _open(uri, user, password, patience)
    except ValueError as error:
        raise BadAddress(address=address, reason=_words(error)) from error
    except OSError as error:
        raise NoServer(address=address, reason=_words(error)) from error


def _open(uri: str, user: str, password: str | None, patience: float) -> neo4j.Driver:
    driver = GraphDatabase.driver(
        uri,
        auth=(user, password) if password else None,
        notifications_min_severity="OFF",
        warn_notification_severity="OFF",
        telemetry_disabled=True,
        max_transaction_retry_time=patience,
        connection_timeout=_GREETING,
        connection_acquisition_timeout=_GREETING,
    )
    try:
        driver.verify_connectivity()
    except BaseException:
        driver.close()
        raise
    return driver


def require_neo4j(driver: neo4j.Driver, address: str) -> None:
    """Raise `WrongServer` unless a Neo4j that is new enough answers: only of it do we know how it
    keeps readers from writing."""
    agent = driver.get_server_info().agent
    version = _NEO4J.fullmatch(agent)
    if version is None or int(version[1]) < _OLDEST:
        raise WrongServer(address=address, agent=agent)


@contextmanager
def translated(address: str | Path, user: str) -> Iterator[None]:
    """Turn the driver's errors into ours; what else is raised inside passes."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _told(error, address, user) from error


def _told(error: Neo4jError | DriverError, address: str | Path, user: str) -> ZerenError:
    """The driver's error as ours."""
    reason = _words(error)
    if isinstance(error, AuthError):
        return LoginRefused(address=address, user=user, reason=reason)
    if isinstance(error, ConfigurationError):
        return BadAddress(address=address, reason=reason)
    if isinstance(error, DriverError):
        no_bolt = not isinstance(address, Path) and any(words in reason for words in _NO_BOLT)
        return (NoBolt if no_bolt else NoServer)(address=address, reason=reason)
    code = error.code or ""
    if code.endswith("DatabaseUnavailable"):
        return NoServer(address=address, reason=reason)
    if code.endswith(".Database.DatabaseNotFound"):
        return NoSuchDatabase(address=address, reason=reason)
    if code in _CANNOT_STORE or (code.startswith(_ON_COMMIT) and _is_full(address)):
        return DiskFull(address=address, reason=reason)
    return CypherError(message=reason, code=error.code)


def _is_full(address: str | Path) -> bool:
    """Whether the disk of a local graph is full. Its server only says that a commit failed."""
    return isinstance(address, Path) and shutil.disk_usage(address).free < _ROOM


def _words(error: BaseException) -> str:
    """The error's own words, on one line."""
    message = error.message if isinstance(error, Neo4jError) else str(error)
    return " ".join((message or type(error).__name__).split())
