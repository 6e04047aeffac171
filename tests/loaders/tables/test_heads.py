"""What a table's columns hold, by the words and the build of its head."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders import load_file, to_json
from loaders.tables.head import find_head

TITLE = "<p>平原县林业局2023年护林工作任务分解表</p>"

Read = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def measures(tmp_path: Path) -> Read:
    """The measures of a page of the county's forestry bureau whose table is given as rows of HTML."""

    def read(rows: str) -> list[dict[str, Any]]:
        path = tmp_path / "表.html"
        path.write_text(f"{TITLE}<table>{rows}</table>", encoding="utf-8")
        found: Any = to_json(load_file(path))
        return list(found["measures"])

    return read


def tr(*cells: str) -> str:
    """A row; a cell may open with attributes: ``rowspan=2>名``."""
    return "<tr>" + "".join(f"<td {c}</td>" if ">" in c else f"<td>{c}</td>" for c in cells) + "</tr>"


def who(measure: dict[str, Any]) -> list[tuple[str, str]]:
    return [(r["agency"], r["role"]) for r in measure["responsibilities"]]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("责任股室", "responsible"), ("组织承办部门", "responsible"), ("决策承办单位", "responsible"),
        ("项目实施主体", "responsible"), ("整改责任单位", "responsible"), ("申报单位", "responsible"),
        ("起草单位", "responsible"), ("责任主体与协同单位", "responsible"), ("牵头及责任单位", "responsible"),
        ("主要责任单位", "lead"), ("市级牵头单位", "lead"), ("发起部门", "lead"), ("协同配合单位", "support"),
        ("责任单位及完成时限", "responsible"), ("牵头单位/时限", "lead"), ("时限和责任单位", "responsible"),
        ("包抓责任单位", "responsible"), ("属地责任单位", "responsible"), ("县级落实单位", "responsible"),
        ("成员单位", "support"),
    ],
)  # fmt: skip
def test_a_head_gives_its_role(head: str, role: str) -> None:
    found = find_head(["序号", "工作任务", "责任单位", head])
    assert found is not None
    assert (role, 3) in found.bodies or (found.inside is False and "股室" in head)


@pytest.mark.parametrize(
    "head", ["责任领导", "分管领导", "责任人", "牵头县领导", "联系人及电话", "备注", "督导责任单位"]
)
def test_a_person_is_no_body(head: str) -> None:
    found = find_head(["序号", "工作任务", head, "备注"])
    assert found is not None and not found.names_bodies


@pytest.mark.parametrize(
    ("heads", "text", "context"),
    [
        (["序号", "类别", "主要任务", "细化措施", "牵头单位"], "细化措施", ["类别", "主要任务"]),
        (["工作目标", "工作内容", "工作措施", "责任单位"], "工作措施", ["工作目标", "工作内容"]),
        (["序号", "事项名称", "事项主要内容", "承办单位"], "事项主要内容", ["事项名称"]),
        (["序号", "重点任务", "年度目标", "责任单位"], "重点任务", []),
        (["序号", "任务名称", "指标要求", "牵头部门"], "指标要求", ["任务名称"]),
        (["序号", "牵头单位", "工作任务", "目前完成情况及下一步措施"], "工作任务", []),
        (["序号", "决策事项名称", "责任单位", "决策程序"], "决策事项名称", []),
        (["序号", "重点工作", "工作内容及标准", "责任单位"], "工作内容及标准", ["重点工作"]),
        (["序号", "事项", "责任单位", "具体任务"], "具体任务", ["事项"]),
        (["序号", "存在问题", "责任单位", "整改措施"], "整改措施", ["存在问题"]),
        (["检查主体", "检查事项", "检查方式", "检查要求"], "检查事项", []),
        (["提案编号", "提案题目", "主办单位", "会办单位"], "提案题目", []),
        (["序号", "智慧监管(信用分类)要求", "抽查事项", "发起部门"], "抽查事项", []),
    ],
)
def test_the_finest_column_says_the_task(heads: list[str], text: str, context: list[str]) -> None:
    head = find_head(heads)
    assert head is not None
    assert heads[head.columns["text"]] == text
    assert [heads[at] for at in head.context] == context


