"""The head of a table of tasks: which row it is, and what each of its columns holds.

Tables go from the whole to the part, from left to right (类别, 重点任务, 具体举措): the task is what the
finest of these columns says, and those before it say under what it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from graph.model import Role
from loaders.recognise import roles
from loaders.resolve._vocabulary import read
from loaders.resolve.agencies import looks_like_agency
from loaders.table_marks import marked_columns

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
_CORNER = re.compile(
    r"(?:工作)?(?:任务|事项|项目|工作)[\\/|](?:责任|配合)?(?:单位|部门)|(?:责任)?(?:单位|部门)[\\/|]?(?:工作)?(?:任务|事项|项目)"
)
# Units inside one body: 责任科室, 牵头处室.
_INSIDE = re.compile(r"(?:司局|科室|股室|处室|科|股)(?:\(单位\)|[、和及与](?:下属|直属)?单位)?$")
_FINE = re.compile(r"举措|措施|做法|内容|细化|(?:具体|工作|任务|细化)要求$|^具体(?:任务|事项|工作|项目)$")
# A step of what the columns before those of the bodies say, where it stands behind them.
_STEP = re.compile(r"举措|(?<!保障)措施|^具体(?:任务|事项|工作|内容)$")
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
    r"发布|公开|成文|印发|填报|受理|开始|启动|起始|起草|会议|接收|交办|公布|更新|录入|上报|抽取|联系|通过|生效|施行|批准"
)
_AND_PERSON = re.compile(r"(?<=..[位门体])[及和、与/(](?:责任人|负责人|责任领导|分管领导|联系人)\)?$")
# 责任单位及完成时限, 时限和责任单位: bodies and terms in one column.
_WITH_TERM = re.compile(
    r"(?<=..[位门体])[及和与、/](?:完成|工作|办结|推进)?(?:时限|期限|时间|时间节点|进度)(?:要求|安排)?$"
    r"|^(?:完成|工作|办结)?(?:时限|期限|时间)(?:要求)?[及和与、/](?=..)"
)
# What says that the rows of a table are tasks, where its bodies stand under 单位 alone.
DUTY = re.compile(r"任务|举措|措施|实事|重点工作")
_PERSON = re.compile(r"领导|责任人|负责人|联系人|联络员|姓名|职务|电话|人员")
_STEM = re.compile(r"牵头|主办|主责|责任|负责|承办|配合|协办|参与")
_NOUN = re.compile(r"(?:责任)?(?:单位|部门|主体|司局|科室|股室|处室)$")
# 责任主体与协同单位: two roles in one column, of which it does not say whose is which.
_PARTS = re.compile(r"[与和及、/](?=[^单部]{2,4}[单部主机])")
_ITEM = re.compile(r"[(（]?(?:[\d.]{1,6}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[、.]?$")


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table: `columns` by what they hold, `bodies` those of bodies with their role,
    `context` those that say under what the task stands, `marked` those whose heads are bodies.
    `inside` is set where the bodies are units of the one that issues the document, `bare` where the word
    over them (单位) says as well in what something is counted."""

    words: tuple[str, ...]
    columns: dict[str, int]
    bodies: tuple[tuple[Role, int], ...]
    context: tuple[int, ...]
    inside: bool
    marked: tuple[int, ...] = ()
    bare: bool = False

    @property
    def names_bodies(self) -> bool:
        """Whether it has columns of those who answer; else its tasks may name them."""
        return bool(self.bodies or self.marked)

    def below(self, words: list[str]) -> Head | None:
        """The head that a second row of it completes (责任分工 above 单位 and 责任人); None where the row
        is no part of the head."""
        if len(words) != len(self.words) or any(len(word) > 12 for word in words):
            return None
        low = [_bare(word) for word in words]
        new = [i for i, word in enumerate(low) if word and word != self.words[i]]
        if new and "text" in self.columns and set(new) <= set(marked_columns(low)):
            return replace(self, bodies=(), marked=tuple(new))
        if not new or len(new) > len(low) - 2 or not all(self.words[i] and is_part(low[i]) for i in new):
            return None
        joined = [_joined(up, word) for up, word in zip(self.words, low, strict=True)]
        return find_head(joined) if joined != list(self.words) else None

    def numbers(self, words: list[str]) -> bool:
        """Whether a row begins with its number: what it says then is no head (牵头 in a column of marks)."""
        at = self.columns.get("number", len(words))
        return at < len(words) and words[at].strip().isdecimal()

    def number(self, words: list[str]) -> str:
        """The number of a row: that of its column, else of a column that shares its head with the task's."""
        at = self.columns.get("number")
        if at is not None:
            return words[at].strip() if at < len(words) else ""
        text = self.columns["text"]
        beside = words[text - 1].strip() if 0 < text <= len(words) else ""
        shared = text > 0 and self.words[text - 1] == self.words[text]
        return beside if shared and _ITEM.match(beside) else ""


