"""Duties that a notice or the minutes of a meeting ask for: 请县水利局会同县财政局于6月底前提出方案。

Whom a text asks to grant something, or all whom it is for (请各镇认真落实), has no duty by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.recognise._bodies import is_built, is_known
from loaders.recognise._made import joint
from loaders.recognise._reading import Found, Party, Reading, read

_DO = (
    r"(?:另行|研究|具体|联合|共同|负责|组织|抓紧|尽快|认真|切实|进一步|积极|主动|立即|继续)*"
    r"(?:制[定订]|拟[定订]|起草|编制|修订|出台|印发|提出|拿出|落实|推进|办理|组建|完善|开展|细化|验收|负责|牵头|督促|督导|完成|抓好|做好|加快|加强|"
    r"协调|跟踪|梳理|排查|整改|核查|调度|筹[措集]|拨付|报送|汇总|建立|会商)(?!的|后)"
)
_TERM = r"(?:(?:于|在)?(?:\d|[今本月年近])[^,。;:]{1,12}前,?)?"
_ASKED = re.compile(
    rf"(?:^|(?<=[。;:,]))请(?P<lead>[^,。;:请]{{3,120}}?)(?:会同(?P<support>[^,。;:]{{2,160}}?))?,?{_TERM}(?={_DO})"
)
# …，县公安局密切配合。 closes such a sentence.
_WITH = re.compile(r"[,;](?P<who>[^,。;:请]{3,120}?)(?:密切|积极|全力|主动|做好)*(?:配合|协助)(?=[。;]|$)")


def asked(words: str) -> Iterator[Found]:
    """The duties that the sentences of a paragraph ask for."""
    for ask in _ASKED.finditer(words) if "请" in words else ():
        (start, end), support = ask.span("lead"), ask.span("support")
        duty = "牵头" if words.startswith("牵头", end) else "负责"
        reading = joint(words, (start, end), support) if ask["support"] else read(ask["lead"] + duty)
        if reading is None or not _asks_bodies(reading):
            continue
        parties, end = reading.parties, max(end, support[1])
        stops = [at for at in (words.find("。", end), words.find(";请", end)) if at >= 0]
        more = _WITH.search(words, end, min(stops, default=len(words)) + 1)
        helping = read(f"{more['who']}配合") if more else None
        if more and helping and _asks_bodies(helping):
            by = more.start("who") - start
            parties += tuple([Party(name.moved(by), role) for name, role in helping.parties])
            end = more.end("who")
        yield Found(ask.start(), end, start, replace(reading, parties=parties, rule="note"))


def _asks_bodies(reading: Reading) -> bool:
    """Whether all whom a reading names are bodies, and not all of them all of a kind."""
    names = [name for name, _ in reading.parties]
    bodies = all((is_known(name) or is_built(name)) and not name.vague for name in names)
    return bodies and not all(name.surface.startswith(("各", "你", "贵")) for name in names)
