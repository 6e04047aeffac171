"""Verbs that open what is to be done, by the dictionary: 8月|选聘护河员, 下半年|分批投放鱼苗."""

from __future__ import annotations

import re

import rjieba

_PHRASE = re.compile(
    r"(?:要|应|须|拟|将|计划|必须|务必|力争|争取|确保|全部|全面|陆续|分批|逐步|集中|统一|分别|率先|正式|初步|抓紧|尽快|再|先行)*"
    r"(?P<words>[\u4e00-\u9fff]{2,8})"
)
# What only is or comes about, and states, whose times are aims.
_NO_TASK = re.compile(
    r"打算|存在|出现|发生|发现|显示|预计|预测|属于|具有|成为|进入|位于|处于|面临|需要|可能|开始|结束|到来|来临|生效|到期|期满|超|达|保持|稳定|持续"
    r"|提[升高]|增[长加]|下降|减少|降低|上升|扩大|实现|突破|控制|缓解|涉及|包括|符合|参照|按照|根据|依据|比"
    r"|[新净]增|新建|减免|减征|减收|减半|免|缓"
)
_THING = re.compile(
    r"结果|情况|数据|公告|名单|资料|标准|档次|计划|方案|人员|对象|项目[^,。;]{0,4}数|[费额率量类型]"
)
_OF = re.compile(r"[^,。;]{0,6}的")


def opens_with_verb(words: str) -> bool:
    """Whether words open with a verb that can be a task: 选聘护河员, but no 选聘的护河员, no 考核结果."""
    found = _PHRASE.match(words)
    if found is None or _NO_TASK.match(found["words"]) or _OF.match(words, found.start("words")):
        return False
    word, kind = rjieba.tag(found["words"])[0]
    thing = _THING.match(words, found.start("words") + len(word))
    return kind == "v" and len(word) > 1 and thing is None
