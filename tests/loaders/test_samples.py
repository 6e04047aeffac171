"""What the two sample documents must show."""

from __future__ import annotations

from collections import Counter

import pytest


@pytest.fixture(scope="module")
def shandong(sample):
    return sample("shandong")[0]


@pytest.fixture(scope="module")
def jinan(sample):
    return sample("jinan")[0]


def agencies(found):
    return {r["surface"]: r["agency"] for m in found["measures"] for r in m["responsibilities"]}


def due(found):
    return [[d["date"] for d in m["deadlines"] if d["kind"] == "due"] for m in found["measures"]]


def test_shandongs_header(shandong):
    header = shandong["document"]
    assert header["title"] == (
        "山东省政府知识产权战略实施工作领导小组办公室关于印发《山东省2023-2025年知识产权保护推进计划》的通知"
    )
    assert header["text_title"] == "山东省2023-2025年知识产权保护推进计划"
    assert header["doc_number"] == "鲁知战办〔2023〕11号"
    assert header["issuers"] == ["山东省政府知识产权战略实施工作领导小组办公室"]
    assert (header["issued_on"], header["jurisdiction"]) == ("2023-03-07", "山东省")
    assert header["jurisdiction_code"] == "370000"


def test_shandongs_counts(shandong):
    measures = shandong["measures"]
    assert [m["number"] for m in measures] == [str(n) for n in range(1, 82)]
    assert sum(len(m["responsibilities"]) for m in measures) == 181
    assert {r["role"] for m in measures for r in m["responsibilities"]} == {"responsible"}
    assert sum(m["ongoing"] for m in measures) == 58
    assert sum(bool(dates) for dates in due(shandong)) == 35
    assert any(m["ongoing"] and dates for m, dates in zip(measures, due(shandong), strict=True))
    assert len({m["section"][0] for m in measures}) == 8
    assert all(len(m["section"]) == 1 for m in measures)


def test_shandongs_grounds(shandong):
    assert [(c["title"], c["doc_number"], c["action"]) for c in shandong["based_on"]] == [
        ("关于强化知识产权保护的意见", "中办发〔2019〕56号", "implement"),
        ("深入实施〈关于强化知识产权保护的意见〉推进计划", "国知发保函字〔2022〕158号", "implement"),
        ("关于强化知识产权保护的若干措施", "鲁办发电〔2020〕159号", "implement"),
    ]


def test_shandongs_instruments(shandong):
    actions = {(c["title"], c["action"]) for m in shandong["measures"] for c in m["citations"]}
    assert actions >= {
        ("山东省专利纠纷行政裁决和调解办法", "revise"),
        ("山东省专利条例", "revise"),
        ("山东省著作权保护条例", "revise"),
        ("山东省查处冒充专利行为暂行办法", "repeal"),
        ("山东省农作物种苗管理办法", "enact"),
        ("山东省知识产权领域信用风险分类管理办法", "enact"),
        ("专利侵权行政裁决案件繁简分流暂行规定", "enact"),
    }
    assert "apply" in Counter(action for _, action in actions)


def test_shandongs_bodies(shandong):
    full = agencies(shandong)
    assert full["省市场监管局(省知识产权局)"] == "山东省市场监督管理局"
    assert full["省委宣传部(省版权局)"] == "中共山东省委宣传部"
    assert full["省法院"] == "山东省高级人民法院"
    assert full["省检察院"] == "山东省人民检察院"
    assert full["山东银保监局"] == "中国银行保险监督管理委员会山东监管局"
    assert full["青岛海关"] == "中华人民共和国青岛海关"
    assert not any(r["doubt"] for m in shandong["measures"] for r in m["responsibilities"])
    seventy_nine = shandong["measures"][78]["responsibilities"]
    assert [(r["surface"], r["agency"]) for r in seventy_nine] == [
        ("各级党委", "各级党委"),
        ("各级政府", "各级政府"),
    ]


def test_jinans_header(jinan):
    header = jinan["document"]
    assert header["title"].endswith("印发《关于强化知识产权保护的实施方案》的通知")
    assert header["text_title"] == "关于强化知识产权保护的实施方案"
    assert header["doc_number"] is None
    assert header["issuers"] == ["中共济南市委办公厅", "济南市人民政府办公厅"]
    assert (header["issued_on"], header["jurisdiction"]) == ("2021-07-27", "济南市")


def test_jinans_counts(jinan):
    measures = jinan["measures"]
    assert len(measures) == 20
    assert sum(len(m["responsibilities"]) for m in measures) == 120
    assert [m["number"] for m in measures] == [*map(str, range(1, 17)), "(一)", "(二)", "(三)", "(四)"]
    assert [dates for dates in due(jinan) if dates] == [due(jinan)[15]]
    assert len(due(jinan)[15]) == 2


def test_jinans_bodies(jinan):
    full = agencies(jinan)
    assert full["市市场监管局"] == "济南市市场监督管理局"
    assert full["市法院"] == "济南市中级人民法院"
    assert full["泉城海关"] == "中华人民共和国泉城海关"
    assert not any(r["doubt"] for m in jinan["measures"] for r in m["responsibilities"])


def test_the_provinces_and_the_citys_bodies_are_apart(shandong, jinan):
    shared = set(agencies(shandong).values()) & set(agencies(jinan).values())
    assert not {name for name in shared if not name.startswith(("各", "中国", "国"))}
