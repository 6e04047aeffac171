"""The regions of the country: by code, by name, at the head of a text.

Zones and former regions are `Region`s like the others. A name that several regions bear is settled
by a region known from elsewhere, or stays visibly ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Region, RegionLevel
from loaders.resolve._gazetteer import COUNTRY as COUNTRY
from loaders.resolve._gazetteer import gazetteer
from loaders.resolve.zone_kinds import CALLED, COMMITTEE, ENDINGS, OWN

_KIND = re.compile(r"(?P<high>高新(?:技术)?(?:产业)?(?:开发)?区)|经开区|(?:经济(?:技术)?)?开发区")
_DEPARTMENT = re.compile(
    rf"(?P<zone>{'|'.join([*CALLED.values(), *CALLED])})"
    r"(?P<rest>(?!分|管委|党工委).{2,}(?:局|办公?室?|部|中心))$"
)
_FREE_TRADE = re.compile(
    r"^(?:中国[（(](?P<full>.+?)[）)]|(?P<short>.*?))(?:自由贸易试验区|自贸试验区|自贸区)(?P<part>.*片区)?$"
)


_CENTRAL = ("国务院", "中共中央", "中央", "国家", "全国", "中华人民共和国", "最高人民")
_LOOSE = re.compile(r"^[\s《“]+|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")


def by_code(code: str) -> Region | None:
    """The region with this code of six digits; ``100000`` is the country."""
    return gazetteer().by_code.get(code)


def by_name(name: str) -> list[Region]:
    """Every region of this full, short or one-character name, the upper levels first."""
    if name in ("全国", "中央", "国家", "中国"):
        return [COUNTRY]
    index = gazetteer()
    found = list(index.by_name.get(name, ()))
    if name in index.by_character:
        found.insert(0, index.by_character[name])
    rank = ("country", "province", "city", "county", "zone")
    return sorted(found, key=lambda region: rank.index(region.level))


def provinces() -> Iterator[Region]:
    """The regions right below the country."""
    return (region for region in gazetteer().by_code.values() if region.level == "province")


def lineage(region: Region) -> Iterator[Region]:
    """The region and those above it, up to the country."""
    at: Region | None = region
    while at is not None:
        yield at
        at = at.parent


def at_level(region: Region, level: RegionLevel) -> Region | None:
    """The region itself or the one above it that is of `level`."""
    return next((r for r in lineage(region) if r.level == level), None)


def lies_in(region: Region, area: Region) -> bool:
    """Whether `region` is `area` or lies in it."""
    return any(r.key == area.key for r in lineage(region))


def official(region: Region) -> str:
    """The name as it opens the names of the region's bodies.

    A district's carries its city (济南市历城区), a county's and a city's stands alone (蓬溪县,
    济南市): so their seals read. The country's is empty.
    """
    if region.level == "country":
        return ""
    in_city = region.parent and region.parent.name.endswith(("市", "州", "盟", "地区"))
    if region.level == "county" and region.name.endswith("区") and region.parent and in_city:
        return region.parent.name + region.name
    return region.name


def spelt_out(region: Region) -> str:
    """The region's name with those above it, which names it alone: 吉林省长春市朝阳区."""
    above = [each.name for each in lineage(region) if each.level != "country"]
    return "".join(reversed(above)) or region.name


def _narrow(found: list[Region], within: Region | None) -> list[Region]:
    """Those of the same-named regions that are meant: nearest to `within`, else the uppermost."""
    if len(found) < 2:
        return found
    if within is not None and within.level != "country":
        for area in lineage(within):
            if area is COUNTRY:
                break
            near = [r for r in found if lies_in(r, area)]
            if near:
                found = near
                break
    rank = ("province", "city", "county", "zone")
    best = min(rank.index(r.level) for r in found)
    return [r for r in found if rank.index(r.level) == best]


def matches(
    text: str, at: int = 0, *, within: Region | None = None, loose: bool = False
) -> list[tuple[Region, int]]:
    """The regions whose name stands in `text` at offset `at`, each with the offset where it ends.

    Names that follow one another down the tree are read as one (济南市历城区, 山东济南). The
    longest reading comes alone; more than one region in it means that the name is ambiguous.
    With `loose` short names of the counties in `within` count too (历城 in Jinan).
    """
    index, best, end = gazetteer(), [], at
    if text[at : at + 1] not in index.initials:
        return []
    names = index.by_name if loose and within is not None else index.leading
    for stop in range(min(len(text), at + index.longest), at + 1, -1):
        word = text[at:stop]
        found = names.get(word)
        if not found:
            continue
        if names is index.by_name and word not in index.leading:
            assert within is not None
            found = [r for r in found if lies_in(r, at_level(within, "city") or within)]
        regions = _narrow(found, within)
        for region in regions:
            deeper = [
                (r, e)
                for r, e in matches(text, stop, within=region)
                if r.key != region.key and lies_in(r, region)
            ]
            meant, reach = deeper[0] if len(deeper) == 1 else (region, stop)
            if reach > end:
                best, end = [meant], reach
            elif reach == end and meant not in best:
                best.append(meant)
    return [(region, end) for region in best]


def candidates(text: str, *, within: Region | None = None) -> list[Region]:
    """The regions that the longest leading region name of `text` can mean: none, one, or several."""
    return [region for region, _ in matches(_fold(text), within=within)]


