"""A row of a table, or an entry of a file, as a decision: whatever a spreadsheet made of its cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from graph.exports._clean import looks_like_formula
from loaders.decisions._decision import BadDecision, Decision, date_of
from loaders.decisions.words import shown

_MARK = "'"
# How the review lists a decision that fits no words any more.
STALE = "stale:"
_READ = ("document", "kind", "words", "occurrence", "decision", "on", "source")


def neutral(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula: such a one gets a leading ``'``
    (OWASP, CSV Injection), and so does one that begins with ``'`` itself, so that `plain` undoes it."""
    return _MARK + cell if _marked(cell) else cell


def plain(cell: str) -> str:
    """The text of a cell that `neutral` made."""
    return cell[1:] if cell.startswith(_MARK) and _marked(cell[1:]) else cell


def _marked(cell: str) -> bool:
    return cell.startswith(_MARK) or looks_like_formula(cell)


def decision_of(row: Mapping[Any, Any], place: str) -> Decision | None:
    """The decision that a row gives; None where it decides nothing.

    The columns are those of ``zeren review``; others are passed over. Raises `BadDecision`.
    """
    named = {name.strip().lower(): value for name, value in row.items() if isinstance(name, str)}
    cells = {name: named[name] for name in _READ if name in named}
    if any(isinstance(value, list | dict) for value in cells.values()):
        raise BadDecision(place=place, detail="one value belongs in a cell", detail_zh="每格只能有一个值")
    decision = shown(text_of(cells.get("decision")))
    if not decision:
        return None
    return Decision(
        document=text_of(cells.get("document")),
        kind=text_of(cells.get("kind")).removeprefix(STALE).strip(),
        words=shown(text_of(cells.get("words"))),
        occurrence=_occurrence(cells.get("occurrence"), place),
        decision=decision,
        on=day_of(cells["on"], place) if text_of(cells.get("on")) else None,
        source=text_of(cells.get("source")) or None,
    )


def text_of(value: Any) -> str:
    """The text of a cell: a date in ISO 8601, a whole number without a fraction."""
    if value is None:
        return ""
    if isinstance(value, bool):  # what YAML makes of yes and no
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "".join(char for char in str(value) if char.isprintable() or char in "\n\t").strip()


def _occurrence(value: Any, place: str) -> int | None:
    text = text_of(value).removesuffix(".0")
    if text in ("", "all", "全部"):
        return None
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise BadDecision(
        place=place,
        detail=f"{text!r} is no occurrence; write 1, 2 …, or nothing for all",
        detail_zh=f"“{text}”不是出现次序，请写 1、2……，或留空表示全部",
    )


def day_of(value: Any, place: str) -> date:
    """The day in a cell. Raises `BadDecision`."""
    text = text_of(value)
    day = date_of(text)
    if day is None:
        raise BadDecision(
            place=place,
            detail=f"{text!r} is no date; write 2023-12-31",
            detail_zh=f"“{text}”不是日期，请写成 2023-12-31",
        )
    return day
