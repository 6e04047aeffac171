"""PDF: paragraphs from lines, pages, furniture, tables, and files without text."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from making import LEFT, UP, as_pdf
from reportlab.lib import pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from loaders import errors, read_text
from loaders.read import SourceText


def written(data: bytes, folder: Path) -> SourceText:
    (folder / "notice.pdf").write_bytes(data)
    return read_text(folder / "notice.pdf")


def lines(source: SourceText) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks]


LONG = "各地各部门要切实加强组织领导，明确责任分工，细化工作措施，确保各项任务落到实处。" * 6


def test_lines_are_joined_to_paragraphs(tmp_path: Path) -> None:
    document = ["一、总体要求", LONG, "二、重点任务", "（一）疏浚河道。" + LONG, "短段。"]
    assert lines(written(as_pdf(document), tmp_path)) == document


def test_a_paragraph_goes_on_over_the_page_end(tmp_path: Path) -> None:
    document = [LONG] * 6
    source = written(as_pdf(document, head="政府公报"), tmp_path)
    assert lines(source) == document
    assert [b.page for b in source.blocks] == [1, 1, 1, 2, 2, 3]


def test_the_running_head_of_a_single_page(tmp_path: Path) -> None:
    """In small print, alone at the edge, and no sentence."""
    assert lines(written(as_pdf([LONG], head="丰县政府公报 2023年第5期"), tmp_path)) == [LONG]
    head = "六月底前完成，其余推进"
    assert lines(written(as_pdf([LONG], head=head), tmp_path)) == [head, LONG]


def test_paragraphs_that_only_their_distance_parts(tmp_path: Path) -> None:
    full = "各乡镇要切实加强组织领导明确责任分工细化护堤措施落到实处"  # as wide as the page
    document = [full[:27], LONG, full[:27], LONG]
    assert lines(written(as_pdf(document, indent=0, gap=10), tmp_path)) == document


def test_what_stands_behind_a_full_line_without_indents(tmp_path: Path) -> None:
    """A signature begins a paragraph; a number that the line end has torn does not."""
    full = "各乡镇要切实加强组织领导明确责任分工细化护堤措施落到"  # as wide as the page, with one more
    signed = [LONG, full + "。", "平原县水利局", "2023年5月6日"]
    assert lines(written(as_pdf(signed, indent=0), tmp_path)) == signed
    torn = as_pdf([LONG, full + "第", "十二、十三条不重复享受。"], indent=0)
    assert lines(written(torn, tmp_path)) == [LONG, full + "第十二、十三条不重复享受。"]


def test_a_line_at_the_right_is_not_gone_on_with_at_the_left(tmp_path: Path) -> None:
    document = ["\u3000" * 16 + "二○二三年十二月十四日", "各乡镇" + LONG]
    found = lines(written(as_pdf(document, indent=0), tmp_path))
    assert found == [document[0].strip(), document[1]]


def gazette(columns: list[list[str]], titles: dict[int, str], *, shift: float = 0) -> bytes:
    """Pages in two columns of 20 characters: lines by columns, 30 a column, and titles across them, each
    before a line of the left column."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    page = Canvas(made, pagesize=(595, 842))
    for k in range(0, len(columns), 2):
        page.setFont("STSong-Light", 11)
        for side, lines_ in enumerate(columns[k : k + 2]):
            y = 760.0 - shift * side
            for i, line in enumerate(lines_):
                if k == 0 and i in titles:
                    y -= 60
                    if not side:
                        page.drawString(200, y + 30, titles[i])
                for j, char in enumerate(line):
                    if char != "\u3000":
                        page.drawString(70 + 236 * side + 11 * j, y, char)
                y -= 18
        page.drawString(60, 40, f"— {k // 2 + 7} —")
        page.showPage()
    page.save()
    return made.getvalue()


def set_in(words: list[str], width: int = 20) -> list[str]:
    """The lines of paragraphs in a column."""
    indented = ["\u3000\u3000" + paragraph for paragraph in words]
    return [line[at : at + width] for line in indented for at in range(0, len(line), width)]


@pytest.mark.parametrize("shift", [0, 7])
def test_two_columns(shift: float, tmp_path: Path) -> None:
    document = [LONG, "（一）疏浚河道。" + LONG, "（二）加固堤防。" + LONG, "短段。", LONG, "短段。", LONG]
    rows = set_in(document)
    columns = [rows[:30], rows[30:53], rows[53:]]  # A right column that ends early, a page with but one.
    source = written(gazette(columns, {}, shift=shift), tmp_path)
    assert lines(source) == document
    assert source.blocks[-1].page == 2


def test_a_title_across_two_columns(tmp_path: Path) -> None:
    """What stands above it in both columns comes before it."""
    above, below = [LONG[:100], LONG[:95]], ["各乡镇" + LONG[:150], LONG]
    upper, lower = set_in(above), set_in(below)
    half = (len(lower) + 1) // 2
    columns = [upper[:6] + lower[:half], upper[6:] + [""] * (12 - len(upper)) + lower[half:]]
    found = lines(written(gazette(columns, {6: "丰县沟渠疏浚和堤防加固工作方案"}), tmp_path))
    assert found == [*above, "丰县沟渠疏浚和堤防加固工作方案", *below]


