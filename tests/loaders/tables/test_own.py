"""A division-of-tasks table as `zeren table` writes it: each row says all of its task by itself."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pytest

from graph.exports._duties import Answer, Ground, Time
from graph.exports._wording import ground_words, time_words, written_names
from loaders import load_file, to_json

HEAD = "序号,章节,任务,牵头单位,配合单位,责任单位,完成时限,依据,页码"


def read(folder: Path, *rows: str, title: str = "丰县护堤方案", area: str = "丰县") -> Any:
    path = folder / "table.csv"
    facts = [f"{title}　任务分工表", f"文件名称：{title}", f"成文日期：2021年3月4日　适用地区：{area}"]
    path.write_text("\n".join([*facts, HEAD, *rows]) + "\n", encoding="utf-8")
    return to_json(load_file(path))


def test_no_row_heads_others_or_is_a_part_of_one(tmp_path: Path) -> None:
    rows = ["一,甲、治理,疏浚河道,,,,,,", "二,,种植水草,,,,,,", ",,放养鱼类,,,县水利局,,,"]
    found = [(m["number"], m["section"], m["text"]) for m in read(tmp_path, *rows)["measures"]]
    assert found == [("一", ["甲、治理"], "疏浚河道"), ("二", [], "种植水草"), ("3", [], "放养鱼类")]


def test_a_single_short_row_is_no_second_head(tmp_path: Path) -> None:
    assert [m["text"] for m in read(tmp_path, "二,,主要任务,,,,,,")["measures"]] == ["主要任务"]


def test_times_and_grounds_are_those_of_their_cells(tmp_path: Path) -> None:
    task = '"修订《护堤办法》，2021年5月底前公布，推广《堤坝验收》国家标准"'
    row = f"1,落实《护渠办法》,{task},,,县水利局,{{}},{{}},"
    stated, silent = read(
        tmp_path, row.format("2021年6月底前", "《护堤办法》；《堤坝验收》"), row.format("", "")
    )["measures"]
    assert [d["date"] for d in stated["deadlines"]] == ["2021-06-30"]
    assert [(c["title"], c["action"]) for c in stated["citations"]] == [
        ("护堤办法", "mention"),
        ("堤坝验收", "apply"),
    ]
    assert not silent["deadlines"] and not silent["citations"]


@pytest.mark.parametrize("action", ["mention", "implement", "revise", "repeal"])
def test_an_instrument_that_has_but_a_number(tmp_path: Path, action: str) -> None:
    words = ground_words(Ground(title=None, number="苏水发〔2000〕12号", action=action))
    (measure,) = read(tmp_path, f"1,,疏浚河道。,,,县水利局,,{words},")["measures"]
    assert [(c["doc_number"], c["action"]) for c in measure["citations"]] == [("苏水发〔2000〕12号", action)]


@pytest.mark.parametrize(
    ("kind", "text", "date"),
    [("until", "延长至3月底", "2021-03-31"), ("until", "顺延到2022年6月", "2022-06-30"),
     ("target", "力争2023年", "2023-12-31")],
)  # fmt: skip
def test_times_mean_the_same_in_a_cell(tmp_path: Path, kind: str, text: str, date: str) -> None:
    words = time_words(Time(kind=kind, text=text, date=datetime.date.fromisoformat(date)))
    (measure,) = read(tmp_path, f"1,,疏浚河道。,,,县水利局,{words},,")["measures"]
    assert [(d["kind"], d["date"]) for d in measure["deadlines"]] == [(kind, date)]


def test_where_it_applies_and_what_it_is_of(tmp_path: Path) -> None:
    document = read(tmp_path, "1,,疏浚县城河道。,,,县水利局,,,", title="护堤方案", area="丰县")["document"]
    assert (document["jurisdiction"], document["text_title"]) == ("丰县", None)
    document = read(tmp_path, "1,,疏浚丰县、沛县河道。,,,水利局,,,", title="护堤方案", area="全国")[
        "document"
    ]
    assert document["jurisdiction"] == "全国"
    document = read(tmp_path, "1,,疏浚河道。,,,县水利局,,,", title="丰县水利局关于印发护堤方案的通知")[
        "document"
    ]
    assert document["text_title"] is None


def test_a_unit_that_nobody_knows_has_the_name_of_its_body() -> None:
    answer = Answer(
        agency="a", name="丰县水利局巡堤大队", short_name="巡堤大队", role="lead", surface="巡堤大队"
    )
    known = Answer(agency="b", name="丰县水利局", short_name="县水利局", role="lead", surface="县水利局")
    assert written_names([answer, known], [answer, known]) == ["巡堤大队", "县水利局"]
    doubted = dataclasses.replace(answer, doubt="unknown agency")
    assert written_names([doubted, known], [doubted, known]) == ["丰县水利局巡堤大队", "县水利局"]
