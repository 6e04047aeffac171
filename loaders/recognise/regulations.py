"""Instruments that a text names: 《title》（number）, a number alone, a known statute, a short mention."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from graph.model import Action
from loaders.instruments import LEGAL_NOUN, LONG_NOUN, NOUN, kind_of
from loaders.recognise import _actions
from loaders.recognise._drafts import drafted
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
_BOOK = re.compile(
    r"(?:及|和|与)?(?:其|相关|配套|司法解释|法律|法规|规定)*(?:汇编|专辑|大全|释义)|(?:学习)?宣传(?:教育)?[周月日]"
)
_DEED = re.compile(rf"制[定订]|规定|实施(?!{LONG_NOUN})")  # 依据水法制定, 按照水法规定
_SHORTEST_CALL = 4
# 3.关于做好防汛的通知(政发〔2008〕3号): a line of a list names an instrument without 《》.
_LISTED = re.compile(
    r"[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*(?P<title>[^《》,。;:\n]{6,80}"
    r"|[^《》,。;:\n]{0,30}关于[^《》,。;:\n]{0,20}《[^《》\n]{2,80}》[^《》,。;:\n]{2,20})$"
)
# 根据水利部关于护堤的通知(水防〔2008〕3号): so does a cue and 关于, once.
_UNMARKED = re.compile(
    r"(?:根据|按照|依据|依照|遵照|贯彻落实|贯彻执行|贯彻|落实|执行|废止|现将|(?<=\))[、和及])"
    r"(?P<title>(?:(?!关于)[^《》,。;:()\n]){2,60}关于(?:(?!关于)[^《》,。;:()\n]){4,60}(?<=通知|意见|决定|公告|方案|措施|办法|规定|通告|批复|规划|计划))$"
)
_UNMARKED_LENGTH = 130
_CLOSES = re.compile(r"[^()\n]{0,10}(?:,[^()\n]{2,60}修[订正改])?\)[;。,、]?\s*(?:\n|$)")
# 3 › 关于做好防汛的通知 › 政发〔2008〕3号: so does a row of a table, whose cells may have run together.
_ROW = re.compile(r"(?:^|\n)\d{1,4}\n?(?P<title>[^《》,。;:\n\d][^《》,。;:\n]{5,80})\n?$")
_ROW_LENGTH = 92
# 3 › 政发〔2008〕3号 › 关于做好防汛的通知: or its cells the other way round.
_ROW_NUMBER = re.compile(r"(?:^|\n)\d{1,4}\n$")
_ROW_TITLE = re.compile(r"\n(?P<title>[^《》,。;:\n\d][^《》,。;:\n]{5,80})(?=\n|$)")


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
def _statute_finder() -> tuple[AhoCorasick, list[str]]:
    names = sorted(statutes() | vocabulary()["short"].keys(), key=lambda n: (-len(n), n))
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA), names


def match(text: str) -> list[Mention]:
    """All instruments named in the text, in order, with short and back mentions still as written."""
    found = [mention for title in titles(text) for mention in _titled(title)]
    taken = _Taken([(m.start, m.end) for m in found])
    called = list(_called(text, found, taken))
    found += called
    found += list(_numbers(text, found, taken))
    found += [
        Mention(*span, action, "drafted", text[slice(*span)], None, span, kind=kind_of(text[slice(*span)]))
        for span, action in drafted(text)
        if taken.take(*span)
    ]
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
        elif (turned := _title_behind(text, start, end)) and taken.take(start, turned[1]):
            kind = kind_of(title := text[slice(*turned)])
            yield Mention(
                start, turned[1], "mention", "listed", title, number, turned, (start, end), kind=kind
            )
        elif (bare := _unmarked_title(text, start, end)) and taken.take(bare[0], end + 1):
            kind = kind_of(title := text[slice(*bare)])
            yield Mention(bare[0], end + 1, "mention", "listed", title, number, bare, (start, end), kind=kind)
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


def _title_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the title that a row of a table gives after the number at a place."""
    if _ROW_NUMBER.search(text, max(start - 6, 0), start) is None:
        return None
    behind = _ROW_TITLE.match(text, end)
    return behind.span("title") if behind and kind_of(behind["title"]) else None


def _unmarked_title(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the title that stands without 《》 before a bracket with the number at a place alone:
    根据水利部关于护堤的通知(水防〔2008〕3号)."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return None
    line = text.rfind("\n", 0, start) + 1
    named = _UNMARKED.search(text, max(line, start - _UNMARKED_LENGTH), start - 1)
    if named is None or not kind_of(named["title"]):
        return None
    begin = named.start("title")
    # 根据水法、水利部关于护堤的通知: of a row the last.
    while (stop := text.find("、", begin, named.end())) >= 0 and kind_of(text[begin:stop]):
        begin = stop + 1
    return (begin, named.end()) if text.find("关于", begin, named.end()) >= 0 else None


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
        group = "noun" if back.group("noun") else "own"
        # 修改为:“…适用本办法”: what is quoted speaks of the text that it is to stand in.
        line = text.rfind("\n", 0, back.start()) + 1
        if group == "own" and text.count("“", line, back.start()) > text.count("”", line, back.start()):
            continue
        if taken.take(back.start(), back.end()):
            rule = "back" if group == "noun" else "self"
            yield Mention(*back.span(), "mention", rule, back.group(group), None, back.span(group))


def _with_actions(text: str, mentions: list[Mention]) -> list[Mention]:
    """Each mention with its action; those that stand joined share one."""
    done: list[Mention] = []
    lines: dict[int, Action | None] = {}
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
        action = _actions.of_group(text, floor, [(m.start, m.end) for m in group], following, limit, lines)
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
        if text[end:start] == "," and _actions.of_group(text, floor, spans, start, start, {}) == "implement":
            return k
    return 0
