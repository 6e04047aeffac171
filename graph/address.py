"""Which graph is meant: a folder, or the URI of a server."""

from __future__ import annotations

import os
import re
from pathlib import Path

from graph.server_errors import BadAddress

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_BOLT_SCHEMES = {f"{name}{tls}" for name in ("bolt", "neo4j") for tls in ("", "+s", "+ssc")}


def where(target: str | Path | None = None) -> str | Path:
    """What `graph.connection.connect` would open: the URI of a server, or the folder of a local graph.

    Raises `BadAddress` for a URI that is not Bolt's, or that holds a password.
    """
    target = target or os.environ.get("NEO4J_URI") or os.environ.get("ZEREN_DATA")
    if not target:
        from platformdirs import user_data_path

        return user_data_path("zeren", appauthor=False)
    scheme = _SCHEME.fullmatch(target) if isinstance(target, str) else None
    if scheme is None:
        return Path(target).expanduser().absolute()
    if "@" in scheme[2]:
        # The address is not repeated: what stands before the @ may be a password.
        raise BadAddress(address=f"{scheme[1]}://…", reason="no user or password belongs in an address")
    if scheme[1].lower() not in _BOLT_SCHEMES:
        raise BadAddress(address=target, reason=f"{scheme[1]} is not the protocol of a graph server")
    return str(target)
