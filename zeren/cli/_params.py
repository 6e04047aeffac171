"""``--param NAME=VALUE``, and what to say where a command got no question."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from graph.errors import ZerenError
from zeren.cli._common import t


class BadAssignment(ZerenError):
    """A --param that is no NAME=VALUE."""

    en = "--param {given}: write NAME=VALUE, e.g. --param agency=省法院."
    zh = "--param {given}：请写成 名称=值，例如 --param agency=省法院。"


class NothingAsked(ZerenError):
    """A command without its question or Cypher text."""

    en = "Nothing was asked: give {what}."
    zh = "没有给出问题：请给出{what}。"


ParamOption = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        "-p",
        metavar="NAME=VALUE",
        help=t("A parameter's value; may be repeated.", "参数的值；可重复使用。"),
    ),
]


def assignment(given: str) -> tuple[str, str]:
    """Name and value of a ``--param``. Raises `BadAssignment`."""
    name, equals, value = given.partition("=")
    if not equals or not name.strip():
        raise BadAssignment(given=given)
    return name.strip(), value


def typed(text: str) -> Any:
    """A Cypher parameter: JSON where the text is JSON (5, true, ["省", "市"]), else the text."""
    try:
        return json.loads(text)
    except ValueError:
        return text
