"""A zip of documents: its members by name, and what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from making import as_docx

from loaders import errors, find, load_file, read_text
from loaders.read import archive

WORDS = "遂宁市人民政府关于疏浚河道的通知\n遂府发〔2023〕1号\n一、疏浚河道。（责任单位：市水利局）\n"


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path


def test_members_are_documents(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "bundle.zip",
        {
            "一/通知.txt": WORDS.encode(),
            "二/通知.docx": as_docx(WORDS.splitlines()),
            "photo.jpg": b"\xff\xd8",
            "__MACOSX/._通知.txt": b"x",
            ".hidden.txt": b"x",
        },
    )
    found = find([path])
    assert found == [path / "一/通知.txt", path / "二/通知.docx"]
    for member in found:
        document = load_file(member)
        assert document.doc_number == "遂府发〔2023〕1号"
        assert document.source.path == str(member)
        assert [m.number for m in document.measures] == ["一"]
    assert find([tmp_path]) == found, "in a folder too"


def test_names_in_gbk(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("AAAAAAAA.txt", WORDS)
    path = tmp_path / "bundle.zip"
    path.write_bytes(made.getvalue().replace(b"AAAAAAAA", "河道通知".encode("gbk")))
    assert find([path]) == [path / "河道通知.txt"]
    assert read_text(path / "河道通知.txt").text == WORDS


def test_a_member_that_is_not_there(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bundle.zip", {"通知.txt": WORDS.encode()})
    with pytest.raises(errors.MissingFile):
        read_text(path / "别的.txt")
    with pytest.raises(errors.MissingFile):
        read_text(tmp_path / "no.zip" / "通知.txt")


@pytest.mark.parametrize(
    "name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..\\evil.txt"]
)
def test_names_that_lead_out_are_refused(name: str, tmp_path: Path) -> None:
    path = zipped(tmp_path / "bundle.zip", {name: WORDS.encode(), "good.txt": WORDS.encode()})
    with pytest.raises(errors.UnsafeArchive):
        archive.members(path)
    assert find([path]) == [path]
    with pytest.raises(errors.UnsafeArchive):
        read_text(path)


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"通知.txt": WORDS.encode()}).read_bytes()
    path = zipped(tmp_path / "outer.zip", {"inner.zip": inner})
    with pytest.raises(errors.UnsafeArchive, match=r"inner\.zip"):
        read_text(path)
    disguised = zipped(tmp_path / "disguised.zip", {"inner.txt": inner})
    with pytest.raises(errors.UnsafeArchive):
        read_text(disguised / "inner.txt")


def test_bombs_are_refused_unopened(tmp_path: Path) -> None:
    zeros = bytes(70 << 20)
    path = zipped(tmp_path / "bomb.zip", {"通知.txt": zeros})
    assert path.stat().st_size < 1 << 20
    with pytest.raises(errors.UnsafeArchive, match="MiB"):
        read_text(path)
    many = tmp_path / "many.zip"
    with zipfile.ZipFile(many, "w") as package:
        for i in range(10_001):
            package.writestr(f"{i}.txt", "x")
    with pytest.raises(errors.UnsafeArchive, match="entries"):
        read_text(many)


def test_a_size_that_lies(tmp_path: Path) -> None:
    path = zipped(tmp_path / "lie.zip", {"通知.txt": bytes(1 << 20)})
    raw = path.read_bytes()
    path.write_bytes(raw.replace((1 << 20).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    with pytest.raises(errors.DocumentError):
        read_text(path / "通知.txt")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04 and nothing more", errors.DamagedFile),
        (b"PK\x05\x06" + bytes(18), errors.UnsafeArchive),
    ],
)
def test_archives_without_documents(data: bytes, error: type[errors.DocumentError], tmp_path: Path) -> None:
    (tmp_path / "bundle.zip").write_bytes(data)
    assert find([tmp_path / "bundle.zip"]) == [tmp_path / "bundle.zip"]
    with pytest.raises(error):
        read_text(tmp_path / "bundle.zip")
