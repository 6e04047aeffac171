"""The forms in which the graph leaves, by name: a module each, with one function ``export``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import ZerenError

if TYPE_CHECKING:
    from graph.connection import Graph


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what it is in English and Chinese, the module that writes it, and what can be chosen."""

    en: str
    zh: str
    module: str
    choices: frozenset[str] = frozenset()


FORMS: Mapping[str, Form] = {
    "neo4j-admin": Form(
        "a folder for neo4j-admin database import",
        "供 neo4j-admin database import 使用的文件夹",
        "neo4j_admin",
    ),
    "csv": Form("flat tables, in a folder or a .zip", "平面表格，置于文件夹或 .zip 中", "flat"),
    "parquet": Form("typed tables, in a folder", "带类型的表格，置于文件夹中", "parquet"),
    "json-ld": Form("linked data with schema.org's terms", "采用 schema.org 词汇的关联数据", "json_ld"),
    "graphml": Form("a network as GraphML", "GraphML 网络", "graphml", frozenset({"network", "document"})),
    "gexf": Form("a network for Gephi", "供 Gephi 使用的网络", "gexf", frozenset({"network", "document"})),
    "ical": Form("deadlines as a calendar", "时限日历", "ical", frozenset({"document"})),
}


class NoChoice(ZerenError):
    """An option that means nothing in this form."""

    en = "--{choice} cannot be chosen with --format {form}."
    zh = "--format {form} 不支持 --{choice}。"


def export(graph: Graph, form: str, out: Path, **choices: str | None) -> None:
    """Write the graph to `out` in the form of this name; `choices` are those of its module's ``export``.

    Raises `NoChoice`, `graph.exports._place.CannotExport` and `FolderInUse`, and what the form raises.
    """
    chosen = {name: value for name, value in choices.items() if value is not None}
    for name in sorted(chosen.keys() - FORMS[form].choices):
        raise NoChoice(choice=name, form=form)
    import_module(f"graph.exports.{FORMS[form].module}").export(graph, out, **chosen)
