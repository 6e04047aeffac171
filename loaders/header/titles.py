"""The title as published."""

from __future__ import annotations

import re
from itertools import groupby, islice, pairwise, takewhile, zip_longest

from loaders.calendar import DATE
from loaders.glosses import NOTHING
from loaders.header.headlines import begun_above, lines_above, names_more, without_crumb
from loaders.header.title_ends import NOUN, closes, unquoted, with_suffix
from loaders.header.tokens import Token
from loaders.instruments import TITLE
from loaders.markdown import ESCAPE
from loaders.normalise import Text
from loaders.resolve.agencies import looks_like_agency, resolve
from loaders.resolve.endings import DEPARTMENTS
from loaders.resolve.regions import COUNTRY

_CORE = re.compile(r"关于|印发|转发|批转|颁发|发布《|公布《|通知$|意见$|方案$|办法$|规定$|条例$")
# What the head of a page offers to click.
_NAVIGATION = (
    r"^(?:\|?(?:设为首页|加入收藏|通知公告|政策文件|首页|返回顶部|政务公开|信息公开|政府文件|法律法规|"
    r"规范性文件|公示公告|公告公示|政策法规|无障碍浏览))+$"
)
NOT_TITLE = re.compile(
    rf"{_NAVIGATION}|>>|^>.+>|»|^(?:发布|发表|更新|信息|文章)?(?:时间|日期|来源):|^(?:第[一二三四五六七八九十]{{1,2}})?篇[一二三四五六七八九十]{{0,2}}:|文件$|^附[件表]?[\d一二三四五六七八九十]{{0,2}}(?::|$)|^签发人:|^本[网报站]讯|[。;!?]|^(?:{DATE})$|[:,]$|^“[^“”]+(?:公开|专栏|专题|栏目)”$|^(?:印发|下发|发布|发文)(?:通知|信息)$|^\[.*\]$|^\(|^[一二三四五六七八九十]{{1,3}}、|^\d{{1,2}}[.、]"
)
_SITE_ENDS = ("网", "网站", "门户", "平台", "人民政府", "信息公开")
_SITE = re.compile(
    rf"^(?P<title>.{{6,}}?{NOUN}(?:\([^()]{{1,16}}\))?)(?:[-_|]+[^-_|《》]{{1,20}}){{0,3}}[-_|]+[^-_|《》]{{0,30}}(?:{'|'.join(_SITE_ENDS)})$"
)
# The column of a page that its headline names first: 「通告」某县人民政府关于…, 【公告】关于….
_COLUMN = re.compile(r"[「\[][\u4e00-\u9fff]{2,16}[」\]](?=[\u4e00-\u9fff《]{6})")
# What parts the steps of a page's trail: 首页 > 政务公开 >> 政府文件.
_TRAIL = (">", ">>", "›", "»", "->", "→")
_NUMBERED = re.compile(
    r"(?P<title>《.+》)(?:\([^()]{2,40}第\d{1,4}号\)|\(?全文\)?)$"
    r"|(?P<plain>.{6,})\((?:[\u4e00-\u9fff]{2,16}令第\d{1,4}号|已?废止|已?失效|现行有效|有效|已被?修[改订])\)$"
)
# 某部公告2017年第26号(关于…的公告): a headline that the number opens.
_IN_BRACKET = re.compile(r"[^()关]{4,40}第\d{1,4}号\((?P<title>关于[^()]{4,60}[公通]告)\)$")
# What a page offers to do with its text; 转发 beside them is no part of a title.
_BUTTONS = frozenset({"点赞", "收藏", "分享"})
# A title where the head has no other: what it puts up may follow with its own notice.
_PUT_UP = re.compile(r"[^。,:]{0,60}关于[^。,:]{4,80}公示")
# The words with which a page gives a text: …印发。全文如下:.
_GIVEN = re.compile(r"(?:[全原]文|详情|内容)如下:?[。:]?$")
# A headline that names whose page it is: …的通告(某市交通管理局).
_OF_PAGE = re.compile(rf"\([^()]{{2,20}}[{DEPARTMENTS}府]\)$")
# A line that goes on with the title above it: …清单 › (2024年)的通知.
_GOES_ON = re.compile(r"(?:\([^()]{1,20}\))?的")
_TAIL = re.compile(rf"(?!.*(?:关于|印发|转发|《))[^。,:]{{3,50}}的(?:实施|指导|若干)?(?:{TITLE})")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
_BODY = re.compile(rf"[{DEPARTMENTS}府室组行社团央]$")
_EMPTY = re.compile(r"关于|的|\W")
_LONGEST = 160
SALUTATION = re.compile(
    r"^(?:各|.{2,40}(?:各|人民政府|委员会|部门|单位|有关|直属|企业|院校|公司|局|厅)).{0,200}:$"
)


