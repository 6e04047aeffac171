"""Lines of a numbered list that are no units: facts about the text, and what is said of the task above."""

from __future__ import annotations

import re

from loaders.read import FACTS
from loaders.recognise import roles

# 3.[发文号]…: a fact about the text in a numbered list.
FACT = re.compile(rf"\[(?:{'|'.join(FACTS)}|[^\[\]]{{2,6}}(?:来源|全文|类别))\]")
_MARK = roles.mark_pattern()
# What a list on faults says of each of them.
ASPECT = re.compile(
    rf"整改(?:目标|措施|内容|要求|标准|[时期]限|完成时[限间]|(?:{_MARK}|督导|验收)(?:单位|部门|领导|人)):"
)
# (二)责任单位:…, (三)整改措施:…: what is said of the task or fault above, in a numbered list of it.
FACET = re.compile(
    rf"(?:(?:{_MARK}|督[导办]|验收)(?:单位|部门|领导|人)|(?:完成|时间)(?:时[限间]|期限|安排|要求|节点)):"
    r"(?!.*负责.)[^。;]{2,120}[。;]?$"
    rf"|{ASPECT.pattern}"
)
