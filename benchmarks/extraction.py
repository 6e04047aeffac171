"""The whole extraction over bare ``jieba.lcut`` on the same text, at least 2 MB made from the samples."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import jieba

from benchmarks._ratio import Ratio
from loaders import load_file
from zeren._samples import samples

SIZE = 2_000_000  # bytes of UTF-8
ROUNDS = 5
LIMIT = 0.5


def measure() -> Iterator[Ratio]:
    """Both ways over the same files, turn by turn in small rounds, so that what else the machine does
    falls on both; each file is read from disk by the extraction. The middle one of the rounds' ratios."""
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
        load_file(files[0])
        rounds = [_round(files[i::ROUNDS]) for i in range(ROUNDS)]
    base = sum(r[1] for r in rounds)
    middle = median(r[0] / r[1] for r in rounds)
    yield Ratio("extraction over jieba.lcut", middle * base, base, LIMIT)


def _round(files: list[Path]) -> tuple[float, float]:
    start = time.perf_counter()
    for path in files:
        jieba.lcut(path.read_text(encoding="utf-8"))
    middle = time.perf_counter()
    for path in files:
        load_file(path)
    return time.perf_counter() - middle, middle - start
