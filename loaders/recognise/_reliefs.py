"""Reliefs (免收租金, 减半征收): until the time before them they hold, nothing is done by it."""

from __future__ import annotations

import re

_WORDS = "免征|免收|减征|减免|减半|缓缴|缓征|免缴|免除|暂停征收|暂免"
# 6月底前，免收租金: the relief holds until then.
_RELIEF = re.compile(
    rf"[,、]?(?:对[^,。;]{{1,16}}?)?(?:继续|一律|全部|全额|暂时|予以|可)*(?:{_WORDS}|不再收取)"
)
# 至2025年12月31日，对小微企业免征: a relief again.
_RELIEVES = re.compile(_WORDS)


def is_relief(text: str, at: int) -> bool:
    """Whether a relief stands right behind a time that ends at a place."""
    return _RELIEF.match(text, at) is not None


def relieves(text: str, start: int, end: int) -> bool:
    """Whether a stretch gives a relief."""
    return _RELIEVES.search(text, start, end) is not None
