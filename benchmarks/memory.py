"""The memory of a load: four times as many documents need no more."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks._ratio import Ratio
from benchmarks.servers import opened
from zeren._samples import samples

FEW, MANY = 24, 96
LIMIT = 1.15
_NUMBER = "鲁知战办〔2023〕11号"  # of the sample that the documents are made from
_LOAD = """
import resource, sys
from graph.connection import connect
from zeren._loading import load_files
with connect(sys.argv[1]) as graph:
    loaded = load_files(graph, [sys.argv[2]])
    assert loaded.counts()["added"] == int(sys.argv[3]), loaded.counts()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
"""


def measure() -> Iterator[Ratio]:
    """The peak resident memory of the process that reads and writes `MANY` documents over that for
    `FEW`, each in a process and a graph of its own. The server's heap has a limit of its own."""
    yield Ratio(f"memory of a load, {MANY} documents over {FEW}", _peak(MANY), _peak(FEW), LIMIT, "MiB")


def _peak(count: int) -> float:
    with TemporaryDirectory() as folder, opened("ArcadeDB") as graph:
        assert graph is not None
        (sample,) = (text for path in samples() if _NUMBER in (text := path.read_text("utf-8")))
        for at in range(count):
            text = sample.replace(_NUMBER, _NUMBER.replace("11", str(at + 100)))
            Path(folder, f"{at}.txt").write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", _LOAD, str(graph.address), folder, str(count)]
        return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
