"""Frozen dataclasses that are quick to make."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def dataclass(*, frozen: bool, **options: bool) -> Callable[[type[T]], type[T]]:
    """Stands for `dataclasses.dataclass` at run time, where type checkers see that one.

    A frozen class compares and hashes by its fields as ever, but only type checkers hold that these
    stay as they are: its own guard would set every field by a call of its own, which makes an object
    take several times as long, and reading a document makes thousands.
    """

    def decorate(cls: type[T]) -> type[T]:
        by_fields = frozen and "__hash__" not in vars(cls)
        made: Any = dataclasses.dataclass(unsafe_hash=by_fields, **options)
        return made(cls)  # type: ignore[no-any-return]

    return decorate
