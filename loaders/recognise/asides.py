"""Asides of a clause: what is said of other tasks, and what explains a name."""

from __future__ import annotations

import re

_OTHERS = (
    r"以[下上](?:各[项条]?|任务|事项|措施)?|(?:具体|各项)任务",
    r"不再(?:重复|一一|逐一|单独|另行)?(?:列出|列示|罗列|赘述|标注|明确|重复|[做作]?分工)(?:[,、]下同)?",
)
# 各县区政府均为责任单位,不再列出: of all tasks again.
_ALL = (
    r"(?<![\u4e00-\u9fff])各[^。;,\n]{2,60}?均[^。;,\n]{1,12}(?:单位|部门|落实|负责|参与|配合),?" + _OTHERS[1]
)
# 以下均需各区政府落实,不再列出 is said of other tasks, 各区政府〈含管委会,下同〉 explains a name.
_ASIDE = re.compile(
    rf"(?:{_OTHERS[0]})[^。;]{{0,80}}?{_OTHERS[1]}|{_ALL}"
    r"|[〈<]含?[^〈〉<>]*[〉>]|\((?:含|包括)[^()]*\)(?!(?:人民)?政府|党委|管委会)"
)
_ONWARD = re.compile(rf"以下[^。;\n]{{0,8}}均[^。;\n]{{2,80}}?{_OTHERS[1]}|{_ALL}")


def blanked(words: str) -> str:
    """The words with their asides made separators, as long as before."""
    if "不再" not in words and "含" not in words and "包括" not in words:
        return words
    return _ASIDE.sub(lambda m: (" " if m.group()[0] in "〈<(" else ";") * len(m.group()), words)


def said_of_all(text: str) -> tuple[int, int] | None:
    """The span of the first note that gives a duty to a body for all tasks that follow
    (以下均需各区政府落实，不再列出): no clause repeats it."""
    found = _ONWARD.search(text) if "不再" in text else None
    return found.span() if found else None
