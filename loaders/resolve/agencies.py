"""A written name → the body that is meant, under its full official name.

What a name means depends on the document: 省法院 in a document of Shandong or of any of its cities is
山东省高级人民法院, 市法院 in one of Jinan 济南市中级人民法院. The conventions are general (the place before
the body, 省 and 市 for the document's own, a central body's office named after it), the names are
data (`lexicon`). A body that the data does not know keeps its written name, the place spelt out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from graph.model import Agency, Region
from graph.names import LEVEL_WORD
from loaders.resolve import derived, regions
from loaders.resolve.bodies import central_body, local_body
from loaders.resolve.centre import opens_with_ministry
from loaders.resolve.grammar import is_collective, is_name, is_vague, normalise
from loaders.resolve.lexicon import Form, fold, lexicon
from loaders.resolve.likeness import looks_like_agency
from loaders.resolve.places import Reading, in_place, levels, readings
from loaders.resolve.zone_kinds import SEVERAL, in_full

__all__ = ["expand_capacity", "is_collective", "is_vague", "looks_like_agency", "resolve"]

_BRACKETED = re.compile(r"^(.+?)\((.+)\)$")
_NATIONAL = re.compile(r"国家|中央|中共中央|全国|国务院|中国|中华|最高|共青团中央")
# 国务院关税税则委员会办公室, 中国节能协会, 国家信息中心: the country is spelt out, and nothing is cut short.
_OF_COUNTRY = re.compile(
    r"(?:国务院|中央(?!企业)|中国|中华|全国(?!各|性)|国家(?!级|重点))(?!.*(?:[省市县州级]|分会|管委会|管理委员会$))"
    r".{2,}(?:委员会|领导小组|工作小组|协调小组|理事会|联席会议|指挥部|协会|学会|研究会|联合会|基金会|促进会|研究院|研究中心|信息中心|评估中心)(?:办公室|秘书处)?"
)
_BUREAU = re.compile(r".{1,12}?部(?P<own>.{2,10}局)")
_BRANCH = re.compile(r"(?:(?P<bureau>.{3,}?(?:局|委员会|委))(?P<seat>.{2,8}?)|.{4,})分局$")
# 党工委组织部: a zone's party committee is a working one.
_COMMITTEE = re.compile(r"^区?党工委(?=(?:组织|宣传|统战)部$|政法委$|办公室$)")
# 银湖管委会; 开发区管委会 is nobody's name.
# 大柴旦行委, 东山街办: so are these.
_COMMITTEE_OF = re.compile("^(?!.{1,2}区管|.*和管|各).+(?:管委会|行委|街道?办)$")
# 党政办公室, 科技创新部: what a zone's committee has. Branches (公安分局) are another's.
_OF_ZONE = re.compile(r"^(?!省|市|国家|中国|各).{2,}(?:办公室|部|(?<!分)局|办|中心)$")
# A city or county has none of its own: whose a bare 管委会 is, its list does not say.
_OF_ZONES = ("管委会", "管理委员会", "党工委", "工作委员会")
# 各县市、园区: all of them; but a place may have the one 新区.
_ALL_OF_A_KIND = frozenset(SEVERAL) - {"新区"} | {"乡镇", "街道", "社区"}
# 山西联通太原分公司: the province stands before the carrier's name.
_CARRIER = re.compile("(?:移动|联通|电信|铁塔)[\u4e00-\u9fff]{2,8}分公司$")
_JOINT = re.compile(r"(?:领导小组|联席会议|指挥部|工作专班)(?:办公室)?$")
_PARENTS = (
    re.compile(r"^(.*人民代表大会常务委员会)(?=.)"),
    re.compile(r"^(.*人民代表大会)(?=.)"),
    re.compile(r"^(中国人民政治协商会议.+?委员会)(?=.)"),
    re.compile(r"^(中共(?!中央).+?(?:自治区委员会|委(?!员会)))(?=.)"),
    re.compile(r"^(.+?人民政府)(?=.)"),
    re.compile(r"^(.*领导小组)(?=办公室$)"),
    re.compile(r"^(中国人民银行.+分行)(?=营业管理部$)"),
)


def _choose(forms: list[Form], reading: Reading, on: date | None) -> Form | None:
    """Of the bodies that bear a name at the place's level the one meant: the province's own form, then the
    one that has it in full, then the one of that day (a former body until it lost the name, a later one from
    its first day), then the first in the vocabulary."""
    province, at = regions.at_level(reading.region, "province"), levels(reading.region)
    areas = _areas(reading.region)
    here = [f for f in forms if f.template(*at) and f.is_of(areas) and f.bears(on)]
    if province is None:
        here = [f for f in here if "{C}" not in f.full[0][1]]  # a city's branch, of a city unknown
    # A city's own name goes before its province's, and that before any other.
    here.sort(key=lambda f: next((n for n, area in enumerate(areas) if area in f.areas), len(areas)))
    started = [f for f in here if f.until or (f.since and on and f.since <= on)]
    # 浙江金融监管局 is the central body's office, 省金融监管局 the province's own body.
    spelt = reading.written == reading.region.short_name and on is None
    offices = [f for f in here if spelt and "{S}" in f.full[0][1]]
    current = [*started, *(f for f in here if not f.since)]
    own = [f for f in here if f.areas and f in current]
    known = [*offices, *current, *(here if on is None else [])]
    in_full = [f for f in (*known, *here) if reading.rest and f.full[0][1].endswith(reading.rest)]
    # 城管和执法局 is short for a name with 和.
    joined = [f for f in known if "和" in f.full[0][1]] if "和" in reading.rest and not in_full else ()
    return next(iter([*joined, *own, *in_full, *known]), None)


def _areas(region: Region) -> list[str]:
    """The region and those above it as a form's `areas` have them: by code, a zone by its name."""
    codes = [area.code or "" for area in regions.lineage(region)]
    return [region.name, *codes] if region.level == "zone" else codes


