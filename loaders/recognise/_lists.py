"""Where the items of a list of bodies begin and end.

Separators count outside brackets and outside collective names (各市、县（区）人民政府); 等, 和, 及 and a lost
separator part an item where both parts are bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.resolve import agencies, regions
from loaders.resolve.agencies import looks_like_agency
from loaders.resolve.centre import row_of
from loaders.resolve.endings import DEPARTMENTS
from loaders.resolve.likeness import is_town_office
from loaders.resolve.regions import matches
from loaders.resolve.zone_kinds import AMONG_PLACES

_KIND = (
    r"(?:省级?|自治区|直辖市|地级以上市|地级市|地(?=\()|设区的?市|(?:省直管|省直辖|直管)(?:试点)?(?:县级?市?|市)|县级市|市级?|行委|地区|自治州|州|盟|自治县|县级?|区|自治旗|旗|苏木(?:乡镇|镇)?|乡镇?|"
    rf"镇街?|街道办?事?处?|{AMONG_PLACES}|特区|(?:神农架)?林区)"
)
# A kind of area, and in brackets others: 县（市、区）.
AREA = rf"{_KIND}(?:\([^()]{{1,14}}\)|\[[^\[\]]{{1,14}}\]|[〈<][^〈〉<>]{{1,14}}[〉>])?"
_BODY = (
    r"(?:(?:(?:党委|党工委)(?:和|及)?)?(?:人民)?政府(?:(?:和|及)?管委会)?"
    r"|党委|党工委|管委会|(?:政府)?办事处)"
)
# 各市、县（区）人民政府: one name although it holds a 、.
COLLECTIVE = re.compile(
    rf"(?:各(?:有关|相关)?|有关|相关){AREA}(?:(?<!办事处)[、和及]?{AREA})*{_BODY}|[市省]、{AREA}(?:、{AREA})*{_BODY}"
    r"|[省市县乡镇](?:、?[省市县乡镇村区]){1,4}[两三四五]级[\u4e00-\u9fff]{1,6}长"
    r"|(?:各|[有相]关)盟(?:行政公署|行署)、市(?:人民)?政府"
    r"|各省、自治区、直辖市(?:[、及和](?:计划单列市|新疆生产建设兵团))*(?:[\u4e00-\u9fff]|\([^()]*\)){2,24}?(?:[厅局委部]|办公室)(?:\([^()]*\))?"
    r"(?=$|[、,;。等及和])"
    r"|各[级地](?:(?!政府|党委|法院|检察|部门|单位|机关|[局厅委办])[\u4e00-\u9fff]){2,8}"
    r"(?:[、和及](?:(?!政府|党委|法院|检察|部门|单位|机关|[局厅委办])[\u4e00-\u9fff]){2,8}){1,6}部门"
    rf"|(?:各(?:有关|相关)?|有关|相关){_KIND}(?:[、和及]{_KIND})+(?:\([^()]{{1,14}}\))?(?:(?![\u4e00-\u9fff(])|(?=[和及与]新疆))"
    r"|各(?:有关|相关)?(?:盟市|市州?|州市|地市)(?:\([^()]{1,6}\))?、(?:旗?县市?区?)(?:\([^()]{1,8}\))?(?![\u4e00-\u9fff(])"
)
# One of these is in all words that name nobody in particular.
_VAGUE_SIGNS = ("关", "相应", "项目", "主管", "单位")
_RELATED = re.compile("[有相]关[省市州县区旗盟镇乡街]")
_NESTED = re.compile(r"[(\[][^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]")
# <br> is the line end of a cell in Markdown; 1.市财政局2.市水利局 are numbered.
_SEPARATOR = re.compile(
    rf"(?:[、,;/。\n\t ·]|(?<=[{DEPARTMENTS}])\.|<br ?/?>)+"
    r"|(?<=[\u4e00-\u9fff)])\d{1,2}[.、](?=[\u4e00-\u9fff])"
)
_ETC = re.compile(r"(?<![高平])(?<!天(?=等县))等(?![级教院学效])")
_SOME = re.compile(
    r"(?:[省市区县州][直级])?(?:(?:\d+|[一二三四五六七八九十]+)个?(?:[省市区县州][直级])?|个)?(?:部门|单位|地区|机构|方面|企业|区县|县区|市区)?"
)
# No name and no few glued names are longer.
_LONGEST = 60
_AND = re.compile(r"以及|[和及与]")
# No name of one body has such an end before its 和: 产业发展局和口岸服务局.
_TWO = re.compile(
    r"[^、和及与]{2,10}(?:局|厅|公司|集团|管委会|支队|大队)[和及与][^、和及与]{2,12}(?:局|厅|公司|集团|管委会|支队|大队)"
)
# 衡山市党委和政府, 衡山市委市政府 are two bodies, 各级党委和政府 many.
_BOTH = re.compile(
    r"(?!各|.{2,10}各|地方|基层|当地|属地|所在|.*[级有相]关?)[^、]{1,12}(?:党委|(?<=[市县区州盟旗])委|党工委)"
    r"(?P<and>[和及]?)[市县区州盟旗]?(?:(?:人民)?政府|管委会)"
)
# Where a list has lost its 、: 市民政局市财政局, 财政部民政部, 市财政局各区政府.
_SEAT = re.compile(r"(?![省区县]|市(?![中南北]分))[\u4e00-\u9fff]{2,4}分局")  # 某市自然资源局某某分局
_OF_PLACE = re.compile(r"分局|支行|中支|支队|大队|供电|海关|分公司")
_SEAM = re.compile(
    rf"(?<=[{DEPARTMENTS}心联协])(?=[省市区县](?![级域场直委属])|各)|(?<=[部委局署会])(?!组织部|宣传部|统战部|政法委|党校|办公室)(?=[\u4e00-\u9fff]{{2}})"
)


def is_vague(words: str) -> bool:
    """Whether the words name nobody in particular (`agencies.is_vague`, asked only where they may)."""
    return any(sign in words for sign in _VAGUE_SIGNS) and agencies.is_vague(words)


def masked(words: str) -> str:
    """The words with what stands in brackets hidden, their length kept."""
    if "(" not in words and "[" not in words:
        return words
    return _NESTED.sub(lambda m: m.group()[0] + "\0" * (len(m.group()) - 2) + m.group()[-1], words)


def items(words: str) -> Iterator[tuple[int, int]]:
    """The spans of the items of a list."""
    flat = masked(words)
    likely = "各" in flat or "市、" in flat or "级河" in flat or ("关" in flat and _RELATED.search(flat))
    kept = [m.span() for m in COLLECTIVE.finditer(flat)] if likely else []
    left = 0
    for separator in _SEPARATOR.finditer(flat):
        if any(a <= separator.start() < b for a, b in kept):
            continue
        yield from _etc(words, flat, left, separator.start())
        left = separator.end()
    yield from _etc(words, flat, left, len(words))


def _etc(words: str, flat: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """An item, and apart what 等 adds to it: 住房城乡建设部等国务院相关部门 → two."""
    found = _ETC.search(flat, left, right) if flat.find("等", left, right) > left else None
    if found is None or (flat[left] == "各" and COLLECTIVE.fullmatch(flat, left, right)):
        yield from _joined(words, left, right)
        return
    yield from _joined(words, left, found.start())
    some = _SOME.match(words, found.end(), right)
    at = some.end() if some else found.end()
    rest = words[at:right]
    link = _AND.match(rest)
    if link:
        yield from _joined(words, at + link.end(), right)
    elif rest:
        more = list(_joined(words, found.end(), right))
        if len(more) > 1 or is_vague(words[found.end() : right]) or _is_body(rest):
            yield from more


def _joined(words: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """A and B of A和B where both are bodies and the whole is none; glued names apart."""
    item = words[left:right]
    if COLLECTIVE.fullmatch(item):
        yield left, right
        return
    vague = is_vague(item)
    for link in _AND.finditer(item):
        one, other = item[: link.start()], item[link.end() :]
        if len(one) < 2 or (len(other) < 3 and not _is_province(other)) or one.count("(") != one.count(")"):
            continue
        if _opens_place(item, link.start()) and not regions.matches(item, link.end()):
            continue  # 市公安局和平分局
        # 有关部门和单位 is one vague body, 有关部门及各地区 a vague and a collective one.
        if vague and is_vague(one) and not (other.startswith("各") and not is_vague(other)):
            continue
        if (_is_body(one) and (_is_body(other) or other[0] == "各" or _is_province(other))) or _TWO.fullmatch(
            item
        ):
            yield left, left + link.start()
            yield from _joined(words, left + link.end(), right)
            return
    if both := _BOTH.fullmatch(item):
        yield left, left + both.start("and")
        left += both.end("and")
    for seam in _seams(words[left:right]):
        yield left, left + seam
        left += seam
    yield left, right


def _opens_place(words: str, at: int) -> bool:
    """Whether the name of a place stands at `at`, the short one before an office of its: 和平区, 和平分局."""
    if regions.matches(words, at):
        return True
    return any(_OF_PLACE.match(words, at + n) and regions.by_name(words[at : at + n]) for n in (2, 3, 4))


def _is_body(words: str) -> bool:
    return (
        looks_like_agency(words)
        or is_vague(words)
        or is_town_office(words)
        or COLLECTIVE.fullmatch(words) is not None
    )


def _is_province(words: str) -> bool:
    """有关部门和江西、福建省政府: a province under its short name."""
    return len(words) < 4 and any(r.level == "province" and end == len(words) for r, end in matches(words))


def _seams(item: str) -> list[int]:
    """The lengths of the names at the head of glued names; none where the item is one name."""
    if not 6 <= len(item) <= _LONGEST or "(" in item:
        return []
    if len(item) > 8 and (row := row_of(item)):
        return row[:-1]
    whole = looks_like_agency(item)
    for seam in _SEAM.finditer(item):
        one, other = item[: seam.start()], item[seam.start() :]
        if (
            len(one) < 3
            or len(other) < 3
            or (whole and one[0] != other[0] and not COLLECTIVE.fullmatch(other))
        ):
            continue
        if not looks_like_agency(one) or _SEAT.fullmatch(other):
            continue
        more = _seams(other)
        if more or looks_like_agency(other):
            return [len(one), *more]
    return []
