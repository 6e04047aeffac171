"""From when and until when a document itself holds: 自…起施行, 有效期5年, 执行至…止."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.calendar import DATE, parse_date
from loaders.numbering import chinese_number

_SELF = (
    r"(?:本|该|上述|以上|此前)?"
    r"(?:通知|意见|方案|办法|规定|措施|政策|细则|条例|文件|计划|规划|若干措施|政策措施|实施意见|条款)?"
)
_TERM = re.compile(
    r"起(?:开始)?(?:施行|实施|执行|生效|试行|暂行|暂执行|有效)|之日起|有效期|执行期|施行期|实施期限|试行期|适用于.{0,6}期间"
)
_OWN = re.compile(
    rf"^.{{0,12}}?(?:{_SELF})(?:政策)?(?:自|从|有效期|执行期|施行期|试行期)|有效期|执行期|施行期"
)
_FROM = re.compile(rf"(?:自|从)({DATE})(?:起|开始)")
_FROM_ISSUE = re.compile(r"(?:自|从)?(?:本.{0,6})?(?:政策)?(?:印发|发布|公布|下发|颁布|发文|签发)之日起")
_UNTIL = re.compile(rf"(?:至|到|截止|截至)({DATE})")
_FOR = re.compile(
    r"(?:有效期|执行期|施行期|试行期|实施期限|期限)[^,。;]{0,12}?(\d{1,2}|[一二三四五六七八九十两]{1,2})\s*(个月|年)"
)
_TRY = re.compile(r"试行(\d{1,2}|[一二三四五六七八九十两]{1,2})\s*(个月|年)|之日起的?(\d{1,2})(个月|年)")
_SENTENCE = re.compile(r"[^。;\n]+")


@dataclass(frozen=True, slots=True)
class Validity:
    """The words, their span, and the dates they give."""

    words: str
    start: int
    end: int
    effective_on: date | None = None
    expires_on: date | None = None


def find_validity(text: str, spans: list[tuple[int, int]], issued_on: date | None) -> Validity | None:
    """The first sentence of the given spans that says how long the document itself holds."""
    for start, end in spans:
        for sentence in _SENTENCE.finditer(text, start, end):
            words = sentence.group()
            if _TERM.search(words) and _OWN.search(words) and len(words) < 200:
                effective = _effective(words, issued_on)
                expires = _expires(words, effective or issued_on)
                if effective or expires or "有效期" in words:
                    return Validity(words.strip(), sentence.start(), sentence.end(), effective, expires)
    return None


def _effective(words: str, issued_on: date | None) -> date | None:
    stated = _FROM.search(words)
    if stated:
        return parse_date(stated.group(1))
    if _FROM_ISSUE.search(words) and not re.search(r"之日起\s*\d+\s*日后", words):
        return issued_on
    return None


def _expires(words: str, since: date | None) -> date | None:
    until = _UNTIL.search(words)
    if until:
        return parse_date(until.group(1))
    term = _FOR.search(words) or _TRY.search(words)
    if term is None or since is None:
        return None
    number, unit = [g for g in term.groups() if g][:2]
    count = int(number) if number.isdecimal() else (2 if number == "两" else chinese_number(number))
    return _after(since, count * (12 if unit == "年" else 1))


def _after(since: date, months: int) -> date:
    """The last day of a term of so many months that begins on `since`."""
    month = since.month - 1 + months
    year, month = since.year + month // 12, month % 12 + 1
    day = min(since.day, calendar.monthrange(year, month)[1])
    return date(year, month, day) - timedelta(days=1)
