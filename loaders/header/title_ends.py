"""Where the words of a title can end: at the word for an instrument, with the brackets behind it."""

from __future__ import annotations

import re

from loaders.folding import fold
from loaders.header.tokens import Token
from loaders.instruments import OWN, kind_of
from loaders.resolve.endings import DEPARTMENTS

# The last word of a title.
NOUN = (
    rf"(?:{OWN}|[二三四五六七八九十]+条|(?<=的)(?:政策)?解读|(?<=的)建议|"
    r"(?:分解|分工|责任|任务|计划|安排|一览|交办|推进|进度)表|(?<=[\u4e00-\u9fff]{4})(?:任务|责任)分解|(?:推进|进展|落实|完成|整改|办理)情况)"
)
_END = re.compile(
    rf"{NOUN}(?:\((?:试行|暂行|修订|试点|(?:19|20)\d\d(?:[^()]{{0,12}}年)?|[^()]{{0,12}}(?:版|稿|年|修订|修正|修改|草案)|\d{{1,2}}月\d{{1,2}}日|(?:\d{{1,2}}-)?\d{{1,2}}月|(?:19|20)\d\d年(?:第?\d{{1,3}}[号期])|第[一二三四五六七八九十\d]{{1,3}}[批期]|(?<=告\()第[一二三四五六七八九十百\d]{{1,4}}号|[^()]{{2,20}}[{DEPARTMENTS}府])\))?$"
)
_SUFFIX = re.compile(
    r"^\((?:试行|暂行|修订|试点|修订版|(?:修订)?草案|[^()]{0,6}稿|(?:19|20)\d\d(?:年)?-(?:19|20)\d\d年?|(?:19|20)\d\d年(?:版|度|修订)?|第[一二三四五六七八九十\d]{1,3}[批期])\)$"
)
# The headline of a press release: 某某办公厅印发《…方案》.
_PRESS = re.compile(
    rf"(?:[{DEPARTMENTS}府室央]|等[\d一二三四五六七八九十]*个?部门)印发了?《[^《》]+?{NOUN}(?:\([^()《》]{{2,20}}\))?》$"
)
_EXPLAINED = re.compile(r"《.+》(?:政策|文字)?解读$")
# 转发某部《关于…的通知》
_FORWARDED = re.compile(rf".*(?:转发|批转)[^《》]*《.*{NOUN}》$")
_STATUTE = re.compile(r"中华人民共和国[^,。、》]{2,24}法(?:\([^()]{1,12}\))?$")


def closes(words: str) -> bool:
    """Whether a title can end here: all 《 closed, at the word for an instrument; it may stand in 《》."""
    words = unquoted(words)
    if words.count("《") != words.count("》"):
        return False
    if words.endswith("》"):
        return (_FORWARDED.match(words) or _PRESS.search(words)) is not None
    return (_END.search(words) or _STATUTE.match(words) or _EXPLAINED.match(words)) is not None


def unquoted(words: str) -> str:
    """A title without the 《》 that hold all of it."""
    if not (words.startswith("《") and words.endswith("》")):
        return words
    depth = 0
    for char in words[:-1]:
        depth += (char == "《") - (char == "》")
        if not depth:
            return words
    return words[1:-1]


def with_suffix(head: list[Token], last: int) -> int:
    """Behind a title's last token and the period or 试行 in brackets below it."""
    behind = last + 1
    if behind < len(head) and _SUFFIX.match(head[behind].text):
        return behind + 1
    return behind


def kind(title: str | None) -> str | None:
    """The kind of document by the last word of its title: 通知, 意见, 方案 …"""
    if not title:
        return None
    match = re.search(rf"({NOUN})(?:\(.*\))?$", fold(title))
    return match.group(1) if match else kind_of(title)
