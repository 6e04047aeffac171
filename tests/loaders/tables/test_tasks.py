"""Tables of tasks: their columns of grounds, pages and roles, and rows that end early."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders import load_file, to_json

HEADER = "文件名称：山东省沟渠治理计划\n发文字号：鲁水发〔2023〕8号　成文日期：2023年3月9日\n"

Read = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def measures(tmp_path: Path) -> Read:
    """The measures of a table that is given as CSV."""

    def read(table: str) -> list[dict[str, Any]]:
        path = tmp_path / "表.csv"
        path.write_text(HEADER + table, encoding="utf-8")
        found: Any = to_json(load_file(path))
        return list(found["measures"])

    return read


def who(measure: dict[str, Any]) -> list[tuple[str, str]]:
    return [(r["agency"], r["role"]) for r in measure["responsibilities"]]


def cited(measure: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    return [(c["title"], c["doc_number"], c["action"]) for c in measure["citations"]]


def test_what_the_column_of_grounds_names_is_cited(measures: Read) -> None:
    first, second = measures(
        "序号,任务,责任单位,依据\n"
        "1,疏浚河道。,省水利厅,落实《国务院关于加强沟渠治理的意见》（国发〔2022〕3号）；《山东省河道管理条例》\n"
        "2,修订《山东省沟渠管护办法》。,省水利厅,《山东省沟渠管护办法》\n"
    )
    assert cited(first) == [
        ("国务院关于加强沟渠治理的意见", "国发〔2022〕3号", "implement"),
        ("山东省河道管理条例", None, "mention"),
    ]
    assert cited(second) == [("山东省沟渠管护办法", None, "revise")]


def test_a_short_name_is_one_of_the_grounds_that_its_row_states(measures: Read) -> None:
    """And not an instrument that another row names."""
    _, second = measures(
        "序号,任务,责任单位,依据\n"
        "1,疏浚河道。,省水利厅,《国务院关于加强沟渠治理的意见》（国发〔2022〕3号）\n"
        "2,贯彻《意见》。,省水利厅,落实《山东省人民政府关于治污的意见》（鲁政发〔2021〕5号）\n"
    )
    assert cited(second) == [("山东省人民政府关于治污的意见", "鲁政发〔2021〕5号", "implement")]


def test_rows_of_one_body_each_are_one_measure_by_task(measures: Read) -> None:
    first, second = measures(
        "责任单位,角色,序号,章节,任务\n"
        "省水利厅,牵头,1,一、治理,疏浚河道。\n"
        "省水利厅,负责,2,一、治理,截流污水。\n"
        "省财政厅,配合,1,一、治理,疏浚河道。\n"
        "有关部门,配合,1,一、治理,疏浚河道。\n"
    )
    assert who(first) == [("山东省水利厅", "lead"), ("山东省财政厅", "support")]
    assert [(o["role"], o["text"]) for o in first["open_roles"]] == [("support", "有关部门")]
    assert who(second) == [("山东省水利厅", "responsible")]
    assert [m["number"] for m in (first, second)] == ["1", "2"]


def test_a_row_may_end_before_its_last_columns(measures: Read) -> None:
    (measure,) = measures("序号,任务,责任单位,完成时限,备注,页码\n1,疏浚河道。,省水利厅\n")
    assert (measure["text"], who(measure)) == ("疏浚河道。", [("山东省水利厅", "responsible")])


def test_the_page_is_that_of_the_column(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text(HEADER + "序号,任务,责任单位,页码\n1,疏浚河道。,省水利厅,12\n", encoding="utf-8")
    assert [m.page for m in load_file(path).measures] == [12]


def test_a_numbered_sentence_is_no_heading_of_rows(measures: Read) -> None:
    found = measures("序号,任务,责任单位\n一,疏浚河道。,\n二,治理水体,\n1,截流污水。,省水利厅\n")
    assert [(m["number"], m["section"]) for m in found] == [("一", []), ("1", ["二、治理水体"])]


def test_what_comes_again_is_read_in_the_column_of_terms(measures: Read) -> None:
    (measure,) = measures("序号,任务,责任单位,完成时限\n1,报送进展。,省水利厅,每季度末；2023年9月底前\n")
    assert [(d["date"], d["recurring"]) for d in measure["deadlines"]] == [
        (None, "quarterly"),
        ("2023-09-30", None),
    ]


def test_a_span_of_years_that_stands_alone_is_the_term(measures: Read) -> None:
    (measure,) = measures("序号,任务,责任单位,完成时限\n1,疏浚河道。,省水利厅,2023—2025年\n")
    assert [(d["start_date"], d["date"]) for d in measure["deadlines"]] == [("2023-01-01", "2025-12-31")]


def test_a_section_may_be_a_path(measures: Read) -> None:
    (measure,) = measures("序号,章节,任务,责任单位\n1,二、任务 › （一）治水,疏浚河道。,省水利厅\n")
    assert measure["section"] == ["二、任务", "（一）治水"]


def test_a_table_between_numbered_tasks_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "方案.html"
    path.write_text(
        "<p>山东省沟渠治理方案</p><p>一、疏浚</p><p>1.疏浚河道。（省水利厅负责）</p>"
        "<table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>"
        "<tr><td>7</td><td>清理淤泥。</td><td>省水利厅</td></tr></table>"
        "<p>二、管护</p><p>1.巡查沟渠。（省水利厅负责）</p>",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert [m["text"] for m in found["measures"]] == ["疏浚河道。", "清理淤泥。", "巡查沟渠。"]


def test_an_order_without_its_place_is_that_of_the_documents(tmp_path: Path) -> None:
    path = tmp_path / "意见.txt"
    path.write_text(
        "山东省水利厅关于治理沟渠的意见\n根据《沟渠管护办法》（省政府令第205号）提出意见。\n一、疏浚河道。（省水利厅负责）\n",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert [c["doc_number"] for c in found["based_on"]] == ["山东省人民政府令第205号"]


def test_the_text_that_a_notice_issues_is_no_citation_of_it(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(
        "徐州市人民政府关于印发2022年市《政府工作报告》任务责任分解方案的通知\n"
        "《2022年市〈政府工作报告〉责任分解方案》已经市政府同意，现印发给你们。\n"
        "一、疏浚河道。（市水务局负责）\n",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert found["based_on"] == found["citations"] == []


def test_a_cell_may_say_what_each_body_does(measures: Read) -> None:
    first, second = measures(
        "序号,任务,责任单位,配合单位\n"
        '1,疏浚河道。,"省水利厅牵头，省财政厅配合",省林业局\n'
        "2,截流污水。,省水利厅、省生态环境厅按职责分工负责,无\n"
    )
    assert who(first) == [("山东省水利厅", "lead"), ("山东省财政厅", "support"), ("山东省林业局", "support")]
    assert who(second) == [("山东省水利厅", "responsible"), ("山东省生态环境厅", "responsible")]


def test_a_line_end_in_a_cell_parts_names_and_tears_them(measures: Read) -> None:
    first, second = measures(
        "序号,任务,牵头单位,配合单位\n"
        '1,疏浚河道。,省水利厅,"省财政厅\n省林业局\n各乡镇（街道）"\n'
        '2,截流污水。,"省住房和城乡\n建设厅",省水利厅\n'
    )
    assert who(first)[1:] == [
        ("山东省财政厅", "support"),
        ("山东省林业局", "support"),
        ("各乡镇(街道)", "support"),
    ]
    assert who(second)[0] == ("山东省住房和城乡建设厅", "lead")


@pytest.mark.parametrize(
    "table", ["责任单位（带*为牵头单位）", "责任单位（标★的为牵头单位，其他为配合单位）"]
)
def test_the_head_of_a_column_says_what_a_symbol_means(measures: Read, table: str) -> None:
    star = "*" if "*" in table else "★"
    rest = "support" if "其他" in table else "responsible"
    (measure,) = measures(f'序号,任务,"{table}"\n1,疏浚河道。,省财政厅、{star}省水利厅\n')
    assert who(measure) == [("山东省财政厅", rest), ("山东省水利厅", "lead")]


def test_texts_that_a_notice_issues_together_are_no_citations_of_it(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(
        "睢宁县人民政府关于印发治水方案的通知\n现将《睢宁县疏浚沟渠方案》《睢宁县管护沟渠方案》印发给你们。\n"
        "一、落实《睢宁县节水规定》。（县水利局负责）\n",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert found["based_on"] == found["citations"] == []
    assert cited(found["measures"][0]) == [("睢宁县节水规定", None, "implement")]


def test_the_tasks_stand_under_a_head_of_any_words_for_them(measures: Read) -> None:
    first, second = measures(
        "序号,目标与任务,分管领导,责任单位\n1,疏浚河道。,王某,省水利厅\n2,加固堤防。,王某,省水利厅、省应急厅\n"
    )
    assert (first["text"], who(first)) == ("疏浚河道。", [("山东省水利厅", "responsible")])
    assert [name for name, _ in who(second)] == ["山东省水利厅", "山东省应急管理厅"]


def test_a_task_s_own_column_goes_before_its_class_and_a_role_s_head_may_name_any_unit(
    measures: Read,
) -> None:
    (measure,) = measures("类别,年度任务目标,责任科室(单位),完成情况\n治水,疏浚河道。,省水利厅,已完成\n")
    assert (measure["text"], measure["title"]) == ("疏浚河道。", "治水")
    assert who(measure) == [("山东省水利厅", "responsible")]


def test_a_heading_merged_across_the_row_is_no_task(measures: Read) -> None:
    (measure,) = measures(
        "序号,任务,责任单位,配合单位\n一,治理水体,治理水体,治理水体\n1,截流污水。,省水利厅,无\n"
    )
    assert (measure["text"], measure["section"]) == ("截流污水。", ["一、治理水体"])


@pytest.mark.parametrize(
    ("marks", "note", "roles"),
    [
        (("▲", "○", ""), "注:▲为牵头单位,○为配合单位。", ["lead", "support"]),
        (("★", "√", ""), "说明:“★”表示牵头部门", ["lead", "responsible"]),
        (("牵头", "配合", ""), "", ["lead", "support"]),
        (("√", "√", ""), "", ["responsible", "responsible"]),
    ],
)
def test_marks_under_the_columns_of_bodies(
    measures: Read, marks: tuple[str, ...], note: str, roles: list[str]
) -> None:
    (measure,) = measures(
        f'序号,任务,省水利厅,省财政厅,省林业局,完成时限\n1,疏浚河道。,{",".join(marks)},6月底前\n"{note}"\n'
    )
    assert who(measure) == list(zip(["山东省水利厅", "山东省财政厅"], roles, strict=True))
    assert [d["date"] for d in measure["deadlines"]] == ["2023-06-30"]


def test_marks_under_a_head_of_two_rows(tmp_path: Path) -> None:
    path = tmp_path / "表.html"
    path.write_text(
        "<p>山东省2023年沟渠治理任务分解表</p><table>"
        "<tr><td rowspan=2>序号<td rowspan=2>任务<td colspan=3>责任单位(●牵头 ○配合)</tr>"
        "<tr><td>省水利厅<td>省财政厅<td>省林业局</tr>"
        "<tr><td>1<td>疏浚河道。<td>○<td><td>●</tr></table>",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert who(found["measures"][0]) == [("山东省水利厅", "support"), ("山东省林业局", "lead")]


def test_figures_under_the_columns_of_bodies_are_no_marks(measures: Read) -> None:
    assert measures("序号,项目,省水利厅,省财政厅,省林业局\n1,疏浚河道,3,4,5\n2,植树,,1,2\n") == []


def test_rows_and_columns_named_in_one_corner(measures: Read) -> None:
    first, second = measures(
        "任务\\责任部门,省水利厅,省财政厅,省林业局\n疏浚河道,★,√,\n栽种护岸林,,√,★\n注：★为牵头单位。\n"
    )
    assert (first["text"], who(first)) == (
        "疏浚河道",
        [("山东省水利厅", "lead"), ("山东省财政厅", "responsible")],
    )
    assert who(second) == [("山东省财政厅", "responsible"), ("山东省林业局", "lead")]


def test_tasks_that_close_with_their_own_clause(measures: Read) -> None:
    first, second = measures(
        "序号,任务,完成时限\n1,疏浚河道。（责任单位：省水利厅、省财政厅）,6月底前\n"
        "2,加固堤防。（省水利厅牵头，省应急厅配合）,年底前\n"
    )
    assert (first["text"], who(first)) == (
        "疏浚河道。",
        [("山东省水利厅", "responsible"), ("山东省财政厅", "responsible")],
    )
    assert who(second) == [("山东省水利厅", "lead"), ("山东省应急管理厅", "support")]
    assert [m["deadlines"][0]["date"] for m in (first, second)] == ["2023-06-30", "2023-12-31"]


def test_a_numbered_table_that_names_nobody_is_none_of_tasks(measures: Read) -> None:
    assert measures("序号,项目,数量\n1,疏浚河道,3\n2,加固堤防,5\n") == []


def test_a_date_in_a_row_is_not_the_document_s(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text(
        "山东省沟渠治理任务安排表\n序号,任务,牵头单位,配合单位,完成时间\n"
        "1,疏浚河道。,省水利厅,省财政厅,2023年9月30日\n",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    assert found["document"]["title"] == "山东省沟渠治理任务安排表"
    assert found["document"]["issued_on"] is None and found["document"]["issuers"] == []


def test_a_cell_says_who_leads_in_it_and_below(measures: Read) -> None:
    found = measures(
        "序号,任务,责任单位\n"
        "1,疏浚河道。,省水利厅\n"
        "2,修建泵站。,省水利厅、省财政厅（排在首位的为牵头单位，下同），各市人民政府\n"
        "3,植树护岸。,省林业局、省水利厅\n"
    )
    assert [who(m) for m in found] == [
        [("山东省水利厅", "responsible")],
        [("山东省水利厅", "lead"), ("山东省财政厅", "responsible"), ("各市人民政府", "responsible")],
        [("山东省林业局", "lead"), ("山东省水利厅", "responsible")],
    ]
