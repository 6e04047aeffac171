"""A PolicyDocument as a compact string and back, so that a graph can be derived again without the file."""

from __future__ import annotations

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from graph.model import PolicyDocument


def pack(document: PolicyDocument) -> str:
    """The whole document, its source's text too, as compressed JSON in printable characters."""
    text = json.dumps(_plain(document), ensure_ascii=False, separators=(",", ":"))
    return b85encode(zlib.compress(text.encode())).decode("ascii")


def unpack(packed: str) -> PolicyDocument:
    """What `pack` was given. Fields that the model no longer has are passed over."""
    document = _maker(PolicyDocument)(json.loads(zlib.decompress(b85decode(packed))))
    assert isinstance(document, PolicyDocument)
    return document


def _plain(value: Any) -> Any:
    """JSON for a value of the model; a field at its default is left out."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        plain = {}
        for name, default in _defaults(type(value)):
            item = getattr(value, name)
            if default is MISSING or item != default:
                plain[name] = _plain(item)
        return plain
    return value


@cache
def _defaults(model: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(model))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """The function that makes a value of type `kind` from its JSON."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _model_maker(kind)
    if kind is date:
        return date.fromisoformat
    if get_origin(kind) is tuple:
        item = _maker(get_args(kind)[0])
        return lambda values: tuple(map(item, values))
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (_maker(part) for part in get_args(kind) if part is not NoneType)
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is Literal or kind in (str, int, float, bool):
        return lambda value: value
    raise TypeError(f"the model holds a {kind}, which has no form in JSON")


def _model_maker(model: type) -> Callable[[Any], Any]:
    # A model may hold itself (a region's parent), so its fields' makers are found on first use.
    makers: dict[str, Callable[[Any], Any]] = {}

    def make(values: dict[str, Any]) -> Any:
        if not makers:
            # Without the class as a namespace, where a field `date` would hide the type.
            hints = get_type_hints(model, localns={})
            makers.update({field.name: _maker(hints[field.name]) for field in fields(model)})
        return model(**{name: makers[name](value) for name, value in values.items() if name in makers})

    return make
