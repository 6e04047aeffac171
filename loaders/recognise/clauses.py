"""Responsibility clauses: who is named, in which role, and whether the task goes on.

A clause stands in brackets of any width, or behind a label on a line of its own. It is a labelled
list (责任单位：A、B；配合单位：C), a sentence (A牵头，B、C配合), or a bare list of bodies that
closes a measure. One reader serves all: names gather until a verb or a label gives them a role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Role
from loaders.recognise import roles
from loaders.recognise.names import Name, carried_prefix, split_names
from loaders.resolve.agencies import looks_like_agency

_LABEL = re.compile(roles.label_pattern())
_TOKEN = re.compile(rf"{roles.label_pattern()}|{roles.verb_pattern()}|(?P<join>{roles.join_pattern()})")
_FIRST_IS_LEAD = re.compile(roles.first_is_lead_pattern() + r"(?P<onward>[,、;]?(?:以?下同|以下均同))?")
ONGOING = re.compile(
    r"(?:^|[,;。:、)\]]|并|成)(?:(?:长期|持续|常态化|不断|滚动)(?:推进|进行|实施|开展|坚持|落实|加强|深化|抓好|推动|任务|化)?"
    r"|长期|全年)(?:实施|推进|开展|落实)?(?=$|[,;。)\]\n])"
)
_TIME = re.compile(
    r"\d{1,4}年|\d{1,2}月|年底|季度|月底|完成|时限|长期|持续|常态化|每年|全年|“[一二三四五六七八九十]+五”"
)
_HINT = re.compile(r"牵头|负责|单位|部门|主体|配合|分工|会同|落实|协助|参与|主办|承办|主责|:")
_CLOSING = re.compile(r"[。;,.!?)\]”\s]*$")
_PLAUSIBLE = re.compile(r"[\u4e00-\u9fff]")
_IMPLAUSIBLE = re.compile(r"[:。!?《》“”%]|以下简称|下同|详见|附件|[为是]牵头|例如|不含|含\d")


@dataclass(frozen=True, slots=True)
class Party:
    """A name and the role that the clause gives it."""

    name: Name
    role: Role


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as a span of the normalised text. `rule` is list, sentence or bare.

    `first_is_lead`: the clause says so of itself (here) or of all that follow (onward).
    """

    start: int
    end: int
    parties: tuple[Party, ...]
    rule: str
    ongoing: bool = False
    first_is_lead: str | None = None
    doubt: str | None = None


@dataclass(slots=True)
class _Reading:
    """The state of a clause while its words are read from left to right."""

    text: str
    parties: list[Party] = field(default_factory=list)
    pending: list[tuple[Name, bool]] = field(default_factory=list)
    label: str | None = None
    joined: bool = False
    verbs: int = 0
    labels: int = 0
    prefix: str = ""

    def names(self, start: int, end: int) -> None:
        """Gather the names of a stretch, leaving out its times and notes."""
        if self.label in ("deadline", "other"):
            return
        for left, right in _segments(self.text, start, end):
            segment = self.text[left:right]
            if ONGOING.search(segment):
                continue
            if _TIME.search(segment) and not looks_like_agency(segment):
                continue
            found = split_names(self.text, left, right, self.prefix)
            self.prefix = carried_prefix(found, self.prefix)
            self.pending += [(name, self.joined) for name in found]

    def settle(self, role: Role) -> None:
        """Give the names gathered so far their role."""
        for name, after_join in self.pending:
            given: Role = role
            if self.joined:
                given = "support" if after_join else "lead"
            if name.mark:
                given = _MARKS.get(name.mark[:2], given)
            self.parties.append(Party(name, given))
        self.pending = []
        self.joined = False

    def rest(self) -> None:
        """Settle what no verb followed: by its label, else as responsible."""
        label = self.label
        self.settle(label if label in ("lead", "support") else "responsible")  # type: ignore[arg-type]


_MARKS: dict[str, Role] = {
    "牵头": "lead",
    "主办": "lead",
    "主责": "lead",
    "配合": "support",
    "协办": "support",
    "参与": "support",
    "协助": "support",
}


