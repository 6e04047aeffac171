"""Lists that go through the bodies, a paragraph each: (一)县水利局负责巡查。 › (二)县财政局承担经费。

One such sentence tells of somebody's field; several in a row divide the work.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from loaders.recognise import roles
from loaders.recognise._bodies import is_known
from loaders.recognise._reading import Party
from loaders.recognise.clauses import Clause
from loaders.recognise.names import split

_LABEL = (
    r"\s*(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]|第[一二三四五六七八九十百\d]{1,5}条)?\s*由?"
)
_ITEM = re.compile(
    rf"{_LABEL}(?P<who>[^,;。:!?]{{2,80}}?)(?:具体|主要|统一|统筹|分别|共同|依法|{roles.manner_pattern()})*"
    r"(?P<verb>负责|承担|牵头|配合|协助|(?<=职责)(?:做好|落实))(?!人|制|解释|同志|的|单位|部门)(?=[^,。;:]{2})"
)
# 市水利局负责了: what was.
_WAS = re.compile(r"[^,。;]{0,12}了")
_REACH = 90
# The fewest that make a list, and how many other paragraphs may stand between two.
_FEWEST, _GAP = 3, 2


def with_rosters(text: str, paragraphs: Sequence[tuple[int, int]], found: list[Clause]) -> list[Clause]:
    """The clauses with those of such lists, where a paragraph has no other, in the order of the text."""
    starts = [clause.start for clause in found]
    more = [
        item
        for run in _runs(text, paragraphs)
        for (start, end), item in run
        if bisect_left(starts, start) == bisect_left(starts, end)
    ]
    return sorted([*found, *more], key=lambda clause: clause.start) if more else found


def _runs(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[tuple[int, int], Clause]]]:
    """The lists, each paragraph with its duty."""
    run: list[tuple[tuple[int, int], Clause]] = []
    last = 0
    for at, span in enumerate(paragraphs):
        item = _item(text, *span)
        if item is None:
            continue
        if at - last > _GAP + 1:
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append((span, item))
        last = at
    if len(run) >= _FEWEST:
        yield run


def _item(text: str, start: int, end: int) -> Clause | None:
    """The bodies that a paragraph opens with and gives a duty."""
    head = text[start : min(end, start + _REACH)]
    match = (
        _ITEM.match(head) if "负责" in head or "承担" in head or "牵头" in head or "职责" in head else None
    )
    if match is None or _WAS.match(head, match.end()):
        return None
    names = [name.moved(start + match.start("who")) for name in split(match["who"])]
    if not names or not all(is_known(name) and not name.vague for name in names):
        return None
    role = roles.verb_role(match["verb"])
    parties = tuple([Party(name, role) for name in names])
    return Clause(start + match.start("who"), start + match.end("who"), parties, "note")
