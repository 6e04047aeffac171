"""The bodies of a table's cell: a list, parted by stops or by the lines and spaces of its source, or
words that say what each of them does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.model import Role
from graph.names import LEVEL_WORD
from loaders.normalise import Text
from loaders.recognise import persons, roles
from loaders.recognise._bodies import holds_body
from loaders.recognise._reading import TIME
from loaders.recognise._reading import read as read_clause
from loaders.recognise.clauses import Party
from loaders.recognise.names import Name, carried_prefix, split_names
from loaders.resolve import regions
from loaders.resolve.agencies import looks_like_agency
from loaders.resolve.endings import DEPARTMENTS
from loaders.tables.columns import roles_of

_DUTY = re.compile(r"牵头|负责|配合|会同|单位:|部门:|[主协承]办|制定|支持|指导|推[进动]|提供")
# A role in brackets behind a body of a list.
_MARK = re.compile(rf"\((?:{roles.mark_pattern()})(?:单位|部门)?\)")
_LABEL = re.compile(rf"{roles.label_pattern()}\s*:")
PERSON = re.compile(persons.NAME)
# A person behind a body, after a colon or an office: 县水利局:王某某, 县水利局局长王某某.
_BEHIND = re.compile(rf"(?<=..)(?::|(?:党[委组]书记、?)?副?(?:{persons.POST}))+{persons.NAME}$")
# 县水利局王某某: the cell broke its line before the person.
_BESIDE = re.compile(rf"(?<=..[{DEPARTMENTS}]){persons.NAME}$")
_SPACE = re.compile(r"\s|<br\s*/?>", re.I)
# 市水利局市财政局: nothing parts two bodies of one level.
_RUN_ON = re.compile(
    rf"(?:(?<=[{DEPARTMENTS}府社联])|(?P<mark>{_MARK.pattern}))(?=(?P<level>[省市区县州旗盟])(?!级|直(?!机关)|属))"
)
_STOP = re.compile(r"[、,;()]")
# A town or street as a list names it: 城关镇, 河东街道.
_TOWN = re.compile(r"(?!各)[\u4e00-\u9fff]{2,4}(?:镇|(?<!城)乡|街道)")


def parties(text: Text, span: tuple[int, int], role: Role, head: str = "") -> tuple[Party, ...]:
    """The bodies of a cell in a column of a role, each with that or with what the cell says of it; with
    that of their part where the `head` gives the parts roles of their own (牵头单位/配合单位)."""
    if "/" in head and (parts := _parts(text.text, span, head)):
        return tuple([party for part, own in parts for party in parties(text, part, own)])
    listed = (Party(name, roles.mark_role(name.mark) or role) for name in _names(text, span))
    return _sentence(text.text, span, role) or tuple(listed)


def _parts(text: str, span: tuple[int, int], head: str) -> list[tuple[tuple[int, int], Role]]:
    """The parts of a cell with the roles that its head gives them; none where it has not as many."""
    bars = [at for at in range(*span) if text[at] == "/"]
    given = roles_of(head)
    if len(given) != len(bars) + 1:
        return []
    ends = pairwise([span[0], *bars, span[1]])
    return [((a + (text[a] == "/"), b), role) for (a, b), role in zip(ends, given, strict=True)]


def _sentence(text: str, span: tuple[int, int], role: Role) -> tuple[Party, ...]:
    """The bodies of a cell that says itself what they do (A牵头,B配合; 牵头:A;配合:B); who only answers
    has the column's role. Empty where the cell is a list."""
    words = text[slice(*span)]
    if not _DUTY.search(_MARK.sub("", words) if "(" in words else words):
        return ()
    if labels := list(_LABEL.finditer(words)):
        return tuple(_labelled(text, span, labels, role))
    reading = read_clause(words)
    if reading is None or reading.rule != "sentence":
        return ()
    return tuple(
        Party(p.name.moved(span[0]), role if p.role == "responsible" else p.role) for p in reading.parties
    )


