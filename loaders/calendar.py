"""Dates as documents write them: 2019年1月27日, 二〇〇四年四月二十七日, 2020-02-03."""

from __future__ import annotations

import re
from datetime import date

from loaders.numbering import chinese_number

_CHINESE_DIGIT = "一二三四五六七八九零○〇oO0"
# For use inside larger patterns; no groups.
DATE = (
    r"(?:(?:19|20)\d\d年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日"
    rf"|[一二][{_CHINESE_DIGIT}]{{3}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日"
    r"|(?:19|20)\d\d[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])(?!\d))"
)
_PARTS = re.compile(r"(.{4})[年\-./](.{1,2})[月\-./](.{1,3}?)日?$")


def parse_date(words: str) -> date | None:
    """The date at the head of the words, None where there is none or it is not in the calendar."""
    match = re.match(DATE, re.sub(r"\s", "", words))
    parts = _PARTS.match(match.group()) if match else None
    if parts is None:
        return None
    year = "".join(_digit(c) for c in parts.group(1))
    try:
        return date(int(year), _number(parts.group(2)), _number(parts.group(3)))
    except ValueError:
        return None


def _digit(char: str) -> str:
    if char in "零○〇oO":
        return "0"
    return char if char.isdecimal() else str(chinese_number(char))


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else chinese_number(words)
