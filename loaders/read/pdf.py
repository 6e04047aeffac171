"""PDF: text by PDFium, tables by the lines that are drawn, page by page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from loaders.errors import DamagedFile, EncryptedFile, NoTextLayer, OverlongDocument
from loaders.read._grid import Rule
from loaders.read._inflate import check_streams
from loaders.read._layout import Page, write_pages
from loaders.read._lines import Glyph
from loaders.read._source import SourceText
from loaders.read._stand_in import stand_in
from loaders.read._writer import MAX_CHARACTERS, Writer

MAX_PAGES = 2_000
_MAX_OBJECTS = 50_000
_MAX_POINTS = 200_000
_MAX_FORMS = 6
_THIN = 3.0
# Fewer readable characters a page than this, and the page is a picture.
_SPARSE = 8

_Point = tuple[float, float]
_Map = Callable[[float, float], _Point]


def read_pdf(path: Path, data: bytes) -> SourceText:
    """The text of a PDF, with pages. Raises `EncryptedFile`, `NoTextLayer` for a scanned one,
    `OverlongDocument` or `DamagedFile`."""
    check_streams(path, data)
    stand_in()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(path=path) from error
        raise DamagedFile(path=path, format="pdf", reason=error) from error
    try:
        if len(document) > MAX_PAGES:
            raise OverlongDocument(path=path, what="pages", limit=MAX_PAGES)
        pages = list(_pages(path, document))
    finally:
        document.close()
    readable = sum(not _unreadable(glyph.text) for page in pages for glyph in page.glyphs)
    if readable < _SPARSE * len(pages) or readable < sum(len(p.glyphs) for p in pages) / 2:
        raise NoTextLayer(path=path, pages=len(pages))
    writer = Writer(path)
    write_pages(pages, writer)
    return writer.source("pdf")


def _unreadable(char: str) -> bool:
    """A character of a private area or a replacement: a font that does not say what it prints."""
    return "\ue000" <= char <= "\uf8ff" or char in "\ufffd\ufffe\uffff"


def _pages(path: Path, document: pdfium.PdfDocument) -> Iterator[Page]:
    characters = 0
    for i in range(len(document)):
        try:
            page = document[i]
        except pdfium.PdfiumError as error:
            raise DamagedFile(path=path, format="pdf", reason=f"page {i + 1}: {error}") from error
        width, height, to_page = _frame(page)
        found = Page(i + 1, width, height)
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MAX_CHARACTERS:
            raise OverlongDocument(path=path, what="characters", limit=MAX_CHARACTERS)
        found.glyphs.extend(_glyphs(text, to_page))
        text.close()
        _Ruler(found, to_page).objects(page)
        page.close()
        yield found


def _frame(page: pdfium.PdfPage) -> tuple[float, float, _Map]:
    """The size of a page as shown, and the way from its own coordinates to ours."""
    left, bottom, right, top = page.get_mediabox()
    turn = page.get_rotation()
    wide, high = right - left, top - bottom
    if turn == 90:
        return high, wide, lambda x, y: (y - bottom, x - left)
    if turn == 180:
        return wide, high, lambda x, y: (right - x, y - bottom)
    if turn == 270:
        return high, wide, lambda x, y: (top - y, right - x)
    return wide, high, lambda x, y: (x - left, top - y)


def _glyphs(text: pdfium.PdfTextPage, to_page: _Map) -> Iterator[Glyph]:
    box = raw.FS_RECTF()
    for i in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, i)
        if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        if raw.FPDFText_IsGenerated(text, i) == 1 or not raw.FPDFText_GetLooseCharBox(text, i, box):
            continue
        x0, y0 = to_page(box.left, box.bottom)
        x1, y1 = to_page(box.right, box.top)
        yield Glyph(chr(code), min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1))


class _Ruler:
    """Gathers the horizontal and vertical lines that a page draws, as strokes or as thin boxes."""

    def __init__(self, page: Page, to_page: _Map) -> None:
        self.page = page
        self.to_page = to_page
        self._seen = 0
        self._points = 0

    def objects(self, page: pdfium.PdfPage) -> None:
        """Look through what a page draws."""
        for i in range(raw.FPDFPage_CountObjects(page)):
            self._object(raw.FPDFPage_GetObject(page, i), lambda x, y: (x, y), 0)

    def _object(self, item: raw.FPDF_PAGEOBJECT, outer: _Map, depth: int) -> None:
        self._seen += 1
        if self._seen > _MAX_OBJECTS or self._points > _MAX_POINTS:
            return
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(item, _compose(outer, item))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_FORMS:
            inner = _compose(outer, item)
            for i in range(raw.FPDFFormObj_CountObjects(item)):
                self._object(raw.FPDFFormObj_GetObject(item, i), inner, depth + 1)

    def _path(self, item: raw.FPDF_PAGEOBJECT, place: _Map) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
            return
        for points in self._outlines(item, place):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = min(xs), min(ys), max(xs), max(ys)
            if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
                self._line(box)
            elif stroke.value:
                for (x0, y0), (x1, y1) in pairwise(points):
                    if min(abs(x1 - x0), abs(y1 - y0)) <= 1:
                        self._line((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _line(self, box: tuple[float, float, float, float]) -> None:
        x0, y0, x1, y1 = box
        if x1 - x0 >= y1 - y0:
            self.page.horizontal.append(Rule((y0 + y1) / 2, x0, x1))
        else:
            self.page.vertical.append(Rule((x0 + x1) / 2, y0, y1))

    def _outlines(self, item: raw.FPDF_PAGEOBJECT, place: _Map) -> Iterator[list[_Point]]:
        """The outlines of a path as points; one with a curve is no line of a table."""
        points: list[_Point] = []
        straight = True
        x, y = ctypes.c_float(), ctypes.c_float()
        for i in range(raw.FPDFPath_CountSegments(item)):
            self._points += 1
            if self._points > _MAX_POINTS:
                return
            segment = raw.FPDFPath_GetPathSegment(item, i)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if straight and len(points) > 1:
                    yield points
                points, straight = [], True
            straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(self.to_page(*place(x.value, y.value)))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if straight and len(points) > 1:
            yield points


def _compose(outer: _Map, item: raw.FPDF_PAGEOBJECT) -> _Map:
    """From an object's own coordinates to those outside of it."""
    m = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, m):
        return outer
    a, b, c, d, e, f = m.a, m.b, m.c, m.d, m.e, m.f
    return lambda x, y: outer(a * x + c * y + e, b * x + d * y + f)