def _labelled(text: str, span: tuple[int, int], labels: list[re.Match[str]], role: Role) -> Iterator[Party]:
    """The bodies behind each label of a cell, and those before the first; 责任人: and 时限: have none."""
    at, stated = span[0], "responsible"
    for label in [*labels, None]:
        stop = span[0] + label.start() if label else span[1]
        if stated not in ("deadline", "other"):
            given: Role = "lead" if stated == "lead" else "support" if stated == "support" else role
            yield from (Party(name, given) for name in split_names(text, at, stop) if not _is_time(name))
        if label:
            at, stated = span[0] + label.end(), roles.label_role(label["label"])


def _names(text: Text, span: tuple[int, int]) -> Iterator[Name]:
    """The names of a cell. A line end inside it parts two names, save where it stands inside one (市委组 |
    织部)."""
    at, prefix = span[0], ""
    for end in sorted({*_line_ends(text, span), *_run_ons(text.text, span), span[1]}):
        if end < span[1] and _is_torn(text.text[at:end], text.text[end : span[1]]):
            continue
        names = split_names(text.text, at, end, prefix)
        yield from (_without_person(name) for name in names if not _is_person(name) and not _is_time(name))
        at, prefix = end, carried_prefix(names, prefix)


def _is_person(name: Name) -> bool:
    return PERSON.fullmatch(name.surface) is not None and not looks_like_agency(name.surface)


def _is_time(name: Name) -> bool:
    """Whether an item says until when, beside the bodies: 县水利局,6月底前."""
    return TIME.search(name.surface) is not None and not holds_body(name.surface)


def _without_person(name: Name) -> Name:
    """The body of a name that ends with the person who answers for it."""
    person = _BEHIND.search(name.surface) or _BESIDE.search(name.surface)
    if person is None or not looks_like_agency(name.surface[: person.start()]):
        return name
    rest = len(person[0])
    return name._replace(surface=name.surface[:-rest], end=name.end - rest, expanded=name.expanded[:-rest])


def _line_ends(text: Text, span: tuple[int, int]) -> Iterator[int]:
    """Where in a cell the source has a line end, or a space."""
    start, end = text.to_source(*span)
    if not _SPACE.search(text.source.text, start, end):
        return
    for at in range(span[0] + 1, span[1]):
        left, right = text.to_source(at - 1, at)[1], text.to_source(at, at + 1)[0]
        if left < right and _SPACE.search(text.source.text, left, right):
            yield at


def _run_ons(text: str, span: tuple[int, int]) -> Iterator[int]:
    """Where in a cell a body follows without a stop: on another of its level, or on the mark of one."""
    for found in _RUN_ON.finditer(text, *span):
        at = found.end()
        left = _STOP.split(text[span[0] : found.start()])[-1]
        right = _STOP.split(text[at : span[1]])[0]
        level = found["mark"] or left[:1] == found["level"] or left.endswith("人民政府")
        if level and looks_like_agency(left) and looks_like_agency(right):
            yield at


def _is_torn(left: str, right: str) -> bool:
    """Whether a line end stands inside a name: both sides together are one, the first alone is none."""
    if _TOWN.fullmatch(left) and not right.startswith(("人民政府", "政府", "党委", "党工委", "办事处")):
        return False
    one, other = re.split(r"[、,;]", left)[-1], re.split(r"[、,;]", right)[0]
    whole = looks_like_agency(one) or regions.is_zone(one)
    if whole and any(end == len(one) for _, end in regions.matches(one)):
        # 江北市 | 水利局: a place before a department that has none is a part of its name.
        whole = (
            LEVEL_WORD.match(other) is not None
            or bool(regions.matches(other))
            or other[-1:] not in DEPARTMENTS
        )
    return not one or other[:1] == "(" or (not whole and looks_like_agency(one + other))
