"""Rows of the network read from real servers."""

from datetime import date

import pytest

from graph.deadlines import deadlines
from graph.lookup import find_documents, near_documents
from graph.network import Answer, answers
from graph.workload import workload

PLAN = "鲁知战办〔2023〕11号"
DOCUMENTS = [
    {"key": PLAN, "doc_number": PLAN, "title": "关于印发《山东省2023-2025年推进计划》的通知"},
    {"key": "济南推进计划", "doc_number": None, "title": "济南推进计划"},
    {"key": "推进计划#2", "doc_number": None, "title": "济南推进计划"},
]
AGENCIES = [
    {"key": "省法院", "kind": "agency", "region": "山东省"},
    {"key": "有关单位", "kind": "collective"},
]
MEASURES = [
    {"document": PLAN, "key": "p1", "ongoing": False, "open_roles": ["support"]},
    {"document": PLAN, "key": "p2", "ongoing": True, "open_roles": []},
    {"document": PLAN, "key": "p3", "ongoing": False, "open_roles": []},
    {"document": "济南推进计划", "key": "j1", "ongoing": False, "open_roles": None},
]
ROLES = [
    {"agency": "省法院", "measure": "p1", "role": "lead"},
    {"agency": "省法院", "measure": "p1", "role": "responsible"},
    {"agency": "有关单位", "measure": "p1", "role": "support"},
    {"agency": "省法院", "measure": "p2", "role": "responsible"},
    {"agency": "有关单位", "measure": "j1", "role": "responsible"},
]
DATES = [
    {"owner": "p1", "key": "p1@1", "kind": "due", "date": date(2023, 12, 31)},
    {"owner": "p2", "key": "p2@1", "kind": "target", "date": date(2025, 12, 31)},
    {"owner": "j1", "key": "j1@1", "kind": "due", "date": None},
    {"owner": PLAN, "key": "d@1", "kind": "until", "date": date(2025, 12, 31)},
]


def fill(transaction) -> None:
    for cypher, rows in [
        ("CREATE (d:Document) SET d += row, d.text_title = null", DOCUMENTS),
        (
            "MATCH (d:Document {key: row.document}) CREATE (d)-[:HAS_MEASURE]->(m:Measure {key: row.key}) "
            "SET m.ongoing = row.ongoing, m.open_roles = row.open_roles",
            MEASURES,
        ),
        ("CREATE (a:Agency) SET a += row, a.name = row.key", AGENCIES),
        (
            "MATCH (a:Agency {key: row.agency}), (m:Measure {key: row.measure}) "
            "CREATE (a)-[:RESPONSIBLE_FOR {role: row.role}]->(m)",
            ROLES,
        ),
        (
            "MATCH (o {key: row.owner}) WHERE o:Measure OR o:Document "
            "CREATE (o)-[:HAS_DEADLINE]->(t:Deadline {key: row.key, kind: row.kind}) SET t.date = row.date",
            DATES,
        ),
    ]:
        transaction.run(f"UNWIND $rows AS row {cypher}", rows=rows)


@pytest.fixture(scope="module", autouse=True)
def stored(graph):
    graph.write(fill)
    return graph


def test_answers_carry_every_field(graph):
    rows = answers(graph)
    assert [(a.document, a.measure, a.agency, a.role) for a in rows] == sorted(
        (
            next(m["document"] for m in MEASURES if m["key"] == r["measure"]),
            r["measure"],
            r["agency"],
            r["role"],
        )
        for r in ROLES
    )
    assert rows[-1] == Answer(
        agency="省法院",
        name="省法院",
        measure="p2",
        role="responsible",
        document=PLAN,
        region="山东省",
        kind="agency",
        open=False,
    )
    assert {a.measure for a in rows if a.open} == {"p1"}
    assert {a.region for a in rows if a.agency == "有关单位"} == {None}


@pytest.mark.parametrize(
    "name",
    [PLAN, "鲁知战办[2023]11号", "鲁知战办 〔2023〕 11 号", "关于印发《山东省2023—2025年推进计划》的通知"],
)
def test_a_document_is_found_by_number_and_title_however_it_is_typed(graph, name):
    assert find_documents(graph, name) == [PLAN]


def test_a_part_of_a_title_finds_no_document_where_none_may_be_guessed(graph):
    assert find_documents(graph, "山东省2023") == []


def test_one_title_may_name_two_documents(graph):
    assert find_documents(graph, "《济南推进计划》") == ["推进计划#2", "济南推进计划"]


def test_an_unknown_document_gives_no_rows_and_its_neighbours(graph):
    assert answers(graph, document="济南计划") == []
    assert deadlines(graph, document="济南计划") == []
    assert near_documents(graph, "济南计划", limit=1) == ["济南推进计划"]
    assert near_documents(graph, "山东省2023") == ["关于印发《山东省2023-2025年推进计划》的通知"]
    assert near_documents(graph, "xyz") == []


@pytest.mark.parametrize("name", [PLAN, "山东省2023—2025年推进计划"])
def test_workload_of_one_document_by_number_or_part_of_its_title(graph, name):
    rows = workload(answers(graph, document=name))
    assert [(r["agency"], r["measures"], r["weight"], r["open"]) for r in rows] == [
        ("省法院", 2, 1.5, 1),
        ("有关单位", 1, 0.5, 1),
    ]


def test_deadlines_of_the_whole_graph(graph):
    assert [tuple(row.values()) for row in deadlines(graph)] == [
        (2023, "due", 1, 1, 2),
        (2025, "until", 1, 0, 0),
        (2025, "target", 1, 1, 1),
        (None, "due", 1, 1, 1),
        (None, "ongoing", 0, 1, 1),
        (None, "undated", 0, 1, 0),
    ]


def test_deadlines_of_one_document(graph):
    rows = deadlines(graph, document="济南推进计划")
    assert [tuple(row.values()) for row in rows] == [(None, "due", 1, 1, 1)]
