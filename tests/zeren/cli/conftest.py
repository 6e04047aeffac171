"""Commands on a graph."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def run(zeren: Callable[..., Any], graph_options: list[str]) -> Callable[..., Any]:
    """Runs a command on the graph; its rows come back beside its end."""

    def command(name: str, *arguments: object) -> Any:
        end = zeren(name, *arguments, *graph_options, "--format", "json", "--lang", "en")
        end.rows = json.loads(end.out) if end.out else None
        return end

    return command