def test_a_list_in_two_columns_is_no_page_in_columns(tmp_path: Path) -> None:
    """Names and where they sit, without rules: each line is a pair."""
    names = [f"第{i}中学" for i in range(12)]
    columns = [names, [f"丰县东街{i}号" for i in range(12)]]
    found = lines(written(gazette(columns, {}), tmp_path))
    pairs = [name + place for name, place in zip(*columns, strict=True)]
    assert "".join(found).replace(" ", "") == "".join(pairs)


def test_numbers_words_and_spaces_at_line_ends(tmp_path: Path) -> None:
    words = "到2025年末新建充电桩超过一万二千个并支持Hello World等开源社区以及各类WTO TBT通报评议工作" * 4
    found = lines(written(as_pdf([words]), tmp_path))
    assert [line.replace(" ", "") for line in found] == [words.replace(" ", "")]
    assert "Hello World" in found[0]


def test_a_table_is_taken_out_of_the_running_text(tmp_path: Path) -> None:
    table = [
        ["任务分工表", LEFT, LEFT],
        ["序号", "任务", "责任单位"],
        ["1", "疏浚河道", "市水利局"],
        ["2", "加固堤防", UP],
    ]
    source = written(as_pdf(["表前。", table, "表后。"]), tmp_path)
    assert lines(source) == [
        "表前。",
        "任务分工表",
        "序号\t任务\t责任单位",
        "1\t疏浚河道\t市水利局",
        "2\t加固堤防\t市水利局",
        "表后。",
    ]
    assert [b.kind for b in source.blocks] == ["paragraph", "paragraph", "row", "row", "row", "paragraph"]


def test_bodies_listed_one_a_line_in_a_cell(tmp_path: Path) -> None:
    table = [["任务", "责任单位"], ["疏浚河道和加固堤防以及清理水面", "市水利局\n市应急局"]]
    assert lines(written(as_pdf([table]), tmp_path))[1].endswith("\t市水利局、市应急局")


def canvas(folder: Path, **options: object) -> tuple[io.BytesIO, Canvas]:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    return made, Canvas(made, pagesize=(595, 842), **options)


@pytest.mark.parametrize("style", ["thin boxes", "open sides", "double"])
def test_ways_to_rule_a_table(style: str, tmp_path: Path) -> None:
    made, page = canvas(tmp_path)
    page.setFont("STSong-Light", 12)
    xs, ys = [80, 180, 330, 500], [700, 670, 640, 610]
    for i, row in enumerate(
        (("序号", "任务", "责任单位"), ("1", "疏浚河道", "市水利局"), ("2", "加固堤防", "市应急局"))
    ):
        for j, words in enumerate(row):
            page.drawString(xs[j] + 5, ys[i] - 20, words)
    for y in ys:
        for x0, x1 in pairwise(xs):
            if style == "thin boxes":
                page.rect(x0, y, x1 - x0, 0.5, stroke=0, fill=1)
            else:
                page.line(x0, y, x1, y)
            if style == "double":
                page.line(x0, y + 1.5, x1, y + 1.5)
    for x in xs[1:-1] if style == "open sides" else xs:
        for y0, y1 in pairwise(ys):
            if style == "thin boxes":
                page.rect(x, y1, 0.5, y0 - y1, stroke=0, fill=1)
            else:
                page.line(x, y0, x, y1)
    page.save()
    assert lines(written(made.getvalue(), tmp_path)) == [
        "序号\t任务\t责任单位",
        "1\t疏浚河道\t市水利局",
        "2\t加固堤防\t市应急局",
    ]


def test_a_frame_and_an_underline_are_no_table(tmp_path: Path) -> None:
    made, page = canvas(tmp_path)
    page.setFont("STSong-Light", 16)
    page.drawString(100, 700, "遂宁市人民政府文件")
    page.rect(60, 60, 475, 722)
    page.line(100, 690, 400, 690)
    page.save()
    source = written(made.getvalue(), tmp_path)
    assert lines(source) == ["遂宁市人民政府文件"]
    assert source.blocks[0].kind == "paragraph"


def test_letters_printed_twice_and_spaced_out(tmp_path: Path) -> None:
    made, page = canvas(tmp_path)
    page.setFont("STSong-Light", 22)
    for k, char in enumerate("遂宁市人民政府文件"):
        for shift in (0, 0.4):
            page.drawString(100 + 40 * k + shift, 700, char)
    page.save()
    assert lines(written(made.getvalue(), tmp_path)) == ["遂宁市人民政府文件"]


def test_a_scanned_document_says_so(tmp_path: Path) -> None:
    made, page = canvas(tmp_path)
    for _ in range(2):
        page.rect(100, 100, 300, 300, fill=1)
        page.showPage()
    page.save()
    with pytest.raises(errors.NoTextLayer, match="2 pages") as raised:
        written(made.getvalue(), tmp_path)
    assert "扫描件" in raised.value.say("zh")


def test_a_password_says_so(tmp_path: Path) -> None:
    made, page = canvas(tmp_path, encrypt=pdfencrypt.StandardEncryption("geheim", strength=128))
    page.drawString(100, 700, "secret")
    page.save()
    with pytest.raises(errors.EncryptedFile):
        written(made.getvalue(), tmp_path)


def test_a_document_that_anyone_may_read_but_not_change(tmp_path: Path) -> None:
    lock = pdfencrypt.StandardEncryption("", ownerPassword="owner", canModify=0, strength=128)
    made, page = canvas(tmp_path, encrypt=lock)
    page.setFont("STSong-Light", 16)
    page.drawString(100, 700, "遂宁市人民政府文件")
    page.save()
    assert lines(written(made.getvalue(), tmp_path)) == ["遂宁市人民政府文件"]
