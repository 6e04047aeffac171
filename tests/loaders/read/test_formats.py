"""The content says what a file is where its suffix lies; what cannot be read is named."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import as_docx, as_html, as_ofd, as_pdf, as_xlsx

from loaders import errors, load_file, read_text
from loaders.read import _formats, office

NOTICE = ["遂宁市人民政府关于疏浚河道的通知", "遂府发〔2023〕1号", "一、疏浚河道。（责任单位：市水利局）"]
RTF = (
    "{\\rtf1\\ansi\\ansicpg936\\uc1 "
    + "\\par ".join("".join(f"\\u{ord(char)}?" for char in line) for line in NOTICE)
    + "\\par}"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

needs_office = pytest.mark.skipif(
    office.find_soffice() is None and os.environ.get("ZEREN_TEST_ALL") != "1",
    reason="LibreOffice (soffice) is not installed",
)


@pytest.mark.parametrize("suffix", [".doc", ".txt", ".html", ".wps", ".pdf", ".docx", ".dat"])
@pytest.mark.parametrize("make", [as_docx, as_html, as_pdf, as_ofd], ids=lambda make: make.__name__)
def test_the_content_decides(make: object, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"notice{suffix}"
    path.write_bytes(make(NOTICE))  # type: ignore[operator]
    document = load_file(path)
    assert document.doc_number == "遂府发〔2023〕1号"
    assert [r.surface for m in document.measures for r in m.responsibilities] == ["市水利局"]


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"\n\n%PDF-1.4\n", ".pdf"),
        (b"{\\rtf1 x}", ".rtf"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE + "Workbook".encode("utf-16-le"), ".xls"),
        (OLE, ".doc"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", ".html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', ".html"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', ".doc"),
        (as_xlsx([[["a", "b"]]]), ".xlsx"),
        ("一、疏浚河道".encode(), None),
        (b"# <html> in markdown", None),
        (b"<Notice> not markup", None),
    ],
)
def test_recognise(data: bytes, suffix: str | None) -> None:
    assert _formats.recognise(data) == suffix


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    with pytest.raises(errors.UnsupportedFormat, match=r"\.jpg"):
        read_text(path)


def test_an_encrypted_word_document(tmp_path: Path) -> None:
    path = tmp_path / "secret.docx"
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(errors.EncryptedFile):
        read_text(path)


def test_without_libreoffice_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_soffice", lambda: None)
    (tmp_path / "old.doc").write_bytes(OLE)
    with pytest.raises(errors.NeedsConverter, match="LibreOffice") as raised:
        read_text(tmp_path / "old.doc")
    assert "LibreOffice" in raised.value.say("zh")


@needs_office
@pytest.mark.parametrize("name", ["notice.rtf", "notice.doc", "notice.wps"])
def test_through_libreoffice(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(RTF, "ascii")
    document = load_file(tmp_path / name)
    assert document.doc_number == "遂府发〔2023〕1号"
    assert document.source.format == name.split(".")[1]
    assert [r.surface for m in document.measures for r in m.responsibilities] == ["市水利局"]


@needs_office
def test_an_old_word_document(tmp_path: Path) -> None:
    (tmp_path / "notice.docx").write_bytes(as_docx([*NOTICE, [["序号", "任务"], ["1", "疏浚"]]]))
    soffice = office.find_soffice()
    assert soffice is not None
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "doc", "--outdir", str(tmp_path), str(tmp_path / "notice.docx")]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    assert (tmp_path / "notice.doc").read_bytes().startswith(OLE[:8])
    expected = read_text(tmp_path / "notice.docx").text
    assert read_text(tmp_path / "notice.doc").text == expected
    shutil.copy(tmp_path / "notice.doc", tmp_path / "notice.wps")
    assert read_text(tmp_path / "notice.wps").text == expected


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_converter_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a program that starts another and waits: both are gone when the time is over."""
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {tmp_path}/child\nwait\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "find_soffice", lambda: str(script))
    monkeypatch.setattr(office, "SECONDS", 1)
    (tmp_path / "old.doc").write_bytes(OLE)
    with pytest.raises(errors.ConversionFailed, match="1 s"):
        read_text(tmp_path / "old.doc")
    child = int((tmp_path / "child").read_text())
    deadline = time.monotonic() + 10  # a killed process may take a moment to go
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(child)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_file_that_the_converter_does_not_open_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LibreOffice then ends as if all were well, and writes nothing."""
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\nexit 0\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "find_soffice", lambda: str(script))
    (tmp_path / "notice.docx").write_bytes(OLE[:8])
    with pytest.raises(errors.DamagedFile, match="damaged, or no docx file"):
        read_text(tmp_path / "notice.docx")


@pytest.mark.parametrize("name", ["notice.docx", "table.xlsx", "page.ofd", "bundle.zip"])
def test_a_container_without_its_end_is_cut_short(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(as_docx(NOTICE)[:-200])
    with pytest.raises(errors.CutShort, match=f"cut short: the {name.split('.')[1]} file"):
        read_text(tmp_path / name)


def test_the_formats_that_are_read_are_named_csv_too(tmp_path: Path) -> None:
    (tmp_path / "plan.pages").write_bytes(b"x")
    with pytest.raises(errors.UnsupportedFormat) as raised:
        read_text(tmp_path / "plan.pages")
    assert {".csv", ".docx", ".wps"} <= set(raised.value.say("en").split())


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False
