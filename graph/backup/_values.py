"""Properties as JSON and back: a date or time as an object with one name, all else as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from neo4j.time import Date, DateTime, Time

_NAMED: dict[type, tuple[str, Callable[[Any], str]]] = {
    Date: ("date", Date.iso_format),
    DateTime: ("datetime", DateTime.iso_format),
    Time: ("time", Time.iso_format),
}
_MADE: dict[str, Callable[[str], Any]] = {
    "date": Date.from_iso_format,
    "datetime": DateTime.from_iso_format,
    "time": Time.from_iso_format,
}
_LARGEST = 2**63


def plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties as JSON, without those that are null. Raises `ValueError`, which names the property
    that has no such form."""
    found = {}
    for name, value in properties.items():
        if value is None:
            continue
        items = value if isinstance(value, list) else [value]
        unknown = [type(item).__name__ for item in items if not isinstance(item, _KNOWN)]
        if unknown or not name.isidentifier():
            raise ValueError(f"{name} ({', '.join(unknown) or 'name'})")
        found[name] = [_plain(item) for item in items] if isinstance(value, list) else _plain(value)
    return found


_KNOWN = (str, bool, int, float, *_NAMED)


def _plain(value: Any) -> Any:
    named = _NAMED.get(type(value))
    return {named[0]: named[1](value)} if named else value


def made(properties: Any) -> dict[str, Any]:
    """The properties that `plain` gave as JSON. Raises `ValueError` for anything else: what names a
    property is a plain word, a list holds no list, and every value is one that a server can keep."""
    if not isinstance(properties, dict) or not all(map(str.isidentifier, properties)):
        raise ValueError("no properties")
    return {
        name: [_made(item) for item in value] if isinstance(value, list) else _made(value)
        for name, value in properties.items()
    }


def _made(value: Any) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool | float):
        return value
    if isinstance(value, int) and -_LARGEST <= value < _LARGEST:
        return value
    if isinstance(value, dict) and len(value) == 1:
        ((name, written),) = value.items()
        if name in _MADE and isinstance(written, str):
            return _MADE[name](written)
    raise ValueError(f"no value: {str(value)[:40]}")


def text(value: str) -> str:
    """The text. Raises `ValueError` for one with half of a surrogate pair, which no server takes."""
    value.encode()
    return value
