"""Where an export goes: a file or a folder that is there whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import ZerenError
from graph.replacing import beside, replacing


class CannotExport(ZerenError):
    """The file or folder cannot be written."""

    en = "{path}: cannot be written: {reason}. Name another place with --out."
    zh = "{path}：无法写入：{reason}。请用 --out 指定其他位置。"


class FolderInUse(ZerenError):
    """The folder holds something already."""

    en = "{path}: holds files already; an export wants a new or empty folder. Name one with --out."
    zh = "{path}：其中已有文件；导出需要新的或空的文件夹。请用 --out 指定。"


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `path` when all went well and is gone otherwise.

    Raises `FolderInUse` where `path` is neither new nor an empty folder, and `CannotExport`.
    """
    partial = beside(path.absolute())
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise FolderInUse(path=path)
        partial.mkdir(parents=True)
        try:
            yield partial
            if path.exists():
                path.rmdir()
            partial.rename(path)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise CannotExport(path=path, reason=error.strerror or error) from error


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A file to fill, which replaces `path` when all went well and is gone otherwise.

    Raises `CannotExport`.
    """
    try:
        with replacing(path) as partial:
            yield partial
    except OSError as error:
        raise CannotExport(path=path, reason=error.strerror or error) from error
