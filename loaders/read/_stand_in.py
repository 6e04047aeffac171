"""A font that stands in for Chinese, Japanese and Korean fonts which neither a PDF nor the machine has.

PDFium leaves out text that it cannot draw, so a PDF that names its font (宋体, STSong-Light) without
carrying it would lose text where no such font is installed. The stand-in has one glyph, a rectangle,
for every character: enough to place the text, which the PDF itself tells.
"""

from __future__ import annotations

import ctypes
import struct
from functools import cache
from itertools import accumulate
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_CHARSETS = frozenset(
    (
        raw.FXFONT_GB2312_CHARSET,
        raw.FXFONT_CHINESEBIG5_CHARSET,
        raw.FXFONT_SHIFTJIS_CHARSET,
        raw.FXFONT_HANGEUL_CHARSET,
    )
)
# What PDFium knows the stand-in by; the fonts of the machine are known by addresses.
_HANDLE = 1
_EM = 1000
# Narrower and lower than any character, so that the widths and heights that the PDF gives decide.
_BOX = (0, 0, 400, 600)
# Versions, check sum, magic number, flags, units an em, made, changed.
_HEAD = (1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, _EM, 0, 0)


def stand_in() -> None:
    """Have PDFium draw with the stand-in where a font is missing, from now on and in this process,
    unless the program has given PDFium a handler of fonts of its own."""
    if pdfium.PdfSysfontBase.SINGLETON is None:
        StandIn().setup()


class StandIn(pdfium.PdfSysfontBase):  # type: ignore[misc]
    """Hands out the fonts of the machine (or of `default`) and, where it has none, the stand-in."""

    def MapFont(self, _: Any, weight: int, italic: int, charset: int, *rest: Any) -> int | None:
        """The font for a name and a set of characters."""
        found: int | None = self.default.MapFont(self.default, weight, italic, charset, *rest)
        return _HANDLE if not found and charset in _CHARSETS else found

    def GetFontData(self, _: Any, font: int, table: int, buffer: Any, size: int) -> int:
        """The length of a font's file, which is written to `buffer` if that is large enough."""
        if font != _HANDLE:
            return int(self.default.GetFontData(self.default, font, table, buffer, size))
        if table:
            return 0
        if size >= len(font_file()):
            ctypes.memmove(buffer, font_file(), len(font_file()))
        return len(font_file())

    def GetFaceName(self, _: Any, font: int, *rest: Any) -> int:
        """The length of a font's name; the stand-in has none."""
        return 0 if font == _HANDLE else int(self.default.GetFaceName(self.default, font, *rest))

    def GetFontCharset(self, _: Any, font: int) -> int:
        """The set of characters of a font."""
        if font == _HANDLE:
            return int(raw.FXFONT_GB2312_CHARSET)
        return int(self.default.GetFontCharset(self.default, font))

    def DeleteFont(self, _: Any, font: int) -> None:
        """A font is no longer wanted."""
        if font != _HANDLE:
            self.default.DeleteFont(self.default, font)


@cache
def font_file() -> bytes:
    """The stand-in as a TrueType file (https://learn.microsoft.com/typography/opentype/spec/otff):
    an empty glyph, and the rectangle, to which the table `cmap` sends every character."""
    left, low, right, high = _BOX
    on_curve = bytes([1] * 4)
    rectangle = struct.pack(">5h2H4s", 1, *_BOX, 3, 0, on_curve)
    rectangle += struct.pack(">8h", left, right - left, 0, left - right, low, 0, high - low, 0)
    tables = {
        b"cmap": struct.pack(">4HL2H6L", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0, 0x10FFFF, 1),
        b"glyf": rectangle,
        b"head": struct.pack(
            ">4L2H2q4h2H3h", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, _EM, 0, 0, *_BOX, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">L3hH11hH", 1 << 16, high, low, 0, _EM, 0, 0, right, 1, *[0] * 7, 2),
        b"hmtx": struct.pack(">HhHh", _EM, 0, _EM, 0),
        b"loca": struct.pack(">3L", 0, 0, len(rectangle)),
        b"maxp": struct.pack(">L14H", 1 << 16, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    padded = [data + bytes(-len(data) % 4) for data in tables.values()]
    starts = accumulate((len(data) for data in padded), initial=12 + 16 * len(tables))
    records = [
        struct.pack(">4s3L", tag, 0, start, len(data))
        for (tag, data), start in zip(tables.items(), starts, strict=False)
    ]
    return b"".join((struct.pack(">L4H", 1 << 16, len(tables), 64, 2, 48), *records, *padded))
