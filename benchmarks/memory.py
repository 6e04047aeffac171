"""The memory of a load and of a restore: four times as many documents need no more."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import world
from benchmarks._ratio import Ratio
from benchmarks.servers import opened
from graph.backup import save
from graph.writer import load
from zeren._samples import samples

FEW, MANY = 24, 96
LIMIT = 1.15
_NUMBER = "鲁知战办〔2023〕11号"  # of the sample that the documents are made from
_LOAD = """
from zeren._loading import load_files
with connect(sys.argv[1]) as graph:
    loaded = load_files(graph, [sys.argv[2]])
    assert loaded.counts()["added"] == int(sys.argv[3]), loaded.counts()
"""
_RESTORE = """
from graph.backup import contents, holds, restore
with connect(sys.argv[1]) as graph:
    restore(graph, contents(Path(sys.argv[2])))
    assert holds(graph)["Document"] == int(sys.argv[3]), holds(graph)
"""
# Linux counts what the parent had before the process became itself to `ru_maxrss`, but not to VmHWM.
_MEASURED = """
import resource, sys
from pathlib import Path
from graph.connection import connect
{work}
status = Path("/proc/self/status")
if status.exists():
    print(next(int(line.split()[1]) for line in status.open() if line.startswith("VmHWM:")) / 2**10)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)
"""


def measure() -> Iterator[Ratio]:
    """The peak resident memory of the process that does the work for `MANY` documents over that for
    `FEW`, each in a process and a graph of its own: reading and writing them, and restoring them from
    a backup. The server's heap has a limit of its own."""
    for name, make, work in (("load", _files, _LOAD), ("restore", _backup, _RESTORE)):
        many, few = (_peak(count, make, work) for count in (MANY, FEW))
        yield Ratio(f"memory of a {name}, {MANY} documents over {FEW}", many, few, LIMIT, "MiB")


def _peak(count: int, make: Callable[[Path, int], None], work: str) -> float:
    """The peak of the process that does `work` with what `make` puts at a path."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "made")
        make(path, count)
        with opened("ArcadeDB") as graph:
            assert graph is not None
            script = _MEASURED.format(work=work)
            command = [sys.executable, "-c", script, str(graph.address), str(path), str(count)]
            return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def _files(path: Path, count: int) -> None:
    """A folder of documents."""
    path.mkdir()
    (sample,) = (text for each in samples() if _NUMBER in (text := each.read_text("utf-8")))
    for at in range(count):
        text = sample.replace(_NUMBER, _NUMBER.replace("11", str(at + 100)))
        Path(path, f"{at}.txt").write_text(text, encoding="utf-8")


def _backup(path: Path, count: int) -> None:
    """A backup of a graph of documents."""
    with opened("ArcadeDB") as graph:
        assert graph is not None
        for document in world.documents(count):
            load(graph, document)
        save(graph, path, made_by="the benchmark", decisions=[])
