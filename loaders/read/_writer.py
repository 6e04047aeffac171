"""Gathers the text and the blocks of a document whose format has no text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from loaders.errors import OverlongDocument
from loaders.read._source import Block, SourceText
from loaders.resolve.endings import BODIES

MAX_CHARACTERS = 5_000_000
_SPACE = re.compile(r"[\s\x00-\x1f]+")
_LATIN = re.compile(r"[A-Za-z]")
# How the name of a body ends. A cell that lists one body a line needs no separator to be a list.
_BODY = re.compile(
    rf"(?:(?<=..)(?:[{BODIES}行省区县市镇街]|街道|(?<![各城、，,])乡|小组|专班|中心|集团|公司|机构|单位|部门|银行)"
    r"|(?<=.)[残妇侨科文商]联)(?:[(（][^()（）]*[)）])?(?:等|牵头|负责|配合|协助|参与)?$"
)
_CONTINUED = re.compile(r"^(?:员会|人民|政府|办事处|管委会|管理委员会|党工委|[(（、，,；;及和与等]|.{0,2}$)")


class Writer:
    """Writes paragraphs and table rows, a line each, and remembers where they stand.

    Raises `OverlongDocument` past `MAX_CHARACTERS`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def paragraph(self, words: str, *, page: int | None = None, depth: int = 0) -> None:
        """Add a paragraph, or a heading of a depth; white space alone is nothing."""
        words = _SPACE.sub(" ", words).strip()
        if words:
            start = self._line(words)
            self._blocks.append(Block(start, start + len(words), page=page, depth=depth))

    def row(self, cells: Sequence[str], *, page: int | None = None) -> None:
        """Add a table row. A row that says one thing across all its columns is a paragraph."""
        cells = [_SPACE.sub(" ", cell).strip() for cell in cells]
        said = {cell for cell in cells if cell}
        if len(said) < 2:
            self.paragraph("".join(said), page=page)
            return
        start = at = self._line("\t".join(cells))
        spans = []
        for cell in cells:
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        self._blocks.append(Block(start, at - 1, "row", page, tuple(spans)))

    def source(self, format: str, facts: Mapping[str, str] | None = None) -> SourceText:
        """What was written, as the reader of a format yields it."""
        return SourceText("".join(self._parts), tuple(self._blocks), format, facts or {})

    def _line(self, words: str) -> int:
        start = self._length
        self._parts.append(words + "\n")
        self._length += len(words) + 1
        if self._length > MAX_CHARACTERS:
            raise OverlongDocument(path=self._path, what="characters", limit=MAX_CHARACTERS)
        return start


def join_lines(lines: Iterable[str]) -> str:
    """The words of a wrapped text: a space where a line ends with one and between Latin words, nothing
    between Chinese ones."""
    joined = ""
    for line in lines:
        if joined and line and _LATIN.match(joined[-1]) and _LATIN.match(line[:1]):
            joined += " "
        joined += line.lstrip()
    return joined.strip()


def join_cell(lines: Iterable[str]) -> str:
    """The words of a cell from the lines its author ended: a 、 between bodies listed one a line."""
    said = [line.strip() for line in lines if line.strip()]
    parts: list[str] = []
    for line in said:
        if parts and _BODY.search(parts[-1]) and _BODY.search(line) and not _CONTINUED.match(line):
            parts.append("、" + line)
        else:
            parts.append(line)
    return join_lines(parts)
