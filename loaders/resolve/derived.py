"""Bodies that no list names and a convention does: a region or zone that answers itself, a customs house,
a combined bureau."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import Agency, Region
from graph.names import LEVEL_WORD
from loaders.resolve import regions
from loaders.resolve.compositions import compose
from loaders.resolve.lexicon import lexicon
from loaders.resolve.places import in_place, readings
from loaders.resolve.zone_kinds import CALLED, COMMITTEE, OWN, SEVERAL, in_full

_SHORTENED = re.compile("(?<!技术|产业|经济|保护|边境|旅游|合作)开发区$")
_ZONE_OFFICE = re.compile(rf"^(.+?)({COMMITTEE})?$")


def place(name: str, region: Region) -> Agency | None:
    """A region or zone that answers itself, or its 管委会: 历城区, 起步区, 贵安新区管委会. A county of the
    region may be called by its short name: 历城."""
    found = regions.matches(name, within=region) or regions.matches(name, within=region, loose=True)
    found = [(there, end) for there, end in found if not _is_namesake(there, region)]
    if len(found) == 1 and found[0][1] == len(name) and found[0][0].level != "zone":
        return _unit(regions.official(found[0][0]), name, found[0][0])
    parts = _ZONE_OFFICE.match(name)
    assert parts
    stem, office = parts[1], parts[2] or ""
    level = LEVEL_WORD.match(stem)
    own = in_place(level[0], region) if level else None
    if level and stem.startswith("级", level.end()):
        return None  # 省级高新区 says of which rank it is, not whose.
    if level and own and regions.is_zone(stem[level.end() :]):
        # 县经开区, 市高新区: the place's own; 区科创功能区 has its place before it, too.
        stem, region = stem[level.end() :], own
        stem = stem if stem in OWN or stem in SEVERAL else regions.own_zone(stem, own)
    if not regions.is_zone(stem):
        return None
    guessed = stem in OWN
    if stem in SEVERAL or (guessed and region.level != "county"):
        return None
    if guessed:
        # A county that names no other has the one.
        stem = regions.official(region) + stem
    zone = regions.zone(stem, region)
    full = f"中共{zone.name}工作委员会" if office == "党工委" else zone.name + in_full(office)
    short = zone.short_name + ("管委会" if office.startswith("管") else office)
    return replace(_unit(full, short, zone), resolved=not guessed and _in_full(zone, stem))


def _in_full(zone: Region, written: str) -> bool:
    """Whether a zone's name is the whole of its official one, as far as words tell.

    One that opens with no place may have one before it (钱塘新区 is 杭州钱塘新区), and a 开发区 without more
    is short for one of several kinds.
    """
    if regions.is_listed(zone) or zone.name.startswith("中国"):
        return True
    placed = regions.matches(zone.name, within=zone.parent, loose=True)
    if not placed or _SHORTENED.search(zone.name):
        return False
    # 经开区 is a city's 经济技术开发区, or another's 经济开发区.
    own = zone.parent is not None and zone.parent.level == "city"
    return not written.endswith("经开区") or (own and zone.name[placed[0][1] :] == CALLED["经开区"])


def _is_namesake(there: Region, region: Region) -> bool:
    """Whether a new area is another province's (天津市滨海新区), and this one's own is meant."""
    here = regions.at_level(region, "province")
    return (
        there.level == "county"
        and there.name.endswith("新区")
        and here is not None
        and not (regions.lies_in(there, here))
    )


def _unit(name: str, short: str, region: Region) -> Agency:
    return Agency(
        name=name,
        short_name=short,
        kind="agency",
        region=region,
        level=region.level,
        aliases=(short,) if short != name else (),
        functions=("开发区" if region.level == "zone" else "政府综合",),
    )


def customs(name: str, region: Region) -> Agency | None:
    """A customs house named after no region: 泉城海关."""
    found = re.fullmatch(r"(?:中华人民共和国)?(.{2,6})海关", name)
    if not found:
        return None
    seat = lexicon().customs.get(found[1])
    place = regions.by_name(seat)[0] if seat else region
    return Agency(
        name=f"中华人民共和国{found[1]}海关",
        short_name=f"{found[1]}海关",
        kind="agency",
        region=place,
        level=place.level,
        system="vertical",
        aliases=(f"{found[1]}海关",),
        functions=("海关",),
        resolved=seat is not None,
    )


def combined(name: str, region: Region) -> Agency | None:
    """A combined bureau that no list has, under the name composed of its functions; where that is a
    guess, not `resolved`."""
    if not name.endswith("局") or region.level == "country":
        return None
    for reading in readings(name, region):
        found = compose(reading.rest) if reading.key.startswith("~") else None
        if found:
            full = regions.official(reading.region) + found.name
            return Agency(
                name=full,
                short_name=name,
                kind="agency",
                region=reading.region,
                level=reading.region.level,
                aliases=(name,) if name != full else (),
                functions=found.functions,
                resolved=not found.guessed and "和" in found.name,
            )
    return None
