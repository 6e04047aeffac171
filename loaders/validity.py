"""From when and until when a document itself holds: 自…起施行, 有效期5年, 执行至…止."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.calendar import DATE, months_after, parse_date
from loaders.numerals import value_of
from loaders.recognise._points import Time

_STARTS = r"(?:施行|实施|执行|生效|试行|暂行|暂执行|试执行|有效)"
_TERM = re.compile(
    rf"起(?:正式|开始)?{_STARTS}(?=$|[,;.)至到止期,]|有效|试行|暂|\d|[一二三四五两]年)|之日起(?:\d+[日天]后)?{_STARTS}"
    r"|有效期|执行期|施行期|实施期限|试行期|政策期限|(?:执行|实施|施行|有效|截止|试行|止)?(?<!达)(?:至|到)(?!\d+(?:\.\d+)?[^\d.年月])(?=.{4,16}止?$)"
)
# The document speaks of itself: 本通知, 上述措施; or the sentence has no subject but its term.
_OWN = re.compile(
    r"^(?:[一二三四五六七八九十\d]{1,3}[、.]|第[一二三四五六七八九十百\d]{1,4}条|\([一二三四五六七八九十\d]{1,3}\))?"
    r"(?:(?:[^,]{0,24},)?(?:本|上述|以上|此次|此)(?!市|省|区|县|级|地|单位|企业)[^。]{0,40}?"
    r"(?:自|从|有效期|执行|实施|施行|试行|期限|止$)|\(?(?:政策)?(?:有效期|执行期限?|施行期|实施期限|实施时间|执行时间)|(?:自|从|定于)"
    r"|(?:公告|通告|通知|决定|决议|办法|规定|意见|方案)自(?:发布|公布|印发|颁布|下发|发文)之日起)"
)
# An order speaks of the text that it publishes: 《X》已经…通过，现予公布，自…起施行.
_PUBLISHED = re.compile(
    r"现(?:予|将|以)?[^。]{0,60}?(?:公布|发布|印发|颁布|颁发|制[定订])[^。]{0,40}?,(?=(?:自|从|定于)[^,。]{2,24}起)"
)
# 一、整治时间 › 从3月1日至5月31日: the time of the work.
_TASK_TIME = re.compile(r"[^\s、.)](?<!执行)(?<!实施)(?<!施行)(?<!生效)(?<!有效)时间(?:安排)?:?\s*\n\s*$")
# 自2023年7月1日零时起
_HOUR = r"(?:(?:零|\d{1,2})[时点]|\d{1,2}:\d\d)?"
_FROM = re.compile(rf"(?:自|从|为|:|定于)({DATE}){_HOUR}(?:起|开始|至|到|[-~])")
_FROM_ISSUE = re.compile(
    r"(?:自|从)?(?:本.{0,6})?(?:政策|文件)?(?:印发|发布|公布|下发|颁布|发文|签发|公告|印制)之日起(?:(\d{1,3})[日天]后)?"
)
_UNTIL = re.compile(
    rf"(?:至|到|截止|截至|[-~])({DATE}|(?:19|20)\d\d年(?:(?:1[0-2]|0?[1-9])月)?(?!\d)(?:年?底|末)?)"
    r"(?![^,。;]{2,16}(?:结束|解除))"
)
# 2026年4月11日起自行失效
_LAPSES = re.compile(rf"({DATE}){_HOUR}起,?(?:自行|自动)失效")
_PERIOD = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?![\d一二三四五六七八九十])")
_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十两]{1,2})"
# 有效期5年, 试行半年, 有效期两年半, 有效期1年6个月
_FOR = re.compile(
    r"(?:有效期|执行期|施行期|试行期|实施期|期限|试行|暂行)[^,。;\d一二三四五六七八九十两半]{0,8}(?=[\d一二三四五六七八九十两半])"
    rf"(?:(?P<years>{_COUNT})\s*个?年(?![底末]))?"
    rf"(?:(?P<half>半)|(?P<months>{_COUNT})\s*个?月(?![底末\d]))?"
)
_TITLE = re.compile("《[^《》]*》")
# 自6月1日起施行, 自6月1日起,废止《X》.
IN_FORCE = re.compile(r"(?:正式|开始)?(?:施行|实施|执行|生效)|,?(?:同时|相应)?(?:废止|停止[执施]行|失效)")
_ITSELF = re.compile(r"本[\u4e00-\u9fff]{2,6}$")
_SENTENCE = re.compile(r"[^。;\n]+")
_LONGEST = 200


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
    for start, end in _sentences(text, spans):
        published = _PUBLISHED.search(text, start, end)
        start = published.end() if published else start
        words = text[start:end]
        of_work = _TASK_TIME.search(text, max(start - 24, 0), start)
        if of_work or not (_OWN.match(words) and _TERM.search(words)):
            continue
        effective = _effective(words, issued_on)
        expires = _expires(words, effective or issued_on)
        if effective or expires or "有效期" in words:
            return Validity(words.strip(), start, end, effective, expires)
    return None


def is_of_validity(text: str, time: Time, validity: Validity | None) -> bool:
    """Whether a time is that of the document's own validity, said once or again (本办法自…起施行); by when
    reports are due may stand in the same sentence."""
    if validity is None:
        return False
    if validity.start <= time.start < validity.end:
        return time.rule != "due-before"
    own = time.rule == "from" and _ITSELF.search(text, max(time.start - 8, 0), time.start)
    return bool(own and IN_FORCE.match(text, time.end))


def _sentences(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        for sentence in _SENTENCE.finditer(text, start, end):
            if sentence.end() - sentence.start() < _LONGEST:
                yield sentence.span()


def _effective(words: str, issued_on: date | None) -> date | None:
    stated = _FROM.search(words)
    if stated:
        return parse_date(stated.group(1))
    issue = _FROM_ISSUE.search(words)
    if issue is None or issued_on is None:
        return None
    return issued_on + timedelta(days=int(issue.group(1) or 0))


def _expires(words: str, since: date | None) -> date | None:
    # The years of a title in it are no term: 《行动计划(2018—2020年)》同时废止.
    words = _TITLE.sub("", words)
    lapses = _LAPSES.search(words)
    if lapses and (day := parse_date(lapses[1])):
        return day - timedelta(days=1)
    until = _UNTIL.search(words)
    if until:
        return parse_date(until.group(1)) or _period_end(until.group(1))
    term = _FOR.search(words)
    if since is None or term is None:
        return None
    months = 12 * value_of(term["years"] or "0") + 6 * bool(term["half"]) + value_of(term["months"] or "0")
    # The last day of a term that begins on `since`.
    return months_after(since, months) - timedelta(days=1) if months else None


def _period_end(words: str) -> date | None:
    """The last day of a stated month or year (2020年6月底, 2020年底); None for a day of no calendar."""
    period = _PERIOD.match(words)
    if period is None:
        return None
    year, month = int(period[1]), int(period[2] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])
