"""``zeren query`` and ``zeren search``, on a small graph of known facts."""

from __future__ import annotations

import csv
import io
import json

import pytest

from queries.catalogue import questions


def fill(transaction) -> None:
    transaction.run(
        """
        CREATE (d:Document {key: $number, doc_number: $number, title: '知识产权推进计划'}),
               (a:Agency {key: '山东省高级人民法院', name: '山东省高级人民法院', region: '山东省',
                          short_name: '省法院'}),
               (d)-[:HAS_MEASURE]->(m:Measure {key: 'm1', number: '1', name: '1 完善调解', text: '完善调解。',
                                               order: 1, ongoing: true, start: 3, end: 20}),
               (a)-[:RESPONSIBLE_FOR {role: 'lead', surface: '省法院', evidence: '（省法院牵头）',
                                      start: 9, end: 12}]->(m)
        """,
        number="鲁知战办〔2023〕11号",
    ).consume()


@pytest.fixture(scope="module", autouse=True)
def stored(graph):
    graph.write(fill)


@pytest.fixture
def ask(zeren, graph_options):
    return lambda *arguments: zeren(*arguments, *graph_options)


def test_the_list_as_json_says_all_that_a_program_needs(zeren):
    done = zeren("query", "--list", "--format", "json")
    assert done.status == 0
    listed = json.loads(done.out)
    assert [each["name"] for each in listed] == [question.name for question in questions()]
    duties = next(each for each in listed if each["name"] == "agency-duties")
    assert duties["theme"] == "agencies"
    assert set(duties["titles"]) == {"zh", "en"}
    assert duties["parameters"][0] | {"meaning": None} == {
        "name": "agency",
        "type": "agency",
        "default": None,
        "example": "省法院",
        "meaning": None,
    }
    assert duties["columns"][:3] == ["agency", "region", "role"]
    assert set(duties["meanings"]) == set(duties["columns"])


def test_the_list_as_csv_shows_titles_in_the_chosen_language(zeren):
    rows = list(csv.DictReader(io.StringIO(zeren("query", "--list", "--format", "csv", "--lang", "zh").out)))
    duties = next(row for row in rows if row["name"] == "agency-duties")
    assert duties["title"] == "某机构牵头、负责和配合的任务及时限"
    assert duties["parameters"] == "agency=<省法院> role=any region=any"


def test_rows_have_the_question_s_columns(ask):
    done = ask("query", "agency-duties", "--param", "agency=省法院", "-p", "role=lead", "--format", "json")
    assert done.status == 0
    (row,) = json.loads(done.out)
    assert (row["agency"], row["number"], row["due"], row["ongoing"]) == (
        "山东省高级人民法院",
        "1",
        None,
        True,
    )
    assert (row["written"], row["start"], row["end"]) == ("省法院", 9, 12)


def test_an_unknown_value_gives_no_rows_and_suggestions(ask):
    done = ask("query", "agency-duties", "--param", "agency=省法圆", "--format", "json")
    assert (done.status, json.loads(done.out)) == (0, [])
    assert "省法圆" in done.err and "山东省高级人民法院" in done.err


def test_an_empty_answer_is_said(ask):
    done = ask("query", "recurring-duties", "--format", "csv")
    assert done.status == 0
    assert done.out.splitlines() == ["recurring,on,document,number,measure,agencies,evidence,page"]
    assert "No rows." in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "agency-dutys"], "agency-duties"),
        (["query", "agency-duties"], "a value is required"),
        (["query", "agency-duties", "--param", "省法院"], "NAME=VALUE"),
        (["query", "agency-duties", "--param", "body=省法院"], "there is no such parameter"),
        (["query", "past-due", "--param", "on=soon"], "calendar date"),
        (["query"], "--list"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line_without_a_server(zeren, arguments, words):
    done = zeren(*arguments, "--graph", "bolt://127.0.0.1:1")
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_search_finds_measures_titles_and_evidence(ask):
    measure, title = (json.loads(ask("search", word, "--format", "json").out) for word in ("调解", "推进"))
    assert [(row["kind"], row["number"], row["snippet"]) for row in measure] == [
        ("measure", "1", "完善调解。")
    ]
    assert [(row["kind"], row["snippet"]) for row in title] == [("document", "知识产权推进计划")]
    (evidence,) = json.loads(ask("search", "省法院", "--format", "json").out)
    assert (evidence["kind"], evidence["snippet"], evidence["start"]) == ("evidence", "（省法院牵头）", 9)


def test_search_wants_every_word_in_one_place(ask):
    assert len(json.loads(ask("search", "完善", "调解", "--format", "json").out)) == 1
    assert json.loads(ask("search", "完善", "省法院", "--format", "json").out) == []


def test_search_may_be_kept_to_a_document_and_a_number_of_rows(ask):
    rows = ask("search", "调解", "--document", "推进计划", "--limit", "1", "--format", "jsonl").out
    assert len(rows.splitlines()) == 1
    assert ask("search", "调解", "--document", "别的文件").err.startswith("document: ")
