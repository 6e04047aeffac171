"""The outermost brackets of a paragraph, whether or not each is closed, and by its own kind."""

from __future__ import annotations

_PAIRS = {"(": ")", "[": "]"}


def brackets(words: str) -> list[tuple[int, int, bool]]:
    """The outermost brackets as (left, right, closed), in order; one that is never closed runs to the end.

    A square bracket closes only a square one, and round a round: 〔省局(某局〕 is still one bracket; but
    a bracket of the wrong kind closes what nothing else does.
    """
    if (whole := _balanced(words)) is not None:
        return whole
    stack: list[tuple[str, int]] = []
    opened = {"(": 0, "[": 0}
    pairs: list[tuple[int, int, bool]] = []
    for at, char in _marks(words):
        if char in opened:
            stack.append((char, at))
            opened[char] += 1
        elif stack:
            opener = "(" if char == ")" else "["
            while opened[opener] and stack[-1][0] != opener:
                opened[stack.pop()[0]] -= 1
            kind, left = stack.pop()
            opened[kind] -= 1
            pairs.append((left, at + 1, True))
    pairs += [(left, len(words), False) for _, left in stack[:1] + stack[1:][-1:]]
    return _outermost(pairs)


def _balanced(words: str) -> list[tuple[int, int, bool]] | None:
    """The outermost brackets where each is closed by one of its kind; None elsewhere."""
    pairs: list[tuple[int, int, bool]] = []
    awaited: list[str] = []
    left = 0
    for at, char in _marks(words):
        if char in _PAIRS:
            if not awaited:
                left = at
            awaited.append(_PAIRS[char])
        elif not awaited or awaited.pop() != char:
            return None
        elif not awaited:
            pairs.append((left, at + 1, True))
    return None if awaited else pairs


def _marks(words: str) -> list[tuple[int, str]]:
    """The brackets of either side and kind in their order. `str.find` is many times faster than a pattern."""
    found: list[tuple[int, str]] = []
    for mark in "()[]":
        at = words.find(mark)
        while at >= 0:
            found.append((at, mark))
            at = words.find(mark, at + 1)
    found.sort()
    return found


def _outermost(pairs: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Without the pairs that stand inside a closed one."""
    kept: list[tuple[int, int, bool]] = []
    inside = 0
    for left, right, closed in sorted(pairs):
        if left < inside:
            continue
        kept.append((left, right, closed))
        if closed:
            inside = right
    return kept