@pytest.mark.parametrize(
    ("head", "term"),
    [
        ("拟决策时间", True),
        ("抽查完成时限", True),
        ("整改期限", True),
        ("进度要求", True),
        ("完成节点", True),
        ("发布时间", False),
        ("开始时间", False),
    ],
)
def test_a_head_says_whether_its_times_are_terms(head: str, term: bool) -> None:
    found = find_head(["序号", "工作任务", "责任单位", head])
    assert found is not None and ("deadline" in found.columns) is term


def test_a_head_over_two_columns_gives_the_number_and_the_task(measures: Read) -> None:
    first, second = measures(
        tr("工作任务", "colspan=2>具体要求", "责任单位")
        + tr("rowspan=2>巡护", "7", "修建护林站。", "县财政局")
        + tr("8", "配备护林员。", "县人社局")
    )
    assert [(m["number"], m["section"], m["text"]) for m in (first, second)] == [
        ("7", ["巡护"], "修建护林站。"),
        ("8", ["巡护"], "配备护林员。"),
    ]


def test_a_head_of_two_rows(measures: Read) -> None:
    (measure,) = measures(
        tr("rowspan=2>序号", "rowspan=2>任务", "colspan=2>责任单位及责任人", "rowspan=2>时限")
        + tr("单位", "责任人")
        + tr("1", "修建护林站。", "县财政局", "王林木", "10月底前")
    )
    assert who(measure) == [("平原县财政局", "responsible")]
    assert [d["date"] for d in measure["deadlines"]] == ["2023-10-31"]


def test_quarters_under_one_head_leave_the_other_columns(measures: Read) -> None:
    (measure,) = measures(
        tr("rowspan=2>任务", "colspan=2>进度安排", "rowspan=2>牵头单位")
        + tr("上半年", "下半年")
        + tr("修建护林站。", "选址", "建成", "县财政局")
    )
    assert (measure["text"], who(measure)) == ("修建护林站。", [("平原县财政局", "lead")])


def test_units_of_the_body_whose_table_it_is(measures: Read) -> None:
    first, second = measures(
        tr("序号", "任务", "责任股室", "配合股室")
        + tr("1", "修建护林站。", "办公室、造林股", "各股室")
        + tr("2", "配备护林员。", "<p>造林股</p><p>苗圃站</p>", "县人社局")
    )
    assert who(first) == [
        ("平原县林业局办公室", "responsible"),
        ("平原县林业局造林股", "responsible"),
        ("各股室", "support"),
    ]
    assert who(second) == [
        ("平原县林业局造林股", "responsible"),
        ("平原县林业局苗圃站", "responsible"),
        ("平原县人力资源和社会保障局", "support"),
    ]


def test_units_beside_the_bodies_that_they_belong_to(measures: Read) -> None:
    (measure,) = measures(
        tr("序号", "任务", "责任科室、单位", "协作科室") + tr("1", "修建护林站。", "造林股", "办公室")
    )
    assert who(measure) == [("平原县林业局造林股", "responsible"), ("平原县林业局办公室", "support")]


def test_a_head_that_gives_the_parts_of_its_cells_roles(measures: Read) -> None:
    first, second = measures(
        tr("任务", "牵头部门/配合部门")
        + tr("修建护林站。", "县林业局/县财政局、各镇")
        + tr("开辟隔离带。", "县林业局、县应急局")
    )
    assert [role for _, role in who(first)] == ["lead", "support", "support"]
    assert [role for _, role in who(second)] == ["responsible", "responsible"]


def test_what_is_put_to_the_bodies_that_deal_with_it_has_a_title(measures: Read) -> None:
    found = measures(
        tr("编号", "标题", "主办单位", "会办单位") + tr("3号", "关于增设护林站的建议", "县林业局", "县财政局")
    )
    assert [(m["number"], m["text"], who(m)) for m in found] == [
        ("3号", "关于增设护林站的建议", [("平原县林业局", "lead"), ("平原县财政局", "support")])
    ]
    assert not measures(
        tr("序号", "标题", "责任部门", "发布日期") + tr("1", "护林员名单", "县林业局", "2023-05-06")
    )


