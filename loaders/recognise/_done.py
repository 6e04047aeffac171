"""What is done by a stated time (完成, 报送), and times that tell which thing is meant (建成的)."""

from __future__ import annotations

import re

from loaders.recognise._points import Point

# What follows a term that stands alone in a clause: its end, or how far the task is to be then.
TERM_ENDS = re.compile(
    r"[,;)\]、。 并]|(?:取得|形成|见到?成效|基本|立项|开工|动工|开业|挂牌|通车|封顶"
    r"|报送|上报|报批|提交|确定|签订|进场)"
)
DONE = re.compile(
    r"(?:[,、])?(?:要|应|须|必须|务必|坚决|力争|争取|确保|全部|全面|基本|如期|按期|按时|圆满|顺利|分别|率先)*"
    r"(?:(?P<state>实现|达到)|完成|建成|办结|到位|出台|印发|验收|交付|竣工|完工|投产|投用|投运|投入使用|启用|开通|通车|上线"
    r"|[\u4e00-\u9fff]{2,4}完毕)"
)
# 2000年底前建成的小区, 6月底前到期的贷款: the time tells which, it sets no term.
ATTRIBUTE = re.compile(
    r"(?:已|未|尚未)[^,。;]{1,10}的|到期(?:的|[^,。;]{0,6}(?:贷款|债))"
    r"|(?:依法|新)?(?:印发|出台|发布|公布|颁布|制定|修订|通过|召开|建成|建设|取得|注册|设立|成立|登记|开工|竣工|完工|开通|通车|投运|启用|投产|完成|出生|毕业|签订|发生|形成|获得|购置|实施|缴纳|立项|批准"
    r"|入职|参保|购买|交付|发放){1,2}的"
)
# 于6月底和12月底报送: to be handed in then; 已于6月底报送 tells what was.
_AT = re.compile(r"(?<![已业曾早均])于$")
_HANDED = re.compile(
    r"(?:分别)?(?:将[^,。;]{1,24}?)?(?:书面)?(?:报(?!道|销|名|刊|纸)|上报|提交|送达|反馈|汇总)"
)


def is_handed_in(left: str, right: str) -> bool:
    """Whether something is to be handed in at a time that stands between the words."""
    return _AT.search(left) is not None and _HANDED.match(right) is not None


def is_done(point: Point, right: str, *, clause: bool) -> bool:
    """Whether what is done behind a point can be a task; 2023年5月15日印发 says when a text was printed."""
    printed = point.precision == "day" and right.startswith("印发") and not right[2:].strip(" )")
    return not printed and bool(clause or point.year or point.precision not in ("half", "quarter"))
