"""The whole extraction over bare ``jieba.lcut`` on the same text, made from the samples."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import jieba

from benchmarks._ratio import Ratio
from graph.errors import ZerenError
from loaders.many import each
from zeren._samples import samples
from zeren.cli.extract import json_line

SIZE = 2_000_000  # bytes of UTF-8
ROUNDS = 9
FULL = 40  # files with which the processes are busy before the clock starts, and when it stops
_IDLE = 0.5  # seconds in which the processes finish what they were given
LIMIT = 0.5


def measure() -> Iterator[Ratio]:
    """From files on the disk to the lines that ``zeren extract`` prints, over cutting the same files.

    The first ratio is that of one process. The second, which is held to the limit, is that of the
    command as it runs: on all cores, while jieba uses one. As jieba has its dictionary before the
    clock starts, the processes have their vocabularies: it starts behind the first files, and stops
    before the last ones, so that they work all the while. Copies flatter the extraction, which keeps
    the names that it has resolved. Both have their turn in each round, so that what else the machine
    does, and how fast it runs, falls on both; the round in the middle counts.
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
    for name, processes, limit in (("one process", 1, None), ("all cores", None, LIMIT)):
        rounds = []
        for ours in _extract(files, processes):
            time.sleep(_IDLE)
            rounds.append(Ratio(f"extraction over jieba.lcut, {name}", ours, _cut(files), limit))
        yield sorted(rounds, key=attrgetter("value"))[ROUNDS // 2]


def _cut(files: list[Path]) -> float:
    start = time.perf_counter()
    for path in files:
        jieba.lcut(path.read_text(encoding="utf-8"))
    return time.perf_counter() - start


def _extract(files: list[Path], processes: int | None) -> Iterator[float]:
    """The seconds that the files take, round by round. Between the rounds the processes, which work a
    few files ahead, come to rest; they are busy again before the clock starts."""
    full = files[:FULL]
    lines = each(json_line, [*full, *files] * ROUNDS + full, processes=processes)
    for _ in range(ROUNDS):
        _take(lines, len(full))
        start = time.perf_counter()
        _take(lines, len(files))
        yield time.perf_counter() - start
    _take(lines, len(full))


def _take(lines: Iterator[bytes | ZerenError], count: int) -> None:
    read = sum(isinstance(line, bytes) for line in islice(lines, count))
    assert read == count, "a sample is not read"
