"""Documents out of the graph: what stays is the graph without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import UnknownName, ZerenError
from graph.lookup import find_documents, near_documents, told_apart
from graph.schema import take_turn
from graph.writer import change
from graph.writing.editions import editions
from graph.writing.readings import absolute, readings_near

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.connection import Graph


class NoSuchDocument(UnknownName):
    """No document of the graph has the name."""

    en = "No document and no loaded file is called {name}.{near}"
    zh = "没有名为 {name} 的文件或已加载的文件。{near}"


class SeveralDocuments(ZerenError):
    """Several documents have the name."""

    en = "{name} is the name of several documents: {names}. Give the number, or the file in brackets."
    zh = "{name} 是多个文件的名称：{names}。请给出文号，或方括号中的文件。"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalReport:
    """What was removed: the documents' keys with the number of their measures, and the files
    forgotten. A file whose copy tells the same document removes no document."""

    name: str
    documents: tuple[str, ...]
    measures: int
    paths: tuple[str, ...]


_COPIES = """
MATCH (:Document {key: $key})-[:READ_FROM]->(s:Source)
UNWIND s.paths AS path
RETURN path ORDER BY path
"""
_LOADED = "MATCH (r:Reading {key: $path}) RETURN r.key AS path"


def remove(graph: Graph, name: str) -> RemovalReport:
    """Remove what the file at the path `name` gave, else the document with that key, number or title, or
    of a file of that name, and all its copies.

    Raises `NoSuchDocument` (with the nearest names) and `SeveralDocuments`.
    """
    path = absolute(name)
    if graph.read(_LOADED, path=path):
        paths = [path]
    else:
        paths = [row["path"] for row in graph.read(_COPIES, key=document_key(graph, name))]
    return graph.write(lambda tx: _remove(tx, name, paths))


def document_key(graph: Graph, name: str) -> str:
    """The key of the one document with that key, number or title, or of a file so named. Raises
    `NoSuchDocument` and `SeveralDocuments`."""
    keys = find_documents(graph, name)
    if name in keys:
        return name
    if not keys:
        raise NoSuchDocument(name=name, near=near_documents(graph, name))
    if len(keys) > 1:
        raise SeveralDocuments(name=name, names=told_apart(graph, keys))
    return keys[0]


def _remove(tx: ManagedTransaction, name: str, paths: list[str]) -> RemovalReport:
    take_turn(tx)
    near = readings_near(tx, [], paths)
    before = editions(near.values())
    written = change(tx, near, {path: reading for path, reading in near.items() if path not in paths})
    gone = {key: edition for key, edition in before.items() if key not in written.after}
    return RemovalReport(
        name=name,
        documents=tuple(sorted(gone)),
        measures=sum(edition.giver.measures for edition in gone.values()),
        paths=tuple(sorted(set(paths) & near.keys())),
    )
