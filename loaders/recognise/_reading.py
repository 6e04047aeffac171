"""What the words of one clause say: its bodies with their roles, and whether the task goes on.

The words are a labelled list (责任单位：A、B；配合单位：C), a sentence (A牵头，B、C配合), or a bare list of
bodies. One reader serves all: names gather until a verb or a label gives them a role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from graph.model import Role
from loaders.recognise import asides, leads, persons, roles
from loaders.recognise._bodies import (
    answers,
    holds_body,
    is_built,
    is_known,
    is_local,
    is_plausible,
    is_unit,
    may_answer,
)
from loaders.recognise._joins import joins
from loaders.recognise._lists import masked
from loaders.recognise.leads import LeadNote
from loaders.recognise.names import Name, carried_prefix, split
from loaders.resolve.endings import BODIES

# A clause that names forty bodies has six hundred characters.
LONGEST = 1500
ONGOING = re.compile(
    r"(?:^|[,;。:、)\]]|并|成|(?<=[年月日])起)(?:年内|今年|当年|全年)?(?:(?:长期|持续|常态化|不断|滚动)(?:推进|进行|实施|开展|坚持|落实|加强|深化|抓好|推动|任务|化|完善|执行)*"
    r"|长期|全年)(?:实施|推进|开展|落实)?(?=$|[,;。)\]\n])"
)
TIME = re.compile(
    r"\d{1,4}年|\d{1,2}月|年底|季度|月底|时限|长期|持续|常态化|每年|全年|“?[一二三四五六七八九十]+五”"
)
# 责任单位及责任人:县水利局 张某某、县林业局 李某某
_WITH_PERSON = re.compile(rf"(?<=[{BODIES}台镇乡])[\s(]?{persons.NAME}[)]?(?=[、,;。]|$)")
# 责任单位:县水利局(配合单位:县财政局): the second label is as good as the first; (责任人:李某) adds nobody.
_LABEL_WITHIN = re.compile(rf"[(\[](?={roles.label_pattern()}\s*:)(?P<inner>[^()\[\]]*)[)\]]")
_LABEL_HEAD = re.compile(rf"{roles.label_pattern(further=True)}(?<=[位门体构区室])")
_TOKEN = re.compile(
    rf"{roles.label_pattern(further=True)}\s*(?::|(?<=[位门])[为是](?=[\u4e00-\u9fff]))"
    rf"|{roles.verb_pattern()}|(?P<join>{roles.join_pattern()})"
)
_TASK_VERB = re.compile(roles.task_pattern())
_PHRASE = re.compile(r"[^,;。\n]+")


class Party(NamedTuple):
    """A name and the role that the clause gives it."""

    name: Name
    role: Role


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a clause say. The names' spans count from the words' start.

    `rule` is list, sentence or bare. `certain`: the words are a clause wherever they stand; others
    are one only behind a finished sentence.
    """

    parties: tuple[Party, ...]
    rule: str
    ongoing: bool
    lead_note: LeadNote | None
    certain: bool


class Found(NamedTuple):
    """A clause in its paragraph: its span, where its words begin, what they say."""

    start: int
    end: int
    offset: int
    reading: Reading
    doubt: str | None = None


@dataclass(slots=True)
class _State:
    """A clause while its words are read from left to right."""

    words: str
    parties: list[Party] = field(default_factory=list)
    pending: list[tuple[Name, bool]] = field(default_factory=list)
    label: str | None = None
    joined: bool = False
    labels: int = 0
    verbs: int = 0
    weak: int = 0
    timed: bool = False
    guides: list[int] = field(default_factory=list)
    prefix: str = ""

    def all_known(self, start: int, end: int) -> bool:
        """Whether a stretch holds bodies and nothing else."""
        found = split(self.words[start:end], self.prefix)
        return bool(found) and all(is_known(n) for n in found)

    def gather(self, start: int, end: int) -> None:
        """The names of a stretch; its times and, in a sentence, its other words are left out."""
        segment = self.words[start:end]
        if not segment.strip() or self.label == "other":
            return
        if self.label == "deadline" or (TIME.search(segment) and not holds_body(segment)):
            self.timed = True
            return
        found = split(segment, self.prefix)
        if self.label is None and not self._names_bodies(found):
            return
        self.prefix = carried_prefix(list(found), self.prefix)
        self.pending += [(name.moved(start), self.joined) for name in found]

    def _names_bodies(self, found: Sequence[Name]) -> bool:
        """Whether a stretch without a label holds a body, or what is built like bodies alone."""
        return any(is_known(n) or may_answer(n.surface) for n in found) or all(map(is_built, found))

    def settle(self, role: Role) -> None:
        """Give the names gathered so far their role."""
        for name, after_join in self.pending:
            given: Role = ("support" if after_join else "lead") if self.joined else role
            if name.mark:
                given = roles.mark_role(name.mark) or given
            self.parties.append(Party(name, given))
        self.pending = []
        self.joined = False

    def gathered_before(self, at: int) -> bool:
        """Whether the names that wait for a role stand before a place: what is behind it is not theirs."""
        return bool(self.pending) and self.pending[-1][0].start < at

    def part(self, at: int) -> bool:
        """A，B配合: those before the comma answer, though no verb says so. Whether there are any."""
        first = [(name, joined) for name, joined in self.pending if name.start < at]
        if not first or self.joined:
            return False
        self.pending, behind = first, self.pending[len(first) :]
        self.rest()
        self.pending = behind
        return True

    def end(self, role: Role, start: int) -> None:
        """Settle what is gathered by a verb in the phrase that begins at `start`: 牵头单位：A，B负责 leaves
        A its label's role."""
        if role == "responsible" and self.label in ("lead", "support"):
            if not self.part(start):
                self.rest()
        elif role == "support" and not self.parties:
            self.part(start)
        self.settle(role)

    def rest(self) -> None:
        """Settle what no verb followed: by its label, else as responsible."""
        self.settle(
            "lead" if self.label == "lead" else "support" if self.label == "support" else "responsible"
        )


