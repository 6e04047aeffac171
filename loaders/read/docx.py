"""DOCX: paragraphs and table rows as Word prints them, with the numbers that it computes.

Left out: headers and footers, foot- and endnotes, comments, hidden text, deleted revisions, the readings
of characters, tables of contents. Inserted revisions, content controls and text boxes are read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import _Element

from loaders.errors import DamagedFile, OverlongDocument
from loaders.read._numbering import Numbering, W
from loaders.read._package import open_package
from loaders.read._source import SourceText
from loaders.read._styles import outline_level, styles_of
from loaders.read._writer import Writer, join_cell

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sectPr", "rt")}
_TEXTBOX = f"{W}txbxContent"
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d{1,3}$")
_CONTENTS = re.compile(r"(?i)^toc\s*\d$")
_MAX_DEPTH = 60
_MAX_COLUMNS = 60
MAX_CELLS = 200_000
# A cell, how many columns it spans, and whether it goes on from the row above.
_Merged = tuple[_Element, int, bool]


def read_docx(path: Path, data: bytes) -> SourceText:
    """The text of a Word document. Page numbers stand where Word last saved them."""
    open_package(path, data, "docx")
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
        raise DamagedFile(path=path, format="docx", reason=error) from error
    reader = _Reader(path, document)
    reader.blocks(document.element.body, 0)
    reader.end()
    return reader.writer.source("docx")


class _Reader:
    """Walks the body once, in reading order."""

    def __init__(self, path: Path, document: Any) -> None:
        self.path = path
        self.writer = Writer(path)
        parts = {r.reltype.rsplit("/", 1)[-1]: r.target_part for r in _relations(document)}
        self._styles = styles_of(document.styles.element)
        numbering = parts.get("numbering")
        self._numbering = Numbering(getattr(numbering, "element", None), document.styles.element)
        body = document.element.body
        self._page = 1 if next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None else None
        self._kept = ""
        self._cells = 0

    def blocks(self, parent: Iterable[_Element], depth: int) -> None:
        """Write the paragraphs and tables of the body, a text box, or what wraps them."""
        if depth > _MAX_DEPTH:
            raise OverlongDocument(path=self.path, what="nested tables", limit=_MAX_DEPTH)
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                self._table(child, depth)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None and not _is_contents(child):
                    self.blocks(content, depth + 1)
            elif child.tag not in _GONE and isinstance(child.tag, str):
                self.blocks(child, depth + 1)

    def end(self) -> None:
        """Write what a deleted paragraph mark still holds back."""
        self.writer.paragraph(self._kept, page=self._page)
        self._kept = ""

    def _paragraph(self, element: _Element, depth: int) -> None:
        for box in _boxes(element):
            self.blocks(box, depth + 1)
        style, heading = self._style(element)
        words = _words(element)
        if _CONTENTS.match(style) or _LEADER.search(words):
            self._turn(element)
            return
        if _mark_is_deleted(element):
            self._kept += words
            self._turn(element)
            return
        words, self._kept = self._kept + words, ""
        label = self._numbering.label(element) if words.strip() else ""
        page = self._page
        if page is not None and _starts_page(element):
            page += 1
        for line in (label + words).split("\n"):
            self.writer.paragraph(line, page=page, depth=heading)
        self._turn(element)

    def _turn(self, element: _Element) -> None:
        if self._page is not None:
            self._page += _breaks(element)

    def _style(self, element: _Element) -> tuple[str, int]:
        """The style's name, and the depth as a heading: its outline level, its style's, else 0."""
        style = element.find(f"{W}pPr/{W}pStyle")
        name, depth = self._styles.get("" if style is None else style.get(f"{W}val") or "", ("", 0))
        own = outline_level(element.find(f"{W}pPr/{W}outlineLvl"))
        return name, depth if own is None else own

    # Tables

    def _table(self, table: _Element, depth: int) -> None:
        above: dict[int, str] = {}
        for row in _children(table, "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = list(_cells(row))
            self._count(sum(span for _, span, _ in cells))
            if len(cells) == 1:
                # A table for the layout, or a heading across the table.
                if not cells[0][2]:
                    self.blocks(cells[0][0], depth + 1)
                continue
            page, nested = self._page, self._row(row, cells, above)
            self._page = None if page is None else page + max((_breaks(c) for c, _, _ in cells), default=0)
            for inner in nested:
                self.blocks([inner], depth + 1)

    def _row(self, row: _Element, cells: list[_Merged], above: dict[int, str]) -> list[_Element]:
        """Write a row, each merged cell's words in all its places; the tables nested in it."""
        words = [""] * _grid_before(row)
        nested: list[_Element] = []
        for cell, span, goes_on in cells:
            column = len(words)
            said = above.get(column, "") if goes_on else self._cell(cell)
            nested += [] if goes_on else [t for content in _contents(cell) for t in _children(content, "tbl")]
            above.update(dict.fromkeys(range(column, column + span), said))
            words += [said] * span
        self.writer.row(words, page=self._page)
        return nested

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MAX_CELLS:
            raise OverlongDocument(path=self.path, what="table cells", limit=MAX_CELLS)

    def _cell(self, cell: _Element) -> str:
        lines = []
        for content in _contents(cell):
            for paragraph in _children(content, "p"):
                lines += (self._numbering.label(paragraph) + _words(paragraph)).split("\n")
        return join_cell(lines)


