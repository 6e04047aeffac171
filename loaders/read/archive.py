"""A zip of documents: its members are named by paths below it, ``bundle.zip/一/通知.docx``.

Members are read in memory and nothing is unpacked to the disk, so no name in an archive can reach
outside of it. An archive within an archive is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

from loaders.errors import DamagedFile, DocumentError, MissingFile, UnsafeArchive
from loaders.read._formats import SUFFIXES, container
from loaders.read._package import MAX_PART_MIB, entry_name, open_package
from loaders.read._source import SourceText

MAX_MEMBERS = 2_000
_TOTAL_MIB = 1_024


def is_archive(path: Path) -> bool:
    """Whether a path is a file that is a zip of documents: neither a docx, an xlsx nor an ofd."""
    return path.suffix.lower() == ".zip" and path.is_file() and container(path) == ".zip"


def documents(path: Path) -> list[Path]:
    """The documents in an archive in the order of their names; any other path itself, and so an
    archive that cannot be opened or holds none: reading it says what is wrong."""
    if not is_archive(path):
        return [path]
    try:
        return sorted(members(path)) or [path]
    except DocumentError:
        return [path]


def members(path: Path) -> list[Path]:
    """The documents in an archive. Raises a `DocumentError`: it is damaged, protected or unsafe."""
    with _open(path) as package:
        found = [path / name for name, _ in _documents(path, package)]
    if len(found) > MAX_MEMBERS:
        raise UnsafeArchive(path=path, reason=f"{len(found)} > {MAX_MEMBERS} documents")
    return found


def read_archive(path: Path, data: bytes) -> SourceText:
    """Says what is wrong with an archive that is given as one document."""
    count = len(members(path)) if path.is_file() else 0
    raise UnsafeArchive(
        path=path, reason=f"{count} documents in it; read them one by one" if count else "no document in it"
    )


def read_member(path: Path) -> bytes | None:
    """The bytes of a document in an archive; None where no archive stands on the path.

    Raises a `DocumentError`: the archive is damaged, protected or unsafe, or holds no such document.
    """
    archive = next((parent for parent in path.parents if is_archive(parent)), None)
    if archive is None:
        return None
    wanted = path.relative_to(archive)
    with _open(archive) as package:
        for name, entry in _documents(archive, package):
            if Path(name) == wanted:
                return _bytes(path, package, entry)
    raise MissingFile(path=path)


def _open(path: Path) -> ZipFile:
    return open_package(path, None, "zip", total_mib=_TOTAL_MIB)


def _documents(path: Path, package: ZipFile) -> Iterator[tuple[str, ZipInfo]]:
    """The entries that are documents, under names without steps up and without a root."""
    for entry in package.infolist():
        parts = PurePosixPath(entry_name(entry).replace("\\", "/")).parts
        if entry.is_dir() or not parts:
            continue
        if any(part in ("..", "/") or part.endswith(":") for part in parts):
            raise UnsafeArchive(path=path, reason=f"a name leads out of it: {'/'.join(parts)}")
        name = "/".join(parts)
        hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in parts)
        suffix = PurePosixPath(name).suffix.lower()
        if hidden or suffix not in SUFFIXES:
            continue
        if suffix == ".zip":
            raise UnsafeArchive(path=path, reason=f"an archive in an archive: {name}")
        yield name, entry


def _bytes(path: Path, package: ZipFile, entry: ZipInfo) -> bytes:
    try:
        data = package.read(entry)
    except (BadZipFile, zlib_error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DamagedFile(path=path, format="zip", reason=error) from error
    if len(data) > MAX_PART_MIB << 20:
        raise UnsafeArchive(path=path, reason=f"unpacks to more than {MAX_PART_MIB} MiB")
    return data
