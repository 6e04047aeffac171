"""The vocabulary of the endings of bodies as data, and what rests on it."""

from __future__ import annotations

import pytest

from loaders.folding import fold
from loaders.recognise.clauses import match
from loaders.resolve._vocabulary import read
from loaders.resolve.likeness import is_function


def test_an_ending_is_one_character_and_stands_once() -> None:
    endings = "".join(read("body_endings").values())
    assert len(endings) == len(set(endings))
    assert endings.isalpha()


@pytest.mark.parametrize("body", ["防汛办公室", "水利科", "丰县政府", "堤防管理局", "审计署", "河务站"])
def test_a_bracket_behind_a_body_explains_it(body: str) -> None:
    heading = fold(f"一、{body}（县水利局）")
    assert match(heading, 0, len(heading)) == []
    task = fold("一、兴修水利（县水利局）")
    assert len(match(task, 0, len(task))) == 1


@pytest.mark.parametrize("words", ["公安部门", "税务部门", "检察部门"])
def test_a_department_of_any_ending_has_a_function(words: str) -> None:
    assert is_function(words)
