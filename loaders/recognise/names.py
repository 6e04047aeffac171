"""A list of bodies to its names: 省工业和信息化厅、卫生健康委等有关部门 → three items.

A name keeps the brackets that belong to it; a collective name (各市、县（区）人民政府) keeps its 、;
what the list carries on (省, 各级) is added to `expanded`, never to `surface`, save 各级.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from graph.names import CARRIED_LEVEL
from loaders.recognise import _shared, roles
from loaders.recognise._lists import AREA, COLLECTIVE, is_vague, items
from loaders.resolve import regions, zone_kinds
from loaders.resolve.centre import has_tract, opens_with_ministry
from loaders.resolve.compositions import opens_with_function
from loaders.resolve.endings import DEPARTMENTS
from loaders.resolve.grammar import COUNTED, TRACT

# What every place of a level has.
_RULERS = (
    r"(?:人民)?政府(?:\(办事处\))?|行署|行政公署|党委|党工委|人大|政协"
    r"|(?:人民)?法院|(?:人民)?检察院|管委会|纪委"
)
_BARE_BODY = re.compile(_RULERS)
_LEVELS = re.compile(
    rf"(各级|各(?:{AREA}[、和及]?)+|全[省市区县州国]各级)(?:{_RULERS}|委|党\(工\)委|党组织)$"
)
# 各县(区)公安局、教育局: of all those places, too.
_OF_ALL = re.compile(rf"(各(?:{AREA}[、和及]?)+)(?!{_RULERS})[\u4e00-\u9fff]{{2,}}[局委办]$")
# 银湖新区党工委、管委会: the committee's place is the other's, too.
_COMMITTEE = re.compile(r"(?!各)(?P<seat>.+?)(?:党工委|党委|(?<=[省市县区州盟旗])委)$")
_SELF_STANDING = re.compile(
    rf"各|全|\d|{COUNTED}|乡(?!村)|镇|街道|[省市区县州盟旗]直|地方|属地|基层|当地|(?:项目)?所在|[省市县区州]级(?=(?:人民)?政府)|有关|相关|国家|中国|中央|中共|国务院|中科院|人民银行|人行|国网|团|共青团|驻|武警(?![总支大中]队|部队)|(?:民[革盟建进]|农工党|致公党|九三学社|台盟)[省市区县州]委|[\u4e00-\u9fff]{{2,}}报社|"
    rf".*(?:{zone_kinds.PATTERN}|风景区|国家公园|特区|林区|灌区|行委)|民航(?!发展)[\u4e00-\u9fff]{{2,8}}管(?:理)?局|{TRACT}(?:各|[一二三四五六七八九十]{{1,2}}[省市县区州旗])"
)
# 韩山师范学院 has a name of its own, 行政学院 and 职业技术学院 are the place's.
_OWN_COLLEGE = re.compile(
    r"(?!(?:行政|社会主义|干部|职业|技师|师范|医|农|林|工|理工|科技|财经|商|艺术|体育|开放|卫生)[^、]{0,8}学院).+学院$"
)
_SEATED = re.compile("(?<=.{4})[分支]公司$")  # 电信平原分公司, 人保财险平原支公司
_DEPARTMENT = re.compile(
    rf"[{DEPARTMENTS}社联协队]$|中心$|集团$|公司$|政府$|(?:办公|研究|督查|政研)室$|工会$"
)
# Departments of a party committee: no government has one of that name.
_PARTY = re.compile(r"(?:组织|宣传|统战|统一战线工作|社会工作)部$|政法委$|党校$|老干部局$|编办$|巡[察视]办$")
_LEADS = re.compile(
    r"^(?:\d{1,2}\.|(?:以上|上述|此|该|本|这)(?:项|条|类)?(?:工作|任务|事项|措施|举措|内容|政策)?(?:均|都)?由"
    r"|(?:20\d\d年)?(?:\d{1,2}月|年)?(?:\d{1,2}日|底|末)前,?由?"
    r"|主要由|分别由|由|经(?![开信济发贸管建委办])|请|并|以及|及|和|与|:|·)+"
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
_ROLE_MARK = re.compile(rf"(?:{'|'.join(_shared.JOINTLY)})?(?:{roles.mark_pattern()})(?:单位|部门)?")
SYMBOLS = "*★☆▲△●◆■※"  # ★市民政局, 市民政局*: what marks a body, most often the lead
_GENERIC = re.compile(r"(?:部门|单位|地区|机构|方面|企业|区县|县区|组织|团体)(?:[和及](?:单位|部门))?")
# 移动、联通、电信公司: what carries telephones and data, and nothing else where bodies are listed.
_CARRIERS = ("移动", "联通", "电信", "铁塔")
_BEFORE = frozenset(" ·.、,;:)]→" + SYMBOLS)
_BEHIND = frozenset(" ·.。;,:、([" + SYMBOLS)


class Name(NamedTuple):
    """One item of a list, as a span of the normalised text.

    `surface` is the name as written, `expanded` the name to be resolved (a carried 省 or 各级
    added, its brackets left out), `bracket` the words in its last brackets, `mark` a role that
    they give (（牵头）) or the symbol beside the name. `vague` names nobody in particular.
    """

    surface: str
    start: int
    end: int
    expanded: str
    bracket: str | None = None
    mark: str | None = None
    vague: bool = False

    def moved(self, by: int) -> Name:
        """The name where its text stands `by` characters further on."""
        surface, start, end, expanded, bracket, mark, vague = self
        return Name(surface, start + by, end + by, expanded, bracket, mark, vague)


def split_names(text: str, start: int, end: int, prefix: str = "") -> list[Name]:
    """The names of the list at `text[start:end]`; `prefix` is what an earlier list carries on."""
    return [name.moved(start) for name in split(text[start:end], prefix)]


@lru_cache(maxsize=1 << 13)
def split(words: str, prefix: str = "") -> tuple[Name, ...]:
    """The names of a list, their spans counted from its start."""
    names: list[Name] = []
    quantifier = seat = ""
    rulers: re.Match[str] | None = None
    for left, right in items(words):
        name = _name(words, left, right)
        if name is None:
            continue
        if _GENERIC.fullmatch(name.surface):
            # 有关部门、单位 is one vague body; 等2个部门 adds nobody.
            if names and names[-1].vague:
                names[-1] = _widened(names[-1], words, right)
            continue
        ruler = _BARE_BODY.fullmatch(name.expanded)
        if quantifier and (ruler if rulers else _bare_department(name) and not prefix):
            expanded = quantifier + name.expanded
            name = name._replace(surface=expanded, expanded=expanded)
        elif seat and ruler:
            name = name._replace(expanded=seat + name.expanded)
        elif not name.vague:
            if prefix:
                name = name._replace(expanded=_with_prefix(name.expanded, prefix))
            prefix = carried_prefix([name], prefix)
            rulers = _LEVELS.match(name.expanded)
            level = rulers or _OF_ALL.match(name.expanded)
            quantifier = level.group(1) if level else ""
            committee = _COMMITTEE.match(name.expanded)
            seat = committee["seat"] if committee else ""
        names.append(name)
    _shared.among(names, words)
    return tuple(names)


def _bare_department(name: Name) -> bool:
    """Whether a name is a department's without a place or level (教育局)."""
    return (
        not name.vague
        and name.expanded[-1] in "局委办"
        and _with_prefix(name.expanded, "县") != name.expanded
    )


