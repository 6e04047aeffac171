"""A question of the catalogue, put to a graph: names looked up, values bound, rows back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from graph.errors import ZerenError
from graph.names import Kind, find, suggest
from queries import catalogue

if TYPE_CHECKING:
    from graph.connection import Graph


class CannotAsk(ZerenError):
    """The catalogue has no such question, or a parameter is unknown, missing or unreadable."""

    en = "{en}."
    zh = "{zh}。"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that the graph does not hold: for which parameter it was given, and the names that
    may have been meant, the likeliest first."""

    parameter: str
    kind: str
    written: str
    near: tuple[str, ...]

    def say(self, lang: str = "en") -> str:
        """The sentence for a person, in ``zh`` or (any other value) English."""
        if lang == "zh":
            hint = f"是否指：{'、'.join(self.near)}？" if self.near else ""
            return f"{self.parameter}：图谱中没有名为“{self.written}”的条目。{hint}"
        hint = f" Did you mean: {', '.join(self.near)}?" if self.near else ""
        return f"{self.parameter}: the graph holds no {self.kind} called {self.written}.{hint}"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a question: its columns in order, the rows, and the names the graph does not
    hold. Where there is one, there are no rows."""

    columns: list[str]
    rows: list[dict[str, Any]] = field(default_factory=list)
    unknown: tuple[Unknown, ...] = ()


def ask(graph: Graph, name: str, params: Mapping[str, Any] | None = None) -> Reply:
    """The reply to the question of this name, with `params` as a person or program gives them.

    Raises `CannotAsk`, and what ``graph.read`` raises.
    """
    try:
        question = catalogue.get(name)
        bound = question.bind(params or {})
    except catalogue.CatalogueError as error:
        raise CannotAsk(en=error.en, zh=error.zh) from error
    columns = [column.name for column in question.columns]
    unknown = look_up(graph, question, bound)
    if unknown:
        return Reply(columns, unknown=tuple(unknown))
    return Reply(columns, graph.read(question.asked(bound), **bound))


def look_up(graph: Graph, question: catalogue.Question, bound: dict[str, Any]) -> list[Unknown]:
    """Put keys in the place of the names in `bound`; returns those that the graph does not hold."""
    unknown: list[Unknown] = []
    for parameter in question.parameters:
        if parameter.type in catalogue.NAME_TYPES and bound[parameter.name] is not None:
            kind = cast(Kind, parameter.type)
            keys: set[str] = set()
            for written in bound[parameter.name]:
                found = find(graph, kind, written)
                keys.update(found)
                if not found:
                    near = tuple(suggest(graph, kind, written))
                    unknown.append(Unknown(parameter.name, kind, written, near))
            bound[parameter.name] = sorted(keys)
    return unknown
