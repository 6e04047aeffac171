"""Tables that say by a mark who answers: a column a body, in each row a sign (√, ▲) or a word (牵头)
under those that have a part in the task.

What a sign means, the table's legend says (注:▲为牵头单位,○为配合单位); a sign that it does not
explain means that the body answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Role
from loaders.recognise import roles
from loaders.resolve.agencies import looks_like_agency

_SIGNS = "√✓✔☑■●▲★◆○△☆◇□◎⊙"
_MARK = re.compile(rf"[(]?([{_SIGNS}]|{roles.mark_pattern()})(?:单位|部门)?[)]?$")
_ROLE = roles.mark_pattern()
_LEGEND = re.compile(
    rf"[“\"]?([{_SIGNS}])[”\"]?\s*(?:的?(?:为|是|表示|代表|指)|[:-]|—+)?\s*(?:主要|总|共同)?({_ROLE})"
    rf"|({_ROLE})(?:单位|部门)?(?:为|用|以|标|:)[“\"(]?([{_SIGNS}])"
)
_FEWEST = 3
_WIDEST = 12


def marked_columns(heads: Sequence[str]) -> tuple[int, ...]:
    """The columns whose heads are bodies, where they are enough for such a table."""
    found = tuple(i for i, head in enumerate(heads) if 1 < len(head) <= _WIDEST and looks_like_agency(head))
    return found if len(found) >= _FEWEST else ()


def legend(words: str) -> dict[str, Role]:
    """What each sign means by the words around a table."""
    if not any(sign in words for sign in _SIGNS):
        return {}
    found: dict[str, Role] = {}
    for sign, role, role_before, sign_behind in _LEGEND.findall(words):
        found.setdefault(sign or sign_behind, roles.verb_role(role or role_before))
    return found


def mark_role(cell: str, signs: dict[str, Role]) -> Role | None:
    """The role that a cell's mark gives; None where it is none."""
    mark = _MARK.match(cell.strip())
    if mark is None:
        return None
    return signs.get(mark[1], "responsible") if mark[1] in _SIGNS else roles.verb_role(mark[1])
