"""Lines that end a document behind its last unit: a note, an appeal, the signature, the day under it."""

from __future__ import annotations

import re

from loaders.instruments import NOUN
from loaders.resolve.endings import DEPARTMENTS

_DAY = r"(?:\d{4}年\d{1,2}月\d{1,2}日|[○〇零一二三四五六七八九十]{4}年.{1,3}月.{1,3}日)(?:\(.{0,20}\))?"
_NOTE = re.compile(
    rf"(?:本(?:{NOUN}|文件)(?!所[称指])|以上|上述|附件?\s*\d*:|此件|抄送|"
    r"联系人|特此|国家、?省?|自(?:发布|印发|公布)|\(此件|\(本文|政策解读|相关解读|.{2,30}(?:负责解释|起施行|起实施))"
)
_APPEAL = re.compile("各(?:地区?|市|设区|县|区|乡|镇|街道|州|部门|单位|有关|级|省)")
_BARE = re.compile(r"[^。;]{2,40}$")
_DATE = re.compile(_DAY)
_DATED = re.compile(rf"[^。;]{{0,40}}?{_DAY}$")
_SIGNATURE = re.compile(rf"[\u4e00-\u9fff]{{2,30}}[{DEPARTMENTS}府室组]$")


def closes(words: str) -> bool:
    """Whether a line ends what stands above it: a note on the document, or its signature."""
    return _NOTE.match(words) is not None or signs(words)


def signs(words: str) -> bool:
    """Whether a line is a body's name or ends with a day."""
    return _DATED.match(words) is not None or _SIGNATURE.match(words) is not None


def is_date(words: str) -> bool:
    """Whether a line is a day alone."""
    return _DATE.fullmatch(words) is not None


def appeals(words: str) -> bool:
    """Whether a line turns to all whom the document is for; behind a unit that is not the last it is a
    duty: 各县要于6月底前完成."""
    return _APPEAL.match(words) is not None


def is_bare(words: str) -> bool:
    """Whether a line is short and no sentence."""
    return _BARE.match(words) is not None
