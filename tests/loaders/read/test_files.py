"""What the file system has in store: each named in one clear line, nothing waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders import errors, find, load_file, read_text

WORDS = "一、疏浚河道。（县水利局负责）\n"


def fails(path: Path, error: type[errors.DocumentError]) -> None:
    with pytest.raises(error) as raised:
        read_text(path)
    assert str(path) in str(raised.value)


def test_a_missing_file(tmp_path):
    fails(tmp_path / "没有.txt", errors.MissingFile)


def test_a_link_to_nowhere(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    fails(tmp_path / "link.txt", errors.MissingFile)


def test_a_link_to_itself(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "link.txt")
    with pytest.raises(errors.DocumentError, match=r"link\.txt"):
        read_text(tmp_path / "link.txt")


def test_a_folder_named_like_a_text(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    fails(tmp_path / "folder.txt", errors.NotAFile)


@pytest.mark.timeout(20)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    fails(tmp_path / "pipe.txt", errors.NotAFile)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text(WORDS, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):  # The superuser reads everything: refuse in the system's place.

        def refuse(_path):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", refuse)
    fails(path, errors.UnreadableFile)


def test_a_file_that_is_too_large(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(65 << 20)
    fails(path, errors.FileTooLarge)


def test_a_name_that_is_too_long(tmp_path):
    with pytest.raises(errors.DocumentError):
        read_text(tmp_path / ("长" * 300 + ".txt"))


@pytest.mark.parametrize("words", ["hello world\n", "今天天气很好。我们去散步。\n", "{}\n"])
def test_a_text_that_is_no_document(tmp_path, words):
    path = tmp_path / "letter.txt"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(errors.NotADocument, match=r"letter\.txt"):
        load_file(path)


def test_what_paths_mean(tmp_path):
    for name in ("b.txt", "a.md", "c.html", "d.xyz", ".hidden.txt", "sub/e.txt", "sub/.git/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(WORDS, encoding="utf-8")
    (tmp_path / "none").mkdir()

    def names(*paths: Path) -> list[str]:
        return [str(p.relative_to(tmp_path)) for p in find(paths)]

    assert names(tmp_path) == ["a.md", "b.txt", "c.html", "sub/e.txt"]
    assert names(tmp_path / "*.txt", tmp_path / "b.txt") == ["b.txt"]
    assert names(tmp_path / "**" / "*.txt") == ["b.txt", "sub/e.txt"]
    assert names(tmp_path / "d.xyz", tmp_path / "gone.txt") == ["d.xyz", "gone.txt"]
    assert names(tmp_path / "no*.txt") == ["no*.txt"]
    assert names(tmp_path / "none") == []
