"""Times that a section's heading sets for the tasks below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import load_file

HEAD = "云台县人民政府关于巡查堤防的通知\n云政发〔2021〕7号\n各镇人民政府：\n"
TASKS = "\n（一）清理堤顶。（县水利局负责）\n（二）补种护堤林，2021年9月底前完成。（县林业局负责）\n"


@pytest.mark.parametrize(
    ("heading", "times"),
    [
        ("一、2021年6月底前完成的任务", ["2021-06-30", "2021-09-30"]),
        ("一、6月底前需完成的重点任务（2项）", ["2021-06-30", "2021-09-30"]),
        ("一、近期任务（2021年6月底前完成）", ["2021-06-30", "2021-09-30"]),
        ("一、2021年6月底前整改到位的问题", ["2021-06-30", "2021-09-30"]),
        ("一、2020年底前完成改造的堤段", [None, "2021-09-30"]),
        ("一、年度任务", [None, "2021-09-30"]),
        ("一、每年6月底前完成的任务", ["--06-30", "2021-09-30"]),
    ],
)
def test_tasks_without_a_time_of_their_own(heading: str, times: list[str | None], tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(HEAD + heading + TASKS, encoding="utf-8")
    document = load_file(path)
    dates = [[str(time.date or time.on) for time in measure.deadlines] for measure in document.measures]
    assert dates == [[time] if time else [] for time in times]
    assert not (times[0] and document.deadlines)


def test_tasks_that_go_on(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(HEAD + "一、长期坚持的任务" + TASKS + "二、长期以来的做法" + TASKS, encoding="utf-8")
    assert [measure.ongoing for measure in load_file(path).measures] == [True, True, False, False]
