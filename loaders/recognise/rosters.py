"""Lists that go through the bodies, a paragraph each: (一)县水利局负责巡查。 › (二)县财政局承担经费。

Bodies that stand as headings over their duties ((三)县公安局 › 维护治安。) belong to such a list as well.
One such sentence tells of somebody's field; several in a row divide the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.placed import Placed
from loaders.recognise import _done, roles
from loaders.recognise._bodies import is_known, is_plausible
from loaders.recognise._reading import Party
from loaders.recognise._sentences import opens_with_duty
from loaders.recognise.clauses import Clause
from loaders.recognise.names import Name, split

_LABEL = (
    r"\s*(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]|第[一二三四五六七八九十百\d]{1,5}条)?\s*由?"
)
_ITEM = re.compile(
    rf"{_LABEL}(?P<who>[^,;。:!?]{{2,80}}?)(?:具体|主要|统一|统筹|分别|共同|依法|{roles.manner_pattern()})*"
    r"(?P<verb>负责|承担|牵头|配合|协助|(?<=职责)(?:做好|落实))(?!人|制|解释|同志|的|单位|部门)(?=[^,。;:]{2})"
)
_HEADING = re.compile(rf"{_LABEL}(?P<who>[^,;。:!?\s]{{3,60}})")
# 武警中队：参加扑救。 between such of known bodies: who has the build of one.
_UNKNOWN = re.compile(
    rf"{_LABEL}(?P<who>[\u4e00-\u9fff()、]{{3,40}}(?<=[局委办会社府队场站所院校司行心])):(?=[\u4e00-\u9fff])"
)
# What no list of bodies holds; a label may end with one.
_STOP = re.compile("[,;。:!?]")
_REACH = 90
# The fewest that make a list, and how many other paragraphs may stand between two.
_FEWEST, _GAP = 3, 2
_LONGEST_LABEL = 8


def with_rosters(text: str, paragraphs: Sequence[tuple[int, int]], found: list[Clause]) -> list[Clause]:
    """The clauses with those of such lists, where a paragraph has no other, in the order of the text."""
    placed = Placed(found)
    noted = any(clause.rule == "note" for clause in found)
    more = [clause for run in _runs(text, paragraphs, placed, noted=noted) for clause in run]
    return sorted([*found, *more], key=lambda clause: clause.start) if more else found


def _runs(
    text: str, paragraphs: Sequence[tuple[int, int]], found: Placed[Clause], *, noted: bool
) -> Iterator[list[Clause]]:
    """The clauses that each of the lists adds; `noted` says that some of those found are notes."""
    run: list[Clause] = []
    last = count = 0
    for at, span in enumerate(paragraphs):
        item = _item(text, *span) or _heading(text, paragraphs[at : at + 2])
        if item is None and not (count or noted):
            continue
        own = found.within(span)
        amid = count > 0 and at - last <= _GAP + 1
        if amid and item is None and not own and (who := _unknown(text, *span)):
            run.append(who)
            last = at
            continue
        if item is None and not (own and own[0].rule == "note" and own[0].start - span[0] < _LONGEST_LABEL):
            continue
        if at - last > _GAP + 1:
            if count >= _FEWEST:
                yield run
            run, count = [], 0
        run += [item] if item and not own else []
        last, count = at, count + 1
    if count >= _FEWEST:
        yield run


def _item(text: str, start: int, end: int) -> Clause | None:
    """The bodies that a paragraph opens with and gives a duty."""
    head = text[start : min(end, start + _REACH)]
    stop = _STOP.search(head, _LONGEST_LABEL)
    opening = head[: stop.start()] if stop else head
    likely = "负责" in opening or "承担" in opening or "牵头" in opening or "职责" in opening
    match = _ITEM.match(head) if likely else None
    if match is None or _done.is_past(head[match.end() :]):  # 市水利局负责了: what was
        return None
    names = _bodies(match["who"], start + match.start("who"))
    if not names:
        return None
    role = roles.verb_role(match["verb"])
    parties = tuple([Party(name, role) for name in names])
    return Clause(start + match.start("who"), start + match.end("who"), parties, "note")


def _unknown(text: str, start: int, end: int) -> Clause | None:
    """The bodies that nobody knows with which a paragraph opens, before a colon and their duty."""
    match = _UNKNOWN.match(text, start, end)
    if match is None or not opens_with_duty(text[match.end() : min(end, match.end() + 8)]):
        return None
    names = [name.moved(match.start("who")) for name in split(match["who"])]
    parties = tuple([Party(name, "responsible") for name in names if is_plausible(name) and not name.vague])
    return Clause(match.start("who"), match.end("who"), parties, "note") if parties else None


def _heading(text: str, spans: Sequence[tuple[int, int]]) -> Clause | None:
    """The bodies that a paragraph is, over one that opens with what they do."""
    (start, end), *below = spans
    if not below or end - start > _REACH or not opens_with_duty(text[below[0][0] : below[0][1]]):
        return None
    match = _HEADING.fullmatch(text, start, end)
    names = _bodies(match["who"], match.start("who")) if match else ()
    if match is None or not names:
        return None
    parties = tuple([Party(name, "responsible") for name in names])
    return Clause(match.start("who"), end, parties, "list")


def _bodies(words: str, start: int) -> tuple[Name, ...]:
    """The known bodies of which a list that stands at a place holds nothing else."""
    names = split(words)
    return tuple([n.moved(start) for n in names]) if all(is_known(n) and not n.vague for n in names) else ()
