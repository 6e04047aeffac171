"""Tasks under headings that are the bodies who do them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import load_file

HEAD = "云台省人民政府办公厅关于印发护堤任务部门分解的通知\n各市人民政府：\n"


def read(path: Path, text: str) -> list[tuple[str | None, list[tuple[str, str]]]]:
    path.write_text(HEAD + text, encoding="utf-8")
    return [(m.number, [(r.surface, r.role) for r in m.responsibilities]) for m in load_file(path).measures]


def test_each_task_is_its_heading_s(tmp_path: Path) -> None:
    found = read(
        tmp_path / "plan.txt",
        "一、省水利厅\n1.编制护堤规划。\n2.修补险段，配合单位：省财政厅。\n二、省财政厅、省审计厅\n1.审计经费。（省审计厅负责）\n"
        "2.安排经费。\n三、各市人民政府\n1.清理堤顶。\n",
    )
    assert found == [
        ("1", [("省水利厅", "responsible")]),
        ("2", [("省水利厅", "responsible"), ("省财政厅", "support")]),
        ("1", [("省审计厅", "responsible")]),
        ("2", [("省财政厅", "responsible"), ("省审计厅", "responsible")]),
        ("1", [("各市人民政府", "responsible")]),
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("省水利厅牵头任务（2项）", "lead"),
        ("省水利厅负责的重点任务", "responsible"),
        ("省水利厅：", "responsible"),
    ],
)
def test_words_beside_the_bodies_of_a_heading(heading: str, role: str, tmp_path: Path) -> None:
    text = f"一、{heading}\n1.编制护堤规划。\n2.修补险段。\n二、省财政厅\n1.安排经费。\n2.核算经费。\n"
    assert read(tmp_path / "plan.txt", text)[1] == ("2", [("省水利厅", role)])


@pytest.mark.parametrize(
    "text",
    [
        # One such heading among others is none of a division; nor is one that says what is done.
        "一、省水利厅\n1.编制护堤规划。\n2.修补险段。\n二、安排经费\n1.拨付经费。\n三、审计经费\n1.核查经费。\n",
        "一、组织体系\n（一）省水利厅\n1.编制护堤规划。\n2.修补险段。\n（二）省财政厅\n1.拨付经费。\n2.核查经费。\n",
        "一、省防汛指挥部\n1.组成人员。省长任指挥长。\n2.修补险段。\n二、省水利厅\n1.人员构成。设两处。\n2.核查经费。\n",
        "一、省水利厅编制规划\n1.编制护堤规划。\n2.修补险段。\n二、省财政厅安排经费\n1.拨付经费。\n2.核查经费。\n",
    ],
)
def test_other_headings(text: str, tmp_path: Path) -> None:
    assert all(not bodies for _, bodies in read(tmp_path / "plan.txt", text))
