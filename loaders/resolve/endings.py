"""With what the names of bodies end, as the vocabulary has it: characters for a class of a pattern.

A pattern adds what else may stand at its place: 府 and 室 where governments and offices issue, 央 (中共中央),
places, banks (行).
"""

from __future__ import annotations

from loaders.resolve._vocabulary import read

_WORDS: dict[str, str] = read("body_endings")
DEPARTMENTS = _WORDS["departments"]
"""How departments end: 局, 委."""
BODIES = DEPARTMENTS + _WORDS["units"] + "府"
"""How bodies end, and their parts: 局, 政府, 科, 站."""
