"""The vocabulary of people as data, and the patterns made of it."""

from __future__ import annotations

import re

import pytest

from loaders.recognise import persons
from loaders.resolve._vocabulary import read

WORDS = read("persons")


@pytest.mark.parametrize("group", ["called", "posts", "surnames"])
def test_a_word_stands_once(group: str) -> None:
    assert len(WORDS[group]) == len(set(WORDS[group]))


@pytest.mark.parametrize("post", WORDS["posts"])
def test_a_post_is_read_whole(post: str) -> None:
    found = re.search(persons.POST, f"丰县水利局{post}")
    assert found is not None and found.group() == post


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("王守堤", True),
        ("李堤", True),
        ("林业局", False),
        ("水利局", False),
        ("王家村", False),
        ("王", False),
    ],
)
def test_a_person_s_name_ends_as_no_body_s(words: str, person: bool) -> None:
    assert (re.fullmatch(persons.NAME, words) is not None) is person
