"""Issuers and days that a head names elsewhere than in the signature: in the title, the red head, below the
title."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from loaders.calendar import DATE, parse_date
from loaders.header.bodies import Issuer, is_bodies, is_known, split_bodies
from loaders.header.signature import whole
from loaders.header.title_ends import closes
from loaders.header.tokens import Token
from loaders.resolve.agencies import looks_like_agency
from loaders.resolve.endings import DEPARTMENTS

# 某省人民政府贯彻国务院关于…的实施意见: what is carried out is another's.
_BODY_END = re.compile(rf"关于|印发|转发|批转|(?<=[{DEPARTMENTS}府室])贯彻")
_RED_HEAD = re.compile(r"^(?P<issuer>[\u4e00-\u9fff]{3,40}?)文件$")
# 自然资源部等5部门印发…: of several the first is named.
_AND_OTHERS = re.compile(r"等[\d一二三四五六七八九十]*个?(?:部门|单位|部委|厅局|委办局)(?:联合)?$")
# 某县人民政府工作规则, 某省教育厅2022年工作要点: a title that its issuer opens.
_OPENING = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{2,28}}?(?:人民政府(?:办公[厅室])?(?![和与及、办])|(?:[{DEPARTMENTS}]|办公室)(?=(?:19|20)\d\d年|“)))"
)
# 某市关于…: a place alone issues nothing.
_PLACE = re.compile(r"[省市区县州盟旗]$")
# How the text begins behind its head on a line that lost its ends.
_GROUNDS = ("为", "根据", "按照")
_DAY = re.compile(rf"[(\[]?(?P<date>{DATE})[)\]]?")
_DATED_BODY = re.compile(
    rf"^\(?(?P<date>{DATE})[,、]?(?P<body>(?![\u4e00-\u9fff]*(?:会议|通过|公布|批准|修[正订]|令第?[^、]{{1,4}}号))[\u4e00-\u9fff、]{{3,30}})\)?$"
)


def before_title(published: list[Token]) -> list[Issuer]:
    """The bodies before 关于 or 印发 in a title."""
    pieces: list[Token] = []
    for token in published:
        match = _BODY_END.search(token.text)
        words = token.text[: match.start()] if match else token.text
        start = token.start + words.startswith("《")
        words = _AND_OTHERS.sub("", words.removeprefix("《"))
        if words:
            end = start + len(words) if token.end else 0  # A portal's title has no place in the text.
            pieces.append(Token(words, start if end else 0, end, token.line))
        if match:
            break
    else:
        return _before_noun(published)
    # A name that a line end broke is one piece.
    if len(pieces) > 1 and not all(is_bodies(piece.text) for piece in pieces):
        pieces = [Token("".join(p.text for p in pieces), pieces[0].start, pieces[-1].end, pieces[0].line)]
    bodies = [piece for piece in pieces if is_bodies(piece.text) and not _PLACE.search(piece.text)]
    return [issuer for piece in bodies for issuer in split_bodies(piece)]


def _before_noun(published: list[Token]) -> list[Issuer]:
    """The body that opens the title of an order or announcement (某县人民政府森林禁火令), or of the plan of a
    year (某省教育厅2022年工作要点); a government that opens any title."""
    if not published:
        return []
    token = published[0]
    opening = _OPENING.match(token.text)
    if opening and is_bodies(opening["body"]):
        return split_bodies(token._replace(text=opening["body"], end=token.start + opening.end("body")))
    if len(published) != 1 or not token.text.endswith(("令", "公告", "通告")):
        return []
    for cut in range(len(token.text) - 2, 3, -1):
        if token.text[cut - 1] in f"{DEPARTMENTS}府" and is_known(token.text[:cut]):
            return split_bodies(token._replace(text=token.text[:cut], end=token.start + cut))
    return []


def red_head(head: list[Token]) -> list[Issuer]:
    """The body of a red head: 云南省教育厅文件."""
    for token in head[:6]:
        match = _RED_HEAD.match(token.text)
        if match and looks_like_agency(match.group("issuer")):
            return split_bodies(Token(match.group("issuer"), token.start, token.end - 2, token.line))
    return []


def from_red_head(head: list[Token]) -> list[Token]:
    """The head from its red head on (云南省教育厅文件 › 云教发〔2022〕31号), where a page puts words of
    its own before it."""
    for i in range(len(head) - 2, 0, -1):
        if head[i + 1].number and _RED_HEAD.match(head[i].text):
            return head[i:] if any("。" in token.text for token in head[:i]) else head
    return head


def above_title(head: list[Token], published: list[Token]) -> list[Issuer]:
    """The bodies on the line right above the title, between it and the headline of the page."""
    first = next((t for t in head if published and t.text == published[0].text), None)
    above = [token for token in head if first and token.start < first.start]
    line = [token for token in above if token.line == above[-1].line]
    if not line or not all(is_bodies(token.text) for token in line):
        return []
    headed = any(closes(token.text) for token in above[: -len(line)])
    return [body for token in line for body in split_bodies(token)] if headed else []


def below_title(head: list[Token], published: list[Token]) -> list[Issuer]:
    """The bodies on the line right below the title, where nothing else names the issuer; below the
    headline of the page where that repeats the title."""
    same = [t for t in head if len(published) == 1 and t.text == published[0].text]
    return next((named for title in (published[-1:] + same) if (named := _below(head, title))), [])


def _below(head: list[Token], title: Token) -> list[Issuer]:
    behind = [token for token in head if token.start >= title.end]
    if not behind:
        return []
    line = [token for token in behind if token.line == behind[0].line]
    dated = _DATED_BODY.match(line[0].text) if len(line) == 1 else None
    if dated:
        end = line[0].start + dated.end("body")
        return split_bodies(
            line[0]._replace(text=dated.group("body"), start=end - len(dated.group("body")), end=end)
        )
    named = [joined] if (joined := whole(line)) else line
    if not named or not all(is_bodies(t.text) and not t.text.endswith(("文件", ":")) for t in named):
        return []
    return [body for token in named for body in split_bodies(token)]


def dated_body(tokens: list[Token]) -> date | None:
    """The date of a line that names a body beside it: 1999年7月13日，国家海洋局."""
    for token in tokens:
        match = _DATED_BODY.match(token.text)
        if match and is_bodies(match.group("body")):
            return parse_date(match.group("date"))
    return None


def numbered_day(tokens: list[Token], addressed: re.Pattern[str]) -> date | None:
    """The date behind the number in a collection, where it ends the line or its bracket, or those addressed
    or the first words of the text follow: (某政发〔2003〕16号 2003年7月25日), [财某〔2020〕19号] [2020-10-30]
    and 某税函〔2003〕6号; or before it, where it opens the line."""
    for i, (token, after) in enumerate(pairwise(tokens)):
        if after.number and after.line == token.line and (found := _DAY.fullmatch(token.text)):
            return parse_date(found["date"]) if not i or tokens[i - 1].line != token.line else None
        if token.number and after.line == token.line:
            behind = [other for other in tokens[i + 2 :] if other.line == after.line]
            begins = bool(behind) and behind[0].text.startswith(_GROUNDS)
            last = not behind or begins or after.text.endswith(")") or addressed.match(behind[0].text)
            found = _DAY.fullmatch(after.text) if last else None
            return parse_date(found["date"]) if found else None
    return None


def lone_date(tokens: list[Token], addressed: re.Pattern[str]) -> date | None:
    """The date that has a line to itself above the salutation; one in digits alone (2016.01.25) below
    the line of a body or of the number."""
    stop = next((i for i, token in enumerate(tokens) if addressed.match(token.text)), 0)
    for i, token in enumerate(tokens[:stop]):
        alone = sum(other.line == token.line for other in tokens) == 1
        below = bool(i) and (tokens[i - 1].number is not None or is_bodies(tokens[i - 1].text))
        if alone and re.fullmatch(DATE, token.text) and ("年" in token.text or below):
            return parse_date(token.text)
    return None
