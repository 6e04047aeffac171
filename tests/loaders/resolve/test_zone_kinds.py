"""The vocabulary of zones as data: every kind has one place in it, and its words are known as zones."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from loaders.resolve import _vocabulary, regions, zone_kinds

WORDS = _vocabulary.read("zones")


def test_a_kind_stands_once() -> None:
    kinds = [*chain(*WORDS.values()), *(full for word, full in WORDS["called"].items() if full != word)]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("kind", list(chain(*WORDS.values())))
def test_a_name_that_ends_with_a_kind_is_a_zone_s(kind: str) -> None:
    assert regions.is_zone(f"银湖{kind}")
    assert re.search(zone_kinds.PATTERN, f"银湖{kind}财政局")


@pytest.mark.parametrize("kind", [*WORDS["called"], *WORDS["own"]])
def test_a_kind_of_which_a_place_has_one_is_its_own_zone(kind: str) -> None:
    zone = regions.zone(kind, regions.by_name("绍兴市")[0])
    assert zone.name == "绍兴" + WORDS["called"].get(kind, kind)