def test_an_empty_cell_of_the_classes_says_what_the_one_above_does(measures: Read) -> None:
    found = measures(
        tr("类别", "任务", "责任单位")
        + tr("巡护", "修建护林站。", "县财政局")
        + tr("", "配备护林员。", "县人社局")
        + tr("防火", "开辟隔离带。", "县应急局")
    )
    assert [m["section"] for m in found] == [["巡护"], ["巡护"], ["防火"]]


def test_a_row_without_a_task_goes_on_with_the_one_above(measures: Read) -> None:
    (measure,) = measures(
        tr("序号", "任务", "责任单位", "配合单位")
        + tr("1", "修建护林站。", "县财政局", "无")
        + tr("", "", "县住建局", "县水利局")
    )
    assert [name for name, _ in who(measure)] == ["平原县财政局", "平原县住房和城乡建设局", "平原县水利局"]


def test_a_task_stands_in_a_coarser_column_where_the_finest_is_empty(measures: Read) -> None:
    first, second = measures(
        tr("重点任务", "具体措施", "责任单位")
        + tr("巡护", "修建护林站。", "县财政局")
        + tr("开辟防火隔离带。", "", "县应急局")
    )
    assert (first["text"], second["text"]) == ("修建护林站。", "开辟防火隔离带。")


def test_the_same_head_on_the_next_page_goes_on(measures: Read) -> None:
    head = tr("序号", "类别", "任务", "责任单位")
    found = measures(
        head + tr("1", "巡护", "修建护林站。", "县财政局") + head + tr("2", "", "配备护林员。", "县人社局")
    )
    assert [(m["number"], m["section"]) for m in found] == [("1", ["巡护"]), ("2", ["巡护"])]


def test_a_label_of_units_in_running_text(tmp_path: Path) -> None:
    path = tmp_path / "要点.txt"
    path.write_text(
        "平原县林业局关于印发2023年护林工作要点的通知\n一、修建护林站。（责任科室：造林股、机关党委）\n",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert [name for name, _ in who(found["measures"][0])] == ["平原县林业局造林股", "平原县林业局机关党委"]


def test_units_that_answer_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "要点.txt"
    path.write_text(
        "平原县林业局关于印发2023年护林工作要点的通知\n一、修建护林站。（造林科牵头，办公室、县苗圃配合）\n",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    named = [name for name, _ in who(found["measures"][0])]
    assert named == ["平原县林业局造林科", "平原县林业局办公室", "平原县苗圃"]


def test_an_office_of_the_town_whose_document_it_is(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(
        "石桥镇人民政府关于印发2023年清沟工作方案的通知\n一、清理沟渠。（镇水利站牵头，镇农技站、司法所配合）\n",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert [name for name, _ in who(found["measures"][0])] == ["石桥镇水利站", "石桥镇农技站", "司法所"]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("镇农业综合服务中心", "石桥镇农业综合服务中心"),
        ("镇人居办", "石桥镇人居办"),
        ("镇政府", "石桥镇人民政府"),
        # A county has one as well, and the town its own.
        ("综治办", "石桥镇综治办"),
        # Several, and those of other places.
        ("镇直各单位", "镇直各单位"),
        ("乡镇企业办", "乡镇企业办"),
        ("乡村振兴办", "乡村振兴办"),
        ("镇江市财政局", "镇江市财政局"),
        ("各村“两委”", "各村“两委”"),
    ],
)
def test_bodies_of_the_town_whose_document_it_is(written: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(
        f"平原县石桥镇人民政府关于印发2023年清沟工作方案的通知\n一、清理沟渠。（责任单位：镇水利站、{written}）\n",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert [name for name, _ in who(found["measures"][0])] == ["石桥镇水利站", named]
