"""The heads of tables that plain text holds without their rules: on one line, over several, or one cell
a line.

A word that its cell broke over lines (责任 | 单位) is put together, and the second row of a head (单位,
责任人 under 责任分工) takes the place of the words that stand over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, takewhile

from loaders.read import Block
from loaders.recognise import roles
from loaders.tables.cells import NUMBER, Cell
from loaders.tables.columns import ROLES, holds, is_part
from loaders.tables.head import Head, find_head

BARS = re.compile(r"[^|｜]+")
WORDS = re.compile(r"\S+")
BAR = re.compile(r"(?<!\\)[|｜]")
_OUTER_BAR = re.compile(r"^\s*[|｜]|[|｜]\s*$")
_MOST_HEADS, _LONGEST_HEAD, _WIDEST_HEAD, _MOST_LINES, _MOST_OVER = 16, 24, 200, 12, 2
_LONGEST_WORD = 8
# A page's line on itself (发布机构:某局 | 发布日期:…) is no first row of a head.
_FACT = re.compile("[:：].")
# A line between bars that neither a bar nor a number opens.
_REST = re.compile(r"(?![\s|｜]|[(（]?\d+[)）.、]?\s*[|｜]).+[|｜].*[|｜]\s*$")
# The heading of some rows: 一、治理水体.
HEADING = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[、)）]")
_SHORT = re.compile(r"[|｜]\s*[|｜]\s*$")
# Halves of a head that never stand alone where the other is beside them: 抽查 | 比例, 决策事项 | 名称.
_FIRST = re.compile(rf"(?:{roles.mark_pattern()}|抽查|检查|完成|整改|实施|主要|计划|分管|决策)$")
_SECOND = re.compile(
    r"(?:名称|对象|范围|基数|比例|频次|层级|方式|单位|部门|科室|处室|主体|领导|时间段?|时限|期限|节点|内容|措施|进度|情况|要求)$"
)
# A word that stands over the columns of those who answer.
_OVER = re.compile(r"责任$|分工(?:情况)?$|^责任(?:落实|清单|体系|单位|部门|主体)(?:[及和与].+)?$|^组织领导$")
# A word that stands over the columns of what is done by a time.
_STAGED = re.compile(r"进度|节点|时间(?:安排|计划)|季度|阶段|(?:工作|推进|实施|目标)?计划$|年度(?:目标|任务)")
_AIMED = re.compile(r"目标值?$|指标值?$|任务$")
# What stands over the columns of a second row, and what those hold.
_SECOND_ROWS = (
    (_OVER, ROLES),
    (_OVER, (*ROLES, "person")),
    (_STAGED, ("stage",)),
    (_AIMED, ("year",)),
)
_OVERS = {"stage": _STAGED, "year": _AIMED}


def cut(line: str, offset: int, parts: re.Pattern[str]) -> list[Cell]:
    """The cells of a line, empty ones left out."""
    cells = []
    for found in parts.finditer(line):
        words = found.group().strip()
        if words:
            start = offset + found.start() + found.group().index(words[0])
            closed = parts is BARS and found.end() < len(line)
            cells.append(Cell(start, start + len(words), words, closed=closed))
    return cells


def between_bars(line: str) -> list[str]:
    """The words of all cells of a line between bars, empty ones too."""
    return [words.strip() for words in BAR.split(_OUTER_BAR.sub("", line))]


def placed(line: str, offset: int) -> list[Cell]:
    """The cells of a line between bars, empty ones too; none where bars without a space between them
    gather at its end, which stand for cells merged anywhere in the row."""
    if re.search(r"[|｜]{2}\s*$", line):
        return []
    at, cells = offset, []
    for words in between_bars(line):
        start = at if not words else offset + line.index(words, at - offset)
        cells.append(Cell(start, start + len(words), words))
        at = start + len(words)
    return cells


def closes_rows(text: str, head: Block) -> bool:
    """Whether a table has a bar behind each of its rows and none before them, as its head tells."""
    return text[head.start] not in "|｜" and text[head.start : head.end].rstrip()[-1:] in ("|", "｜")


def row_end(text: str, lines: Sequence[Block], at: int, *, closed: bool = False) -> int:
    """The line behind a row between bars: where bars open its line, one that none opens goes on with it;
    where a bar closes each row, a cell may have broken the lines before the one that ends with it."""
    after = at + 1
    if closed:
        ends = (n for n in range(at, min(at + _MOST_LINES, len(lines))) if closes_rows(text, lines[n]))
        return next(ends, at) + 1
    if text[lines[at].start] in "|｜":
        while after < len(lines) and _REST.match(text, lines[after].start, lines[after].end):
            after += 1
    return after


def line_head(
    text: str, lines: Sequence[Block], at: int, parts: re.Pattern[str]
) -> tuple[list[Cell], Head, int] | None:
    """The cells of the head that begins with a line, the head, and the line behind it; None where no
    head of several cells a line begins."""
    after = row_end(text, lines, at) if parts is BARS else at + 1
    first = text[lines[at].start : lines[after - 1].end]
    if len(first) > _WIDEST_HEAD or "。" in first:
        return None
    cells = cut(first, lines[at].start, parts)
    if len(cells) < 3:
        return None
    if parts is BARS:
        cells, after = _with_second_row(text, lines, after, cells)
    elif holds(cells[0].words) == "number":
        cells, after = _to_first_number(text, lines, at)
    head = _head(cells)
    return (cells, head, after) if head and "text" in head.columns and head.names_bodies else None


def _head(cells: Iterable[Cell]) -> Head | None:
    return find_head([cell.words for cell in cells])


def _with_second_row(text: str, lines: Sequence[Block], at: int, cells: list[Cell]) -> tuple[list[Cell], int]:
    """The cells of a head between bars, with those of its second row, if the line below is one: empty
    cells at the end of the first stand for the words that it has over several columns."""
    if at < len(lines) and (both := _below_in_places(text, lines[at - 1], lines[at])):
        return both, at + 1
    first = text[lines[at - 1].start : lines[at - 1].end]
    if at == len(lines) or not _SHORT.search(first) or any(_FACT.search(cell.words) for cell in cells):
        return cells, at
    below = cut(text[lines[at].start : lines[at].end], lines[at].start, BARS)
    if not 1 < len(below) <= _MOST_HEADS >= len(cells) or not all(is_part(cell.words) for cell in below):
        return cells, at
    over = len(cells) + len(below) - len(between_bars(first))
    ways = _ways(cells, below, over if 1 <= over <= _MOST_OVER else 1)
    _, best = max(ways, key=lambda way: way[0] + _known(way[1]), default=(0, cells))
    head = _head(best)
    found = head is not None and head.names_bodies and _known(best) > _known(cells)
    return (best, at + 1) if found else (cells, at)


def _below_in_places(text: str, above: Block, below: Block) -> list[Cell]:
    """The cells of a head between bars and of its second row where each stands in its place: those of the
    second below the words that it goes on with, and below the empty cells merged with these. None where
    the lines do not stand so."""
    up, low = (placed(text[line.start : line.end], line.start) for line in (above, below))
    if not up or len(up) != len(low) or not all(is_part(cell.words) for cell in low if cell.words):
        return []
    merged = [not cell.words for cell in up]
    under = [gone or behind for gone, behind in zip(merged, [*merged[1:], False], strict=True)]
    if merged[:1] != [False] or not any(merged) or [bool(cell.words) for cell in low] != under:
        return []
    return [one if one.words else other for one, other in zip(low, up, strict=True)]


def _ways(above: list[Cell], below: list[Cell], over: int) -> Iterator[tuple[int, list[Cell]]]:
    """The rows of columns where `over` words above each stand over two or more of those below, and how
    well those fit under them."""
    for places in combinations(range(len(above)), over):
        for cuts in combinations(range(2, len(below) - 1), over - 1):
            shares = [below[a:b] for a, b in pairwise((0, *cuts, len(below)))]
            if min(map(len, shares)) < 2:
                continue
            row: list[Cell] = []
            fit = 0
            for i, cell in enumerate(above):
                share = shares[places.index(i)] if i in places else []
                row += share or [cell]
                fit += sum(_is_like(cell.words, low.words) for low in share)
                over_them = _OVERS.get(holds(share[0].words) or "", _OVER) if share else None
                fit += 2 * bool(over_them and over_them.search(cell.words))
            yield fit, row


def _is_like(one: str, other: str) -> bool:
    """Whether two heads share two characters in a row (责任清单, 责任领导)."""
    return any(one[i : i + 2] in other for i in range(len(one) - 1))


def _known(cells: list[Cell]) -> int:
    """How many columns of a row of heads are known."""
    return sum(holds(cell.words) is not None for cell in cells)


def _to_first_number(text: str, lines: Sequence[Block], at: int) -> tuple[list[Cell], int]:
    """The cells of a head parted by spaces, whose own lines may have ended inside it: up to the line
    that begins with a number."""
    cells: list[Cell] = []
    for after in range(at, min(at + _MOST_LINES, len(lines))):
        found = cut(text[lines[after].start : lines[after].end], lines[after].start, WORDS)
        numbered = len(found) > 1 and NUMBER.match(found[0].words)
        if numbered or (cells and found and HEADING.match(found[0].words)):
            return list(_whole(cells)), after
        if any(_no_head(cell.words) for cell in found):
            break
        cells += found
    return cut(text[lines[at].start : lines[at].end], lines[at].start, WORDS), at + 1


def _no_head(words: str) -> bool:
    number = NUMBER.match(words) or HEADING.match(words)
    return number is not None or len(words) > _LONGEST_HEAD or "。" in words


def _whole(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The words of a head, those that their cell broke over lines put together: a bracket, characters
    one below the other, and parts of a known word that are none themselves."""
    last: Cell | None = None
    for cell in cells:
        if last is None:
            last = cell
            continue
        both = last.words + cell.words
        upright = len(cell.words) == 1 and (len(last.words) == 1 or holds(both) is not None)
        torn = len(both) <= 6 and holds(both) is not None and None in (holds(last.words), holds(cell.words))
        halves = (
            len(cell.words) <= 3
            and _SECOND.match(cell.words)
            and (cell.words == "名称" or _FIRST.search(last.words))
        )
        if cell.words[0] in "(（" or upright or torn or halves:
            last = Cell(last.start, cell.end, both, closed=cell.closed)
        else:
            yield last
            last = cell
    if last is not None:
        yield last


