"""Characters on pages to lines, and lines to paragraphs, by where they stand.

A line goes on the paragraph of the one before when that one is full, as GB/T 9704-2012 sets text:
justified between two margins, the first line of a paragraph indented by two characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.read._writer import join_lines

_ALNUM = re.compile(r"[A-Za-z0-9]")
_TERMINAL = tuple("。；;！!？?：:")
_LABEL = re.compile(
    r"\s*(?:[一二三四五六七八九十百]{1,4}、|[(（〔][一二三四五六七八九十百\d]{1,4}[)）〕]|\d{1,3}[.．、](?!\d)"
    r"|第[一二三四五六七八九十百]{1,5}[条章节]|[①-⑳])"
)
# …第二 | 十二、二十三条: a number that a line end has torn, and no label.
_TORN = re.compile(r"第[一二三四五六七八九十百]{0,4}$")
# What a paragraph ends with: a sentence, or the bracket of those who answer.
_ENDED = re.compile(r"[。！？!?]”?[)）]?$|(?:、|：|:|负责|牵头|配合)[^()（）]*[)）〕\]]$")
_CLOSED = tuple("。；;！!？?：:，,、”)）〕]")
_PAGE_NUMBER = re.compile(
    r"[-—–－·.\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?[-—–－·.\s]*"
)
# A word, a number or a character, with the brackets and stops that no line end parts from it.
_UNBROKEN = re.compile(r"[（《“‘〔【(\[]*(?:[A-Za-z0-9.%-]+|.)[，。；：、！？）》”’〕】),.;:!?\]]*")
_LEADER = re.compile(r"(?:[.．·]{4,}|…{2,})\s*\d{1,3}$")


_FULL_LINES = 4
# Of the usual size of type: what is smaller at a page's edge is no text of the document.
_SMALL_PRINT = 0.8
_SENTENCE = re.compile(r"[，。；、,;]")
# How far from the margin, in characters, a line is placed on the page: in its middle, at its right.
_PLACED = 4


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, or a run of them, and its box; y grows downwards."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its box. `size` is the height of its characters."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and right margin of running text, and whether paragraphs begin indented."""

    left: float
    right: float
    indented: bool


