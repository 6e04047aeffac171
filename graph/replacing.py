"""A file that takes another's place in one step, so that nobody ever meets half of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[Path]:
    """An empty file to fill, in the folder of `path`, which takes its place when all went well and is
    gone otherwise. Only its owner can read it where it is `private`. Raises `OSError`."""
    path = path.absolute()
    fresh = beside(path)
    try:
        fresh.unlink(missing_ok=True)  # of a process that was killed; its rights would stay
        fresh.touch(0o600 if private else 0o666)
        yield fresh
        with fresh.open("r+b") as whole:
            os.fsync(whole.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def beside(path: Path) -> Path:
    """A name of this process's own in the same folder, from which taking the place is one step."""
    return path.with_name(f".{path.name}.{os.getpid()}")
