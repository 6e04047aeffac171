"""Whether 会同, 商 or 会 joins a lead and those it works with, or stands inside a name."""

from __future__ import annotations

import re

from loaders.recognise.names import split
from loaders.resolve import regions
from loaders.resolve.agencies import looks_like_agency
from loaders.resolve.likeness import in_vocabulary

_JOINED_TO = re.compile(r"[^、,;。:]*")
_AFTER_JOIN = re.compile(
    r"负责|配合|牵头|按职责|制[定订]|编制|起草|提出|修订|推进|落实|另行|研究(?!室|院|所|中心)|组织(?!部|和?社会|委)"
)


def joins(flat: str, start: int, end: int, token: re.Match[str]) -> bool:
    """Whether 会同 or 会 stands between two bodies, and not inside a name (委员会, 商务厅, 会同县政府)."""
    before = re.split(r"[、:]", flat[start : token.start()])[-1]
    opens = not before or before[-1] in "和及与"
    if (len(token["join"]) == 1 or opens) and regions.matches(flat, token.start()):
        return False
    before = re.sub(r"^.*由", "", before)
    if token.group() == "会" and in_vocabulary(before + "会") and not in_vocabulary(before):
        return False  # 国务院安委会有关成员单位
    if flat[token.end() : token.end() + 1] in "和及与等" and not regions.matches(flat, token.end()):
        return False  # 市安委会和市水利局
    found = _JOINED_TO.match(flat, token.end(), end)
    others = split(_AFTER_JOIN.split(found.group() if found else "")[0])
    after = others[0].surface if others else ""
    if after == "办公室" or (before.endswith("社") and after[:1] not in "省市区县"):
        return False  # 安委会办公室, 市人大社会建设委员会
    if before.endswith(("行", "国网")) and after.endswith(("支行", "中支", "供电公司")):
        return False  # 人行商水支行
    other = bool(others) and (others[0].vague or after[0] == "各" or looks_like_agency(after))
    if not before and token.group("join") == "会":
        return looks_like_agency(after)  # A牵头,会商务部、B研究
    if len(token.group("join")) > 1 and (not before or before.endswith("牵头")):
        return other
    return other and looks_like_agency(before)
