"""Whether words can be the name of a body at all: by the vocabulary, by a region, or by their build."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.names import LEVEL_WORD
from loaders.resolve import _vocabulary, regions
from loaders.resolve.compositions import compose
from loaders.resolve.endings import DEPARTMENTS
from loaders.resolve.grammar import is_collective, is_name, is_vague, normalise
from loaders.resolve.lexicon import fold, lexicon
from loaders.resolve.zone_kinds import COMMITTEE

_BRACKETED = re.compile(r"^(.+?)\((.+)\)$")
_OF_TOWN = re.compile("^(?:镇|乡|街道)")
# 镇综合执法中心, 街道便民服务中心: what towns call such offices is without end.
_TOWN_UNIT = re.compile(
    r"(?:镇|乡|街道)(?![村镇街域级直属区办])[\u4e00-\u9fff]{2,12}(?:(?:服务|执法|治理|指挥)中心|[大中]队|执法队|服务站|办公室|工作部)"
)
# 省级开发区, 市辖区 are kinds of places.
_OF_LEVEL = re.compile("[级辖域内外直属际]")
_TOO_GENERAL = {
    "海关",
    "政府",
    "管委会",
    "人民政府",
    "军区",
    "图书馆",
    "文化馆",
    "博物馆",
    "美术馆",
    "日报社",
    "档案馆",
    "公安分局",
    "街道办",
    "服务中心",
}
"""Words that name a body beside a place, and a kind of body alone."""


@lru_cache(maxsize=1 << 15)
def looks_like_agency(surface: str) -> bool:
    """Whether the words can be a body's name, known or not, one or many; vague words are not.

    For deciding whether a bracket's list is a list of agencies: no jurisdiction is needed.
    """
    name = normalise(surface)
    if two := _BRACKETED.match(name):
        name = name if is_collective(name) else two[1]
    if name.endswith("机关") and not is_collective(name):
        name = name[:-2]
    if len(name) < 2 or name in _TOO_GENERAL or is_vague(name):
        return False
    placed = bool(regions.matches(name))
    return (
        is_collective(name)
        or in_vocabulary(name.removeprefix("中共"))
        or _is_place(name)
        or is_name(name, placed=placed)
        or compose(name) is not None
    )


@cache
def _town_offices() -> frozenset[str]:
    return frozenset(name for line in _vocabulary.read("town_offices") for name in line.split())


def is_town_office(surface: str) -> bool:
    """Whether the words are the name of an office of a town or street: 党政办, 镇水利站, 镇综合执法中心."""
    return is_usual_town_office(surface) or _TOWN_UNIT.fullmatch(surface) is not None


def is_usual_town_office(surface: str) -> bool:
    """Whether the vocabulary has the words as the name of such an office."""
    return surface in _town_offices() or _OF_TOWN.sub("", surface) in _town_offices()


def is_function(surface: str) -> bool:
    """Whether the words name whoever has a function, and no body by its name: 公安部门, 税务部门."""
    if not surface.endswith("部门") or not 3 < len(surface) < 12:
        return False
    local = lexicon().local
    return any(f"~{fold(surface[:-2] + kind)}" in local for kind in DEPARTMENTS)


def in_vocabulary(name: str) -> bool:
    """Whether the vocabulary has the name, of the centre or of a place."""
    words = lexicon()
    if fold(name) in words.central or name in words.whole:
        return True
    name = re.sub(r"^(?:中国人民银行|人行)(?=.)", "人民银行", name)
    for head in words.heads:
        if not name.startswith(head):
            continue
        at = len(head)
        ends = {end for _, end in regions.matches(name, at)} | {at}
        if level := LEVEL_WORD.match(name, at):
            ends.add(level.end())
        if any(f"{head}~{fold(name[end:])}" in words.local for end in ends):
            return True
    found = re.fullmatch(r"(.{2,6})海关", name)
    return bool(found and (found[1] in words.customs))


def _is_place(name: str) -> bool:
    found = regions.matches(name)
    if any(end == len(name) and name.endswith(region.name) for region, end in found):
        return True
    stem = re.sub(rf"{COMMITTEE}$", "", name)
    placed = (
        stem != name
        or stem.endswith("片区")
        or any(region.level != "zone" or end == len(name) for region, end in found)
    )
    if (level := LEVEL_WORD.match(stem)) and not _OF_LEVEL.match(stem, level.end()):
        placed = placed or len(stem) > level.end() + 2  # 县经开区: the county's own
    return regions.is_zone(stem) and placed and is_clean(stem)


def is_clean(name: str) -> bool:
    """Whether the words hold nothing but a name's characters."""
    return not re.search(r"[,。;:!?、“”\"《》…\s\d%]|建设|推进|支持|加快", name)
