"""What people write, and whom it finds: in a graph with the courts of two provinces."""

from __future__ import annotations

import pytest
from neo4j import ManagedTransaction

from graph.connection import Graph
from graph.names import Kind, find, suggest

SHANDONG, LIAONING, JINAN = "山东省高级人民法院", "辽宁省高级人民法院", "济南市中级人民法院"
MARKET = "济南市市场监督管理局"
PLAN, NOTICE = "鲁知战办〔2023〕11号", "关于做好有关工作的通知|甲|2021-07-27"
FACTS = """
CREATE (s:Region {key: '370000', name: '山东省', short_name: '山东'}),
       (l:Region {key: '210000', name: '辽宁省', short_name: '辽宁'}),
       (j:Region {key: '370100', name: '济南市', short_name: '济南'}),
       (:Agency {key: '山东省高级人民法院', name: '山东省高级人民法院', short_name: '省法院',
                 aliases: ['省法院', '省高院'], functions: ['法院']})-[:SERVES]->(s),
       (:Agency {key: '辽宁省高级人民法院', name: '辽宁省高级人民法院', short_name: '省法院',
                 aliases: ['省法院', '省高院'], functions: ['法院']})-[:SERVES]->(l),
       (:Agency {key: '济南市中级人民法院', name: '济南市中级人民法院', short_name: '市法院',
                 aliases: ['市中院'], functions: ['法院']})-[:SERVES]->(j),
       (:Agency {key: '济南市市场监督管理局', name: '济南市市场监督管理局', short_name: '市市场监管局',
                 functions: ['市场监管']})-[:SERVES]->(j),
       (:Agency {key: '370000:各市政府', name: '各市政府', short_name: '各市政府'})-[:SERVES]->(s),
       (:Document {key: '鲁知战办〔2023〕11号', doc_number: '鲁知战办〔2023〕11号',
                   title: '关于印发《山东省2023-2025年知识产权保护推进计划》的通知',
                   text_title: '山东省2023-2025年知识产权保护推进计划'}),
       (:Document {key: '关于做好有关工作的通知|甲|2021-07-27', title: '关于做好有关工作的通知'}),
       (:Regulation {key: '中办发〔2019〕56号', title: '关于强化知识产权保护的意见',
                     titles: ['关于强化知识产权保护的意见', '强化知识产权保护意见'],
                     doc_number: '中办发〔2019〕56号', keys: ['100000:关于强化知识产权保护的意见']}),
       (:Domain {key: '科技、教育/知识产权', name: '知识产权'}),
       (:Measure {key: 'd/三/(一)', number: '(一)', name: '(一) 加强组织领导'})
"""


@pytest.fixture(scope="module")
def facts(graph: Graph) -> Graph:
    def fill(tx: ManagedTransaction) -> None:
        tx.run(FACTS).consume()

    graph.write(fill)
    return graph


@pytest.mark.parametrize(
    ("kind", "written", "keys"),
    [
        ("agency", "山东省高级人民法院", [SHANDONG]),
        ("agency", "省法院", [SHANDONG, LIAONING]),
        ("agency", " 省 高院 ", [SHANDONG, LIAONING]),
        ("agency", "山东高院", [SHANDONG]),
        ("agency", "山东省高院", [SHANDONG]),
        ("agency", "辽宁法院", [LIAONING]),
        ("agency", "济南中院", [JINAN]),
        ("agency", "山东高级法院", [SHANDONG]),
        ("agency", "济南市监局", [MARKET]),
        ("agency", "370000:各市政府", ["370000:各市政府"]),
        ("agency", "各市政府", ["370000:各市政府"]),
        ("agency", "济南局", [MARKET]),
        ("agency", "市场监管局", []),
        ("agency", "市局", []),
        ("agency", "高院", []),
        ("agency", "省发院", []),
        ("agency", "济南公安局", []),
        ("document", PLAN, [PLAN]),
        ("document", "鲁知战办[2023]11号", [PLAN]),
        ("document", "鲁知战办（２０２３） 11 号", [PLAN]),
        ("document", "《山东省 2023—2025 年知识产权保护推进计划》", [PLAN]),
        ("document", "推进计划", [PLAN]),
        ("document", "通知", [NOTICE, PLAN]),
        ("document", "鲁知战办〔2023〕1号", []),
        ("document", "知", []),
        ("regulation", "中办发[2019]56号", ["中办发〔2019〕56号"]),
        ("regulation", "强化知识产权保护意见", ["中办发〔2019〕56号"]),
        ("regulation", "100000:关于强化知识产权保护的意见", ["中办发〔2019〕56号"]),
        ("regulation", "专利法", []),
        ("domain", "知识产权", ["科技、教育/知识产权"]),
        ("domain", "知识", []),
        ("function", "法院", ["法院"]),
        ("function", "法", []),
        ("region", "山东", ["370000"]),
        ("region", "370100", ["370100"]),
        ("measure", "（一）", ["d/三/(一)"]),
        ("measure", "加强组织领导", []),
    ],
)
def test_find(facts: Graph, kind: Kind, written: str, keys: list[str]) -> None:
    assert sorted(find(facts, kind, written)) == sorted(keys)


@pytest.mark.parametrize(
    ("kind", "written", "first"),
    [
        ("agency", "山东省高级人民法完", SHANDONG),
        ("agency", "济南市市监局局", MARKET),
        ("agency", "济南法院", JINAN),
        ("document", "鲁知战办〔2023〕12号", "山东省2023-2025年知识产权保护推进计划"),
        ("domain", "知识产权保护", "科技、教育/知识产权"),
        ("region", "济南城", "济南市"),
        ("measure", "(二)", "(一) 加强组织领导"),
    ],
)
def test_suggest(facts: Graph, kind: Kind, written: str, first: str) -> None:
    assert suggest(facts, kind, written)[0] == first


def test_nothing_alike_is_not_suggested(facts: Graph) -> None:
    assert suggest(facts, "agency", "XYZ") == []


def test_suggestions_are_limited(facts: Graph) -> None:
    assert len(suggest(facts, "agency", "法院", limit=2)) == 2
