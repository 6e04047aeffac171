"""Divisions of tasks by bodies: each body is a heading, and what it is to do stands below it
(一、省教育厅 › 1.… 2.… 二、省财政厅 › 1.…)."""

from __future__ import annotations

import re

from loaders.outline import Unit
from loaders.recognise import roles
from loaders.recognise._bodies import is_known
from loaders.recognise._reading import Party
from loaders.recognise.clauses import Clause
from loaders.recognise.names import split

# 省教育厅牵头的任务(5项): in such a heading words say what the body has.
_HEADING = re.compile(
    r"(?P<who>[^,;。:]{3,60}?)(?:(?P<verb>牵头|负责|承担|配合)(?:负责|落实|完成|推进|实施)*)?"
    r"(?:的?(?:重点|主要|工作|具体)*(?:任务|事项|工作|职责)(?:清单)?)?(?:\(共?\d{1,3}[项条个]\))?[。:]?"
)
# 组织体系 › 市防汛指挥部 › 1.组成 tells how somebody is built.
_ORGANS = re.compile("组织(?!实施)|机构|体系|指挥|架构")
_BUILT = re.compile("(?:人员)?(?:组成|构成|成员|组长|指挥长|总?召集人|主任|联系人)")
_LONGEST = 70
# The fewest headings that make a division.
_FEWEST = 2


def headings(text: str, root: Unit) -> dict[int, Clause]:
    """The bodies that are headings over tasks, by where their units begin."""
    found: dict[int, Clause] = {}
    for unit in root.walk():
        if len(unit.children) < _FEWEST or unit.kind not in ("tasks", "safeguards"):
            continue
        if _ORGANS.search(unit.heading):
            continue
        items = [child for child in unit.children if child.label is not None]
        heads = {child.start: head for child in items if (head := _bodies(text, child))}
        if len(heads) >= _FEWEST and 2 * len(heads) >= len(items):
            found |= heads
    return found


def _bodies(text: str, unit: Unit) -> Clause | None:
    """The known bodies that the words of a unit are, over others."""
    below = [child for child in unit.children if child.label] if unit.children else []
    if not below or len(unit.stretches) != 1 or any(_BUILT.match(child.heading) for child in below):
        return None
    start, end = unit.stretches[0]
    match = _HEADING.fullmatch(text, start, end) if end - start <= _LONGEST else None
    names = split(match["who"]) if match else ()
    if not match or not names or not all(is_known(name) and not name.vague for name in names):
        return None
    role = roles.verb_role(match["verb"]) if match["verb"] else "responsible"
    parties = tuple([Party(name.moved(start), role) for name in names])
    return Clause(start, match.end("who"), parties, "list")
