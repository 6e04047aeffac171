"""The language of messages: what ``--lang`` names, else the locale's."""

from __future__ import annotations

import locale
import os
from enum import StrEnum


class Lang(StrEnum):
    """A language of messages."""

    zh = "zh"
    en = "en"


_chosen: Lang | None = None


def language() -> Lang:
    """The language of messages: the chosen one, else the locale's (Chinese for zh_CN, zh_TW …)."""
    if _chosen:
        return _chosen
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    first = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return Lang.zh if first.lower().startswith(("zh", "chinese")) else Lang.en


def set_language(lang: Lang | None) -> None:
    """Choose the language of messages; None goes back to the locale's."""
    global _chosen
    _chosen = lang


def set_language_from(arguments: list[str]) -> None:
    """Choose by the ``--lang`` among `arguments`, before any option is read: the help texts are
    settled when the options are made. A value that is no language is left to the option to refuse."""
    chosen = None
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            chosen = value if equals else following
    set_language(Lang(chosen) if chosen and chosen in Lang.__members__ else None)


def t(en: str, zh: str, /, **values: object) -> str:
    """The message in the chosen language, its ``{name}`` fields filled from `values`."""
    return (zh if language() is Lang.zh else en).format(**values)
