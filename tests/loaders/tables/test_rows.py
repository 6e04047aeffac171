"""Which rows below a head are tasks: sums, headings and the lists of other tables are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders import load_file, to_json

Read = Callable[[str], dict[str, Any]]
HEAD = "序号,任务类别,任务,牵头单位,配合单位,完成时限\n"
FIRST = "1,清淤,疏浚河道。,县水利局,县财政局,6月底前\n"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The document of a county's table that is given as CSV."""

    def document(table: str, title: str = "平原县2023年河道治理任务分解表\n") -> dict[str, Any]:
        path = tmp_path / "表.csv"
        path.write_text(title + table, encoding="utf-8")
        found: Any = to_json(load_file(path))
        return dict(found)

    return document


def said(document: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (m["number"], m["text"], [(r["agency"], r["role"]) for r in m["responsibilities"]])
        for m in document["measures"]
    ]


TASK = ("1", "疏浚河道。", [("平原县水利局", "lead"), ("平原县财政局", "support")])


@pytest.mark.parametrize(
    "total", ["合计,,5项,,,", ",合 计,5项,,,", "小计:,,5项,县水利局,,", "总计,总计,总计,,,"]
)
def test_a_row_of_sums_is_no_measure(read: Read, total: str) -> None:
    assert said(read(f"{HEAD}{FIRST}{total}\n")) == [TASK]


@pytest.mark.parametrize("ditto", ["同上", "（同上）", "〃"])
def test_a_cell_that_says_what_the_one_above_does(read: Read, ditto: str) -> None:
    task = ("2", "修建围栏。", [("平原县水利局", "lead"), ("平原县林业局", "support")])
    document = read(f"{HEAD}{FIRST}2,绿化,修建围栏。,{ditto},县林业局,{ditto}\n")
    assert said(document) == [TASK, task]
    assert [m["deadlines"][0]["date"] for m in document["measures"]] == ["2023-06-30"] * 2


def test_the_list_of_another_table_ends_the_tasks(read: Read) -> None:
    contacts = "单位,联系人,电话\n县水利局,王某,6530000\n县财政局,李某,6530001\n"
    assert said(read(HEAD + FIRST + contacts)) == [TASK]
    again = read(HEAD + FIRST + contacts + HEAD + FIRST)
    assert said(again) == [TASK, TASK]


@pytest.mark.parametrize("row", ["2,名称,数量核对。,县统计局,,年底", "2,备注,电话,县统计局,,"])
def test_a_numbered_row_is_no_head_whatever_its_words(read: Read, row: str) -> None:
    assert [m["number"] for m in read(f"{HEAD}{FIRST}{row}\n")["measures"]] == ["1", "2"]