def carried_prefix(names: list[Name], prefix: str) -> str:
    """The prefix that a list hands on to the next one of the same clause."""
    for name in reversed(names):
        own = None if name.vague else CARRIED_LEVEL.match(name.expanded)
        if own:
            return own.group()
    return prefix


def _widened(name: Name, words: str, end: int) -> Name:
    return name._replace(surface=words[name.start : end], expanded=words[name.start : end], end=end)


def _with_prefix(name: str, prefix: str) -> str:
    """The name with the carried 省 or 市, where it is a department that one can stand before."""
    if CARRIED_LEVEL.match(name) or _SELF_STANDING.match(name) or not _DEPARTMENT.search(name):
        return name
    # The place is in the name, or the name is its own.
    if name.endswith(("分局", "管委会", "管理委员会")) or _SEATED.search(name) or _OWN_COLLEGE.match(name):
        return name
    forest = name.endswith("林业局") and len(name) > 4 and not opens_with_function(name)
    if forest or (name.endswith("院") and regions.by_name(name[:2])):
        return name  # 泉阳林业局 runs a forest of its own, 敦煌研究院 bears its place.
    if (
        opens_with_ministry(name)
        or has_tract(name)
        or regions.matches(name)
        or (name.endswith(("集团", "公司")) and not opens_with_function(name))
    ):
        return name
    return prefix + "委" * bool(_PARTY.match(name)) + name


def _name(words: str, left: int, right: int) -> Name | None:
    lead = _LEADS.match(words[left:right])
    if lead:  # 和平区政府: the joint word opens a place.
        left += lead.end() - (lead[0][-1] == "和" and bool(regions.matches(words, left + lead.end() - 1)))
    mark = None
    while left < right and words[left] in _BEFORE:
        mark = words[left] if words[left] in SYMBOLS else mark
        left += 1
    while left < right and (words[right - 1] in _BEHIND or _unopened(words, left, right)):
        mark = words[right - 1] if words[right - 1] in SYMBOLS else mark
        right -= 1
    surface = words[left:right]
    if len(surface) < 2:
        return None
    bracket, base = None, surface
    # 市民政局（市老龄办）（牵头）: the role first, then the second name.
    while (match := _BRACKET.search(base)) and not COLLECTIVE.fullmatch(surface):
        if base[0] == "各" and not _ROLE_MARK.fullmatch(match.group(1)):
            break  # 各乡镇(街道): the bracket is a part of the collective's name
        if match.start() < 3 and base[match.start() - 1] in "镇乡村":
            break  # 镇(街), too
        if mark is None and bracket is None and _ROLE_MARK.fullmatch(match.group(1)):
            mark, surface = match.group(1), base[: match.start()]
            base, right = surface, left + match.start()
            continue
        base, bracket = base[: match.start()], match.group(1)
        break
    base = base or surface
    if surface.endswith(_CARRIERS) and len(surface) <= 5:
        base += "公司"
    return Name(surface, left, right, base, bracket, mark, is_vague(base))


def _unopened(words: str, left: int, right: int) -> bool:
    """Whether the item ends with a bracket that nothing in it opened."""
    item = words[left:right]
    return item[-1] in ")]" and item.count("(") + item.count("[") < item.count(")") + item.count("]")
