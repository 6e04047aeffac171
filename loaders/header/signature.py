"""The signature: the bodies that issue a document and the date, on lines or in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import groupby, takewhile

from loaders.calendar import DATE, parse_date
from loaders.header.bodies import SAME_PLACE, Issuer, is_bodies, is_known, split_bodies
from loaders.header.tokens import DAY, Token, tokens
from loaders.instruments import TITLE
from loaders.numerals import DIGITS
from loaders.recognise.persons import POST
from loaders.resolve.regions import find

_SIGNED = re.compile(rf"(?P<before>.*?)(?P<date>{DATE})(?P<note>\([^()《》]{{0,40}}\)?)?$")
_IN_LINE = re.compile(
    rf"(?P<closing>执行|落实|实施|办理|通知)?[。!](?P<bodies>[\u4e00-\u9fff、]{{3,90}})?(?P<date>{DATE})"
    r"(?:\([^()《》]{2,12}\))?(?=[\u4e00-\u9fff(\d《“])"
)
_DATED_LINE = re.compile(rf"年\s*{DAY}\s*月\s*{DAY}\s*日")
# A date that a copy tore: 2021年5月3, 20215月3日, 2021年1123, 2021  5  3 日, 2021 › 年5月3日.
_TORN = (
    r"(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}(?![\d日])|\d{1,2}月\d{1,2}日?|年?\d{3,4}日?"
    r"|年? +\d{1,2}月? +\d{1,2} *日?|\n\s*年\d{1,2}月\d{1,2}日)"
)
# 2021年5月, 2021.5.3, or a torn date: a line of its own.
_SHORT_LINE = re.compile(
    rf"\n[ \t\u3000]*(?:(?P<day>(?:19|20)\d\d\.\d{{1,2}}\.\d{{1,2}})|(?P<torn>{_TORN})"
    rf"|(?:(?:19|20)\d\d年\d{{1,2}}|[一二][{DIGITS}]{{3}}年[一二三四五六七八九十]{{1,2}})月)(?=\s*(?:\n|$))"
)
# (2021年5月3日印发), 某某办公厅 2021年5月3日印发, (2021年5月3日): when a document was printed, at its end.
_IMPRINT = re.compile(
    rf"(?:^|\n)\s*(?:\(|[\u4e00-\u9fff]{{4,30}}\s*)?(?P<date>{DATE})\s*印发\s*\)?\s*$|\n\s*\((?P<last>{DATE})\)\s*$"
)
_NOTE = re.compile(r"^\(.*(?:此件|本文|删减|主动公开|公开发布|代章|盖章|代签)")
_OFFICE = re.compile(rf"^(?P<body>[\u4e00-\u9fff]{{0,20}}?)(?:{POST})")
# How the title of an issued text ends before its first article on a line that lost its ends.
_INSTRUMENT = re.compile(rf"(?:{TITLE}|制度)(?:\((?:试行|暂行)\))?$")
_LISTED = re.compile(r"^(?:附件?|\d{1,2})[\s\d]*[:.、]")
# How many lines apart the bodies of a signature and its date stand, empty ones counted.
_APART = 4
# How many lines before the date's are read for the bodies, and where these reach the first of them;
# and how many characters before and behind a date in any case: a whole document may be one line.
_REACH = (24, 96)
_BEFORE, _BEHIND = 2_000, 200
# A line with so many tabs is a row of a table: its dates are terms.
_ROW = 3


@dataclass(frozen=True, slots=True)
class Signature:
    """The bodies and the date of a signature, and where in the source it ends (0: there is none)."""

    issuers: tuple[Issuer, ...] = ()
    on: date | None = None
    end: int = 0


def read(folded: str, after: int) -> Signature:
    """The first signature behind a place of the folded source."""
    for dated in _DATED_LINE.finditer(folded, after):
        stop = min(_line_end(folded, dated.end()), dated.end() + _BEHIND)
        if folded.count("\t", _line_start(folded, dated.start(), 1), stop) >= _ROW:
            continue
        for lines in _REACH:
            start = max(after, _line_start(folded, dated.start(), lines), dated.start() - _BEFORE)
            words = list(tokens(folded, stop, start))
            found = _signed(words, dated.start())
            if found is None or not found.issuers or found.issuers[0].start > words[0].start:
                break
        if found is not None:
            return found
    return _signed_in_short(folded, after)


def printed_on(folded: str) -> date | None:
    """The day of printing, which stands at a document's end (GB/T 9704-2012, 7.4.3), the day of issue or
    the next: of a copy that has lost the other."""
    found = _IMPRINT.search(folded, max(len(folded) - _BEHIND, 0))
    return parse_date(found["date"] or found["last"]) if found else None


def _signed_in_short(folded: str, after: int) -> Signature:
    """The first signature that states a month and no day, or a day in figures, of bodies each with its
    place: in the cells of a table a time stands below a body too, 市水利局 › 2021年5月."""
    for dated in _SHORT_LINE.finditer(folded, after):
        start = max(after, _line_start(folded, dated.end(), 12))
        words = list(tokens(folded, dated.end(), start))
        first = next(k for k, token in enumerate(words) if token.start >= dated.start())
        issuers = _above(words, first)
        on = parse_date(dated["day"]) if dated["day"] else _torn_day(dated["torn"] or "")
        if issuers and all(not re.match("[省市区县州]", i.name) and find(i.name) for i in issuers):
            return Signature(tuple(issuers), on, dated.end())
        if on and "月" in (dated["torn"] or "") and first and words[first - 1].text.endswith("。"):
            return Signature((), on, dated.end())
    return Signature()


def _torn_day(words: str) -> date | None:
    """The day of a date that lost its marks, where its figures are those of one day only."""
    year, rest = words[:4], re.sub("[年日]", "", words[4:]).strip()
    parts = re.split("[月 ]+", rest)
    cuts = [len(parts[0])] if len(parts) == 2 else range(1, len(rest))
    days = (parse_date(f"{year}年{rest[:cut]}月{rest[cut:].strip('月 ')}日") for cut in cuts)
    found = {day for day in days if day}
    return found.pop() if len(found) == 1 else None


def _signed(words: list[Token], at: int) -> Signature | None:
    """The signature whose date stands at a place of the source; None where the date is none's."""
    i = next((k for k, t in enumerate(words) if t.start <= at < t.end), None)
    if i is None:
        return None
    if i and words[i - 1].line == words[i].line and _NOTE.match(words[i - 1].text):
        words, i = words[: i - 1] + words[i:], i - 1  # (此件发至乡) 2021年6月13日
    match = _SIGNED.match(words[i].text)
    on = parse_date(match.group("date")) if match else None
    if match is None:
        return _glued(words[i], at)
    if on is None or _printed(words, i):
        return None
    before = match.group("before")
    if before:
        issuers = _tail(before, words[i])
    else:
        issuers = _on_line(words, i)
        if not issuers and i and words[i - 1].line == words[i].line:
            office = _office(words, i)
            signed = office is not None or _ends_notice(words, i)
            return Signature(tuple(office or ()), on, words[i].end) if signed else None
        issuers = issuers or _above(words, i)
    if not issuers and (before or not _by_itself(words, i)):
        return None
    return Signature(tuple(issuers), on, words[i].end)


