"""OFD: lines, pages, tables ruled by lines and by boxes, and files without text."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import as_ofd, package_ofd

from loaders import errors, read_text
from loaders.read import SourceText

LONG = "各地各部门要切实加强组织领导，明确责任分工，细化工作措施，确保各项任务落到实处。" * 6


def written(data: bytes, folder: Path) -> SourceText:
    (folder / "notice.ofd").write_bytes(data)
    return read_text(folder / "notice.ofd")


def lines(source: SourceText) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks]


def words(x: float, y: float, said: str, size: float = 5) -> str:
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 100 9" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size}">{said}</ofd:TextCode></ofd:TextObject>'
    )


def path(box: str, data: str) -> str:
    drawn = f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject ID="2" Boundary="{box}">{drawn}</ofd:PathObject>'


def test_paragraphs_and_pages(tmp_path: Path) -> None:
    source = written(as_ofd(["一、总体要求", LONG, LONG, LONG, LONG]), tmp_path)
    assert lines(source) == ["一、总体要求", LONG, LONG, LONG, LONG]
    assert [b.page for b in source.blocks] == [1, 1, 1, 1, 2]


def test_a_table_of_boxes(tmp_path: Path) -> None:
    cells = [("任务", "责任单位"), ("疏浚河道", "市水利局")]
    content = ""
    for i, row in enumerate(cells):
        for j, said in enumerate(row):
            x, y = 20 + 60 * j, 30 + 12 * i
            content += path(f"{x} {y} 60 12", "M 0 0 L 60 0 L 60 12 L 0 12 C") + words(x + 3, y + 2, said)
    assert lines(written(package_ofd([words(20, 10, "分工表") + content]), tmp_path)) == [
        "分工表",
        "任务\t责任单位",
        "疏浚河道\t市水利局",
    ]


def test_a_curve_is_no_rule(tmp_path: Path) -> None:
    seal = path("20 20 60 60", "M 0 30 B 0 0 60 0 60 30 B 60 60 0 60 0 30 C") + path(
        "20 50 60 0", "M 0 0 L 60 0"
    )
    source = written(package_ofd([seal + words(25, 40, "遂宁市人民政府")]), tmp_path)
    assert [b.kind for b in source.blocks] == ["paragraph"]


def test_a_scanned_document_says_so(tmp_path: Path) -> None:
    image = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="9"/>'
    with pytest.raises(errors.NoTextLayer, match="2 pages"):
        written(package_ofd([image, image]), tmp_path)
