"""The words over the picture, and what agencies are called on it."""

from dataclasses import replace

import pytest

from graph.views._data import Agency
from graph.views._names import labels
from graph.views.collaboration import finding as shared
from graph.views.responsibility import finding, groups


def test_the_finding_counts_what_the_page_shows(plan):
    assert finding(plan, "zh") == (
        "7 项措施 · 6 个责任主体 · 10 项责任。市市场监管局参与 3 项，最多；2 项有完成时限；3 项持续推进；"
        "3 项未写时限；1 项未读出责任主体；1 处存疑（虚线）。"
    )
    assert finding(plan, "en").startswith("7 measures · 6 agencies · 10 responsibilities. 市市场监管局")


def test_shares_are_those_of_each_measure_split_evenly(plan):
    # 市市场监管局: 1/2 + 1/2 + 1, 市法院: 1/2 + 1/3, 市司法局 the same.
    assert "市市场监管局承担约 2.0 项的份额，是第二位" in shared(plan, "zh")
    assert shared(plan, "zh").endswith("2 个主体独自负责。")


def test_those_that_are_alike_are_said_to_be(plan):
    alike = replace(plan, agencies=plan.agencies[:3], measures=plan.measures[:1])
    bodies = len({answer.agency for answer in alike.measures[0].answers})
    assert bodies > 1
    assert f"等 {bodies} 个主体各参与 1 项，并列最多" in finding(alike, "zh")
    assert f"{bodies - 1} more take part in 1 each" in finding(alike, "en")
    assert f"与另外 {bodies - 1} 个主体并列最多" in shared(alike, "zh")
    assert "倍" not in shared(alike, "zh")


def test_a_plan_that_names_nobody(plan):
    nobody = replace(plan, agencies=(), measures=(plan.measures[5],))
    assert finding(nobody, "zh") == "1 项措施 · 0 个责任主体 · 0 项责任。1 项未写时限；1 项未读出责任主体。"
    assert shared(nobody, "en") == "No body was found that answers for anything."


@pytest.mark.parametrize(
    ("agencies", "expected"),
    [
        ([("省法院", "山东"), ("济南海关", "济南")], ["省法院", "济南海关"]),
        ([("省法院", "山东"), ("市法院", "济南")], ["山东省法院", "济南市法院"]),
        (
            [("市法院", "济南"), ("市法院", "青岛"), ("各级党委", "济南")],
            ["济南市法院", "青岛市法院", "各级党委"],
        ),
        ([("市法院", None), ("市法院", "青岛")], ["市法院", "青岛市法院"]),
        (
            [("市场监管局", "济南"), ("区法院", "青岛"), ("市法院", "济南")],
            ["市场监管局", "青岛区法院", "济南市法院"],
        ),
        (
            [("市场监管总局", "全国"), ("市财政局", "全国"), ("市法院", "济南")],
            ["市场监管总局", "市财政局", "市法院"],
        ),
    ],
)
def test_where_regions_meet_a_short_name_says_which(agencies, expected):
    made = [
        Agency(key=str(at), name=n, short_name=n, region=r, level="country" if r == "全国" else "city")
        for at, (n, r) in enumerate(agencies)
    ]
    assert labels(made) == expected


def test_colours_follow_sections_and_above_eight_the_top_ones(plan):
    kind, names, group = groups(plan)
    assert (kind, names, group) == ("sections", ["一、完善政策", "二、加强保护"], [0, 0, 0, 1, 1, 1, 1])
    many = tuple(replace(plan.measures[0], section=(f"{at % 3}", f"（{at}）")) for at in range(9))
    assert groups(replace(plan, measures=many)) == ("sections", ["0", "1", "2"], [0, 1, 2] * 3)


def test_colours_follow_documents_where_there_are_several(plan):
    other = replace(plan.documents[0], key="方案", name="方案")
    measures = (replace(plan.measures[0], document="方案"), *plan.measures)
    both = replace(plan, documents=(*plan.documents, other), measures=measures)
    assert groups(both) == ("documents", ["知识产权保护计划", "方案"], [1, *[0] * 7])
