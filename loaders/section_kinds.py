"""What the sections of a document are for, by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model import SectionKind
from loaders.normalise import Text
from loaders.outline import Unit

_GENERAL = re.compile(
    r"总体(?:要求|思路|目标|部署|考虑|安排)|指导思想|基本原则|工作原则|(?:主要|发展|工作|行动|改革|建设|规划|整改|整治|创建|治理|攻坚|目标)目标|(?:目标任务|任务目标)$|"
    r"目标要求|重要意义|重大意义|总则|适用(?:范围|对象)$|指导原则|编制依据|面临|发展基础"
    # 形势与任务; a task is 加强形势分析研判, 开展背景审查.
    r"|(?:背景|现状|形势)(?:$|[和与及、,]|任务|问题)|^(?:当前|发展)?(?:背景|现状|形势)分析"
)
# 夯实发展基础, 落实全年主要目标: what is to be done.
_DOES = ("落实", "完成", "实现", "推进", "推动", "夯实", "巩固", "筑牢", "厚植", "开展", "深化")
# What a heading without an end begins with: 一、指导思想深入贯彻….
_GENERAL_HEADS = (
    "指导思想",
    "基本原则",
    "工作原则",
    "总体要求",
    "总体目标",
    "工作目标",
    "主要目标",
    "发展目标",
)
_SAFEGUARD = re.compile(
    r"保障措施|组织(?:保障|领导|机制|(?:实施|落实)(?=$|工作|保障|[,、和与及]))|(?:强化|加强|完善|健全)(?:组织|保障(?!性)|领导(?!干部)|统筹|督导|督促|考核)|工作要求|有关要求|相关要求|"
    r"实施保障|工作保障|政策保障|^.{0,8}(?:工作|推进|保障)机制(?:$|[,、和与及])|几点要求|抓好落实|督促落实|责任落实"
)
# 责任落实提升行动, 考核奖惩工程: what is done, not how it is kept going.
_CAMPAIGN = re.compile(r"(?:行动|工程|攻坚战?|整治)$")
_NOTES = re.compile(r"附则|其他(?:事项|规定)?$|有关说明|名词解释|解释权|说明事项")
_HEADING_END = re.compile(r"[。:;(\[]")


def mark_kinds(text: Text, units: Iterable[Unit]) -> None:
    """Give the units below others, which come in reading order, their headings, and say what their sections
    are for."""
    for unit in units:
        for child in unit.children:
            child.heading = _heading(text, child)
            child.kind = _kind(child.heading, unit.kind)


def _heading(text: Text, unit: Unit) -> str:
    if not unit.stretches:
        return ""
    start, end = unit.stretches[0]
    stop = _HEADING_END.search(text.text, start, end)
    return text.text[start : stop.start() if stop else end]


def _kind(words: str, parent: SectionKind) -> SectionKind:
    """What a section is for, by its heading: general, tasks, safeguards, notes; else its parent's."""
    if len(words) <= 30:
        if _GENERAL.search(words) and not words.startswith(_DOES):
            return "general"
        if _NOTES.search(words):
            return "notes"
        if _SAFEGUARD.search(words) and not _CAMPAIGN.search(words):
            return "safeguards"
    return "general" if words.startswith(_GENERAL_HEADS) else parent
