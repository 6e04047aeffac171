"""What the lines of a plan of drafts name without 《》, with what is to become of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Action
from loaders.resolve.regions import find

# 3.公园条例(修订)(水利部起草), 甲市公园条例 › 起草单位:市园林局.
_DRAFTED = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*|[—-]+)?(?:制定|修订|修改)?(?P<title>[\u4e00-\u9fff、]{3,40}?"
    r"(?:法|条例|办法|规定|细则|决定)(?:实施(?:条例|细则|办法))?)(?:(?:修订|修正|修改)?草案)?(?:\((?:制定|修订|修改|修正)\))?$"
)
_BY = re.compile(r"\([^()\n]{2,80}起草\)|\n(?:起草|提案|送审)(?:单位|部门):")
# 甲市公园条例、甲市水闸条例(修改): the mark says it of an instrument of a place, wherever it stands.
_MARKED = re.compile(
    r"(?:^|(?<=[\n、,;:。]))(?:[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*)?(?P<title>[\u4e00-\u9fff]{4,40}?(?:条例|办法|规定|细则))"
    r"\((?P<mark>修订|修改|修正|新?制定|废止)\)(?=[、,;。\n]|$)"
)
# A plan of legislation: 一、审议项目 › 1.甲市公园条例 › 2.甲市水闸条例(修订,甲市水利局)
_PLAN = re.compile(r"立法(?:工作)?(?:计划|规划)")
_PLAN_LENGTH = 400
_HEADING = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[)、.]+\s*[^。\n]{2,60}")
_LINE = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*)?(?P<made>制定|修订|修改|修正|废止)?"
    r"(?P<title>[\u4e00-\u9fff]{3,40}?(?:条例|办法|规定|细则|规则))(?:\((?P<said>[^()\n]{2,30})\))?[;,。、]?"
)
_SAID: tuple[tuple[str, Action], ...] = (("废止", "repeal"), ("制定", "enact"), ("修", "revise"))
_STUDIED = re.compile("调研|论证|储备")
_MARKS: dict[str, Action] = {"制定": "enact", "新制定": "enact", "废止": "repeal"}


def drafted(text: str) -> Iterator[tuple[tuple[int, int], Action]]:
    """The spans of the titles that a plan's lines give, each with its action: changed where it says so."""
    if "起草" in text or "提案" in text or "送审" in text:
        for by in _BY.finditer(text):
            line = text.rfind("\n", 0, by.start()) + 1
            item = _DRAFTED.match(text, line, by.start())
            if item:
                yield (
                    item.span("title"),
                    "revise" if "修" in item[0].replace(item["title"], "") else "enact",
                )
    if _PLAN.search(text, 0, _PLAN_LENGTH):
        yield from _planned(text)
    if any(f"({mark})" in text for mark in ("修订", "修改", "修正", *_MARKS)):
        for marked in _MARKED.finditer(text):
            if _opens_with_place(marked["title"]):
                yield marked.span("title"), _MARKS.get(marked["mark"], "revise")


def _planned(text: str) -> Iterator[tuple[tuple[int, int], Action]]:
    """What the lines of a plan of legislation name, each with what it or its heading says; what is only
    to be studied is mentioned."""
    at, heading = 0, ""
    for line in text.split("\n"):
        item = _LINE.fullmatch(line)
        if item and (item["title"][0] in "省市县州" or _opens_with_place(item["title"])):
            said = f"{item['made'] or ''}{item['said'] or ''}"
            told = _told(said) or (None if _STUDIED.search(heading) else _told(heading) or "enact")
            start, end = item.span("title")
            yield (at + start, at + end), told or "mention"
        elif _HEADING.fullmatch(line):
            heading = line
        at += len(line) + 1


def _told(words: str) -> Action | None:
    return next((action for word, action in _SAID if word in words), None)


def _opens_with_place(title: str) -> bool:
    place = find(title, within=None)
    return place is not None and title.startswith(place.name)