def published(head: list[Token]) -> list[Token]:
    """The tokens of the title as published. A page's headline may stand above the document's own
    title; the document's own is taken."""
    head = [_without_number(_without_site(token)) for token in head]
    if any(token.text in _BUTTONS for token in head):
        head = [token for token in head if token.text not in _BUTTONS and token.text != "转发"]
    head = [_without_column(token) if token.text.startswith(("「", "[")) else token for token in head]
    trail = {
        t.line
        for t, n in pairwise(head)
        if "»" in t.text or ">>" in t.text or (n.line == t.line and n.text in _TRAIL)
    }
    found = _first([token for token in head if token.line not in trail]) or _first(
        [t for t, n in zip_longest(head, head[1:]) if not (n and n.text in _TRAIL)] if trail else head
    )
    if not found:
        put_up = next((i for i, token in enumerate(head[:12]) if _PUT_UP.fullmatch(token.text)), None)
        return [] if put_up is None else [*_bodies_before(head, put_up), head[put_up]]
    behind = [token for token in head if token.start >= found[-1].end][:40]
    given = next((i for i, token in enumerate(behind) if _GIVEN.search(token.text)), -1)
    behind = behind[given + 1 :]  # What a page tells of the text before it gives it.
    behind = list(takewhile(lambda t: "。" not in t.text and not SALUTATION.match(t.text), behind))
    own: list[Token] = []
    for i in range(len(behind)):
        again = _first(behind[i:], plain=not _has_core(found))
        if again and _object(again) == _object(found) and not _OF_PAGE.search(again[-1].text):
            own = again if not own or _issues(again) else own
            if _issues(own) or not any(_issues([token]) for token in behind[i:]):
                break
    if own and not names_more(found, own):
        return without_crumb(own, found)
    above = lines_above(head, found) or begun_above(head, found)
    return (above if not closes("".join(token.text for token in above)) else []) + found


def _issues(title: list[Token]) -> bool:
    """Whether a title says that it issues or forwards a text."""
    return any(word in token.text for token in title for word in ("印发", "转发", "发布《", "公布《"))


def _has_core(title: list[Token]) -> bool:
    return any(_CORE.search(token.text) for token in title)


def _without_site(token: Token) -> Token:
    """A page's headline without the name of the site behind it: …的意见-云南省人民政府门户网站."""
    match = _SITE.match(token.text) if token.text.endswith(_SITE_ENDS) else None
    if match is None or token.end - token.start != len(token.text):
        return token
    words = match.group("title")
    return token._replace(text=words, end=token.start + len(words))


def _without_column(token: Token) -> Token:
    column = _COLUMN.match(token.text)
    if column is None or token.end - token.start != len(token.text):
        return token
    return token._replace(text=token.text[column.end() :], start=token.start + column.end())


def _without_number(token: Token) -> Token:
    """A headline without the number before it or what a page puts behind it: 《…》(某部公告2020年第8号),
    《…》全文, …办法(已失效)."""
    match = _IN_BRACKET.match(token.text) if token.text.endswith("告)") else None
    match = match or _NUMBERED.match(token.text)
    if match is None or match.lastgroup is None or token.end - token.start != len(token.text):
        return token
    first, last = match.span(match.lastgroup)
    return token._replace(text=token.text[first:last], start=token.start + first, end=token.start + last)


def _object(title: list[Token]) -> str:
    """What a title is about: its words behind 关于 or 印发, without marks."""
    words = "".join(token.text for token in title)
    return bare(re.sub(r"^[^《]*?(?:关于|印发|转发|批转|发布|公布)+|的?通知(?:\([^()]*\))?$", "", words))


def _first(head: list[Token], *, plain: bool = True) -> list[Token]:
    for i, token in enumerate(head):
        if SALUTATION.match(token.text) or (len(token.text) > 90 and "。" in token.text):
            break
        if token.number or NOT_TITLE.search(token.text) or not _CORE.search(token.text):
            continue
        if found := _from_core(head, i):
            return found
    return _plain(head) if plain else []


def _from_core(head: list[Token], core: int) -> list[Token]:
    """The title around the token that has 关于 or its like: the lines after it up to the word for an
    instrument, and the bodies before it."""
    words = ""
    for stop in range(core, len(head)):
        token = head[stop]
        if token.number or token.line - head[core].line > 6 or len(words) > _LONGEST:
            break
        quoting = words.count("《") > words.count("》") and "。" not in token.text
        if stop > core and NOT_TITLE.search(token.text) and not (quoting or _GOES_ON.match(token.text)):
            break
        words += token.text
        goes_on = stop + 1 < len(head) and _GOES_ON.match(head[stop + 1].text)
        if goes_on or len(words) < 6 or not closes(words):
            continue
        if not (_is_parted(head, stop, words) or _is_broken(head, stop)):
            return _bodies_before(head, core) + head[core : with_suffix(head, stop)]
    return []


