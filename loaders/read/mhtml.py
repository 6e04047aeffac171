"""MHTML (RFC 2557): a page that a browser saved with all that belongs to it in one file."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

from loaders.errors import EmptyFile
from loaders.read._source import SourceText
from loaders.read.html import read_html


def read_mhtml(path: Path, data: bytes) -> SourceText:
    """The text of the page, which is the first part that is one.

    Raises what `read_html` raises, and `EmptyFile` where there is no page.
    """
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            return read_html(path, page if isinstance(page, bytes) else b"")
    raise EmptyFile(path=path)
