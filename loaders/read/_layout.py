"""Laid-out pages to blocks: tables out of the running text, paragraphs and tables across page ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.read._columns import crossed, find_gutter, lines_apart, stacked
from loaders.read._grid import Grid, Rule, find_grids, middles
from loaders.read._lines import Glyph, Line, Margins, furniture, margins, to_lines, to_paragraphs
from loaders.read._writer import Writer, join_cell, join_lines

_PADDING = 11.0  # what Word leaves between a cell's borders and its text, both sides together
_HANGING = frozenset("，。、；：！？）》”’〕】,.;:!?)")
_TERMINAL = tuple("。；;！!？?")


@dataclass(slots=True)
class Page:
    """What is printed on a page: characters and drawn lines, in points from its upper left corner."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    """The part of a table that stands on one page: its grid and the words of its cells."""

    page: int
    grid: Grid
    words: dict[int, str]


def write_pages(pages: Sequence[Page], writer: Writer) -> None:
    """Write the text of pages in reading order."""
    grids = [find_grids(page.horizontal, page.vertical) for page in pages]
    parted = [_part(page, found) for page, found in zip(pages, grids, strict=True)]
    gutters = _gutters(pages, parted)
    printed = [
        to_lines(outside, page.number) if gutter is None else lines_apart(outside, gutter, page.number)
        for page, (outside, _), gutter in zip(pages, parted, gutters, strict=True)
    ]
    drop = furniture(printed, [page.height for page in pages])
    bodies: list[tuple[list[Line], list[_Part]]] = []
    for page, lines, (_, tables), gutter in zip(pages, printed, parted, gutters, strict=True):
        kept = [line for line in lines if line not in drop]
        if gutter is not None:
            kept = stacked(kept, gutter)
            page.width = gutter + min((line.x0 for line in kept), default=0)
        bodies.append((kept, tables))
    frames = _frames(pages, bodies)
    running: list[Line] = []
    table: list[_Part] = []
    frame = Margins(0, 0, False)
    for page, (lines, tables) in zip(pages, bodies, strict=True):
        items: list[Line | _Part] = sorted([*lines, *tables], key=_top)
        for item in items:
            if isinstance(item, Line):
                _write_table(table, writer)
                if frames[_shape(page)] != frame:
                    _write_lines(running, frame, writer)
                    frame = frames[_shape(page)]
                running.append(item)
                continue
            _write_lines(running, frame, writer)
            if table and not (item is items[0] and _same_table(table[-1], item)):
                _write_table(table, writer)
            table.append(item)
    _write_lines(running, frame, writer)
    _write_table(table, writer)


def _top(item: Line | _Part) -> float:
    return item.top if isinstance(item, Line) else item.grid.top


def _shape(page: Page) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _frames(
    pages: Sequence[Page], bodies: Sequence[tuple[list[Line], list[_Part]]]
) -> dict[tuple[int, int], Margins]:
    """The margins of the pages of each shape (upright, across). A table stands between them."""
    gathered: dict[tuple[int, int], tuple[list[Line], list[float]]] = {}
    for page, (lines, tables) in zip(pages, bodies, strict=True):
        words, edges = gathered.setdefault(_shape(page), ([], []))
        words += lines
        edges += [x for part in tables for x in (part.grid.xs[0], part.grid.xs[-1])]
    return {shape: margins(words, shape[0], edges) for shape, (words, edges) in gathered.items()}


def _gutters(pages: Sequence[Page], parted: Sequence[tuple[list[Glyph], list[_Part]]]) -> list[float | None]:
    """Where the columns of each page part, None for a page in one; a page with a table is in one. The last
    page of a text in columns may fill but one of them."""
    found = [
        None if tables else find_gutter(outside, page.width)
        for page, (outside, tables) in zip(pages, parted, strict=True)
    ]
    for i, before in enumerate(found[:-1]):
        outside, tables = parted[i + 1]
        if before and found[i + 1] is None and not tables and _shape(pages[i]) == _shape(pages[i + 1]):
            found[i + 1] = None if crossed(outside, before) else before
    return found


def _part(page: Page, grids: list[Grid]) -> tuple[list[Glyph], list[_Part]]:
    """The characters outside of tables, and the tables with their words."""
    outside: list[Glyph] = []
    inside: list[dict[int, list[Glyph]]] = [{} for _ in grids]
    for glyph in page.glyphs:
        x, y = _foothold(glyph), (glyph.top + glyph.bottom) / 2
        for grid, cells in zip(grids, inside, strict=True):
            cell = grid.cell(x, y)
            if cell is not None:
                cells.setdefault(cell, []).append(glyph)
                break
        else:
            outside.append(glyph)
    parts = [
        _Part(page.number, grid, {cell: _cell(glyphs, grid.width(cell)) for cell, glyphs in cells.items()})
        for grid, cells in zip(grids, inside, strict=True)
    ]
    return outside, parts


def _foothold(glyph: Glyph) -> float:
    """The x that tells in which cell a character or run stands: the middle of its first character; of
    a stop, which may hang over the border, where it follows."""
    if glyph.text[0] in _HANGING:
        return glyph.x0 - 0.5
    return glyph.x0 + min(glyph.x1 - glyph.x0, glyph.bottom - glyph.top) / 2


def _cell(glyphs: list[Glyph], width: float) -> str:
    """The words of a cell. A line after which two characters more had found room was ended there."""
    ended: list[list[str]] = [[]]
    for line in to_lines(glyphs, 0):
        ended[-1].append(line.text)
        if width - _PADDING - (line.x1 - line.x0) > 2 * line.size:
            ended.append([])
    return join_cell(join_lines(lines) for lines in ended)


def _write_lines(running: list[Line], frame: Margins, writer: Writer) -> None:
    for words, page in to_paragraphs(running, frame):
        writer.paragraph(words, page=page)
    running.clear()


# Tables


def _same_table(before: _Part, after: _Part) -> bool:
    """Whether a table at the head of a page goes on the one at the foot of the page before."""
    one, other = before.grid.xs, after.grid.xs
    near = abs(one[0] - other[0]) < 12 and abs(one[-1] - other[-1]) < 12
    return near and after.page == before.page + 1


def _write_table(parts: list[_Part], writer: Writer) -> None:
    columns = _columns(parts)
    written: list[tuple[_Part, list[int]]] = []
    for part in parts:
        rows = part.grid.rows(columns)
        if written:
            rows = rows[_repeated(part, rows, parts[0], columns) :]
            if rows and _continue(written[-1], (part, rows[0])):
                rows = rows[1:]
        written += [(part, row) for row in rows]
    for part, row in written:
        writer.row(_said(part, row), page=part.page)
    parts.clear()


def _columns(parts: list[_Part]) -> list[float]:
    """The middles of the columns, those that divide something in any part."""
    found = middles(part.grid for part in parts)
    rows = [row for part in parts for row in part.grid.rows(found)]
    return [x for j, x in enumerate(found) if j == 0 or any(row[j] != row[j - 1] for row in rows)]


def _said(part: _Part, row: list[int]) -> list[str]:
    return [part.words.get(cell, "") for cell in row]


def _repeated(part: _Part, rows: list[list[int]], first: _Part, columns: list[float]) -> int:
    """How many rows at the head of a part repeat the table's head, as each page may."""
    head = [_said(first, row) for row in first.grid.rows(columns)]
    here = [_said(part, row) for row in rows]
    for start in range(min(3, len(head))):
        count = 0
        while start + count < len(head) and count < len(here) and here[count] == head[start + count]:
            count += 1
        if count:
            return count
    return 0


def _continue(above: tuple[_Part, list[int]], below: tuple[_Part, list[int]]) -> bool:
    """Settle a page end within a table: True where the row below is the rest of the one above, whose
    words it joins. A merged cell that the page cut in two says below what it says above."""
    (before, upper), (part, lower) = above, below
    said, rest = _said(before, upper), _said(part, lower)
    filled = [j for j, words in enumerate(rest) if words]
    if not filled:
        return True
    tallest = max(filled, key=lambda j: len(rest[j]))
    for j, cell in enumerate(lower[:tallest]):
        if not rest[j] and said[j]:
            part.words[cell] = said[j]
    longest = max(filled, key=lambda j: len(said[j]))
    torn = said[longest] != "" and not said[longest].rstrip().endswith(_TERMINAL)
    if rest[0] or not said[0] or not (torn or len(filled) == 1):
        return False
    for cell in {lower[j] for j in filled}:
        owner = upper[lower.index(cell)]
        part.words[cell] = before.words[owner] = join_lines([before.words.get(owner, ""), part.words[cell]])
    return True
