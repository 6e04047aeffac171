"""Duties of running text to make something, whose words stand behind them.

One is given by 由 (由A会同B制定办法,报市政府。), others bid a named body do it (A要会同B制定办法。
A要抓紧制定办法。) or say that it is its to do (A负责编制名录。). What only exhorts (A要加强指导) makes
nothing and is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.recognise._bodies import is_known
from loaders.recognise._reading import Found, Party, Reading, read
from loaders.resolve.agencies import is_collective, looks_like_agency
from loaders.resolve.likeness import is_function

# 各部门要压实责任 bids somebody do something, and names no body.
_BIDS = re.compile("[要应须将]")
# 由A会同B制定办法,报市政府。 A要会同B,于6月底前制定办法。 由A、B分别牵头制定办法。 A要牵头制定办法。
# What they make is behind.
_MADE = (
    r"(?:另行|研究|具体|联合|共同|负责|组织|抓紧|加快|尽快|及时|适时|认真|进一步)*"
    r"(?:制定|制订|拟[定订]|起草|编制|修订|出台|印发|提出|落实|推进|办理|组成|组建|提高|调整|优化|统筹(?!部)|完善|完成|开展|细化|验收|负责(?!解释|人|制|任)"
    r"|(?:按程序)?报[^,。;:]{2,10}(?:批准|审[定批])|对[^,。;:]{2,30}?(?:进行|开展|实施))"
)
_OPENS = r"(?:^(?!\(?[\d一二三四五六七八九十]{1,3}[).、])|(?<=[。;:,!?).])|(?<=[\d一二三四五六七八九十]、))"
_OPENS_BY = re.compile(
    rf"{_OPENS}(?P<by>由|(?:国务院)?责成)?(?P<lead>[^,。;:由]{{2,120}}?)"
    rf"(?:(?:要|应当?)?(?:会同|会商|(?<=[委部局署办])商(?![务业贸标会]))(?P<support>[^,。;:]{{2,200}}?),?(?:(?:[于在]|(?=\d))[^,。;:]{{2,12}}前,?)?(?:(?:按照?|依据|根据)[^,。;:]{{2,60}},)?(?={_MADE})"
    rf"|(?(by)(?:分别|共同|联合)?牵头(?={_MADE})|(?:要|应当?)牵头(?:负责)?(?=[\u4e00-\u9fff])))"
)
# 由A、B制定办法: nobody leads.
_TOGETHER = re.compile(rf"(?:^|(?<=[。;:,]))由(?P<who>[^,。;:由]{{4,120}}?)(?=(?:{_MADE}|组织)(?!的))")
_PAST = re.compile("[^,。;:]{2,6}?[了过](?!解|程|渡|剩|期|度)")
# 各县、各乡镇,开发区要制定办法。
_ALL = re.compile(r"[\s(一二三四五六七八九十\d).、]*[各地有相]")
# A、B要于6月底前制定办法。 A负责起草条例。 A负责组织认定。
_PRODUCT = r"(?:制定|制订|拟[定订]|起草|编制|修订|修改|出台|印发|发布|公布|提出|建立|设立|组建)(?!的)"
# A要定期对堤防进行检查: what is done to something is a task, too.
_DEED = (
    r"(?:不?定期|每[年季月周日]度?)?对(?!照)[^,。;:]{2,30}?(?:进行|开展|实施)(?![了过])(?=[\u4e00-\u9fff])"
)
_BIDDEN = re.compile(
    rf"{_OPENS}(?P<who>[^,。;:由]{{2,80}}?)(?:(?P<bid>"
    r"(?:要|应当?|须|必须)(?:(?:根据|结合|按照?)[^,。;:]{2,40},)?(?:(?:[于在]|(?=\d))[^,。;:]{2,12}前,?)?"
    rf"(?:抓紧|加快|尽快|认真|及时|积极|主动|切实|研究|组织|具体|联合|共同)*(?:{_PRODUCT}|{_DEED})"
    rf"|按照?[^,。;:]{{0,12}}(?:职责|分工)(?:分工|权限)?,?(?:分别|各自|依法|负责|组织)*{_DEED})"
    rf"|(?:分别|共同|具体)?负责(?:(?:研究|组织|具体|牵头)*{_PRODUCT}|组织(?!领导|协调|保障|落实)[\u4e00-\u9fff]{{2}}))"
)
# 各县政府对本县水质负总责。
_TOTAL = re.compile(
    rf"{_OPENS}(?P<who>[^,。;:由对]{{3,80}}?)对[^,。;:]{{2,40}}?负(?:总责|主责|全责|(?:主体|领导|监管|属地|管理|总体)+责任)(?=[,。;]|$)"
)


def made(words: str) -> list[Found]:
    """The duties to make something that parts of sentences open with, in order, none inside another."""
    found: list[Found] = []
    if "会同" in words or "牵头" in words or "由" in words:
        found += _by(words)
    if "要" in words or "应" in words or "须" in words or "负责" in words or "职责" in words:
        found += _bidden(words)
    if "对" in words and "责" in words:
        found += _total(words)
    found.sort(key=lambda duty: (duty.start, -duty.end))
    kept = found[:1]
    kept += [duty for before, duty in pairwise(found) if duty.start >= before.end]
    return kept


def _by(words: str) -> Iterator[Found]:
    """由A会同B制定办法,报市政府。"""
    for duty in _OPENS_BY.finditer(words):
        start, end = duty.start("lead"), duty.end()
        if duty["support"]:
            end = duty.end("support")
            reading = joint(words, duty.span("lead"), duty.span("support"))
        elif duty["by"] or not duty["lead"].startswith("各"):  # 各县要牵头… bids all and sundry.
            reading = read(duty["lead"] + "牵头")
        else:
            continue
        # A会同B制定了办法 tells what was.
        if reading is not None and all_of(words[start:end], reading) and not _PAST.match(words, end):
            yield Found(duty.start(), end, start, replace(reading, rule="note"))


def _bidden(words: str) -> Iterator[Found]:
    """A、B要制定办法。 What bids all and sundry (各县要制定办法) is no duty of a body's own."""
    for duty in _BIDDEN.finditer(words):
        start, end = duty.span("who")
        opened = max(words.rfind(stop, 0, start) for stop in "。;") + 1
        all_of_them = _ALL.match(words, start) or _ALL.match(words, opened)
        if all_of_them and (duty["bid"] or not duty["who"].endswith("政府")):
            continue
        reading = read(duty["who"] + "负责")
        if reading is None or not names_only(reading) or not all_of(duty["who"], reading):
            continue
        if not duty["bid"] or not any(is_collective(name.surface) for name, _ in reading.parties):
            yield Found(start, end, start, replace(reading, rule="note"))