def match(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of the paragraph `text[start:end]`, in order, none inside another."""
    clauses: list[Clause] = []
    at = start
    for left, right, closed in _brackets(text, start, end):
        if left < at:
            continue
        inner = (left + 1, right - 1 if closed else right)
        clause = None
        if _HINT.search(text, *inner):
            clause = _read(text, left, right, *inner, closed=closed)
        if clause is None and closed and _closes(text, start, left, right, end):
            clause = _bare(text, left, right)
        if clause is not None:
            clauses += _labelled(text, at, left)
            clauses.append(clause)
            at = right
    return clauses + _labelled(text, at, end)


def _labelled(text: str, start: int, end: int) -> list[Clause]:
    """The clause without brackets that a label opens at the head of a line or sentence."""
    if text.find(":", start, end) < 0:
        return []
    for label in _LABEL.finditer(text, start, end):
        before = text[start : label.start()].rstrip(" ")
        if before and before[-1] not in "。;!?\n)]":
            continue
        clause = _read(text, label.start(), end, label.start(), end, closed=True)
        return [clause] if clause else []
    return []


def _read(text: str, start: int, end: int, left: int, right: int, *, closed: bool) -> Clause | None:
    reading = _Reading(text)
    at = left
    note = _FIRST_IS_LEAD.search(text, left, right)
    stop = note.start() if note else right
    for token in _tokens(text, left, stop):
        reading.names(at, token.start())
        if token.group("label"):
            reading.rest()
            role = roles.label_role(token.group("label"))
            reading.label = role
            reading.labels += role != "other"
        elif token.group("verb"):
            reading.settle(roles.verb_role(token.group("verb")))
            reading.verbs += 1
        else:
            reading.joined = True
        at = token.end()
    reading.names(at, stop)
    tail = bool(reading.pending)
    reading.rest()
    if not _is_clause(reading, text[left:right], tail=tail):
        return None
    return Clause(
        start,
        end,
        tuple(p for p in reading.parties if _plausible(p.name)),
        "list" if reading.labels else "sentence",
        ongoing=bool(ONGOING.search(text[left:right])),
        first_is_lead=("onward" if note.group("onward") else "here") if note else None,
        doubt=None if closed else "uncertain clause",
    )


def _is_clause(reading: _Reading, inner: str, *, tail: bool) -> bool:
    """Whether what was read gives a duty to somebody: a label or a verb, and a body."""
    if not (reading.labels or reading.verbs):
        return False
    if reading.labels and not reading.parties:
        return bool(_TIME.search(inner)) and reading.label == "deadline"
    known = [p for p in reading.parties if p.name.vague or looks_like_agency(p.name.expanded)]
    if reading.labels:
        return bool(known) or all(_plausible(p.name) for p in reading.parties)
    # A sentence ends with its verb or its time: names behind the last verb make it another sentence.
    return bool(known) and len(known) == len(reading.parties) and not tail


def _bare(text: str, left: int, right: int) -> Clause | None:
    names = split_names(text, left + 1, right - 1)
    if not names or not all(n.vague or looks_like_agency(n.expanded) for n in names):
        return None
    if all(n.vague for n in names):
        return None
    parties = tuple(Party(n, _MARKS.get((n.mark or "")[:2], "responsible")) for n in names)
    return Clause(left, right, parties, "bare")


def _closes(text: str, start: int, left: int, right: int, end: int) -> bool:
    """Whether a bracket stands behind a finished sentence and ends its paragraph, or is all of it."""
    before = text[start:left].rstrip(" ")
    return (not before or before[-1] in "。;!?") and _CLOSING.match(text, right, end) is not None


def _plausible(name: Name) -> bool:
    """Whether an unknown item could be a body at all: short Chinese words without a sentence in them."""
    if name.vague or looks_like_agency(name.expanded):
        return True
    return (
        len(name.surface) <= 24
        and bool(_PLAUSIBLE.search(name.surface))
        and not _IMPLAUSIBLE.search(name.surface)
    )


def _tokens(text: str, left: int, right: int) -> Iterator[re.Match[str]]:
    """Labels, verbs and joins that stand outside nested brackets."""
    inside = _nested(text, left, right)
    for token in _TOKEN.finditer(text, left, right):
        if any(a <= token.start() < b for a, b in inside):
            continue
        if token.group("join") and not _joins(text, left, right, token):
            continue
        yield token


def _joins(text: str, left: int, right: int, token: re.Match[str]) -> bool:
    """Whether 会同 or 会 stands between two bodies, and not inside a name (委员会, 商务厅)."""
    before = re.split(r"[、,;。:]", text[left : token.start()])[-1]
    after = re.split(r"[、,;。:等及和与]", text[token.end() : right])[0]
    after = re.split(r"负责|配合|牵头|按职责|制定", after)[0]
    if len(token.group("join")) > 1 and not before:
        return True
    one, other = (
        looks_like_agency(before.removeprefix("由")),
        after.startswith(("有关", "相关", "各")) or looks_like_agency(after),
    )
    return one and other


def _segments(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas, semicolons and stops that stand outside brackets."""
    depth, start = 0, left
    for i in range(left, right):
        char = text[i]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(depth - 1, 0)
        elif char in ",;。\n" and not depth:
            yield start, i
            start = i + 1
    yield start, right


def _nested(text: str, left: int, right: int) -> list[tuple[int, int]]:
    return [(a, b) for a, b, _ in _brackets(text, left, right)]


def _brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The outermost brackets as (left, right, closed); one that is never closed ends with the text.

    A square bracket closes only a square one, and round a round: 〔省局(某局〕 is still one bracket.
    """
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int, bool]] = []
    for m in re.finditer(r"[()\[\]]", text[start:end]):
        char, at = m.group(), start + m.start()
        if char in "([":
            stack.append((char, at))
            continue
        opener = "(" if char == ")" else "["
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == opener), None)
        if depth is None and stack:
            depth = len(stack) - 1
        if depth is None:
            continue
        left = stack[depth][1]
        del stack[depth:]
        if not stack:
            found.append((left, at + 1, True))
    if stack:
        found.append((stack[0][1], end, False))
    yield from found
