"""A source's blocks to clean paragraphs, with a map from every character back to the source.

Widths, variant and traditional characters are folded one to one; white space inside Chinese text, Markdown
marks, the readings of characters and page furniture are dropped; lines that a page or a line end tore apart
are joined.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import rjieba

from loaders.folding import fold
from loaders.furniture import is_furniture
from loaders.glosses import unread
from loaders.markdown import blanked, untagged
from loaders.numbering import item_label, leading_label
from loaders.page_foot import text_end
from loaders.read import Block, SourceText
from loaders.recognise import roles
from loaders.run_on import pieces
from loaders.wrapping import TERMINAL, ends_list, heads_list, printed, starts_deeper, width_of

# A pattern that a plain set of characters opens (no class as \s) is searched for several times as fast.
_SPACE = r"\t-\r\x1c- \x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f"
_NOTHING = r"\u200b-\u200f\ufeff\xad"
_LOOSE = re.compile(rf"[{_SPACE}*#>{_NOTHING}]")
_LINE_MARK = re.compile(r"\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?=[^\s\d]))")
_MARKUP = re.compile(
    rf"[{_SPACE}*{_NOTHING}]"
    rf"(?:(?<=\s)\s*(?:[-*+]\s+(?=[^\s\d]))?|(?<=\*)\*|(?<=[{_NOTHING}])[{_NOTHING}]*)"
)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s")
_ALNUM = re.compile(r"[A-Za-z0-9]")
_ROLE = re.compile(rf"{roles.label_pattern()}\s*:$")
_OPENERS, _CLOSERS = "([", ")]"
_BRACKETS = re.compile(r"[()\[\]。]")
# No line begins with these; 2016 › 年政务公开要点, 6月 › 30日前, 9月底 › 前 are dates that a line end broke.
_NEVER_FIRST = "、,。;!?)》”]"
_DATE_OPENS = re.compile(r"(?:\d|年|月|[月年日][底末]|日)$")
_DATE_ENDS = re.compile(r"\d{0,2}[年月日](?!\d*[、.])|[底末]?前")


class Paragraph(NamedTuple):
    """A stretch of the normalised text: a paragraph, or a table row with its cells."""

    start: int
    end: int
    page: int | None = None
    depth: int = 0
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """The normalised text: paragraphs joined by line feeds, and the way back to the source. `folded`
    is the source's text, folded but whole."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    source: SourceText
    folded: str
    _starts: tuple[int, ...]
    _origins: tuple[int, ...]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that a non-empty span of the normalised text came from."""
        starts = self._starts
        k = bisect_right(starts, start)
        first = self._origins[k - 1] + start - starts[k - 1]
        if k == len(starts) or end <= starts[k]:
            return first, first + end - start
        return first, self._origin(end - 1) + 1

    def _origin(self, position: int) -> int:
        k = bisect_right(self._starts, position) - 1
        return self._origins[k] + position - self._starts[k]

    def written(self, start: int, end: int) -> str:
        """The characters of a span as the source has them, without what was dropped between."""
        starts, origins, source = self._starts, self._origins, self.source.text
        k = bisect_right(starts, start)
        origin = origins[k - 1] + start - starts[k - 1]
        if k == len(starts) or end <= starts[k]:
            return source[origin : origin + end - start]
        parts = []
        while k < len(starts) and starts[k] < end:
            origin = origins[k - 1] + start - starts[k - 1]
            parts.append(source[origin : origin + starts[k] - start])
            start, k = starts[k], k + 1
        origin = origins[k - 1] + start - starts[k - 1]
        parts.append(source[origin : origin + end - start])
        return "".join(parts)


class _Builder:
    """Gathers kept pieces of the source."""

    def __init__(self, source: str, *, markdown: bool) -> None:
        self.folded = (blanked if markdown else untagged)(unread(fold(source)))
        self.markdown = markdown
        self.marked = "#" in source
        self.parts: list[str] = []
        self.line = 0
        self.length = 0
        self.starts: list[int] = []
        self.origins: list[int] = []

    def keep(self, start: int, end: int) -> None:
        if start < end:
            self.starts.append(self.length)
            self.origins.append(start)
            self.parts.append(self.folded[start:end])
            self.length += end - start

    def line_feed(self, origin: int) -> None:
        self.starts.append(self.length)
        self.origins.append(origin)
        self.parts.append("\n")
        self.line = len(self.parts)
        self.length += 1

    def last_line(self) -> str:
        """What is kept since the last line feed."""
        return "".join(self.parts[self.line :])

    def clean(self, start: int, end: int) -> tuple[int, int]:
        """Keep a stretch of the source less its markup and loose white space."""
        begin, at, folded = self.length, start, self.folded
        if _LOOSE.search(folded, start, end):
            mark = _LINE_MARK.match(folded, start, end)
            at = mark.end() if mark else start
            for match in _MARKUP.finditer(folded, at, end):
                left, right = match.span()
                self.keep(at, left)
                at = right
                if (
                    start < left
                    and right < end
                    and match.group().isspace()
                    and self._parts_words(left, right)
                ):
                    self.keep(left, left + 1)
        self.keep(at, end)
        return begin, self.length

    def paragraph(self, block: Block) -> Paragraph:
        """Keep a block: its words, or its cells with a line feed between them."""
        if not block.cells:
            start, end = self.clean(block.start, block.end)
            depth = block.depth or (self._depth(block) if self.marked else 0)
            return Paragraph(start, end, block.page, depth)
        start = self.length
        cells = []
        for j, (left, right) in enumerate(block.cells):
            if j:
                self.line_feed(max(left - 1, 0))
            cells.append(self.clean(left, right))
        return Paragraph(start, self.length, block.page, cells=tuple(cells))

    def _depth(self, block: Block) -> int:
        """How deep a heading is by Markdown's marks, 0 for none."""
        mark = _HEADING.match(self.folded, block.start, block.end)
        return len(mark.group(1)) if mark else 0

    def _parts_words(self, left: int, right: int) -> bool:
        """Whether a space stands between Latin words or numbers, and not inside a year (20 23年)."""
        if not (_ALNUM.match(self.folded, left - 1) and _ALNUM.match(self.folded, right)):
            return False
        before = re.search(r"\d*$", self.folded[max(left - 5, 0) : left])
        after = re.match(r"\d*", self.folded[right : right + 5])
        one, other = len(before.group()) if before else 0, len(after.group()) if after else 0
        return not (one and other and one + other <= 4)


