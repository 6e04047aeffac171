"""What Tab offers, by what stands before the cursor."""

from __future__ import annotations

import pytest

from zeren.cli.shell.completion import candidates


@pytest.mark.parametrize(
    ("before", "offered", "withheld"),
    [
        ("mat", {"MATCH"}, {"WHERE", "Measure"}),
        ("MATCH (a:Ag", {"Agency"}, {"Document", "AND"}),
        ("MATCH (:", {"Agency", "Measure", "Deadline"}, {"CITES", "MATCH", "Ledger"}),
        ("MATCH (a:Agency|Do", {"Document", "Domain"}, {"DISTINCT"}),
        ("MATCH (m)-[:RES", {"RESPONSIBLE_FOR"}, {"RETURN"}),
        ("MATCH ()-[r:CITES|", {"BASED_ON", "HAS_DEADLINE"}, {"Agency"}),
        ("MATCH (a) WHERE a:", {"Agency"}, {"CITES"}),
        ("MATCH (d:Deadline) RETURN d.", {"date", "kind", "key"}, {"doc_number", "MATCH"}),
        ("MATCH ()-[r:RESPONSIBLE_FOR]->() RETURN r.e", {"evidence", "end"}, {"effective_on"}),
        ("MATCH (x) RETURN x.doc", {"doc_number"}, {"Document"}),
        ("MATCH (d:Document {", {"doc_number", "issued_on"}, {"MATCH", "aliases"}),
        ("MATCH (d:Document {kind: 'x', ti", {"title"}, {"toInteger("}),
        ("MATCH (d:Document {title: to", {"toLower("}, {"title"}),
        ("MATCH (agency:Agency) RETURN ag", {"agency"}, {"Agency"}),
        ("MATCH (a) RETURN count(a) AS number ORDER BY num", {"number"}, set()),
        ("RETURN $d", {"day"}, {"DESC", "other"}),
        ("RETURN 1; MATCH (a:Ag", {"Agency"}, set()),
        ("RETURN 'MATCH (a:Ag", set(), {"Agency"}),
        ("RETURN 1 // MATCH (a:Ag", set(), {"Agency"}),
        ("MATCH (a {name: '(['}) RETURN a.al", {"aliases"}, {"ALL"}),
        (":", {"help", "param", "quit"}, {"MATCH"}),
        (":pa", {"param", "params"}, {"quit"}),
        (":format j", {"json", "jsonl"}, {"csv"}),
        (":format x", set(), {"xlsx"}),
        (":schema Dea", {"Deadline"}, {"Document"}),
        (":ask due-b", {"due-between", "due-by-agency"}, {"documents"}),
        (":ask due-between from=2023-01-01 ", {"to=", "agency="}, {"due-between"}),
    ],
)
def test_what_is_offered(before: str, offered: set[str], withheld: set[str]) -> None:
    _, found = candidates(before, {"day": 1, "other": 2})
    texts = {each.text for each in found}
    assert offered <= texts
    assert not withheld & texts


def test_the_word_before_the_cursor_is_what_is_replaced() -> None:
    word, found = candidates("MATCH (a:age", {})
    assert (word, [each.text for each in found]) == ("age", ["Agency"])


def test_properties_come_with_their_meaning() -> None:
    _, (found,) = candidates("MATCH (d:Document) RETURN d.doc_n", {})
    assert (found.text, found.meaning) == ("doc_number", "发文字号")
