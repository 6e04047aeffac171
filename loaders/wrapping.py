"""Texts whose lines were ended by hand, or by a printer, at one width."""

from __future__ import annotations

from collections.abc import Iterable

_TERMINAL = "。;:!?)]》”…"
# Fewer lines than these tell no width: where some are longer than it, and where none is.
_ENOUGH, _FEW = 12, 4
_NARROWEST, _NARROWEST_OF_FEW = 15, 20
# More white space than this before a line places it: a title in the middle, a signature at the right.
_DEEPEST = 6


def width_of(lines: Iterable[str]) -> float:
    """The width, in Chinese characters, at which lines were wrapped, 0 where they were not: that which
    most of those without a final stop share, or many where no line is longer."""
    widths: dict[int, int] = {}
    open_lines = 0
    longest = 0.0
    for line in lines:
        line = line.rstrip()
        wide = printed(line)
        longest = max(longest, wide)
        if wide and line[-1] not in _TERMINAL:
            open_lines += 1
            widths[round(wide)] = widths.get(round(wide), 0) + 1
    near = {w: sum(widths.get(w + d, 0) for d in (-2, -1, 0, 1, 2)) for w in widths if w >= _NARROWEST}
    best = max(near, key=lambda w: (near[w], w), default=0)
    if best >= _NARROWEST_OF_FEW and longest <= best + 2.5:
        return best if near[best] >= max(_FEW, 0.35 * open_lines) else 0
    return best if best and open_lines >= _ENOUGH and near[best] >= 0.5 * open_lines else 0


def printed(line: str) -> float:
    """How wide a line prints, in Chinese characters; 0 for one that white space places on the page."""
    if len(line) - len(line.lstrip()) > _DEEPEST:
        return 0
    return (len(line) + (len(line.encode()) - len(line)) / 2) / 2


def starts_deeper(line: str, before: str) -> bool:
    """Whether a line is indented more than the one before it, as the first of a paragraph is."""
    return len(line) - len(line.lstrip()) > len(before) - len(before.lstrip())