@lru_cache(maxsize=1 << 12)
def read(words: str) -> Reading | None:
    """The reading of a clause's words; None where they give no duty to any body."""
    if len(words) > LONGEST:
        return None
    note, words = leads.parted(words)
    words = asides.blanked(words)
    if "责任人" in words:
        words = _WITH_PERSON.sub(lambda m: " " * len(m.group()), words)
    if ":" in words and ("(" in words or "[" in words):
        words = _LABEL_WITHIN.sub(_opened, words)
    flat = masked(words)
    state = _State(words)
    for phrase in _PHRASE.finditer(flat):
        _read_phrase(state, flat, _open_label(state, flat, *phrase.span()), phrase.end())
    state.rest()
    if state.verbs:  # Who guides those who do the task helps them.
        for at in state.guides:
            state.parties[at] = state.parties[at]._replace(role="support")
    verdict = _verdict(state)
    if verdict is None:
        return None
    rule, certain = verdict
    return Reading(
        tuple(p for p in state.parties if is_plausible(p.name)),
        rule,
        bool(ONGOING.search(words)),
        note,
        certain,
    )


def _opened(bracket: re.Match[str]) -> str:
    """A bracket that a label opens, as words of the list; spaces where the label is of nobody."""
    if roles.label_role(bracket.group("label")) == "other":
        return " " * len(bracket.group())
    return f";{bracket.group('inner')};"


def _open_label(state: _State, flat: str, start: int, end: int) -> int:
    """Take a label at a phrase's head that lacks its colon (责任单位市民政局); where the reading begins."""
    head = _LABEL_HEAD.match(flat, start, end)
    behind = flat[head.end() : head.end() + 1] if head else ""
    if not head or behind in ":(为是" or (roles.is_further(head.group("label")) and not state.label):
        return start
    if not any(is_known(n) for n in split(state.words[head.end() : end])[:1]):
        return start
    state.rest()
    state.label = roles.label_role(head.group("label"))
    state.labels += 1
    return head.end()


def _read_phrase(state: _State, flat: str, start: int, end: int) -> None:
    """Read the stretch between two commas, semicolons or stops; 由A、B组成 names members, and no duty."""
    if flat.endswith(("组成", "构成"), start, end):
        return
    at = start
    for token in _TOKEN.finditer(flat, start, end):
        if token.group("join") and not joins(flat, start, end, token):
            continue
        verb, label = token.group("verb"), token.group("label")
        if label and roles.is_further(label) and not (state.label or state.pending or state.parties):
            continue
        weak = bool(verb) and roles.is_weak(verb)
        # 市人社局落实编制: what else is a verb may be what another does.
        if verb and _has_task(state, flat, at, token.end() if weak else token.start()):
            break
        state.gather(at, token.start())
        at = token.end()
        if label:
            state.rest()
            state.label = roles.label_role(label)
            state.labels += state.label != "other"
        elif token.group("join"):
            state.joined = True
        else:
            role = roles.verb_role(verb)
            if role == "responsible" and state.label and state.gathered_before(start):
                continue  # 配合单位：A、B，长期实施
            before = len(state.parties)
            state.end(role, start)
            if roles.is_guiding(verb):
                state.guides += range(before, len(state.parties))
            state.weak += weak
            state.verbs += not weak
    if state.label not in ("deadline", "other") and _has_task(state, flat, at, end):
        at = _read_task(state, flat, at, end)
    state.gather(at, end)


def _has_task(state: _State, flat: str, start: int, end: int) -> bool:
    """Whether a verb with its own task stands in a stretch, and not only in a name (市委组织部)."""
    return _TASK_VERB.search(flat, start, end) is not None and not state.all_known(start, end)


def _read_task(state: _State, flat: str, start: int, end: int) -> int:
    """市公安局负责治安巡逻: the verb with its own task. Returns where the reading goes on."""
    verbs = [v for v in _TASK_VERB.finditer(flat, start, end) if state.all_known(start, v.start())]
    if not verbs:
        return start
    state.gather(start, verbs[-1].start())
    state.settle(roles.verb_role(verbs[-1].group("verb")))
    state.weak += 1
    after = flat.find("、", verbs[-1].end(), end) + 1
    return max(end, _read_task(state, flat, after, end)) if after else end


def _verdict(state: _State) -> tuple[str, bool] | None:
    """Whether what was read gives a duty to somebody: its rule, and whether it is certain."""
    parties = state.parties
    known = [p for p in parties if is_known(p.name) or answers(p.name.surface, state.verbs)]
    if state.labels:
        if not parties:
            return ("list", True) if state.timed else None
        return ("list", True) if known or all(is_plausible(p.name) for p in parties) else None
    built = sum(is_built(p.name) for p in parties if p not in known)
    unknown = len(parties) - len(known) - built
    units = len(parties) > 1 and all(p in known or is_unit(p.name.surface) for p in parties)
    if not (known or units) or unknown > len(known) // 2 or not all(is_plausible(p.name) for p in parties):
        return None
    if state.verbs:
        return "sentence", True
    if not units and (unknown * 4 > len(known) or built > len(known)):
        return None
    if state.weak or any(p.role != "responsible" for p in parties):
        return "sentence", False
    named = any(p not in known or not (p.name.vague or is_local(p.name.surface)) for p in parties)
    return ("bare", False) if named else None
