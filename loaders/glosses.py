"""The reading of a character in brackets behind it, as some copies have it: 印發(fā)."""

from __future__ import annotations

import re

# What stands in place of such a reading: a character that prints nothing, so that all others keep theirs.
NOTHING = "\u200b"
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# Every such copy has some of these; a text without them is not searched further.
_COMMON = "āáǎà"
_READING = re.compile(rf"(?<=[\u4e00-\u9fff])\([a-zü]{{0,4}}[{_TONES}][a-z]{{0,3}} ?\)")


def unread(folded: str) -> str:
    """The folded text with nothing in place of every such reading, character for character."""
    if not any(tone in folded for tone in _COMMON):
        return folded
    return _READING.sub(lambda reading: NOTHING * len(reading[0]), folded)
