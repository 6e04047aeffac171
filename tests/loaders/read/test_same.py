"""One document in every format gives the same measures, responsibilities, deadlines and citations."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from making import LEFT, UP, Document, Table, as_docx, as_html, as_md, as_ofd, as_pdf, as_txt, as_xlsx

from loaders import load_file, read_text, to_json

ROOT = Path(__file__).parents[3]

FORMATS: dict[str, tuple[str, Callable[[Document], bytes]]] = {
    "txt": (".txt", as_txt),
    "md": (".md", as_md),
    "html": (".html", as_html),
    "docx": (".docx", as_docx),
    "xlsx": (".xlsx", as_xlsx),
    "pdf": (".pdf", as_pdf),
    "pdf with a running head": (".pdf", partial(as_pdf, head="政府公报 2023年第5期")),
    "pdf across": (".pdf", partial(as_pdf, width=842.0, height=595.0)),
    "pdf turned": (".pdf", partial(as_pdf, width=842.0, height=595.0, rotate=90)),
    "pdf with whole rows": (".pdf", partial(as_pdf, tear=False)),
    "pdf with one head": (".pdf", partial(as_pdf, repeat=False)),
    "ofd": (".ofd", as_ofd),
    "ofd across": (".ofd", partial(as_ofd, width=842.0, height=595.0)),
}
PROSE = [name for name in FORMATS if name not in ("txt", "xlsx")]
RULED = [name for name in FORMATS if name != "md"]


def facts(found: Any) -> Any:
    """What a document says, without where it says it and what it is about."""
    left_out = ("start", "end", "source", "page", "domains", "keywords")
    if isinstance(found, dict):
        return {key: facts(value) for key, value in found.items() if key not in left_out}
    return [facts(item) for item in found] if isinstance(found, list) else found


def extracted(name: str, document: Document, folder: Path) -> Any:
    suffix, make = FORMATS[name]
    path = folder / f"document{suffix}"
    path.write_bytes(make(document))
    return facts(to_json(load_file(path)))


def paragraphs(path: Path) -> list[str]:
    """The lines of a text as paragraphs, without Markdown's marks."""
    source = read_text(path)
    return [re.sub(r"^#+ *|\*\*", "", source.text[b.start : b.end]).strip() for b in source.blocks]


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("sample", sorted((ROOT / "documents").glob("*.txt")), ids=lambda p: p.stem[:8])
def test_prose(sample: Path, name: str, tmp_path: Path) -> None:
    document = paragraphs(sample)
    expected = extracted("txt", document, tmp_path)
    assert len(expected["measures"]) > 15
    found = extracted(name, document, tmp_path)
    for part in ("document", "based_on", "citations", "deadlines", "measures"):
        assert found[part] == expected[part]


def tasks() -> Table:
    """A division of tasks over some pages: merged groups, long rows, 无."""
    rows = [["序号", "重点任务", "具体举措", "牵头单位", "配合单位", "完成时限"]]
    number = 0
    for group, count in (("健全政策体系", 3), ("加强审批服务", 4), ("强化监管执法", 5), ("完善保障机制", 4)):
        for k in range(count):
            number += 1
            words = f"制定第{number}项制度，修订《遂宁市公平竞争审查办法》（遂府办发〔2019〕{number}号），"
            rows.append(
                [
                    str(number),
                    UP if k else group,
                    words + "推动各项举措落地见效、" * (number * 7 % 5) + "形成工作闭环。",
                    "市发展改革委" if number % 3 else "市市场监管局、市财政局",
                    ["市财政局、市税务局", "无", "市教育局、市公安局、市人力资源社会保障局"][number % 3],
                    ["2023年12月底前", "持续推进", "2024年6月底前"][number % 3],
                ]
            )
    return rows


NOTICE = [
    "遂宁市人民政府办公室关于印发《遂宁市优化营商环境任务分工表》的通知",
    "遂府办发〔2023〕21号",
    "各县（市、区）人民政府，市级各部门：",
    "现将《遂宁市优化营商环境任务分工表》印发给你们，请认真贯彻执行。",
    "遂宁市人民政府办公室",
    "2023年5月6日",
    "附件",
    "遂宁市优化营商环境任务分工表",
]


@pytest.mark.parametrize("name", RULED)
def test_tables(name: str, tmp_path: Path) -> None:
    document: Document = [*NOTICE, tasks()]
    expected = extracted("md", document, tmp_path)
    found = extracted(name, document, tmp_path)
    for part in ("document", "based_on", "citations", "deadlines", "measures"):
        assert found[part] == expected[part]


LISTED: Table = [
    ["类别", "具体要求", LEFT, "责任股室", "时限"],
    ["森林防火", "1", "修建护林站，配备巡护车辆，落实防火期昼夜值守。", "办公室", "年底前"],
    [UP, "2", "开辟防火隔离带，清除林下可燃物。", "造林股、护林股", "6月底前"],
    ["林木管护", "3", "建立古树名木档案，一树一档。", "各股室", "持续推进"],
]


@pytest.mark.parametrize("name", [name for name in RULED if "running head" not in name])
def test_a_list_with_nothing_but_a_title_before_it(name: str, tmp_path: Path) -> None:
    """No line is full, and so only the table tells how wide the page is set."""
    lines = ["平原县林业局2023年森林防火和林木管护工作任务分解表", "发布时间：2023-03-09　来源：平原县林业局"]
    document: Document = [*lines, LISTED]
    expected = extracted("md", document, tmp_path)
    found = extracted(name, document, tmp_path)
    assert [m["number"] for m in expected["measures"]] == ["1", "2", "3"]
    assert expected["measures"][1]["section"] == ["森林防火"]
    assert found["document"]["title"] == lines[0]
    for part in ("document", "measures"):
        assert found[part] == expected[part]


def test_a_table_says_who_does_what(tmp_path: Path) -> None:
    measures = extracted("pdf", [*NOTICE, tasks()], tmp_path)["measures"]
    assert [m["number"] for m in measures] == [str(n) for n in range(1, 17)]
    assert [m["section"][-1] for m in measures[2:8]] == ["健全政策体系"] + ["加强审批服务"] * 4 + [
        "强化监管执法"
    ]
    sixth = measures[5]
    assert [(r["agency"], r["role"]) for r in sixth["responsibilities"]] == [
        ("遂宁市市场监督管理局", "lead"),
        ("遂宁市财政局", "lead"),
        ("遂宁市财政局", "support"),
        ("国家税务总局遂宁市税务局", "support"),
    ]
    assert [d["date"] for d in sixth["deadlines"]] == ["2023-12-31"]
    assert [r["role"] for r in measures[3]["responsibilities"]] == ["lead"], "无 is nobody"
