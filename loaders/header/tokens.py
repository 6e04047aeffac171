"""The words of a head between white space: what a line of it holds, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.calendar import DATE
from loaders.furniture import is_address
from loaders.glosses import NOTHING
from loaders.instruments import TITLE
from loaders.numerals import DIGITS
from loaders.recognise.regulations import find_number
from loaders.resolve.endings import DEPARTMENTS

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+|\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")
_MARKS = re.compile(r"\*\*|#{1,6}(?=\s)")
_NUMBER = re.compile(
    r"[(\[]?(?P<number>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z]{0,14}\s*[(\[]\s*(?:19|20)\d\d\s*[)\]]\s*(?:第\s*)?\d{1,5}\s*号)[)\]]?"
)
# A number that a copy tore: 苏政办发〔202125, 苏政办发〔2021〕25 for 苏政办发〔2021〕25号.
_TORN = re.compile(r"(?P<code>[\u4e00-\u9fff]{2,14})\[(?P<year>(?:19|20)\d\d)\]?(?P<sequence>\d{1,4})号?")
# A date may hold spaces, glued to a name or not; the characters of a label or a name may be spread out:
# 文  号：, 教 育 部.
DAY = r"[\d一二三四五六七八九十](?:\s?[\d一二三四五六七八九十]){0,2}"
_SPACED_DATE = (
    rf"(?:[12]\s?[09]\s?\d\s?\d|[一二](?:\s?[{DIGITS}]){{3}})"
    rf"\s*年\s*{DAY}\s*月\s*{DAY}\s*日"
)
_SPACED_LABEL = r"[\u4e00-\u9fff](?:[ ]{1,6}[\u4e00-\u9fff]){1,3}[ ]*:"
# [ 成文日期 ] 2021-03-05, [文  号] 某政发〔2021〕5号
_LOOSE_LABEL = r"\[(?=[^\]]* )[ ]{0,3}[\u4e00-\u9fff](?:[ ]{0,6}[\u4e00-\u9fff]){1,5}[ ]{0,3}\]"
_WORD = re.compile(
    rf"[\u4e00-\u9fff]{{0,30}}{_SPACED_DATE}\S*|公[ ]{{3,8}}告(?!\S)|{_SPACED_LABEL}\S*|{_LOOSE_LABEL}"
    rf"|[\u4e00-\u9fff](?:[ ]{{1,2}}[\u4e00-\u9fff](?!\S))+(?!\S)|\S+"
)
# The headline that a page glues to a number: 某政发〔2016〕2号关于…, (某政发〔2016〕2号)某区人民政府关于…,
# 某政办发〔2020〕3号某市护林细则的通知.
_HEADLINE = re.compile(
    rf"[-:][\u4e00-\u9fff]|《.*》\s*$|(?:[\u4e00-\u9fff]{{2,30}}[{DEPARTMENTS}府室])?关于"
    rf"|(?![文等和及与的、])[^。,;:\s]{{6,80}}的(?:{TITLE})\s*$"
)
# A number glued to the title that it follows: 某市人民政府关于…的意见某府发〔2018〕3号.
_GLUED = re.compile(
    rf"[^《》\s]{{6,120}}?(?:{TITLE})(?P<number>(?!的)[\u4e00-\u9fff]{{2,10}}[(\[](?:19|20)\d\d[)\]]\d{{1,4}}号)\s*$"
)
# A title glued to its number and to those whom the document addresses, on a line that lost its ends:
# …的通知某政发〔2021〕3号各市、县人民政府：…, …的通知1997年4月2日某发〔1997〕8号…, 关于…的通知县直各部门：….
_RUN_ON = re.compile(
    r"\s*(?!根据|按照|依据|依照|贯彻|落实)(?:[\u4e00-\u9fff]{2,20} ){0,12}"
    rf"[^。:;,\s]{{6,120}}?(?:{TITLE})"
    rf"(?:》?\s?(?P<number>(?!的)[\u4e00-\u9fff]{{2,10}}[(\[](?:19|20)\d\d[)\]]\d{{1,4}}号)"
    rf"(?=(?:[(\[]{DATE}[)\]])?(?:各|来源|有关|为|[^。:;]{{2,160}}:))"
    rf"|(?P<day>{DATE})(?P<dated>[\u4e00-\u9fff]{{2,10}}[(\[](?:19|20)\d\d[)\]]\d{{1,4}}号)"
    r"|(?=(?:[省市县区镇乡]直)?各[^。:;]{2,120}:))"
)
# A number, below the red head or not, glued to the title that it stands above.
_OPENING = re.compile(
    rf"\s*(?:[\u4e00-\u9fff]{{2,30}}[{DEPARTMENTS}府室]文件)?(?=[^\s。]{{0,40}}号){_NUMBER.pattern}[-:]?"
)
# How long a line is that ran on, and where a title may begin in it.
_LONG, _FIRST = 40, 1_500
_BEFORE_NUMBER = re.compile(r"[》」]的?[(\[]?$|(?:根据|按照|依据|依照|贯彻|落实|[,。、;])[^,。;]*$")
# A title, and white space behind it: the number parted from it is its own, whatever it carries out.
# The title may have stood on several lines.
_TITLED = re.compile(
    rf"\s*(?!根据|按照|依据|依照|贯彻|落实)[^。,;:\s]{{6,120}}(?:\s[^。,;:\s]{{2,60}}){{0,2}}(?:{TITLE})\s+$"
)
# What stands behind a number that is the document's own: those addressed, or the title.
_HEADED = re.compile(
    rf"\s*(?:[(\[]?{DATE}[)\]]?\s+)?(?:国务院)?(?:各|有关)[^。:]{{2,200}}:|\s+(?:[\u4e00-\u9fff、]{{2,40}}\s*)?(?:关于|印发)"
)


class Token(NamedTuple):
    """A stretch between white space, its words folded and closed up, its span in the source and its
    line. `number` is the document number that the token is, in its standard form."""

    text: str
    start: int
    end: int
    line: int
    number: str | None = None


def tokens(folded: str, stop: int, start: int = 0) -> Iterator[Token]:
    """The tokens of a stretch of the folded source; Markdown's marks are left out."""
    line = 0
    for match in _LINE.finditer(folded, start, stop):
        words = match.group()
        if words[0] in "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029":
            line += 1
            continue
        if is_address(words):
            continue
        if "*" in words or "#" in words:
            words = _MARKS.sub(lambda m: " " * len(m.group()), words)
        yield from _tokens_of_line(words, match.start(), line)


