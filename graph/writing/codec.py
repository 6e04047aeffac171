"""A PolicyDocument as a compact string and back, so that a graph can be derived again without the file."""

from __future__ import annotations

import zlib
from base64 import b85decode, b85encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import orjson

from graph.model import PolicyDocument


def pack(document: PolicyDocument) -> str:
    """The whole document, its source's text too, as compressed JSON in printable characters."""
    return b85encode(zlib.compress(orjson.dumps(document))).decode("ascii")


def unpack(packed: str) -> PolicyDocument:
    """What `pack` was given. Fields that the model no longer has are passed over, and those that
    it did not have yet are at their defaults."""
    document = _maker(PolicyDocument)(orjson.loads(zlib.decompress(b85decode(packed))))
    assert isinstance(document, PolicyDocument)
    return document


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
