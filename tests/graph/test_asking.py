from __future__ import annotations

import pytest
from neo4j import ManagedTransaction

from graph.asking import CannotAsk, Reply, Unknown, ask
from graph.connection import Graph

FACTS = """
CREATE (d:Document {key: 'd', title: '某计划', issued_on: date('2023-01-01')})
       -[:HAS_MEASURE]->(m:Measure {key: 'd/1', number: '1', text: '做好工作。', order: 1, ongoing: true}),
       (a:Agency {key: '甲省法院', name: '甲省法院', region: '甲省', short_name: '省法院'}),
       (b:Agency {key: '乙省法院', name: '乙省法院', region: '乙省', short_name: '省法院'}),
       (a)-[:RESPONSIBLE_FOR {role: 'lead', start: 0, end: 3}]->(m),
       (b)-[:RESPONSIBLE_FOR {role: 'support', start: 4, end: 7}]->(m)
"""


@pytest.fixture(scope="module")
def facts(graph: Graph) -> Graph:
    def fill(tx: ManagedTransaction) -> None:
        tx.run(FACTS).consume()

    graph.write(fill)
    return graph


def bodies(reply: Reply) -> list[str]:
    return [row["agency"] for row in reply.rows]


def test_a_name_that_several_bear_asks_about_them_all(facts: Graph) -> None:
    reply = ask(facts, "agency-duties", {"agency": "省法院"})
    assert sorted(bodies(reply)) == ["乙省法院", "甲省法院"]
    assert list(reply.rows[0]) == reply.columns


def test_several_names_may_be_given(facts: Graph) -> None:
    reply = ask(facts, "agency-duties", {"agency": ["甲省法院", "乙省法院"], "role": "lead"})
    assert bodies(reply) == ["甲省法院"]


def test_one_unknown_name_among_several_gives_no_rows(facts: Graph) -> None:
    reply = ask(facts, "agency-duties", {"agency": ["甲省法院", "丙省法院"]})
    assert reply.rows == []
    assert reply.unknown == (Unknown("agency", "agency", "丙省法院", ("乙省法院", "甲省法院")),)


def test_a_condition_left_out_is_null_to_the_server(facts: Graph) -> None:
    assert len(ask(facts, "ongoing-measures", {"agency": "any"}).rows) == 1
    assert len(ask(facts, "ongoing-measures").rows) == 1


@pytest.mark.parametrize(
    ("name", "params", "words"),
    [
        ("agency-dutys", {}, ("agency-duties", "是否要问")),
        ("agency-duties", {}, ("a value is required", "必须给出值")),
        ("agency-duties", {"agency": "省法院", "rolle": "lead"}, ("no such parameter", "没有这个参数")),
        ("past-due", {"on": "2023-13-01"}, ("calendar date", "日期")),
    ],
)
def test_what_cannot_be_asked_says_so_in_two_languages(
    facts: Graph, name: str, params: dict[str, str], words: tuple[str, str]
) -> None:
    with pytest.raises(CannotAsk) as caught:
        ask(facts, name, params)
    assert words[0] in caught.value.say("en")
    assert words[1] in caught.value.say("zh")
    assert caught.value.exit_status == 2
