"""HTML: the running text of a page or fragment, block by block; a portal's fact table apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html as lxml_html
from lxml.etree import ParserError, _Element, iterwalk

from loaders.errors import EmptyFile, UndecodableText
from loaders.read._facts import FACTS, table_facts
from loaders.read._ordered import number_items
from loaders.read._source import SourceText
from loaders.read._writer import Writer, join_cell
from loaders.read.text import decode

_BLOCKS = frozenset(
    "address article blockquote body br caption center dd div dl dt fieldset figcaption figure form h1 h2 h3 "
    "h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(
    "head script style noscript template iframe object svg button select input textarea nav footer "
    "aside rt rp del".split()
)
_FEET, _LONGEST_FOOT = frozenset({"footer", "copyright", "contentinfo"}), 1500
# A line end in the markup between two wide characters prints nothing (CSS Text 3, 4.1.3); before a label
# (发布日期：) the author meant a line.
_WIDE = "\u2018-\u201d\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60"
_SOURCE_LINE_END = re.compile(
    rf"(?<=[{_WIDE}])[ \t]*[\r\n][ \t\r\n]*(?=[{_WIDE}])"
    r"(?![\u4e00-\u9fff ]{2,6}[:：]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
)
# Where the line ends of the markup are those of the page: <pre>, white-space: pre-wrap.
_KEPT = re.compile(r"pre-wrap|pre-line|white-space:\s*pre\b|break-spaces")
_DECLARED = re.compile(rb"""<meta[^>]+charset=["']?\s*(?:(gb2312|gbk|gb18030)|utf-?8)""", re.I)
# A foot- or endnote as Word writes it, and the mark of a note.
_NOTE = re.compile(r"^#_(?:ftn|edn)\d|Mso(?:Foot|End)note|mso-element:\s*(?:foot|end)note")
_NOTE_MARK = re.compile(r"\s*[\[〔［]\d{1,3}[\]〕］]\s*")
_MOST_COLUMNS = 64
# A table one of whose cells has more lines or words than these may be there for the layout alone: it is
# where that cell holds this part of its words or more, or where it is as small as a table of tasks is not.
_MOST_LINES, _MOST_WORDS, _MOST_OF_ALL, _FEW_COLUMNS, _FEW_ROWS = 12, 3000, 0.75, 2, 3
# A table of facts with a cell of so many lines or words holds the text as well.
_FACT_LINES, _FACT_WORDS = 4, 500
# 发文机关：…, in an element of its own beside another's words, from which the page parts it.
_STATED = re.compile(rf"\s*[【\[]?(?:{'|'.join(FACTS)})[】\]]?[:：]")
# What a page calls itself, before the name of the site: 关于…的通知_某县人民政府.
_SITE = re.compile(r"[_|]|\s*[-–—]+\s*(?=[\u4e00-\u9fff]{3,30}$)")


def read_html(path: Path, data: bytes) -> SourceText:
    """The text of a page as a reader sees it: one line a block, table rows with their cells.

    Raises what `decode` raises, `EmptyFile`, and `OverlongDocument`.
    """
    root = _parse(path, data)
    number_items(root)
    page = _Page(Writer(path), root)
    page.walk(root)
    return page.writer.source("html", page.facts)


def _parse(path: Path, data: bytes) -> _Element:
    content = re.sub(r"^\s*<\?xml[^>]*\?>", "", _decode(path, data)).replace("\x00", "")
    # A fragment that starts inside a table keeps its cells only with a table around it.
    if re.match(r"\s*<(?:tbody|tr|td)\b", content, re.I):
        content = f"<table>{content}</table>"
    try:
        parser = lxml_html.HTMLParser(huge_tree=False, no_network=True)
        return lxml_html.document_fromstring(content, parser=parser)
    except ParserError as error:
        raise EmptyFile(path=path) from error


def _decode(path: Path, data: bytes) -> str:
    """The page's characters; in one that says how it is written, a few bytes may be broken."""
    try:
        return decode(path, data)
    except UndecodableText:
        declared = _DECLARED.search(data[:4096])
        text = data.decode("gb18030" if declared and declared[1] else "utf-8", errors="replace")
        if not declared or text.count("\ufffd") > len(text) // 100:
            raise
        return text


class _Page:
    """Walks the tree once; gathers the lines and the portal's facts."""

    def __init__(self, writer: Writer, root: _Element) -> None:
        self.writer = writer
        self.facts = _own_title(root)
        self._sentences = _stops(root)
        self._line: list[str] = []
        self._depth = 0
        self._kept: list[_Element] = []

    def walk(self, root: _Element) -> None:
        """Write all that a reader of the page sees."""
        walker = iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            tag = str(element.tag)
            if event == "start":
                if (
                    tag in _SILENT
                    or (_hidden(element) and not self._is_the_text(element))
                    or _is_foot(element)
                    or _is_note(element)
                    or (tag == "table" and self._table(element))
                ):
                    walker.skip_subtree()
                    continue
                self._break(tag)
                if self._line and _STATED.match(element.text or ""):
                    self._line.append(" ")
                self._depth = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else self._depth
                if _keeps_lines(element):
                    self._kept.append(element)
                self._words(element.text or "")
                continue
            if event == "end":
                self._break(tag)
                if self._kept and self._kept[-1] is element:
                    self._kept.pop()
            self._words(element.tail or "")
        self._flush()

    def _words(self, words: str) -> None:
        if self._kept and "\n" in words:
            *lines, words = words.splitlines() if not words.endswith("\n") else [*words.splitlines(), ""]
            for line in lines:
                self._line.append(line)
                self._flush()
        self._line.append(_printed(words))

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._depth = 0

    def _flush(self) -> None:
        """End the block that is being gathered."""
        self.writer.paragraph("".join(self._line), depth=self._depth)
        self._line = []

    def _is_the_text(self, element: _Element) -> bool:
        """Whether what is hidden holds most of the page's sentences: a script shows it to a reader."""
        return _stops(element) > self._sentences / 2

    def _table(self, table: _Element) -> bool:
        """Write a data table as rows, take a fact table as facts; False for a layout table."""
        if next(table.iter("table"), None) is not table or len(list(table.iter("table"))) > 1:
            return False
        if _is_layout(table):
            return False
        rows = list(_rows(table))
        if not rows or max(len(row) for row in rows) < 2:
            return False
        facts = table_facts(rows)
        if facts is None:
            self._flush()
            for row in rows:
                self.writer.row(row)
            return True
        self.facts.update(facts)
        return not any(_holds_text(cell) for cell in table.iter("td", "th"))


