"""Files made to harm: none runs code, reads another file or takes the memory; each gets one clear line."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from making import as_docx, as_ofd, as_pdf, as_xlsx, package_ofd

from loaders import errors, read_text
from loaders.read import _writer, docx, pdf, xlsx

SECRET = "state-secret"
MAKERS = {".docx": as_docx, ".xlsx": as_xlsx, ".ofd": as_ofd, ".pdf": as_pdf}
MAIN = {".docx": "word/document.xml", ".xlsx": "xl/worksheets/sheet1.xml", ".ofd": "Doc_0/Document.xml"}
DOCUMENT = [
    "遂宁市人民政府关于疏浚河道的通知",
    "遂府发〔2023〕1号",
    "一、疏浚河道。（责任单位：市水利局）" * 9,
]


def altered(data: bytes, part: str, change: bytes | None, insert: str = "") -> bytes:
    """A package with a part replaced, or with a document type put before the part's root."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                if change is not None:
                    content = change
                else:
                    head, root = content.split(b"?>", 1) if b"?>" in content else (b"", content)
                    content = head + (b"?>" if head else b"") + insert.encode() + root
                    content = content.replace("疏浚".encode(), b"&x;", 1)
            new.writestr(name, content)
    return made.getvalue()


def outcome(path: Path) -> str:
    """The text of a file, or the words of the error it gets; any other exception fails the test."""
    try:
        return read_text(path).text
    except errors.DocumentError as error:
        assert str(path) in str(error)
        return str(error)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".ofd"])
def test_entities_read_no_file(suffix: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    part = "xl/sharedStrings.xml" if suffix == ".xlsx" else MAIN[suffix]
    doctype = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    path = tmp_path / f"evil{suffix}"
    path.write_bytes(altered(MAKERS[suffix](DOCUMENT), part, None, doctype))
    assert SECRET not in outcome(path)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".ofd"])
