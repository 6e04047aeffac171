import random
from fractions import Fraction

import pytest

from graph.network import Answer
from graph.workload import workload


def answer(agency: str, measure: str, role: str = "responsible", **more) -> Answer:
    more = {"name": agency, **more}
    return Answer(agency=agency, measure=measure, role=role, document="d", **more)


def test_every_column_of_a_small_network():
    rows = workload(
        [
            answer("甲", "m1", "lead", region="山东省"),
            answer("乙", "m1", "support"),
            answer("丙", "m1", "support"),
            answer("甲", "m2", region="山东省", open=True),
            answer("乙", "m2", open=True),
            answer("各市政府", "m3", open=True, region="辽宁省"),
        ]
    )
    columns = ("agency", "region", "measures", "lead", "responsible", "support", "weight", "open")
    assert [tuple(row[c] for c in columns) for row in rows] == [
        ("各市政府", "辽宁省", 1, 0, 1, 0, 1.0, 1),
        ("乙", None, 2, 0, 1, 1, float(Fraction(5, 6)), 1),
        ("甲", "山东省", 2, 1, 1, 0, float(Fraction(5, 6)), 1),
        ("丙", None, 1, 0, 0, 1, float(Fraction(1, 3)), 0),
    ]


def test_two_roles_on_one_measure_are_one_measure_and_one_sharer():
    rows = workload([answer("甲", "m", "lead"), answer("甲", "m", "responsible"), answer("乙", "m")])
    assert [(r["agency"], r["measures"], r["lead"], r["responsible"], r["weight"]) for r in rows] == [
        ("乙", 1, 0, 1, 0.5),
        ("甲", 1, 1, 1, 0.5),
    ]


def test_one_name_in_two_regions_is_two_bodies():
    rows = workload(
        [
            answer("2:各市政府", "m1", name="各市政府", region="河南省"),
            answer("1:各市政府", "m2", name="各市政府", region="辽宁省"),
        ]
    )
    assert [(r["key"], r["region"], r["weight"]) for r in rows] == [
        ("2:各市政府", "河南省", 1.0),
        ("1:各市政府", "辽宁省", 1.0),
    ]


def test_weights_sum_to_the_number_of_measures():
    draw = random.Random(3)
    names = [f"a{i}" for i in range(40)]
    answers = [answer(name, f"m{m}") for m in range(200) for name in draw.sample(names, draw.randint(1, 12))]
    assert sum(row["weight"] for row in workload(answers)) == pytest.approx(200)


def test_equal_loads_tie_however_they_add_up():
    # 1/3 + 1/6 against 1/2: equal, so the name decides.
    answers = [answer("b", "three"), answer("b", "six"), answer("a", "two"), answer("x", "two")]
    answers += [answer(f"p{i}", "three") for i in range(2)] + [answer(f"q{i}", "six") for i in range(5)]
    rows = [(r["agency"], r["weight"]) for r in workload(answers)]
    assert rows[:3] == [("a", 0.5), ("b", 0.5), ("x", 0.5)]


def test_nobody_answers():
    assert workload([]) == []
