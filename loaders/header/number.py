"""The document's own number, and the body that signs an order."""

from __future__ import annotations

import re

from loaders.header.signature import Issuer
from loaders.header.tokens import Token
from loaders.recognise.regulations import find_number

_ORDER = re.compile(r"^(?P<issuer>[\u4e00-\u9fff]{2,20}?)令(?:\(?第(?P<number>\d{1,4})号\)?)?$")
# The red head may be glued to its number: 云南省教育厅文件云教发〔2022〕31号.
_RED_HEAD = re.compile(r"^[\u4e00-\u9fff]*?文件(?=[\u4e00-\u9fff])")


def own_number(head: list[Token]) -> str | None:
    """The first number that stands by itself in the head, or the number of an order."""
    for i, token in enumerate(head):
        if token.number:
            return _RED_HEAD.sub("", token.number)
        if len(token.text) > 60 and "。" in token.text:
            return None
        order = _order(head, i)
        if order:
            found = find_number(order)
            return found[0] if found else None
    return None


def order_issuer(head: list[Token]) -> Issuer | None:
    """The body whose order this is: 云南省人民政府令 › 第218号."""
    for i, token in enumerate(head):
        match = _ORDER.match(token.text) if _order(head, i) else None
        if match:
            issuer = match.group("issuer").removeprefix("中华人民共和国")
            start = token.end - 1 - len(issuer) if not match.group("number") else token.start
            return Issuer(issuer, start, start + len(issuer))
    return None


def _order(head: list[Token], i: int) -> str | None:
    """The words of an order's number that begin at a token, on one line or on two."""
    match = _ORDER.match(head[i].text)
    if match is None or match.group("number"):
        return match and head[i].text
    after = head[i + 1].text.strip("()") if i + 1 < len(head) else ""
    return head[i].text + after if re.fullmatch(r"第\d{1,4}号", after) else None
