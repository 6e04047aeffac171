"""Where clauses and their names stand, and what is said of them beside the roles."""

from __future__ import annotations

import gold
import pytest

from loaders.folding import FOLD
from loaders.recognise.clauses import match

BEFORE = "前一段。\n"


@pytest.mark.parametrize("row", gold.rows("clauses"), ids=str)
def test_names_stand_where_they_say(row: gold.Row) -> None:
    line = row.text.split("\n")[0].translate(FOLD)
    text = BEFORE + line
    at = len(BEFORE)
    for clause in match(text, len(BEFORE), len(text)):
        assert at <= clause.start < clause.end <= len(text)
        for party in clause.parties:
            name = party.name
            assert clause.start <= name.start < name.end <= clause.end
            assert text[name.start : name.end] == name.surface or name.surface.endswith(
                text[name.start : name.end]
            )
        at = clause.end


def _only(text: str):  # type: ignore[no-untyped-def]
    folded = text.translate(FOLD)
    (clause,) = match(folded, 0, len(folded))
    return clause


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("（责任单位：市水务局）", "list"),
        ("（市水务局负责）", "sentence"),
        ("兴修水利。（市水务局、市林业局）", "bare"),
        ("细则由市水务局会同市林业局制定。", "note"),
    ],
)
def test_rule(text: str, rule: str) -> None:
    assert _only(text).rule == rule


def test_an_open_bracket_is_doubtful() -> None:
    assert _only("兴修水利。（责任单位：市水务局").doubt == "uncertain clause"
    assert _only("兴修水利。（责任单位：市水务局）").doubt is None


def test_a_clause_ends_with_its_bracket_and_a_label_with_its_sentence() -> None:
    text = "兴修水利。（市水务局负责）其他事项另行通知。".translate(FOLD)
    (clause,) = match(text, 0, len(text))
    assert text[clause.start : clause.end] == "(市水务局负责)"
    text = "兴修水利。责任单位：市水务局。其他事项另行通知。".translate(FOLD)
    (clause,) = match(text, 0, len(text))
    assert text[clause.start : clause.end] == "责任单位:市水务局。"


def test_the_words_of_a_second_name_are_its_bracket() -> None:
    (party,) = _only("（省林草局（省公园局）负责）").parties
    assert (party.name.expanded, party.name.bracket) == ("省林草局", "省公园局")


@pytest.mark.parametrize(
    ("bodies", "expanded"),
    [
        ("地区财政局、教育局", "地区教育局"),
        ("自治区财政厅、教育厅", "自治区教育厅"),
        ("市财政局、市场监管局", "市市场监管局"),
        ("市财政局、市政管理局", "市市政管理局"),
        ("市财政局、起步区财政局", "起步区财政局"),
        ("市财政局、科学城建设局", "科学城建设局"),
    ],
)
def test_a_level_is_carried_on_to_a_name_without_a_place(bodies: str, expanded: str) -> None:
    assert _only(f"（责任单位：{bodies}）").parties[1].name.expanded == expanded