def run_of_heads(text: str, lines: Sequence[Block], at: int) -> tuple[list[Cell], int]:
    """The cells of a head that has one a line, and the line behind it: up to the first number, or heading
    of rows, where 序号 opens it, else to the last column that is known."""
    if lines[at].end - lines[at].start > _LONGEST_HEAD:
        return [], at
    found: list[Cell] = []
    while at < len(lines) and len(found) < 2 * _MOST_HEADS:
        below = cut(text[lines[at].start : lines[at].end], lines[at].start, BARS)
        if any(_no_head(cell.words) for cell in below):
            break
        found += below
        at += 1
    cells = list(_whole(found))[:_MOST_HEADS]
    if not any(holds(cell.words) in ROLES for cell in cells):
        return [], at
    if len(cells) > 1 and len(cells[0].words) > _LONGEST_WORD and holds(cells[1].words) == "number":
        return [], at  # the table's title, and no column before 序号
    opened = _head(cells)
    if opened is None or opened.columns.get("number") != 0:
        known = max((n for n in range(3, len(cells) + 1) if _ends_head(cells[:n])), default=0)
        behind = takewhile(lambda cell: holds(cell.words) in _OVERS, cells[known:] if known else ())
        cells = [*cells[:known], *behind]
    while cells and at and lines[at - 1].start >= cells[-1].end:
        at -= 1
    return _in_order(cells), at