def _own_title(root: _Element) -> dict[str, str]:
    """What the page calls itself in its head: by the name that portals agreed on, else by its title."""
    names = {str(e.get("name") or "").lower(): str(e.get("content") or "") for e in root.iter("meta")}
    written = next((element.text or "" for element in root.iter("title")), "")
    title = names.get("articletitle", "").strip() or _SITE.split(written.strip())[0]
    return {"page_title": title} if title else {}


def _stops(element: _Element) -> int:
    """How many full stops an element holds."""
    return sum(str(words).count("。") for words in element.itertext())


def _hidden(element: _Element) -> bool:
    style = str(element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None


def _keeps_lines(element: _Element) -> bool:
    """Whether a page shows the line ends of an element's text."""
    return element.tag == "pre" or any(
        _KEPT.search(said) for said in (element.get("style"), element.get("class")) if said
    )


def _printed(words: str) -> str:
    """The words without the line ends of the markup that print nothing."""
    return _SOURCE_LINE_END.sub("", words) if "\n" in words else words


def _is_note(element: _Element) -> bool:
    """Whether an element is a foot- or endnote as Word writes it, or the mark of one: [1]."""
    if element.tag == "sup":
        return _NOTE_MARK.fullmatch("".join(map(str, element.itertext()))) is not None
    said = (element.get("href"), element.get("class"), element.get("style"))
    return any(words and _NOTE.search(words) for words in said)


def _is_foot(element: _Element) -> bool:
    """Whether a block says of itself that it is the foot of the page, and is as short as one."""
    names = (
        f"{element.get('id') or ''} {element.get('class') or ''} {element.get('role') or ''}".lower().split()
    )
    return not _FEET.isdisjoint(names) and sum(map(len, element.itertext())) < _LONGEST_FOOT


def _is_layout(table: _Element) -> bool:
    """Whether a table only places running text on the page: what a cell of it holds."""
    held = [_lines(cell) for cell in table.iter("td", "th")]
    words = [sum(map(len, lines)) for lines in held]
    large = [
        n
        for n, lines in zip(words, held, strict=True)
        if n > _MOST_WORDS or sum(map(bool, map(str.strip, lines))) > _MOST_LINES
    ]
    if not large:
        return False
    columns = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
    small = len(columns) <= _FEW_ROWS and max(columns, default=0) <= _FEW_COLUMNS
    return small or max(large) >= _MOST_OF_ALL * sum(words)


def _holds_text(cell: _Element) -> bool:
    """Whether a cell in a table of facts holds the text that they are about."""
    lines = [line for line in _lines(cell) if line.strip()]
    return len(lines) >= _FACT_LINES or sum(map(len, lines)) > _FACT_WORDS


def _rows(table: _Element) -> Iterator[list[str]]:
    """The rows of a table with merged cells repeated, so that each row stands for itself."""
    waiting: dict[int, tuple[int, str]] = {}
    for tr in table.iter("tr"):
        row: list[str] = []
        cells = [c for c in tr if c.tag in ("td", "th")]
        while (cells or len(row) in waiting) and len(row) < _MOST_COLUMNS:
            column = len(row)
            if column in waiting:
                left, words = waiting.pop(column)
                if left > 1:
                    waiting[column] = (left - 1, words)
                row.append(words)
                continue
            cell = cells.pop(0)
            words = "" if _hidden(cell) else join_cell(_lines(cell))
            down = _span(cell, "rowspan")
            for _ in range(min(_span(cell, "colspan"), _MOST_COLUMNS - column)):
                if down > 1:
                    waiting[len(row)] = (down - 1, words)
                row.append(words)
        if any(row):
            yield row


def _lines(cell: _Element) -> list[str]:
    """The words of a cell, a line for each block in it."""
    lines = [""]
    walker = iterwalk(cell, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = str(element.tag)
        if event == "start":
            if tag in _SILENT or _hidden(element) or _is_note(element):
                walker.skip_subtree()
            else:
                lines += [""] if tag in _BLOCKS else []
                lines[-1] += _printed(element.text or "")
        elif element is not cell:
            lines += [""] if event == "end" and tag in _BLOCKS else []
            lines[-1] += _printed(element.tail or "")
    return [re.sub(r"\s+", " ", line) for line in lines]


def _span(cell: _Element, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return max(int(value), 1) if re.fullmatch(r"[0-9]{1,5}", value) else 1
