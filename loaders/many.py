"""Many files read at once, by several processes."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TypeVar

from graph.errors import ZerenError
from loaders.errors import ReadingBroke

T = TypeVar("T")

# A process starts in about the time in which it reads 2 MB.
_WORTHWHILE = 4_000_000
# Small files go to a process several at a time, since each hand-over wakes three threads.
_BATCH_FILES, _BATCH_SIZE = 8, 500_000


def each(
    read: Callable[[Path], T], paths: Sequence[Path], *, processes: int | None = None
) -> Iterator[T | ZerenError]:
    """What `read` makes of each file, in their order, or the error that it met: a
    `loaders.errors.ReadingBroke` for one that no reader foresaw.

    None stands for as many processes as there are cores, or this one alone where the files are
    small. Others than this one are started anew, so that `read` and what it returns must be
    picklable, and a script that asks for them needs its ``if __name__ == "__main__"``. They are at
    most two batches each ahead of whoever takes the results, a batch being one file, or a few small
    ones. Where they break down, this one goes on.
    """
    count = processes or (_cores() if sum(map(_size, paths)) >= _WORTHWHILE else 1)
    done = 0
    if count > 1 and len(paths) > 1:
        try:
            for result in _spread(read, paths, min(count, len(paths))):
                yield result
                done += 1
        except BrokenProcessPool:
            pass
    for path in paths[done:]:
        yield _attempt(read, path)


def _spread(read: Callable[[Path], T], paths: Sequence[Path], processes: int) -> Iterator[T | ZerenError]:
    # Spawned, since a fork copies locks that the driver's and the progress bar's threads may hold.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_serve)
    waiting: deque[Future[list[T | ZerenError]]] = deque()
    try:
        for batch in _batches(paths, processes):
            if len(waiting) == 2 * processes:
                yield from waiting.popleft().result()
            waiting.append(pool.submit(_attempts, read, batch))
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(paths: Sequence[Path], processes: int) -> Iterator[list[Path]]:
    """The files in their order, few enough at a time that all processes have work to the end."""
    most = min(_BATCH_FILES, max(len(paths) // (8 * processes), 1))
    batch: list[Path] = []
    size = 0
    for path in paths:
        batch.append(path)
        size += _size(path)
        if len(batch) >= most or size >= _BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _attempts(read: Callable[[Path], T], paths: list[Path]) -> list[T | ZerenError]:
    found = [_attempt(read, path) for path in paths]
    _settle()
    return found


@cache
def _settle() -> None:
    """Once a process, behind its first files: from then on its vocabularies are not looked through."""
    gc.freeze()


def _attempt(read: Callable[[Path], T], path: Path) -> T | ZerenError:
    try:
        return read(path)
    except ZerenError as error:
        return error
    except Exception as error:
        return ReadingBroke(path=path, reason=f"{type(error).__name__}: {error}")


def _serve() -> None:
    """Leave an interruption to the process that started this one, and end with it."""
    # A document's facts refer to each other in no circle: little is to be collected.
    gc.set_threshold(100_000, 50, 1_000)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # in an archive, or missing: reading it will say
