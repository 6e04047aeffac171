"""The catalogue as a whole, and how a question reads its parameters. No graph is needed here."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest

from queries.catalogue import (
    NAME_TYPES,
    THEMES,
    BadParameter,
    Question,
    UnknownQuestion,
    get,
    parse,
    questions,
)

WRITING = re.compile(r"\b(CREATE|MERGE|DELETE|SET|REMOVE|DROP|LOAD|FOREACH)\b|\bCALL\s+\w", re.I)
CHINESE = re.compile("[一-鿿]")

each = pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)


def test_at_least_forty_questions_in_every_theme() -> None:
    names = [question.name for question in questions()]
    assert len(names) >= 40
    assert len(set(names)) == len(names)
    assert {question.theme for question in questions()} == set(THEMES)


@each
def test_titles_and_meanings_are_in_both_languages(question: Question) -> None:
    for said in (question, *question.parameters, *question.columns):
        assert CHINESE.search(said.zh), said
        assert not CHINESE.search(re.sub(r"\(.*?\)", "", said.en)), said


@each
def test_parameters_declared_and_used_are_the_same(question: Question) -> None:
    used = set(re.findall(r"\$(\w+)", question.cypher))
    assert used == {parameter.name for parameter in question.parameters}


@each
def test_a_parameter_without_default_has_an_example_and_defaults_are_typed(question: Question) -> None:
    examples = {p.name: p.example for p in question.parameters if p.default is None}
    assert None not in examples.values()
    assert set(question.bind(examples)) == {p.name for p in question.parameters}


@each
def test_columns_stand_in_the_order_returned(question: Question) -> None:
    """The last RETURN names exactly the documented columns."""
    returned = question.cypher.rpartition("\nRETURN ")[2].partition("\nORDER BY ")[0]
    names = []
    for item in _items(returned):
        alias = re.search(r"\bAS (\w+)$", item)
        names.append(alias[1] if alias else item)
    assert names == [column.name for column in question.columns]


@each
def test_every_question_is_ordered_and_only_reads(question: Question) -> None:
    assert "\nORDER BY " in question.cypher.rpartition("\nRETURN ")[2]
    assert not WRITING.search(re.sub(r"'[^']*'|\w+\.\w+|:\w+", "", question.cypher))


def _items(text: str) -> list[str]:
    """The items of a RETURN, cut at the commas outside brackets."""
    items, depth, start = [], 0, 0
    for place, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            items.append(text[start:place])
            start = place + 1
    return [" ".join(item.split()) for item in [*items, text[start:]]]


ASKED = parse(
    "asked",
    "quality",
    "\n".join(
        [
            "// en: Asked",
            "// zh: 提问",
            "// param agency: agency e.g. 省法院 -- body -- 机构",
            "// param on: date = today -- day -- 日期",
            "// param limit: int = 20 -- rows -- 行数",
            "// param below: float = 0.7 -- threshold -- 阈值",
            "// param loaded: bool = false -- flag -- 开关",
            "// param words: list = any -- words -- 词",
            "// param role: role = any -- role -- 角色",
            "// column n: number -- 数",
            "RETURN 1 AS n",
            "ORDER BY n",
        ]
    ),
)


def test_defaults_are_filled_in() -> None:
    assert ASKED.bind({"agency": "省法院"}) == {
        "agency": ["省法院"],
        "on": date.today(),
        "limit": 20,
        "below": 0.7,
        "loaded": False,
        "words": None,
        "role": None,
    }


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("agency", " 省法院 ", ["省法院"]),
        ("agency", "中共山东省委、省政府", ["中共山东省委、省政府"]),
        ("agency", ("省法院", "省检察院"), ["省法院", "省检察院"]),
        ("on", "2023-12-31", date(2023, 12, 31)),
        ("on", "2023年3月7日", date(2023, 3, 7)),
        ("on", "2023/3/7", date(2023, 3, 7)),
        ("on", "今天", date.today()),
        ("on", date(2023, 1, 2), date(2023, 1, 2)),
        ("on", datetime(2023, 1, 2, 3), date(2023, 1, 2)),
        ("limit", "5", 5),
        ("limit", 5, 5),
        ("below", "1", 1.0),
        ("loaded", "是", True),
        ("loaded", "False", False),
        ("loaded", True, True),
        ("words", "专利、商标, 版权 海关", ["专利", "商标", "版权", "海关"]),
        ("words", "", None),
        ("words", "any", None),
        ("agency", 370000, ["370000"]),
        ("role", "lead", "lead"),
        ("role", "牵头", "lead"),
    ],
)
def test_values_are_read_by_type(name: str, given: object, value: object) -> None:
    assert ASKED.bind({"agency": "省法院", name: given})[name] == value


@pytest.mark.parametrize(
    ("name", "given", "remedy"),
    [
        ("on", "2023-02-30", "2023-12-31"),
        ("on", "soon", "2023-12-31"),
        ("limit", "many", "such as 20"),
        ("limit", "1.5", "such as 20"),
        ("limit", True, "such as 20"),
        ("below", "low", "such as 0.8"),
        ("loaded", "maybe", "true or false"),
        ("role", "boss", "lead, responsible, support"),
        ("agency", None, "agency=省法院"),
        ("agency", "", "agency=省法院"),
        ("body", "省法院", "the question takes: agency, on"),
    ],
)
def test_an_error_names_the_parameter_and_the_remedy(name: str, given: object, remedy: str) -> None:
    with pytest.raises(BadParameter) as caught:
        ASKED.bind({"agency": "省法院", name: given})
    assert caught.value.parameter == name
    assert name in caught.value.en and remedy in caught.value.en
    assert name in caught.value.zh and CHINESE.search(caught.value.zh)


@each
def test_the_heads_of_a_chinese_table_are_short_and_tell_columns_apart(question: Question) -> None:
    heads = [column.head for column in question.columns]
    assert len(set(heads)) == len(heads)
    assert all(CHINESE.match(head) and len(head) <= 14 for head in heads)


def test_a_span_of_days_that_ends_before_it_begins_is_refused() -> None:
    question = get("due-between")
    assert question.bind({"from": "2024-01-01", "to": "2024-01-01"})["to"] == date(2024, 1, 1)
    with pytest.raises(BadParameter) as caught:
        question.bind({"from": "2024-01-01", "to": "2023-01-01"})
    assert "2024-01-01 lies after to=2023-01-01" in caught.value.en
    assert "2024-01-01 晚于 to=2023-01-01" in caught.value.zh


CHOSEN = "\n".join(
    [
        "// en: Chosen",
        "// zh: 选择",
        "// param document: document = any -- text -- 文件",
        "// param limit: int = 20 -- rows -- 行数",
        "// column n: number -- 数",
        "MATCH (d:Document)",
        "WHERE d.key IN $document // if document",
        "RETURN d.key AS n",
        "ORDER BY n",
        "LIMIT $limit",
    ]
)


def test_what_is_left_out_is_not_asked() -> None:
    question = parse("chosen", "quality", CHOSEN)
    assert question.asked(question.bind({})) == (
        "MATCH (d:Document)\nRETURN d.key AS n\nORDER BY n\nLIMIT $limit"
    )
    assert question.asked(question.bind({"document": "甲"})) == (
        "MATCH (d:Document)\nWHERE d.key IN $document\nRETURN d.key AS n\nORDER BY n\nLIMIT $limit"
    )


@each
def test_a_parameter_that_may_be_left_out_is_compared_in_lines_of_its_own(question: Question) -> None:
    """So no server sees a condition on null."""
    given = {p.name: p.example for p in question.parameters if p.default is None}
    values = question.bind(given)
    used = set(re.findall(r"\$(\w+)", question.asked(values)))
    assert used == {name for name, value in values.items() if value is not None}


def test_a_line_for_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(ValueError, match=r"chosen.*d\.key IN \$document // if text"):
        parse("chosen", "quality", CHOSEN.replace("// if document", "// if text"))


def test_names_reach_the_cypher_as_lists() -> None:
    """What names a thing is bound as a list, and the Cypher compares it by IN."""
    for question in questions():
        for parameter in question.parameters:
            if parameter.type in NAME_TYPES:
                assert f"IN ${parameter.name}" in question.cypher, question.name


def test_an_unknown_question_gets_the_closest_names() -> None:
    with pytest.raises(UnknownQuestion) as caught:
        get("agency-dutys")
    assert caught.value.matches[0] == "agency-duties"
    assert "agency-duties" in caught.value.zh


def test_a_known_question_is_found() -> None:
    assert get("search").theme == "documents"


def test_a_header_that_breaks_the_format_is_refused() -> None:
    with pytest.raises(ValueError, match=r"broken.*param day: moment"):
        parse("broken", "quality", "// en: A\n// zh: 甲\n// param day: moment -- day -- 日\nRETURN 1 AS n")
