"""What a document names that is not the document itself, though its title may hold the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import load_file


@pytest.mark.parametrize(
    ("title", "preamble", "cited"),
    [
        (
            "云台县人民政府关于贯彻落实甘肃省湿地修复规划的通知",
            "省政府印发了《甘肃省湿地修复规划》（甘政发〔2020〕3号），现通知如下：",
            ["甘肃省湿地修复规划"],
        ),
        (
            "云台县人民政府关于印发实施云台县湿地修复规划的通知",
            "《云台县湿地修复规划》已经县政府同意，现印发给你们。",
            [],
        ),
        (
            "关于征求云台县湿地保护办法（草案）意见的公告",
            "《云台县湿地保护办法（草案）》（以下简称办法草案）已经审议，现将办法草案公布。",
            [],
        ),
        (
            "云台县人民政府关于《云台县湿地修复方案》的补充通知",
            "《云台县湿地修复方案》施行以来，进展顺利，现补充通知如下：",
            ["云台县湿地修复方案"],
        ),
        (
            "云台县人民政府关于延长《云台县湿地认领办法》有效期的通知",
            "各镇要抓紧落实。",
            ["云台县湿地认领办法"],
        ),
        (
            "关于征求《云台县湿地保护办法（草案）》意见的函",
            "我局修订形成了《云台县湿地保护办法（草案）》，请提出意见。",
            [],
        ),
        (
            "云台县人民政府关于云台县湿地修复总体规划的批复",
            "原则同意《云台县湿地修复总体规划》。",
            ["云台县湿地修复总体规划"],
        ),
        (
            "云台县人民政府关于印发云台县湿地修复规划的通知",
            "现将《云台县湿地修复规划》印发给你们，《云台县湿地修复规划》（云政发〔2016〕5号）同时废止。",
            ["云台县湿地修复规划"],
        ),
        (
            "云台县湿地保护方案",
            "我局编制了《云台县湿地保护方案（第二次征求意见稿）》，请提出意见。",
            [],
        ),
        (
            "关于印发湿地突发事件预案的通知",
            "现将修订后的《云台县湿地突发事件预案》印发给你们。《云台县湿地突发事件预案》（云政发〔2016〕5号）同时废止。",
            ["云台县湿地突发事件预案"],
        ),
        (
            "云台县水务局关于印发云台县堤防认定办法的通知",
            "我局对《云台县堤防认定办法》（云水发〔2016〕5号）进行了修订，现印发给你们。",
            ["云台县堤防认定办法"],
        ),
        (
            "云台县水务局关于《云台县堤防认定办法》实施有关事项的公告",
            "《云台县堤防认定办法》（云水发〔2016〕5号）已于2016年2月6日公布，现公告如下：",
            ["云台县堤防认定办法"],
        ),
        (
            "云台县堤防认定办法（修正）",
            "根据《甘肃省堤防条例》，制定本办法。",
            ["甘肃省堤防条例"],
        ),
        (
            "云台县人民政府关于修改《云台县堤防认定办法》的决定",
            "一、将第二条修改为：“堤防的认定，适用本办法。”",
            ["云台县堤防认定办法"],
        ),
        (
            "中华人民共和国湿地保护法",
            "中华人民共和国湿地保护法自2022年6月1日起施行。",
            [],
        ),
    ],
)
def test_cited(title: str, preamble: str, cited: list[str], tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(f"{title}\n各镇人民政府：\n{preamble}\n", encoding="utf-8")
    document = load_file(path)
    assert [c.title for c in (*document.based_on, *document.citations)] == cited


def test_one_title_with_two_numbers_is_two_instruments(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(
        "云台县人民政府关于保护湿地的意见\n各镇人民政府：\n根据国务院《关于保护湿地的意见》（国发〔2020〕3号）和省政府"
        "《关于保护湿地的意见》（甘政发〔2021〕5号），提出以下意见。\n一、退耕还湿。（县林草局负责）\n",
        encoding="utf-8",
    )
    assert [c.doc_number for c in load_file(path).based_on] == ["国发〔2020〕3号", "甘政发〔2021〕5号"]


def test_a_table_lists_what_a_decision_repeals(tmp_path: Path) -> None:
    path = tmp_path / "decision.html"
    rows = {
        "废止": ("云台县渡口管理办法", "云政发〔2001〕3号"),
        "继续有效": ("云台县水闸管理办法", "云政发〔2011〕5号"),
    }
    tables = "".join(
        f"<p>{said}的文件目录</p><table><tr><th>序号</th><th>文件名称</th><th>文号</th></tr>"
        f"<tr><td>1</td><td>{title}</td><td>{number}</td></tr></table>"
        for said, (title, number) in rows.items()
    )
    path.write_text(
        f"<html><body><h1>云台县人民政府关于清理文件的决定</h1>{tables}</body></html>", encoding="utf-8"
    )
    assert [(c.title, c.doc_number, c.action) for c in load_file(path).citations] == [
        (*rows["废止"], "repeal"),
        (*rows["继续有效"], "mention"),
    ]


def test_a_short_mention_bears_the_title_as_written(tmp_path: Path) -> None:
    text = (
        "云台县湿地巡查通知\n落实《云台县湿地行动方案（2021—2023年）》（以下简称《行动方案》）。\n"
        "一、按照《行动方案》巡查。\n二、《行动方案》期满后评估。\n"
    )
    path = tmp_path / "notice.txt"
    path.write_text(text, encoding="utf-8")
    found = load_file(path)
    titles = {c.title for m in found.measures for c in m.citations}
    assert titles == {"云台县湿地行动方案（2021—2023年）"}


def test_a_list_of_any_length_is_announced_once(tmp_path: Path) -> None:
    path = tmp_path / "decision.txt"
    lines = [f"{n}.关于护堤的第{n}个通知（云政发〔2001〕{n}号）" for n in range(1, 151)]
    head = "云台县人民政府关于清理文件的决定\n县政府作出如下决定。\n宣布失效的文件目录\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    document = load_file(path)
    cited = [*document.citations, *(c for m in document.measures for c in m.citations)]
    assert [c.action for c in cited] == ["repeal"] * 150


_TABLES = {
    "清理结果目录": (
        ("序号", "文件名称", "文号", "清理结果"),
        ("1", "关于牧道管理的通知", "云政发〔2000〕65号", "废止"),
        ("2", "关于水窖管理的通知", "云政发〔2011〕3号", "拟修订"),
        ("3", "关于渡口管理的意见", "云政发〔2012〕3号", "继续有效"),
    ),
    "县政府决定废止下列文件：": (
        ("序号", "发文字号", "文件标题"),
        ("1", "云政发〔2000〕65号", "云台县关于牧道管理的通知"),
        ("2", "云政发〔2003〕11号", "云台县关于水窖管理的通知"),
    ),
    "立法项目": (
        ("序号", "项目", "起草单位", "类别"),
        ("1", "《牧道管理办法》", "县水务局", "修订"),
        ("2", "《水窖管理办法》", "县水务局", "制定"),
    ),
    "存档文件": (("序号", "文号", "备注"), ("1", "云政发〔2000〕65号", "由县水务局存档")),
}


@pytest.mark.parametrize(
    ("head", "cited"),
    [
        (
            "清理结果目录",
            [
                ("关于牧道管理的通知", "云政发〔2000〕65号", "repeal"),
                ("关于水窖管理的通知", "云政发〔2011〕3号", "revise"),
                ("关于渡口管理的意见", "云政发〔2012〕3号", "mention"),
            ],
        ),
        (
            "县政府决定废止下列文件：",
            [
                ("云台县关于牧道管理的通知", "云政发〔2000〕65号", "repeal"),
                ("云台县关于水窖管理的通知", "云政发〔2003〕11号", "repeal"),
            ],
        ),
        ("立法项目", [("牧道管理办法", None, "revise"), ("水窖管理办法", None, "enact")]),
        ("存档文件", []),
    ],
)
def test_a_row_of_a_table_says_what_is_done(
    head: str, cited: list[tuple[str, str | None, str]], tmp_path: Path
) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in _TABLES[head])
    path = tmp_path / "table.html"
    path.write_text(
        f"<html><body><h1>云台县人民政府关于文件的决定</h1><p>{head}</p><table>{rows}</table></body></html>",
        encoding="utf-8",
    )
    document = load_file(path)
    found = [*document.citations, *(c for m in document.measures for c in m.citations)]
    assert [(c.title, c.doc_number, c.action) for c in found] == cited