def _ends_head(cells: list[Cell]) -> bool:
    """Whether the last of some cells is a column that the head of all of them knows."""
    head = _head(cells)
    last = len(cells) - 1
    return (
        head is not None
        and head.names_bodies
        and (last in head.columns.values() or any(at == last for _, at in head.bodies))
    )


def _in_order(cells: list[Cell]) -> list[Cell]:
    """The cells of a head, those of its second row, which come last, in the place of the word over them."""
    for over_them, kinds in _SECOND_ROWS:
        over = next((i for i, cell in enumerate(cells) if i and over_them.search(cell.words)), len(cells))
        low = len(cells)
        while low > over + 1 and (
            holds(cells[low - 1].words) in kinds or _leads(cells[low - 1], cells[low:], kinds)
        ):
            low -= 1
        if len(cells) - low > 1:
            return [*cells[:over], *cells[low:], *cells[over + 1 : low]]
    return cells


def _leads(cell: Cell, bodies: list[Cell], kinds: Sequence[str]) -> bool:
    """Whether a head is of those who lead the bodies that the heads behind it name: 牵头领导 | 牵头单位."""
    person = bool(bodies) and kinds is ROLES and holds(cell.words) == "person"
    return person and any(cell.words[:2] == body.words[:2] for body in bodies)
