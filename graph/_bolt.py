"""The official driver: opened, and its errors turned into ours."""

from __future__ import annotations

import logging
import re
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
    ServiceUnavailable,
    SessionExpired,
)

from graph.server_errors import BadAddress, CypherError, LoginRefused, NoServer, WrongServer

# What the driver remarks while it tries again is not for the person's terminal.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
_NEO4J = re.compile(r"Neo4j/(\d+)\.\d[\w.+-]*")  # an imitation has more words: "… compatible"
_OLDEST = 5


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
    except AuthError as error:
        raise LoginRefused(address=address, user=user, reason=_words(error)) from error
    except ConfigurationError as error:
        raise BadAddress(address=address, reason=_words(error)) from error
    except (ServiceUnavailable, SessionExpired) as error:
        raise NoServer(address=address, reason=_words(error)) from error
    except Neo4jError as error:
        if (error.code or "").endswith("DatabaseUnavailable"):
            raise NoServer(address=address, reason=_words(error)) from error
        raise CypherError(message=_words(error), code=error.code) from error
    except DriverError as error:
        raise NoServer(address=address, reason=_words(error)) from error


def _words(error: BaseException) -> str:
    """The error's own words, on one line."""
    message = error.message if isinstance(error, Neo4jError) else str(error)
    return " ".join((message or type(error).__name__).split())
