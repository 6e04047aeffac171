"""The opening of a press release, which says who issued the text that it gives in full: 近日，某某办公厅
印发了《某某方案》…全文如下。"""

from __future__ import annotations

import re

from loaders.header.bodies import Issuer, is_bodies, split_bodies
from loaders.header.tokens import Token
from loaders.normalise import Text

_OPENING = re.compile(
    r"(?:近日|日前|近期|日电)[,\s]*(?P<bodies>[^,。;:《》\s]{4,80}?)(?:等[\d一二三四五六七八九十]*个?部门)?"
    r"(?:联合)?印发了?《(?P<title>[^《》]{4,60})》"
)
_GIVEN = re.compile(r"(?:全文|主要内容)如下")


def read(text: Text, stop: int) -> tuple[str, list[Issuer]] | None:
    """The title of the text that a press release gives, and who issued it; None where the first `stop`
    characters of the source are no such release."""
    if "印发" not in text.folded[:stop]:
        return None
    found = _OPENING.search(text.folded, 0, stop)
    if found is None or not _GIVEN.search(text.folded, found.end(), stop) or not is_bodies(found["bodies"]):
        return None
    title = text.source.text[slice(*found.span("title"))]
    return title, split_bodies(Token(found["bodies"], *found.span("bodies"), 0))