def _tokens_of_line(words: str, offset: int, line: int) -> Iterator[Token]:
    at, length = 0, len(words.strip())
    short = length < 60 and "号" in words and "文号" not in words and "字号" not in words
    if short and (whole := _NUMBER.fullmatch(_closed(words))):
        found = find_number(_closed(whole.group("number")))
        if found:
            begin = offset + len(words) - len(words.lstrip())
            yield Token(whole.group(), begin, offset + len(words.rstrip()), line, found[0])
            return
    if "[" in words and ("]" not in words or "号" not in words) and (torn := _TORN.fullmatch(_closed(words))):
        begin, end = offset + len(words) - len(words.lstrip()), offset + len(words.rstrip())
        whole_number = "{code}〔{year}〕{sequence}号".format(**torn.groupdict())
        yield Token(torn.group(), begin, end, line, whole_number)
        return
    if length > _LONG and offset < _FIRST and (opening := _opening(words)):
        own, (start, end), rest = opening
        yield Token(words[start:end], offset + start, offset + end, line, own)
        yield from _tokens_of_line(words[rest:], offset + rest, line)
        return
    glued = (length > _LONG and offset < _FIRST and _RUN_ON.match(words)) or (
        words.rstrip().endswith("号") and _GLUED.match(words)
    )
    if glued:
        group = glued.lastgroup
        start, end = glued.span(group) if group else (glued.end(), glued.end())
        found = find_number(words[start:end])
        day = glued.start("day") if group == "dated" else start
        yield from _words(words, at, day, offset, line)
        yield from _words(words, day, start, offset, line)
        if found:
            yield Token(words[start:end], offset + start, offset + end, line, found[0])
        yield from _words(words, end if found else start, len(words), offset, line)
        return
    for number in _NUMBER.finditer(words) if "号" in words else ():
        standard = _alone(words, at, number)
        if standard is None:
            continue
        yield from _words(words, at, number.start(), offset, line)
        yield Token(_closed(number.group()), offset + number.start(), offset + number.end(), line, standard)
        dash = re.match(r"[-:](?=\S)", words[number.end() :])
        at = number.end() + (1 if dash else 0)
    yield from _words(words, at, len(words), offset, line)


def _opening(words: str) -> tuple[str, tuple[int, int], int] | None:
    """The number that a line opens with and that a title follows: its standard form, its span, and where
    the title begins."""
    match = _OPENING.match(words)
    found = find_number(match["number"]) if match and _HEADLINE.match(words, match.end()) else None
    return (found[0], match.span("number"), match.end()) if match and found else None


def _alone(words: str, at: int, number: re.Match[str]) -> str | None:
    """The standard form of a number that is the document's own: it stands by itself, or in brackets or
    behind a dash beside the title, and not behind a title that it belongs to."""
    before = words[at : number.start()]
    bracketed = number.group()[0] in "([" and number.group()[-1] in ")]"
    behind = words[number.end() :]
    headed = _HEADED.match(behind) is not None
    parted = not before or before[-1].isspace() or (bracketed and re.search(r"[\u4e00-\u9fff]$", before))
    # A line that lost its ends may begin with its number, behind a page's mark: <正>某政发〔2021〕2号各县：….
    opens = headed and (not before.strip() or before.endswith(">"))
    closes = not behind or behind[0].isspace() or _HEADLINE.match(behind) or (bracketed and headed)
    if (
        not (parted or opens)
        or not (closes or opens)
        or (not headed and _BEFORE_NUMBER.search(before.rstrip()) and not _TITLED.match(before))
        or (not headed and before.count("《") > before.count("》"))
    ):
        return None
    found = find_number(_closed(number.group("number")))
    return found[0] if found else None


def _words(words: str, start: int, end: int, offset: int, line: int) -> Iterator[Token]:
    for word in _WORD.finditer(words, start, end):
        yield Token(_closed(word.group()), offset + word.start(), offset + word.end(), line)


def _closed(words: str) -> str:
    return "".join(words.replace(NOTHING, "").split())
