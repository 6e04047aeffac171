"""Plain text and Markdown: every encoding gives the same text; what is no text is refused by name."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from loaders import errors, read_text

WORDS = "一、疏浚河道。（县水利局负责）\n二、种植水草。（县林业局负责）\n"


def source(tmp_path: Path, data: bytes, name: str = "a.txt"):
    path = tmp_path / name
    path.write_bytes(data)
    return read_text(path)


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("gb18030"),
        WORDS.encode("gbk"),
    ],
    ids=[
        "utf-8",
        "bom",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "le without bom",
        "be without bom",
        "gb18030",
        "gbk",
    ],
)
def test_encodings(tmp_path, data):
    assert source(tmp_path, data).text == WORDS


def test_traditional_text_in_big5(tmp_path):
    words = "一、疏浚河道，維護農村環境衛生，並於年底前完成各項工程之驗收事宜。\n" * 4
    assert source(tmp_path, words.encode("big5")).text == words


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\v", "\u2028", "\x85"])
def test_every_line_end_parts_blocks(tmp_path, end):
    found = source(tmp_path, f"一、疏浚河道{end}{end}二、种植水草{end}".encode())
    assert [found.text[b.start : b.end] for b in found.blocks] == ["一、疏浚河道", "二、种植水草"]


def test_markdown_blocks(tmp_path):
    table = "| 序号 | 任务\\|要求 |\n|:--:|---|\n| 1 |  疏浚  |\n| **二、管护** | |\n"
    words = f"# 方案\n\n## 一、任务\n正文\n\n{table}"
    found = source(tmp_path, words.encode(), "a.md")
    assert found.text == words
    blocks = [(b.kind, b.depth, found.text[b.start : b.end]) for b in found.blocks]
    assert blocks == [
        ("paragraph", 1, "# 方案"),
        ("paragraph", 2, "## 一、任务"),
        ("paragraph", 0, "正文"),
        ("row", 0, "| 序号 | 任务\\|要求 |"),
        ("row", 0, "| 1 |  疏浚  |"),
        ("paragraph", 0, "**二、管护**"),
    ]
    rows = [b for b in found.blocks if b.kind == "row"]
    assert [[found.text[a:b] for a, b in row.cells] for row in rows] == [
        ["序号", "任务\\|要求"],
        ["1", "疏浚"],
    ]


def test_tabs_part_cells(tmp_path):
    found = source(
        tmp_path, "序号\t任务\t单位\n1\t疏浚\t\t县水利局\t\n\t\t落款\t\t日期\n一、\t清淤\n".encode()
    )
    assert [b.kind for b in found.blocks] == ["row", "row", "paragraph", "paragraph"]
    rows = [[found.text[a:b] for a, b in block.cells] for block in found.blocks[:2]]
    assert rows == [["序号", "任务", "单位"], ["1", "疏浚", "", "县水利局", ""]]


def test_the_hash_is_that_of_the_bytes(tmp_path):
    from hashlib import sha256

    data = codecs.BOM_UTF8 + WORDS.encode()
    assert source(tmp_path, data).sha256 == sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("empty.txt", b"", errors.EmptyFile),
        ("blank.txt", b" \n\r\n\t \f\n", errors.EmptyFile),
        ("blank.md", "　　\n".encode(), errors.EmptyFile),
        ("bom.txt", codecs.BOM_UTF8, errors.EmptyFile),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, errors.BinaryFile),
        ("noise.txt", bytes((i * 7919 + i // 3 * 131) % 256 for i in range(6000)), errors.BinaryFile),
        ("archive.md", b"PK\x03\x04\x14\x00\x06\x00" + b"\x00\x11\x22" * 900, errors.DocumentError),
        ("broken.txt", WORDS.encode()[:-2] + b"\xff\n" + WORDS.encode() * 3, errors.UndecodableText),
        ("cut.txt", WORDS.encode()[:-2], errors.UndecodableText),
        ("latin.txt", "Über die Größe der Städte und Länder\n".encode("latin-1") * 5, errors.UndecodableText),
        ("half.txt", codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", errors.UndecodableText),
        ("file.xyz", WORDS.encode(), errors.UnsupportedFormat),
        ("noname", WORDS.encode(), errors.UnsupportedFormat),
    ],
)
def test_refusals(tmp_path, name, data, error):
    with pytest.raises(error) as raised:
        source(tmp_path, data, name)
    for lang in ("en", "zh"):
        words = raised.value.say(lang)
        assert name in words and "\n" not in words
    assert raised.value.exit_status == 1
