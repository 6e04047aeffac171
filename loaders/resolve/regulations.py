"""Mentions to instruments: short names to the titles they stand for, statutes to their full names."""

from __future__ import annotations

import re
from functools import cache

from graph.model import COUNTRY_CODE
from loaders.instruments import NOUN
from loaders.recognise._titles import vocabulary
from loaders.recognise.regulations import Mention, statutes
from loaders.resolve.regions import by_code, find

_STATE = "中华人民共和国"
# 《意见》, 《实施方案》: the bare word for an instrument, with words that any may have.
_BARE = re.compile(
    r"(?:实施|指导|若干|工作|行动|总体|具体|推进|试点|专项|管理|暂行|三年|改革|建设|发展|政策|支持|扶持)*"
    rf"(?:{NOUN})"
)
_FOLDED = str.maketrans("（）〔〕【】－—–―〈〉《》“”", '()()()----<><>""')
_LOOSE = re.compile(r"[\s的]")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
_SUFFIX_LENGTH = 12
# By which end of its name an issuer is known again: 政府办公室.
_ISSUER_LENGTH = 4
# 某办法(修正), 某办法(2018年修订): the title with when it was changed.
_CHANGED = re.compile(r"[(（](?:\d{4}年)?修[订正改][)）]$")
# 《条例(草案)》: the bare word for a draft.
_DRAFT = re.compile(r"\((?:修订|修正|修改)?(?:草案|送审稿|征求意见稿|审议稿)\)$")
# How many mentions back a short one may reach.
_NEAR = 200


@cache
def _prefixed() -> frozenset[str]:
    return frozenset(vocabulary()["statutes"])


def normal_title(title: str) -> str:
    """A title as a key: without spaces, with the state's name before a statute that bears it."""
    bare = "".join(title.split())
    name = bare.removeprefix(_STATE)
    return _STATE + name if name in _prefixed() else bare


def plain_title(title: str) -> str:
    """A title without what copies of it differ in: spaces, widths, dashes and brackets."""
    return _LOOSE.sub("", title.translate(_FOLDED)).replace("--", "-")


def resolve_mentions(mentions: list[Mention], own: tuple[str | None, ...], text: str = "") -> list[Mention]:
    """The mentions of other instruments in a text, each under its full title and with its number.

    A short mention (《意见》, 该办法, a name introduced by 以下简称) stands for the last instrument
    it fits; one that fits none, or the document itself (`own`: its titles), is dropped.
    """
    resolved: list[Mention] = []
    shorts: dict[str, Mention] = {}
    own = tuple(title and normal_title(title) for title in own)
    same = {plain_title(form) for title in own if title for form in (title, _CHANGED.sub("", title))}
    # 根据《X条例》，制定本条例: what the text makes is itself.
    made = {m.title for m in mentions if m.rule == "self" and m.action == "enact"}
    for mention in mentions:
        if mention.rule == "self" and mention.title in made:
            continue
        found = _issued_before(mention, text, resolved) or _resolved(mention, own, same, resolved, shorts)
        if found is None:
            continue
        if mention.short:
            shorts[mention.short] = found
        resolved.append(found)
    return _completed(resolved)


def _issued_before(mention: Mention, text: str, before: list[Mention]) -> Mention | None:
    """Under its whole title what stands without the name of its issuer in the title but behind it:
    县政府办公室《关于护堤的通知》 after 《云台县人民政府办公室关于护堤的通知》."""
    title = mention.title or ""
    if mention.rule != "title" or mention.number or len(title) <= _SUFFIX_LENGTH:
        return None
    for earlier in reversed(before[-_NEAR:]):
        whole = earlier.title or ""
        if len(whole) > len(title) and whole.endswith(title):
            issuer = whole[: -len(title)].removesuffix("关于")
            known = issuer[-_ISSUER_LENGTH:]
            if known and text.endswith(known, 0, mention.start):
                return _stand_for(mention, earlier)
    return None


def _resolved(
    mention: Mention,
    own: tuple[str | None, ...],
    same: set[str],
    before: list[Mention],
    shorts: dict[str, Mention],
) -> Mention | None:
    title = mention.title
    if title is not None and title not in shorts:
        title = vocabulary()["short"].get(title, title)
    if title is None:
        return mention
    full = normal_title(title)
    # 《X》(某政发〔2016〕5号)同时废止: the text that bore the title before.
    former = mention.number is not None and mention.action in ("repeal", "revise")
    if not former and plain_title(full) in same:
        return None
    if mention.number is None and title not in statutes():
        if title in shorts:
            return _stand_for(mention, shorts[title])
        bare = _BARE.fullmatch(_DRAFT.sub("", title)) is not None
        # In a row of titles each stands for itself: 《X办法》《Y市X办法》.
        row = bool(before) and mention.rule == "title" and mention.start - before[-1].end <= 1
        last = _last_fitting(title, before) if bare or (len(title) <= _SUFFIX_LENGTH and not row) else None
        of_itself = mention.rule == "self" or (bare and mention.rule == "title" and last is None)
        if of_itself and any(_ends_with(o, title) for o in own):
            return None
        if last is not None:
            return _stand_for(mention, last)
        if bare:
            return None
    return mention._replace(title=full)


def _ends_with(own: str | None, noun: str) -> bool:
    if own is None:
        return False
    bare = re.sub(r"[》\s]", "", own.translate(_FOLDED)).removesuffix("的通知")
    return re.sub(r"\([^()]*\)$", "", bare).endswith(noun)


def _last_fitting(noun: str, before: list[Mention]) -> Mention | None:
    """The last instrument whose title ends with the noun and says more."""
    near = before[-_NEAR:]
    for mention in reversed(near):
        title = mention.title or ""
        title = title if noun.endswith(")") else _LAST_BRACKET.sub("", title)
        if title.endswith(noun) and len(title) > len(noun):
            # Of a title with several numbers the first.
            return next(m for m in near if m is mention or m.start == mention.start)
    return None


def _stand_for(mention: Mention, full: Mention) -> Mention:
    span = full.full_span or full.title_span
    return mention._replace(
        title=full.title, number=full.number, kind=full.kind, full_span=span, rule="short"
    )


def _completed(mentions: list[Mention]) -> list[Mention]:
    """Title and number of one instrument together wherever the document gives both once."""
    numbers = {m.title: m.number for m in reversed(mentions) if m.title and m.number}
    titles = {m.number: m for m in mentions if m.title and m.number}
    done = []
    for mention in mentions:
        if mention.number is None and mention.title in numbers:
            mention = mention._replace(number=numbers[mention.title])
        elif mention.title is None and mention.number in titles:
            full = titles[mention.number]
            mention = mention._replace(title=full.title, kind=full.kind)
        done.append(mention)
    return done


def scope_of(mention: Mention, jurisdiction_code: str) -> str:
    """The region within which the title alone names one instrument: the country's for a national
    statute and for what the State Council or the Party's centre issued, that of the region that opens
    the title (《山东省专利条例》 is Shandong's wherever it is cited), else that of the speaking document.
    """
    title = mention.title or ""
    if title.startswith((_STATE, "国务院", "中共中央")) or title in statutes():
        return COUNTRY_CODE
    region = find(title, within=by_code(jurisdiction_code))
    # 《国家标准管理办法》 may be anybody's.
    return jurisdiction_code if region is None or region.level == "country" else region.key