def _is_parted(head: list[Token], stop: int, words: str) -> bool:
    """Whether loose spaces part a title that could end before one of them: 某县抗旱工作 实施方案 的通知."""
    parts = [t.text for t in head[stop + 1 : stop + 6] if t.line == head[stop].line]
    if parts and _TAIL.fullmatch(parts[0]):
        return True  # On a line that lost its ends the text follows.
    rest = "".join(parts)
    if not 0 < len(rest) <= 20 or "关于" in rest or NOT_TITLE.search(rest):
        return False
    return closes(words + rest)


def _is_broken(head: list[Token], stop: int) -> bool:
    """Whether the lines right below end a title whose own line could: …发展纲要 › 2014年行动计划的通知."""
    words, last = "", head[stop].line
    behind = (token for token in head[stop + 1 : stop + 8] if token.line > head[stop].line)
    for line, below in islice(groupby(behind, key=lambda token: token.line), 2):
        tokens = list(below)
        words += "".join(token.text for token in tokens)
        if line - last > 2 or any(token.number for token in tokens):
            return False
        if _TAIL.fullmatch(words):
            return True
        last = line
    return False


def _bodies_before(head: list[Token], core: int) -> list[Token]:
    """The issuers that stand before 关于 or 印发 on its line or on lines of their own."""
    issuer, *rest = re.split(r"关于|印发|转发|批转", head[core].text)
    if not rest:  # …管理办法: a title that names no issuer.
        return []
    named = bool(issuer) and looks_like_agency(issuer) and resolve(issuer, region=COUNTRY, on=None).resolved
    if named and core and head[core - 1].line != head[core].line and head[core - 1].text[-1] != "、":
        return _others_above(head, core, issuer)
    first = next(i for i, token in enumerate(head) if token.line == head[core].line)
    whole = "".join(token.text for token in head[first:core]) + issuer
    if core and issuer and head[core - 1].text.endswith(issuer):
        return []  # A page's line on whose text it holds, with the province.
    parts = head[first:core]
    if parts and looks_like_agency(whole) and not any(t.number or NOT_TITLE.search(t.text) for t in parts):
        return parts  # One name that loose spaces part.
    begin = core
    while begin:
        before = head[begin - 1]
        # Names that have a line to themselves may stand some empty lines above 关于.
        alone = head[core].text.startswith(("关于", "印发", "转发", "批转"))
        alone = alone and all(_BODY.search(t.text) for t in head if t.line == before.line)
        name = before.text.removesuffix("、")
        if before.number or head[begin].line - before.line > (4 if alone else 1) or len(before.text) > 30:
            break
        if NOT_TITLE.search(name) or not _BODY.search(name):
            break
        begin -= 1
    return head[begin:core]


def _others_above(head: list[Token], core: int, issuer: str) -> list[Token]:
    """The bodies, two or more, that the lines right above name beside the issuer that a title opens with; a
    letterhead names all, and a page its own."""
    begin = core
    while begin and head[begin].line - head[begin - 1].line <= 1 and not head[begin - 1].number:
        name = head[begin - 1].text
        if NOT_TITLE.search(name) or not resolve(name, region=COUNTRY, on=None).resolved:
            break
        begin -= 1
    names = {token.text for token in head[begin:core]}
    return head[begin:core] if len(names) > 1 and issuer not in names else []


def _plain(head: list[Token]) -> list[Token]:
    """A title without 关于: the first short line, or lines, that end with the word for an instrument."""
    for i, token in enumerate(head[:12]):
        if token.number or NOT_TITLE.search(token.text) or len(token.text) > 60 or "," in token.text:
            continue
        if len(token.text) < 6 and any(t.text.startswith(token.text) for t in head[i + 1 : i + 2]):
            continue  # The place whose page it is, above a title that it opens.
        words = ""
        for stop in range(i, min(i + 4, len(head))):
            if head[stop].number or NOT_TITLE.search(head[stop].text):
                break
            if stop > i and head[stop].line - head[stop - 1].line > 1:
                break
            words += head[stop].text
            if closes(words) and 6 <= len(words) <= 80:
                return _bodies_before(head, i) + head[i : with_suffix(head, stop)]
    return []


def written(text: Text, title: list[Token]) -> str:
    """A title's words as the source has them, without the spaces, line ends and marks inside."""
    raw = "".join(_shown(text, t.start, t.end) for t in title)
    return unquoted(re.sub(rf"\s+|\*\*|{ESCAPE.pattern}", "", raw))


def _shown(text: Text, start: int, end: int) -> str:
    """A stretch of the source without the readings of its characters."""
    raw, folded = text.source.text[start:end], text.folded[start:end]
    if NOTHING not in folded:
        return raw
    return "".join(char for char, shown in zip(raw, folded, strict=True) if shown != NOTHING)


def bare(words: str) -> str:
    """A title without what its two writings differ in: brackets at its end, 关于, 的, marks."""
    return _EMPTY.sub("", _LAST_BRACKET.sub("", words))
