"""Zip containers opened with care: their sizes are known before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from loaders.errors import CutShort, DamagedFile, EncryptedFile, UnsafeArchive

MAX_ENTRIES = 10_000
MAX_PART_MIB = 64
MAX_TOTAL_MIB = 256
_ENCRYPTED = 0x1
_UTF8 = 0x800


def open_package(
    path: Path, data: bytes | None, format: str, *, total_mib: int = MAX_TOTAL_MIB
) -> zipfile.ZipFile:
    """The zip container that `data` holds, or the file where that is None, none of it unpacked.

    `zipfile` never yields more than the size that an entry declares, so the declared sizes bound
    the memory. Raises `DamagedFile`, `CutShort`, `EncryptedFile` or `UnsafeArchive`.
    """
    try:
        package = zipfile.ZipFile(path if data is None else io.BytesIO(data))
    except zipfile.BadZipFile as error:
        # The table of what is in it stands at the end.
        if _head(path, data).startswith(b"PK\x03\x04"):
            raise CutShort(path=path, format=format) from error
        raise DamagedFile(path=path, format=format, reason=error) from error
    except (ValueError, EOFError, OSError) as error:
        raise DamagedFile(path=path, format=format, reason=error) from error
    try:
        _check(path, package.infolist(), total_mib)
    except (UnsafeArchive, EncryptedFile):
        package.close()
        raise
    return package


def _head(path: Path, data: bytes | None) -> bytes:
    if data is not None:
        return data[:4]
    with path.open("rb") as file:
        return file.read(4)


def _check(path: Path, entries: list[zipfile.ZipInfo], total_mib: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise UnsafeArchive(path=path, reason=f"{len(entries)} > {MAX_ENTRIES} entries")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise EncryptedFile(path=path)
    size = max((entry.file_size for entry in entries), default=0) >> 20
    if size > MAX_PART_MIB:
        raise UnsafeArchive(path=path, reason=f"unpacks to a part of {size} MiB > {MAX_PART_MIB} MiB")
    size = sum(entry.file_size for entry in entries) >> 20
    if size > total_mib:
        raise UnsafeArchive(path=path, reason=f"unpacks to {size} MiB > {total_mib} MiB")


def entry_name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry as its author wrote it: without the UTF-8 flag, `zipfile` reads CP437
    where Chinese tools wrote UTF-8 or GBK."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename
