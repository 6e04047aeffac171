"""Mentions to instruments: short names to the titles they stand for, statutes to their full names."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import COUNTRY_CODE
from loaders.recognise.regulations import Mention, statutes

_SHORT_LENGTH = 8


def normal_title(title: str) -> str:
    """A title as a key: folded, without spaces, with the state's name before a national statute."""
    bare = re.sub(r"\s", "", title).removeprefix("中华人民共和国")
    return f"中华人民共和国{bare}" if bare in statutes() and bare != "宪法" else re.sub(r"\s", "", title)


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles are the same but for spaces, widths, dashes and brackets."""
    return bool(one and other) and _bare(one or "") == _bare(other or "")


def _bare(title: str) -> str:
    table = str.maketrans("（）〔〕【】－—–―〈〉《》", "()()()----<><>")
    return re.sub(r"[\s的]", "", title.translate(table)).replace("--", "-")


def resolve_mentions(mentions: list[Mention], own: tuple[str | None, ...]) -> list[Mention]:
    """The mentions of other instruments, each under its full title.

    A short mention (《意见》, 该办法, a name introduced by 以下简称) stands for the last instrument
    it fits; one that fits none, or the document itself (`own`: its titles), is dropped.
    """
    resolved: list[Mention] = []
    shorts: dict[str, Mention] = {}
    for mention in mentions:
        title = mention.title
        if mention.number is None and title is not None:
            if any(same_title(title, o) for o in own) or _own_short(title, own, mention, resolved):
                continue
            if title in shorts:
                resolved.append(_stand_for(mention, shorts[title]))
                continue
            if mention.rule == "back" or (mention.rule == "title" and _is_short(title)):
                last = _last_fitting(title, resolved)
                if last is not None:
                    resolved.append(_stand_for(mention, last))
                continue
            mention = replace(mention, title=normal_title(title))
        elif title is not None:
            if any(same_title(title, o) for o in own):
                continue
            mention = replace(mention, title=normal_title(title))
        if mention.short:
            shorts[mention.short] = mention
        resolved.append(mention)
    return resolved


def _is_short(title: str) -> bool:
    """《意见》, 《实施方案》: the bare word for an instrument, or hardly more."""
    return len(title) <= _SHORT_LENGTH and not title.endswith(("法", "条例")) and "关于" not in title


def _own_short(title: str, own: tuple[str | None, ...], mention: Mention, before: list[Mention]) -> bool:
    """A bare 《实施方案》 that fits the document's own title, and nothing cited before it."""
    if mention.rule == "back" or not _is_short(title):
        return False
    fits_own = any(o and re.sub(r"[》\s]", "", o).removesuffix("的通知").endswith(title) for o in own)
    return fits_own and _last_fitting(title, before) is None


def _last_fitting(noun: str, before: list[Mention]) -> Mention | None:
    for mention in reversed(before):
        if mention.title and re.sub(r"\([^()]*\)$", "", mention.title).endswith(noun):
            return mention
    return None


def _stand_for(mention: Mention, full: Mention) -> Mention:
    return replace(mention, title=full.title, number=full.number, kind=full.kind, rule="short")


def scope_of(mention: Mention, jurisdiction_code: str) -> str:
    """The region within which the title alone names one instrument: the country's for a national
    statute, else that of the jurisdiction that speaks."""
    title = mention.title or ""
    if title.startswith("中华人民共和国") or title.removeprefix("中华人民共和国") in statutes():
        return COUNTRY_CODE
    return jurisdiction_code
