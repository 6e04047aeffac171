"""Tables on their side, and those that state what is to be done by a time in the heads of columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders import load_file, to_json
from loaders.tables.columns import holds
from loaders.tables.head import find_head
from loaders.tables.stages import is_stage

Read = Callable[..., list[dict[str, Any]]]
TITLE = "平原县林业局2023年护林工作任务表"


@pytest.fixture
def measures(tmp_path: Path) -> Read:
    """The measures of a county's table, CSV unless another suffix is given."""

    def read(table: str, suffix: str = "csv") -> list[dict[str, Any]]:
        path = tmp_path / f"表.{suffix}"
        path.write_text(f"{TITLE}\n{table}", encoding="utf-8")
        found: Any = to_json(load_file(path))
        return list(found["measures"])

    return read


def who(measure: dict[str, Any]) -> list[tuple[str, str]]:
    return [(r["agency"], r["role"]) for r in measure["responsibilities"]]


def said(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(m["number"], m["text"], who(m), [d["date"] for d in m["deadlines"]]) for m in found]


FIRST = ("1", "修建护林站。", [("平原县财政局", "lead"), ("平原县水利局", "support")], ["2023-06-30"])
SECOND = ("2", "开辟防火隔离带。", [("平原县应急管理局", "lead")], ["2023-10-31"])


@pytest.mark.parametrize(
    ("table", "suffix"),
    [
        # A column a task, with and without numbers.
        (
            "序号,1,2\n任务,修建护林站。,开辟防火隔离带。\n牵头单位,县财政局,县应急局\n配合单位,县水利局,无\n时限,6月底前,10月底前\n",
            "csv",
        ),
        (
            "任务 | 修建护林站。 | 开辟防火隔离带。 |\n牵头单位 | 县财政局 | 县应急局 |\n"
            "配合单位 | 县水利局 | / |\n时限 | 6月底前 | 10月底前 |\n",
            "txt",
        ),
        # A card a task: its facts one below the other, in pairs, and with words across the other cells.
        (
            "任务,修建护林站。\n牵头单位,县财政局\n配合单位,县水利局\n时限,6月底前\n"
            "任务,开辟防火隔离带。\n牵头单位,县应急局\n时限,10月底前\n",
            "csv",
        ),
        (
            "任务,修建护林站。,,\n牵头单位,县财政局,配合单位,县水利局\n时限,6月底前,备注,续建\n"
            "任务,开辟防火隔离带。,,\n牵头单位,县应急局,配合单位,无\n时限,10月底前,备注,新建\n",
            "csv",
        ),
    ],
)
def test_a_table_on_its_side_is_set_upright(measures: Read, table: str, suffix: str) -> None:
    assert said(measures(table, suffix)) == [FIRST, SECOND]


def test_each_task_has_its_own_citations(measures: Read) -> None:
    first, second = measures(
        "任务,落实《平原县护林办法》。,修订《平原县防火规定》。\n责任单位,县林业局,县应急局\n时限,6月,9月\n"
    )
    assert [[c["title"] for c in m["citations"]] for m in (first, second)] == [
        ["平原县护林办法"],
        ["平原县防火规定"],
    ]


@pytest.mark.parametrize(
    "table",
    [
        "责任单位,县财政局,县水利局\n时限,6月,9月\n备注,续建,新建\n",
        "发布机构,县林业局\n文号,平林发〔2023〕1号\n发布日期,2023年3月1日\n",
        "任务,河道,公里\n疏浚,东河,12\n清淤,西河,9\n",
    ],
)
def test_other_tables_are_not(measures: Read, table: str) -> None:
    assert measures(table) == []


@pytest.mark.parametrize(
    "head", ["一季度", "第三季度", "2023年四季度", "上半年", "1-3月", "6月底", "二季度工作目标", "3月份"]
)
def test_a_head_may_be_a_time(head: str) -> None:
    assert is_stage(head) and holds(head) == "stage"


@pytest.mark.parametrize("head", ["季度", "一季度完成情况", "进度安排", "2023年", "年底前", "开工时间"])
def test_other_heads_are_none(head: str) -> None:
    assert not is_stage(head)