def _glued(token: Token, at: int) -> Signature | None:
    """A signature with the text before and behind it on a line that lost its ends:
    …遵照执行。沛县人民政府2021年5月7日沛县护堤办法第一条…."""
    for match in _IN_LINE.finditer(token.text) if token.end - token.start == len(token.text) else ():
        if not match.start("date") <= at - token.start < match.end("date"):
            continue
        bodies: list[Issuer] = []
        if match["bodies"]:
            start, end = (token.start + place for place in match.span("bodies"))
            bodies = split_bodies(Token(match["bodies"], start, end, token.line))
        # 请认真贯彻执行。2021年5月7日: behind the end of a notice.
        named = is_bodies if match["closing"] else is_known
        if (bodies or match["closing"]) and all(named(body.name) for body in bodies):
            return Signature(tuple(bodies), parse_date(match["date"]), token.start + match.end())
    return None


def _printed(words: list[Token], i: int) -> bool:
    """Whether a date is that of the printing (成都市人民政府办公厅 2023年3月8日 印发), or has its hour."""
    after = words[i + 1].text if i + 1 < len(words) and words[i + 1].line == words[i].line else ""
    return after.startswith(("印", "通过")) or re.match(r"\d{1,2}:\d\d", after) is not None


def _ends_notice(words: list[Token], i: int) -> bool:
    """Whether a date stands between the end of a notice and the text that it issues, or nothing, on a
    line that lost its ends: …遵照执行。 二○○六年七月五日 关于…的意见."""
    behind = [word.text for word in words[i + 1 : i + 4] if word.line == words[i].line] or ["附"]
    begins = behind[0].startswith(("附", "关于", "第一", "一、", "(", "《")) or any(
        _INSTRUMENT.search(word) for word in takewhile(lambda word: "。" not in word, behind)
    )
    return words[i - 1].text.endswith(("。", "特此通告", "特此通知", "特此公告")) and bool(begins)


