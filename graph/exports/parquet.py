"""The whole graph as Parquet, a file for each kind of node and relationship, for data frames and DuckDB:
in a new folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ZerenError
from graph.exports._place import new_folder
from graph.exports._whole import ENDS, Table, whole

if TYPE_CHECKING:
    import pyarrow

    from graph.connection import Graph

_GROUP = 10_000  # rows in memory at a time, and in one row group


class NoArrow(ZerenError):
    """pyarrow, which only Parquet needs, is not installed."""

    en = "Parquet needs pyarrow. Install it in this environment: pip install pyarrow"
    zh = "导出 Parquet 需要 pyarrow。请在当前环境中安装：pip install pyarrow"


def export(graph: Graph, out: Path) -> None:
    """Write the tables into the new or empty folder `out`, a ``.parquet`` each.

    Columns have the types of the graph: dates ``date32``, times in microseconds, whole numbers ``int64``,
    lists as lists; a duration is ISO 8601 text. ``from`` and ``to`` of a relationship are the keys of its
    ends. The nodes that serve the writer only are left out. Raises `NoArrow`, what `whole` raises, and
    `graph.exports._place.CannotExport` and `FolderInUse`.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise NoArrow() from error
    with new_folder(out) as folder, whole(graph, folder) as tables:
        for table in tables.shown():
            schema = pyarrow.schema(list(_fields(table, pyarrow)))
            with pyarrow.parquet.ParquetWriter(folder / f"{table.name}.parquet", schema) as writer:
                for rows in _groups(table):
                    writer.write_table(pyarrow.Table.from_pylist(rows, schema))


def _fields(table: Table, pa: Any) -> Iterator[tuple[str, pyarrow.DataType]]:
    if table.type is not None:
        yield from ((name, pa.string()) for name in ENDS.values())
    types = {
        "boolean": pa.bool_(),
        "integer": pa.int64(),
        "float": pa.float64(),
        "date": pa.date32(),
        "datetime": pa.timestamp("us", tz="UTC"),
        "localdatetime": pa.timestamp("us"),
        "localtime": pa.time64("us"),
    }
    for name, kind in table.columns.items():
        one = types.get(_base(kind), pa.string())
        yield name, pa.list_(one) if kind.endswith("[]") else one


def _groups(table: Table) -> Iterator[list[dict[str, Any]]]:
    """The rows, some at a time, their dates and times as such."""
    ends = ENDS if table.type is not None else {}
    readers = {name: _READ[base] for name, kind in table.columns.items() if (base := _base(kind)) in _READ}
    rows = table.rows()
    while some := list(islice(rows, _GROUP)):
        yield [{ends.get(name, name): _read(value, readers.get(name)) for name, value in row.items()}
               for row in some]  # fmt: skip


def _base(kind: str) -> str:
    return kind.removesuffix("[]")


def _read(value: Any, reader: Callable[[str], Any] | None) -> Any:
    if reader is None:
        return value
    return [reader(item) for item in value] if isinstance(value, list) else reader(value)


# What is text in the scratch files. A time with a zone and a duration have no type of their own in Parquet.
_READ: dict[str, Callable[[str], Any]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "localdatetime": datetime.fromisoformat,
    "localtime": time.fromisoformat,
}
