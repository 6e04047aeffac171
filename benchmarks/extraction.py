"""The whole extraction over bare ``jieba.lcut`` on the same text, made from the samples."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import islice
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import jieba

from benchmarks._ratio import Ratio
from graph.errors import ZerenError
from graph.model import PolicyDocument
from loaders import load_file
from loaders.many import each
from zeren._samples import samples
from zeren.cli.extract import json_line

SIZE = 2_000_000  # bytes of UTF-8
ROUNDS = 9
FULL = 40  # files with which the processes are busy before the clock starts, and when it stops
_IDLE = 0.5  # seconds in which the processes finish what they were given
LIMIT = 0.4

Read = Callable[[Path], bytes | PolicyDocument]


def measure() -> Iterator[Ratio]:
    """From files on the disk to the lines that ``zeren extract`` prints, over cutting the same files.

    The first ratio is that of one process. The second, which is held to the limit, is that of the
    command as it runs: on all cores, while jieba uses one. The third is that of ``zeren load`` up to
    the graph: with tokens and keywords, which an extraction does without. As jieba has its dictionary
    before the clock starts, the processes have their vocabularies: it starts behind the first files,
    and stops before the last ones, so that they work all the while. Copies flatter the extraction,
    which keeps the names that it has resolved. Both have their turn in each round, so that what else
    the machine does, and how fast it runs, falls on both; the round in the middle counts.
    """
    texts = [path.read_text(encoding="utf-8") for path in samples()]
    copies = -(-SIZE // sum(len(text.encode()) for text in texts))
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    with TemporaryDirectory() as folder:
        files = []
        for i in range(copies):
            for j, text in enumerate(texts):
                path = Path(folder) / f"{i}-{j}.txt"
                path.write_text(text, encoding="utf-8")
                files.append(path)
        yield from _ratios(files)


def _ratios(files: list[Path]) -> Iterator[Ratio]:
    json_line(files[0])
    ways: list[tuple[str, Read, int | None, float | None]] = [
        ("extraction over jieba.lcut, one process", json_line, 1, None),
        ("extraction over jieba.lcut, all cores", json_line, None, LIMIT),
        ("reading for a graph over jieba.lcut, all cores", load_file, None, None),
    ]
    for name, read, processes, limit in ways:
        rounds = []
        for ours in _read(read, files, processes):
            time.sleep(_IDLE)
            rounds.append(Ratio(name, ours, _cut(files), limit))
        yield sorted(rounds, key=attrgetter("value"))[ROUNDS // 2]


def _cut(files: list[Path]) -> float:
    start = time.perf_counter()
    for path in files:
        jieba.lcut(path.read_text(encoding="utf-8"))
    return time.perf_counter() - start


def _read(read: Read, files: list[Path], processes: int | None) -> Iterator[float]:
    """The seconds that the files take, round by round. Between the rounds the processes, which work a
    few files ahead, come to rest; they are busy again before the clock starts."""
    full = files[:FULL]
    found = each(read, [*full, *files] * ROUNDS + full, processes=processes)
    for _ in range(ROUNDS):
        _take(found, len(full))
        start = time.perf_counter()
        _take(found, len(files))
        yield time.perf_counter() - start
    _take(found, len(full))


def _take(found: Iterator[bytes | PolicyDocument | ZerenError], count: int) -> None:
    read = sum(not isinstance(one, ZerenError) for one in islice(found, count))
    assert read == count, "a sample is not read"
