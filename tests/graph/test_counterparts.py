"""Which bodies answer to which of the region above."""

from __future__ import annotations

from typing import Any

import pytest

from graph.connection import Graph
from graph.counterparts import Body, matches
from graph.remove import remove
from graph.writer import load


def body(name: str, region: str, *aliases: str, system: str = "government", kind: str = "agency") -> Body:
    return Body(key=name, names=(name, *aliases), region=region, system=system, kind=kind)


def city(name: str, *aliases: str, **others: str) -> Body:
    return body(name, "济南市", *aliases, **others)


def province(name: str, *aliases: str, **others: str) -> Body:
    return body(name, "山东省", *aliases, **others)


def state(name: str, *aliases: str, **others: str) -> Body:
    return body(name, "全国", *aliases, **others)


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        pytest.param(
            [city("济南市人民代表大会"), city("济南市人民代表大会常务委员会")],
            [province("山东省人民代表大会"), province("山东省人民代表大会常务委员会")],
            [(0, 0), (1, 1)],
            id="each its own",
        ),
        pytest.param(
            [city("济南市人民政府"), city("济南市人民政府办公厅")],
            [province("山东省人民政府")],
            [(0, 0)],
            id="an office is not its body",
        ),
        pytest.param(
            [city("济南市人民政府办公厅")], [province("山东省人民政府")], [], id="an office alone neither"
        ),
        pytest.param(
            [body("济南市历城区", "历城区"), body("济南市历城区人民政府", "历城区")],
            [city("济南市人民政府")],
            [(1, 0)],
            id="a place is no body",
        ),
        pytest.param(
            [province("山东省交通运输厅")],
            [state("中国民用航空局"), state("交通运输部"), state("国家邮政局")],
            [(0, 1)],
            id="the likest of several",
        ),
        pytest.param([province("山东省自然资源厅")], [state("国家海洋局")], [], id="nothing alike"),
        pytest.param(
            [province("山东省人民政府")], [state("国务院", "中央人民政府")], [(0, 0)], id="by another name"
        ),
        pytest.param(
            [city("济南市中级人民法院", system="court")],
            [province("山东省高级人民法院", system="court")],
            [(0, 0)],
            id="courts",
        ),
        pytest.param(
            [city("济南市财政局")], [province("山东省财政厅", system="party")], [], id="another system"
        ),
        pytest.param(
            [city("济南市财政局")], [province("各财政局", kind="collective")], [], id="another kind"
        ),
        pytest.param(
            [province("中华人民共和国济南海关"), province("中华人民共和国青岛海关")],
            [state("海关总署")],
            [(0, 0), (1, 0)],
            id="two of one kind",
        ),
        pytest.param(
            [city("济南市集体资产监督管理办公室"), city("济南市国有资产监督管理委员会")],
            [province("山东省国有资产监督管理委员会")],
            [(1, 0)],
            id="another of the region is much liker",
        ),
    ],
)
def test_matches(lower: list[Body], upper: list[Body], expected: list[tuple[int, int]]) -> None:
    pairs = sorted((lower[one].key, upper[other].key) for one, other in expected)
    assert matches(lower, upper) == matches(lower[::-1], upper[::-1]) == pairs


JOINS = """
MATCH (a:Agency)-[c:COUNTERPART_OF]->(b:Agency)
RETURN a.key AS a, c.function AS function, b.key AS b
ORDER BY a, function
"""


def test_a_better_match_takes_the_place_of_a_worse_and_gives_it_back(empty: Graph, build) -> None:
    def document(path: str, name: str, region: str) -> Any:
        agency = build.agency(name, region, functions=("交通运输",))
        return build.document(path, build.measure(1, build.answers(agency)))

    load(empty, document("city.txt", "济南市交通运输局", "济南市"))
    assert empty.read(JOINS) == []
    load(empty, document("worse.txt", "山东省运输事业中心", "山东省"))
    worse = [{"a": "济南市交通运输局", "function": "交通运输", "b": "山东省运输事业中心"}]
    assert empty.read(JOINS) == worse
    load(empty, document("better.txt", "山东省交通运输厅", "山东省"))
    assert empty.read(JOINS) == [{**worse[0], "b": "山东省交通运输厅"}]
    remove(empty, "better.txt")
    assert empty.read(JOINS) == worse