def find_head(words: list[str]) -> Head | None:
    """The head that a row is; None for any other row."""
    heads = [_bare(word) for word in words]
    columns, bodies = _columns(heads)
    tasks = {i: grade for i, head in enumerate(heads) if (grade := _grade(head)) is not None}
    # A table without a column of those who answer: its numbered tasks, or columns of bodies, may name them.
    numbered = bool(tasks) and not bodies and "number" in columns
    named = not bodies and any(usual(heads[i]) or _CORNER.fullmatch(heads[i]) for i in tasks)
    marked = marked_columns(heads) if numbered or named else ()
    bare = not (bodies or marked) and any(DUTY.search(heads[i]) and usual(heads[i]) for i in tasks)
    if bare:
        bodies = [("responsible", i) for i, head in enumerate(heads) if head in names_of("body")][:1]
    if not (marked or numbered or (bare and bodies) or numbered or _answers(heads, columns, bodies, tasks)):
        return None
    inside = bool(bodies) and all(_INSIDE.search(heads[i]) for _, i in bodies)
    if not inside:
        bodies = [(role, i) for role, i in bodies if not _INSIDE.search(heads[i])]
    if terms := [i for i, head in enumerate(heads) if _is_term(head)]:
        columns["deadline"] = next((i for i in terms if re.search("完成|截止|时限|期限", heads[i])), terms[0])
    context: tuple[int, ...] = ()
    if tasks:
        text = columns["text"] = _finest(heads, tasks, min([len(heads), *marked, *(i for _, i in bodies)]))
        context = tuple(i for i in tasks if i < text and heads[i] != heads[text])
    ordered = tuple(sorted(bodies, key=_order))
    return Head(tuple(heads), columns, ordered, context, inside, marked, bare and bool(bodies))


def _columns(heads: list[str]) -> tuple[dict[str, int], list[tuple[Role, int]]]:
    """The columns that are no tasks by what they hold, the first of each, and those of bodies."""
    columns: dict[str, int] = {}
    bodies: list[tuple[Role, int]] = []
    for i, head in enumerate(heads):
        name = _column(head)
        if name in ROLES:
            bodies.append((name, i))
        elif name is not None:
            columns.setdefault(name, i)
    return columns, bodies


def _answers(
    heads: list[str], columns: dict[str, int], bodies: list[tuple[Role, int]], tasks: dict[int, int]
) -> bool:
    """Whether columns of bodies make a row a head: a single known word is what a cell says (负责 in a
    column of roles)."""
    if all(role == "support" for role, _ in bodies):
        return False
    known = len(columns) + len({role for role, _ in bodies})
    return known > 1 or (bool(tasks) and any(len(heads[i]) >= 4 for _, i in bodies))


def _order(body: tuple[Role, int]) -> tuple[int, int]:
    return ROLES.index(body[0]), body[1]


def _bare(word: str) -> str:
    return re.sub(r"\s", "", word)


@cache
def _column_names() -> dict[str, str]:
    """What each head of a column says the column holds."""
    groups = read("columns").items()
    return {head: name for name, heads in groups if name not in ("body", "other") for head in heads}


