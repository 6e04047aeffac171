"""What a measure is called: the heading sentence or line before its words."""

from __future__ import annotations

import re

from loaders.measures import Draft
from loaders.normalise import Text

_TITLE = re.compile(r"(?P<title>[^。;:!?()\[\]《》]{2,40})。(?=.)", re.S)


def measure_title(text: Text, draft: Draft) -> str | None:
    """The heading sentence of a measure: its first short sentence or line where more words follow."""
    if not draft.stretches or draft.again > 1:
        return None
    start, end = draft.stretches[0]
    words = text.text[start:end]
    if len(draft.stretches) > 1 and len(words) <= 40 and not re.search(r"[。;,:!?]$", words):
        return text.written(start, end)
    match = _TITLE.match(words)
    return text.written(start, start + match.end("title")) if match else None
