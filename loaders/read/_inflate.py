"""How much the compressed streams of a PDF unpack to, found out before PDFium unpacks them whole."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import OverlongDocument

MAX_STREAM_MIB = 128
MAX_TOTAL_MIB = 1_024
_STREAM = re.compile(rb"\bstream\r?\n")
_CHUNK = 1 << 20
_LAYERS = 3  # a stream may be compressed more than once


def check_streams(path: Path, data: bytes) -> None:
    """Raise `OverlongDocument` where one stream, or all of them, would fill the memory."""
    total = 0
    for match in _STREAM.finditer(data):
        size = _size(memoryview(data)[match.end() :], MAX_STREAM_MIB << 20, _LAYERS)
        total += size
        if size > MAX_STREAM_MIB << 20:
            raise OverlongDocument(path=path, what="MiB in a compressed stream", limit=MAX_STREAM_MIB)
        if total > MAX_TOTAL_MIB << 20:
            raise OverlongDocument(path=path, what="MiB in compressed streams", limit=MAX_TOTAL_MIB)


def _size(packed: memoryview, limit: int, layers: int) -> int:
    """What deflated bytes unpack to, the largest of their layers; counted little further than the limit."""
    size = 0
    inner = bytearray()
    try:
        for chunk in _inflated(packed):
            if layers > 1 and (inner or not size) and _is_deflated(chunk if not size else inner):
                inner += chunk
            size += len(chunk)
            if size > limit:
                return size
    except zlib.error:
        pass  # PDFium, too, stops here
    return max(size, _size(memoryview(inner), limit, layers - 1) if inner else 0)


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    if not _is_deflated(packed):
        return
    for at in range(0, len(packed), _CHUNK):
        rest = bytes(packed[at : at + _CHUNK])
        while rest and not inflater.eof:
            yield inflater.decompress(rest, _CHUNK)
            rest = inflater.unconsumed_tail
        if inflater.eof:
            return


def _is_deflated(data: bytes | bytearray | memoryview) -> bool:
    """Whether the bytes begin as RFC 1950 has it: method 8, a window of at most 32 KiB, a check."""
    return len(data) > 1 and data[0] & 0x8F == 0x08 and (data[0] << 8 | data[1]) % 31 == 0