def normalise(source: SourceText) -> Text:
    """The clean paragraphs of a source. Every character keeps its offset in `source.text`."""
    builder = _Builder(source.text, markdown=source.format == "md")
    own = text_end([None if b.cells else builder.folded[b.start : b.end].strip() for b in source.blocks])
    blocks = [b for b in source.blocks[:own] if b.cells or not is_furniture(builder.folded[b.start : b.end])]
    width = width_of([builder.folded[b.start : b.end].rstrip() for b in blocks if not b.depth])
    blocks = pieces(builder.folded, blocks)
    paragraphs: list[Paragraph] = []
    for i, block in enumerate(blocks):
        last = paragraphs[-1] if paragraphs else None
        joins = (
            last is not None
            and not (last.cells or block.cells)
            and _torn(builder, blocks[i - 1], block, last, width)
        )
        if last is not None and not joins:
            builder.line_feed(max(blocks[i - 1].end - 1, 0))
        if joins and last is not None:
            builder.clean(block.start, block.end)
            paragraphs[-1] = Paragraph(last.start, builder.length, last.page, last.depth)
        else:
            paragraphs.append(builder.paragraph(block))
    return Text(
        "".join(builder.parts),
        tuple(paragraphs),
        source,
        builder.folded,
        tuple(builder.starts),
        tuple(builder.origins),
    )


def _torn(builder: _Builder, before: Block, block: Block, last: Paragraph, width: float) -> bool:
    """Whether `block` goes on with the sentence at whose middle the paragraph before it ends."""
    if before.depth or block.depth:
        return False
    if builder.parts and builder.parts[-1][-1] in "。!?":
        wrapped = width and _is_full(builder.folded, before, block, width)
        return bool(wrapped) and _within_brackets(builder.last_line())
    tail = builder.last_line().strip()
    if not tail or tail[-1] in "。!?":
        return False
    head = builder.folded[block.start : block.end].strip().removeprefix("**")
    if builder.markdown:
        head = head.replace(" ", "")
    if not head or leading_label(head) or item_label(head):
        return False
    if head[0] in _NEVER_FIRST or (_DATE_ENDS.match(head) and _DATE_OPENS.search(tail[-2:])):
        return True
    if tail[-1] == "《" or _open_bracket(tail):  # A collection gives the link of a title a line of its own.
        return True
    if width and tail[-1] not in ";:" and _is_full(builder.folded, before, block, width):
        return True
    if tail[-1] == ":" and _ROLE.search(tail[-12:]):
        return ":" not in head[:12]  # The names stand below their label.
    if tail[-1] in TERMINAL or head[0] in "([《":
        return False
    if heads_list(tail):
        return ":" not in head[:12] and "。" not in head[:-1]
    if tail[-1] in "、,":
        return True
    if ends_list(tail, head):
        return False
    body = "。" in tail or ";" in tail or ("," in tail and leading_label(tail) is None)
    return _splits_word(tail[-6:], head[:6]) or (body and _runs_on(head))


def _is_full(folded: str, before: Block, block: Block, width: float) -> bool:
    """Whether a line is as wide as the text was wrapped, and the one below is no first of a paragraph."""
    line, below = folded[before.start : before.end].rstrip(), folded[block.start : block.end]
    return printed(line) >= width - 2 and not starts_deeper(below, line)


def _runs_on(head: str) -> bool:
    """A line that is no signature, date, note or label on its own: it has a sentence's punctuation."""
    return bool(re.search(r"[。,;、]", head)) and not re.match(r".{2,8}单位:|[\u4e00-\u9fff]{2,6}:", head)


def _open_bracket(tail: str) -> bool:
    """Whether the last bracket of the paragraph is still open, within a clause's length."""
    depth = 0
    for mark in reversed(_BRACKETS.findall(tail, max(len(tail) - 600, 0))):
        if mark in _CLOSERS:
            depth += 1
        elif mark in _OPENERS:
            if not depth:
                return True
            depth -= 1
        elif not depth:
            return False
    return False


def _within_brackets(tail: str) -> bool:
    """Whether a paragraph ends inside brackets that hold whole sentences: (某局负责。某局配合."""
    return max(map(tail.rfind, _OPENERS)) > max(map(tail.rfind, _CLOSERS))


@lru_cache(maxsize=1 << 12)
def _splits_word(tail: str, head: str) -> bool:
    """Whether a word stands across the line end, by jieba's own segmentation."""
    at = 0
    for word in rjieba.cut(tail + head, hmm=False):
        if at < len(tail) < at + len(word):
            return True
        at += len(word)
    return False