def _total(words: str) -> Iterator[Found]:
    """各县政府对本县水质负总责: whoever is named answers, one of a kind as well."""
    for duty in _TOTAL.finditer(words):
        start, end = duty.span("who")
        reading = read(duty["who"] + "负责")
        if reading is not None and names_only(reading) and all_of(duty["who"], reading):
            yield Found(start, end, start, replace(reading, rule="note"))


def together(words: str) -> Iterator[Found]:
    """The duties to make something that several bodies have together: 由A、B制定办法,报市政府。"""
    for duty in _TOGETHER.finditer(words):
        start, end = duty.span("who")
        reading = read(words[start:end] + "负责")
        if reading is not None and len(reading.parties) > 1 and names_only(reading):
            yield Found(duty.start(), end, start, replace(reading, rule="note"))


def joint(words: str, lead: tuple[int, int], support: tuple[int, int]) -> Reading | None:
    """The duty that the bodies of two stretches have together, whatever stands between them; None where
    one of the two names nobody."""
    reading = read(f"{words[slice(*lead)]}会同{words[slice(*support)]}负责")
    if reading is None or {p.role for p in reading.parties} != {"lead", "support"}:
        return None
    shift, length = support[0] - lead[1] - len("会同"), lead[1] - lead[0]
    parties = [
        Party(name.moved(shift if name.start >= length else 0), role) for name, role in reading.parties
    ]
    return replace(reading, parties=tuple(parties), rule="note")


def names_only(reading: Reading) -> bool:
    """Whether all that a reading names are known bodies, and none of them stands for others."""
    return all(is_known(name) and not name.vague for name, _ in reading.parties)


def all_of(words: str, reading: Reading, spare: int = 8) -> bool:
    """Whether a sentence has hardly a word beside its bodies and what they do."""
    named = sum(p.name.end - p.name.start for p in reading.parties)
    opens = words.removeprefix("由").startswith(reading.parties[0].name.surface[:2])
    certain = reading.certain and not reading.parties[0].name.vague
    certain = certain and not any("由" in p.name.surface for p in reading.parties)
    certain = certain and not all(is_function(p.name.expanded) for p in reading.parties)
    certain = certain and not any(
        _BIDS.search(name.surface) and not looks_like_agency(name.expanded) for name, _ in reading.parties
    )
    return opens and certain and len(words) - named <= spare + 6 * len(reading.parties)
