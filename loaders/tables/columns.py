"""What the head of one column says that the column holds, by its build and the vocabulary of columns."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.model import Role
from loaders.recognise import persons, roles
from loaders.resolve._vocabulary import read
from loaders.resolve.agencies import looks_like_agency
from loaders.tables.stages import is_stage

ROLES: tuple[Role, ...] = ("lead", "responsible", "support")
_LABEL = re.compile(roles.label_pattern())
_BRACKET = re.compile(r"\([^()]*\)$")
# What stands before the word for a role: 决策承办单位, 项目责任单位, 具体牵头部门.
_BEFORE = re.compile(
    r"(?:重大|行政|决策|整改|项目|任务|工作|改革|具体|建设|行业|年度|事项|组织|拟定?)+(?=..[^务程作]*[单部主机科股处])"
)
# 属地责任单位, 行业监管责任部门: of whatever kind, it answers.
_ANSWERS = re.compile(
    r"^(?!.*(?:督导|督办|督查|督促|验收|考核|审核|问责|追究|销号|指导)).{2,6}责任(?:单位|部门|主体)$"
)
# 县级落实单位: the level of the bodies.
_LEVEL = re.compile(r"^(?:[省市区县州镇]|州\(市\)|乡镇|镇街)[级直](?=..)")
# 任务\\责任部门: what the rows and what the columns are.
CORNER = re.compile(
    r"(?:工作)?(?:任务|事项|项目|工作)[\\/|](?:责任|配合)?(?:单位|部门)|(?:责任)?(?:单位|部门)[\\/|]?(?:工作)?(?:任务|事项|项目)"
)
_FINE = re.compile(r"举措|措施|做法|内容|细化|(?:具体|工作|任务|细化)要求$|^具体(?:任务|事项|工作|项目)$")
_TASK = re.compile(r"(?:任务|事项|工作|实事|项目|问题|案由|题目)$|^(?:目标|任务)[与和及](?:任务|目标)$")
_AIM = re.compile(r"(?:目标|指标|要求)$")
_NAME = re.compile(r"名称$")
# 工作内容及标准: the first says what the column holds.
_BESIDE = re.compile(r"(?<=..)[及和与、](?:工作|质量|完成|相关|有关)?(?:标准|目标|要求|指标|进度)$")
_CLASS = re.compile(r"(?:类别|类型|分类|领域|板块|章节)$")
_NO_TASK = re.compile(
    r"情况|进展|成效|完成(?!内容)|下一步|备注|依据|标准|程序|领导|责任|单位|部门|科室|股室|对象|范围|比例|方式|渠道|频次"
    r"|[数金]额|数量|投资|资金|地点|电话|公开(?!事项|内容)|阶段|信用"
)
_TERM = re.compile(
    r"(?:时限|期限|时间|时间节点|时间进度|完成日期|进度安排|工作进度|推进计划|节点)(?:要求|安排|节点|和计划)?$|进度要求$"
)
_NO_TERM = re.compile(
    r"开工(?!.*[完竣])|发布|公开|成文|印发|填报|受理|开始|启动|起始|起草|会议|接收|交办|公布|更新|录入|上报|抽取|联系|通过|生效|施行|批准"
)
_AND_PERSON = re.compile(rf"(?<=..[位门体])[及和、与/(][\u4e00-\u9fff]{{0,4}}?(?:{persons.CALLED})\)?$")
# 责任单位及完成时限, 时限和责任单位: bodies and terms in one column.
_WITH_TERM = re.compile(
    r"(?<=..[位门体])[及和与、/](?:完成|工作|办结|推进)?(?:时限|期限|时间|时间节点|进度)(?:要求|安排)?$"
    r"|^(?:完成|工作|办结)?(?:时限|期限|时间)(?:要求)?[及和与、/](?=..)"
)
PERSON = re.compile(f"{persons.CALLED}|电话")
# 责任主体与协同单位: two roles in one column, of which it does not say whose is which.
_PARTS = re.compile(r"[与和及或、/](?=[^单部]{2,4}[单部主机])")
_WIDE = str.maketrans("（）／：", "()/:")
# 2024年 below 目标值: what is to be reached in that year.
_YEAR = re.compile(r"(?:19|20)\d\d年度?(?:目标值?)?")
# Groups of heads that make no table of tasks.
_ALONE = ("body", "other", "remarks")


def folded(word: str) -> str:
    """A head as its words are compared: without white space, full-width marks as half-width ones."""
    return re.sub(r"\s", "", word).translate(_WIDE)


@cache
def _column_names() -> dict[str, str]:
    """What each head of a column says the column holds."""
    groups = read("columns").items()
    return {head: name for name, heads in groups if name not in _ALONE for head in heads}


@cache
def names_of(group: str) -> frozenset[str]:
    """The words of a group that say nothing of tasks where they stand alone."""
    return frozenset(read("columns")[group])


def usual(head: str) -> str | None:
    """What a usual head, its bracket aside, says that its column holds."""
    names = _column_names()
    bare = _BRACKET.sub("", head)
    return names.get(head) or names.get(bare) or names.get(_LEVEL.sub("", bare))


@lru_cache(maxsize=4096)
def holds(head: str) -> str | None:
    """What a column holds by its head alone: a person, a task, what is done by a time (stage) or reached in
    a year, or a name of the vocabulary of columns; None for a head that is not known."""
    head = folded(head)
    if is_stage(head) or _YEAR.fullmatch(head):
        return "stage" if is_stage(head) else "year"
    if head in names_of("remarks"):
        return "remarks"
    if PERSON.search(head) and not _AND_PERSON.search(head):
        return "person"
    column = column_of(head)
    if is_term(head) and column not in ROLES:
        return "deadline"
    return column or ("task" if grade(head) is not None else None)


def column_of(head: str) -> str | None:
    """What a column holds by its head, where that is no task: a usual one, its bracket aside, or a role
    word with its noun."""
    name = usual(head)
    if name is None and 4 <= len(head) <= 14:
        given = {_role(part) for part in _PARTS.split(_AND_PERSON.sub("", _WITH_TERM.sub("", head)))}
        name = given.pop() if len(given) == 1 else "responsible" if given <= set(ROLES) else None
        if name is None and _ANSWERS.search(head):
            name = "responsible"
    return None if name in ("text", "section") or CORNER.fullmatch(head) else name


def roles_of(head: str) -> tuple[Role, ...]:
    """The roles that a head gives to the parts of its cells, in their order: 牵头单位/配合单位; none where
    it has one, or does not say how its cells are parted."""
    given = tuple(role for part in head.split("/") if (role := _role(part)))
    return given if len(set(given)) == head.count("/") + 1 > 1 else ()


def _role(head: str) -> Role | None:
    """The role that a role word with its noun gives."""
    label = _LABEL.fullmatch(_BEFORE.sub("", head)) or _LABEL.fullmatch(head)
    return next((role for role in ROLES if label and role == roles.label_role(label["label"])), None)


def grade(head: str) -> int | None:
    """How fine a column says what is to be done: 4 a step, 3 a task, 2 an aim, 1 a name, 0 a class of
    tasks; None for a column that says something else."""
    known = usual(head)
    if (known is not None and known not in ("text", "section")) or not head or is_stage(head):
        return None
    bare = _BESIDE.sub("", _BRACKET.sub("", head))
    if CORNER.fullmatch(head):
        return 3
    if known is None and (_NO_TASK.search(bare) or column_of(head)):
        return None
    if _FINE.search(bare):
        return 4
    if _AIM.search(bare) and not _TASK.search(bare):
        return 2
    if known == "text" or _TASK.search(bare):
        return 3
    return 1 if _NAME.search(bare) else 0 if known or _CLASS.search(bare) else None


def is_term(head: str) -> bool:
    """Whether a column says until when its task is done, alone or beside who does it."""
    term = _TERM.search(head) or (_WITH_TERM.search(head) and column_of(head) in ROLES)
    return bool(term) and not _NO_TERM.search(head) and not is_stage(head)


def is_part(words: str) -> bool:
    """Whether a cell can be the lower part of a head."""
    if _YEAR.fullmatch(words):
        return True
    return len(words) <= 10 and not looks_like_agency(words) and not re.search(r"[。;,、]|\d{3}", words)
