"""Notes that give somebody a duty for all tasks that follow: told as a warning, linked to no task."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import load_file
from loaders.recognise.asides import said_of_all

TEXT = """云台县人民政府关于巡查堤防的通知
云政发〔2021〕7号
各镇人民政府：
一、组织巡查。（责任单位：县水利局，各镇人民政府。{note}）
二、修补险段。（责任单位：县水利局）
云台县人民政府
2021年3月5日
"""


@pytest.mark.parametrize(
    "note",
    [
        "以下均需各镇人民政府落实，不再列出",
        "以下任务均由各镇人民政府负责，不再一一列出",
        "以下各项措施均涉及各镇，不再重复列出",
        "各镇人民政府均为责任单位，不再列出",
    ],
)
def test_a_duty_for_all_tasks_below(note: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(TEXT.format(note=note), encoding="utf-8")
    document = load_file(path)
    assert [[r.agency.name for r in m.responsibilities] for m in document.measures] == [
        ["县水利局", "各镇人民政府"],
        ["县水利局"],
    ]
    (warning,) = document.warnings
    assert warning.endswith(f": {note}")


@pytest.mark.parametrize(
    "words",
    [
        "以下工作由县水利局负责",
        "2022年起不再发放补贴,以下简称补贴",
        "以下均为已完成任务",
        "各镇均为责任单位,不再发文",
    ],
)
def test_no_such_duty(words: str) -> None:
    assert said_of_all(words) is None
