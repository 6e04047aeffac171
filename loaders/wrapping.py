"""Texts whose lines were ended by hand, or by a printer, at one width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.recognise import roles
from loaders.resolve.likeness import looks_like_agency

TERMINAL = "。;:!?)]》”…"
"""What ends a line that is whole."""
# Fewer lines than these tell no width: where some are longer than it, and where none is.
_ENOUGH, _FEW = 12, 4
_NARROWEST, _NARROWEST_OF_FEW = 15, 20
# More white space than this before a line places it: a title in the middle, a signature at the right.
_DEEPEST = 6
_LABEL = re.compile(rf"{roles.label_pattern()}\s*:")
# (四)责任单位 as a heading
_HEADING = re.compile(rf"\(?[一二三四五六七八九十\d]{{1,3}}[)、.]\s*{roles.label_pattern()}(?<=单位|部门)$")
_ITEM_END = re.compile("[、,;:。]")


def width_of(lines: Sequence[str]) -> float:
    """The width, in Chinese characters, at which lines were wrapped, 0 where they were not: that which
    most of those without a final stop share, or many where no line is longer."""
    widths = Counter(round(printed(line)) for line in lines if line and line[-1] not in TERMINAL)
    open_lines = widths.total() - widths.pop(0, 0)
    if open_lines < _FEW:
        return 0
    near = {w: sum(widths[w + d] for d in (-2, -1, 0, 1, 2)) for w in widths if w >= _NARROWEST}
    best = max(near, key=lambda w: (near[w], w), default=0)
    if not best or near[best] < max(_FEW, 0.35 * open_lines):
        return 0
    if open_lines >= _ENOUGH and near[best] >= 0.5 * open_lines:
        return best
    longer = best < _NARROWEST_OF_FEW or any(printed(line) > best + 2.5 for line in lines)
    return 0 if longer else best


def printed(line: str) -> float:
    """How wide a line prints, in Chinese characters; 0 for one that white space places on the page."""
    if len(line) - len(line.lstrip()) > _DEEPEST:
        return 0
    return (len(line) + (len(line.encode()) - len(line)) / 2) / 2


def starts_deeper(line: str, before: str) -> bool:
    """Whether a line is indented more than the one before it, as the first of a paragraph is."""
    return len(line) - len(line.lstrip()) > len(before) - len(before.lstrip())


def heads_list(line: str) -> bool:
    """Whether a line is the heading of a list of bodies, which stands below it: (四)责任单位."""
    return line[-1] in "位门" and len(line) < 16 and _HEADING.match(line) is not None


def ends_list(line: str, below: str) -> bool:
    """Whether a line is a label and bodies, the last of them whole (责任单位:县水利局,各乡镇), and none is on
    the line below: who answers for one task, and another begins."""
    if _LABEL.match(line) is None or below[0] in "、,;及和与":
        return False
    last, first = _ITEM_END.split(line)[-1], _ITEM_END.split(below)[0]
    return looks_like_agency(last) and not looks_like_agency(first)
