"""Tables in plain text: cells parted by bars or spaces, or one a line, with merged ones left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders import load_file, to_json

HEADER = "平原县林业局2023年护林工作任务分解表\n"

Read = Callable[..., list[dict[str, Any]]]

TASKS = [
    ("1", "修建护林站。", [("平原县财政局", "lead")], "2023-06-30"),
    ("2", "开辟防火隔离带。", [("平原县应急管理局", "lead"), ("平原县水利局", "support")], "2023-10-31"),
]


@pytest.fixture
def measures(tmp_path: Path) -> Read:
    """The measures of a text, plain unless another suffix is given."""

    def read(words: str, suffix: str = "txt", header: str = HEADER) -> list[dict[str, Any]]:
        path = tmp_path / f"表.{suffix}"
        path.write_text(header + words, encoding="utf-8")
        found: Any = to_json(load_file(path))
        return list(found["measures"])

    return read


def who(measure: dict[str, Any]) -> list[tuple[str, str]]:
    return [(r["agency"], r["role"]) for r in measure["responsibilities"]]


def said(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(m["number"], m["text"], who(m), m["deadlines"][0]["date"]) for m in found]


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize(
    "table",
    [
        # Bars between the cells, at both ends, and at the last only.
        "序号 | 任务 | 牵头单位 | 配合单位 | 时限\n1 | 修建护林站。 | 县财政局 | 无 | 6月底前\n"
        "2 | 开辟防火隔离带。 | 县应急局 | 县水利局 | 10月底前\n",
        "| 序号 | 任务 | 牵头单位 | 配合单位 | 时限 |\n| 1 | 修建护林站。 | 县财政局 | 无 | 6月底前 |\n"
        "| 2 | 开辟防火隔离带。 | 县应急局 | 县水利局 | 10月底前 |\n",
        "序号 | 任务 | 牵头单位 | 配合单位 | 时限 |\n1 | 修建护林站。 | 县财政局 | / | 6月底前 |\n"
        "2 | 开辟防火隔离带。 | 县应急局 | 县水利局 | 10月底前 |\n",
        # A cell a line, with and without bars.
        "序号\n任务\n牵头单位\n配合单位\n时限\n1\n修建护林站。\n县财政局\n6月底前\n"
        "2\n开辟防火隔离带。\n县应急局\n县水利局\n10月底前\n",
        "序号 |\n任务 |\n牵头单位 |\n配合单位 |\n时限 |\n1 |\n修建护林站。 |\n县财政局 |\n无 |\n6月底前 |\n"
        "2 |\n开辟防火隔离带。 |\n县应急局 |\n县水利局 |\n10月底前 |\n",
        "|\n序号\n|\n任务\n|\n牵头单位\n|\n配合单位\n|\n时限\n|\n1\n|\n修建护林站。\n|\n县财政局\n|\n无\n|\n6月底前\n|\n"
        "2\n|\n开辟防火隔离带。\n|\n县应急局\n|\n县水利局\n|\n10月底前\n|\n",
    ],
)  # fmt: skip
def test_the_same_table_in_every_dress(measures: Read, table: str, suffix: str) -> None:
    assert said(measures(table, suffix)) == TASKS


def test_cells_parted_by_spaces(measures: Read) -> None:
    found = measures(
        "序号 任务 牵头单位 配合单位 时限\n1 修建护林站。 县财政局 无 6月底前\n"
        "2 开辟防火 隔离带。 县应急局 县水利局 10月底前\n"
    )
    assert said(found) == TASKS


def test_a_head_and_cells_parted_by_spaces_that_go_on_below(measures: Read) -> None:
    found = measures(
        "序号 任务 巡查\n频次 牵头\n单位 配合\n单位 完成\n时限\n1 修建护林站。 3次/月 县财政局 无 6月底前\n"
        "2 开辟防火隔离带。 2次/年 县应急局 县水利局、\n县林业局\n10月底前\n"
        "3 配备护林员。 无 县人社局 无 年底前\n"
        "各有关单位要认真抓好落实,于每季度末向县林业局书面报送进展情况,由县林业局汇总后报县人民政府办公室。\n"
        "联系电话: 6530000\n"
    )
    assert [(m["number"], m["text"], who(m)) for m in found] == [
        ("1", "修建护林站。", [("平原县财政局", "lead")]),
        (
            "2",
            "开辟防火隔离带。",
            [("平原县应急管理局", "lead"), ("平原县水利局", "support"), ("平原县林业局", "support")],
        ),
        ("3", "配备护林员。", [("平原县人力资源和社会保障局", "lead")]),
    ]
    assert [m["deadlines"][0]["date"] for m in found] == ["2023-06-30", "2023-10-31", "2023-12-31"]


def test_a_title_above_a_head_with_a_cell_a_line(measures: Read) -> None:
    found = measures(
        "平原县林区管护若干措施任务分工\n序号\n工作任务\n牵头单位\n配合单位\n完成时限\n1\n推动护林监测平台上线运行\n"
        "县财政局\n平原海关、县水利局\n6月底\n2\n压缩木材通关时间\n平原海关\n县商务局、平原机场集团\n10月底\n"
    )
    assert [(m["number"], m["text"], [r["surface"] for r in m["responsibilities"]]) for m in found] == [
        ("1", "推动护林监测平台上线运行", ["县财政局", "平原海关", "县水利局"]),
        ("2", "压缩木材通关时间", ["平原海关", "县商务局", "平原机场集团"]),
    ]


def test_a_heading_between_the_rows_of_a_cell_a_line(measures: Read) -> None:
    found = measures(
        "序号\n重点任务\n牵头单位\n配合单位\n一、防火\n1\n修建护林站\n县财政局\n县水利局\n2\n开辟防火隔离带\n县应急局\n"
        "县水利局\n二、管护\n3\n配备护林员\n县人社局\n县财政局\n4\n登记古树\n县文旅局\n县财政局\n"
    )
    assert [(m["number"], m["section"][-1], m["text"]) for m in found] == [
        ("1", "一、防火", "修建护林站"),
        ("2", "一、防火", "开辟防火隔离带"),
        ("3", "二、管护", "配备护林员"),
        ("4", "二、管护", "登记古树"),
    ]


def test_governments_of_all_provinces_are_bodies_of_a_row(measures: Read) -> None:
    (measure,) = measures(
        "序号 任务 负责部门 时间进度\n1 研究补贴制度 民政部、财政部，各省、自治区、直辖市人民政府 持续实施\n"
    )
    assert [r["surface"] for r in measure["responsibilities"]][2:] == ["各省、自治区、直辖市人民政府"]


def test_rows_parted_by_spaces_that_lost_their_merged_cells(measures: Read) -> None:
    found = measures(
        "序号 类别 任务 检查对象 责任单位\n一、防火\n1 巡护 修建护林站。 林场 县财政局\n"
        "配备护林员。 各村 县人社局\n2 隔离 开辟防火隔离带。 林场 县应急局\n"
    )
    assert [(m["number"], m["section"][-1], m["text"], who(m)[0][0]) for m in found] == [
        ("1", "巡护", "修建护林站。", "平原县财政局"),
        ("2", "巡护", "配备护林员。", "平原县人力资源和社会保障局"),
        ("2", "隔离", "开辟防火隔离带。", "平原县应急管理局"),
    ]


def test_the_second_row_of_a_head_between_bars_stands_under_the_first(measures: Read) -> None:
    found = measures(
        "序号 | 任务 | 责任分工 | 时限 | ||\n牵头领导 | 牵头单位 | 配合单位 | |||\n"
        "1 | 修建护林站。 | 王林木 | 县财政局 | 无 | 6月底前 |\n"
        "2 | 开辟防火隔离带。 | 王林木 | 县应急局 | 县水利局 | 10月底前 |\n"
    )
    assert said(found) == TASKS


def test_the_second_row_of_a_head_may_stand_under_two_words(measures: Read) -> None:
    (measure,) = measures(
        "序号 | 内容清单 | 责任清单 | 措施清单 | ||||\n"
        "责任领导 | 责任人 | 责任股室 | 工作载体 | 方式措施 | |||\n"
        "1 | 宣传护林防火法规。 | 王林木 | 李树森 | 造林股 | 广播、展板 | 集中宣讲。 |\n"
    )
    assert (measure["text"], who(measure)) == (
        "宣传护林防火法规。",
        [("平原县林业局造林股", "responsible")],
    )


def test_the_second_row_of_a_head_with_a_cell_a_line(measures: Read) -> None:
    found = measures(
        "序\n号\n任务\n责任分工\n时限\n牵头领导\n牵头\n单位\n配合\n单位\n1\n修建护林站。\n王林木\n县财政局\n无\n6月底前\n"
        "2\n开辟防火隔离带。\n王林木\n县应急局\n县水利局\n10月底前\n"
    )
    assert said(found) == TASKS


def test_merged_cells_leave_nothing_behind(measures: Read) -> None:
    found = measures(
        "序号\n类别\n任务\n责任单位\n时限\n1\n森林防火\n修建护林站。\n县财政局\n6月底前\n"
        "2\n开辟防火隔离带。\n县应急局\n10月底前\n3\n林木管护\n配备护林员。\n县人社局\n12月底前\n"
    )
    assert [(m["section"], m["text"]) for m in found] == [
        (["森林防火"], "修建护林站。"),
        (["森林防火"], "开辟防火隔离带。"),
        (["林木管护"], "配备护林员。"),
    ]


@pytest.mark.parametrize("end", ["||", "| |"])
def test_rows_between_bars_that_lost_their_merged_cells(measures: Read, end: str) -> None:
    found = measures(
        "| 类别 | 任务 | 责任单位 | 时限 |\n| --- | --- | --- | --- |\n"
        "| 防火 | 修建护林站。 | 县财政局 | 6月底前 |\n"
        f"| 开辟防火隔离带。 | 县应急局 | 10月底前 {end}\n",
        "md",
    )
    assert [(m["section"], m["text"], who(m)) for m in found] == [
        (["防火"], "修建护林站。", [("平原县财政局", "responsible")]),
        (["防火"], "开辟防火隔离带。", [("平原县应急管理局", "responsible")]),
    ]


def test_an_empty_cell_between_bars_keeps_its_place(measures: Read) -> None:
    (measure,) = measures("序号 | 任务 | 牵头单位 | 配合单位 | 备注 |\n1 | 修建护林站。 |  | 县财政局 |  |\n")
    assert who(measure) == [("平原县财政局", "support")]


def test_parts_of_a_numbered_task_share_its_bodies(measures: Read) -> None:
    found = measures(
        "序号\n任务\n责任单位\n时限\n1\n修建护林站。\n县财政局\n6月底前\n配备巡护车辆三辆。\n12月底前\n2\n开辟防火隔离带。\n县应急局\n10月底前\n"
    )
    assert [(m["text"], [name for name, _ in who(m)]) for m in found] == [
        ("修建护林站。", ["平原县财政局"]),
        ("配备巡护车辆三辆。", ["平原县财政局"]),
        ("开辟防火隔离带。", ["平原县应急管理局"]),
    ]


def test_a_head_broken_before_its_bracket_and_a_row_with_a_task_alone(measures: Read) -> None:
    found = measures(
        "序号\n任务\n责任股室\n(单位)\n备注\n1\n修建护林站。\n造林股\n2\n配备护林员。\n3\n开辟防火隔离带。\n护林站\n"
    )
    assert [(m["number"], [name for name, _ in who(m)]) for m in found] == [
        ("1", ["平原县林业局造林股"]),
        ("2", []),
        ("3", ["平原县林业局护林站"]),
    ]


def test_a_head_broken_within_its_words_and_without_numbers(measures: Read) -> None:
    found = measures(
        "抽查任务\n\n名称\n\n抽查\n\n对象\n\n牵头部门\n\n完成\n\n时间\n\n巡查护林站\n\n各林场\n\n县财政局\n\n6月底前\n\n"
        "检查防火隔离带\n\n各乡镇\n\n县应急局\n\n10月底前\n"
    )
    assert [(m["text"], who(m), m["deadlines"][0]["date"]) for m in found] == [
        ("巡查护林站", [("平原县财政局", "lead")], "2023-06-30"),
        ("检查防火隔离带", [("平原县应急管理局", "lead")], "2023-10-31"),
    ]


def test_cells_broken_over_lines_and_the_signature_behind_them(measures: Read) -> None:
    found = measures(
        "序号\n任务\n责任单位\n时限\n1\n修建护林站。\n县财政局、\n县水利局\n6月\n底前\n"
        "2\n开辟防火隔离带。\n县应急局、各乡镇人民政府\n(街道办事处)\n10月底前\n平原县林业局\n2023年1月5日\n"
    )
    assert [(m["text"], [r["surface"] for r in m["responsibilities"]]) for m in found] == [
        ("修建护林站。", ["县财政局", "县水利局"]),
        ("开辟防火隔离带。", ["县应急局", "各乡镇人民政府(街道办事处)"]),
    ]
    assert [m["deadlines"][0]["date"] for m in found] == ["2023-06-30", "2023-10-31"]


def test_persons_beside_the_bodies_of_a_cell(measures: Read) -> None:
    found = measures(
        "任务\n|\n措施\n|\n责任单位/责任人\n|\n时限\n|\n防火\n|\n修建护林站。\n|\n县财政局/王林木\n|\n6月底前\n|\n"
        "县林场创建护林队。\n|\n县应急局、县水利局/李树森、高山\n|\n10月底前\n|\n"
    )
    assert [(m["section"], m["text"], [r["surface"] for r in m["responsibilities"]]) for m in found] == [
        (["防火"], "修建护林站。", ["县财政局"]),
        (["防火"], "县林场创建护林队。", ["县应急局", "县水利局"]),
    ]


def test_rows_between_bars_that_a_line_end_cuts(measures: Read) -> None:
    found = measures(
        "| 序号 | 任务 | 巡查 频次 |\n牵头单位 | 配合单位 | 时限 |\n"
        "| 1 | 修建护林站。 | 3次 | 县财政局 | 无 | 6月底前 |\n"
        "| 2 | 开辟防火隔离带。 | 2次 |\n县应急局 | 县水利局 | 10月底前 |\n"
    )
    assert said(found) == TASKS


def test_a_cell_with_line_ends_in_rows_that_a_bar_closes(measures: Read) -> None:
    found = measures(
        "任务 内容 | 工作内容及要求 | 责任单位 或牵头单位 | 协助 单位 | 完成 期限 |\n"
        "护 林 | 修建护林站。 | 县财政局 | 县应急局\n县水利局 | 6月底前 |\n"
        "2、开辟防火隔离带。 | 县应急局\n| 县财政局\n县水利局 | 10月底前 |\n"
    )
    assert [(m["text"], who(m), m["deadlines"][0]["date"]) for m in found] == [
        (
            "修建护林站。",
            [("平原县财政局", "responsible"), ("平原县应急管理局", "support"), ("平原县水利局", "support")],
            "2023-06-30",
        ),
        (
            "2、开辟防火隔离带。",
            [("平原县应急管理局", "responsible"), ("平原县财政局", "support"), ("平原县水利局", "support")],
            "2023-10-31",
        ),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "序号 | 任务 | 牵头单位 | 时限\n一、设施\n3 | 修建护林站。 | 县财政局 | 6月底前\n"
        "二、巡查\n三、阻隔\n8 | 开辟防火隔离带。 | 县应急局 | 10月底前\n",
        "序号\n任务\n牵头单位\n时限\n一、设施\n3\n修建护林站。\n县财政局\n6月底前\n"
        "二、巡查\n三、阻隔\n8\n开辟防火隔离带。\n县应急局\n10月底前\n",
    ],
)
def test_headings_between_the_rows(measures: Read, table: str) -> None:
    found = measures(table)
    assert [(m["number"], m["section"], m["text"], who(m)) for m in found] == [
        ("3", ["一、设施"], "修建护林站。", [("平原县财政局", "lead")]),
        ("8", ["三、阻隔"], "开辟防火隔离带。", [("平原县应急管理局", "lead")]),
    ]


def test_bodies_on_lines_of_their_own_share_a_cell(measures: Read) -> None:
    (measure,) = measures(
        "序号\n任务\n责任单位\n时限\n1\n修建护林站。\n县财政局\n县水利局\n县代建中心\n6月底前\n"
    )
    assert [name for name, _ in who(measure)] == ["平原县财政局", "平原县水利局", "平原县代建中心"]


def test_a_place_on_a_line_of_its_own_is_a_part_of_the_name(measures: Read) -> None:
    (measure,) = measures("序号\n任务\n承办单位\n1\n修建护林站。\n平原县\n水利局\n")
    assert who(measure) == [("平原县水利局", "responsible")]


def test_a_day_is_the_term_of_a_row_and_that_of_the_signature(measures: Read) -> None:
    found = measures(
        "序号\n任务\n责任单位\n完成时限\n1\n修建护林站。\n平原县财政局\n2023年6月30日\n"
        "2\n开辟防火隔离带。\n平原县水利局\n2023年10月\n平原县林业局\n2023年2月1日\n"
    )
    assert [(who(m)[0][0], m["deadlines"][0]["date"]) for m in found] == [
        ("平原县财政局", "2023-06-30"),
        ("平原县水利局", "2023-10-31"),
    ]


def test_a_number_under_the_head_of_the_tasks(measures: Read) -> None:
    found = measures(
        "工作任务\n|\n具体要求\n|\n责任股室\n|\n时限要求\n|\n防火\n|\n1\n|\n修建护林站。\n|\n办公室\n|\n年底前\n|\n"
        "2\n|\n开辟隔离带。\n|\n各股室\n|\n持续推进\n|\n"
    )
    assert [(m["number"], m["section"], m["text"], who(m)) for m in found] == [
        ("1", ["防火"], "修建护林站。", [("平原县林业局办公室", "responsible")]),
        ("2", ["防火"], "开辟隔离带。", [("各股室", "responsible")]),
    ]
    assert [m["ongoing"] for m in found] == [False, True]


def test_what_stands_behind_a_table_is_no_cell(measures: Read) -> None:
    found = measures(
        "序号\n任务\n责任单位\n1\n修建护林站。\n县财政局\n平原县2023年造林工作任务清单\n序号\n任务\n责任单位\n1\n栽种杨树。\n县水利局\n"
        "扫一扫在手机打开当前页\n"
    )
    assert [(m["text"], who(m)) for m in found] == [
        ("修建护林站。", [("平原县财政局", "responsible")]),
        ("栽种杨树。", [("平原县水利局", "responsible")]),
    ]


def test_a_list_behind_a_number_is_the_task_of_a_row(measures: Read) -> None:
    found = measures("序号\n任务\n责任单位\n1\n修订造林奖补清单\n县财政局\n2\n栽种杨树。\n县水利局\n")
    assert [(m["text"], who(m)[0][0]) for m in found] == [
        ("修订造林奖补清单", "平原县财政局"),
        ("栽种杨树。", "平原县水利局"),
    ]


def test_a_head_again_begins_the_next_table_under_its_heading(measures: Read) -> None:
    found = measures(
        "一、护林\n序号\n任务\n责任单位\n1\n修建护林站。\n县财政局\n二、造林\n序号\n任务\n责任单位\n1\n栽种杨树。\n县水利局\n"
    )
    assert [(m["section"], m["text"], who(m)[0][0]) for m in found] == [
        (["一、护林"], "修建护林站。", "平原县财政局"),
        (["二、造林"], "栽种杨树。", "平原县水利局"),
    ]


def test_offsets_are_those_of_the_file(measures: Read) -> None:
    words = "序号\n任务\n责任单位\n1\n修建护林站。\n县财政局\n县水利局\n"
    (measure,) = measures(words)
    text = HEADER + words
    assert [text[r["start"] : r["end"]] for r in measure["responsibilities"]] == ["县财政局", "县水利局"]
    assert text[measure["start"] : measure["end"]].split("\n") == [
        "1",
        "修建护林站。",
        "县财政局",
        "县水利局",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "登录 | 注册 | 责任单位查询\n一、修建护林站。（县财政局负责）\n",
        "一、修建护林站。（县财政局负责）\n序号 见附件 责任单位 各有关单位\n",
        "一、修建护林站。（县财政局负责）\n序号\n按规定填写。\n",
    ],
)
def test_lines_that_are_no_table(measures: Read, words: str) -> None:
    (measure,) = measures(words)
    assert who(measure) == [("平原县财政局", "responsible")]
