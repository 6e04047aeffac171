"""Reads the vocabulary's YAML files."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

# The C parser is ten times as fast; a platform without it has the other.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(name: str) -> Any:
    """The content of the vocabulary file `name` (without its suffix)."""
    text = files("loaders.vocabulary").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)
