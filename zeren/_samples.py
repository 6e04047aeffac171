"""Where the sample documents stand: beside the packages in a checkout, in the data folder when installed."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from graph.errors import ZerenError


class NoSamples(ZerenError):
    """The sample documents are not where the installation puts them."""

    en = "the sample documents are not in {folder}; install Zeren again"
    zh = "示例文件不在 {folder}，请重新安装 Zeren"


def samples() -> list[Path]:
    """The sample documents, in order of name. Raises `NoSamples`."""
    checkout = Path(__file__).parent.parent / "documents"
    installed = Path(sysconfig.get_path("data")) / "share" / "zeren" / "documents"
    folder = checkout if checkout.is_dir() else installed
    found = sorted(folder.glob("*.txt"))
    if not found:
        raise NoSamples(folder=installed)
    return found
