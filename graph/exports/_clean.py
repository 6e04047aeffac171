"""Text and values as files of other programs can hold them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

# What no XML can hold, and what a terminal would obey.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet takes for the beginning of a formula, in full width too, or passes over before one
# (OWASP, CSV injection).
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


def clean(text: str) -> str:
    """The text without control characters, its line ends as line feeds."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might compute a cell that holds this text."""
    return _FORMULA.match(text) is not None


def plain(value: Any) -> str | int | float | bool:
    """A value where there are no lists, dates and missing values: lists joined by ``；``, dates and times
    ISO 8601, None an empty text."""
    match value:
        case bool() | int() | float():
            return value
        case None:
            return ""
        case date() | datetime() | time():
            return value.isoformat()
        case list() | tuple():
            return "；".join(str(plain(item)) for item in value)
    return clean(str(value))


def cell(value: Any) -> str | int | float:
    """The value in a cell of a CSV file: what a spreadsheet would compute has an apostrophe before it, a
    boolean is ``true`` or ``false``."""
    found = plain(value)
    if isinstance(found, bool):
        return str(found).lower()
    return f"'{found}" if isinstance(found, str) and looks_like_formula(found) else found


def attributes(values: dict[str, Any]) -> dict[str, str | int | float | bool]:
    """Values as the attributes of a node or link in an XML file; those that are None are left out."""
    return {name: plain(value) for name, value in values.items() if value is not None}
