"""Waiting for a query in a way that Ctrl-C ends."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

from graph.errors import ZerenError

T = TypeVar("T")
_GLANCE = 0.2  # seconds; where a wait cannot be interrupted, Ctrl-C is seen after it
_PATIENCE = 5.0  # seconds for a server to end what it was asked to end


class Cancelled(ZerenError):
    """A query that Ctrl-C ended."""

    exit_status = 130  # 128 + SIGINT, as shells count
    en = "Cancelled."
    zh = "已取消。"


class Abandoned(Cancelled):
    """A query that the server did not end when asked."""

    en = "No longer waiting for it: the server has not confirmed that it ended."
    zh = "不再等待：服务器尚未确认查询已终止。"


def interruptible(work: Callable[[], T], stop: Callable[[], None]) -> T:
    """The result of `work`, done beside; Ctrl-C calls `stop`, which should make it raise.

    What has ended before it could be stopped counts: its result comes back. Raises `Cancelled`
    and what `work` raises.
    """
    task: Future[T] = Future()

    def run() -> None:
        try:
            task.set_result(work())
        except BaseException as error:
            task.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        while not task.done():
            wait([task], _GLANCE)
    except KeyboardInterrupt:
        stop()
        wait([task], _PATIENCE)
        if not task.done():
            raise Abandoned() from None
        if task.exception():
            raise Cancelled() from None
    return task.result()
