"""Word documents: what Word computes, hides, merges and remembers."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from loaders import load_file, read_text
from loaders.read import SourceText


def saved(document: Any, folder: Path, name: str = "notice.docx") -> SourceText:
    made = io.BytesIO()
    document.save(made)
    (folder / name).write_bytes(made.getvalue())
    return read_text(folder / name)


def lines(source: SourceText) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks]


def xml(words: str) -> Any:
    namespaces = nsdecls("w") + " " + nsdecls("wp", "a")
    more = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    return parse_xml(re.sub(r"^<[\w:]+", lambda tag: f"{tag.group()} {namespaces} {more}", words))


def body(folder: Path, *elements: str) -> SourceText:
    document = docx.Document()
    for element in elements:
        document.element.body.insert(len(document.element.body) - 1, xml(element))
    return saved(document, folder)


def level(index: int, format: str, pattern: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbered(
    folder: Path, levels: list[str], paragraphs: list[tuple[int, int, str]], nums: str = ""
) -> list[str]:
    """The lines of paragraphs given as list, level and words; list 71 has the levels given."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = xml(f'<w:abstractNum w:abstractNumId="70">{"".join(levels)}</w:abstractNum>')
    numbering.insert(0, abstract)
    for num in ('<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num>', *nums.split("\n")):
        if num:
            numbering.append(xml(num))
    for num_id, index, words in paragraphs:
        paragraph = document.add_paragraph(words)
        paragraph._p.get_or_add_pPr().append(
            xml(f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{num_id}"/></w:numPr>')
        )
    return lines(saved(document, folder))


GB = [
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
]


def test_numbers_that_word_computes(tmp_path: Path) -> None:
    levels = [0, 1, 2, 2, 1, 2, 3, 0, 1]
    found = numbered(tmp_path, GB, [(71, at, "甲乙") for at in levels])
    labels = ["一、", "（一）", "1.", "2.", "（二）", "1.", "（1）", "二、", "（一）"]
    assert found == [label + "甲乙" for label in labels]


def test_numbers_above_ten(tmp_path: Path) -> None:
    found = numbered(tmp_path, GB, [(71, 0, "事") for _ in range(21)])
    assert [found[i] for i in (9, 10, 18, 19, 20)] == [
        "十、事",
        "十一、事",
        "十九、事",
        "二十、事",
        "二十一、事",
    ]


@pytest.mark.parametrize(
    ("format", "pattern", "expected"),
    [
        ("decimal", "第%1条", "第3条"),
        ("chineseCounting", "第%1条 ", "第三条"),
        ("decimalEnclosedCircle", "%1", "③"),
        ("decimalFullWidth", "%1．", "３．"),
        ("upperRoman", "%1.", "III."),
        ("lowerLetter", "%1)", "c)"),
        ("ideographTraditional", "%1、", "丙、"),
        ("bullet", "•", ""),
        ("none", "", ""),
    ],
)
def test_formats_of_numbers(format: str, pattern: str, expected: str, tmp_path: Path) -> None:
    found = numbered(tmp_path, [level(0, format, pattern)], [(71, 0, "事")] * 3)
    assert found[2].replace(" ", "") == expected + "事"


def test_a_level_that_never_starts_again(tmp_path: Path) -> None:
    levels = [GB[0], level(1, "chineseCounting", "（%2）", more='<w:lvlRestart w:val="0"/>')]
    found = numbered(tmp_path, levels, [(71, at, "事") for at in (0, 1, 1, 0, 1)])
    assert found == ["一、事", "（一）事", "（二）事", "二、事", "（三）事"]


def test_a_list_that_starts_elsewhere_and_one_that_goes_on(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="72"><w:abstractNumId w:val="70"/><w:lvlOverride w:ilvl="2">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>\n'
        '<w:num w:numId="73"><w:abstractNumId w:val="70"/></w:num>'
    )
    found = numbered(
        tmp_path, GB, [(71, 2, "事"), (71, 2, "事"), (72, 2, "事"), (72, 2, "事"), (73, 2, "事")], nums
    )
    assert found == ["1.事", "2.事", "1.事", "2.事", "3.事"]


def test_a_heading_numbered_by_its_style(tmp_path: Path) -> None:
    document = docx.Document()
    document.part.numbering_part.element.insert(
        0, xml(f'<w:abstractNum w:abstractNumId="70">{GB[0]}</w:abstractNum>')
    )
    document.part.numbering_part.element.append(
        xml('<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num>')
    )
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(xml('<w:numPr><w:numId w:val="71"/></w:numPr>'))
    document.add_heading("总体要求", 1)
    document.add_heading("重点任务", 1)
    document.add_heading("细目", 2)
    source = saved(document, tmp_path)
    assert lines(source) == ["一、总体要求", "二、重点任务", "细目"]
    assert [b.depth for b in source.blocks] == [1, 1, 2]


def test_numbers_in_a_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.part.numbering_part.element.insert(
        0, xml(f'<w:abstractNum w:abstractNumId="70">{level(0, "decimal", "%1")}</w:abstractNum>')
    )
    document.part.numbering_part.element.append(
        xml('<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num>')
    )
    table = document.add_table(2, 2)
    for row in table.rows:
        row.cells[0].paragraphs[0]._p.get_or_add_pPr().append(xml('<w:numPr><w:numId w:val="71"/></w:numPr>'))
        row.cells[1].text = "做事"
    assert lines(saved(document, tmp_path)) == ["1\t做事", "2\t做事"]


def test_measures_of_a_document_that_word_numbers(tmp_path: Path) -> None:
    words = [
        (71, 0, "重点任务"),
        (71, 1, "疏浚河道。（责任单位：市水利局）"),
        (71, 1, "加固堤防。（责任单位：市应急局）"),
    ]
    numbered(tmp_path, GB, words)
    document = load_file(tmp_path / "notice.docx")
    assert [m.number for m in document.measures] == ["(一)", "(二)"]


REVISED = [
    (
        '<w:p><w:r><w:t>由市水利局</w:t></w:r><w:del w:id="1" w:author="a"><w:r>'
        "<w:delText>配合</w:delText></w:r></w:del>"
        '<w:ins w:id="2" w:author="a"><w:r><w:t>牵头</w:t></w:r></w:ins></w:p>',
        ["由市水利局牵头"],
    ),
    (
        '<w:p><w:moveFrom w:id="1" w:author="a"><w:r><w:t>旧处</w:t></w:r></w:moveFrom>'
        '<w:moveTo w:id="2" w:author="a"><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>',
        ["新处"],
    ),
    (
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>',
        ["前半后半"],
    ),
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>可见</w:t></w:r></w:p>", ["可见"]),
    (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r></w:p>',
        ["7"],
    ),
    ("<w:p><w:r><w:t>上行</w:t><w:br/><w:t>下行</w:t></w:r></w:p>", ["上行", "下行"]),
    (
        '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'
        "<w:smartTag><w:r><w:t>标记</w:t></w:r></w:smartTag></w:p>",
        ["链接标记"],
    ),
    (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>shàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>缮</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r><w:r><w:t>治</w:t></w:r></w:p>",
        ["缮治"],
    ),
    ("<w:sdt><w:sdtContent><w:p><w:r><w:t>控件内</w:t></w:r></w:p></w:sdtContent></w:sdt>", ["控件内"]),
    (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>一、总体要求 3</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        [],
    ),
    ("<w:p><w:r><w:t>一、总体要求……………………3</w:t></w:r></w:p>", []),
]


@pytest.mark.parametrize(("element", "expected"), REVISED)
def test_what_is_printed(element: str, expected: list[str], tmp_path: Path) -> None:
    after = "<w:p><w:r><w:t>后半</w:t></w:r></w:p>"
    found = lines(body(tmp_path, element, after))
    assert found == (expected if expected == ["前半后半"] else [*expected, "后半"])


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>遂宁市人民政府文件</w:t></w:r></w:p></w:txbxContent>"
    element = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>遂府发〔2023〕1号</w:t></w:r></w:p>"
    )
    assert lines(body(tmp_path, element)) == ["遂宁市人民政府文件", "遂府发〔2023〕1号"]


