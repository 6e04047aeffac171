"""Rows that are no tasks: sums, and heads of other tables; and tables of tasks that were not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.normalise import Paragraph, Text
from loaders.tables.columns import ROLES, holds, names_of, usual
from loaders.tables.head import DUTY

_TOTAL = re.compile(r"(?:本[页表])?[合小总共]\s*计[:：]?$")
_NO_HEAD = re.compile(r"[\d。,;、]")
_LONGEST = 8


def is_total(words: Sequence[str]) -> bool:
    """Whether a row sums up those above it: 合计, 小计."""
    first = next((word for word in words if word.strip()), "")
    return _TOTAL.match(first.strip()) is not None


def is_other_head(words: Sequence[str]) -> bool:
    """Whether a row is the head of a table of something else (单位, 联系人, 电话): short words alone, two or
    more of them such as stand over a list of persons or of amounts, and at least half known."""
    heads = ["".join(word.split()) for word in words if word.strip()]
    others = [head for head in heads if head in names_of("other")]
    if len(others) < 2 or any(len(head) > _LONGEST or _NO_HEAD.search(head) for head in heads):
        return False
    return 2 * sum(head in others or usual(head) is not None for head in heads) >= len(heads)


def unread(text: Text, rows: Sequence[Paragraph]) -> tuple[str, ...]:
    """The warning that rows which no measure came of stand below a head that promises tasks."""
    for row in rows[:-1]:
        words = [text.written(a, b).strip() if a < b else "" for a, b in row.cells]
        if _promises(words):
            head = " | ".join(dict.fromkeys(filter(None, words)))
            return (
                f"表格似为任务分工，但未能读出任务 / a table of tasks, it seems, but none was read: {head}",
            )
    return ()


def _promises(words: Sequence[str]) -> bool:
    """Whether a row looks like one of the head of a table of tasks, of whatever build: it has a word for
    those who answer, or one for tasks beside another usual one."""
    heads = ["".join(word.split()) for word in words]
    known = [head for head in heads if usual(head) or holds(head) == "deadline"]
    answers = any(len(head) >= 4 and holds(head) in ROLES for head in heads)
    return len(heads) > 1 and (answers or (len(known) > 1 and any(map(DUTY.search, known))))
