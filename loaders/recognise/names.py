"""A list of bodies to its names: 省工业和信息化厅、卫生健康委等有关部门 → three items.

A name keeps the brackets that belong to it; a collective name (各市、县（区）人民政府) keeps its 、;
what the list carries on (省, 各级) is added to `expanded`, never to `surface`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.resolve.agencies import is_vague, looks_like_agency

_UNIT = (
    r"(?:省级?|自治区|直辖市|地级以上市|地级市|设区的?市|省直管县|县级市|市级?|地区|自治州|州|盟|自治县|县级?|区|自治旗|旗|乡镇?|"
    r"镇街?|街道办?事?处?|开发区|功能区|园区|新区|特区|林区)(?:\([^()]{1,14}\)|\[[^\[\]]{1,14}\])?"
)
_BODY = (
    r"(?:(?:(?:党委|党工委)(?:和|及|、)?)?(?:人民)?政府(?:(?:和|及)?管委会)?"
    r"|党委|党工委|管委会|(?:政府)?办事处)"
)
# 各市、县（区）人民政府: one name although it holds a 、.
COLLECTIVE = re.compile(
    rf"各{_UNIT}(?:[、和及]?{_UNIT})*(?:[、和及]?{_UNIT})?{_BODY}|[市省]、{_UNIT}(?:、{_UNIT})*{_BODY}"
)
_LEVELS = re.compile(
    rf"(各级|各(?:{_UNIT}[、和及]?)+|全[省市区县州国]各级)"
    r"(党委|党组织|政府|人民政府|人大|政协|法院|检察院|纪委|管委会)$"
)
_BARE_BODY = re.compile(r"(?:人民)?政府|党委|人大|政协|法院|检察院|管委会|纪委")
_PREFIX = re.compile(r"(?:省|市|区|县|州|盟|旗|自治区|自治州|自治县)(?![级域场])")
_LEADS = re.compile(r"^(?:由|经|请|并由|主要由|分别由|以及|及|和|与|并|:|·)+")
_ETC = re.compile(
    r"等(?P<who>[^、,]{0,16}?(?:部门|单位|地区|机构|方面|企业|成员单位|政府|区县|县区|市区)?(?:[及和与].*)?)?$"
)
_JOINED = re.compile(r"以及|[和及与]")
# Where a list has lost its 、: 区集体资产监管办区住房城市建设委.
_SEAM = re.compile(r"(?<=[局委办厅部会院心])(?=[省市区县](?![级域场直委属]))")
_ROLE_MARK = re.compile(
    r"^(?:牵头|主办|主责|牵头单位|牵头部门|负责|责任|责任单位|配合|协办|参与|配合单位|协助)$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """One item of a list, as a span of the normalised text.

    `surface` is the name as written, `expanded` the name to be resolved (a carried 省 or 各级
    added, its brackets left out), `bracket` the words in its last brackets, `mark` a role that
    they give (（牵头）). `vague` names nobody in particular.
    """

    surface: str
    start: int
    end: int
    expanded: str
    bracket: str | None = None
    mark: str | None = None
    vague: bool = False


def split_names(text: str, start: int, end: int, prefix: str = "") -> list[Name]:
    """The names of the list at `text[start:end]`; `prefix` is what an earlier list carries on."""
    names: list[Name] = []
    quantifier = ""
    for left, right in _items(text, start, end):
        name = _name(text, left, right)
        if name is None:
            continue
        if quantifier and _BARE_BODY.fullmatch(name.expanded):
            expanded = quantifier + name.expanded
            name = Name(expanded, name.start, name.end, expanded)
        elif not name.vague:
            own = _PREFIX.match(name.expanded)
            if own:
                prefix = own.group()
            elif prefix and _takes_prefix(name.expanded):
                name = Name(
                    name.surface, name.start, name.end, prefix + name.expanded, name.bracket, name.mark
                )
            level = _LEVELS.match(name.expanded)
            quantifier = level.group(1) if level else ""
        names.append(name)
    return names


def carried_prefix(names: list[Name], prefix: str) -> str:
    """The prefix that a list hands on to the next one of the same clause."""
    for name in reversed(names):
        own = _PREFIX.match(name.expanded)
        if own and not name.vague:
            return own.group()
    return prefix


def _takes_prefix(name: str) -> bool:
    """Whether a name without 省 or 市 of its own is a department that one can stand before."""
    if re.match(r"各|全|国家|中国|中央|中共|全国|国务院|人民银行|人行|国网|团|驻", name):
        return False
    return bool(re.search(r"[局厅委办院部会社]$|中心$|集团$|公司$|总队$|政府$", name)) and not _has_region(
        name
    )


def _has_region(name: str) -> bool:
    from loaders.resolve.regions import find

    return find(name) is not None


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans between separators that stand outside brackets and collective names."""
    kept = [m.span() for m in COLLECTIVE.finditer(text, start, end)]
    depth, left = 0, start
    for i in range(start, end):
        char = text[i]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(depth - 1, 0)
        elif char in "、,;/。\n\t " and not depth and not any(a <= i < b for a, b in kept):
            yield from _etc(text, left, i)
            left = i + 1
    yield from _etc(text, left, end)


def _etc(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """An item with what 等 adds to it apart: 住房城乡建设部等国务院相关部门 → two."""
    item = text[left:right]
    match = _ETC.search(item)
    if match and match.start() and "(" not in item[match.start() :]:
        yield from _joined(text, left, left + match.start())
        who = match.group("who") or ""
        if who and who not in ("部门", "单位", "地区", "机构", "方面"):
            yield from _joined(text, left + match.start("who"), right)
        return
    yield from _joined(text, left, right)


def _joined(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """A and B of A和B where both are bodies and the whole is none."""
    item = text[left:right]
    if COLLECTIVE.fullmatch(item):
        yield left, right
        return
    vague = is_vague(item)
    for match in _JOINED.finditer(item):
        one, other = item[: match.start()], item[match.end() :]
        # 有关部门和单位 is one vague body, 有关部门及各地区 a vague and a collective one.
        if vague and not (other.startswith("各") and not is_vague(other)):
            continue
        if one.count("(") != one.count(")") or len(one) < 2 or len(other) < 3:
            continue
        one_is_body = looks_like_agency(one) or is_vague(one) or COLLECTIVE.fullmatch(one)
        other_is_body = is_vague(other) or other.startswith("各") or looks_like_agency(other)
        if one_is_body and other_is_body:
            yield left, left + match.start()
            yield from _joined(text, left + match.end(), right)
            return
    for seam in _SEAM.finditer(item):
        one, other = item[: seam.start()], item[seam.start() :]
        if one[0] == other[0] and looks_like_agency(one) and looks_like_agency(other):
            yield left, left + seam.start()
            yield from _joined(text, left + seam.start(), right)
            return
    yield left, right


def _name(text: str, left: int, right: int) -> Name | None:
    item = text[left:right]
    lead = _LEADS.match(item)
    if lead:
        left += lead.end()
    while left < right and text[left] in " ·.、,;:":
        left += 1
    while left < right and text[right - 1] in " ·.。;,:、":
        right -= 1
    surface = text[left:right]
    if len(surface) < 2:
        return None
    bracket, mark, base = None, None, surface
    match = re.search(r"[(\[]([^()\[\]]*)[)\]]$", surface)
    if match and not COLLECTIVE.fullmatch(surface):
        base, bracket = surface[: match.start()], match.group(1)
        if _ROLE_MARK.match(bracket):
            mark, surface, right = bracket, base, left + match.start()
            bracket = None
    return Name(surface, left, right, base or surface, bracket, mark, is_vague(base or surface))
