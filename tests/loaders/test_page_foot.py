"""What a page has below its text is no part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import load_file, to_json
from loaders.page_foot import text_end

TEXT = [
    "丰县人民政府办公室关于疏浚河道的通知",
    "一、疏浚河道。（县水利局负责）",
    "二、种植水草。（县林业局负责）",
]

FEET = [
    ["相关解读", "《沟渠管护条例》解读", "一图读懂《沟渠管护条例》"],
    ["《沟渠管护条例》政策解读"],
    ["[图解]《沟渠管护条例》"],
    ["政策解读:县水利局负责人就《沟渠管护条例》答记者问"],
    ["相关文件", "关于印发《沟渠管护办法》的通知 2023-05-01"],
    ["丰县人民政府关于印发《沟渠管护办法》的通知[2023-05-09]", "其他"],
    ["上一条:丰县人民政府关于公布《第三批名录》的通知[2023-04-01]", "下一条:没有了"],
    ["附件下载", "1.沟渠名单", "2.重点任务分工表"],
    ["主办:丰县人民政府办公室", "承办:县政务服务中心", "苏ICP备05070829号 苏公网安备 44010402001160号"],
    ["主办单位:丰县人民政府", "承办单位:县大数据局", "联系电话:0516-1234567", "备案号:苏ICP备05070829号"],
    ["主办单位:丰县人民政府", "版权所有:丰县人民政府", "网站地图"],
]


@pytest.mark.parametrize("foot", FEET, ids=lambda foot: foot[0])
def test_the_foot_of_a_page(foot: list[str], tmp_path: Path) -> None:
    assert text_end([*TEXT, "丰县人民政府办公室", *foot]) == 4
    found = []
    for lines in (TEXT, [*TEXT, *foot]):
        path = tmp_path / "page.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        document = to_json(load_file(path))
        found.append([document["measures"], document["citations"], document["based_on"]])
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "last",
    [
        ["附件:1.沟渠名单", "2.《沟渠管护办法》解读", "丰县人民政府办公室", "2023年6月1日"],
        ["抄送:县委各部门", "丰县人民政府办公室 2023年6月1日印发"],
        ["三、做好《沟渠管护办法》解读", "四、办理网站ICP备案", "责任单位:县水利局"],
        ["相关文件", "由县水利局起草,一并印发。"],
        ["1.关于印发《沟渠管护办法》的通知(2019-05-01)"],
        ["主办单位:县水利局"],
    ],
    ids=lambda last: last[0],
)
def test_what_ends_a_text_is_no_foot(last: list[str]) -> None:
    assert text_end([*TEXT, *last]) == len(TEXT) + len(last)


def test_lines_above_a_table_and_a_page_without_sentences() -> None:
    assert text_end(["疏浚。", "相关解读", None]) == 3
    assert text_end(["《沟渠管护条例》政策解读", "疏浚河道", "种植水草"]) == 3
