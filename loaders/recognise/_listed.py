"""What is done to an instrument by the list or table that it stands in, or by a mark at it."""

from __future__ import annotations

import re
from typing import cast

from graph.model import Action

# An announcement and the line of a list that it speaks of: 对下列规章予以废止：› 一、《X》.
# Or its title: 决定废止的行政法规, (二)修订项目:.
_LISTING = re.compile(
    r"(?:下列|以下|如下|附件)[^\n]*$|(?<!新)(?:废止|失效|停止执行|修改|修订)的[^\n,。;:《》]{2,16}$"
    r"|(?<!新)(?:制定|废止|修改|修订)的?[^\n,。;:《》]{0,10}(?:项目|文件|法律案?|法规|规章|条例|办法|规定|草案)(?:\([^()\n]{1,8}\))?:?$"
)
# 1.2 编制依据 › 《X》《Y》等。
_GROUNDS = re.compile(r"[^,。;:《》\n]{0,20}依据(?:如下)?:?\s*$")
_ITEM = re.compile(r"(?:[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*)?《?$")
_LISTED = (
    ("repeal", re.compile(r"废止|失效|停止执行")),
    ("revise", re.compile(r"^(?!.*制定).*(?:修改|修订|修正)")),
    ("enact", re.compile(r"^(?!.*修[改订正]).*制定(?!.{0,4}依据)")),
)
# 附件1:宣布失效的文件目录, a table's head: what is done to the instruments of its rows.
_TABLE = re.compile(r"[^。;\n]{0,60}(?:目录|清单)(?:\([^()\n]{1,20}\))?$", re.M)
_ROW = re.compile(r"(?:^|\n)\d{1,4}\n?$")
# 1 › 关于护堤的通知 › 政发〔2008〕3号 › 废止: so does a cell of the row itself.
_NEXT_ROW = re.compile(r"\n\d{1,4}(?=\n)")
_ROW_LENGTH = 120
_CELL = re.compile(
    r"(?:拟|建议|予以|决定|宣布)*(?:废止|失效|停止执行|修改|修订|修正|保留|继续有效|有效|新?制定)(?:项目)?"
)
_DONE: dict[str, Action] = {
    "废止": "repeal",
    "失效": "repeal",
    "停止": "repeal",
    "修": "revise",
    "制定": "enact",
}
_ITEM_HEAD = re.compile(r"(?:[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*)?《")
# 3.关于做好防汛的通知(政发〔2008〕3号).
_NUMBERED = re.compile(
    r"[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*[^。;\n]{6,160}(?<![件项部个])\)[;。,、]?$"
)
# (一)《X》 › 1.将第二条中的“泵站”修改为“水泵”。
_AMENDED_BELOW = re.compile(
    r"(?:\([^()\n]{1,60}\))?[;:。]?\n(?:[(]?[一二三四五六七八九十\d]{1,4}[)、.]+\s*)?(?:(?:将|把|在)?第[一二三四五六七八九十百\d]+[条章款][^\n]{0,120}?(?:修改|增加|删去|改为)"
    r"|(?:删去|删除)第[一二三四五六七八九十百\d]+[条章款])"
)
# 根据《X制定办法》,现将结果公布如下: X tells nothing of the list.
_NAMED = re.compile("《[^\\n]*》")
# 废止的文件目录 › (382件).
_COUNT = re.compile(r"\([^()\n]{1,20}\)|")
# 专利法(修改), 《X》(制定,水利部), 《X》(废止), 《X》(水利部起草): in the list of a plan.
_REVISION = re.compile(
    r"[(](?:(?:(?P<changed>修订|修改|修正)|(?P<ended>废止)|新?制定)[),、:]|[^()\n]{2,80}起草[),])"
)
# 《X(修订草案)》, 增值税法草案: what is on its way.
_DRAFT = re.compile(
    r"\((?P<changed>修[订正改])?(?:草案|送审稿|征求意见稿)\)》|(?<!》)草案(?=[、,。;和及等\n]|$)"
)
# 《X(征求意见稿)》公布后,各镇开展讨论.
_PUT_OUT = re.compile("(?:正式|公开)?(?:公布|发布|印发|出台)(?:后|以来|之后|以后)")


def of_list(text: str, start: int, end: int, lines: dict[int, Action | None]) -> Action | None:
    """What is done to an instrument that opens a line, by the line that announces its list, or by the
    lines below that change its articles; `lines` holds what was found for the lines before it."""
    line = text.rfind("\n", 0, start) + 1
    if _ITEM.match(text, line, start) and _AMENDED_BELOW.match(text, end):
        return "revise"
    if _ROW.search(text, max(start - 6, 0), start):
        said = _of_row(text, end)
        if said or text[start] != "《":
            return said or _of_table(text, start)
    if not line or not _ITEM.match(text, line, start):
        return None
    lines[line] = found = _announced(text, line, lines)
    return found


def _announced(text: str, line: int, lines: dict[int, Action | None]) -> Action | None:
    while line:
        end, line = line - 1, text.rfind("\n", 0, line - 1) + 1
        if line in lines:
            return lines[line]
        if _ITEM_HEAD.match(text, line, end) is None:
            if _GROUNDS.match(text, line, end):
                return "implement"
            announced = _LISTING.search(text, line, end)
            said = _NAMED.sub("", text[line:end])
            action = next((a for a, w in _LISTED if announced and w.search(said)), None)
            if action or not (_NUMBERED.match(text, line, end) or _COUNT.fullmatch(text, line, end)):
                return cast(Action, action) if action else None
    return None


def _of_table(text: str, start: int) -> Action | None:
    """What is done to an instrument that a row of a table names, by the nearest head of a table."""
    head = max(text.rfind("目录", 0, start), text.rfind("清单", 0, start))
    line = text.rfind("\n", 0, head) + 1
    announced = _TABLE.match(text, line) if head >= 0 else None
    if announced is None:  # 县政府决定废止下列文件: › 序号 › 文号 › 标题
        above = text.rfind("\n序号\n", 0, start)
        announced = _LISTING.search(text, text.rfind("\n", 0, max(above, 0)) + 1, max(above, 0))
        said = announced.string[text.rfind("\n", 0, above) + 1 : above] if announced else ""
    else:
        said = announced[0]
    found = next((a for a, words in _LISTED if words.search(_NAMED.sub("", said))), None)
    return cast(Action, found) if found else None


def _of_row(text: str, end: int) -> Action | None:
    """What a cell of its row says is done to an instrument that ends at a place."""
    stop = _NEXT_ROW.search(text, end, end + _ROW_LENGTH)
    for cell in text[end : stop.start() if stop else end + _ROW_LENGTH].split("\n")[1:]:
        done = _CELL.fullmatch(cell)
        if done:
            return next((action for word, action in _DONE.items() if word in done[0]), "mention")
    return None


def of_mark(text: str, start: int, end: int, said: Action | None) -> Action | None:
    """What a mark in an instrument's title or behind it says: drafts are on their way; of what is issued
    (`said`), the draft of a change. One that somebody has made (起草了《X(草案)》) says no more."""
    told = text[start - 1 : start] == "了" or _PUT_OUT.match(text, end)
    marked = (None if told else _DRAFT.search(text, start, end + 3)) or (
        None if said else _REVISION.match(text, end)
    )
    if marked is None:
        return None
    return "repeal" if marked.groupdict().get("ended") else "revise" if marked["changed"] else "enact"
