"""Notes that say which of several bodies leads: the first named, those before the first comma, or the
ones that a symbol marks.

A note stands in a clause and holds for it, with 下同 for all that follow; on its own it holds for what
follows, with 上述 for what is before it, and one that explains a symbol for the whole document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from graph.model import Role
from loaders.recognise import roles
from loaders.recognise.names import SYMBOLS, Name

_CUE = re.compile(
    r"[为是的](?:(?<=[为是])(?:主要|总|工作)?|(?<=的)(?:责任)?(?:单位|部门)(?:负责)?)"
    rf"(?:{roles.duty_pattern('lead')})"
)
_NOTES = tuple(re.compile(pattern) for pattern in roles.lead_note_patterns(SYMBOLS))
_SUPPORT = re.compile(roles.duty_pattern("support"))
_SIGNS = {"逗号": ",", "顿号": "、", "分号": ";", "星号": "*★☆"}
# 上述任务,列首位的为牵头单位: at the end of a document, of all before it.
_ABOVE = re.compile(r"(?:^|[。;(\n])\s*(?:注:)?(?:上述|以上)[^。;\n]{0,24}$")
# No note is longer on either side of its cue.
_REACH = 60


@dataclass(frozen=True, slots=True)
class LeadNote:
    """What a note says. `sign` is the separator before which the leads stand, or the symbol that marks
    them; `others` the role of the rest, where the note gives one."""

    which: Literal["first", "before", "marked"]
    sign: str = ""
    onward: bool = False
    others: Role = "responsible"


def find(words: str) -> tuple[LeadNote, int, int] | None:
    """The first note in some words, and its span."""
    cue = _CUE.search(words) if "牵头" in words or "主" in words else None
    return _around(words, cue) if cue else None


def _around(words: str, cue: re.Match[str]) -> tuple[LeadNote, int, int] | None:
    left, right = max(cue.start() - _REACH, 0), cue.end() + _REACH
    for pattern in _NOTES:
        for found in pattern.finditer(words, left, right):
            if found.start() < cue.start() < found.end():
                return _note(found), *found.span()
    return None


def _note(found: re.Match[str]) -> LeadNote:
    groups = found.groupdict()
    separator, symbol = groups.get("separator"), groups.get("symbol")
    which: Literal["first", "before", "marked"] = "before" if separator else "marked" if symbol else "first"
    sign = separator or symbol or ""
    return LeadNote(
        which,
        _SIGNS.get(sign, sign),
        bool(groups.get("onward")),
        "support" if _SUPPORT.search(groups.get("others") or "") else "responsible",
    )


class Standing:
    """The notes of a document that hold beyond one clause: those in `text` that stand in none of the
    clauses' spans, or say 下同 or 上述."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._at: list[int] = []
        self._notes: list[LeadNote] = []
        self._marked: LeadNote | None = None
        self._above: tuple[int, LeadNote] | None = None
        for cue in _CUE.finditer(text):
            found = _around(text, cue)
            if found is None:
                continue
            note, begins, _ = found
            inside = any(start <= cue.start() < end for start, end in spans)
            if note.which == "marked" and (note.onward or not inside):
                self._marked = self._marked or note
            elif not inside and _ABOVE.search(text, max(begins - _REACH, 0), begins + 2):
                self._above = begins, note
            elif note.onward or not inside:
                self._at.append(cue.start())
                self._notes.append(note)

    def at(self, position: int) -> LeadNote | None:
        """The note that holds at a position: the nearest before it, else the one at the end, else what a
        symbol means."""
        if before := bisect_left(self._at, position):
            return self._notes[before - 1]
        return self._above[1] if self._above and position < self._above[0] else self._marked


def parted(words: str) -> tuple[LeadNote | None, str]:
    """The note that the words of a clause hold, and these with it, and the brackets that hold nothing else,
    made separators."""
    found = find(words)
    if found is None:
        return None, words
    note, start, end = found
    if words[start - 1 : start] in ("(", "[") and words[end : end + 1] in (")", "]"):
        start, end = start - 1, end + 1
    return note, words[:start] + ";" * (end - start) + words[end:]


def given(note: LeadNote | None, text: str, parties: Sequence[tuple[Name, Role]]) -> list[Role]:
    """The roles of a clause's bodies under the note that holds for it; where the clause names its lead
    itself, its own."""
    stated = [role for _, role in parties]
    if note is None or "lead" in stated:
        return stated
    names = [name for name, _ in parties]
    leads = _leads(note, text, names)
    if not any(leads):
        return stated
    return [
        "lead" if leading else note.others if role == "responsible" else role
        for role, leading in zip(stated, leads, strict=True)
    ]


def _leads(note: LeadNote, text: str, names: list[Name]) -> list[bool]:
    """Which of the bodies lead."""
    if note.which == "marked":
        return [name.mark is not None and name.mark in note.sign for name in names]
    if note.which == "first":
        return [i == 0 for i in range(len(names))]
    gaps = [text[a.end : b.start] for a, b in pairwise(names)]
    last = next((i for i, gap in enumerate(gaps) if note.sign in gap), len(gaps))
    return [i <= last for i in range(len(names))]
