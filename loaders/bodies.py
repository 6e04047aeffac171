"""Whom the names of one document mean: whose 市政府 is, which units are its own body's, which offices its
town's."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from graph.model import AMBIGUOUS_REGION, Agency, Region
from graph.names import LEVEL_WORD
from loaders.header import Header
from loaders.recognise.clauses import is_unit
from loaders.recognise.issuer_domains import has_own_domain
from loaders.resolve.agencies import expand_capacity, looks_like_agency, resolve
from loaders.resolve.endings import DEPARTMENTS
from loaders.resolve.places import in_place
from loaders.resolve.regions import candidates, matches, official
from loaders.towns import in_town, town_of, town_of_title

# A body at the head of a title: 平原市林业局2023年工作要点.
_OPENING = re.compile(rf"[^\d关《]{{3,24}}[{DEPARTMENTS}](?=\d{{4}}年|关于|\()")
_UNIT = re.compile(
    r"(?![各全省市区县州旗盟]|相关)[\u4e00-\u9fff()]+(?:科|股|室|处|(?<!公)司|(?<=办公)厅|(?<=检察)厅|庭|办|队|站|党委|党总支|工会|团委)"
)
# 执法局 is a part of a ministry where a clause or a table names its units; 国家能源局 is none.
_BUREAU = re.compile(r"(?!国家|中国|全国)[\u4e00-\u9fff]{2,6}(?<!总)局")
_GROUP = re.compile(r"^中共(.+)党组$")
_GOVERNS = re.compile(r"人民政府(?:办公[室厅])?$|^中共.*委员会(?:办公[室厅])?$")
# An office or a department of a body: 国家文物局办公室, 科技部国际合作司.
_OFFICE = re.compile(r"(?:办公[室厅]|(?<!公)司)$")
_BODY_END = re.compile(f"[{DEPARTMENTS}府]")


class Body(NamedTuple):
    """Whom a name in a clause means, in which capacity, and what there is to check of it."""

    agency: Agency
    key: str
    capacity: str | None
    doubt: str | None


def _under_place(name: str, before: str, region: Region) -> str:
    level = LEVEL_WORD.match(name)
    if level is None:
        return name
    # 浏阳市委、市政府: in a document of Changsha, too, a committee's government is its own place's.
    paired = before.endswith(level[0] + "委") and name.endswith("政府")
    if not paired and in_place(level[0], region) is not None:
        return name
    places = matches(before, within=region)
    if len(places) != 1 or level[0] not in before[places[0][1] - 1 : places[0][1] + 1]:
        return name
    place = in_place(level[0], places[0][0])
    return official(place) + name[level.end() :] if place else name


class Bodies:
    """The bodies that a document of `region` names, each looked up once."""

    def __init__(self, header: Header, region: Region) -> None:
        self.header = header
        self.region = region
        self._day = header.day
        self._known: dict[tuple[str, str | None, bool], Body] = {}
        self._placed: dict[tuple[str, str], str] = {}

    def under_place(self, name: str, before: str) -> str:
        """The name under the place that the body before it spells out, where the document has none of that
        level: 市政府 behind 沧州市委 in one of a province."""
        if not before:
            return name
        if (found := self._placed.get((name, before))) is None:
            found = self._placed[name, before] = _under_place(name, before, self.region)
        return found

    def meant(self, written: str, bracket: str | None, inside: bool) -> Body:
        """The body that a name and the second name in its brackets mean, `inside` the body whose document
        it is or not."""
        known = self._known.get((written, bracket, inside))
        if known is not None:
            return known
        unit = inside or (is_unit(written) and (written[:2] == "办公" or not looks_like_agency(written)))
        name = self.insider(written) if unit else written
        if self.town is not None:
            name = in_town(name, self.town, self.region)
        second = bracket if bracket and looks_like_agency(bracket) else None
        agency = self.agency(name, second)
        capacity = expand_capacity(second, self.region, self._day) if second else None
        doubt = None
        if not agency.resolved and agency.kind != "collective":
            several = len(candidates(name, within=self.region)) > 1
            doubt = AMBIGUOUS_REGION if several else "unknown agency"
        found = self._known[written, bracket, inside] = Body(agency, agency.key, capacity, doubt)
        return found

    @cached_property
    def organ(self) -> Agency | None:
        """The body, other than a government or a party committee, whose own document this is: its issuer,
        else the one that its title opens with."""
        # The office of a ministry writes for it, and so does its party group.
        names = [_GROUP.sub(r"\1", issuer.name.removesuffix("办公厅")) for issuer in self.header.issuers]
        if not names and (found := _OPENING.match(self.header.text_title or self.header.title or "")):
            names = [found[0]]
        if len(names) != 1 or not looks_like_agency(names[0]):
            return None
        body = self.agency(names[0])
        return None if _GOVERNS.search(body.name) else body

    def insider(self, name: str) -> str:
        """The full name of a unit of the body whose document it is: 办公室 → 平原市林业局办公室. What names
        a place or several is no such unit."""
        bureau = self.region.level == "country" and _BUREAU.fullmatch(name)
        if (
            self.organ is None
            or not (bureau or _UNIT.fullmatch(name))
            or candidates(name, within=self.region)
        ):
            return name
        return self.organ.name + name

    @cached_property
    def town(self) -> str | None:
        """The town or street whose own document this is: 石桥镇."""
        if not self.header.issuers:
            return town_of_title(self.header.title or "")
        return next((town for issuer in self.header.issuers if (town := town_of(issuer.name))), None)

    def agency(self, name: str, second: str | None = None) -> Agency:
        """The body that a name of this document means; `second` is its second name, in brackets."""
        return resolve(name, region=self.region, on=self._day, capacity=second)

    def functions(self, issuer: str) -> tuple[str, ...]:
        """What an issuer is for, as its own full name where domains know it by that; the office or the
        department of a body (办公厅, 综合司) writes for the body."""
        ends = [m.end() for m in _BODY_END.finditer(issuer)][::-1] if _OFFICE.search(issuer) else ()
        for name in (issuer, *(issuer[:end] for end in ends)):
            body = self.agency(name)
            if has_own_domain(body.name):
                return (body.name,)
            if body.functions:
                return body.functions
        return ()