def test_heads_and_feet_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    document.add_paragraph("正文")
    assert lines(saved(document, tmp_path)) == ["正文"]


def test_pages_as_word_saved_them(tmp_path: Path) -> None:
    source = body(
        tmp_path,
        "<w:p><w:r><w:t>首页</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>跨</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>页</w:t></w:r></w:p>",
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>三页</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>仍三页</w:t></w:r></w:p>",
    )
    assert [(w, b.page) for w, b in zip(lines(source), source.blocks, strict=True)] == [
        ("首页", 1),
        ("跨页", 1),
        ("三页", 3),
        ("仍三页", 3),
    ]


def test_no_pages_where_none_were_saved(tmp_path: Path) -> None:
    assert [b.page for b in body(tmp_path, "<w:p><w:r><w:t>首页</w:t></w:r></w:p>").blocks] == [None]


def test_merged_cells_stand_in_all_their_places(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(4, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "任务分工表"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "合"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "横"
    table.cell(2, 1).text, table.cell(2, 2).text = "甲", "乙"
    table.cell(3, 0).text, table.cell(3, 2).text = "丙", "丁"
    source = saved(document, tmp_path)
    assert lines(source) == ["任务分工表", "合\t横\t横", "合\t甲\t乙", "丙\t\t丁"]
    assert [b.kind for b in source.blocks] == ["paragraph", "row", "row", "row"]


def test_cells_merged_as_older_files_do(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for j, (words, merge) in enumerate([("序号", ""), ("分工", "restart"), ("", "continue")]):
        table.cell(0, j).text = words
        if merge:
            table.cell(0, j)._tc.get_or_add_tcPr().append(xml(f'<w:hMerge w:val="{merge}"/>'))
    for j, words in enumerate(("1", "甲", "乙")):
        table.cell(1, j).text = words
    assert lines(saved(document, tmp_path)) == ["序号\t分工\t分工", "1\t甲\t乙"]


def test_a_body_a_line_is_a_list_and_a_wrapped_name_is_none(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    table.cell(0, 0).text = "市教育局\n市科技局\n市公安局（市禁毒办）"
    table.cell(0, 1).text = "市发展改革委\n员会"
    table.cell(0, 2).text = "健全知识产权\n保护体系"
    row = "市教育局、市科技局、市公安局（市禁毒办）\t市发展改革委员会\t健全知识产权保护体系"
    assert lines(saved(document, tmp_path)) == [row]


def test_a_table_for_the_layout_is_read_as_text(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "一、疏浚河道。"
    cell.add_paragraph("二、加固堤防。")
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "乙"
    assert lines(saved(document, tmp_path)) == ["一、疏浚河道。", "二、加固堤防。", "甲\t乙"]


def test_a_deleted_row_is_none(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for i, row in enumerate(table.rows):
        row.cells[0].text, row.cells[1].text = f"甲{i}", f"乙{i}"
    table.rows[0]._tr.get_or_add_trPr().append(xml('<w:del w:id="1" w:author="a"/>'))
    assert lines(saved(document, tmp_path)) == ["甲1\t乙1"]


def test_footnotes_stay_out_of_the_running_text(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("登记险段。")
    paragraph._p.append(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    paragraph.add_run("（县水利局负责）")
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>险段按长度计。</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert lines(saved(document, tmp_path)) == ["登记险段。（县水利局负责）"]
