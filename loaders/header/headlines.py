"""The headline of a page beside the title of the document that it holds: which lines belong to the title."""

from __future__ import annotations

import re

from loaders.header.tokens import Token
from loaders.resolve.agencies import looks_like_agency
from loaders.resolve.regions import find

_OPENS = re.compile(r"关于|印发|转发|批转|颁发")
# The first line of a title has the words of one, and is not a page's name or a place alone.
_BEGINS = re.compile(r"[\u4e00-\u9fff0-9“”]{5,40}")
_PAGE = re.compile(r"[省市县区州盟旗镇乡]$|(?:网站?|门户|平台|公开|专栏|栏目|动态|文件|信息|首页|索引|目录)$")


def names_more(headline: list[Token], own: list[Token]) -> bool:
    """Whether a headline has the issuers, several or right above, before the words that are all of the own
    title's."""
    one, other = ("".join(token.text for token in title) for title in (headline, own))
    k = _same_from(headline, own)
    right_above = k > 0 and headline[k].line == headline[k - 1].line + 1
    bodies = headline[:k] if right_above else headline[:-1]
    several = one.endswith(other) and len(bodies) > 1
    return (right_above or several) and all(looks_like_agency(token.text) for token in bodies)


def without_crumb(own: list[Token], headline: list[Token]) -> list[Token]:
    """The own title without the line between the headline and it on which a page names whose it is."""
    k = _same_from(own, headline)
    return own[k:] if k and own[k].line - own[k - 1].line > 2 else own


def lines_above(head: list[Token], title: list[Token]) -> list[Token]:
    """The first lines of a title that empty lines part from its last, as the notice above quotes it:
    《某市促进服务业发展配套措施》已经…印发给你们 › 某市促进服务业发展 › 配套措施."""
    last = head.index(title[0]) if title else 0
    quoted = [token.text for token in head[:last] if "》" in token.text]
    words = "".join(token.text for token in title)
    if not any(f"{words}》" in text for text in quoted):
        return []
    for first in range(last - 1, max(last - 4, -1), -1):
        words = head[first].text + words
        if any(f"《{words}》" in text for text in quoted):
            return head[first:last]
    return []


def begun_above(head: list[Token], title: list[Token]) -> list[Token]:
    """The line above that begins a title without 关于: 某县加快推进 › 城市更新三年行动方案. It opens with a
    place, and the title with none."""
    last = head.index(title[0]) if title else 0
    if not last or _OPENS.search(title[0].text):
        return []
    above = head[last - 1]
    alone = last < 2 or head[last - 2].line < above.line
    if not alone or above.number or not 0 < title[0].line - above.line <= 2:
        return []
    words = above.text
    if not _BEGINS.fullmatch(words) or _PAGE.search(words) or looks_like_agency(words):
        return []
    opens = find(words, within=None) and not find(title[0].text, within=None)
    return [above] if opens else []


def _same_from(title: list[Token], other: list[Token]) -> int:
    """The token from which on a title is the other one; 0 where there is none behind its first."""
    words = "".join(token.text for token in other)
    tails = (k for k in range(1, len(title)) if "".join(t.text for t in title[k:]) == words)
    return next(tails, 0)
