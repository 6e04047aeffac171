"""The division-of-tasks table that every office makes (任务分工表), as plain data.

Its heads are those that the loaders know, and the facts above it are labelled as a portal labels them,
so that the file made of it reads back as the document it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from graph.exports._duties import Answer, Duty, agency_duties, document_duties
from graph.exports._wording import (
    ONGOING,
    doubt_words,
    ground_words,
    official_name,
    time_words,
    written_names,
)

if TYPE_CHECKING:
    from graph.connection import Graph

Rows = Literal["measures", "bodies"]
Names = Literal["written", "official"]

_DOCUMENT = """
MATCH (d:Document {key: $key})
RETURN d.title AS title, coalesce(d.text_title, d.title, d.name) AS name, d.doc_number AS doc_number,
       coalesce(d.issuers, []) AS issuers, d.issued_on AS issued_on, d.effective_on AS effective_on,
       d.expires_on AS expires_on, d.jurisdiction AS jurisdiction
"""
_AGENCY = "MATCH (a:Agency {key: $key}) RETURN a.name AS name"
_ROLES = {"lead": "牵头", "support": "配合", "responsible": "负责"}
_NAME = "任务分工表"
_BLANK = 10
_BETWEEN = "；"
# Between the headings of a section's path: no heading holds it.
_BELOW = " › "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and whether it holds short words or numbers."""

    head: str
    width: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and what there is to check about it."""

    text: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, the lines of facts below that, its columns and rows."""

    title: str
    facts: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def doubtful(self) -> bool:
        """Whether any cell is marked."""
        return any(cell.doubts for row in self.rows for cell in row)


_NUMBER = Column("序号", 7, short=True)
_SECTION = Column("章节", 20)
_TASK = Column("任务", 56)
_BODIES = (Column("牵头单位", 22), Column("配合单位", 22), Column("责任单位", 22))
_TIME = Column("完成时限", 16)
_GROUNDS = Column("依据", 24)
_PAGE = Column("页码", 7, short=True)

BY_MEASURE = (_NUMBER, _SECTION, _TASK, *_BODIES, _TIME, _GROUNDS, _PAGE)
BY_BODY = (
    Column("责任单位", 24),
    Column("角色", 8, short=True),
    _NUMBER,
    _SECTION,
    _TASK,
    _TIME,
    _GROUNDS,
    _PAGE,
)
OF_BODY = (
    _NUMBER,
    Column("文件", 26),
    Column("条目", 7, short=True),
    _SECTION,
    _TASK,
    Column("本单位角色", 10, short=True),
    *_BODIES,
    _TIME,
    _GROUNDS,
    _PAGE,
)


def document_table(graph: Graph, key: str, *, rows: Rows = "measures", names: Names = "written") -> Table:
    """The table of the document with this key: a row a measure, or a row a body of a measure, body
    by body in the order in which the document first names them.

    `names` are those of the document (``written``), so that people know them again, or the full
    official ones (``official``), which mean the same everywhere.
    """
    document = graph.read(_DOCUMENT, key=key)[0]
    duties = document_duties(graph, key)
    if rows == "bodies":
        return _table(document["name"], _facts(document), BY_BODY, tuple(_by_body(duties, names)))
    found = tuple(_by_measure(duty, names) for duty in duties)
    return _table(document["name"], _facts(document), BY_MEASURE, found)


def agency_table(graph: Graph, key: str, *, names: Names = "written") -> Table:
    """The table of the agency with this key, across all documents: a row a measure, with its role."""
    name = graph.read(_AGENCY, key=key)[0]["name"]
    duties = agency_duties(graph, key)
    documents = len({duty.document for duty in duties})
    rows = tuple(_of_body(order, key, duty, names) for order, duty in enumerate(duties, 1))
    return _table(name, (f"共 {len(duties)} 项任务，{documents} 份文件",), OF_BODY, rows)


