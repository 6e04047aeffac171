"""Responsibility clauses: where they stand in a paragraph.

A clause stands in brackets of any width, behind a label or as a sentence of its own or of running text
(`_sentences`). What its words say is read in `_reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.recognise import _sentences, roles
from loaders.recognise._asked import asked
from loaders.recognise._bodies import is_known, is_unit
from loaders.recognise._brackets import brackets
from loaders.recognise._reading import LONGEST, ONGOING, TIME, Found, Party, Reading, read
from loaders.recognise.leads import LeadNote
from loaders.resolve.agencies import looks_like_agency
from loaders.resolve.endings import BODIES

__all__ = ["ONGOING", "Clause", "Party", "is_unit", "match"]

_HINT = re.compile(r"牵头|负责|单位|部门|主体|配合|分工|会同|落实|协助|参与|主办|承办|主责|起草|:")
# 责任单位为A、B says the same as 责任单位：A、B.
_LABEL = re.compile(rf"{roles.label_pattern()}\s*(?::|(?<=[位门])[为是](?=[\u4e00-\u9fff]))")
_SAID = re.compile("[位门][为是]")
# 【责任单位】 before the names is a label as well.
_BRACKET_LABEL = re.compile(
    rf"[(\[](?<![位门].)(?=[^()\[\]]+[)\]]:?[\u4e00-\u9fff\d])({roles.label_pattern()})[)\]]:?(?=[\u4e00-\u9fff\d])"
)
_NEXT = re.compile(
    r"\([一二三四五六七八九十]{1,3}\)"
    r"|(?<=[\u4e00-\u9fff)])\d{1,2}[.、](?=[\u4e00-\u9fff])|(?<=\))[一二三四五六七八九十]{1,3}、"
)
_ITEM = re.compile("[^、,;。:]*")
# 责任单位市民政局, (四)责任单位 市残联: how near a line's head its label stands.
_LABEL_REACH = 12
_LABEL_ALONE = re.compile(rf"{roles.label_pattern()}[ →]*")
_STOP = ".。;!?\n)]"
# (四)责任单位。A,B。 as a heading is.
_HEADING_LABEL = re.compile(
    rf"[(\d一二三四五六七八九十).、 ]{{0,6}}{roles.label_pattern()}(?<=[位门])。(?=[\u4e00-\u9fff])"
)
# ●责任单位：A: marks at the head of a line.
_MARKS = " -*·•●○◆◇■□▲△★☆※"
_CLOSING = re.compile(r"[。;,.!?)\]”\s]*$")
# 主管部门（市水务局）explains the word before it.
_EXPLAINED = re.compile(
    r"(?:部门|单位|机构|机关|企业|银行|政府|厅局|方面|成员|主体|高校|院校|地区|城市|组织|如)$"
)
_NUMBERED = re.compile(r"\s*[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]")
_BODY_BEFORE = re.compile(rf"(?:[{BODIES}长员区县市镇]|中心|公司|集团|平台|网站|大厅|窗口|热线|企|责任)$")


class Clause(NamedTuple):
    """A clause as a span of the normalised text. `rule` is list, sentence, bare, note or term.

    `lead_note`: what the clause says of who leads in it, or from there on. `inside`: its bodies are units
    of the one that issues the document.
    """

    start: int
    end: int
    parties: tuple[Party, ...]
    rule: str
    ongoing: bool = False
    lead_note: LeadNote | None = None
    doubt: str | None = None
    inside: bool = False


def match(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of the paragraph `text[start:end]`, in order, none inside another."""
    words = text[start:end]
    return [_clause(found, start) for found in _in_paragraph(words)]


def _clause(found: Found, start: int) -> Clause:
    reading, by = found.reading, start + found.offset
    parties = tuple([Party(name.moved(by), role) for name, role in reading.parties])
    return Clause(
        start + found.start,
        start + found.end,
        parties,
        reading.rule,
        reading.ongoing,
        reading.lead_note,
        found.doubt,
    )


def _in_paragraph(words: str) -> Iterator[Found]:
    bracketed = "(" in words or "[" in words
    if bracketed and _BRACKET_LABEL.search(words):
        words = _BRACKET_LABEL.sub(lambda m: f"{m.group(1)}:".ljust(len(m.group())), words)
    if words.find("。", 0, 14) > 0 and (heading := _HEADING_LABEL.match(words)):
        words = f"{words[: heading.end() - 1]}:{words[heading.end() :]}"
    at = 0
    for left, right, closed in brackets(words) if bracketed else ():
        if left < at:
            continue
        found = _bracket(words, left, right, closed=closed, adjacent=bool(at) and left == at)
        if found is not None:
            yield from _labelled(words, at, left)
            yield found
            at = right
    labelled = list(_labelled(words, at, len(words)))
    if not at and not labelled:
        yield from list(_sentences.closing(words)) or list(asked(words)) or _sentences.running(words)
    elif not at and not any(found.reading.parties for found in labelled):
        # A、B负责。完成时限:…: the label says no more than when.
        yield from _sentences.closing(words[: labelled[0].start])
    yield from labelled


