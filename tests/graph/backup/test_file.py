"""What a backup's file may hold: nothing in it is run, and no file fills the memory."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import pytest

from graph.backup import BackupFailed, LaterBackup, NoBackup, _file, contents
from graph.backup._file import fresh, write
from graph.schema import VERSION

GOOD = '["Region",{"key":"x","name":"x"}]'


def test_a_good_one(made) -> None:
    found = contents(made([GOOD, '["WITHIN","Region","x","Region","x",{}]']))
    assert (dict(found.nodes), found.relationships) == ({"Region": 1}, 1)


@pytest.mark.parametrize(
    "line",
    [
        '["Region) DETACH DELETE n //",{"key":"x"}]',
        '["Meta",{"key":"x"}]',
        '["Person",{"key":"x"}]',
        '["region",{"key":"x"}]',
        '["Region",{"name":"x"}]',
        '["Region",{"key":""}]',
        '["Region",{"key":7}]',
        '["Region",{"key":"x","a b":1}]',
        '["Region",{"key":"x","@rid":"#1:1"}]',
        '["Region",{"key":"x","a`}":1}]',
        '["Region",{"key":"x","a":null}]',
        '["Region",{"key":"x","a":{"b":1}}]',
        '["Region",{"key":"x","a":{"date":"2023-02-30"}}]',
        '["Region",{"key":"x","a":{"point":"1"}}]',
        '["Region",{"key":"x","a":[[1]]}]',
        '["Region",{"key":"x","a":9223372036854775808}]',
        '["Region",{"key":"\\ud800"}]',
        '["WITHIN","Region","x","Agency","y",{}]',
        '["WITHIN]->() DETACH DELETE n //","Region","x","Region","y",{}]',
        '["WITHIN","Region","x","Region",7,{}]',
        '["WITHIN","Region","x","Region","y"]',
        "[]",
        "7",
        "null",
        "[" * 100_000,
        '{"a":' * 100_000,
        "9" * 5000,
        "not JSON",
    ],
)
def test_a_line_that_is_none(made, line: str) -> None:
    with pytest.raises(NoBackup, match="line 3"):
        contents(made([GOOD, line]))


@pytest.mark.parametrize(
    ("header", "trailer", "error"),
    [
        ({"format": 2}, None, LaterBackup),
        ({"schema": VERSION + 1}, None, LaterBackup),
        ({"schema": "2"}, None, NoBackup),
        ({"schema": 0}, None, NoBackup),
        ({"zeren": "export"}, None, NoBackup),
        ({"decisions": {}}, None, NoBackup),
        ({"decisions": [7]}, None, NoBackup),
        ({"made_at": "\x1b[2J"}, None, NoBackup),
        (None, {"sha256": "0" * 64}, NoBackup),
        (None, {"nodes": 2}, NoBackup),
        (None, {"relationships": "0"}, NoBackup),
    ],
)
def test_a_first_or_last_line_that_is_wrong(made, header, trailer, error) -> None:
    with pytest.raises(error):
        contents(made([GOOD], header=header, trailer=trailer))


def test_no_part_of_a_backup_is_one(made) -> None:
    path = made([GOOD] * 3)
    whole = path.read_bytes()
    text = gzip.decompress(whole)
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        with pytest.raises(NoBackup):
            contents(path)
    for changed in (text[:-20], text.replace(b'"x"', b'"y"', 1), text + b"x", text.replace(b"\n", b"", 1)):
        path.write_bytes(gzip.compress(changed))
        with pytest.raises(NoBackup):
            contents(path)


@pytest.mark.parametrize("content", [b"", b"text", b"\x1f\x8b", gzip.compress(b""), gzip.compress(b"text")])
def test_another_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(NoBackup, match="x: no usable backup"):
        contents(tmp_path / "x")


def test_no_file(tmp_path: Path) -> None:
    for path in (tmp_path / "missing", tmp_path):
        with pytest.raises(BackupFailed):
            contents(path)


def _packed(path: Path, *parts: tuple[bytes, int]) -> Path:
    with gzip.open(path, "wb", compresslevel=9) as packed:
        for data, times in parts:
            for _ in range(times):
                packed.write(data)
    return path


@pytest.mark.parametrize("inside", [b"a", b"1,", b"[],", b'{"a":1},'])
def test_a_line_that_unpacks_to_very_much(tmp_path: Path, inside: bytes) -> None:
    """400 MiB in a line, from some hundred kilobytes: it is given up early, before its values are made."""
    data = inside * (1 << 20)
    path = _packed(tmp_path / "x", (b"[", 1), (data, (400 << 20) // len(data)))
    tracemalloc.start()
    with pytest.raises(NoBackup, match="too long"):
        contents(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 400 << 20


def test_many_lines_that_unpack_to_very_much(made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_file, "_FREE", 1 << 20)
    line = b'["Region",{"key":"%s"}]\n' % (b"x" * (1 << 20))
    head = gzip.decompress(made([]).read_bytes()).split(b"\n")[0] + b"\n"
    with pytest.raises(NoBackup, match="too much"):
        contents(_packed(tmp_path / "x", (head, 1), (line, 20)))


def test_memory_is_that_of_a_line(tmp_path: Path) -> None:
    text = "".join(chr(0x4E00 + n % 20_000) for n in range(2000))
    lines = (["Region", {"key": str(n), "name": text}] for n in range(5_000))
    path = tmp_path / "x"
    tracemalloc.start()
    with fresh(path) as stream:
        write(stream, {"schema": 2, "made_at": "2024-02-29", "decisions": []}, lines)
    assert contents(path).nodes["Region"] == 5_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 << 20
