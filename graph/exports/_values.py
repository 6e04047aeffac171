"""A value of the graph as plain text and numbers, with its type's name."""

from __future__ import annotations

from typing import Any

from neo4j.time import Date, DateTime, Duration, Time

Flat = str | int | float | bool


class Formless(Exception):
    """A value of a type that no export has a form for, as a point; or a list of several types."""


def told(value: Any) -> tuple[str, Flat | list[Flat]]:
    """The type's name and the value: dates, times and durations as ISO 8601 text, a list as a list.

    Types bear Cypher's names in lower case; a list's is that of its elements with ``[]``, an empty
    one's only ``[]``. Raises `Formless`.
    """
    if not isinstance(value, list):
        return _one(value)
    items = [_one(item) for item in value]
    kinds = {kind for kind, _ in items}
    if len(kinds) > 1:
        raise Formless(f"a list of {' and '.join(sorted(kinds))}")
    return f"{''.join(kinds)}[]", [item for _, item in items]


def _one(value: Any) -> tuple[str, Flat]:
    match value:
        case bool():
            return "boolean", value
        case int():
            return "integer", value
        case float():
            return "float", value
        case str():
            return "string", value
        case Date():
            return "date", value.iso_format()
        case DateTime():
            return "datetime" if value.tzinfo else "localdatetime", value.iso_format()
        case Time():
            return "time" if value.tzinfo else "localtime", value.iso_format()
        case Duration():
            return "duration", value.iso_format()
    raise Formless(type(value).__name__)


def joined(one: str | None, other: str) -> str:
    """The type that holds values of both: an empty list is a list of anything, an integer a float.

    Raises `Formless` where there is none.
    """
    kinds = {one or other, other}
    if len(kinds) == 1:
        return other
    if "[]" in kinds and all(kind.endswith("[]") for kind in kinds):
        return max(kinds)
    if kinds == {"integer", "float"} or kinds == {"integer[]", "float[]"}:
        return min(kinds)
    raise Formless(" and ".join(sorted(kinds)))