def test_entities_do_not_multiply(suffix: str, tmp_path: Path) -> None:
    part = "xl/sharedStrings.xml" if suffix == ".xlsx" else MAIN[suffix]
    nested = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 20}">' for i in range(1, 12))
    doctype = f'<!DOCTYPE x [<!ENTITY e0 "lol">{nested}<!ENTITY x "&e11;">]>'
    path = tmp_path / f"evil{suffix}"
    path.write_bytes(altered(MAKERS[suffix](DOCUMENT), part, None, doctype))
    assert len(outcome(path)) < 10_000


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".ofd"])
def test_a_package_that_unpacks_to_too_much(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"bomb{suffix}"
    path.write_bytes(altered(MAKERS[suffix](DOCUMENT), MAIN[suffix], b" " * (70 << 20)))
    assert path.stat().st_size < 1 << 20
    with pytest.raises(errors.UnsafeArchive):
        read_text(path)


@pytest.mark.parametrize("suffix", [*MAKERS, ".zip"])
@pytest.mark.parametrize("cut", [0.3, 0.7, 0.99])
def test_a_file_cut_short(suffix: str, cut: float, tmp_path: Path) -> None:
    data = MAKERS[suffix](DOCUMENT) if suffix in MAKERS else as_docx(DOCUMENT)
    path = tmp_path / f"cut{suffix}"
    path.write_bytes(data[: int(cut * len(data))])
    outcome(path)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("suffix", list(MAKERS))
def test_bytes_that_were_turned(suffix: str, tmp_path: Path) -> None:
    data = MAKERS[suffix](DOCUMENT)
    path = tmp_path / f"turned{suffix}"
    for at in range(7, len(data), max(len(data) // 40, 1)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        outcome(path)


def test_a_pdf_of_very_many_pages(tmp_path: Path) -> None:
    kids = " ".join(["3 0 R"] * 100_000)
    objects = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Count 100000/Kids[{kids}]>>endobj",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj",
    ]
    path = tmp_path / "many.pdf"
    path.write_text("%PDF-1.4\n" + "\n".join(objects) + "\ntrailer<</Root 1 0 R>>\n%%EOF", "ascii")
    with pytest.raises(errors.OverlongDocument, match=f"{pdf.MAX_PAGES} pages"):
        read_text(path)


def one_page(content: bytes, *, layers: int = 1) -> bytes:
    packed = content
    for _ in range(layers):
        packed = zlib.compress(packed, 9)
    filters = "/FlateDecode" * layers
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        + f"4 0 obj<</Length {len(packed)}/Filter[{filters}]>>stream\n".encode()
    )
    return head + packed + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("layers", [1, 2])
def test_a_pdf_that_unpacks_to_too_much(layers: int, tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(one_page(b" " * (200 << 20), layers=layers))
    assert path.stat().st_size < 1 << 20
    with pytest.raises(errors.OverlongDocument, match="compressed stream"):
        read_text(path)


@pytest.mark.timeout(120)
def test_a_pdf_with_very_many_lines(tmp_path: Path) -> None:
    rules = b"".join(
        b"%d 0 m %d 842 l S 0 %d m 595 %d l S\n" % (i % 595, i % 595, i % 842, i % 842) for i in range(60_000)
    )
    path = tmp_path / "lines.pdf"
    path.write_bytes(one_page(rules + b"BT /F 12 Tf 100 700 Td (Responsible: Bureau of Water) Tj ET"))
    assert "Bureau of Water" in outcome(path).replace("\t", "")


@pytest.mark.timeout(120)
def test_a_pdf_with_very_many_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_CHARACTERS", 50_000)
    path = tmp_path / "letters.pdf"
    path.write_bytes(one_page(b"BT /F 1 Tf 1 TL 9 800 Td " + (b"(" + b"a" * 100 + b") '") * 700 + b" ET"))
    with pytest.raises(errors.OverlongDocument, match="characters"):
        read_text(path)


def test_very_long_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_writer, "MAX_CHARACTERS", 100)
    path = tmp_path / "long.docx"
    path.write_bytes(as_docx(DOCUMENT))
    with pytest.raises(errors.OverlongDocument, match="100 characters"):
        read_text(path)


def test_tables_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_CELLS", 20)
    monkeypatch.setattr(xlsx, "MAX_ROWS", 20)
    table = [["甲", "乙"] for _ in range(30)]
    for suffix in (".docx", ".xlsx"):
        path = tmp_path / f"long{suffix}"
        path.write_bytes(MAKERS[suffix]([table]))
        with pytest.raises(errors.OverlongDocument):
            read_text(path)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("ref", ["A1:XFD1048576", "A:XFD", "not a place", "A1:B2:C3"])
def test_a_merged_cell_as_wide_as_the_world(ref: str, tmp_path: Path) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>'
        f'</sheetData><mergeCells count="1"><mergeCell ref="{ref}"/></mergeCells></worksheet>'
    )
    path = tmp_path / "wide.xlsx"
    path.write_bytes(altered(as_xlsx(DOCUMENT), MAIN[".xlsx"], sheet.encode()))
    outcome(path)


@pytest.mark.timeout(60)
def test_nesting_without_end(tmp_path: Path) -> None:
    main = MAIN[".docx"]
    with zipfile.ZipFile(io.BytesIO(as_docx(DOCUMENT))) as package:
        xml = package.read(main)
    deep = b"<w:tbl><w:tr><w:tc>" * 80 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 80
    path = tmp_path / "deep.docx"
    path.write_bytes(altered(as_docx(DOCUMENT), main, xml.replace(b"<w:body>", b"<w:body>" + deep)))
    assert "nested" in outcome(path) or "damaged" in outcome(path)
    blocks = "<ofd:PageBlock>" * 400 + "</ofd:PageBlock>" * 400
    path = tmp_path / "deep.ofd"
    path.write_bytes(package_ofd([blocks]))
    outcome(path)


def test_an_ofd_with_endless_repeats(tmp_path: Path) -> None:
    content = (
        '<ofd:TextObject ID="1" Boundary="20 20 100 9" Font="1" Size="5">'
        '<ofd:TextCode X="1e308" Y="nan" DeltaX="g 999999999 5">遂宁市人民政府</ofd:TextCode>'
        '</ofd:TextObject><ofd:PathObject ID="2" Boundary="x y z w" CTM="1 2 3">'
        "<ofd:AbbreviatedData>M 0 L inf 1e400 Q</ofd:AbbreviatedData></ofd:PathObject>"
    )
    path = tmp_path / "evil.ofd"
    path.write_bytes(package_ofd([content]))
    assert "遂宁市人民政府" in outcome(path)
