"""Names of bodies among the words of a header: whether words are such, and where one ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.header.tokens import Token
from loaders.resolve.agencies import looks_like_agency, resolve
from loaders.resolve.endings import DEPARTMENTS
from loaders.resolve.regions import COUNTRY

# The place of the first body opens the second too: 某市教育局某市体育局.
SAME_PLACE = re.compile(
    rf"(?:中共)?(?P<place>[\u4e00-\u9fff]{{1,10}}?[省市县区州盟旗])[\u4e00-\u9fff]{{0,24}}?[{DEPARTMENTS}府室行](?=(?:中共)?(?P=place))"
)
# 某县“双随机、一公开”监管联席会议办公室: what a body is for, in quotation marks.
_QUOTED = re.compile("“[^”]*”")
_NEXT_BODY = re.compile(r"中央|国务院|国家|全国|中国|中共|最高人民|中华")
# 某领导小组办公室(某局代章): another's seal stands in for the issuer's own.
_SEAL = re.compile(r"\([^()]*代[章印]\)$")
# A department of a ministry, or its party group: 国家能源局综合司, 交通运输部安委办, 中共商务部党组.
_DEPARTMENT = re.compile(
    rf"中共(?P<whole>[\u4e00-\u9fff]{{2,20}})党组$|(?P<body>[\u4e00-\u9fff]{{2,}}?[{DEPARTMENTS}])"
    r"(?:[\u4e00-\u9fff]{2,9}(?<!公)司|[\u4e00-\u9fff]{1,6}委办)$"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer as written, with its span in the source's text. One that is not written is concluded from
    `words` (the number's code): the span is theirs."""

    name: str
    start: int
    end: int
    words: str | None = None


def is_bodies(words: str) -> bool:
    """Whether words name bodies, parted by 、 or a comma, and nothing else."""
    if len(words) > 60 or re.search(r"[。;:!?》]", words):
        return False
    parts = [part for part in re.split(r"[、,]", _QUOTED.sub("", words)) if part]
    return bool(parts) and all(
        looks_like_agency(part) or part == "中共中央" or _is_department(part) or _is_office(part)
        for part in parts
    )


def _is_department(words: str) -> bool:
    """Whether words name a department of a ministry, or the party group of a body."""
    match = _DEPARTMENT.match(words) if words.endswith(("司", "委办", "党组")) else None
    return match is not None and is_known(match["body"] or match["whole"])


def split_bodies(token: Token) -> list[Issuer]:
    """Bodies that stand in one token, parted by 、 or by nothing (国务院办公厅中央军委办公厅)."""
    issuers: list[Issuer] = []
    exact = token.end - token.start == len(token.text)
    for match in re.finditer(r"(?:“[^”]*”|[^、,])+", token.text):
        words, at = _SEAL.sub("", match.group()), match.start()
        while words:
            cut = _seam(words) or len(words)
            start, end = (token.start + at, token.start + at + cut) if exact else (token.start, token.end)
            issuers.append(Issuer(words[:cut], start, end))
            words, at = words[cut:], at + cut
    return issuers


def _seam(words: str) -> int:
    """Where one known body ends and another begins; 0 for a single body."""
    if len(words) < 7:
        return 0
    if (same := SAME_PLACE.match(words)) and is_bodies(words[same.end() :]):
        return same.end()
    if _is_own(words):
        return 0
    for cut in range(len(words) - 3, 2, -1):
        one, other = words[:cut], words[cut:]
        if words[cut - 1] not in f"{DEPARTMENTS}府室行社央" or not _is_own(one):
            continue
        if _is_own(other) or (_NEXT_BODY.match(other) and looks_like_agency(other)) or _seam(other):
            return cut
    return 0


def _is_own(words: str) -> bool:
    """Whether words are a known body's name, or that of its office (教育部办公厅)."""
    return is_known(words) or _is_office(words)


def _is_office(words: str) -> bool:
    """Whether words name the office of a known body: 发展改革委办公厅."""
    return len(words) > 5 and words.endswith(("办公厅", "办公室")) and is_known(words[:-3])


def is_known(words: str) -> bool:
    """Whether words are a body's name that the vocabulary knows."""
    return resolve(words, region=COUNTRY, on=None).resolved


def is_same(one: str, other: str) -> bool:
    """Whether two names are those of one body that the vocabulary knows."""
    first, second = (resolve(words, region=COUNTRY, on=None) for words in (one, other))
    return first.resolved and first.name == second.name