@pytest.mark.parametrize("heading", ["一、治理水体", "（一）治理水体（牵头领导：王林木）"])
def test_a_heading_in_the_column_of_tasks(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "表.txt"
    cells = f"序号\n任务\n责任单位\n配合单位\n完成时限\n{heading}\n1\n疏浚河道。\n县水利局\n6月底前\n"
    path.write_text("平原县2023年河道治理任务分解表\n" + cells, encoding="utf-8")
    found: Any = to_json(load_file(path))
    assert said(found) == [("1", "疏浚河道。", [("平原县水利局", "responsible")])]
    (measure,) = found["measures"]
    assert measure["section"] == [heading.partition("（牵头")[0]]
    whole = path.read_text(encoding="utf-8")[measure["start"] : measure["end"]]
    assert whole.split() == ["1", "疏浚河道。", "县水利局", "6月底前"]


def test_bodies_and_term_in_one_column(read: Read) -> None:
    document = read(
        "序号,工作任务,责任单位及完成时限\n1,疏浚河道。,县水利局牵头，县财政局配合，6月底前完成\n"
        '2,巡查堤防。,县应急局，全年\n3,修建泵站。,"责任单位：县水利局；完成时限：10月底"\n'
    )
    assert said(document) == [
        TASK,
        ("2", "巡查堤防。", [("平原县应急管理局", "responsible")]),
        ("3", "修建泵站。", [("平原县水利局", "responsible")]),
    ]
    first, second, third = document["measures"]
    assert [d["date"] for d in first["deadlines"]] == ["2023-06-30"]
    assert second["ongoing"] and not second["deadlines"]
    assert [d["date"] for d in third["deadlines"]] == ["2023-10-31"]


@pytest.mark.parametrize("title", ["平原县2023年河道治理任务分解表\n", ""])
def test_units_beside_tasks_answer_where_they_are_bodies(read: Read, title: str) -> None:
    document = read(
        "单位,任务,时限\n平原县水利局,疏浚河道。,2023年6月\n平原县财政局,筹措资金。,年底\n", title
    )
    assert said(document) == [
        ("1", "疏浚河道。", [("平原县水利局", "responsible")]),
        ("2", "筹措资金。", [("平原县财政局", "responsible")]),
    ]
    assert document["document"]["title"] == (title.strip() or None)


def test_a_table_without_a_title_has_none(read: Read) -> None:
    document = read(HEAD + FIRST, "")
    assert (document["document"]["title"], len(document["measures"])) == (None, 1)


def test_a_table_of_tasks_that_was_not_understood_is_warned_of(read: Read) -> None:
    turned = read("河道,疏浚东河,修建泵站\n牵头单位,县水利局,县财政局\n时限,6月,9月\n")
    assert turned["measures"] == []
    (warning,) = turned["warnings"]
    assert "牵头单位 | 县水利局 | 县财政局" in warning


@pytest.mark.parametrize(
    "table",
    [
        HEAD + FIRST,
        "任务,单位,数量\n疏浚河道,公里,12\n",
        "河道,长度,地点\n东河,12公里,平原县\n",
        "责任部门,县水利局\n",
    ],
)
def test_other_tables_are_not(read: Read, table: str) -> None:
    assert read(table)["warnings"] == []


def test_units_of_measurement_are_no_bodies(read: Read) -> None:
    assert said(read("任务,单位,数量\n疏浚河道,公里,12\n修建泵站,座,3\n")) == []


def test_a_role_below_the_noun_of_its_head(read: Read) -> None:
    document = read("序号,任务,责任单位,责任单位,时限\n,,牵头,协同,\n1,疏浚河道。,县水利局,县财政局,6月\n")
    assert said(document) == [TASK]


@pytest.mark.parametrize(
    "task", ["分享数字红利。", "扫码入园全覆盖。", "关闭小煤窑。", "打印档案目录。", "附表册归档。"]
)
def test_words_of_a_page_that_open_a_task_end_no_table(tmp_path: Path, task: str) -> None:
    path = tmp_path / "表.txt"
    cells = f"序号\n任务\n责任单位\n1\n{task}\n县水利局\n2\n疏浚河道。\n县财政局\n"
    for behind in ("分享到：", "分享", "【打印】", "扫码打开本页", "附件1", "附表：河道名录", "关闭窗口"):
        path.write_text(f"平原县2023年河道治理任务分解表\n{cells}{behind}\n县林业局\n", encoding="utf-8")
        found: Any = to_json(load_file(path))
        assert said(found) == [
            ("1", task, [("平原县水利局", "responsible")]),
            ("2", "疏浚河道。", [("平原县财政局", "responsible")]),
        ]


def test_what_rows_stand_under_are_sections(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text(
        "平原县2023年河道治理任务分解表\n序号,类别,重点任务,具体举措,牵头单位\n一、治理水体\n"
        "1,清淤,疏浚河道,清除淤泥。,县水利局\n2,,疏浚河道,运走淤泥。,县财政局\n3,,截污,封堵排口。,县水利局\n"
        "二、巡查堤防\n4,清淤,疏浚河道,复查。,县水利局\n",
        encoding="utf-8",
    )
    document = load_file(path)
    assert [(s.label, s.number, s.depth, s.order, s.kind) for s in document.sections] == [
        ("一、治理水体", "一", 1, 1, "tasks"),
        ("清淤", None, 2, 2, "tasks"),
        ("疏浚河道", None, 3, 3, "tasks"),
        ("截污", None, 3, 4, "tasks"),
        ("二、巡查堤防", "二", 1, 5, "tasks"),
        ("清淤", None, 2, 6, "tasks"),
        ("疏浚河道", None, 3, 7, "tasks"),
    ]
    below = {s.path: s for s in document.sections}
    first, second, third, last = (below[m.section_path] for m in document.measures)
    assert first is second and (third.label, last.order) == ("截污", 7)
    assert (first.start, first.end) == (document.measures[0].start, document.measures[1].end)
    # The keys of sections and of measures stay apart.
    assert not {s.path for s in document.sections} & {m.path for m in document.measures}
