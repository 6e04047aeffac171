"""The way to a graph: Bolt, through the official driver, whichever server holds it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from graph import local
from graph._analyst import Answer
from graph._bolt import open_driver, require_neo4j
from graph._folder import DATABASE, WRITER_USER
from graph._graph import Graph, silent
from graph.address import where
from graph.server_errors import LocalLoginRefused, LoginRefused, NoServer

__all__ = ["Answer", "Graph", "connect", "where"]

_DYING = 3.0  # seconds in which a killed process goes
_LOCAL_PATIENCE = 5.0  # seconds: a server on this machine is there or is not


def connect(
    target: str | Path | None = None,
    *,
    user: str | None = None,
    password: str | None = None,
    tell: local.Tell = silent,
) -> Graph:
    """Open the graph that `target` names: a folder (a local graph, made and served as needed) or
    the URI of a Neo4j server.

    Without a target: ``NEO4J_URI``, else the folder ``ZEREN_DATA``, else the user's data folder.
    User and password of a Neo4j server come from ``NEO4J_USER`` and ``NEO4J_PASSWORD`` unless
    given, its database from ``NEO4J_DATABASE``, else it is the user's own. `tell` receives what a
    person should know while it takes time, in English and Chinese. Use the result with ``with``,
    or close it. Raises `BadAddress`, `FolderUnusable`, `NoServer`, `LoginRefused`.
    """
    address = where(target)
    if isinstance(address, Path):
        return _connect_local(address, tell)
    user = user or os.environ.get("NEO4J_USER") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD") if password is None else password
    driver = open_driver(address, address, user, password)
    try:
        require_neo4j(driver, address)
    except BaseException:
        driver.close()
        raise
    return Graph(address, driver, user, os.environ.get("NEO4J_DATABASE") or None, tell)


def _connect_local(path: Path, tell: local.Tell) -> Graph:
    """The graph of a folder. A server that was killed a moment ago may still seem to run, and refuse:
    then another is started."""
    refusing_since = time.monotonic()
    while True:
        hold = local.hold(path, tell)
        try:
            driver = open_driver(hold.uri, path, WRITER_USER, hold.passwords.root, patience=_LOCAL_PATIENCE)
            return Graph(path, driver, WRITER_USER, DATABASE, tell, hold)
        except LoginRefused as error:
            hold.release()
            raise LocalLoginRefused(**error.data, file=hold.folder.password_file) from error
        except NoServer:
            hold.release()
            if time.monotonic() - refusing_since > _DYING:
                raise
            time.sleep(0.1)
        except BaseException:
            hold.release()
            raise
