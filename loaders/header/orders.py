"""Orders (令): who gives them, what they publish, from when it holds."""

from __future__ import annotations

import re
from datetime import date

from loaders.calendar import DATE, parse_date
from loaders.header.bodies import Issuer
from loaders.header.tokens import Token
from loaders.normalise import Text
from loaders.resolve.agencies import looks_like_agency

_ORDER = re.compile(r"^(?P<issuer>[\u4e00-\u9fff]{2,20}?)令(?:\(?第(?P<number>\d{1,4})号\)?)?$")
_ANNOUNCEMENT = re.compile(r"[\u4e00-\u9fff]{2,20}人民代表大会(?:常务委员会)?公告(?:\([^()]{2,12}号\))?")
_SENTENCE = re.compile(r"[^。\n]*(?:公布|发布)[^。\n]*")
_TITLE = re.compile(r"《(?P<title>[^《》]{3,60})》")
_FROM = re.compile(rf"自(?P<day>{DATE})起")


def order_issuer(head: list[Token]) -> Issuer | None:
    """The body whose order this is: 云南省人民政府令 › 第218号."""
    for i, token in enumerate(head):
        match = _ORDER.match(token.text) if order_words(head, i) else None
        if match:
            issuer = match.group("issuer").removeprefix("中华人民共和国")
            if not looks_like_agency(issuer):  # 渝府令 is a code.
                continue
            if token.end - token.start > len(token.text):  # Spread out: 国 务 院 令.
                return Issuer(issuer, token.start, token.end)
            end = token.start + match.end("issuer")
            return Issuer(issuer, end - len(issuer), end)
    return None


def is_announcement(title: str) -> bool:
    """Whether a title is that of the sheet with which a congress publishes what it passed."""
    return _ANNOUNCEMENT.fullmatch(title) is not None


def published(text: Text) -> tuple[str | None, date | None]:
    """The title of the text that an order publishes, and from when it holds: 《X》已经…通过，现予公布，
    自2019年6月1日起施行."""
    for sentence in _SENTENCE.finditer(text.text, 0, 3000):
        title = _TITLE.search(text.text, *sentence.span())
        if title:
            holds = _FROM.search(text.text, *sentence.span())
            return text.written(*title.span("title")), parse_date(holds.group("day")) if holds else None
    return None, None


def order_words(head: list[Token], i: int) -> str | None:
    """The words of an order's number that begin at a token, on one line or on two."""
    line = "".join(token.text for token in head[i : i + 5] if token.line == head[i].line)
    match = _ORDER.match(line) or _ORDER.match(head[i].text)
    if match is None or match.group("number"):
        return match and match.group()
    behind = ["".join(token.text for token in head[i + 1 : i + k]).strip("()") for k in (2, 3, 4)]
    count = next((words for words in behind if re.fullmatch(r"第\d{1,4}号", words)), None)
    return count and head[i].text + count
