"""What is refused before it is sent: LOAD CSV, which reads files and addresses on the server.

Servers hold the rest by themselves (see `Graph.analyst`); reading a file is no write to them.
"""

from __future__ import annotations

import re

from graph.cypher_text import unquoted
from graph.server_errors import LoadCsvRefused

_UNICODE_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
# The words side by side: no other statement has them so. Blanks that \s does not know included.
_LOAD_CSV = re.compile(r"(?<![\w$.])LOAD[\s\x00-\x20\u180e\u200b\u2060\ufeff]+CSV(?!\w)", re.IGNORECASE)


def refuse_load_csv(cypher: str) -> None:
    """Raise `LoadCsvRefused` if the text has the clause, however it is spelled.

    Neo4j 5 reads ``\\u0041`` as A before anything else, later versions and ArcadeDB only within
    strings: neither reading may show the clause.
    """
    decoded = _UNICODE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), cypher)
    if any(_LOAD_CSV.search(unquoted(text)) for text in {cypher, decoded}):
        raise LoadCsvRefused()
