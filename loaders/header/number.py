"""The document's own number, and whose it is."""

from __future__ import annotations

import re

from graph.model import Region
from loaders.calendar import DATE
from loaders.header.bodies import is_bodies
from loaders.header.orders import order_words
from loaders.header.tokens import Token
from loaders.numerals import DIGITS, value_of
from loaders.recognise.regulations import find_number
from loaders.resolve.issuing_codes import regions_of
from loaders.resolve.regions import official

_COUNT = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})号"
_ANNOUNCEMENT = re.compile(
    rf"[\u4e00-\u9fff、]{{0,40}}[公通]告(?P<bracket>[(\[])?(?:(?:19|20)\d\d年第?|第){_COUNT}(?(bracket)[)\]])"
    r"|[\u4e00-\u9fff]{2,30}第\d{1,4}号[公通]告"
)
_SEQUENCE = re.compile(
    rf"(?P<bracket>[(\[])?(?:(?P<year>(?:19|20)\d\d|[一二][{DIGITS}]{{3}})年)?"
    rf"(?P<count>第{_COUNT})(?(bracket)[)\]])"
)
# 《关于…的公告》(某部公告2020年第8号)
_BESIDE = re.compile(rf"\((?P<number>{_ANNOUNCEMENT.pattern})\)$")
_ANNOUNCED_BY = re.compile(r"(?P<body>[\u4e00-\u9fff]{2,20})[公通]告(?:\d{4}年)?第\d+号$")
# 某部公告2017年第26号(关于…的公告)
_BEFORE = re.compile(rf"(?P<number>{_ANNOUNCEMENT.pattern})\(关于[^()]{{4,60}}[公通]告\)$")
# 某局关于…的公告(2020年第8号): whose it is, the title says.
_OF_TITLE = re.compile(
    rf"(?P<bodies>[\u4e00-\u9fff、]{{2,60}}?)关于.*的(?P<number>[公通]告\((?:(?:19|20)\d\d年)?第{_COUNT}\))$"
)
# (1985年5月4日皖政〔1985〕38号)
_DATED = re.compile(rf"\({DATE}(?P<number>[\u4e00-\u9fff]{{1,12}}[(\[](?:19|20)\d\d[)\]]\d{{1,5}}号)\)")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,20}")
# 苏政办发, 粤府: the number of a government, or of its office.
_GOVERNMENT = re.compile(r"(?!国)[\u4e00-\u9fff]{1,4}?(?:政|府)(?P<office>[办厅])?[发函规字告复秘通]{0,2}〔")
_STATE_COUNCIL = re.compile(r"国(?P<office>办)?[发函]〔")
_OFFICES = {"province": "办公厅", "county": "办公室"}


def own_number(head: list[Token]) -> str | None:
    """The first number that stands by itself in the head, or the number of an order or announcement."""
    for i, token in enumerate(head):
        if token.number:
            return token.number
        if len(token.text) > 60 and "。" in token.text:
            return None
        beside = _BESIDE.search(token.text) or _DATED.match(token.text) or _BEFORE.match(token.text)
        if beside and (found := find_number(beside["number"])):
            return found[0]
        announcement = _announcement(head, i) or _of_title(token.text) or _below_title(head, i)
        if announcement:
            return announcement
        order = order_words(head, i)
        if order:
            found = find_number(order)
            return found[0] if found else None
    return None


def government(number: str, region: Region) -> str | None:
    """The government of `region`, or its office, by the code of its number (苏政办发); None where the code
    is no government's, or the office's name is not settled by its level."""
    if region.level == "country":
        state = _STATE_COUNCIL.match(number)
        return ("国务院办公厅" if state["office"] else "国务院") if state else None
    local = _GOVERNMENT.match(number)
    office = _OFFICES.get(region.level) if local and local["office"] else ""
    governed = region.level != "zone" and not region.name.endswith(("盟", "地区"))
    if local is None or office is None or not governed or region not in regions_of(number):
        return None
    return f"{official(region)}人民政府{office}"


def announcer(number: str) -> str | None:
    """The body whose announcement bears a number: 海关总署公告2017年第26号."""
    found = _ANNOUNCED_BY.match(number)
    return found["body"] if found and is_bodies(found["body"]) else None


def _announcement(head: list[Token], at: int) -> str | None:
    """财政部 税务总局公告2022年第4号: a number that its issuers open, parted by spaces or lines."""
    words = head[at].text
    if words.endswith("告") and not words.endswith(("的公告", "的通告")):
        words += _sequence(head[at : at + 7])
    if not _ANNOUNCEMENT.fullmatch(words):
        return None
    begin = at
    alone = words.startswith(("公告", "通告"))  # 某部 › 公 告 › 2004年第12号.
    while begin and _NAME.fullmatch(head[begin - 1].text):
        apart = head[begin].line - head[begin - 1].line
        if apart and not (alone and apart <= 2 and is_bodies(head[begin - 1].text)):
            break
        begin -= 1
    found = find_number("".join(token.text for token in head[begin:at]) + words)
    return found[0] if found else None


def _of_title(words: str) -> str | None:
    """The number of an announcement whose count stands behind its title."""
    titled = _OF_TITLE.match(words) if words.endswith("号)") else None
    if titled is None or not is_bodies(titled["bodies"]):
        return None
    found = find_number(titled["bodies"] + titled["number"])
    return found[0] if found else None


def _below_title(head: list[Token], at: int) -> str | None:
    """The number of an announcement whose year and count stand below its title, which may have two lines:
    某税务局关于…的通告 › 2022年第7号."""
    counted = _SEQUENCE.fullmatch(head[at].text)
    if not (counted and counted["year"]) or head[at].line == head[at - 1].line:
        return None
    titles = ("".join(token.text for token in head[max(at - lines, 0) : at]) for lines in (1, 2, 3))
    return next((found for title in titles if (found := _of_title(f"{title}({head[at].text})"))), None)


def _sequence(words: list[Token]) -> str:
    """The year and the count that stand behind the first word, on its line or on the one below."""
    for line in {token.line: None for token in words[:2]}:
        rest = "".join(token.text for token in words[1:] if token.line == line)
        if match := _SEQUENCE.fullmatch(rest):
            year = f"{value_of(match['year'])}年" if match["year"] else ""
            return year + match["count"]
    return ""
