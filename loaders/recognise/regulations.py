"""Instruments that a text names: 《title》（number）, a number alone, a known statute, a short mention.

What the text does to an instrument (enact, revise, repeal, implement, apply) is read from the words
before it, else behind it; instruments joined by 、 or 及 share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, cast

import ahocorasick_rs
import yaml

from graph.model import Action

_NUMBER_BODY = r"[\[(](?P<year>(?:19|20)\d\d)[\])]\s?(?:第)?(?P<sequence>\d{1,5})号(?:文件?)?"
NUMBER = re.compile(
    rf"(?P<code>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z]{{0,15}}(?:\([\u4e00-\u9fff]\))?){_NUMBER_BODY}"
)
_YEAR = re.compile(r"[\[(](?:19|20)\d\d[\])]\s?(?:第)?\d{1,5}号")
ORDER = re.compile(
    r"(?P<issuer>(?:中华人民共和国)?(?:主席|国务院|[\u4e00-\u9fff]{2,12}?(?:部|委员会|总局|署|政府))|国)令\s?第(?P<sequence>\d{1,4})号"
)
_LEADING = re.compile(
    r"^(?:按照|根据|依据|依照|遵照|贯彻|落实|执行|参照|符合|印发|发布|以及|通过|由|以|原|的|按|和|及|与|对|在|将|见|详见|文号|发文字号)+"
)
_STANDARD = re.compile(r"^的?(?:系列)?(?:国家|行业|地方|团体|推荐性|强制性)*标准")
_SHORT = re.compile(r"\(?以下(?:统一?)?(?:简称|称)(?:为)?:?[《“]?(?P<short>[^《》“”()]{2,24})[》”]?\)?")
_BACK = re.compile(
    r"(?:该|上述|前述|前款)(?P<noun>法|条例|规定|办法|细则|意见|通知|方案|措施|决定|计划|规划|纲要|标准)(?![院律规])"
)
_JOINED = re.compile(r"^(?:等|系列)?(?:[、和及与,]|以及|以及其)?(?:[\u4e00-\u9fff]{2,12}(?=《))?$")
_BOUNDARY = re.compile(r"[。;!?\n]")


@dataclass(frozen=True, slots=True)
class Mention:
    """An instrument named in the text, as a span of the normalised text.

    `title` is what stands between 《》 (folded, nested marks as 〈〉), `number` the number in its
    standard form; `title_span` and `number_span` are their own spans. `short` is the name that the
    text gives it for later. `rule` is title, number, statute, short or back.
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


@cache
def _vocabulary() -> dict[str, Any]:
    text = (resources.files("loaders.vocabulary") / "regulations.yaml").read_text(encoding="utf-8")
    return cast(dict[str, Any], yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


@cache
def _endings() -> tuple[tuple[str, str | None], ...]:
    """Endings of titles with their kind (None: no instrument), the longest first."""
    pairs: list[tuple[str, str | None]] = [(e, k) for k, ends in _vocabulary()["kinds"].items() for e in ends]
    pairs = [(e, k) for e, k in pairs if e not in _vocabulary()["none"]]
    pairs += [(e, None) for e in _vocabulary()["none"]]
    return tuple(sorted(pairs, key=lambda p: (-len(p[0]), p[0])))


def kind_of(title: str) -> str | None:
    """law, regulation, rule, normative document, standard or plan by the title's last words; None
    where they are not those of an instrument."""
    bare = re.sub(r"\([^()]*\)$", "", title.rstrip("》〉 "))
    if re.search(r"\((?:试行|暂行|修订|草案|征求意见稿|\d{4}年?版?|.{0,10}修正.{0,4})\)$", title):
        bare = title[: title.rfind("(")]
    for ending, kind in _endings():
        if bare.endswith(ending):
            return kind
    return "plan" if re.search(r"\d{4}-\d{4}年?\)?$", title) else None


@cache
def statutes() -> frozenset[str]:
    """National statutes by their titles without 中华人民共和国."""
    return frozenset(_vocabulary()["statutes"])


@cache
def _statute_finder() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    names = sorted(statutes(), key=lambda n: (-len(n), n))
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), names


@cache
def _cues(group: str) -> re.Pattern[str]:
    words = {word: action for action, ws in _vocabulary()[group].items() for word in ws}
    return re.compile("|".join(sorted(words, key=lambda w: (-len(w), w))))


@cache
def _action_of(group: str, word: str) -> Action:
    for action, words in _vocabulary()[group].items():
        if word in words:
            return cast(Action, action)
    return "mention"


def standard_number(code: str, year: str, sequence: str) -> str:
    """A document number in its standard form: 中办发〔2019〕56号."""
    return f"{code}〔{year}〕{int(sequence)}号"


def find_number(text: str, start: int = 0, end: int | None = None) -> tuple[str, int, int] | None:
    """The first document number in a stretch of folded text, with its span."""
    stop = len(text) if end is None else end
    year = _YEAR.search(text, start, stop)
    match = NUMBER.search(text, max(start, year.start() - 22), stop) if year else None
    order = ORDER.search(text, start, stop) if text.find("令", start, stop) >= 0 else None
    if order and (not match or order.start() < match.start()):
        issuer = re.sub("^(?:中华人民共和国)?国务院$|^国$", "国", order.group("issuer"))
        return f"{issuer}令第{int(order.group('sequence'))}号", order.start(), order.end()
    if not match:
        return None
    lead = _LEADING.match(match.group("code"))
    begin = match.start() + (lead.end() if lead else 0)
    code = match.group("code")[begin - match.start() :]
    if not code or "年" in code or "第" in code:
        return find_number(text, match.end(), stop)
    return standard_number(code, match.group("year"), match.group("sequence")), begin, match.end()


