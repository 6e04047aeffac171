"""Whether an item of a clause is a body, known or a unit of one, or could be one at all."""

from __future__ import annotations

import re

from loaders.recognise.names import Name, split
from loaders.resolve.agencies import looks_like_agency
from loaders.resolve.grammar import is_name
from loaders.resolve.likeness import is_function, is_town_office
from loaders.resolve.regions import matches
from loaders.resolve.zone_kinds import CALLED, OWN

# 会同县财政局 alone is a county's.
_DUTY = re.compile(r"负责|配合|牵头|按职责|(?<=.)会同|会同(?!县)")
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
_IMPLAUSIBLE = re.compile(r"[:。!?《》“”%]|以下简称|下同|详见|附件|[为是]牵头|例如|不含|含\d|开展|打击|行为")
# 医政处, 法规科, 财务司, 护理部; 办事处, 好处, 公司, 干部 and 各科 are no units.
_UNIT = re.compile(
    r"(?!.*(?:[各有相对向到本]|(?<!安)全))[\u4e00-\u9fff]{2,8}(?<!办事)(?<![好住用益难长短远专学内外])"
    r"(?:处|科|股|(?<!公)司|(?<![干全内外东西中南北局头底顶基支乐大总])部)|办公[室厅]|研究室"
)
# 民一庭, 审监庭, 第二检察厅: what courts and procuratorates have.
_CHAMBER = re.compile(
    r"(?:[刑民][一二三四五六]|行政|立案|审监|环资|知识产权|赔偿|执行|少年|(?:刑事|民事|行政|环境资源|知识产权)审判|审判监督|民事审判第[一二三四五六]|"
    r"刑事审判第[一二三四五])庭|法律政策研究室|检务督察局|(?:第[一二三四五六七八九十]|[\u4e00-\u9fff]{2,6})检察厅"
)
# 市财政局预算处, 科学城管委会产业促进一处: a unit under the name of its body.
_WITHIN = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,}?[局厅部署院会委])(?P<unit>(?!.{0,3}[局厅])[\u4e00-\u9fff]{2,8}[处科股司])"
)
# 创文办, 攻坚指挥部, 招商专班: offices for one task, which no vocabulary lists; 承办 and 督办 are verbs.
_TASK_OFFICE = re.compile(
    r"(?!.*[各有相对向到本])[\u4e00-\u9fff]{1,8}[^承主督交协举开兴代包帮查申补]办|(?![设成建组]立|组建)[\u4e00-\u9fff]{2,10}(?:专班|指挥部|督[查导]室|政研室)"
)
_OF_A_BODY = re.compile("|".join(f"(?:{form.pattern})" for form in (_UNIT, _TASK_OFFICE, _CHAMBER)))
# 城关镇, 经开区: towns and the place's own zones answer under their names.
_LOCAL = re.compile(
    r"(?!.*(?:城镇|乡镇|村镇|小镇|城乡|家乡|下乡|返乡|重点|中心|特色|试点|各))[\u4e00-\u9fff]{2,5}[镇乡]"
    r"|(?:(?!.*(?:[级类个各]|重点|建设|入驻|全国))[\u4e00-\u9fff]{2,4})?(?:经济(?:技术)?|高新(?:技术)?(?:产业)?)?(?:开发区|经开区|高新区)"
    rf"|{'|'.join([*OWN, *CALLED])}"
)


def holds_body(segment: str) -> bool:
    """Whether a stretch of a clause is a body or lists one."""
    return looks_like_agency(segment) or any(is_known(n) for n in split(segment))


def is_known(name: Name) -> bool:
    """Whether an item is a body, known or vague, or one of a town or zone that its clause knows."""
    if name.vague or _LOCAL.fullmatch(name.expanded) or is_town_office(name.surface):
        return True
    if name.expanded.endswith("部门") and is_function(name.expanded):
        return True
    if looks_like_agency(name.expanded):
        return not _DUTY.search(name.surface)
    within = _WITHIN.fullmatch(name.expanded) if name.surface[-1] in "处科股司" else None
    return within is not None and is_unit(within["unit"]) and looks_like_agency(within["body"])


def is_built(name: Name) -> bool:
    """Whether an item has the build of a body, known or not, or of a unit: 华为公司, 之江实验室, 预算处."""
    return is_unit(name.surface) or (len(name.surface) > 3 and is_name(name.expanded, placed=True))


def is_local(surface: str) -> bool:
    """Whether the words name a town, a zone of the place, or an office of a town."""
    return _LOCAL.fullmatch(surface) is not None or (surface[0] not in "镇乡街" and is_town_office(surface))


def is_unit(surface: str) -> bool:
    """Whether the words can be the name of a unit within the body whose document it is, or of an office
    for one task."""
    # 国际合作司(港澳台办公室)
    return _OF_A_BODY.fullmatch(surface.partition("(")[0]) is not None


def may_answer(surface: str) -> bool:
    """Whether the words are a unit, or the short name of a province, by which the centre calls it (海南)."""
    place = len(surface) < 4 and [r for r, end in matches(surface) if end == len(surface)]
    return is_unit(surface) or bool(place and place[0].level == "province")


def answers(surface: str, verbs: int) -> bool:
    """Whether an item is a unit or province that answers: a ministry's unit wherever it stands, others by a
    verb."""
    return may_answer(surface) and (verbs > 0 or surface.endswith("司"))


def is_plausible(name: Name) -> bool:
    """Whether an unknown item could be a body at all: short Chinese words without a sentence in them."""
    if is_known(name):
        return True
    return (
        len(name.surface) <= 24
        and bool(_IDEOGRAPH.search(name.surface))
        and not _IMPLAUSIBLE.search(name.surface)
    )