def find(text: str, *, within: Region | None = None) -> Region | None:
    """The region whose name opens a title or an issuer's name; None where none does or several could.

    `within` is a region known from elsewhere, which settles names that several regions bear
    (朝阳区). 国务院, 中共中央 and 国家… open with the country.
    """
    folded = _fold(text)
    if folded.startswith(_CENTRAL):
        return COUNTRY
    found = matches(folded, within=within)
    if len(found) != 1:
        return None
    region, end = found[0]
    tail = _leading_zone(folded[end:])
    return zone(tail, region) if tail else region


def _fold(text: str) -> str:
    return _LOOSE.sub("", text).removeprefix("中共")


def _leading_zone(text: str) -> str | None:
    """经济技术开发区 of 经济技术开发区管理委员会: what stands before 管委会 or 党工委, if it is a zone."""
    found = re.match(rf"(.{{2,20}}?){COMMITTEE}", text)
    return found[1] if found and found[1].endswith(ENDINGS) else None


def is_zone(name: str) -> bool:
    """Whether the name is that of a development zone, free-trade area and the like, by its grammar."""
    return name.endswith(ENDINGS) or any(r.level == "zone" for r in gazetteer().by_name.get(name, ()))


def is_listed(zone: Region) -> bool:
    """Whether the vocabulary has the zone, and so its name in full."""
    return zone in gazetteer().zones


def zone(name: str, within: Region) -> Region:
    """The zone of this name in `within`: a known one, else a new one under its full name.

    自贸试验区济南片区 in Jinan → 中国（山东）自由贸易试验区济南片区; 高新区 → 济南高新技术产业开发区.
    """
    city = at_level(within, "city") or within
    for called in (name, city.short_name + name, city.name + name):  # 东部新区 in Chengdu: 成都东部新区
        for known in gazetteer().by_name.get(called, ()):
            if known.level == "zone" and (lies_in(known, within) or lies_in(within, _around(known))):
                return known
    if found := _FREE_TRADE.match(name):
        return _free_trade(found, name, within)
    if within.level == "zone" and opens_with_kind(name, within) == len(name):
        return within
    own = [region for region, end in matches(name, within=within) if end < len(name)] or _seats(name, within)
    if len(own) == 1 and lies_in(own[0], within):
        return Region(name=_lengthen(name), short_name=name, level="zone", parent=own[0])
    full = _lengthen(name)
    generic = full in CALLED.values() or name in OWN
    if generic and within.level == "zone":
        return zone(name, within.parent or COUNTRY)  # 经开区 in a document of the 高新区: its neighbour
    if generic and within.level != "country":
        full = within.short_name + full
    return Region(name=full, short_name=name, level="zone", parent=within)


def _around(zone: Region) -> Region:
    """The place in whose documents a zone goes by its name alone: where it lies, that of a zone's part the
    whole province (秦汉新城, 第六师五家渠市)."""
    area = zone.parent or COUNTRY
    while area.level == "zone":
        area = area.parent or COUNTRY
    return area


def _seats(name: str, within: Region) -> list[Region]:
    """The counties and districts whose short name opens a zone's that is of no known place: 昆山高新区."""
    if within is not COUNTRY:
        return []
    heads = (gazetteer().by_name.get(name[:length], ()) for length in (4, 3, 2))
    return next((here for head in heads if (here := [r for r in head if r.level == "county"])), [])


def department(name: str, city: Region) -> tuple[Region, str] | None:
    """The zone of a city whose department a name is, and what it is called there: 经开区财政局."""
    found = _DEPARTMENT.search(name)
    if found is None or name[: found.start()] not in ("", city.name, city.short_name):
        return None
    return zone(name[found.start() : found.end("zone")], city), found["rest"]


def own_zone(name: str, place: Region) -> str:
    """The name of a place's own zone, which 市 or 区 opens, as `zone` takes it: one that neither a kind
    (高新区) nor a region opens has the place before it."""
    if _KIND.match(name) or name in CALLED or matches(name, within=place):
        return name
    return official(place) + name


def opens_with_kind(name: str, zone: Region) -> int:
    """How many characters at a name's head are the word by which people of a zone call it by its kind
    (高新区, 经开区, 开发区, 新区); 0 where the zone is of another kind, or none is there."""
    found = _KIND.match(name)
    if found is None:  # 新区发改局 in 雄安新区
        own = [end for end in ENDINGS if zone.name.endswith(end) and name.startswith(end)]
        return 0 if name.endswith(("公司", "集团")) else max(map(len, own), default=0)
    high_tech = "高新" in zone.name
    fits = (
        high_tech
        if found["high"]
        else zone.name.endswith("开发区") and (not high_tech or found[0] == "开发区")
    )
    return found.end() if fits else 0


def _lengthen(name: str) -> str:
    for word, full in CALLED.items():
        if name.endswith(word):
            return name.removesuffix(word) + full
    return name


def _free_trade(found: re.Match[str], name: str, within: Region) -> Region:
    place = found["full"] or found["short"]
    province = next(iter(by_name(place)), None) if place else at_level(within, "province")
    if province is None:
        return Region(name=name, short_name=name, level="zone", parent=within)
    full = f"中国（{province.short_name}）自由贸易试验区{found['part'] or ''}"
    part = (found["part"] or "").removesuffix("片区")
    places = [r for r in by_name(part) if lies_in(r, province)] if part else []
    short = f"自贸试验区{found['part']}" if part else f"{province.short_name}自贸试验区"
    return Region(name=full, short_name=short, level="zone", parent=places[0] if places else province)
