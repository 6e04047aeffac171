"""Which place a document speaks for: by its issuers, its number, its title, failing these its text."""

from __future__ import annotations

import re
from collections import Counter

from graph.model import Region, RegionLevel
from loaders.folding import fold
from loaders.header import Header, Issuer
from loaders.normalise import Text
from loaders.recognise.regulations import numbers
from loaders.resolve import regions
from loaders.resolve.agencies import resolve
from loaders.resolve.issuing_codes import regions_of
from loaders.resolve.places import levels
from loaders.resolve.zone_kinds import COMMITTEE, PATTERN

# Where the full name of a place may end; 市场, 省份 and the like are other words.
_PLACE_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:[省市州县](?![场级长直民])|区(?![域间块别内位片]))")
# Districts whose names are words: 老城区, 矿区.
_COMMON_PLACE = re.compile(r"^(?:.?城|[郊矿市]|开发|新|[东西南北中]城?)区$")
# Whom a province, a city, a county or district addresses first.
_ADDRESSED: tuple[tuple[RegionLevel, re.Pattern[str]], ...] = (
    (
        "province",
        re.compile(r"^各(?:地级以上)?(?:设区的?)?(?:市|州|盟)|^各?[盟州]|省政府|省直|自治州人民政府|^省"),
    ),
    ("city", re.compile(r"^各(?:区县|县|区[、(]|旗县|区人民|区、)|市政府|市直|市级|^市")),
    ("county", re.compile(r"^各?(?:乡|镇|街道|苏木)|县政府|县直|区政府|区直|区属|区级|县级")),
)
_SITUATION = re.compile(r"(?:结合|立足|根据|依据)([\u4e00-\u9fff]{2,6}?)的?实际")
_PLACELESS: dict[str, RegionLevel] = {"省": "province", "市": "city"}
_FIRST_WORDS = 400
# 管委会办公室: of which zone its document says elsewhere.
_BARE_COMMITTEE = re.compile(rf"区?{COMMITTEE}(?:办公室)?")
_ZONE = re.compile(rf"[\u4e00-\u9fff]{{2,16}}?(?:{PATTERN})")
_BRANCH = re.compile(r"(?:国家|中国)[\u4e00-\u9fff]{2,12}?(?:总局|局|银行|委员会)(?=[\u4e00-\u9fff]{4})")
_CENTRAL_SALUTATION = re.compile(r"各省、自治区、直辖市|国务院各部委")


def jurisdiction(header: Header, text: Text) -> Region:
    """The region of a document; the country where nothing says otherwise."""
    within = _by_number(header)
    for issuer in header.issuers:
        found = (
            _of_branch(issuer.name)
            or regions.find(issuer.name, within=within)
            or _of_agency(issuer.name)
            or _shared(issuer, header, text)
        )
        if found is not None:
            return found
    zoned = any(_BARE_COMMITTEE.fullmatch(issuer.name) for issuer in header.issuers)
    for title in (header.title, header.text_title):
        found = _in_title(title, within, zoned=zoned)
        if found is not None:
            return found
    if header.area == regions.COUNTRY.name:
        return regions.COUNTRY
    if header.area and (stated := regions.find(header.area, within=within)):
        return stated
    if within is not None:
        return within
    if _CENTRAL_SALUTATION.search(header.salutation or text.text[:300]):
        return regions.COUNTRY
    origin = regions.find(header.origin or "", within=within)
    level = _addressed(header.salutation)
    named = (
        origin
        or _by_its_situation(text.text)
        or _most_named(text.text)
        or (_of_zones(header.salutation) if level == "city" else None)
    )
    place = _level_of(header.issuers, named)
    if level == "province":
        return (regions.at_level(place, level) if place else None) or _province(text.text, header.salutation)
    numbered = _of_number(header.doc_number or "")[:1] if level is None else []
    return place or next((r for r in numbered if r.level == "province"), regions.COUNTRY)


def _addressed(salutation: str | None) -> RegionLevel | None:
    """The level right above that of those whom a document addresses."""
    return next((level for level, words in _ADDRESSED if words.search(salutation or "")), None)


def _of_zones(salutation: str | None) -> Region | None:
    """The city or prefecture whose zone a text addresses beside its counties: 各县区，安宁开发区管委会."""
    zones = (regions.find(part) for part in re.split("[、,:]", salutation or ""))
    cities = {zone.parent for zone in zones if zone and zone.level == "zone"}
    city = cities.pop() if len(cities) == 1 else None
    return city and regions.at_level(city, "city")


