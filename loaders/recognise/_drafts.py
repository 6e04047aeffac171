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
    if any(f"({mark})" in text for mark in ("修订", "修改", "修正", *_MARKS)):
        for marked in _MARKED.finditer(text):
            place = find(marked["title"], within=None)
            if place is not None and marked["title"].startswith(place.name):
                yield marked.span("title"), _MARKS.get(marked["mark"], "revise")