def _table(
    name: str | None, facts: tuple[str, ...], columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Table:
    """The table of what bears this name; a column that says nothing is no wider than its head."""
    said = [any(cell.text for cell in cells) for cells in zip(*rows, strict=True)] or [True] * len(columns)
    fitted = (
        column if used else replace(column, width=min(column.width, _BLANK))
        for column, used in zip(columns, said, strict=True)
    )
    # A space before the table's own name: what it is the table of can be told apart again.
    return Table(f"{name}　{_NAME}" if name else _NAME, facts, tuple(fitted), rows)


def _facts(document: dict[str, Any]) -> tuple[str, ...]:
    """What is known of the document, labelled."""
    stated = {
        "发文字号": document["doc_number"],
        "发文机关": "、".join(document["issuers"]),
        "成文日期": _day(document["issued_on"]),
        "施行日期": _day(document["effective_on"]),
        "失效日期": _day(document["expires_on"]),
        "适用地区": document["jurisdiction"],
    }
    line = "　".join(f"{label}：{value}" for label, value in stated.items() if value)
    title = f"文件名称：{document['title']}" if document["title"] else ""
    return tuple(filter(None, (title, line)))


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _by_measure(duty: Duty, names: Names) -> tuple[Cell, ...]:
    return (*_task(duty), *_bodies(duty, names), *_rest(duty))


def _of_body(order: int, key: str, duty: Duty, names: Names) -> tuple[Cell, ...]:
    number, *task = _task(duty)
    document = duty.document_title + (f"（{duty.doc_number}）" if duty.doc_number else "")
    own = [_ROLES.get(each.role, each.role) for each in duty.answers if each.agency == key]
    role = Cell("、".join(own))
    return (Cell(str(order)), Cell(document), number, *task, role, *_bodies(duty, names), *_rest(duty))


def _by_body(duties: Sequence[Duty], names: Names) -> Iterator[tuple[Cell, ...]]:
    """Rows gathered by body; then the open roles; last the measures that nobody answers for."""
    known: dict[str, list[tuple[Cell, ...]]] = {}
    vague: dict[str, list[tuple[Cell, ...]]] = {}
    nobody: list[tuple[Cell, ...]] = []
    for duty in duties:
        task, rest = _task(duty), _rest(duty)
        for answer in duty.answers:
            row = (_names([answer], duty, names), Cell(_ROLES.get(answer.role, answer.role)), *task, *rest)
            known.setdefault(answer.agency, []).append(row)
        for role, words in duty.open_roles:
            row = (Cell(words), Cell(_ROLES.get(role, role)), *task, *rest)
            vague.setdefault(words, []).append(row)
        if not duty.answers and not duty.open_roles:
            nobody.append((Cell(), Cell(), *task, *rest))
    for group in (*known.values(), *vague.values(), nobody):
        yield from group


def _task(duty: Duty) -> tuple[Cell, Cell, Cell]:
    """Number, section and words."""
    return Cell(duty.number or ""), Cell(_BELOW.join(duty.section)), Cell(duty.text)


def _bodies(duty: Duty, names: Names) -> Iterator[Cell]:
    """A cell for each role: the bodies, then those that the text leaves open (有关部门)."""
    for role in _ROLES:
        cell = _names([each for each in duty.answers if each.role == role], duty, names)
        vague = (words for given, words in duty.open_roles if given == role)
        yield Cell("、".join(filter(None, (cell.text, *vague))), cell.doubts)


def _names(answers: Sequence[Answer], duty: Duty, names: Names) -> Cell:
    official = names == "official"
    shown = [official_name(a) for a in answers] if official else written_names(answers, duty.answers)
    doubts = (
        f"{name}：{doubt_words(answer.doubt)}"
        for name, answer in zip(shown, answers, strict=True)
        if answer.doubt
    )
    return Cell("、".join(shown), tuple(doubts))


def _rest(duty: Duty) -> tuple[Cell, Cell, Cell]:
    """Times, grounds and page."""
    times = [time_words(time) for time in duty.times] + [ONGOING] * duty.ongoing
    grounds = [ground_words(ground) for ground in duty.grounds]
    return (
        Cell(_joined(times), _doubts(time.doubt for time in duty.times)),
        Cell(_joined(grounds), _doubts(ground.doubt for ground in duty.grounds)),
        Cell("" if duty.page is None else str(duty.page)),
    )


def _joined(words: Iterable[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(words))


def _doubts(doubts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(doubt_words(doubt) for doubt in doubts if doubt))