STAGES = "序号,任务,进度安排,,,责任单位\n,,一季度,二季度,四季度,\n"


def test_what_is_done_by_the_time_of_a_column_is_due_then(measures: Read) -> None:
    first, second, third = measures(
        STAGES + "1,修建护林站。,完成选址,,建成投用,县财政局\n"
        "2,巡查林区。,持续推进,持续推进,持续推进,县林业局\n"
        "3,栽植苗木。,300,5月底前栽植,800,县林业局\n"
    )
    assert [d["date"] for d in first["deadlines"]] == ["2023-03-31", "2023-12-31"]
    assert (second["ongoing"], second["deadlines"]) == (True, [])
    assert [d["date"] for d in third["deadlines"]] == ["2023-05-31"]
    assert [who(m) for m in (first, second)] == [
        [("平原县财政局", "responsible")],
        [("平原县林业局", "responsible")],
    ]


def test_amounts_by_quarter_set_no_term() -> None:
    above = find_head(["序号", "任务", "计划投资", "计划投资", "责任单位"])
    below = above.below(["", "", "一季度", "二季度", ""]) if above else None
    assert below is None or below.stages == ()


@pytest.mark.parametrize(
    ("table", "suffix"),
    [
        # The second row of a head in its places, and below the words that merged cells left.
        (
            "| 序号 | 任务 | 责任分工 |  | 时限 |\n| --- | --- | --- | --- | --- |\n"
            "|  |  | 牵头单位 | 配合单位 |  |\n| 1 | 修建护林站。 | 县财政局 | 县水利局 | 6月底前 |\n"
            "| 2 | 开辟防火隔离带。 | 县应急局 |  | 10月底前 |\n",
            "md",
        ),
        (
            "序号\t任务\t责任分工\t\t时限\n\t\t牵头单位\t配合单位\t\n1\t修建护林站。\t县财政局\t县水利局\t6月底前\n"
            "2\t开辟防火隔离带。\t县应急局\t无\t10月底前\n",
            "txt",
        ),
        (
            "序号 | 任务 | 责任分工 | 时限 | 联系人 ||\n牵头单位 | 配合单位 |||||\n"
            "1 | 修建护林站。 | 县财政局 | 县水利局 | 6月底前 | 王林木 |\n"
            "2 | 开辟防火隔离带。 | 县应急局 | 无 | 10月底前 | 王林木 |\n",
            "txt",
        ),
        (
            "序号\n任务\n责任分工\n时限\n联系人\n牵头单位\n配合单位\n1\n修建护林站。\n县财政局\n县水利局\n6月底前\n王林木\n"
            "2\n开辟防火隔离带。\n县应急局\n无\n10月底前\n王林木\n",
            "txt",
        ),
    ],
)
def test_the_second_row_of_a_head(measures: Read, table: str, suffix: str) -> None:
    assert said(measures(table, suffix)) == [FIRST, SECOND]


def test_quarters_below_their_word_with_a_cell_a_line(measures: Read) -> None:
    head = "序号 任务 目标值 进度安排 责任单位 一季度 二季度 三季度"
    rows = "1 修建护林站。 6处 选址 动工 建成 县财政局 2 栽植苗木。 9万株 整地 栽植 管护 县林业局"
    found = measures("\n\n".join(f"{head} {rows}".split()), "txt")
    assert [(m["text"], who(m)) for m in found] == [
        ("修建护林站。", [("平原县财政局", "responsible")]),
        ("栽植苗木。", [("平原县林业局", "responsible")]),
    ]
    assert [d["date"] for d in found[1]["deadlines"]] == ["2023-03-31", "2023-06-30", "2023-09-30"]


def test_a_remark_says_that_the_task_goes_on(measures: Read) -> None:
    first, second = measures(
        "类别,任务,责任单位,备注\n护林,巡查林区。,县林业局,长期坚持\n防火,修建护林站。,县财政局,2023年6月底前完成\n"
    )
    assert (first["ongoing"], first["deadlines"]) == (True, [])
    assert [d["date"] for d in second["deadlines"]] == ["2023-06-30"]


