"""What the driver returns, as plain Python."""

from __future__ import annotations

from typing import Any

from neo4j import Record
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


def row(record: Record) -> dict[str, Any]:
    """The record as a dict, its values plain."""
    return {key: plain(record[key]) for key in record.keys()}  # noqa: SIM118 (a record iterates over values)


def plain(value: Any) -> Any:
    """The value in plain Python.

    A node is its properties with ``_labels`` (sorted), a relationship its properties with
    ``_type``, a path the list of its nodes and relationships in turn; dates and times are those of
    `datetime`, a duration its ISO 8601 text, a point the tuple of its coordinates.
    """
    match value:
        case Node():
            return {**_mapping(value), "_labels": sorted(value.labels)}
        case Relationship():
            return {**_mapping(value), "_type": value.type}
        case Path():
            steps: list[Any] = [plain(value.start_node)]
            for relationship, node in zip(value.relationships, value.nodes[1:], strict=True):
                steps += [plain(relationship), plain(node)]
            return steps
        case Date() | DateTime() | Time():
            return value.to_native()
        case Duration():
            return value.iso_format()
        case Point():
            return tuple(value)
        case list() | tuple():
            return [plain(item) for item in value]
        case dict():
            return {key: plain(item) for key, item in value.items()}
    return value


def _mapping(entity: Node | Relationship) -> dict[str, Any]:
    return {key: plain(value) for key, value in entity.items()}
