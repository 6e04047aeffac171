"""The words of roles as data: each stands once, and gives its role as a label, a verb and a mark."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from graph.model import Role
from loaders.recognise import roles
from loaders.recognise._reading import read
from loaders.resolve import _vocabulary
from loaders.tables import marks

WORDS = _vocabulary.read("roles")
DUTIES: list[tuple[Role, str]] = [(role, word) for role, words in WORDS["duties"].items() for word in words]


@pytest.mark.parametrize("groups", [("duties", "labels"), ("verbs",), ("bare",)], ids="-".join)
def test_a_word_stands_once_in_what_it_is_read_with(groups: tuple[str, ...]) -> None:
    words = [*chain(*(chain(*WORDS[group].values()) for group in groups))]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(("role", "word"), DUTIES)
def test_a_word_of_duty_gives_its_role_wherever_it_stands(role: Role, word: str) -> None:
    assert re.fullmatch(roles.label_pattern(), f"{word}单位")
    assert roles.label_role(f"{word}单位") == role
    assert marks.mark_role(f"{word}单位", {}) == role
    assert marks.legend(f"▲为{word}单位") == {"▲": role}


@pytest.mark.parametrize(("role", "word"), [("lead", "主责"), ("support", "协同"), ("support", "参加")])
def test_a_body_is_marked_by_any_word_of_duty(role: Role, word: str) -> None:
    reading = read(f"责任单位:县水利局({word})、县财政局")
    assert reading is not None
    assert [party.role for party in reading.parties] == [role, "responsible"]
