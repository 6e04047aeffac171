"""The rows of the division-of-tasks table, from the graph on every server."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.exports.table import Table, agency_table, document_table
from graph.model import OpenRole, Section
from graph.writer import load

TITLE = "山东省人民政府关于印发《治水计划》的通知"


@pytest.fixture(scope="module")
def stored(graph, build):
    """Two documents: a plan with everything that a cell can hold, and another by the same court."""
    b = build
    court = b.agency("山东省高级人民法院", short_name="省法院")
    water = b.agency("山东省水利厅", short_name="省水利厅")
    culture = b.agency("山东省文化和旅游厅", short_name="省文化和旅游厅")
    market = b.agency("山东省市场监督管理局", short_name="省市场监管局")
    firm = b.agency("治水事务所", resolved=False)
    cities = b.agency("各市人民政府", kind="collective")

    def answers(agency, role="responsible", position=1, **others):
        return replace(b.answers(agency, role, position), **others)

    def opening(role, words):
        return OpenRole(role=role, evidence=b.evidence(words))

    unknown = b.evidence("治水事务所", doubt="unknown agency")
    market_name = {"surface": "省市场监管局(省知识产权局)", "capacity": "山东省知识产权局"}
    plan = b.document(
        "plan.txt",
        b.measure(
            1, answers(water, "lead"), answers(market, "lead", 2, **market_name),
            answers(culture, "support", 3, surface="文化和旅游厅"),
            text="疏浚河道。", title="疏浚河道", ongoing=True, page=3,
            open_roles=(opening("support", "有关部门"),),
            deadlines=(b.due("2023-09-30", "9月底前"), b.due("2024-06-30", "2024年6月底前")),
            citations=(
                b.cites("治水意见", "鲁发〔2022〕3号"),
                replace(b.cites("河道办法", action="revise"), evidence=b.evidence("河道办法", 40)),
            ),
        ),
        b.measure(2, answers(cities), answers(firm, position=2, evidence=unknown), text="截流污水。"),
        replace(b.measure(2, answers(court, position=1), text="巡回审判。"), path=("一", "2", "#2"), order=3),
        b.measure(4, text="公布水质。"),
        title=TITLE, text_title="治水计划", doc_number="鲁政发〔2023〕1号", issued_on=date(2023, 3, 7),
        issuers=("山东省人民政府", "省军区"), effective_on=date(2023, 4, 1),
    )  # fmt: skip
    other = b.document(
        "other.txt", b.measure(1, answers(court, "lead"), answers(water, "support", 2), text="设立法庭。"),
        doc_number="鲁法〔2022〕8号", issued_on=date(2022, 1, 1), sections=(section("一、审判"),),
    )  # fmt: skip
    for document in (plan, other):
        load(graph, document)
    return graph


def section(label: str) -> Section:
    return Section(
        path=("一",), number="一", title=label, label=label, depth=1, order=1, kind="tasks", start=0, end=9
    )


def rows(table: Table) -> list[dict[str, str]]:
    heads = [column.head for column in table.columns]
    return [
        {head: cell.text for head, cell in zip(heads, row, strict=True) if cell.text} for row in table.rows
    ]


def test_a_row_is_a_measure(stored) -> None:
    table = document_table(stored, "鲁政发〔2023〕1号")
    assert rows(table) == [
        {
            "序号": "1",
            "章节": "一、标题",
            "任务": "疏浚河道。",
            "牵头单位": "省水利厅、省市场监管局（省知识产权局）",
            "配合单位": "省文化和旅游厅、有关部门",
            "完成时限": "2023年9月底前；2024年6月底前；持续推进",
            "依据": "落实《治水意见》（鲁发〔2022〕3号）；修订《河道办法》",
            "页码": "3",
        },
        {"序号": "2", "章节": "一、标题", "任务": "截流污水。", "责任单位": "各市人民政府、治水事务所"},
        {"序号": "2", "章节": "一、标题", "任务": "巡回审判。", "责任单位": "省法院"},
        {"序号": "4", "章节": "一、标题", "任务": "公布水质。"},
    ]


def test_the_head_states_the_document_as_a_portal_does(stored) -> None:
    table = document_table(stored, "鲁政发〔2023〕1号")
    assert table.title == "治水计划　任务分工表"
    assert table.facts == (
        f"文件名称：{TITLE}",
        "发文字号：鲁政发〔2023〕1号　发文机关：山东省人民政府、省军区　成文日期：2023年3月7日　"
        "施行日期：2023年4月1日　适用地区：山东省",
    )


def test_doubts_mark_their_cells_alone(stored) -> None:
    table = document_table(stored, "鲁政发〔2023〕1号")
    marked = [
        (row[0].text, column.head, cell.doubts)
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if cell.doubts
    ]
    assert marked == [
        ("1", "依据", ("所引文件没有文号",)),
        ("2", "责任单位", ("治水事务所：名称未收录，按原文列出",)),
    ]


def test_official_names_are_whole(stored) -> None:
    first, second, *_ = rows(document_table(stored, "鲁政发〔2023〕1号", names="official"))
    assert first["牵头单位"] == "山东省水利厅、山东省市场监督管理局（山东省知识产权局）"
    assert first["配合单位"] == "山东省文化和旅游厅、有关部门"
    assert second["责任单位"] == "各市人民政府、治水事务所"


def test_a_row_may_be_a_body(stored) -> None:
    found = rows(document_table(stored, "鲁政发〔2023〕1号", rows="bodies"))
    assert [(r.get("责任单位"), r.get("角色"), r["序号"], r["任务"]) for r in found] == [
        ("省水利厅", "牵头", "1", "疏浚河道。"),
        ("省市场监管局（省知识产权局）", "牵头", "1", "疏浚河道。"),
        ("省文化和旅游厅", "配合", "1", "疏浚河道。"),
        ("各市人民政府", "负责", "2", "截流污水。"),
        ("治水事务所", "负责", "2", "截流污水。"),
        ("省法院", "负责", "2", "巡回审判。"),
        ("有关部门", "配合", "1", "疏浚河道。"),
        (None, None, "4", "公布水质。"),
    ]
    assert found[0]["完成时限"] == "2023年9月底前；2024年6月底前；持续推进"


def test_the_table_of_a_body_goes_through_all_documents(stored) -> None:
    table = agency_table(stored, "山东省高级人民法院")
    assert (table.title, table.facts) == ("山东省高级人民法院　任务分工表", ("共 2 项任务，2 份文件",))
    assert [(r["序号"], r["文件"], r["条目"], r["章节"], r["本单位角色"]) for r in rows(table)] == [
        ("1", "关于other.txt的通知（鲁法〔2022〕8号）", "1", "一、审判", "牵头"),
        ("2", "治水计划（鲁政发〔2023〕1号）", "2", "一、标题", "负责"),
    ]
    assert rows(table)[0]["配合单位"] == "省水利厅"


def test_a_column_that_says_nothing_is_narrow(stored) -> None:
    widths = {column.head: column.width for column in agency_table(stored, "山东省高级人民法院").columns}
    assert widths["依据"] == widths["完成时限"] == 10 < widths["配合单位"]
