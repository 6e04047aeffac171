"""``zeren extract`` and ``zeren text``: lines on stdout, one line each for what fails, the exit status."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

WORDS = (
    "丰县人民政府关于治理沟渠的通知\r\n丰政发〔2023〕8号\r\n"
    "一、疏浚河道。（县水利局负责）\f二、种植水草。\r\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "好.txt").write_bytes(WORDS.encode())
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    (tmp_path / "letter.txt").write_text("hello\n", encoding="utf-8")
    (tmp_path / "song.xyz").write_text("hello\n", encoding="utf-8")
    return tmp_path


def test_one_object_a_line_and_one_line_a_failure(zeren, folder):
    bad = ["empty.txt", "picture.txt", "letter.txt", "song.xyz", "missing.txt"]
    run = zeren("extract", *(folder / name for name in [bad[0], "好.txt", *bad[1:]]), "--lang", "en")
    assert run.status == 1
    (line,) = run.out.splitlines()
    assert json.loads(line)["document"]["doc_number"] == "丰政发〔2023〕8号"
    complaints = run.err.splitlines()
    assert len(complaints) == len(bad)
    for name, complaint in zip(bad, complaints, strict=True):
        assert complaint.startswith("error: ") and name in complaint


def test_all_well_is_status_0_and_silent(zeren, folder):
    run = zeren("extract", folder / "好.txt", folder / "好.txt")
    assert (run.status, run.err) == (0, "")
    assert len(run.out.splitlines()) == 1


def test_a_folder_without_documents(zeren, tmp_path):
    run = zeren("extract", tmp_path, "--lang", "en")
    assert (run.status, run.out, run.err) == (0, "", "No files to read there.\n")


def test_complaints_in_chinese(zeren, folder):
    run = zeren("extract", folder / "missing.txt", "--lang", "zh")
    assert run.status == 1
    assert "文件不存在" in run.err


def test_an_array_in_a_file(zeren, folder):
    out = folder / "out.json"
    run = zeren("extract", folder / "好.txt", "--format", "json", "--out", out)
    assert (run.status, run.out) == (0, "")
    assert [d["document"]["issuers"] for d in json.loads(out.read_text(encoding="utf-8"))] == [
        ["丰县人民政府"]
    ]


def test_a_form_that_it_does_not_print(zeren, folder):
    assert zeren("extract", folder / "好.txt", "--format", "csv").status == 2
    offered = zeren("extract", "--help").out
    assert "jsonl" in offered
    assert "xlsx" not in offered


def test_the_text_is_the_files_byte_for_byte(zeren, folder):
    (folder / "bom.txt").write_bytes(b"\xef\xbb\xbf" + WORDS.encode())
    (folder / "gb.txt").write_bytes(WORDS.encode("gb18030"))
    for name in ("好.txt", "bom.txt", "gb.txt"):
        run = zeren("text", folder / name)
        assert (run.status, run.out) == (0, WORDS)


def test_the_text_that_offsets_count_in(zeren, folder):
    words = zeren("text", folder / "好.txt").out
    found = json.loads(zeren("extract", folder / "好.txt").out)
    (body,) = found["measures"][0]["responsibilities"]
    assert words[body["start"] : body["end"]] == body["surface"] == "县水利局"


def test_text_of_what_is_none(zeren, folder):
    run = zeren("text", folder / "empty.txt", "--lang", "en")
    assert run.status == 1
    assert run.err.startswith("error: ") and len(run.err.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist on Linux only")
def test_a_file_whose_name_is_no_text(zeren, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb9\xab\xce\xc4.txt"))
    path.write_bytes(WORDS.encode())
    found = zeren("extract", str(tmp_path))
    assert found.status == 0
    assert json.loads(found.out)["document"]["source"] == str(path)
