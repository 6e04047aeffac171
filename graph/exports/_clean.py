"""Text as office files can hold it."""

from __future__ import annotations

import re

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
