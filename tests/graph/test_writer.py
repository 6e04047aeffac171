"""One document in the graph: exactly these nodes and relationships; loading again, changing, failing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph import writer
from graph.connection import Graph
from graph.model import PolicyDocument
from graph.writer import load, unchanged
from graph.writing.readings import absolute

KEY = "鲁政〔2023〕1号"


def count(graph: Graph, pattern: str) -> int:
    return graph.read(f"MATCH {pattern} RETURN count(*) AS n")[0]["n"]


@pytest.fixture(scope="module")
def loaded(graph: Graph, build) -> Graph:
    """A graph of one document with two measures."""
    market = build.agency("山东省市场监督管理局", short_name="省市场监管局", functions=("知识产权",))
    mayors = build.agency("各市人民政府", kind="collective")
    first = build.measure(
        1,
        build.answers(market, "lead"),
        build.answers(mayors, "support", 2),
        text="完成《山东省专利条例》的修订工作，建立健全专利保护的各项制度。",
        deadlines=(build.due("2023-12-31", "2023年12月底前"), build.due("2023-06-30", "6月底前")),
        citations=(build.cites("山东省专利条例", action="revise"),),
        domains=(build.domain("科技、教育/知识产权"),),
        page=3,
    )
    second = build.measure(2, section_path=("一", "（一）"), title="抓好落实。", ongoing=True)
    document = build.document(
        "plan.txt",
        first,
        second,
        title="关于印发《甲规划》的通知",
        text_title="甲规划",
        doc_number=KEY,
        issuers=("省市场监管局",),
        issued_by=(market,),
        issuer_evidence=(build.evidence("省市场监管局", 4),),
        issued_on=date(2023, 3, 7),
        sections=(build.section("一"), build.section("一", "（一）", order=2)),
        based_on=(build.cites("意见", "中办发〔2019〕56号", place="preamble"),),
    )
    report = load(graph, document)
    assert (report.outcome, report.key, report.title) == ("added", KEY, "关于印发《甲规划》的通知")
    assert (report.measures, report.agencies) == (2, 2)
    assert report.relationships == count(graph, "()-->()")
    return graph


NODES = {
    "Document": [KEY],
    "Section": [f"{KEY}/一", f"{KEY}/一/（一）"],
    "Measure": [f"{KEY}/一/1", f"{KEY}/一/2"],
    "Agency": ["370000:各市人民政府", "山东省市场监督管理局"],
    "Regulation": ["370000:山东省专利条例", "中办发〔2019〕56号", KEY],
    "Deadline": [f"{KEY}/一/1@1", f"{KEY}/一/1@2"],
    "Domain": ["科技、教育", "科技、教育/知识产权"],
    "Region": ["100000", "370000"],
}


def test_its_nodes(loaded: Graph) -> None:
    for label, keys in NODES.items():
        rows = loaded.read(f"MATCH (n:{label}) RETURN n.key AS key")
        assert sorted(row["key"] for row in rows) == sorted(keys)
    assert count(loaded, "(:Source)") == 1


RELATIONSHIPS = [
    (KEY, "HAS_SECTION", f"{KEY}/一"),
    (f"{KEY}/一", "HAS_SECTION", f"{KEY}/一/（一）"),
    (KEY, "HAS_MEASURE", f"{KEY}/一/1"),
    (KEY, "HAS_MEASURE", f"{KEY}/一/2"),
    (f"{KEY}/一", "HAS_MEASURE", f"{KEY}/一/1"),
    (f"{KEY}/一/（一）", "HAS_MEASURE", f"{KEY}/一/2"),
    ("山东省市场监督管理局", "RESPONSIBLE_FOR", f"{KEY}/一/1"),
    ("370000:各市人民政府", "RESPONSIBLE_FOR", f"{KEY}/一/1"),
    (KEY, "ISSUED_BY", "山东省市场监督管理局"),
    (KEY, "TEXT_OF", KEY),
    (KEY, "BASED_ON", "中办发〔2019〕56号"),
    (f"{KEY}/一/1", "CITES", "370000:山东省专利条例"),
    (f"{KEY}/一/1", "HAS_DEADLINE", f"{KEY}/一/1@1"),
    (f"{KEY}/一/1", "HAS_DEADLINE", f"{KEY}/一/1@2"),
    (f"{KEY}/一/1", "IN_DOMAIN", "科技、教育/知识产权"),
    ("科技、教育/知识产权", "BROADER", "科技、教育"),
    ("山东省市场监督管理局", "SERVES", "370000"),
    ("370000:各市人民政府", "SERVES", "370000"),
    ("370000", "WITHIN", "100000"),
]


def test_its_relationships(loaded: Graph) -> None:
    rows = loaded.read("MATCH (a)-[r]->(b) RETURN a.key AS a, type(r) AS type, b.key AS b")
    found = [(row["a"], row["type"], row["b"]) for row in rows if row["type"] != "READ_FROM"]
    assert sorted(found) == sorted(RELATIONSHIPS)
    assert count(loaded, "(:Document)-[:READ_FROM {facts: true}]->(:Source)") == 1


def properties(graph: Graph, pattern: str, name: str, key: str) -> dict[str, Any]:
    (row,) = graph.read(f"MATCH {pattern} RETURN properties({name}) AS p", key=key)
    return {k: v for k, v in row["p"].items() if v not in (None, [])}


def test_the_properties_of_a_measure(loaded: Graph) -> None:
    assert properties(loaded, "(n:Measure {key: $key})", "n", f"{KEY}/一/1") == {
        "key": f"{KEY}/一/1", "name": "1 完成《山东省专利条例》的修订工作，建立健全专利保…",
        "number": "1", "text": "完成《山东省专利条例》的修订工作，建立健全专利保护的各项制度。", "order": 1,
        "due": date(2023, 12, 31), "ongoing": False, "start": 1, "end": 6, "page": 3,
    }  # fmt: skip
    second = properties(loaded, "(n:Measure {key: $key})", "n", f"{KEY}/一/2")
    assert (second["name"], second["ongoing"], "due" in second) == ("2 抓好落实。", True, False)


def test_the_properties_of_an_answer(loaded: Graph) -> None:
    pattern = "(:Agency {key: $key})-[r:RESPONSIBLE_FOR]->()"
    assert properties(loaded, pattern, "r", "山东省市场监督管理局") == {
        "role": "lead", "position": 1, "surface": "省市场监管局", "evidence": "省市场监管局", "start": 0,
        "end": 6, "rule": "test", "confidence": 1.0,
    }  # fmt: skip


def test_the_properties_of_shared_nodes(loaded: Graph) -> None:
    assert properties(loaded, "(n:Agency {key: $key})", "n", "370000:各市人民政府") == {
        "key": "370000:各市人民政府", "name": "各市人民政府", "short_name": "各市人民政府",
        "region": "山东省", "level": "province", "system": "government", "kind": "collective",
        "resolved": True,
    }  # fmt: skip
    assert properties(loaded, "(n:Regulation {key: $key})", "n", "中办发〔2019〕56号") == {
        "key": "中办发〔2019〕56号", "keys": ["370000:意见", "中办发〔2019〕56号"], "name": "意见",
        "title": "意见", "titles": ["意见"], "doc_number": "中办发〔2019〕56号", "issuing_code": "中办发",
        "year": 2019, "sequence": 56,
    }  # fmt: skip
    assert properties(loaded, "(n:Domain {key: $key})", "n", "科技、教育/知识产权") == {
        "key": "科技、教育/知识产权", "name": "知识产权", "depth": 2,
    }  # fmt: skip


def test_dates_are_dates_and_flags_booleans(loaded: Graph) -> None:
    rows = loaded.read(
        "MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure) WHERE d.issued_on = date('2023-03-07') AND m.ongoing"
        " RETURN m.number AS number"
    )
    assert rows == [{"number": "2"}]


def test_the_title_of_the_notice_and_of_the_text_name_one_regulation(loaded: Graph) -> None:
    assert properties(loaded, "(n:Regulation {key: $key})", "n", KEY)["title"] == "甲规划"


def test_loading_again_changes_nothing(empty: Graph, scene, dump) -> None:
    for document in scene:
        load(empty, document)
    before = dump(empty)
    assert {load(empty, document).outcome for document in scene} == {"unchanged"}
    assert dump(empty) == before


def test_outcomes(empty: Graph, build) -> None:
    text = "甲" * 50
    assert load(empty, build.document("a.txt", text=text, doc_number=KEY)).outcome == "added"
    assert load(empty, build.document("b.txt", text=text, doc_number=KEY)).outcome == "copy"
    assert load(empty, build.document("b.txt", text=text, doc_number=KEY)).outcome == "unchanged"
    assert load(empty, build.document("a.txt", text=text * 9, doc_number=KEY)).outcome == "replaced"
    again = build.document("b.txt", text=text, doc_number=KEY, read_by="reader-2")
    assert load(empty, again).outcome == "replaced"


def test_a_changed_file_replaces_what_its_path_gave(empty: Graph, build, dump) -> None:
    court, office = build.agency("山东省高级人民法院"), build.agency("山东省司法厅")
    old = build.document("a.txt", build.measure(1, build.answers(court)), doc_number=KEY)
    new = build.document(
        "a.txt", build.measure(1, build.answers(office)), text="全新", doc_number="鲁政〔2024〕2号"
    )
    load(empty, new)
    fresh = dump(empty)
    empty.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load(empty, old)
    assert load(empty, new).outcome == "replaced"
    assert dump(empty) == fresh


def test_a_file_that_moved_stays_one_document(empty: Graph, build) -> None:
    load(empty, build.document("a.txt", build.measure(1), text="甲", doc_number=KEY))
    report = load(empty, build.document("b/a.txt", build.measure(1), text="甲", doc_number=KEY))
    assert report.key == KEY
    assert count(empty, "(:Document)") == count(empty, "(:Source)") == count(empty, "(:Measure)") == 1
    assert empty.read("MATCH (s:Source) RETURN s.path AS path, s.paths AS paths") == [
        {"path": absolute("a.txt"), "paths": [absolute("a.txt"), absolute("b/a.txt")]}
    ]


def test_what_needs_no_reading(empty: Graph, build) -> None:
    document = build.document("a.txt")
    load(empty, document)
    sha256 = document.source.sha256
    names: list[list[str]] = []

    def read_by(given: list[str]) -> str:
        names.append(given)
        return document.read_by

    assert unchanged(empty, {"a.txt": sha256, "b.txt": sha256}, read_by) == [load(empty, document)]
    assert unchanged(empty, {"a.txt": "other"}, read_by) == []
    assert unchanged(empty, {"a.txt": sha256}, lambda names: "other") == []
    assert [document.title in each for each in names] == [True]


@pytest.mark.parametrize(
    "step", ["write_shared", "write_regulations", "write_document", "write_alignments", "write_sources"]
)
def test_a_load_that_fails_midway_leaves_nothing(
    empty: Graph, scene: list[PolicyDocument], dump, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    first, second, *_ = scene
    load(empty, second)
    before = dump(empty)
    done = getattr(writer, step)

    def fail(*arguments: Any) -> None:
        done(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, step, fail)
    with pytest.raises(KeyboardInterrupt):
        load(empty, first)
    assert dump(empty) == before
    monkeypatch.undo()
    assert load(empty, first).measures == 1  # beyond that of its copy


def test_two_units_of_one_number_are_two_measures(empty: Graph, build) -> None:
    load(empty, build.document("a.txt", build.measure(1), build.measure(1), doc_number=KEY))
    rows = empty.read("MATCH (m:Measure) RETURN m.key AS key ORDER BY key")
    assert [row["key"] for row in rows] == [f"{KEY}/一/1", f"{KEY}/一/1~2"]


def test_a_large_text_is_kept(empty: Graph, build, dump) -> None:
    load(empty, build.document("a.txt", text="".join(map(chr, range(0x4E00, 0x9FA5))) * 30))
    before = dump(empty)
    assert count(empty, "(:Document)") == 1
    load(empty, build.document("b.txt"))
    assert load(empty, build.document("b.txt")).outcome == "unchanged"
    assert len(dump(empty)[0]) > len(before[0])
