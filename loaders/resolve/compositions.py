"""Names of combined local bureaus, composed of their functions: 教科体局 → 教育科技和体育局.

Counties put departments together as they need, and no list has all. The convention of their names: the
functions in order, each under its own word, 和 before the last. An abbreviated name says each function
by its short word; one written in full stays as it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.resolve import _vocabulary

_LONGEST = 20
_JOIN = re.compile("[和与、]")


class _Word(NamedTuple):
    """A function's word: the function, what it is short for between others and at the end of a name;
    both the word itself where it is no abbreviation."""

    function: str
    inner: str
    outer: str


class Composition(NamedTuple):
    """A combined bureau: its name in full without the place, and its functions. `guessed`: the name was
    written short, and where 和 stands in the full one is the convention's word, not the place's."""

    name: str
    functions: tuple[str, ...]
    guessed: bool


@cache
def _words() -> dict[str, _Word]:
    words: dict[str, _Word] = {}
    for function, written in _vocabulary.read("functions").items():
        for entry in written.split():
            word, _, full = entry.partition("=")
            outer, _, inner = (full or word).partition("|")
            words[word] = _Word(function, inner or outer, outer)
    return words


@cache
def _reach() -> int:
    return max(map(len, _words()))


@cache
def _openings() -> re.Pattern[str]:
    """What a place's own enterprise does, at the head of its name."""
    words = {*_vocabulary.read("enterprise_words"), *(word for word in _words() if len(word) > 1)}
    # 文教投集团, 科创投公司: a short word and 投资
    return re.compile("|".join(map(re.escape, words)) + "|.{1,3}投(?:资|控)?(?:控股)?(?:集团|公司)")


def opens_with_function(name: str) -> bool:
    """Whether an enterprise's short name says what it does (城投集团), and so is its place's own; another
    has a name of its own (and no place before it)."""
    return _openings().match(name) is not None


@lru_cache(maxsize=1 << 12)
def compose(name: str) -> Composition | None:
    """The combined bureau that a name without its place means; None where it is none: a word that is
    no function's, or one function alone."""
    if not name.endswith("局") or not 3 <= len(name) <= _LONGEST or _JOIN.match(name):
        return None
    pieces = _split(name[:-1])
    if pieces is None:
        return None
    words = [_words()[piece] for piece in pieces if not _JOIN.match(piece)]
    if len(words) < 2:
        return None
    functions = tuple(dict.fromkeys(word.function for word in words))
    shortened = any(_JOIN.match(piece) is None and _words()[piece].outer != piece for piece in pieces)
    return Composition((_full(pieces) if shortened else name[:-1]) + "局", functions, shortened)


def _full(pieces: tuple[str, ...]) -> str:
    """The functions in full, 和 before the last unless the name has its own."""
    last = len(pieces) - 1
    if not any(_JOIN.match(piece) for piece in pieces):
        pieces = (*pieces[:last], "和", pieces[last])
        last += 1
    full = []
    for at, piece in enumerate(pieces):
        word = _words().get(piece)
        full.append("和" if word is None else word.inner if 0 < at < last else word.outer)
    return "".join(full)


def _split(stem: str) -> tuple[str, ...] | None:
    """The words and joints of a stem, the longest words first; None where something is left over."""
    if not stem:
        return ()
    joint = _JOIN.match(stem)
    for length in range(min(_reach(), len(stem)), 0, -1):
        if stem[:length] in _words() and (rest := _split(stem[length:])) is not None:
            return (stem[:length], *rest)
    rest = _split(stem[1:]) if joint and len(stem) > 1 else None
    return None if rest is None or not joint or _JOIN.match(rest[0]) else ("和", *rest)
