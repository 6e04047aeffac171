"""The year in which a document speaks whose head and signature name none."""

from __future__ import annotations

import re

# 2021年度防汛工作 anywhere; 2021年冬季 where the text begins. Not 到2025年, 2019年以来; and a day or a term
# that names its year (2022年3月底前) may name it because it is another.
_YEAR_OF_WORK = re.compile(r"(?<![\d到至自从截较比近—–~-])((?:19|20)\d\d)年度(?!以)")
_NAMED = re.compile(
    r"(?<![\d到至自从截较比近—–~-])((?:19|20)\d\d)年(?!度?以|\d|起|[底末内]|[^,，。;；\n]{0,8}前|[至到—–~-])"
)
# 2022年9月22日至12月31日: a campaign's time, within one year.
_SPANNED = re.compile(
    r"(?:^|\n\s*|决定[从自于]|时间(?:[为从自:：]\s*)?|(?:行动|活动|整治|检查|排查)(?:工作)?(?:时间)?[从自])((?:19|20)\d\d)年\d{1,2}月(?:\d{1,2}日)?(?:起|开始)?[至到—–～~-]{1,2}(?:\d{1,2}[月日]|年[底末])"
)
_OPENING = 200


def spoken_year(text: str) -> int | None:
    """The one year that the text names as that of its work, or at its beginning; of several, or where it
    names none, that in which an action lasts. None where that is not one."""
    named = _YEAR_OF_WORK.findall(text) if "年度" in text else []
    years = set(named) | set(_NAMED.findall(text, 0, _OPENING))
    if len(years) != 1:
        spanned = set(_SPANNED.findall(text))
        years = years & spanned if years else spanned
    return int(years.pop()) if len(years) == 1 else None
