"""Backups made by hand."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Made = Callable[..., Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A file with these lines between a first and a last that fit them, unless others are given."""

    def make(lines: list[str], *, header: Any = None, trailer: Any = None) -> Path:
        first = {"zeren": "backup", "format": 1, "schema": 2, "made_at": "2024-02-29", "decisions": []}
        text = "".join(f"{line}\n" for line in [json.dumps({**first, **(header or {})}), *lines])
        nodes = sum(line.count(",") < 4 or line.startswith('["Region",{') for line in lines)
        last = {
            "nodes": nodes,
            "relationships": len(lines) - nodes,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
        }
        path = tmp_path / "made.zeren"
        path.write_bytes(gzip.compress(f"{text}{json.dumps({**last, **(trailer or {})})}\n".encode()))
        return path

    return make