def to_lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of the characters, from the top, each from the left."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.top + g.bottom) / 2):
        if rows and _beside(rows[-1][0], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = (_line(row, page) for row in rows)
    return [line for line in lines if line.text.strip()]


def _beside(one: Glyph, other: Glyph) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _line(row: list[Glyph], page: int) -> Line:
    row.sort(key=lambda g: g.x0)
    size = median(g.bottom - g.top for g in row)
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    usual = max(median(gaps), 0) if gaps else 0  # wide in a heading that is spaced out
    words, last = "", None
    for glyph in row:
        if last is not None:
            if glyph.text == last.text and abs(glyph.x0 - last.x0) < 0.2 * size:
                continue  # a letter printed twice to look bold
            latin = _ALNUM.match(last.text[-1:]) and _ALNUM.match(glyph.text[:1])
            apart = glyph.x0 - last.x1 - usual > (0.15 if latin else 0.4) * size
            if apart and not words.endswith(" ") and glyph.text != " ":
                words += " "
        words += glyph.text
        last = glyph
    seen = [g for g in row if g.text.strip()] or row
    return Line(
        words,
        min(g.x0 for g in seen),
        max(g.x1 for g in seen),
        min(g.top for g in seen),
        max(g.bottom for g in seen),
        size,
        page,
    )


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[Line]:
    """The lines of pages that belong to the paper: page numbers, running heads and feet; on few pages a
    line in small print that stands alone at its edge and is no sentence."""
    small = _SMALL_PRINT * median([line.size for lines in pages for line in lines] or [0])
    edges = [
        [line for line in lines if line.top < 0.1 * height or line.bottom > 0.9 * height]
        for lines, height in zip(pages, heights, strict=True)
    ]
    often = max(3, len(pages) / 2)
    heads = Counter(key for lines in edges for key in {_masked(line) for line in lines})
    return {
        line
        for lines in edges
        for line in lines
        if _PAGE_NUMBER.fullmatch(line.text)
        or heads[_masked(line)] >= often
        or (line.size < small and not _SENTENCE.search(line.text) and _alone(line, lines))
    }


def _alone(line: Line, edges: Sequence[Line]) -> bool:
    """Whether no other line but a page's number stands at the same edge."""
    near = (other for other in edges if other is not line and abs(other.top - line.top) < 8 * line.size)
    return all(_PAGE_NUMBER.fullmatch(other.text) for other in near)


def _masked(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+|\s", "", line.text), round(line.top / 12)


def margins(lines: Sequence[Line], width: float, edges: Sequence[float] = ()) -> Margins:
    """The margins of running text on pages of a width: where its longest lines begin and end. Where
    too few lines are full to tell the right one, it is as wide as the left, or where the outermost of
    the tables' `edges` is."""
    longest = max((line.x1 - line.x0 for line in lines), default=0)
    long = [line for line in lines if line.x1 - line.x0 > 0.7 * longest]
    if not long:
        return Margins(0, width, False)
    starts = Counter(round(line.x0 / 3) for line in long)
    left: float = min(start * 3 for start, count in starts.items() if count >= max(1, len(long) / 20))
    ends = sorted(line.x1 for line in long)
    right = ends[int(0.9 * (len(ends) - 1))]
    if sum(abs(line.x1 - right) < 1.5 * line.size for line in long) < _FULL_LINES:
        left = min([left, *edges])
        right = max([right, width - left - long[0].size, *edges])
    indents = sum(1.2 < (line.x0 - left) / line.size < 3.2 for line in lines if line.size)
    return Margins(left, right, indents > 0.08 * len(lines))


def to_paragraphs(lines: Sequence[Line], frame: Margins) -> list[tuple[str, int]]:
    """The paragraphs of lines that nothing parts, each with the page on which it begins."""
    leading = _leading(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if _LEADER.search(line.text):
            continue  # a table of contents
        if groups and _goes_on(groups[-1][-1], line, frame, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [(join_lines(line.text for line in group), group[0].page) for group in groups]


def _first_width(words: str) -> float:
    """The width, in characters, of what of a line cannot stand on the line before without the rest."""
    first = _UNBROKEN.match(words)
    return sum(0.5 if char.isascii() else 1.0 for char in first.group()) if first else 1.0


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next."""
    steps = [b.bottom - a.bottom for a, b in pairwise(lines) if a.page == b.page]
    return median(steps) if steps else 0


def _goes_on(before: Line, line: Line, frame: Margins, leading: float) -> bool:
    room = frame.right - before.x1
    if room > before.size * (_first_width(line.text) + 1.3) or not 0.8 < line.size / before.size < 1.25:
        return False
    apart = 1.7 if frame.indented else 1.3  # Without indents only the distance shows a paragraph.
    if line.page == before.page and line.bottom - before.bottom > apart * leading:
        return False
    if line.x0 - frame.left < line.size and before.x0 - frame.left > _PLACED * before.size:
        return False
    ended = before.text.rstrip().endswith(_TERMINAL)
    if frame.indented:
        at_margin = line.x0 < frame.left + 0.9 * line.size
        return at_margin and not (ended and _LABEL.match(line.text))
    labelled = _LABEL.match(line.text) and not _TORN.search(before.text)
    return not labelled and (not ended or room < line.size) and not _signs(before, line, frame)


def _signs(before: Line, line: Line, frame: Margins) -> bool:
    """Whether a short line without a stop stands behind a sentence that ends with its line: a heading, or
    a signature."""
    short = frame.right - line.x1 > _PLACED * line.size
    said, words = before.text.rstrip(), line.text.rstrip()
    return short and not words.endswith(_CLOSED) and _ENDED.search(said) is not None
