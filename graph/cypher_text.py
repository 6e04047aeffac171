"""Cypher as text: what is quoted in it, and where its statements end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTED = r"""
      '(?:[^'\\]|\\.)*(?:'|\Z)
    | "(?:[^"\\]|\\.)*(?:"|\Z)
    | `(?:[^`]|``)*(?:`|\Z)
"""
_COMMENT = r"/\*.*?(?:\*/|\Z) | //[^\r\n]*"
_FLAGS = re.VERBOSE | re.DOTALL

QUOTED = re.compile(rf"{_QUOTED} | {_COMMENT}", _FLAGS)
"""Strings, names in backticks and comments, to the end of the text where they are not closed: what
stands in them is no clause."""
_STOP = re.compile(rf"{QUOTED.pattern} | (?P<end>[;；])", _FLAGS)
_LEADING = re.compile(rf"(?:\s | [;；] | {_COMMENT})*", _FLAGS)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a text, without the ``;`` that ends it: the line it starts on, from 1, and
    whether it is `closed` or may go on."""

    text: str
    line: int
    closed: bool


def statements(text: str) -> Iterator[Statement]:
    """The statements of `text`, ended by ``;``. What starts with a colon is a command to a shell,
    which ends with its line. Comments between statements belong to none. Both signs may be full
    width, as a Chinese keyboard gives them: outside quotes no Cypher has them."""
    start = _start(text, 0)
    while start < len(text):
        if text[start] in ":：":
            end, closed = _or_end(text, text.find("\n", start)), True
        else:
            stop = next((found for found in _STOP.finditer(text, start) if found["end"]), None)
            end, closed = (stop.start(), True) if stop else (len(text), False)
        yield Statement(text[start:end].strip(), text.count("\n", 0, start) + 1, closed)
        start = _start(text, end)


def unquoted(text: str) -> str:
    """The text with a blank for each string, name in backticks and comment."""
    return QUOTED.sub(" ", text)


def _start(text: str, place: int) -> int:
    """Where the next statement starts."""
    found = _LEADING.match(text, place)
    return found.end() if found else place


def _or_end(text: str, place: int) -> int:
    return len(text) if place < 0 else place
