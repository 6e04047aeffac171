"""The catalogue: every question Zeren knows how to ask, one .cypher file each.

A file opens with a header of comments, then comes one Cypher statement that only reads::

    // en: English title
    // zh: 中文标题
    // param NAME: TYPE [= DEFAULT] [e.g. EXAMPLE] -- English meaning -- 中文含义
    // column NAME: English meaning -- 中文含义

TYPE is str, int, float, bool, date or list, one of the `CHOICES` (role, change …), or the kind of
thing a parameter names: agency, document, domain, function, measure, region or regulation. What
names a thing reaches the Cypher as a list of keys; what a person wrote is looked up before. A
DEFAULT of ``any`` leaves the condition out, ``today`` is the day of asking. A parameter without a
default must be given, and has an example. A line of Cypher that ends in ``// if NAME`` is asked only
where that parameter has a value, so that a server plans for no condition that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Any

from queries.values import CHOICES, NAME_TYPES, TYPES, BadValue, convert

THEMES = (
    "agencies",
    "measures",
    "regulations",
    "domains",
    "deadlines",
    "documents",
    "collaboration",
    "quality",
)

ANY = "any"

_PARAM = re.compile(
    r"(?P<name>\w+): (?P<type>\w+)(?: = (?P<default>.+?))?(?: e\.g\. (?P<example>.+?))?"
    r" -- (?P<en>.+) -- (?P<zh>.+)"
)
_COLUMN = re.compile(r"(?P<name>\w+): (?P<en>.+) -- (?P<zh>.+)")
_IF = re.compile(r" // if (\w+)$")


class CatalogueError(ValueError):
    """A question or parameter that cannot be asked; `en` and `zh` say why and what to do."""

    def __init__(self, en: str, zh: str) -> None:
        self.en, self.zh = en, zh
        super().__init__(en)


class UnknownQuestion(CatalogueError):
    """No question has this name; `matches` are the names closest to it, best first."""

    def __init__(self, name: str, matches: tuple[str, ...]) -> None:
        self.name, self.matches = name, matches
        close_en = f" Did you mean {', '.join(matches)}?" if matches else ""
        close_zh = f"是否要问：{'、'.join(matches)}？" if matches else ""
        super().__init__(
            f"no question is called {name}.{close_en} `zeren query --list` shows them all",
            f"没有名为 {name} 的问题。{close_zh}`zeren query --list` 列出全部问题",
        )


class BadParameter(CatalogueError):
    """A parameter that is missing, unknown, of another type or at odds with another; `parameter` names it."""

    def __init__(self, question: str, parameter: str, en: str, zh: str) -> None:
        self.question, self.parameter = question, parameter
        super().__init__(f"{question}: {parameter}: {en}", f"{question}：{parameter}：{zh}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value a question takes. `default` and `example` are as a person would write them; without
    a default a value must be given."""

    name: str
    type: str
    default: str | None
    example: str | None
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer and what it means."""

    name: str
    en: str
    zh: str

    @property
    def head(self) -> str:
        """What stands over the column in a Chinese table: the meaning without its explanations."""
        return re.split("[，：（]", self.zh)[0]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its titles, what it takes, what it gives, and the Cypher that answers it (whole,
    as in its file; `asked` gives what is sent)."""

    name: str
    theme: str
    en: str
    zh: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str

    def bind(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Every parameter of the question with its typed value, defaults filled in.

        A value that names a thing (`NAME_TYPES`) becomes the list of what was written; who asks the
        graph replaces it by keys. None and the empty string stand for "not given", ``any`` for a
        condition left out. Raises `BadParameter` for an unknown, missing or unreadable parameter, and
        where ``from`` lies after ``to``.
        """
        known = {p.name: p for p in self.parameters}
        for name in params:
            if name not in known:
                names = ", ".join(known) or "none"
                raise BadParameter(
                    self.name,
                    name,
                    f"there is no such parameter; the question takes: {names}",
                    f"没有这个参数；可用参数：{names}",
                )
        values = {name: self._value(parameter, params.get(name)) for name, parameter in known.items()}
        first, last = values.get("from"), values.get("to")
        if first and last and first > last:
            raise BadParameter(self.name, "from", f"{first} lies after to={last}", f"{first} 晚于 to={last}")
        return values

    def asked(self, values: Mapping[str, Any]) -> str:
        """The Cypher for `values` (as `bind` gives them), without the lines for what was left out."""
        lines = []
        for line in self.cypher.splitlines():
            marked = _IF.search(line)
            if marked is None or values[marked[1]] is not None:
                lines.append(line[: marked.start()] if marked else line)
        return "\n".join(lines)

    def _value(self, parameter: Parameter, given: Any) -> Any:
        value = parameter.default if given is None or given == "" else given
        if value is None:
            raise BadParameter(
                self.name,
                parameter.name,
                f"a value is required, e.g. {parameter.name}={parameter.example}",
                f"必须给出值，例如 {parameter.name}={parameter.example}",
            )
        if value == parameter.default == ANY:
            return None
        try:
            return convert(value, parameter.type)
        except BadValue as bad:
            raise BadParameter(self.name, parameter.name, bad.en, bad.zh) from bad


@cache
def questions() -> tuple[Question, ...]:
    """Every question, by theme (in the order of `THEMES`), then by name."""
    root = resources.files("queries")
    return tuple(
        parse(file.name.removesuffix(".cypher"), theme, file.read_text(encoding="utf-8"))
        for theme in THEMES
        for file in sorted(root.joinpath(theme).iterdir(), key=lambda item: item.name)
        if file.name.endswith(".cypher")
    )


def get(name: str) -> Question:
    """The question of this name. Raises `UnknownQuestion` with the closest names."""
    by_name = {question.name: question for question in questions()}
    if name not in by_name:
        raise UnknownQuestion(name, tuple(get_close_matches(name, by_name, n=3, cutoff=0.5)))
    return by_name[name]


def parse(name: str, theme: str, text: str) -> Question:
    """The question that one file states. Raises ValueError, naming question and line, where the
    header breaks the format."""
    titles: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    lines = text.splitlines()
    header = [line for line in lines if line.startswith("// ")]
    for line in header:
        word, _, rest = line.removeprefix("// ").partition(" ")
        if word in ("en:", "zh:"):
            titles[word[:2]] = rest
        elif word == "param" and (found := _PARAM.fullmatch(rest)) and found["type"] in TYPES:
            parameters.append(Parameter(**found.groupdict()))
        elif word == "column" and (found := _COLUMN.fullmatch(rest)):
            columns.append(Column(**found.groupdict()))
        else:
            raise ValueError(f"{name}: cannot read the header line {line!r}")
    body = [line for line in lines if not line.startswith("//")]
    known = {parameter.name for parameter in parameters}
    for line in body:
        if (marked := _IF.search(line)) and marked[1] not in known:
            raise ValueError(f"{name}: no parameter is called as in the line {line!r}")
    cypher = "\n".join(body).strip()
    return Question(name, theme, titles["en"], titles["zh"], tuple(parameters), tuple(columns), cypher)


__all__ = [
    "ANY",
    "CHOICES",
    "NAME_TYPES",
    "THEMES",
    "BadParameter",
    "CatalogueError",
    "Column",
    "Parameter",
    "Question",
    "UnknownQuestion",
    "get",
    "parse",
    "questions",
]
