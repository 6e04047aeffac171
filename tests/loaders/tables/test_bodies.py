"""Who answers by a cell: a list, or words that say what each body does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders import load_file, to_json

ROLES = {"lead": "L", "responsible": "R", "support": "S"}


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("牵头单位：县水利局；配合单位：县财政局、县林业局", "L 县水利局 S 县财政局 S 县林业局"),
        ("牵头：县水利局<br>配合：县财政局、林业局", "L 县水利局 S 县财政局 S 县林业局"),
        ("主办：县水利局 协办：县财政局", "L 县水利局 S 县财政局"),
        ("责任单位：县水利局", "R 县水利局"),
        ("牵头单位：县水利局；责任人：王林木；配合：县财政局；时限：2023年12月", "L 县水利局 S 县财政局"),
        ("县水利局 舒大林", "R 县水利局"),
        ("县水利局牵头，县财政局配合", "L 县水利局 S 县财政局"),
        ("县水利局（牵头单位）<br>县财政局<br>各镇街（配合单位）", "L 县水利局 R 县财政局 S 各镇街"),
        ("1.县水利局 2.县财政局", "R 县水利局 R 县财政局"),
        ("县水利局 王林木", "R 县水利局"),
        ("县水利局：王林木", "R 县水利局"),
        ("县水利局局长王林木、县财政局副局长李树森", "R 县水利局 R 县财政局"),
        ("县水利局 县财政局", "R 县水利局 R 县财政局"),
        ("清河镇 李村镇 柳林乡 县水利局", "R 清河镇 R 李村镇 R 柳林乡 R 县水利局"),
        ("清河镇 人民政府、柳林乡", "R 清河镇人民政府 R 柳林乡"),
        ("县住房和城 乡建设局、县 水利局", "R 县住房和城乡建设局 R 县水利局"),
        ("<p>造林股</p><p>苗圃所</p><p>护林站</p>", "R 造林股 R 苗圃所 R 护林站"),
        ("县水利局、各相关单位", "R 县水利局"),
        ("无", ""),
    ],
)  # fmt: skip
def test_a_cell(tmp_path: Path, cell: str, said: str) -> None:
    path = tmp_path / "表.html"
    path.write_text(
        "<p>平原县人民政府关于治水任务分工的通知</p><table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>"
        f"<tr><td>1</td><td>疏浚沟渠。</td><td>{cell}</td></tr></table>",
        encoding="utf-8",
    )
    found: Any = to_json(load_file(path))
    (measure,) = found["measures"]
    assert (
        " ".join(
            f"{ROLES[r['role']]} {r['agency'].replace('平原县', '县')}" for r in measure["responsibilities"]
        )
        == said
    )
