"""Where the units of a text in one piece begin: a page may have lost all its line ends, and labels stand in
the middle of its lines (…制定方案如下:一、工作目标…。二、主要任务(一)疏浚沟渠。1.…).

Of the labels that a line holds, those open a unit that go on from the last of their kind, or begin a list
of several, behind the end of a sentence or the heading above them. Bodies in a row, each before a colon and
its duty (县水利局:负责巡查。县财政局:负责筹措资金。), open one as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.calendar import DATE
from loaders.numerals import value_of
from loaders.read import Block
from loaders.recognise._sentences import opens_with_duty
from loaders.resolve.endings import DEPARTMENTS

_SHORTEST, _LONG = 60, 400
# Labels from the outermost kind to the innermost. 统一、规范 is no label, nor 一、二、三产业, 第二、三季度.
_LABEL = re.compile(
    r"(?<![第、统之唯单合专划万归不同逐每某其另星期一二三四五六七八九十])(?P<cjk>[一二三四五六七八九十]{1,3})、"
    r"|\((?P<bracket>[一二三四五六七八九十]{1,3})\)(?![、和及至项款])"
    r"|(?<![\d.,A-Za-z(\[第])(?P<arabic>\d{1,2})\s?(?:、(?!\d)|\.(?!\d|\s?[万亿%])|[.、](?=20\d\d年))"
    r"|\((?P<inner>[1-9]\d?)\)(?![、和及至项款])"
)
_SECTION = re.compile("[一二三四五六七八九十]、")
_KINDS = ("cjk", "bracket", "arabic", "inner")
_STOPS = "。;!?)]:”\n"
# What a heading without a stop is: 二、主要任务(一)….
_HEADING = re.compile(r"[^。;:]{2,40}|[^。;:]{2,24}。")
_ATTACHED = re.compile(r"附件?\s*:?\s*$")
# With what a clause on a line of its own ends: 责任单位:市财政局二、….
_BODY_END = "局委办厅部院会社府道镇乡区县市心司等"
_WHO_END, _FEWEST = _BODY_END + "队团站所校)", 3
_NO_END = "、,和及与的第为是在将按对以"
# 县水利局:负责巡查。 behind a sentence, or where the page before had its first part.
_BODY = re.compile(
    r"(?:(?<=[。;])|(?<=[。;]\s)|(?<=\]\s)|(?<=\]))(?P<who>[\u4e00-\u9fff()、]{3,30}):(?=[\u4e00-\u9fff])"
)
# 二、主要任务 (一)疏浚沟渠。 1.…: of a line end a space is left.
_CJK = "[一二三四五六七八九十]{1,3}"
_SPACED = re.compile(
    r"[ \u3000](?<=[\u4e00-\u9fff)\]”。;:].)[ \u3000]*"
    rf"(?=(?:\({_CJK}\)|{_CJK}、(?![一二三四五六七八九十]))[\u4e00-\u9fff“《]|第{_CJK}[章条][ \u3000]"
    r"|(?P<arabic>\d{1,2})[.、] ?(?:[\u4e00-\u9fff“《]|20\d\d年|\d{1,2}月))"
)
_NUMBER = re.compile(r"[ \u3000]*(\d{1,2})[.、]")
_HEADS = re.compile(rf"(?:^|[\s。;!?)\]”])(?:\({_CJK}\)|{_CJK}、)[^。;:\d ]{{2,40}}$")
_REACH = 48
# …。(县水利局) 丰县人民政府 2020年2月9日: who signs, behind the last task.
_SIGNED = re.compile(
    rf"(?<=[。)\]”])[ \u3000]+(?=[\u4e00-\u9fff \u3000]{{3,60}}[{DEPARTMENTS}府室]\s*{DATE}\s*$)"
)
_SIGNATURE = 90


class _Label(NamedTuple):
    """A label's place and the place behind it, its kind's rank and its number."""

    at: int
    end: int
    rank: int
    value: int


def pieces(folded: str, blocks: list[Block]) -> list[Block]:
    """The blocks of a folded text, parted where units begin in a long one or in one that is much of it."""
    long = min(_LONG, max(len(folded) // 4, _SHORTEST))
    spaced = _SPACED.search(folded) is not None
    if not spaced and max([block[1] - block[0] for block in blocks], default=0) < long:
        return blocks
    parted: list[Block] = []
    last = 0
    for block in blocks:
        start, end = block.start, block.end
        places: set[int] = set()
        if not block.cells and end - start >= long:
            found = breaks(folded[start:end], whole=2 * (end - start) > len(folded))
            places |= {start + at for at in found}
        if not block.cells and spaced:
            below, last = _below_spaces(folded, start, end, last)
            places |= below
        for at in sorted(places):
            parted.append(block._replace(start=start, end=at))
            start = at
        parted.append(block._replace(start=start))
    return parted


def _below_spaces(folded: str, start: int, end: int, last: int) -> tuple[set[int], int]:
    """The places in a line where a space stands before the label of a unit: (一), 一、, or 1. below a heading
    or as the number after the `last`; and the last number then."""
    places: set[int] = set()
    if number := _NUMBER.match(folded, start, end):
        last = int(number[1])
    for space in _SPACED.finditer(folded, start, end):
        if label := space["arabic"]:
            headed = _HEADS.search(folded[max(start, space.start() - _REACH) : space.start()])
            # 1.总则 1.1适用范围 is a scheme of its own.
            follows = int(label) == last + 1 and (last or "1.1" not in folded)
            if not headed and not follows:
                continue
            last = int(label)
        places.add(space.end())
    if signed := _SIGNED.search(folded, max(start, end - _SIGNATURE), end):
        places.add(signed.end())
    return places, last


def breaks(words: str, *, whole: bool = False) -> list[int]:
    """The places in a line, in order, at which a unit begins; none in a line that holds no run of sections
    (一、…。二、…) and no heading of one with its list, so that the lists within a task stay in it. Where the
    line is the `whole` text, tasks in a row (1.…。2.…。) are a run as well."""
    if len(words) < _SHORTEST or not (whole or _SECTION.search(words, 1)):
        return []
    labels = list(_labels(words))
    outermost = _sections(words, labels)
    if whole:
        # A page may begin amid a section, with the last of its tasks.
        first = min(outermost, default=len(words))
        outermost |= _run(words, [label for label in labels if label.at < first])
    return [at for at in _places(words, labels, outermost) if at > 0] or (_duties(words) if whole else [])


def _duties(words: str) -> list[int]:
    """The places of the bodies that words go through, each with its duty; none where they are few."""
    if words.count(":") < _FEWEST:
        return []
    bodies = [
        body.start()
        for body in _BODY.finditer(words)
        if body["who"][-1] in _WHO_END and opens_with_duty(words[body.end() : body.end() + 8])
    ]
    return bodies if len(bodies) >= _FEWEST else []


def _labels(words: str) -> Iterator[_Label]:
    """The labels in a line, save those of a list of attachments: 附件:1.… 2.…"""
    listed: _Label | None = None
    for match in _LABEL.finditer(words):
        kind = match.lastgroup or ""
        label = _Label(match.start(), match.end(), _KINDS.index(kind), value_of(match[kind]))
        goes_on = listed and label.rank == listed.rank and label.value == listed.value + 1
        if goes_on or _ATTACHED.search(words, max(label.at - 6, 0), label.at):
            listed = label
        else:
            listed = None
            yield label


def _sections(words: str, labels: list[_Label]) -> set[int]:
    """The places of the labels 一、 that another of their run follows, or the first of a list below their
    heading; and of those that follow."""
    places: set[int] = set()
    outer = [(i, label, _behind_stop(words, label.at)) for i, label in enumerate(labels) if not label.rank]
    last = 0
    for n, (i, label, stopped) in enumerate(outer):
        stopped = stopped or (label.value == last + 1 > 1 and _before(words, label.at) in _BODY_END)
        if not (stopped or label.value == 1):
            continue
        follows = any(
            ends and label.value < other.value < label.value + 4 for _, other, ends in outer[n + 1 : n + 4]
        )
        if (stopped and label.value > last > 0) or follows or _heads(words, labels[i : i + 3], stopped):
            places.add(label.at)
            last = label.value
    return places


def _run(words: str, labels: list[_Label]) -> set[int]:
    """The places of the labels of one kind that follow each other from sentence to sentence; of (1) only
    where there are no others: they stand within tasks as well."""
    alone = {label.rank for label in labels} == {3}
    for rank in (3,) if alone else (1, 2):
        run: list[_Label] = []
        for label in labels:
            near = not run or 0 < label.value - run[-1].value < 4
            before = _before(words, label.at)
            ends = before in "。]" if alone else before in _STOPS or before in _BODY_END
            if label.rank == rank and near and (ends or label.value == 1):
                run.append(label)
        if len(run) > 2 or (len(run) > 1 and run[0].value == 1 and not alone):
            return {label.at for label in run}
    return set()


def _heads(words: str, labels: list[_Label], stopped: bool) -> bool:
    """Whether nothing but a heading stands between a label and the first below it of a list of several, or
    the next of one that runs on, where the label itself stands behind a stop."""
    own, *below = labels
    if not below or below[0].rank <= own.rank or not _HEADING.fullmatch(words, own.end, below[0].at):
        return False
    return stopped or (below[0].value == 1 and len(below) > 1 and below[1].value <= 2)


def _places(words: str, labels: list[_Label], outermost: set[int]) -> list[int]:
    """The places of the outermost units and of those within them."""
    places: list[int] = []
    last = [0] * len(_KINDS)
    seconds = {label.rank: i for i, label in enumerate(labels) if label.value == 2}
    head = None  # Where the words of the last unit begin.
    for i, label in enumerate(labels):
        if label.at not in outermost:
            listed = (
                label.rank == 1 or seconds.get(label.rank, 0) > i or _heads(words, labels[i : i + 3], True)
            )
            if not label.rank or head is None or not _opens(words, label, last[label.rank], head, listed):
                continue
        last[label.rank] = label.value
        places.append(label.at)
        head = label.end
    return places


def _opens(words: str, label: _Label, last: int, head: int, listed: bool) -> bool:
    """Whether a label within a section opens a unit; `last` is the number of the last of its kind, `listed`
    whether others may follow it."""
    headed = _HEADING.fullmatch(words, head, label.at) is not None
    if label.value == last + 1 > 1 and _before(words, label.at) not in _NO_END:
        return True
    if not (headed or _behind_stop(words, label.at)):
        return False
    # In an extract numbers are left out.
    listed = listed or (headed and (last > 0 or _before(words, label.at) != "。"))
    return label.value > max(last, 1) or (label.value == 1 and listed)


def _behind_stop(words: str, at: int) -> bool:
    """Whether a place stands behind the end of a sentence or clause."""
    return _before(words, at) in _STOPS


def _before(words: str, at: int) -> str:
    """The last character before a place that is no space; none at the beginning."""
    return words[max(at - 3, 0) : at].rstrip()[-1:]
