"""Words before a time that make it the last day: 申报截止日期为, 完成时限:, 不晚于."""

from __future__ import annotations

import re

from graph.model import DeadlineKind
from loaders.recognise._points import Point

_CLOSING = re.compile(r"(?<!计算)(?<!统计)(?<!数据)截止(?:日期|时间|日)[为是:]$")
_CLOSES = re.compile(
    r"(?<!计算)(?<!统计)(?<!数据)截止(?:日期|时间|日)?(?:变更|调整|更改|延长|延期|推迟|顺延|为|是|:|到|至)*$"
)
_ASKED = re.compile(r"(?:申报|申请|报名|受理)截止$")  # 申报截止11月底
# 截止6月10日，已开工12项: what was done by then.
_TOLD = re.compile(r"[,，]?(?:[^,。;]{0,12})?(?:已|累计|共(?:有|计|完成|收到))")
_LABEL = re.compile(
    r"(?:(?:完成|办结|整改|报送|上报|提交|反馈|审议|考核|检查|督查|验收|评审|开工|[竣完]工|投[产用]|建成|通车)(?:时限|时间|期限|日期)|(?<![\u4e00-\u9fff])时限)[:为]$"
)
_NO_LATER = re.compile(r"不得?(?:(?:晚|迟)于|超过)$")
# 采样时间截至2024年11月底: when the work ends.
_WORK_ENDS = re.compile(
    r"(?:工作|任务|调查|采样|采集|排查|清查|登记|申报|填报|报名|征集|受理|整改|整治|建设)(?:时间|时限|期限)截[至止](?:[于到至])?$"
)
# 还本付息日期不超过2022年底: how long a relief holds.
_RELIEF = re.compile(r"(?:延期|延长|延缓|缓[缴交征]|减免|免征|还本付息|期限)[^。;]{0,24}$")


def ends_with(left: str) -> bool:
    """Whether the words before a time say that something closes then: 申报截止到."""
    return _CLOSES.search(left) is not None


def closes(left: str, right: str, point: Point) -> bool:
    """Whether a point is the day on which something closes, and not that up to which is told."""
    if _CLOSING.search(left) or (_WORK_ENDS.search(left) and not _TOLD.match(right)):
        return True
    known = point.precision == "day" or _ASKED.search(left)
    return bool(ends_with(left) and known and not _TOLD.match(right))


def is_told(right: str) -> bool:
    """Whether the words behind a time tell what was done by then: ,已开工12项."""
    return _TOLD.match(right) is not None


def is_label(left: str, right: str) -> bool:
    """Whether a label of a term stands before a time: 完成时限:."""
    return bool(_LABEL.search(left) and right[:1] != "的")


def bounds(left: str) -> DeadlineKind | None:
    """What a time is behind 不晚于 or 不超过: a term, or the end of a relief."""
    if _NO_LATER.search(left) is None:
        return None
    return "until" if _RELIEF.search(left) else "due"