def _relations(document: Any) -> Iterator[Any]:
    return (r for r in document.part.rels.values() if not r.is_external)


def _is_contents(control: _Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    """The children of a name, those in content controls, insertions and custom XML too."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _children(content, name)
        elif child.tag in (f"{W}ins", f"{W}customXml", f"{W}moveTo"):
            yield from _children(child, name)


def _contents(cell: _Element) -> Iterator[_Element]:
    """A cell, and the text boxes in it."""
    yield from _boxes(cell)
    yield cell


def _cells(row: _Element) -> Iterator[_Merged]:
    """The cells of a row; one that goes on from the cell before it, as older files merge, is part of it."""
    waiting: _Merged | None = None
    for cell in _children(row, "tc"):
        span = max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan")))
        if waiting and _goes_on(cell, "hMerge"):
            waiting = (waiting[0], min(waiting[1] + span, _MAX_COLUMNS), waiting[2])
            continue
        if waiting:
            yield waiting
        waiting = cell, span, _goes_on(cell, "vMerge")
    if waiting:
        yield waiting


def _goes_on(cell: _Element, name: str) -> bool:
    """Whether a cell is merged with the one above or before it."""
    merge = cell.find(f"{W}tcPr/{W}{name}")
    return merge is not None and merge.get(f"{W}val") != "restart"


def _grid_before(row: _Element) -> int:
    """How many columns a row leaves out before its first cell."""
    return _number(row.find(f"{W}trPr/{W}gridBefore"))


def _number(element: _Element | None) -> int:
    value = "" if element is None else element.get(f"{W}val") or ""
    return min(int(value), _MAX_COLUMNS) if value.isdecimal() else 0


def _boxes(element: _Element) -> Iterator[_Element]:
    """The outermost text boxes in a paragraph or cell, of each pair of alternatives the first."""
    for child in element:
        if child.tag == _TEXTBOX:
            yield child
        elif child.tag not in (f"{_MC}Fallback", f"{W}tbl") and child.tag not in _GONE:
            yield from _boxes(child)


def _words(element: _Element) -> str:
    """The words of a paragraph as printed, a line feed at each line break within it."""
    parts: list[str] = []
    _gather(element, parts)
    return "".join(parts)


def _gather(element: _Element, parts: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in _GONE or tag in (_TEXTBOX, f"{_MC}Fallback") or not isinstance(tag, str):
            continue
        if tag == f"{W}t":
            parts.append(child.text or "")
        elif tag in (f"{W}tab", f"{W}ptab"):
            parts.append("\t")
        elif tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif tag in (f"{W}br", f"{W}cr"):
            parts.append("\n")
        elif not (tag == f"{W}r" and _hidden(child)):
            _gather(child, parts)


def _hidden(run: _Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in ("0", "false")


def _mark_is_deleted(paragraph: _Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _breaks(element: _Element) -> int:
    """How many pages end within, as Word last laid it out."""
    return sum(1 for _ in element.iter(f"{W}lastRenderedPageBreak"))


def _starts_page(paragraph: _Element) -> bool:
    """Whether a page ends before its first words."""
    for child in paragraph.iter(f"{W}lastRenderedPageBreak", f"{W}t"):
        if child.tag == f"{W}lastRenderedPageBreak":
            return True
        if (child.text or "").strip():
            return False
    return False