def match(text: str) -> list[Mention]:
    """All instruments named in the text, in order, with short and back mentions still as written."""
    mentions = list(_titles(text))
    taken = [(m.start, m.end) for m in mentions]
    mentions += _numbers(text, taken)
    mentions += _statutes(text, taken)
    mentions += _backs(text, taken)
    mentions.sort(key=lambda m: m.start)
    return _with_actions(text, mentions)


def _titles(text: str) -> Iterator[Mention]:
    at = 0
    while (left := text.find("《", at)) >= 0:
        right = _close(text, left)
        if right is None:
            at = left + 1
            continue
        at = right
        title = text[left + 1 : right - 1].replace("《", "〈").replace("》", "〉").strip()
        end, number, number_span = right, None, None
        bracket = re.match(
            r"[(\[]([^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*)[)\]]", text[right : right + 120]
        )
        if bracket:
            found = find_number(text, right, right + bracket.end())
            if found:
                number, number_span, end = found[0], found[1:], right + bracket.end()
        else:
            bare = NUMBER.match(text, right)
            if bare and text[right] != "的":
                found = find_number(text, right, bare.end())
                number, number_span, end = (found[0], found[1:], bare.end()) if found else (None, None, right)
        short = _SHORT.match(text, end) or (_SHORT.search(text, right, end) if bracket else None)
        kind = "standard" if _STANDARD.match(text[end : end + 12]) else kind_of(title)
        if not title or "\n" in title or (kind is None and number is None):
            continue
        yield Mention(
            left, max(end, right), "mention", "title", title, number, (left + 1, right - 1), number_span,
            short.group("short") if short else None, kind or "normative document",
        )  # fmt: skip
        at = max(right, end)


def _close(text: str, left: int) -> int | None:
    """The end of a title, its nested 《》 counted; None where it is not closed within a paragraph."""
    depth = 0
    for i in range(left, min(left + 240, len(text))):
        char = text[i]
        if char == "《":
            depth += 1
        elif char == "》":
            depth -= 1
            if not depth:
                return i + 1
        elif char == "\n":
            return None
    # 《关于印发《X》的通知》 is sometimes closed only once.
    right = text.find("》", left, left + 240)
    return right + 1 if right >= 0 else None


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return not any(a < end and start < b for a, b in taken)


def _numbers(text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    at = 0
    while found := find_number(text, at):
        number, start, end = found
        at = end
        if _free(start, end, taken):
            taken.append((start, end))
            yield Mention(start, end, "mention", "number", None, number, None, (start, end))


def _statutes(text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    finder, names = _statute_finder()
    for index, start, end in finder.find_matches_as_indexes(text):
        begin = start - 7 if text[max(start - 7, 0) : start] == "中华人民共和国" else start
        follows = text[end : end + 1]
        if follows in ("律", "规", "院", "定", "制", "治", "学", "人", "庭", "实") or not _free(
            begin, end, taken
        ):
            continue
        taken.append((begin, end))
        yield Mention(
            begin,
            end,
            "mention",
            "statute",
            names[index],
            None,
            (begin, end),
            None,
            None,
            kind_of(names[index]),
        )


def _backs(text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    for back in _BACK.finditer(text):
        if _free(back.start(), back.end(), taken):
            yield Mention(
                back.start(), back.end(), "mention", "back", back.group("noun"), None, back.span("noun")
            )


def _with_actions(text: str, mentions: list[Mention]) -> list[Mention]:
    """Each mention with its action; one without a cue of its own takes that of the one it is joined to."""
    done: list[Mention] = []
    for i, mention in enumerate(mentions):
        before = done[-1] if done else None
        following = mentions[i + 1].start if i + 1 < len(mentions) else len(text)
        joined = before is not None and _JOINED.match(text[before.end : mention.start]) is not None
        left = _before(text, before.end if before else 0, mention.start)
        behind = _behind(text, mention.end, following)
        action = left or (before.action if joined and before else None)
        if behind in ("revise", "repeal") and action in (None, "mention", "implement"):
            action = behind
        action = action or behind or "mention"
        done.append(replace(mention, action=action))
        if joined and before and before.action == "mention" and behind:
            done[-2] = replace(before, action=action)
    return done


def _before(text: str, floor: int, start: int) -> Action | None:
    """The action that the nearest cue before a title gives, within its sentence and 40 characters."""
    window = text[max(floor, start - 40) : start]
    boundary = [m.end() for m in _BOUNDARY.finditer(window)]
    window = window[boundary[-1] :] if boundary else window
    # 新修订的《X》, 印发的《X》: the cue tells what X is, not what is done to it here.
    cues = [c for c in _cues("actions").finditer(window) if window[c.end() : c.end() + 1] != "的"]
    if not cues:
        return None
    cue = cues[-1]
    gap = window[cue.end() :]
    if gap.count(",") or len(gap) > 30:
        return None
    return _action_of("actions", cue.group())


def _behind(text: str, end: int, following: int) -> Action | None:
    """The action that a cue right behind a title gives: 《X》的修订工作."""
    window = text[end : min(end + 12, following)]
    boundary = re.search(r"[,。;!?\n]", window)
    window = window[: boundary.start()] if boundary else window
    cue = re.match(rf"(?:等|的|有关|相关|进行|予以)*(?P<cue>{_cues('behind').pattern})", window)
    return _action_of("behind", cue.group("cue")) if cue else None
