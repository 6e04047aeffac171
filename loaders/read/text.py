"""Plain text and Markdown: the decoded file is the text, a line is a block."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from pathlib import Path

from charset_normalizer import from_bytes

from loaders.errors import BinaryFile, UndecodableText
from loaders.read._facts import states_fact, table_facts
from loaders.read._source import Block, SourceText

_SUPPORTED = ".txt .md .html"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Where a table of facts about the text begins at the latest.
_HEAD = 1_000
_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]")
_MD_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_MD_RULE = re.compile(
    r"[ \t]*(?:\|?[ \t]*:?-{2,}:?[ \t]*|\|[ \t]*:?-:?[ \t]*)(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$"
)
# Control characters that no text holds; form feed and the like are page breaks.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1b\x1f]")


def decode(path: Path, data: bytes) -> str:
    """The text of the bytes: by its BOM, as UTF-8, as GB18030, else as what fits best.

    Raises `BinaryFile` or `UndecodableText`.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UndecodableText(path=path, place=error.start) from error
    if b"\x00" in data[:4096]:
        return _utf16(path, data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error.start)
    if len(_BINARY.findall(text[:4096])) > 2:
        raise BinaryFile(path=path, supported=_SUPPORTED)
    return text


def _utf16(path: Path, data: bytes) -> str:
    """UTF-16 without its mark, or no text at all."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _looks_chinese(text) and not _BINARY.search(text):
            return text
    raise BinaryFile(path=path, supported=_SUPPORTED)


def _not_utf8(path: Path, data: bytes, place: int) -> str:
    """GB18030, or what fits best. UTF-8 with a few broken bytes is not taken for another encoding."""
    broken = data.decode("utf-8", errors="replace")
    if broken.count("\ufffd") * 50 < len(broken) and _looks_chinese(broken.replace("\ufffd", "")):
        raise UndecodableText(path=path, place=place)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return _guess(path, data)
    if len(_BINARY.findall(text[:4096])) > 2:
        raise BinaryFile(path=path, supported=_SUPPORTED)
    return text if _looks_chinese(text) else _guess(path, data)


def _guess(path: Path, data: bytes) -> str:
    best = from_bytes(data, cp_isolation=["utf-16", "big5", "big5hkscs"], threshold=0.1).best()
    text = str(best) if best else ""
    if not _looks_chinese(text):
        if len(re.findall(rb"[\x00-\x08\x0e-\x1b]", data[:4096])) > 8:
            raise BinaryFile(path=path, supported=_SUPPORTED)
        raise UndecodableText(path=path, place=_first_bad_byte(data))
    return text


def _first_bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _looks_chinese(text: str) -> bool:
    """Whether the characters are those of Chinese prose, and not bytes read in a wrong encoding: of all
    that is not ASCII, nine in ten are common ideographs or punctuation, and most stand beside another."""
    beyond = [c for c in text[:20000] if c > "\x7f"]
    common = sum("\u4e00" <= c <= "\u9fa5" or "\u2000" <= c <= "\u30ff" or c >= "\uff00" for c in beyond)
    in_runs = sum(map(len, re.findall(r"[^\x00-\x7f]{2,}", text[:20000])))
    return bool(beyond) and common >= 0.9 * len(beyond) and in_runs >= 0.5 * len(beyond)


def read_plain(path: Path, data: bytes) -> SourceText:
    """A text file: each line a paragraph, or a table row where tabs part three cells or more; of a row
    between others of as many cells, most may be empty."""
    text = decode(path, data)
    lines = [m for m in _LINE.finditer(text) if m.group().strip()]
    if "\t" not in text:
        return SourceText(text, tuple(Block(*m.span()) for m in lines), "txt")
    tabs = [m.group().count("\t") for m in lines]
    within = [a == b == c for a, b, c in zip([0, *tabs], tabs, [*tabs[1:], 0], strict=False)]
    blocks = [_line(m, 1 if inside else 3) for m, inside in zip(lines, within, strict=True)]
    return SourceText(text, _fact_lines(text, blocks), "txt")


def _line(match: re.Match[str], fewest: int) -> Block:
    words, at = match.group().split("\t"), match.start()
    if len(words) < 3 or sum(map(bool, map(str.strip, words))) < fewest:
        return Block(*match.span())
    cells = []
    for cell in words:
        cells.append((at, at + len(cell)))
        at += len(cell) + 1
    return Block(*match.span(), "row", cells=tuple(cells))


def read_markdown(path: Path, data: bytes) -> SourceText:
    """A Markdown file: headings with their depth, table rows with their cells, lines."""
    text = decode(path, data)
    blocks = []
    for m in _LINE.finditer(text):
        line = m.group()
        if not line.strip() or _MD_RULE.match(line):
            continue
        if _MD_ROW.match(line):
            blocks.append(_row(text, line, m.start()))
        else:
            heading = _HEADING.match(line)
            depth = len(heading.group(1)) if heading else 0
            blocks.append(Block(m.start(), m.end(), depth=depth))
    return SourceText(text, _fact_lines(text, blocks), "md")


def _fact_lines(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks; the rows of a portal's table of facts at the head are lines of the head."""
    rows = {b: [text[x:y] for x, y in b.cells] for b in blocks if b.cells and b.start < _HEAD}
    if not rows or table_facts(rows.values()) is None:
        return tuple(blocks)
    last = max((block.start for block, cells in rows.items() if states_fact(cells)), default=-1)
    return tuple(Block(b.start, b.end) if b.cells and b.start <= last else b for b in blocks)


def _row(text: str, line: str, start: int) -> Block:
    """A table row; one that says one thing across all its columns is a paragraph."""
    cells = _cells(line, start)
    said = {text[a:b]: (a, b) for a, b in cells if a < b}
    if len(said) == 1 and len(cells) > 1:
        return Block(*next(iter(said.values())))
    return Block(start, start + len(line), "row", cells=cells)


def _cells(line: str, offset: int) -> tuple[tuple[int, int], ...]:
    bars = [m.start() for m in re.finditer(r"(?<!\\)\|", line)]
    spans = []
    for left, right in pairwise(bars):
        cell = line[left + 1 : right]
        start = left + 1 + len(cell) - len(cell.lstrip())
        spans.append((offset + start, offset + start + len(cell.strip())))
    return tuple(spans)
