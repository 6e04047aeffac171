"""Cells laid over the columns of a table whose rules are lost: a path of the least cost (Viterbi 1967).

A number fits a column of numbers, bodies one of bodies; to pass over a column, or to begin a row before
the last is full, has its price.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import NamedTuple

from loaders.recognise import persons
from loaders.resolve.endings import BODIES
from loaders.tables.bodies import PERSON
from loaders.tables.head import Head

NUMBER = re.compile(r"[(（]?\d{1,4}(?:\.\d{1,2})?[)）]?[.、]?$")
# 银行, but 封关运行, 组织实行.
_BODY = re.compile(
    rf"(?<!\d)(?:[{BODIES}联区乡镇县市]|(?<![运施执进试推实举通发])行|^各省|公司|集团|中心|街道|单位|部门|政协|人大"
    r"|海关|大学|兵团)(?:[(（][^()（）]*[)）])?等?"
    r"(?:按(?:照)?职责分工)?(?:牵头|配合|负责|落实)?[。;；]?$"
)
_BODIES = re.compile(r"[、,，;；/\s]+")
# What a sentence says that ends as a body does: 县医院创建三级医院。
_DOES = re.compile(r"创建|新建|建成|完成|推进|开展|实施|加强|提升|改造|支持|推动")
_TIME = re.compile(
    r"\d[年月日]|季度|全年|年[底内末终]|半年|长期|持续|常态|每[年月季周]|立行立改|即知即改|适时|20\d\d[-./]\d|按(?:时|进度|计划|程序)"
)
_PEOPLE = re.compile(
    r"[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2}(?:[、,，/\s]+[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2})*$"
)
_SKIP = {
    "text": 4.0,
    "bodies": 1.5,
    "term": 1.0,
    "class": 0.6,
    "number": 0.6,
    "people": 0.8,
    "object": 0.8,
    "other": 0.8,
    "remark": 0.3,
    "watch": 0.8,
}
_IMPOSSIBLE = 1e9


class Cell(NamedTuple):
    """Words of the text that belong to one cell: their span; `fresh` where a row must begin with it,
    `bound` where none can; `closed` where a bar parts it from the next."""

    start: int
    end: int
    words: str
    fresh: bool = False
    bound: bool = False
    closed: bool = False


def kinds_of(head: Head) -> list[str]:
    """What each column of a head holds."""
    kinds = ["other"] * len(head.words)
    for at in head.context:
        kinds[at] = "class"
    for name, kind in (("number", "number"), ("deadline", "term"), ("remarks", "remark"), ("text", "text")):
        if name in head.columns:
            kinds[head.columns[name]] = kind
    for _, at in head.bodies:
        kinds[at] = "bodies"
    text = head.columns["text"]
    if "number" not in head.columns and text and head.words[text - 1] == head.words[text]:
        kinds[text - 1] = "number"
    for at, word in enumerate(head.words):
        if kinds[at] == "other" and re.search(persons.CALLED, word):
            kinds[at] = "people"
        elif kinds[at] == "other" and re.search("对象|范围", word):
            kinds[at] = "object"
        elif kinds[at] == "other" and re.search("(?:[监督]|验收|考核|主管|审核).*[位门体]$", word):
            kinds[at] = "watch"  # bodies that do not answer: 监管单位
    return kinds


def laid_over(cells: list[Cell], kinds: list[str]) -> list[tuple[Cell, int, bool]]:
    """Each cell with its column, and whether it begins a row, at the least cost."""
    if not cells:
        return []
    passed = [0.0, *accumulate(_SKIP[kind] for kind in kinds)]
    columns = range(len(kinds))
    costs = [passed[j] + _cost(cells[0].words, kind) for j, kind in enumerate(kinds)]
    steps: list[list[tuple[int, bool]]] = [[(-1, True)] * len(kinds)]
    for before, cell in pairwise(cells):
        # The cheapest way to end the row, from where a new one begins in any column.
        ended = min(columns, key=lambda i: costs[i] + passed[-1] - passed[i + 1])
        over = costs[ended] + passed[-1] - passed[ended + 1] + (_IMPOSSIBLE if cell.bound else 0)
        new, step = [], []
        for j in columns:
            ways = [(costs[i] + passed[j] - passed[i + 1], i, False) for i in range(j)]
            ways.append((costs[j] + _goes_on(before, cell, kinds[j]) - 1e-3 * j, j, False))
            if cell.fresh:
                ways = []
            ways.append((over + passed[j], ended, True))
            cost, i, begins = min(ways)
            nearer = 1e-4 * j * (kinds[j] == "class")  # of two as good, the one by the task
            new.append(cost + _cost(cell.words, kinds[j]) - nearer)
            step.append((i, begins))
        costs = new
        steps.append(step)
    at = min(columns, key=lambda i: costs[i] + passed[-1] - passed[i + 1])
    path = []
    for cell, step in zip(reversed(cells), reversed(steps), strict=True):
        back, begins = step[at]
        path.append((cell, at, begins))
        at = back
    return path[::-1]


def _goes_on(before: Cell, cell: Cell, kind: str) -> float:
    """The cost of a cell that goes on in its column."""
    if before.closed or kind == "number":
        return _IMPOSSIBLE
    if kind in ("bodies", "watch") and _are_bodies(before.words) and _are_bodies(cell.words):
        return 0.3
    return 2.0 if cell.bound else 1.2


def fits(words: str, kind: str, *, well: bool = False) -> bool:
    """Whether some words can be what a kind of column holds, or are `well` at home there."""
    return _cost(words, kind) < (2 if well else 5)


def _cost(words: str, kind: str) -> float:
    """How badly some words fit a kind of column."""
    number = NUMBER.match(words) is not None
    if kind == "number":
        return 0.0 if number else 9.0
    if number:
        return 1.0 if kind == "other" else 8.0
    bodies, time = _are_bodies(words), len(words) <= 40 and _TIME.search(words) is not None
    if kind in ("bodies", "watch"):
        return 0.0 if bodies or words in ("无", "/", "-") else 5.0 + 3.0 * (len(words) > 40)
    if kind == "term":
        return 0.0 if time else 5.0
    if kind == "remark":
        return 2.0 if bodies else 0.3
    if kind == "people":
        return 0.0 if _PEOPLE.match(words) and not bodies else 4.0
    if kind == "text":
        return 3.0 if bodies else 1.5 if len(words) <= 4 or (time and len(words) < 12) else 0.0
    if kind == "class":
        return 2.5 if bodies else 2.0 if len(words) > 60 else 1.5 if len(words) < 2 else 0.3
    if kind == "object":
        return 0.6
    return 2.0 if bodies else 1.0


def _are_bodies(words: str) -> bool:
    """Whether words can be a list of bodies, by how its items end."""
    if len(words) > 400 or "。" in words[:-1]:
        return False
    if words[-1] == "。" and (words[0] not in "各省市区县州旗" or _DOES.search(words)):
        return False
    items = [item for item in _BODIES.split(words.strip("。、,，;；")) if item]
    items = [item for item in items if not PERSON.fullmatch(item)] or items
    if items and items[-1].endswith("部门"):  # 财政、税务部门
        items = [item for item in items[:-1] if len(item) > 6] + items[-1:]
    return all(len(item) < 30 and _BODY.search(item) for item in items)
