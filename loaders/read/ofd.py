"""OFD (GB/T 33190-2016): text where it stands on each page, tables by the lines that are drawn."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import ofdkit

from loaders.errors import DamagedFile, NoTextLayer, OverlongDocument
from loaders.read._grid import Rule
from loaders.read._layout import Page, write_pages
from loaders.read._lines import Glyph
from loaders.read._package import open_package
from loaders.read._source import SourceText
from loaders.read._writer import MAX_CHARACTERS, Writer

MAX_PAGES = 2_000
_POINTS = 72 / 25.4  # OFD counts in millimetres
_MAX_NESTING = 16
_MAX_POINTS = 200_000
_THIN = 1.0
_COMMAND = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")

_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_ofd(path: Path, data: bytes) -> SourceText:
    """The text of an OFD document, with pages. Raises `NoTextLayer` for a scanned one,
    `OverlongDocument`, `UnsafeArchive` or `DamagedFile`."""
    open_package(path, data, "ofd")
    try:
        with ofdkit.open(data) as document:
            if len(document.pages) > MAX_PAGES:
                raise OverlongDocument(path=path, what="pages", limit=MAX_PAGES)
            pages = list(_pages(path, document))
    except ofdkit.OFDError as error:
        raise DamagedFile(path=path, format="ofd", reason=error) from error
    if not any(page.glyphs for page in pages):
        raise NoTextLayer(path=path, pages=len(pages))
    writer = Writer(path)
    write_pages(pages, writer)
    return writer.source("ofd")


def _pages(path: Path, document: ofdkit.OFDDocument) -> Iterator[Page]:
    characters = 0
    for page in document.pages:
        x, y, width, height = page.box
        found = Page(page.index + 1, width * _POINTS, height * _POINTS)
        for run in page.runs:
            characters += len(run.text)
            if characters > MAX_CHARACTERS:
                raise OverlongDocument(path=path, what="characters", limit=MAX_CHARACTERS)
            if run.text.strip():
                # The baseline stands at about 0.85 of a Chinese character's height.
                found.glyphs.append(_glyph(run, x, y))
        if page.location is not None:
            root = document._package.read_xml(page.location)
            _Ruler(found, x, y).elements(root, 0)
        yield found


def _glyph(run: ofdkit.TextRun, x: float, y: float) -> Glyph:
    left, top = (run.x - x) * _POINTS, (run.y - y - 0.85 * run.size) * _POINTS
    return Glyph(run.text, left, left + run.width * _POINTS, top, top + run.size * _POINTS)


class _Ruler:
    """Gathers the horizontal and vertical lines that a page draws."""

    def __init__(self, page: Page, x: float, y: float) -> None:
        self.page = page
        self.origin = x, y
        self._points = 0

    def elements(self, parent: Any, depth: int) -> None:
        """Look through the layers and blocks of a page."""
        for element in parent:
            name = str(element.tag).rsplit("}", 1)[-1]
            if name == "PathObject":
                self._path(element)
            elif name in ("Content", "Layer", "PageBlock") and depth < _MAX_NESTING:
                self.elements(element, depth + 1)

    def _path(self, element: Any) -> None:
        data = next((child.text or "" for child in element if str(child.tag).endswith("AbbreviatedData")), "")
        box = _numbers(element.get("Boundary")) or [0.0, 0.0]
        matrix = _numbers(element.get("CTM"))
        a, b, c, d, e, f = matrix if len(matrix) == 6 else _IDENTITY
        for points in self._outlines(data):
            placed = [
                (a * x + c * y + e + box[0] - self.origin[0], b * x + d * y + f + box[1] - self.origin[1])
                for x, y in points
            ]
            xs, ys = [x for x, _ in placed], [y for _, y in placed]
            if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
                self._line(min(xs), min(ys), max(xs), max(ys))
                continue
            for (x0, y0), (x1, y1) in pairwise(placed):
                if min(abs(x1 - x0), abs(y1 - y0)) <= _THIN / 3:
                    self._line(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _outlines(self, data: str) -> Iterator[list[tuple[float, float]]]:
        """The straight outlines of a path's data; one with a curve is no line of a table."""
        points: list[tuple[float, float]] = []
        straight = True
        for match in _COMMAND.finditer(data):
            self._points += 1
            if self._points > _MAX_POINTS:
                return
            command, values = match.group(1), _numbers(match.group(2))
            if command in "SM":
                if straight and len(points) > 1:
                    yield points
                points, straight = [], True
            if command in "SML" and len(values) >= 2:
                points.append((values[0], values[1]))
            elif command == "C" and points:
                points.append(points[0])
            elif command in "QBA":
                straight = False
        if straight and len(points) > 1:
            yield points

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        x0, y0, x1, y1 = (value * _POINTS for value in (x0, y0, x1, y1))
        if x1 - x0 >= y1 - y0:
            self.page.horizontal.append(Rule((y0 + y1) / 2, x0, x1))
        else:
            self.page.vertical.append(Rule((x0 + x1) / 2, y0, y1))


def _numbers(words: str | None) -> list[float]:
    """The finite numbers of a list, none where one is not."""
    try:
        found = [float(word) for word in (words or "").replace(",", " ").split()]
    except ValueError:
        return []
    return found if all(math.isfinite(number) for number in found) else []