def _known(name: str, region: Region, on: date | None) -> Agency | None:
    words = lexicon()
    central = words.central.get(fold(name))
    if on is not None and (former := words.former.get(fold(name))):
        central = next((form for until, form in former if on < until), central)
    if central and (region.level == "country" or _NATIONAL.match(name)):
        return central_body(central)
    for reading in readings(name, region):
        form = _choose(words.local.get(reading.key, []), reading, on)
        if form and (reading.region.level == "zone" or reading.rest not in _OF_ZONES):
            return local_body(form, reading)
    for place in regions.lineage(region) if name in words.whole else ():
        reading = Reading(regions.official(place), place, "", "")
        if form := _choose(words.whole[name], reading, on):
            return local_body(form, reading)
    for shape, form in words.shapes:
        if found := shape.fullmatch(name):
            places = regions.matches(found["place"], within=region, loose=True)
            whole = len(places) == 1 and places[0][1] == len(found["place"])
            if whole and form.template(*levels(places[0][0])) and form.is_of(_areas(places[0][0])):
                return local_body(form, Reading(found["place"], places[0][0], "", ""))
    # 食品安全办, 武警部队: where they are not spelt out, each place has its own.
    return central_body(central) if central and not name.endswith(("办", "部队")) else None


def _branch(name: str, region: Region, on: date | None) -> Agency | None:
    """A city bureau's branch in a district or zone, by whose name it is called: 城北资源规划分局,
    市城管局高新分局."""
    found = _BRANCH.match(name)
    if not found:
        return None
    if found["bureau"]:
        # A zone's branches are the city's: 自然资源和规划局高新分局.
        home = (region.level == "zone" and regions.at_level(region, "city")) or region
        parent, seat = _known(found["bureau"], home, on), found["seat"]
    else:
        place, function = _seated(name, region)
        if place is None or place.level not in ("county", "zone"):
            return None
        city = regions.at_level(place, "city") or regions.at_level(place, "province")
        if city is None:
            return None  # a zone of which no more is known
        parent = _known(f"{city.name}{function}局", city, on)
        seat = place.short_name
    if parent is None:
        return None
    return replace(parent, name=f"{parent.name}{seat}分局", short_name=name, aliases=(name,), successor=None)


def _seated(name: str, region: Region) -> tuple[Region | None, str]:
    """The district of a branch, by whose name it is called before or behind its function, and the
    function: 城北环保分局, 环保城北分局."""
    city = regions.at_level(region, "city") or regions.at_level(region, "province")
    for cut in range(2, len(name) - 3 if city else 0):
        seat = name[cut:-2]
        found = regions.matches(seat, within=city, loose=True)
        if len(found) == 1 and found[0][1] == len(seat):
            return found[0][0], name[:cut]
    reading = next(readings(name, region), None)
    return (reading.region, reading.rest.removesuffix("分局")) if reading else (None, "")


def _seat(name: str, region: Region, on: date | None) -> Agency | None:
    """The offices of a body themselves: 团市委机关, 市总工会机关."""
    body = _known(name.removesuffix("机关"), region, on) if name.endswith("机关") else None
    return body and replace(body, name=f"{body.name}机关", short_name=name, aliases=(name,), successor=None)


