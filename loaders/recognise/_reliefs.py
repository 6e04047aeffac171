"""Reliefs (免收租金, 减半征收): until the time before them they hold, nothing is done by it; and how long
something holds from a time on."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.calendar import months_after
from loaders.numerals import value_of

_WORDS = "免征|免收|减征|减免|减半|缓缴|缓征|免缴|免除|暂停征收|暂免"
# 6月底前，免收租金; 年底前，受影响的企业可申请缓缴: the relief holds until then.
_RELIEF = re.compile(
    rf"[,、]?(?:对[^,。;]{{1,30}}?|[^,。;可]{{0,30}}(?:企业|单位|机构|组织|个人|职工|人员|主体|工商户|用户|商户|租户|项目))?"
    rf"(?:继续|一律|全部|全额|暂时|予以|可以?|按规定|依法|自愿|申请)*(?:{_WORDS}|不再收取|不(?:纳入|列入)(?![^,。;]{{0,10}}的)|暂[缓停不](?:执行|实施|征收|收取|缴纳)|(?:一律|原则上|暂)?(?:不得?|暂停)(?:开[学放业园馆]|营业|复[工课]|返[校岗]|上班|举[办行]|召开|组织|聚集|外出)|(?<=继续)(?:执行|实施)(?=[,。;)]|$))(?!到位|完毕)"
)
# 至2025年12月31日，对小微企业免征: a relief again, as is 9月1日至12月31日，实施补贴; 减免情况 is none.
_RELIEVES = re.compile(
    rf"(?:{_WORDS}|(?:给予|实施|享受|执行)[^,。;的]{{0,30}}(?:补[贴助]|贴息|奖补|优惠|折扣))"
    r"(?!情况|工作|申请|手续|资格|对象|名单|台账|[标办方政制项行])"
)
# 执行低谷电价优惠,时间为6月1日至9月30日
_FAVOURS = re.compile(rf"(?:{_WORDS}|优惠|补[贴助]|贴息|奖补)[^。;]{{0,30}},(?:执行)?时间(?:[从自为]|:)$")
# 可在12月底前申请补贴, 12月底前可按规定申请退费: a right that lapses then.
_MAY = re.compile(r"可以?(?:在|于)?$")
_ASKED = re.compile(r"(?:补充?)?(?:申请|享受|选择|自愿)")
_MAY_ASK = re.compile(r",?均?可以?(?:按规定|依法|自愿|自主|继续|向[^,。;]{1,16}?)?(?:申请|享受|选择)")
_COUNT = r"\d{1,2}|[一二三四五六七八九十两]{1,2}"
# 自7月1日起执行,执行期三年; 期限三年 may be a loan's.
_TERM = re.compile(
    rf"(?:[^。;]{{0,60}},)?(?:有效期限?|执行期限?|施行期|实施期限|政策期限|试行期|为期|暂定|试行)为?(?P<count>{_COUNT})"
    rf"(?P<unit>年|个月)(?=[,。;)]|$)"
)


def is_relief(text: str, at: int) -> bool:
    """Whether a relief stands right behind a time that ends at a place."""
    return _RELIEF.match(text, at) is not None


def is_right(text: str, left: str, at: int) -> bool:
    """Whether a time that ends at a place is that until which a right may be used."""
    return (_MAY.search(left) is not None and _ASKED.match(text, at) is not None) or (
        _MAY_ASK.match(text, at) is not None
    )


def relieves(text: str, start: int, end: int) -> bool:
    """Whether a stretch gives a relief."""
    return _RELIEVES.search(text, start, end) is not None


def is_favour(left: str) -> bool:
    """Whether the words before a range say what is granted when it holds: 执行电价优惠,时间为."""
    return _FAVOURS.search(left) is not None


def end_of_term(text: str, start: int, end: int, first: date) -> date | None:
    """The last day on which a rule holds that begins on the `first`, where the stretch behind says so."""
    found = _TERM.match(text, start, end)
    months = value_of(found["count"]) * (12 if found["unit"] == "年" else 1) if found else 0
    return months_after(first, months) - timedelta(days=1) if months else None