def _bracket(words: str, left: int, right: int, *, closed: bool, adjacent: bool) -> Found | None:
    """The clause that a bracket holds."""
    inner = words[left + 1 : right - closed]
    if len(inner) > LONGEST:
        return None
    hinted = _HINT.search(inner) is not None
    if not closed and not hinted:
        return None
    if adjacent and (TIME.search(inner) or ONGOING.search(inner)) and not hinted:
        return Found(left, right, left, Reading((), "term", bool(ONGOING.search(inner)), None, True))
    behind_stop = _behind_stop(words, left)
    if not hinted and not behind_stop and not _CLOSING.match(words, right):
        return None
    reading = read(inner)
    if reading is None or not (reading.certain or _closes(words, left, right, reading, behind=behind_stop)):
        return None
    return Found(left, right, left + 1, reading, None if closed else "uncertain clause")


def _behind_stop(words: str, at: int) -> bool:
    before = words[max(at - 8, 0) : at].rstrip(" ”")
    return before[-1] in _STOP or (at <= 8 and not before.strip(_MARKS)) if before else at <= 8


def _closes(words: str, left: int, right: int, reading: Reading, *, behind: bool) -> bool:
    """Whether a bracket stands where a clause does: behind a finished sentence, or at the end of the
    paragraph and not as an explanation of the word before it."""
    if behind:
        return reading.rule == "sentence" or len(reading.parties) > 1 or bool(_CLOSING.match(words, right))
    if _EXPLAINED.search(words, max(left - 4, 0), left) or not _CLOSING.match(words, right):
        return False
    # 增设科室(内科、外科)
    several = len(reading.parties) > 1 and any(is_known(name) for name, _ in reading.parties)
    return several or _tasked(words, left, reading)


def _tasked(words: str, left: int, reading: Reading) -> bool:
    """Whether the one body in a bracket answers for the numbered task before it, and is not the other
    name of a body there: 3.粮食产量稳定在50万吨(县农业农村局)."""
    (name, _), *_ = reading.parties
    return (
        not name.vague
        and _NUMBERED.match(words) is not None
        and not _BODY_BEFORE.search(words, max(left - 3, 0), left)
    )


def _labelled(words: str, start: int, end: int) -> Iterator[Found]:
    """The clauses without brackets that a label opens: at the head of a line or sentence, or behind the
    task itself where known bodies are all that follows (1.清理河道 责任单位:县水利局)."""
    if words.find(":", start, end) < 0 and not _SAID.search(words, start, end):
        if start == 0 and ("单位" in words or "部门" in words):
            yield from _unmarked(words, end)
        return
    stop = start
    for label in _LABEL.finditer(words, start, end):
        if label.start() < stop:
            continue
        # 责任领导:…    牵头单位:… stand apart in a line.
        apart = words.endswith("  ", 0, label.start())
        opens = label.start() == start or apart or _behind_stop(words, label.start())
        colon = words[label.end() - 1] == ":"
        amid = not colon and words[label.start() - 1] == ","
        if not (opens or colon or amid):
            continue
        until = _end_of_labels(words, label.end(), end)
        reading = read(words[label.start() : until])
        if reading is not None and amid and any(name.vague for name, _ in reading.parties):
            continue
        if reading is not None and ((colon or _names_only(reading)) if opens else _known_only(reading)):
            yield Found(label.start(), until, label.start(), reading)
            stop = until
        elif opens:
            return


def _unmarked(words: str, end: int) -> Iterator[Found]:
    """The clause that a line is whose label lacks the colon: 责任单位市民政局, (四)责任单位市残联; or its
    last sentence: 疏浚河道。责任单位市水利局。"""
    number = _NUMBERED.match(words)
    head, last = number.end() if number else 0, words.rfind("。", 0, end - 1) + 1
    for at in (last, head) if last > head else (head,):
        if "单位" not in words[at : at + _LABEL_REACH] and "部门" not in words[at : at + _LABEL_REACH]:
            continue
        reading = read(words[at:end])
        if reading is None or reading.rule != "list" or not _names_only(reading):
            continue
        if at == head or _opens(words, at, reading):
            yield Found(at, end, at, reading)
            return


def _opens(words: str, at: int, reading: Reading) -> bool:
    """Whether a label and then the first body open at a place; 责任单位要落实 is no label."""
    label = _LABEL_ALONE.match(words, at)
    return label is not None and bool(reading.parties) and reading.parties[0].name.start == label.end() - at


def _names_only(reading: Reading) -> bool:
    """Whether all that a clause names are bodies, known or vague."""
    return all(name.vague or looks_like_agency(name.expanded) for name, _ in reading.parties)


def _known_only(reading: Reading) -> bool:
    """Whether a clause names bodies that are known, and nothing else."""
    return bool(reading.parties) and all(is_known(name) for name, _ in reading.parties)


def _end_of_labels(words: str, at: int, end: int) -> int:
    """Where a labelled clause ends: at the first stop that no other label follows."""
    end = _next_task(words, at, end)
    while (stop := words.find("。", at, end)) >= 0:
        if not _LABEL.match(words, stop + 1, end):
            return stop + 1
        at = stop + 1
    return end


def _next_task(words: str, at: int, end: int) -> int:
    """Where the number of the next task stands behind names (…各乡镇(二)…, …各村2.清理河道…), and none of a
    list of them (1.市财政局2.市水利局)."""
    for number in _NEXT.finditer(words, at, end):
        item = _ITEM.match(words, number.end(), end)
        if not number.group()[0].isdecimal() or not (item and looks_like_agency(item.group())):
            return number.start()
    return end