@cache
def names_of(group: str) -> frozenset[str]:
    """The words of a group that say nothing of tasks where they stand alone."""
    return frozenset(read("columns")[group])


def usual(head: str) -> str | None:
    """What a usual head, its bracket aside, says that its column holds."""
    names = _column_names()
    bare = _BRACKET.sub("", head)
    return names.get(head) or names.get(bare) or names.get(_LEVEL.sub("", bare))


def _column(head: str) -> str | None:
    """What a column holds by its head, where that is no task: a usual one, its bracket aside, or a role
    word with its noun."""
    name = usual(head)
    if name is None and 4 <= len(head) <= 14:
        given = {_role(part) for part in _PARTS.split(_AND_PERSON.sub("", _WITH_TERM.sub("", head)))}
        name = given.pop() if len(given) == 1 else "responsible" if given <= set(ROLES) else None
        if name is None and _ANSWERS.search(head):
            name = "responsible"
    return None if name in ("text", "section") or _CORNER.fullmatch(head) else name


def _role(head: str) -> Role | None:
    """The role that a role word with its noun gives."""
    label = _LABEL.fullmatch(_BEFORE.sub("", head)) or _LABEL.fullmatch(head)
    return next((role for role in ROLES if label and role == roles.label_role(label["label"])), None)


def _grade(head: str) -> int | None:
    """How fine a column says what is to be done: 4 a step, 3 a task, 2 an aim, 1 a name, 0 a class of
    tasks; None for a column that says something else."""
    known = usual(head)
    if (known is not None and known not in ("text", "section")) or not head:
        return None
    bare = _BESIDE.sub("", _BRACKET.sub("", head))
    if _CORNER.fullmatch(head):
        return 3
    if known is None and (_NO_TASK.search(bare) or _column(head)):
        return None
    if _FINE.search(bare):
        return 4
    if _AIM.search(bare) and not _TASK.search(bare):
        return 2
    if known == "text" or _TASK.search(bare):
        return 3
    return 1 if _NAME.search(bare) else 0 if known or _CLASS.search(bare) else None


def _finest(heads: list[str], tasks: dict[int, int], bodies: int) -> int:
    """The column of the tasks: the finest, the last of several, before the bodies' where one is there
    and none behind them says the steps."""
    before = {i: grade for i, grade in tasks.items() if i < bodies}
    steps = {i: grade for i, grade in tasks.items() if i > bodies and _STEP.search(heads[i])}
    if before and steps and max(steps.values()) > max(before.values()):
        before = steps
    if not before or (max(before.values()) < 2 < max(tasks.values())):
        before = tasks
    return max(before, key=lambda i: (before[i], i))


def is_part(words: str) -> bool:
    """Whether a cell can be the lower part of a head."""
    return len(words) <= 10 and not looks_like_agency(words) and not re.search(r"[。;,、]|\d{3}", words)


@lru_cache(maxsize=4096)
def holds(head: str) -> str | None:
    """What a column holds by its head alone: a person, a task, or a name of the vocabulary of columns;
    None for a head that is not known."""
    head = _bare(head)
    if _PERSON.search(head) and not _AND_PERSON.search(head):
        return "person"
    column = _column(head)
    if _is_term(head) and column not in ROLES:
        return "deadline"
    return column or ("task" if _grade(head) is not None else None)


def _is_term(head: str) -> bool:
    """Whether a column says until when its task is done, alone or beside who does it."""
    term = _TERM.search(head) or (_WITH_TERM.search(head) and _column(head) in ROLES)
    return bool(term) and not _NO_TERM.search(head)


def _joined(up: str, low: str) -> str:
    """What both parts of a head say together."""
    if not low or low == up:
        return up
    if _NOUN.fullmatch(low) and (stem := _STEM.search(up)):
        return stem[0] + low.removeprefix("责任")
    if len(low) == 2 and (noun := _NOUN.search(up)) and _column(low + noun[0][-2:]) in ROLES:
        return low + noun[0][-2:]  # 责任单位 above 牵头 and 协同
    return low if _column(low) or _PERSON.search(low) or _grade(low) is not None else up
