"""The paragraph styles of a Word document: their names, and which of them are headings."""

from __future__ import annotations

import re

from lxml.etree import _Element

from loaders.read._numbering import W

_HEADING = re.compile(r"(?i)^(?:heading|标题)\s*([1-9])$")


def styles_of(styles: _Element) -> dict[str, tuple[str, int]]:
    """Of each paragraph style by its id: its name, and its depth as a heading."""
    found: dict[str, tuple[str, int]] = {}
    parents: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        key, label, parent = style.get(f"{W}styleId") or "", style.find(f"{W}name"), style.find(f"{W}basedOn")
        name = "" if label is None else label.get(f"{W}val") or ""
        heading = _HEADING.match(name)
        level = outline_level(style.find(f"{W}pPr/{W}outlineLvl"))
        found[key] = (name, int(heading.group(1)) if heading else -1 if level is None else level)
        parents[key] = "" if parent is None else parent.get(f"{W}val") or ""
    return {key: (name, _inherited(key, found, parents)) for key, (name, _) in found.items()}


def _inherited(key: str, found: dict[str, tuple[str, int]], parents: dict[str, str]) -> int:
    for _ in range(10):
        if key not in found:
            return 0
        if found[key][1] >= 0:
            return found[key][1]
        key = parents[key]
    return 0


def outline_level(element: _Element | None) -> int | None:
    """Depth from 1 of an outline level that counts from 0; 9 is body text, 0 here."""
    value = None if element is None else element.get(f"{W}val")
    if value is None or not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < 9 else 0
