"""Files to `SourceText`: one module a format, chosen by suffix and checked against the content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from loaders.errors import (
    DocumentError,
    EmptyFile,
    FileTooLarge,
    MissingFile,
    UnreadableFile,
    UnsupportedFormat,
)
from loaders.read import html, text
from loaders.read._facts import FACTS
from loaders.read._source import Block, SourceText

__all__ = ["FACTS", "SUFFIXES", "Block", "DocumentError", "SourceText", "read"]

LIMIT_MIB = 64

_READERS: dict[str, Callable[[Path, bytes], SourceText]] = {
    ".txt": text.read_plain,
    ".md": text.read_markdown,
    ".markdown": text.read_markdown,
    ".html": html.read_html,
    ".htm": html.read_html,
}
SUFFIXES = tuple(_READERS)


def read(path: Path) -> SourceText:
    """The text of one file, in blocks, with the facts that its format states outright.

    Raises a `DocumentError` that names the file: missing, unreadable, too large, empty, of an
    unsupported format, binary, or undecodable.
    """
    data = read_bytes(path)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnsupportedFormat(path=path, format=path.suffix or "?", supported=" ".join(SUFFIXES))
    source = reader(path, data)
    if not source.text.strip():
        raise EmptyFile(path=path)
    return source


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is there, readable, not empty and of a bearable size."""
    try:
        if not path.exists():
            raise MissingFile(path=path)
        size = path.stat().st_size
        if size > LIMIT_MIB << 20:
            raise FileTooLarge(path=path, size=size >> 20, limit=LIMIT_MIB)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror or str(error)) from error
    if not data.strip():
        raise EmptyFile(path=path)
    return data


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256 of a file's bytes: the key of its `Source`."""
    return hashlib.sha256(data).hexdigest()