def _province(text: str, salutation: str | None) -> Region:
    """The province that a text calls by its short name, cites by its numbers or whose places it addresses
    most often; the country where that is none, or not one."""
    count: Counter[str] = Counter()
    for region in regions.provinces():
        count[region.name] += text.count(region.short_name)
    named = [region for number, _, _ in numbers(text) for region in _of_number(number)]
    addressed = (regions.find(part) for part in re.split("[、,]", salutation or ""))
    for region in (*named, *filter(None, addressed)):
        if place := regions.at_level(region, "province"):
            count[place.name] += 1
    (best, most), (_, second) = count.most_common(2)
    return regions.by_name(best)[0] if best and most > second else regions.COUNTRY


def _of_number(number: str) -> list[Region]:
    code = re.match(r"[\u4e00-\u9fff]+", number)
    return regions_of(code.group()) if code else []


def _level_of(issuers: tuple[Issuer, ...], place: Region | None) -> Region | None:
    """The place that the text names most, or the one above it whose body signs without its place:
    市政府办公厅 beside an area of the city."""
    level = _PLACELESS.get(issuers[0].name[:1]) if issuers else None
    return (regions.at_level(place, level) if place and level else None) or place


def _shared(issuer: Issuer, header: Header, text: Text) -> Region | None:
    """The district whose name several share (鼓楼区): the only one in the provinces and cities whose the
    number may be (津和政发), else the one in the place that the text names most."""
    if not regions.matches(issuer.name):
        return None
    wider = _of_number(header.doc_number or "")
    within = [
        r for place in wider if (r := regions.find(issuer.name, within=place)) and regions.lies_in(r, place)
    ]
    if len({region.key for region in within}) == 1:
        return within[0]
    named = _most_named(text.text)
    return regions.find(issuer.name, within=named) if named else None


def _of_branch(name: str) -> Region | None:
    """The place whose branch of a central body issues: 国家税务总局云南省税务局."""
    branch = _BRANCH.match(name)
    found = regions.find(name[branch.end() :]) if branch else None
    return None if found is regions.COUNTRY else found


def _of_agency(name: str) -> Region | None:
    agency = resolve(name, region=regions.COUNTRY, on=None)
    return agency.region if agency.resolved else None


def _by_number(header: Header) -> Region | None:
    """The region whose number this is; of several (甘政发: 甘肃, 甘州), the one whose level is right above
    the level of those whom the document addresses. Of cities a capital's office is called 办公厅."""
    found = _of_number(header.doc_number or "")
    if len(found) > 1:
        addressed = _addressed(header.salutation)
        found = [region for region in found if region.level == addressed]
    if len(found) > 1 and any(issuer.name.endswith("市人民政府办公厅") for issuer in header.issuers):
        found = [region for region in found if "capital" in levels(region)]
    return found[0] if len(found) == 1 else None


def _in_title(title: str | None, within: Region | None, *, zoned: bool) -> Region | None:
    """The region that opens a title, or what it issues: 关于印发辽宁省…, 印发《济南市…》; `zoned`: the zone
    whose committee issues it without its name (管委会办公室关于印发平原高新区…)."""
    if not title:
        return None
    title = fold(title)
    for part in (title, *re.split(r"印发|转发|关于|《|做好|支持|推进", title)[1:]):
        zone = _ZONE.match(part) if zoned else None
        found = regions.find(f"{zone[0]}管委会" if zone else part, within=within)
        if found is not None and not _lists_places(part):
            return found
    return None


def _lists_places(words: str) -> bool:
    """Whether words open with several places, of which they speak: 浙江、安徽等省的经验."""
    return any(
        words.startswith("、", end) and regions.matches(words, end + 1) for _, end in regions.matches(words)
    )


def _most_named(text: str) -> Region | None:
    """The place whose full name the text has most often: in its first words once, else twice."""
    count: Counter[str] = Counter()
    for match in _PLACE_END.finditer(text):
        name = _full_name(text, match.start())
        if name:
            count[name] += 2 if match.start() < _FIRST_WORDS else 1
    if not count or max(count.values()) < 2:
        return None
    most = max(count.values())
    best = [regions.by_name(name)[0] for name, times in count.items() if times == most]
    # 广元市利州区, as often the one as the other: the narrower; of the districts of one city the city.
    inner = [region for region in best[1:] if regions.lies_in(region, best[0])]
    siblings = len(best) > 1 and len({region.parent for region in best}) == 1
    return (best[0].parent if siblings else None) or (inner[0] if len(inner) == 1 else best[0])


def _by_its_situation(text: str) -> Region | None:
    """The place to whose situation a text fits what it says: 结合平原实际, 立足宁海实际."""
    found = _SITUATION.search(text) if "实际" in text else None
    here = regions.by_name(found[1]) if found else []
    return here[0] if len(here) == 1 else None


def _full_name(text: str, last: int) -> str | None:
    """The full name of one place that ends with the character at `last`."""
    for start in range(max(last - 10, 0), last - 1):
        name = text[start : last + 1]
        if len(regions.by_name(name)) == 1 and not _COMMON_PLACE.match(name):
            return name
    return None
