"""What a person writes for a parameter, read as the type that the question asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

# What names a thing in the graph; a function is a word that bodies share (知识产权, 财政).
NAME_TYPES = ("agency", "document", "domain", "function", "measure", "region", "regulation")
# What is one of a few words: each with the Chinese for it, which may be written too.
CHOICES: Mapping[str, Mapping[str, str]] = {
    "role": {"lead": "牵头", "responsible": "负责", "support": "配合"},
    "change": {"enact": "制定", "revise": "修订", "repeal": "废止"},
    "limit_kind": {"target": "目标", "until": "有效至"},
    "status": {"done": "完成", "partly": "部分完成", "dropped": "取消"},
}

_TRUE = {"true", "yes", "1", "是"}
_FALSE = {"false", "no", "0", "否"}
_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")


class BadValue(ValueError):
    """A value that is not of its type; `en` and `zh` say which value and how to write one."""

    def __init__(self, value: Any, en: str, zh: str) -> None:
        self.en, self.zh = f"{value!r} is no {en}", f"{value!r} 不是{zh}"
        super().__init__(self.en)


def convert(value: Any, type_: str) -> Any:
    """`value` as the Python value of a parameter's type; text is read, fitting values pass.

    A list is cut at commas, 、 and white space; a name stays whole, as a list of one. Dates are
    ISO, ``2023年12月31日`` or ``today``. Raises `BadValue`.
    """
    return TYPES[type_](value.strip() if isinstance(value, str) else value)


def _str(value: Any) -> str:
    return str(value)


def _int(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d+", value):
        return int(value)
    raise BadValue(value, "whole number; write one such as 20", "整数；请写成 20 这样的数")


def _float(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise BadValue(value, "number; write one such as 0.8", "数；请写成 0.8 这样的数") from None


def _bool(value: Any) -> bool:
    word = str(value).lower()
    if word in _TRUE | _FALSE:
        return word in _TRUE
    raise BadValue(value, "yes or no; write true or false", "是或否；请写 true 或 false")


def _date(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value in ("today", "今天"):
        return date.today()
    found = _DATE.fullmatch(str(value))
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
    except ValueError:
        pass
    raise BadValue(
        value, "calendar date; write 2023-12-31 or today", "日期；请写成 2023-12-31、2023年12月31日或 today"
    )


def _list(value: Any) -> list[str]:
    if isinstance(value, str):
        return [part for part in re.split(r"[\s,，、;；]+", value) if part]
    return [str(item) for item in value]


def _name(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple | set) else [str(value)]


def _choice(words: Mapping[str, str]) -> Callable[[Any], str]:
    meant = {**{word: word for word in words}, **{chinese: word for word, chinese in words.items()}}

    def read(value: Any) -> str:
        if value in meant:
            return meant[value]
        en, zh = ", ".join(words), "、".join(f"{word}（{chinese}）" for word, chinese in words.items())
        raise BadValue(value, f"choice here; write one of {en}", f"可选的值；请写其一：{zh}")

    return read


TYPES: Mapping[str, Callable[[Any], Any]] = {
    "str": _str,
    "int": _int,
    "float": _float,
    "bool": _bool,
    "date": _date,
    "list": _list,
    **dict.fromkeys(NAME_TYPES, _name),
    **{name: _choice(words) for name, words in CHOICES.items()},
}
