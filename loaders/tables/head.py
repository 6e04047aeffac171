"""The head of a table of tasks: which row it is, and what each of its columns holds.

Tables go from the whole to the part, from left to right (类别, 重点任务, 具体举措): the task is what the
finest of these columns says, and those before it say under what it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import Role
from loaders.recognise import roles
from loaders.tables.columns import (
    CORNER,
    PERSON,
    ROLES,
    column_of,
    folded,
    grade,
    is_part,
    is_term,
    names_of,
    usual,
)
from loaders.tables.marks import marked_columns
from loaders.tables.stages import is_stage

# Units inside one body: 责任科室, 牵头处室.
_INSIDE = re.compile(r"(?:司局|科室|股室|处室|科|股)(?:\(单位\)|[、和及与](?:下属|直属)?单位)?$")
# A step of what the columns before those of the bodies say, where it stands behind them.
_STEP = re.compile(r"举措|(?<!保障)措施|^具体(?:任务|事项|工作|内容)$")
_BY = re.compile("完成|完工|竣工|截止|时限|期限")
_AMOUNT = re.compile("投资|资金|金额|产值|经费")
# What says that the rows of a table are tasks, where its bodies stand under 单位 alone.
DUTY = re.compile(r"任务|举措|措施|实事|重点工作")
_STEM = re.compile(roles.mark_pattern())
_NOUN = re.compile(r"(?:责任)?(?:单位|部门|主体|司局|科室|股室|处室)$")
_ITEM = re.compile(r"[(（]?(?:[\d.]{1,6}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[、.]?$")


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table: `columns` by what they hold, `bodies` those of bodies with their role,
    `context` those that say under what the task stands, `marked` those whose heads are bodies, `stages`
    those whose heads are times.
    `inside` is set where the bodies are units of the one that issues the document, `bare` where the word
    over them (单位) says as well in what something is counted."""

    words: tuple[str, ...]
    columns: dict[str, int]
    bodies: tuple[tuple[Role, int], ...]
    context: tuple[int, ...]
    inside: bool
    marked: tuple[int, ...] = ()
    bare: bool = False
    stages: tuple[int, ...] = ()

    @property
    def names_bodies(self) -> bool:
        """Whether it has columns of those who answer; else its tasks may name them."""
        return bool(self.bodies or self.marked)

    def below(self, words: list[str]) -> Head | None:
        """The head that a second row of it completes (责任分工 above 单位 and 责任人); None where the row
        is no part of the head."""
        if len(words) != len(self.words) or any(len(word) > 12 for word in words):
            return None
        low = [folded(word) for word in words]
        new = [i for i, word in enumerate(low) if word and word != self.words[i]]
        if new and "text" in self.columns and set(new) <= set(marked_columns(low)):
            return replace(self, bodies=(), marked=tuple(new))
        over = _spread(self.words)
        if not new or len(new) > len(low) - 2 or not all(over[i] and is_part(low[i]) for i in new):
            return None
        joined = [_joined(over[i], low[i]) if i in new else word for i, word in enumerate(self.words)]
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
    heads = [folded(word) for word in words]
    columns, bodies = _columns(heads)
    tasks = {i: fine for i, head in enumerate(heads) if (fine := grade(head)) is not None}
    if not tasks and "lead" in {role for role, _ in bodies}:
        tasks = {i: 1 for i, head in enumerate(heads) if head == "标题"}  # Of what is put to 主办单位.
    # A table without a column of those who answer: its numbered tasks, or columns of bodies, may name them.
    numbered = bool(tasks) and not bodies and "number" in columns
    named = not bodies and any(usual(heads[i]) or CORNER.fullmatch(heads[i]) for i in tasks)
    marked = marked_columns(heads) if numbered or named else ()
    bare = not (bodies or marked) and any(DUTY.search(heads[i]) and usual(heads[i]) for i in tasks)
    if bare:
        bodies = [("responsible", i) for i, head in enumerate(heads) if head in names_of("body")][:1]
    if not (marked or numbered or (bare and bodies) or _answers(heads, columns, bodies, tasks)):
        return None
    inside = bool(bodies) and all(_INSIDE.search(heads[i]) for _, i in bodies)
    if any("牵头" in heads[i] for _, i in bodies):
        # 牵头部门 | 主责单位: who leads stands beside those who do it.
        bodies = [("responsible" if "主责" in heads[i] else role, i) for role, i in bodies]
    if not inside:
        bodies = [(role, i) for role, i in bodies if not _INSIDE.search(heads[i])]
    if terms := [i for i, head in enumerate(heads) if is_term(head)]:
        columns["deadline"] = next((i for i in terms if _BY.search(heads[i])), terms[0])
    if remarks := [i for i, head in enumerate(heads) if head in names_of("remarks")]:
        columns["remarks"] = remarks[-1]
    context: tuple[int, ...] = ()
    if tasks:
        text = columns["text"] = _finest(heads, tasks, min([len(heads), *marked, *(i for _, i in bodies)]))
        context = tuple(i for i in tasks if i < text and heads[i] != heads[text])
    ordered = tuple(sorted(bodies, key=_order))
    stages = tuple(i for i, head in enumerate(heads) if is_stage(head))
    return Head(tuple(heads), columns, ordered, context, inside, marked, bare and bool(bodies), stages)


def _columns(heads: list[str]) -> tuple[dict[str, int], list[tuple[Role, int]]]:
    """The columns that are no tasks by what they hold, the first of each, and those of bodies."""
    columns: dict[str, int] = {}
    bodies: list[tuple[Role, int]] = []
    for i, head in enumerate(heads):
        name = column_of(head)
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


def _finest(heads: list[str], tasks: dict[int, int], bodies: int) -> int:
    """The column of the tasks: the finest, the last of several, before the bodies' where one is there
    and none behind them says the steps."""
    before = {i: fine for i, fine in tasks.items() if i < bodies}
    steps = {i: fine for i, fine in tasks.items() if i > bodies and _STEP.search(heads[i])}
    if before and steps and max(steps.values()) > max(before.values()):
        before = steps
    if not before or (max(before.values()) < 2 < max(tasks.values())):
        before = tasks
    return max(before, key=lambda i: (before[i], i))


def _spread(words: Sequence[str]) -> list[str]:
    """The words over each column: an empty cell goes on with the one before it, as merged ones come out of
    formats that have none."""
    over: list[str] = []
    for word in words:
        over.append(word or (over[-1] if over else ""))
    return over


def _joined(up: str, low: str) -> str:
    """What both parts of a head say together."""
    if not low or low == up:
        return up
    if _NOUN.fullmatch(low) and (stem := _STEM.search(up)):
        return stem[0] + low.removeprefix("责任")
    if is_stage(low) and not _AMOUNT.search(up):
        return low
    if len(low) == 2 and (noun := _NOUN.search(up)) and column_of(low + noun[0][-2:]) in ROLES:
        return low + noun[0][-2:]  # 责任单位 above 牵头 and 协同
    return low if column_of(low) or PERSON.search(low) or grade(low) is not None else up
