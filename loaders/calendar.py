"""Dates as documents write them: 2019年1月27日, 二〇〇四年四月二十七日, 2020-02-03."""

from __future__ import annotations

import calendar
import re
from datetime import date

from loaders.numerals import DIGITS, value_of

# For use inside larger patterns; no groups.
DATE = (
    r"(?:(?:19|20)\d\d年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日"
    rf"|[一二][{DIGITS}0]{{3}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日"
    r"|(?:19|20)\d\d[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])(?!\d))"
)
_PARTS = re.compile(r"(.{4})[年\-./](.{1,2})[月\-./](.{1,3}?)日?$")


def parse_date(words: str) -> date | None:
    """The date at the head of the words, None where there is none or it is not in the calendar."""
    match = re.match(DATE, re.sub(r"\s", "", words))
    parts = _PARTS.match(match.group()) if match else None
    if parts is None:
        return None
    try:
        return date(*map(value_of, parts.groups()))
    except ValueError:
        return None


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last one of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
