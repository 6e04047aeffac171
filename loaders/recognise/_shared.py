"""What the names of a list share with each other: the last of them says it for those before it.

德惠、榆树市政府 are two governments, 张家港、太仓海关 two customs houses, 公安、城管部门 two departments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.resolve import regions, zone_kinds
from loaders.resolve.likeness import is_function

if TYPE_CHECKING:
    from loaders.recognise.names import Name

JOINTLY = ("共同", "联合", "并列")
"""How a mark begins that several names share: 市教育局、市科技局（共同牵头）."""
# 历城区、章丘区政府; 银湖新区、西港开发区管委会: what the last place has, the others have.
_GOVERNED = re.compile(r"(?P<place>.+[省市县区旗州盟])(?P<body>(?:人民)?政府)")
# 等州(市)人民政府, 湘潭三市人民政府: what several places have, and the last of them or none.
_TAIL = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?)??(?P<some>(?:\d{1,2}|[二两三四五六七八九十]{1,2})个?)?(?:地级以上|地级|设区的?|有关|相关)?"
    r"(?P<kind>[省市县区州旗盟]\([市县区州旗盟、自治直辖]{1,9}\)|(?(place)(?(some)[市县区州旗盟地]|(?!))|[市县区州旗盟地])|区县|县区|市县|市州|州市|盟市)"
    r"(?P<body>(?:人民)?政府)"
)
_COMMITTED = re.compile(r"[^各]*区(?P<body>管委会|管理委员会)")
_ZONE = re.compile(rf"[^各]*(?:{zone_kinds.PATTERN})")
# What a place has under its short name.
_OFFICES = ("海关", "海事局", "边检站", "银保监分局", "供电公司", "火车站")
_SEATED = re.compile(rf"(?P<place>[\u4e00-\u9fff]{{2,4}})(?P<office>{'|'.join(_OFFICES)})")
# 公安、城管部门; 公安、城管等部门
_SHARED = re.compile(r"等(?:有关|相关)?部门|部门(?=$|[、,; ])")


def among(names: list[Name], words: str) -> None:
    """Give the names of a list, which stand in `words`, what others of it say for them."""
    if len(names) > 1 and "政府" in words:
        _share_government(names, words)
    if len(names) > 1 and "管" in words:
        _share_committee(names, words)
    if len(names) > 1 and any(office in words for office in _OFFICES):
        _share_office(names, words)
    if any(f"({joint}" in words for joint in JOINTLY):
        _share_mark(names)
    if "部门" in words and len(names) > 1:
        for shared in _SHARED.finditer(words):
            _share_department(names, shared.start())


def _share_government(names: list[Name], words: str) -> None:
    """Places before a place's government are named by theirs: 德惠、榆树市政府 → two governments. So are
    those before what they all have: 昆明、楚雄等州(市)政府, 昆明、楚雄两地政府."""
    body = kind = ""
    after = len(words)
    for at in range(len(names) - 1, -1, -1):
        name, link = names[at], words[names[at].end : after]
        after = name.start
        if found := _GOVERNED.fullmatch(name.expanded):
            kind = found["place"][-1]
            body = found["body"] if _place(found["place"], kind) else ""
            if body:
                continue
        tail = None if name.vague else _TAIL.fullmatch(name.surface)
        if tail:
            kind = "州" if "州" in tail["kind"] else tail["kind"][0].replace("地", "市")
            place = (
                _place(tail["place"], kind) if tail["place"] and not tail["place"].endswith("等") else None
            )
            alone = not tail["place"] and at and words[names[at - 1].end : name.start].startswith("等")
            body = tail["body"] if place or (alone and _place(names[at - 1].expanded, kind)) else ""
            if place:
                names[at] = name._replace(expanded=place + body)
            elif body:
                del names[at]
        elif body and link.startswith(("、", "等")) and (place := _place(name.expanded, kind)) is not None:
            names[at] = name._replace(expanded=place + body)
        else:
            body = ""


def _share_committee(names: list[Name], words: str) -> None:
    """Zones before a zone's committee are named by theirs: 银湖新区、西港开发区管委会 → two committees."""
    body = ""
    for at in range(len(names) - 1, -1, -1):
        name = names[at]
        if found := _COMMITTED.fullmatch(name.expanded):
            body = found["body"]
        elif body and words[name.end : names[at + 1].start] == "、" and _ZONE.fullmatch(name.expanded):
            names[at] = name._replace(expanded=name.expanded + body)
        else:
            body = ""


def _share_office(names: list[Name], words: str) -> None:
    """Places before a place's customs house and the like are named by theirs: 张家港、太仓海关 → two."""
    office = ""
    for at in range(len(names) - 1, -1, -1):
        name = names[at]
        if (found := _SEATED.fullmatch(name.expanded)) and regions.by_name(found["place"]):
            office = found["office"]
        elif (
            office
            and words[name.end : names[at + 1].start] in ("、", "和", "及")
            and regions.by_name(name.expanded)
        ):
            names[at] = name._replace(expanded=name.expanded + office)
        else:
            office = ""


def _share_mark(names: list[Name]) -> None:
    """市教育局、市科技局(共同牵头): the mark is theirs who stand before it, too."""
    for at, (mark, given) in enumerate([(name.mark, name.mark or "") for name in names]):
        if given.startswith(JOINTLY):
            names[: at + 1] = [
                n._replace(mark=given[2:]) if n.mark in (None, mark) else n for n in names[: at + 1]
            ]


def _share_department(names: list[Name], end: int) -> None:
    """Functions before a function's department, or 等部门, are departments, too: 公安、城管部门 → two."""
    for at in range(len(names) - 1, -1, -1):
        function = names[at].expanded.removesuffix("部门")
        if names[at].start >= end:
            continue
        if not is_function(function + "部门"):
            return
        names[at] = names[at]._replace(expanded=function + "部门")


def _place(words: str, kind: str) -> str | None:
    """The place of which the words are the name and nothing else, with its kind, that of the place behind
    it where they do not tell: 德惠 → 德惠市."""
    if words[-1] != kind and regions.by_name(words + kind):
        return words + kind
    levels = {r.level: r.name for r, end in regions.matches(words) if end == len(words)}
    if levels.keys().isdisjoint(("province", "city", "county")):
        return None
    return words if words[-1] in "省市县区旗州盟" else levels.get("province", words + "市")
