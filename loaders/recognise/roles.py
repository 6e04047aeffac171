"""The role words of the vocabulary, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, cast

from graph.model import Role
from loaders.resolve._vocabulary import read


@cache
def _vocabulary() -> dict[str, Any]:
    return cast(dict[str, Any], read("roles"))


def _any_of(words: list[str]) -> str:
    """A pattern of the words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _words(group: str) -> list[str]:
    return [word for words in _vocabulary()[group].values() for word in words]


@cache
def duties() -> dict[str, Role]:
    """The words of duty with the roles that they give: 牵头, 配合."""
    return {word: role for role, words in _vocabulary()["duties"].items() for word in words}


@cache
def nominal() -> tuple[str, ...]:
    """The verbs that give a role with a noun: 为牵头单位."""
    return tuple(verb for verb in _words("verbs") if verb[0] in "为是")


def duty_pattern(*given: Role) -> str:
    """The words of duty that give one of some roles, or any."""
    return _any_of([word for word, role in duties().items() if not given or role in given])


def mark_pattern() -> str:
    """What tells a role beside a noun, a name or a sign: a word of duty, or 责任, which is no verb."""
    return f"{duty_pattern()}|责任"


@cache
def label_role(label: str) -> str:
    """What a label gives: lead, responsible, support, deadline or other."""
    vocabulary = _vocabulary()
    for group in ("bare", "further"):
        for role, labels in vocabulary[group].items():
            if label in labels:
                return str(role)
    by_word = {word: role for role, words in vocabulary["labels"].items() for word in words} | duties()
    return str(by_word[max((w for w in by_word if label.startswith(w)), key=len)])


@cache
def is_further(label: str) -> bool:
    """Whether a label counts behind another alone: 成员单位."""
    return label in _words("further")


@cache
def verb_role(verb: str) -> Role:
    """The role that a verb behind names gives them."""
    if verb.startswith("牵头"):
        return "lead"
    for group in ("verbs", "tasks"):
        for role, verbs in _vocabulary()[group].items():
            if verb in verbs:
                return cast(Role, role)
    return "responsible"


def mark_role(mark: str | None) -> Role | None:
    """The role that a mark beside a name gives it (（牵头）); None where it says no more than that the body
    answers."""
    given = duties().get(mark[:2]) if mark else None
    return None if given == "responsible" else given


@cache
def is_weak(verb: str) -> bool:
    """Whether a verb makes a clause only where the place does too."""
    return verb in _vocabulary()["weak"] or is_guiding(verb)


@cache
def is_guiding(verb: str) -> bool:
    """Whether a verb says that somebody guides or watches what others do."""
    return verb in _vocabulary()["guiding"]


def label_pattern(*, further: bool = False) -> str:
    """Any label, with those that stand behind another alone where `further`. Group `label` is the label
    without the level or number before it (市级牵头单位, 第一牵头单位)."""
    nouns = _any_of(_vocabulary()["nouns"])
    words = _any_of([*duties(), *_words("labels")])
    bare = _any_of([*_words("bare"), *(_words("further") if further else ())])
    return (
        rf"(?:第[一二三四](?=牵头)|第[二三四](?=责任)|其[他它余](?=责任|配合|参与)|(?:问题)?整改(?=责任|牵头|配合)|具体(?=责任|牵头|落实)|共同)?(?:(?:[省市区县州乡镇村]|乡镇|镇街)[级直]?(?=牵头|责任|配合))?(?P<label>(?:{words})"
        rf"(?:{_any_of(_vocabulary()['qualifiers'])}|[和及](?=责任|负责|配合))*(?:\([^()]{{1,4}}\))?"
        rf"(?:{nouns})(?:[和及、(/]?(?:{nouns})\)?|[和及、]责任人|\([^()]{{1,4}}\))?|{bare})"
    )


def other_pattern() -> str:
    """Any label of those who do not answer for a task: 督导单位, 责任领导."""
    return _any_of(_vocabulary()["bare"]["other"])


def verb_pattern() -> str:
    """Any verb with the manner before it; what follows must end the phrase or begin a new list.

    Group `verb` is the verb. 负责 is none in 负责人, 负责解释, 负责制.
    """
    verbs = _any_of([*_words("verbs"), *_vocabulary()["weak"], *_vocabulary()["guiding"]])
    times = _any_of(_vocabulary()["bare"]["deadline"])
    return (
        # 各级党组织, 各群团组织 end with a noun.
        rf"{manner_pattern()}(?!(?<=[党团])组织)(?P<verb>{verbs}|牵头(?![省市区县各国有]|单位|部门|主体|机构|领导)[\u4e00-\u9fff]{{2}})"
        rf"(?=$|[,;。、)\]\n]|(?:{join_pattern()})|(?<=牵头)(?=[省市区县各国])|(?:{times}):)"
    )


def task_pattern() -> str:
    """A verb that has its own task behind it: 市公安局 负责 治安巡逻. Group `verb` is the verb."""
    verbs = _any_of(_words("tasks"))
    # 国务院推进职能转变协调小组: a word of a name.
    body = "小组|改革组|工作组|专班|指挥部|办公室|委员会|联席会议"
    unlike = rf"(?!人|制度?$|同志|解释|审核|受理|[^,;。、:)\]]{{0,24}}(?:{body})(?:[、,;。:)\]]|$))"
    return rf"{manner_pattern()}(?P<verb>{verbs}){unlike}(?=[^,;。、:)\]]{{2,24}}(?:、|$))"


def manner_pattern() -> str:
    """Words before a verb that say how: 按职责分工, 共同."""
    return rf"(?:{'|'.join(_vocabulary()['manner'])})*"


def join_pattern() -> str:
    """The words between a lead and those it works with."""
    return _any_of(_vocabulary()["joins"]).replace("会商", "会商(?!务部)")


def lead_note_patterns(symbols: str) -> list[str]:
    """The notes that say which body leads, the narrower first. Group `separator` or `symbol`: what the
    leads stand before, or are marked by; `others`: what it says of the rest; `onward`: from there on."""
    vocabulary = _vocabulary()
    tail = rf"(?P<others>{vocabulary['others']})?(?P<onward>{vocabulary['onward']})?"
    symbol = f"[{re.escape(symbols)}]|星号"
    return [note.replace("SYMBOL", symbol) + tail for note in vocabulary["lead_notes"].values()]
