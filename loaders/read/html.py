"""HTML: the running text of the page or fragment, block by block; a portal's fact table apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html as lxml_html
from lxml.etree import ParserError, _Element

from loaders.errors import EmptyFile
from loaders.read._facts import table_facts
from loaders.read._source import Block, SourceText
from loaders.read.text import decode

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th "
    "thead tr ul".split()
)
_SILENT = frozenset(
    "head script style noscript template iframe object svg button select input textarea".split()
)
_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?\s*([\w-]+)""", re.I)


def read_html(path: Path, data: bytes) -> SourceText:
    """The text of a page as a reader sees it: one line a block, table rows with their cells."""
    root = _parse(path, data)
    writer = _Writer()
    writer.element(root)
    writer.flush()
    text = "".join(writer.parts)
    return SourceText(text, tuple(writer.blocks), "html", writer.facts)


def _parse(path: Path, data: bytes) -> _Element:
    declared = _CHARSET.search(data[:4096])
    if declared and declared.group(1).lower() in (b"gb2312", b"gbk", b"gb18030"):
        content = data.decode("gb18030", errors="replace")
    else:
        content = decode(path, data)
    content = re.sub(r"^\s*<\?xml[^>]*\?>", "", content)
    # A fragment that starts inside a table keeps its cells only with a table around it.
    if re.match(r"\s*<(?:tbody|tr|td)\b", content, re.I):
        content = f"<table>{content}</table>"
    try:
        parser = lxml_html.HTMLParser(huge_tree=False, no_network=True)
        return lxml_html.document_fromstring(content, parser=parser)
    except ParserError as error:
        raise EmptyFile(path=path) from error


class _Writer:
    """Walks the tree once; gathers the text, its blocks and the portal's facts."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.facts: dict[str, str] = {}
        self._length = 0
        self._line: list[str] = []
        self._depth = 0

    def element(self, element: _Element) -> None:
        """Write an element with its tail text handled by the caller."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SILENT or _hidden(element):
            return
        if tag == "table" and self._table(element):
            return
        block = tag in _BLOCKS
        if block:
            self.flush()
        self._depth = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else self._depth
        self._line.append(element.text or "")
        for child in element:
            self.element(child)
            self._line.append(child.tail or "")
        if block:
            self.flush()
            self._depth = 0

    def flush(self) -> None:
        """End the block that is being gathered."""
        line = re.sub(r"\s+", " ", "".join(self._line)).strip()
        self._line = []
        if line:
            self.blocks.append(Block(*self._write(line), depth=self._depth))

    def _write(self, line: str) -> tuple[int, int]:
        start = self._length
        self.parts.append(line + "\n")
        self._length += len(line) + 1
        return start, start + len(line)

    def _table(self, table: _Element) -> bool:
        """Write a data table as rows, take a fact table as facts; False for a layout table."""
        if table.xpath(".//table"):
            return False
        rows = list(_rows(table))
        if not rows or max(len(row) for row in rows) < 2:
            return False
        facts = table_facts(rows)
        if facts:
            self.facts.update(facts)
            return True
        self.flush()
        for row in rows:
            said = {cell for cell in row if cell}
            if len(said) == 1:  # A title or a heading across all columns.
                self.blocks.append(Block(*self._write(said.pop())))
                continue
            spans, at = [], self._length
            for cell in row:
                spans.append((at, at + len(cell)))
                at += len(cell) + 1
            start, end = self._write("\t".join(row))
            self.blocks.append(Block(start, end, "row", cells=tuple(spans)))
        return True


def _hidden(element: _Element) -> bool:
    style = str(element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _rows(table: _Element) -> Iterator[list[str]]:
    """The rows of a table with merged cells repeated, so that each row stands for itself."""
    waiting: dict[int, tuple[int, str]] = {}
    for tr in table.iter("tr"):
        row: list[str] = []
        cells = [c for c in tr if c.tag in ("td", "th")]
        while cells or len(row) in waiting:
            column = len(row)
            if column in waiting:
                left, words = waiting.pop(column)
                if left > 1:
                    waiting[column] = (left - 1, words)
                row.append(words)
                continue
            cell = cells.pop(0)
            words = re.sub(r"\s+", " ", "".join(str(t) for t in cell.itertext())).strip()
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for _ in range(across):
                if down > 1:
                    waiting[len(row)] = (down - 1, words)
                row.append(words)
        if any(row):
            yield row


def _span(cell: _Element, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return min(int(value), 1000) if value.isdigit() and int(value) > 0 else 1
