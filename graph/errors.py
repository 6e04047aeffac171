"""The root of every error that Zeren raises on purpose."""

from __future__ import annotations

from typing import Any, ClassVar


class ZerenError(Exception):
    """Something a person can mend: it names the file or place and the remedy, in two languages.

    A subclass states its words as two templates, ``en`` and ``zh``, and is raised with the
    values they name: ``raise EmptyFile(path=path)``. ``str(error)`` is the English sentence,
    ``error.say("zh")`` the Chinese one, ``error.data`` the values.
    ``exit_status`` is what the command line ends with: 1 some documents failed, 2 refused or
    invalid, 3 no server or no login.
    """

    en: ClassVar[str] = "{detail}"
    zh: ClassVar[str] = "{detail}"
    exit_status: ClassVar[int] = 2

    def __init__(self, **data: Any) -> None:
        self.data = data
        super().__init__(self.say("en"))

    def __reduce__(self) -> tuple[Any, ...]:
        return _raised_with, (type(self), self.data)

    def say(self, lang: str = "en") -> str:
        """The sentence for a person, in ``zh`` or (any other value) English."""
        return (self.zh if lang == "zh" else self.en).format(**self.data)


class UnknownName(ZerenError):
    """The graph holds nothing that is called `name`; `near` lists the names that may have been
    meant, which the templates show at ``{near}``."""

    def say(self, lang: str = "en") -> str:
        """The sentence, with the names that may have been meant."""
        near = self.data["near"]
        if lang == "zh":
            words, hint = self.zh, f"是否指：{'；'.join(near)}？"
        else:
            words, hint = self.en, f" Did you mean {'; '.join(near)}?"
        return words.format(**{**self.data, "near": hint if near else ""})


def _raised_with(kind: type[ZerenError], data: dict[str, Any]) -> ZerenError:
    """An error that another process met."""
    return kind(**data)