def test_the_term_is_when_it_is_to_be_done_not_begun(measures: Read) -> None:
    (measure,) = measures("序号,任务,责任单位,计划开工时间,计划完工时间\n1,修建护林站。,县财政局,3月,9月\n")
    assert [d["date"] for d in measure["deadlines"]] == ["2023-09-30"]


@pytest.mark.parametrize(
    "cell",
    [
        "县财政局（牵头）、县水利局",
        '"县财政局（牵头）\n县水利局"',
        "县财政局（牵头）、县水利局（配合）",
        "县财政局（牵头）县水利局",
    ],
)
def test_a_mark_in_brackets_gives_the_role(measures: Read, cell: str) -> None:
    (measure,) = measures(f"序号,任务,责任单位\n1,修建护林站。,{cell}\n")
    rest = "support" if "配合" in cell else "responsible"
    assert who(measure) == [("平原县财政局", "lead"), ("平原县水利局", rest)]


def test_bodies_that_nothing_parts(measures: Read) -> None:
    (measure,) = measures("序号,任务,责任单位\n1,修建护林站。,县财政局县水利局、县林业局县应急局\n")
    assert [agency for agency, _ in who(measure)] == [
        "平原县财政局",
        "平原县水利局",
        "平原县林业局",
        "平原县应急管理局",
    ]


def test_line_ends_of_markdown_part_bodies(measures: Read) -> None:
    (measure,) = measures(
        "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 修建护林站。 | 县财政局<br>北湖街道 |\n", "md"
    )
    assert [r["surface"] for r in measure["responsibilities"]] == ["县财政局", "北湖街道"]


@pytest.mark.parametrize(
    ("cell", "surfaces"),
    [
        ("县财政局\n北湖街道\n城关乡", ["县财政局", "北湖街道", "城关乡"]),
        ("县残联\n县妇联\n护林工作专班", ["县残联", "县妇联", "护林工作专班"]),
        ("北湖街道\n办事处", ["北湖街道办事处"]),
        ("平原县\n人民法院", ["平原县人民法院"]),
        ("县住房和城乡\n建设局", ["县住房和城乡建设局"]),
    ],
)
def test_bodies_one_a_line(measures: Read, cell: str, surfaces: list[str]) -> None:
    (measure,) = measures(f'序号,任务,责任单位\n1,修建护林站。,"{cell}"\n')
    assert [r["surface"] for r in measure["responsibilities"]] == surfaces


def test_a_body_that_leads_stands_beside_those_that_do_it(measures: Read) -> None:
    (measure,) = measures("序号,任务,牵头部门,主责单位,协办单位\n1,巡查林区。,县林业局,县水利局,县应急局\n")
    assert [role for _, role in who(measure)] == ["lead", "responsible", "support"]


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_aims_by_year_stand_below_their_word(measures: Read, suffix: str) -> None:
    table = (
        "| 任务 | 目标值 |  | 责任单位 |\n|  | 2023年 | 2024年 |  |\n| 巡查覆盖率 | 95% | 100% | 县林业局 |\n"
        if suffix == "md"
        else "任务 | 目标值 | 责任单位 ||\n2023年 | 2024年 |||\n巡查覆盖率 | 95% | 100% | 县林业局 |\n"
    )
    (measure,) = measures(table, suffix)
    assert (measure["text"], who(measure)) == ("巡查覆盖率", [("平原县林业局", "responsible")])


def test_a_person_behind_a_body_whose_line_was_broken(measures: Read) -> None:
    (measure,) = measures("序号,任务,牵头单位及责任人\n1,巡查林区。,县林业局王建国\n")
    assert who(measure) == [("平原县林业局", "lead")]


def test_the_number_of_a_page_parts_no_table(measures: Read) -> None:
    rows = "1 | 修建护林站。 | 县财政局 |\n— 2 —\n2 | 栽植苗木。 | 县林业局 |\n"
    assert len(measures("序号 | 任务 | 责任单位（列首位的牵头） |\n" + rows, "txt")) == 2
