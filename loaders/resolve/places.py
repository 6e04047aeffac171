"""Where a written name says its place: 省X, X of a named region, or X of the document's own region.

A written name is a place and what is left, in either order (市财政局, 山东银保监局, 人民银行泰州中支). A
`Reading` is one way to take it apart; `fill` puts a full or short name together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Region
from graph.names import LEVEL_WORD
from loaders.resolve import regions
from loaders.resolve.lexicon import fold, lexicon

# A zone by its land, a province by its bodies.
_CORPS = "新疆生产建设兵团"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a name apart: the place as written and as a region, what is left after it as
    written, and the lexicon's key."""

    written: str
    region: Region
    rest: str
    key: str


def in_place(word: str, region: Region) -> Region | None:
    """The region that 省, 市, 区 … means in a document of `region`, or None where it has none."""
    for area in regions.lineage(region):
        if area.level == "country":
            return None
        if word == "区" and area.level == "province" and area.name.endswith("自治区"):
            return area
        if area.name.endswith(word) and not (word == "区" and area.level == "province"):
            return area
        if word == "区" and area.level == "zone":
            return area
    return None


def readings(name: str, region: Region) -> Iterator[Reading]:
    """The ways to take `name` apart in a document of `region`, the likelier first."""
    for head in lexicon().heads:
        if not name.startswith(head):
            continue
        at = len(head)
        found = regions.matches(name, at, within=region, loose=True)
        if len(found) == 1:
            place, end = found[0]
            if len(place.name) == 2 and name.startswith("县", end):  # 青县县委
                end += 1
            yield Reading(name[at : found[0][1]], place, name[end:], f"{head}~{fold(name[end:])}")
        level = LEVEL_WORD.match(name, at)
        own = in_place(level[0], region) if level else None
        if level and own:
            rest = name[level.end() :]
            yield Reading(regions.official(own), own, rest, f"{head}~{fold(rest)}")
        rest = name[at:]
        for own in _own_places(name, region):
            yield Reading(regions.official(own), own, rest, f"{head}~{fold(rest)}")


def _own_places(name: str, region: Region) -> Iterator[Region]:
    """Whose a name without a place is in a document of `region`: its own, or that of the nearest place above
    which has such a body (中院 in a county's). A bare 财政厅 is always the province's."""
    province = regions.at_level(region, "province")
    of_province = name.endswith("厅") and province and not name.endswith("办公厅")
    for place in regions.lineage(province if of_province and province else region):
        if place.level != "country":
            yield place


def levels(region: Region) -> tuple[str, ...]:
    """The levels by which a form's full name may differ, the narrower first."""
    special: tuple[str, ...] = ()
    if region.name == _CORPS:
        return ("province",)
    if region.level == "province" and region.name.endswith("市"):
        special = ("municipality",)
    elif region.level == "city" and region.code and region.code[2:4] == "01":
        special = ("capital",)
    elif region.level == "county" and region.name.endswith("区"):
        special = ("district",)
    return (*special, "county" if region.level == "zone" else region.level)


def fill(template: str, reading: Reading) -> str:
    """The full or short name that `template` gives at the reading's place."""
    region = reading.region
    official = regions.official(region)
    if official.endswith("自治区"):
        template = re.sub(r"^(中共\{R\}委)(?!员会)", r"\1员会", template)
    if official.endswith("地区"):
        template = template.replace("中共{R}委", f"中共{official[:-1]}委")  # 中共喀什地委
    if region.name == _CORPS:
        template = re.sub(r"^(中共\{R\}委)(?!员会)", r"\1员会", template)
    elif region.level == "zone":
        template = re.sub(r"^(中共\{R\})委(?!员会)", r"\1工作委员会", template)
    province = regions.at_level(region, "province") or region
    written = (
        official if reading.written == region.short_name and region.level == "province" else reading.written
    )
    city = regions.at_level(region, "city") or province
    filled = template.format(
        R=official,
        S=region.short_name,
        W=written,
        L=level_word(region),
        l=level_word(region)[-1:],
        N=region.name,
        C=city.name,
        c=city.short_name,
        P=province.name,
        p=province.short_name,
    )
    return filled.replace(city.name * 2, city.name)  # {P}{R} and {C}{R} of a district


def level_word(region: Region) -> str:
    """What people of the place call it in the names of its bodies: 省, 市, 区; a zone by its name."""
    if region.level == "country":
        return ""
    if region.level == "zone":
        return region.short_name
    found = re.search(r"自治区$|地区$|.$", region.name)
    return found[0] if found else ""


def display(short: str, reading: Reading, template: str) -> str:
    """A short form with the place filled in: ~市场监管局 → 省市场监管局, {S}银保监局 → 山东银保监局."""
    if "{" in short:
        return fill(short, reading)
    spelt = "{R}" not in template and "{S}" in template
    place = (
        reading.region.short_name
        if spelt or not short.startswith(("~", "团~"))
        else level_word(reading.region)
    )
    filled = short.replace("~", place)
    return filled.replace("团自治区委", "团区委").replace("自治区委", "自治区党委")