def _office(words: list[Token], i: int) -> list[Issuer] | None:
    """The body whose head signs before the date of an order on a line that lost its ends (…起施行。 省长
    赵某某 2023年5月9日), none where the office has no place; None where nobody signs so."""
    for k in (i - 1, i - 2):
        office = _OFFICE.match(words[k].text) if k > 0 and words[k].line == words[i].line else None
        if office and words[k - 1].text.endswith("。") and len(words[k].text) <= office.end() + 4:
            body = office["body"]
            return [Issuer(body, words[k].start, words[k].start + len(body))] if is_bodies(body) else []
    return None


def _by_itself(words: list[Token], i: int) -> bool:
    """Whether a date has a line to itself, and the line before it ends a sentence or is one's name."""
    if words[i].text.startswith("("):
        return False
    before = next((t.text for t in words if t.line == words[i - 1].line), "") if i else ""
    last = words[i - 1].text if i else ""
    return not last or last[-1] in "。:;)!" or len(last) <= 20 or bool(_LISTED.match(before))


def _on_line(words: list[Token], i: int) -> list[Issuer]:
    """The bodies before a date on its line; the first may follow the end of a sentence."""
    issuers: list[Issuer] = []
    line = [token for token in words[:i] if token.line == words[i].line]
    joined = whole(line)
    if joined:
        return split_bodies(joined)
    for token in reversed(line):
        if not is_bodies(token.text):
            return _tail(token.text, token) + issuers
        issuers = split_bodies(token) + issuers
    return issuers


def whole(line: list[Token]) -> Token | None:
    """The words of a line as one body's name that loose spaces part: 云南省 人民政府办公厅."""
    if len(line) < 2:
        return None
    joined = Token("".join(t.text for t in line), line[0].start, line[-1].end, line[0].line)
    if SAME_PLACE.match(joined.text) and all(is_bodies(t.text) for t in line):
        return None
    if is_known(joined.text) or not all(is_bodies(t.text) for t in line):
        return joined if is_bodies(joined.text) else None
    return None


def _tail(words: str, token: Token) -> list[Issuer]:
    """The bodies behind the last stop of a token: …认真落实。成都市人民政府2021年5月7日."""
    tail = re.sub(r"^特此[\u4e00-\u9fff]{2}", "", re.split(r"[。;:!?)]", words)[-1])
    if not tail or len(tail) > 60 or not is_bodies(tail):
        return []
    # A token that was closed up keeps no place within: its own span stands for the body's.
    at = token.start + len(words) - len(tail) if token.end - token.start == len(token.text) else token.start
    return split_bodies(Token(tail, at, at + len(tail), token.line))


def _above(words: list[Token], i: int) -> list[Issuer]:
    """The bodies on the lines right above a date, the first issuer first."""
    issuers: list[Issuer] = []
    below = words[i].line
    for number, group in groupby(reversed(words[:i]), key=lambda token: token.line):
        line = list(group)[::-1]
        if below - number > _APART:
            break
        office = _OFFICE.match(line[0].text)
        if office and is_bodies(office["body"]):  # 某某部部长 › 赵某: an order.
            issuers = [Issuer(office["body"], line[0].start, line[0].start + office.end("body")), *issuers]
        elif not (_NOTE.match(line[0].text) or (office and not office["body"])):
            if issuers and _opens_with_place(line):  # A name that a line end broke.
                head, rest = line[0], issuers[0]
                issuers[0] = Issuer(head.text + rest.name, head.start, rest.end)
                break
            joined = whole(line)
            named = [joined] if joined else line
            if not all(is_bodies(token.text) for token in named):
                break
            issuers = [body for token in named for body in split_bodies(token)] + issuers
        below = number
    return issuers


def _opens_with_place(line: list[Token]) -> bool:
    """Whether a line is the first half of a body's name: its place, and words that end as no body does."""
    words = line[0].text
    if len(line) != 1 or len(words) > 24 or re.search(r"\W", words) or is_bodies(words):
        return False
    place = find(words, within=None)
    return place is not None and place.level != "country" and words not in (place.name, place.short_name)


def _line_start(text: str, at: int, lines: int) -> int:
    """Where the line begins that stands so many lines above a place."""
    for _ in range(lines):
        at = max(text.rfind("\n", 0, at), text.rfind("\f", 0, at), text.rfind("\r", 0, at))
        if at < 0:
            return 0
    return at + 1


def _line_end(text: str, at: int) -> int:
    match = re.compile(r"[\r\n\f]").search(text, at)
    return match.start() if match else len(text)
