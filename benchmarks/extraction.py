"""The whole extraction over bare ``jieba.lcut`` on the same text, made from the samples."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import jieba

from benchmarks._ratio import Ratio
from loaders.many import each
from zeren._samples import samples
from zeren.cli.extract import json_line

SIZE = 8_000_000  # bytes of UTF-8
PARTS = 8
FULL = 64  # files with which the processes are busy before the clock starts, and when it stops
LIMIT = 0.5


def measure() -> Iterator[Ratio]:
    """From files on the disk to the lines that ``zeren extract`` prints, over cutting the same files.

    The first ratio is that of one process, over one file in eight. The second, which is held to the
    limit, is that of the command as it runs: on all cores, while jieba uses one. As jieba has its
    dictionary before the clock starts, the processes have their vocabularies: it starts behind the
    first files, and stops before the last ones, so that they work all the while. Copies flatter
    the extraction, which keeps the names that it has resolved. jieba is measured before, between
    and after, so that what else the machine does falls on both.
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
    part = len(files) // PARTS
    one = base = 0.0
    for at in range(0, part, part // 4):
        base += _cut(files[at : at + part // 4])
        one += _extract(files[at : at + part // 4], processes=1)
    yield Ratio("extraction over jieba.lcut, one process", one, base)
    base = _cut(files[: len(files) // 2])
    every = _extract(files, processes=None)
    base += _cut(files[len(files) // 2 :])
    yield Ratio("extraction over jieba.lcut, all cores", every, base, LIMIT)


def _cut(files: list[Path]) -> float:
    start = time.perf_counter()
    for path in files:
        jieba.lcut(path.read_text(encoding="utf-8"))
    return time.perf_counter() - start


def _extract(files: list[Path], *, processes: int | None) -> float:
    full = files[:FULL]
    lines = each(json_line, [*full, *files, *full], processes=processes)
    before = sum(isinstance(line, bytes) for line in islice(lines, len(full)))
    start = time.perf_counter()
    read = sum(isinstance(line, bytes) for line in islice(lines, len(files)))
    seconds = time.perf_counter() - start
    after = sum(isinstance(line, bytes) for line in lines)
    assert before == after == len(full) and read == len(files), "a sample is not read"
    return seconds
