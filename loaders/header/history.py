"""The bracket below the title of a law or rule: when it was passed, by which order published, from when
it holds (2001年10月31日…通过 2001年12月10日国务院令第332号公布 自2002年1月1日起施行)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from loaders.calendar import DATE, parse_date
from loaders.header.bodies import Issuer
from loaders.header.tokens import Token
from loaders.recognise.regulations import find_number
from loaders.resolve.agencies import looks_like_agency

_PUBLISHED = re.compile(rf"(?P<day>{DATE})(?P<by>[^()年》于]*?)(?:公布|发布|印发|颁布|(?<=号)(?=\)$))")
_PASSED = re.compile(rf"\(?(?P<day>{DATE})")
_HOLDS = re.compile(rf"自(?:(?P<day>{DATE})|(?:发布|公布|颁布)之日)起")
_CONGRESS = re.compile(
    rf"{DATE}(?P<place>(?:[\u4e00-\u9fff]{{2,16}}?)?)第[^第届]{{1,4}}届(?P<body>(?:全国)?人民代表大会(?:常务委员会)?)第[^第次]{{1,5}}次会议"
)
_MOST_TOKENS = 12
_LINE = re.compile(rf"{DATE}(?:$|[\u4e00-\u9fff])")
_VERB = re.compile(r"(?:公布|发布|颁布|通过)$")


@dataclass(frozen=True, slots=True)
class History:
    """The day of publishing (failing it, of passing), the order's number, who gave it, and from when
    the text holds."""

    on: date | None = None
    number: str | None = None
    issuers: tuple[Issuer, ...] = ()
    holds_from: date | None = None


def read(head: list[Token]) -> History:
    """What the first such bracket of the head says, or a line of its words without brackets (1988年11月10日
    某省人民政府第4号令发布); of a bracket that only tells when the text was passed and a line right behind
    it that tells when it was published, both."""
    past, at = History(), 0
    for i, token in enumerate(head):
        if past.on and i - at > _MOST_TOKENS:
            break
        if not (token.text.startswith("(") or _LINE.match(token.text)):
            continue
        words = _bracket(head, i) if token.text.startswith("(") else _line(head, i)
        published, passed = _PUBLISHED.search(words), _PASSED.match(words)
        if published:
            found = _history(words, published, published["by"])
            holds_from, issuers = found.holds_from or past.holds_from, found.issuers or past.issuers
            return replace(found, holds_from=holds_from, issuers=issuers)
        if passed and words.endswith((")", "通过")) and not past.on:
            past, at = _history(words, passed, None), i
    return past


def _history(words: str, dated: re.Match[str], by: str | None) -> History:
    """What the words say that tell the day of publishing, and by which order, or that of passing (None)."""
    on, holds, number = parse_date(dated["day"]), _HOLDS.search(words), find_number(by or "")
    standard = number[0] if number else None
    holds_from = _holds_from(holds, None if by is None else on) if holds else None
    return History(on, standard, tuple(_issuers(standard or "", words)), holds_from)


def _holds_from(holds: re.Match[str], published: date | None) -> date | None:
    """The day that is written, or that of publishing: 自发布之日起施行."""
    return parse_date(holds["day"]) if holds["day"] else published


def _line(head: list[Token], first: int) -> str:
    """The words of a line from a token on, where they, or those of the line below with them, end with
    their verb."""
    words, line = "", head[first].line
    for token in head[first : first + _MOST_TOKENS]:
        if token.line > line and (_VERB.search(words) or token.line > line + 1 or "。" in words):
            break
        words += token.text
    return words if _VERB.search(words) else ""


def _bracket(head: list[Token], first: int) -> str:
    """The words from a token that opens a bracket to the one that closes it."""
    words = ""
    for token in head[first : first + _MOST_TOKENS]:
        words += token.text
        if words.count("(") <= words.count(")"):
            break
    return words


def _issuers(number: str, words: str) -> Iterator[Issuer]:
    """Who gave the order, or which congress passed the text; neither has a place of its own."""
    name = "国务院" if number.startswith("国令") else number.split("令")[0] if "令" in number else ""
    if name and looks_like_agency(name):
        yield Issuer(name, 0, 0)
    elif (
        not number
        and (congress := _CONGRESS.search(words))
        and not congress["body"].startswith("全国" if congress["place"] else "人")
    ):
        yield Issuer(congress["place"] + congress["body"], 0, 0)