def _unknown(name: str, region: Region) -> Agency:
    """The written name with 省, 市, 县 spelt out; marked unresolved unless the place is spelt out by the
    document itself or the name is that of a joint office, whose name is free."""
    level = LEVEL_WORD.match(name)
    place = in_place(level[0], region) if level else None
    found = regions.matches(name)
    full, spelt = in_full(name) if not level and _COMMITTEE_OF.match(name) else name, False
    if len(found) == 1 and not name.startswith(("中国", "中华")):
        place, end = found[0]
        spelt = (
            name[:end].endswith(regions.official(place))
            and is_name(name)
            and name.endswith(("室", "会", "组", "局", "厅"))
        ) or name.endswith(("大学", "学院"))
        level = None
    elif level and place:
        rest = in_full(name[level.end() :])
        rest = re.sub("管理办$", "管理办公室", rest)
        full = (
            f"中共{regions.official(place)}{rest}"
            if re.match(r"委.", rest) and rest[1] != "员"
            else regions.official(place) + rest
        )
    elif region.level == "zone" and _OF_ZONE.search(name):
        full = region.name + in_full(name)
    spelt = spelt or any(name.startswith(body) for body in lexicon().enterprises)
    if place is None and _is_of_country(name):
        place, spelt = regions.COUNTRY, True
    joint = bool(_JOINT.search(name)) and place is not None
    home = place or region
    return Agency(
        name=full,
        short_name=name,
        kind="enterprise" if re.search("公司|集团|银行", name) else "agency",
        region=home,
        level=home.level,
        aliases=(name,) if name != full else (),
        resolved=joint or spelt,
    )


def _is_of_country(name: str) -> bool:
    """Whether a name that the vocabulary lacks is a national body's in full, or that of a ministry's bureau
    (司法部监狱管理局)."""
    if bureau := _BUREAU.fullmatch(name):
        return opens_with_ministry(name) and fold(bureau["own"]) not in lexicon().central
    return _OF_COUNTRY.fullmatch(name) is not None and is_name(name)


def resolve(surface: str, *, region: Region, on: date | None = None, capacity: str | None = None) -> Agency:
    """The body that `surface` names in a document of `region` issued `on` a day.

    `surface` is one name as written, 省 or 市 carried to it or not; brackets of any width may hold a
    second name (省市场监管局（省知识产权局）), which `capacity` gives otherwise: it becomes an alias.
    A known body comes back under its full official name with `resolved` True, another under the
    written one with the place spelt out and False, several at once (各级党委) as ``collective``.
    """
    return _written(surface, region, on, capacity)


@lru_cache(maxsize=1 << 15)
def _written(surface: str, region: Region, on: date | None, capacity: str | None) -> Agency:
    name = normalise(surface)
    second = capacity and normalise(capacity)
    if not is_collective(name) and (two := _BRACKETED.match(name)) and not _known(name, region, on):
        name, second = two[1], second or two[2]
    agency = _resolve(name, region, on)
    if not second:
        return agency
    full = expand_capacity(second, region, on)
    extra = tuple(a for a in (full, second) if a not in agency.aliases and a != agency.name)
    return replace(agency, aliases=(*agency.aliases, *dict.fromkeys(extra)))


@lru_cache(maxsize=1 << 15)
def _resolve(name: str, region: Region, on: date | None) -> Agency:
    name = re.sub(
        r"^(?:中国人民银行|人行)(?=.)",
        "人民银行",
        name.removeprefix("中共") if not name.startswith("中共中央") else name,
    )
    named = regions.matches(name, within=region) if "地委" in name else []
    if len(named) == 1 and named[0][0].name.endswith("地区") and name.startswith("地委", named[0][1]):
        name = named[0][0].name + name[named[0][1] + 1 :]  # 喀什地委
    if name.endswith("分公司") and (carrier := _CARRIER.search(name)) and carrier.start():
        before = regions.matches(name)
        if len(before) == 1 and before[0][0].level == "province" and before[0][1] == carrier.start():
            name = carrier[0]
    if is_collective(name) or name in _ALL_OF_A_KIND:
        return Agency(name=name, short_name=name, kind="collective", region=region, level=region.level)
    if region.level == "zone" and not name.endswith("分局"):
        name = _COMMITTEE.sub("委", name[regions.opens_with_kind(name, region) :] or name)
    if (level := LEVEL_WORD.match(name)) and (own := in_place(level[0], region)):
        # 区东城生态环境局 of a list: the carried 区 before a name that opens with its own place.
        rest = name[level.end() :]
        name = rest if len(own.short_name) > 1 and rest.startswith(own.short_name) else name
    if region.level == "city" and (unit := regions.department(name, region)):
        region, name = unit
    agency = (
        _known(name, region, on)
        or _branch(name, region, on)
        or _seat(name, region, on)
        or derived.combined(name, region)
        or derived.place(name, region)
        or derived.customs(name, region)
        or _unknown(name, region)
    )
    return replace(agency, part_of=_part_of(agency, on))


def _part_of(agency: Agency, on: date | None) -> Agency | None:
    for parent in _PARENTS:
        if (found := parent.match(agency.name)) and found[1] != agency.name:
            return _resolve(found[1], agency.region, on)
    return None


def expand_capacity(written: str, region: Region, on: date | None = None) -> str:
    """The full official name of a bracketed second name: 省知识产权局 → 山东省知识产权局."""
    return _resolve(normalise(written), region, on).name
