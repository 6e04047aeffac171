"""Files to `SourceText`: one module a format, chosen by suffix and checked against the content."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from loaders.errors import (
    DocumentError,
    EmptyFile,
    FileTooLarge,
    MissingFile,
    NotAFile,
    UnreadableFile,
)
from loaders.read import archive
from loaders.read._facts import FACTS
from loaders.read._formats import SUFFIXES, reader_of
from loaders.read._source import Block, SourceText

__all__ = ["FACTS", "SUFFIXES", "Block", "DocumentError", "SourceText", "read"]

LIMIT_MIB = 64


def read(path: Path) -> SourceText:
    """The text of one file, in blocks, with the facts that its format states outright.

    Raises a `DocumentError` that names the file: missing, unreadable, too large, empty, of an
    unsupported format, binary, or undecodable.
    """
    data = read_bytes(path)
    source = reader_of(path, data)(path, data)
    if not source.text.strip():
        raise EmptyFile(path=path)
    return replace(source, sha256=hashlib.sha256(data).hexdigest())


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is there, readable, not empty and of a bearable size. What is no file
    (a pipe, a device) is not opened: it might never end."""
    try:
        if not path.exists():
            member = archive.read_member(path)
            if member is None:
                raise MissingFile(path=path)
            return member
        if not path.is_file():
            raise NotAFile(path=path)
        size = path.stat().st_size
        if size > LIMIT_MIB << 20:
            raise FileTooLarge(path=path, size=size >> 20, limit=LIMIT_MIB)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror or str(error)) from error
    if not data.strip():
        raise EmptyFile(path=path)
    return data
