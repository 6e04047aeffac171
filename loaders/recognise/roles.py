"""The role words of the vocabulary, as patterns."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any, cast

import yaml

from graph.model import Role


@cache
def _vocabulary() -> dict[str, Any]:
    text = (resources.files("loaders.vocabulary") / "roles.yaml").read_text(encoding="utf-8")
    return cast(dict[str, Any], yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def label_role(label: str) -> str:
    """What a label before a colon gives: lead, responsible, support, deadline or other."""
    for role, labels in _vocabulary()["labels"].items():
        if label in labels:
            return str(role)
    raise KeyError(label)


@cache
def verb_role(verb: str) -> Role:
    """The role that a verb behind names gives them."""
    for role, verbs in _vocabulary()["verbs"].items():
        if verb in verbs:
            return cast(Role, role)
    raise KeyError(verb)


def label_pattern() -> str:
    """Any label, with its colon. Group `label` is the label."""
    words = [w for labels in _vocabulary()["labels"].values() for w in labels]
    return rf"(?P<label>{_longest_first(words)})\s*:"


def verb_pattern() -> str:
    """Any verb with the manner before it; what follows must end the phrase or begin a new list.

    Group `verb` is the verb. 负责 is none in 负责人, 负责解释, 负责制.
    """
    words = [w for verbs in _vocabulary()["verbs"].values() for w in verbs]
    return (
        rf"(?:(?:{'|'.join(_vocabulary()['manner'])})*)(?P<verb>{_longest_first(words)})"
        rf"(?=$|[,;。、)\]\n]|(?:{join_pattern()})|(?<=牵头)(?=[省市区县各国]))"
    )


def join_pattern() -> str:
    """The words between a lead and those it works with."""
    return _longest_first(_vocabulary()["joins"])


def first_is_lead_pattern() -> str:
    """The note that the first body named is the lead."""
    return str(_vocabulary()["first_is_lead"])
