"""Instruments that a text names: 《title》（number）, a number alone, a known statute, a short mention."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

import ahocorasick_rs

from graph.model import Action
from loaders.instruments import LEGAL_NOUN, LONG_NOUN, NOUN, kind_of
from loaders.recognise import _actions
from loaders.recognise._numbers import find_number, numbers, standard_number
from loaders.recognise._titles import NESTED, Title, titles, vocabulary

__all__ = ["Mention", "find_number", "match", "numbers", "standard_number", "statutes"]

_BACK = re.compile(
    r"[该上前本](?:(?:(?<=该)|(?<=[上前])述|(?<=前)款)"
    rf"(?P<noun>{NOUN})|(?<=本)(?<![基根资成样版书原]本)(?P<own>{LEGAL_NOUN}))(?![院律规人定令书])"
)
_STATE = "中华人民共和国"
# What may stand before a statute of two characters, and what makes another word of any statute's name.
_SHORT_LEAD = re.compile(r"(?:^|[\W据照行守循彻实和及与合反国依按传施])$")
_OTHER_WORD = "律规院定制治学人庭实则官宝类苑"
_BOOK = re.compile(r"(?:及|和|与)?(?:其|相关|配套|司法解释|法律|法规|规定)*(?:汇编|专辑|大全|释义)")
_DEED = re.compile(rf"制[定订]|规定|实施(?!{LONG_NOUN})")  # 依据水法制定, 按照水法规定
_SHORTEST_CALL = 4
# 3.关于做好防汛的通知(政发〔2008〕3号): a line of a list names an instrument without 《》.
_LISTED = re.compile(
    r"[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*(?P<title>[^《》,。;:\n]{6,80}"
    r"|[^《》,。;:\n]{0,30}关于[^《》,。;:\n]{0,20}《[^《》\n]{2,80}》[^《》,。;:\n]{2,20})$"
)
_CLOSES = re.compile(r"[^()\n]{0,10}(?:,[^()\n]{2,60}修[订正改])?\)[;。,、]?\s*(?:\n|$)")
# 3 › 关于做好防汛的通知 › 政发〔2008〕3号: so does a row of a table, whose cells may have run together.
_ROW = re.compile(r"(?:^|\n)\d{1,4}\n?(?P<title>[^《》,。;:\n\d][^《》,。;:\n]{5,80})\n?$")
_ROW_LENGTH = 92
# 3.公园条例(修订)(水利部起草): the line of a plan of drafts names one without 《》, too.
_DRAFTED = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*|[—-]+)?(?:制定|修订|修改)?(?P<title>[\u4e00-\u9fff、]{3,40}?"
    r"(?:法|条例|办法|规定|细则|决定)(?:实施(?:条例|细则|办法))?)(?:(?:修订|修正|修改)?草案)?(?:\((?:制定|修订|修改|修正)\))?$"
)
_BY = re.compile(r"\([^()\n]{2,80}起草\)")


class Mention(NamedTuple):
    """An instrument named in the text, as a span of the normalised text.

    `title` is what stands between 《》 (folded, nested marks as 〈〉), `number` the number in its
    standard form; `title_span` and `number_span` are their own spans. `short` is the name that the
    text gives it for later; `full_span` is where the title stands that a short mention is for. `rule`
    is title, listed, drafted, number, statute, short, back or self.
    """

    start: int
    end: int
    action: Action
    rule: str
    title: str | None = None
    number: str | None = None
    title_span: tuple[int, int] | None = None
    number_span: tuple[int, int] | None = None
    short: str | None = None
    kind: str | None = None
    full_span: tuple[int, int] | None = None


_START = itemgetter(0)


class _Taken:
    """Spans in order, for asking whether a new one is free."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = sorted(spans)

    def take(self, start: int, end: int) -> bool:
        """Take a span unless it overlaps one that is taken."""
        i = bisect_left(self.spans, (start, end))
        if (i and self.spans[i - 1][1] > start) or (i < len(self.spans) and self.spans[i][0] < end):
            return False
        insort(self.spans, (start, end))
        return True

    def free(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give up the spans that begin inside a longer one, and return them."""
        begin, stop = bisect_right(self.spans, start, key=_START), bisect_left(self.spans, end, key=_START)
        freed = self.spans[begin:stop]
        del self.spans[begin:stop]
        return freed


@cache
def statutes() -> frozenset[str]:
    """National statutes by their titles without 中华人民共和国."""
    return frozenset(vocabulary()["statutes"]) | frozenset(vocabulary()["unprefixed"])


@cache
def _statute_finder() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    names = sorted(statutes() | vocabulary()["short"].keys(), key=lambda n: (-len(n), n))
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), names


def match(text: str) -> list[Mention]:
    """All instruments named in the text, in order, with short and back mentions still as written."""
    found = [mention for title in titles(text) for mention in _titled(title)]
    taken = _Taken([(m.start, m.end) for m in found])
    called = list(_called(text, found, taken))
    found += called
    found += list(_numbers(text, found, taken))
    found += _drafted(text, taken) if "起草)" in text else ()
    found += _statutes(text, taken)
    found += _backs(text, taken)
    found.sort(key=lambda m: m.start)
    return _with_actions(text, found)


def _titled(title: Title) -> list[Mention]:
    """The instrument that a title in 《》 names; where it has several numbers, one for each, of which the
    first is what the text calls by a short name."""
    named = Mention(
        title.start,
        title.end,
        action="mention",
        rule="title",
        title=title.title,
        title_span=title.span,
        short=title.short,
        kind=title.kind,
    )
    numbered = [named._replace(number=number, number_span=(a, b)) for number, a, b in title.numbers]
    return [*numbered[:1], *(m._replace(short=None) for m in numbered[1:])] or [named]


def _called(text: str, named: list[Mention], taken: _Taken) -> Iterator[Mention]:
    """Later mentions of an instrument by the short name that the text gave it, without 《》 or with more
    (中央《意见》): what was `named` inside such a one is named no more."""
    covered: set[tuple[int, int]] = set()
    for mention in [*named]:
        short = mention.short
        if short is None or len(short) < _SHORTEST_CALL:
            continue
        at = mention.end
        while (start := text.find(short, at)) >= 0:
            at = start + len(short)
            covered |= set(taken.free(start, at)) if "《" in short else set()
            if taken.take(start, at):
                yield Mention(start, at, "mention", "short", short, None, (start, at), kind=mention.kind)
    _drop(named, covered)


def _numbers(text: str, named: list[Mention], taken: _Taken) -> Iterator[Mention]:
    """The numbers that stand alone; a line of a list gives one with its title, whatever that holds: what
    was `named` inside such a title is named no more."""
    covered: set[tuple[int, int]] = set()
    for number, start, end in numbers(text):
        listed = _listed_title(text, start, end)
        if listed:
            covered |= set(taken.free(*listed))
        if listed and taken.take(listed[0], end):
            if changed := _CLOSES.match(text, end):
                taken.take(end, changed.end())  # By which it was changed.
            title = text[slice(*listed)].translate(NESTED)
            kind = kind_of(title)
            yield Mention(listed[0], end, "mention", "listed", title, number, listed, (start, end), kind=kind)
        elif taken.take(start, end):
            yield Mention(start, end, "mention", "number", None, number, None, (start, end))
    _drop(named, covered)


def _drop(named: list[Mention], covered: set[tuple[int, int]]) -> None:
    """Take out the mentions whose spans are covered."""
    if covered:
        named[:] = [mention for mention in named if (mention.start, mention.end) not in covered]


def _listed_title(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the title that a numbered line gives before a bracket with the number at a place, or a
    row of a table before the number."""
    line = text.rfind("\n", 0, start) + 1
    row = _ROW.search(text, max(start - _ROW_LENGTH, 0), start)
    if row and kind_of(row["title"]):
        return row.span("title")
    opened = text.rfind("(", line, start)
    if opened < 0 or text.find(")", opened, start) >= 0 or not _CLOSES.match(text, end):
        return None
    listed = _LISTED.match(text, line, opened)
    return listed.span("title") if listed and kind_of(listed["title"]) else None


def _drafted(text: str, taken: _Taken) -> Iterator[Mention]:
    """What a line of a plan says is to be drafted, changed where it says so."""
    for by in _BY.finditer(text):
        line = text.rfind("\n", 0, by.start()) + 1
        item = _DRAFTED.match(text, line, by.start())
        if item and taken.take(*(span := item.span("title"))):
            action: Action = "revise" if "修" in item[0].replace(item["title"], "") else "enact"
            yield Mention(*span, action, "drafted", item["title"], None, span, kind=kind_of(item["title"]))


def _statutes(text: str, taken: _Taken) -> Iterator[Mention]:
    finder, names = _statute_finder()
    shorts = vocabulary()["short"]
    for index, start, end in finder.find_matches_as_indexes(text):
        name = names[index]
        begin = start - len(_STATE) if text.endswith(_STATE, max(start - len(_STATE), 0), start) else start
        if text[end : end + 1] in _OTHER_WORD and end < len(text) and not _DEED.match(text, end):
            continue
        if _BOOK.match(text, end):
            continue
        if (len(name) == 2 or name in shorts) and not _SHORT_LEAD.search(text[max(start - 1, 0) : start]):
            continue
        # 广东省优化营商环境条例 is another instrument than the national one.
        if name.endswith("条例") and text[start - 1 : start] in tuple("省市区县州"):
            continue
        if taken.take(begin, end):
            yield Mention(begin, end, "mention", "statute", name, None, (begin, end), kind=kind_of(name))


def _backs(text: str, taken: _Taken) -> Iterator[Mention]:
    for back in _BACK.finditer(text):
        if taken.take(back.start(), back.end()):
            group = "noun" if back.group("noun") else "own"
            rule = "back" if group == "noun" else "self"
            yield Mention(*back.span(), "mention", rule, back.group(group), None, back.span(group))


def _with_actions(text: str, mentions: list[Mention]) -> list[Mention]:
    """Each mention with its action; those that stand joined share one."""
    done: list[Mention] = []
    floor = i = 0
    while i < len(mentions):
        j = i + 1
        while j < len(mentions) and _actions.joined(text, mentions[j - 1].end, mentions[j].start):
            j += 1
        following = mentions[j].start if j < len(mentions) else len(text)
        # 《X》自本办法施行之日起废止: what is done to X stands behind the word for the text itself.
        k = j + (j < len(mentions) and mentions[j].rule == "self")
        limit = mentions[k].start if k < len(mentions) else len(text)
        group = mentions[i:j]
        action = _actions.of_group(text, floor, [(m.start, m.end) for m in group], following, limit)
        first = _carried_out(text, floor, group) if action in ("revise", "repeal") else 0
        for k, m in enumerate(group):
            said: Action = "implement" if k < first else action
            done.append(m if m.action == said or m.rule == "drafted" else m._replace(action=said))
        floor, i = group[-1].end, j
    return done


def _carried_out(text: str, floor: int, group: list[Mention]) -> int:
    """How many of a group that a change stands behind are carried out before a comma parts them from what
    is changed: 执行《X》,《Y》停止执行."""
    for k in range(len(group) - 1, 0, -1):
        end, start = group[k - 1].end, group[k].start
        spans = [(m.start, m.end) for m in group[:k]]
        if text[end:start] == "," and _actions.of_group(text, floor, spans, start, start) == "implement":
            return k
    return 0
