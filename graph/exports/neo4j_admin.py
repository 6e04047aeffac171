"""The whole graph as files for Neo4j's bulk import, ``neo4j-admin database import full``.

Format: Neo4j Operations Manual, "Import", CSV header format. Each kind of node has an id space of its
own, since keys are unique only within a label.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph.exports._place import new_folder
from graph.exports._values import Flat
from graph.exports._whole import Row, Table, Whole, whole
from graph.schema import statements

if TYPE_CHECKING:
    from graph.connection import Graph

# Characters that may part the elements of a list, the readable ones first; one must occur in none.
_PARTERS = ";|~^\t\x1f\x1e\x1d\x1c" + "".join(map(chr, range(0xE000, 0xE010)))
_TYPES = {"integer": "long", "float": "double"}
_MIB = 1 << 20
_BUFFER = 4 * _MIB  # bytes: the importer's own, which must hold the longest value

# A list that is empty, or holds one empty text, is an empty field in CSV, and nothing once imported. This
# property names such lists, by the place of their column from 1 on, the latter kind with a minus.
_HOLLOW = "zeren_hollow"

_README = """\
Zeren 责任: a whole graph, for Neo4j's bulk import ({nodes} nodes, {relationships} relationships).

In this folder, with the server stopped, on the machine of the server:

    neo4j-admin database import full neo4j @import.args

The database must be new or empty, or add --overwrite-destination, which deletes what it holds. Then start
the server, and let it make the constraints, the indexes, and the empty lists, for which CSV has no form:

    cypher-shell -u neo4j -f after-import.cypher

Until this has run, Zeren says that the graph is not whole. Then it uses the graph as if it had been loaded
there; the same files are unchanged. Decisions of people lie in a file of their own, decisions.yaml: take it
along.

整个图谱，供 Neo4j 批量导入（{nodes} 个节点，{relationships} 个关系）。

停止服务器后，在服务器所在的机器上，于本文件夹中运行：

    neo4j-admin database import full neo4j @import.args

目标数据库须为新建或空库，否则另加 --overwrite-destination（会删除其原有内容）。然后启动服务器，建立约束、
索引，并补上 CSV 无法表示的空列表：

    cypher-shell -u neo4j -f after-import.cypher

运行之前 Zeren 会提示图谱不完整；此后可照常使用该图谱，相同的文件视为未变动。人工决定另存于 decisions.yaml，
请一并带上。
"""


def export(graph: Graph, out: Path) -> None:
    """Write the graph into the new or empty folder `out`: CSV files, ``import.args`` with the options of
    the import, ``after-import.cypher`` with what remains to be done, and ``README.txt``.

    Everything is exported, the writer's own nodes too, so that loading can go on in the imported graph.
    Raises `graph.exports._place.FolderInUse` and `CannotExport`, and what `whole` raises.
    """
    with new_folder(out) as folder, whole(graph, folder, free=_PARTERS) as tables:
        parter = tables.free[0]
        for table in (*tables.nodes, *tables.relationships):
            _write(folder / _file(table), table, parter)
        _put(folder / "import.args", "".join(f"{option}\n" for option in _options(tables, parter)))
        _put(folder / "after-import.cypher", "".join(f"{each};\n" for each in _after(tables)))
        nodes, relationships = (
            sum(table.length for table in part) for part in (tables.nodes, tables.relationships)
        )
        _put(folder / "README.txt", _README.format(nodes=nodes, relationships=relationships))


def _options(tables: Whole, parter: str) -> Iterator[str]:
    """The import's options. Neo4j 2026 takes no file without a folder before its name."""
    yield "--multiline-fields=true"
    yield "--strict=true"
    yield f"--array-delimiter={parter if parter == ';' else f'U+{ord(parter):04X}'}"
    yield f"--read-buffer-size={max(_BUFFER, -(-4 * tables.longest // _MIB) * _MIB)}"
    yield from (f"--nodes=./{_file(table)}" for table in tables.nodes)
    yield from (f"--relationships=./{_file(table)}" for table in tables.relationships)


def _after(tables: Whole) -> Iterator[str]:
    """What the import cannot do: constraints, indexes, and lists that it takes for absent (see `_HOLLOW`).
    Until this is done the graph counts as not whole, so that nobody works on it by mistake."""
    yield from statements()
    for table in (*tables.nodes, *tables.relationships):
        if not table.hollow:
            continue
        labels, others = (
            "".join(f":{_quoted(x)}" for x in each) for each in (table.labels, table.target_labels)
        )
        found = f"(x{labels})" if table.type is None else f"({labels})-[x:{_quoted(table.type)}]->({others})"
        lists = ", ".join(
            f"x.{_quoted(name)} = CASE WHEN {place} IN x.{_HOLLOW} THEN []"
            f" WHEN {-place} IN x.{_HOLLOW} THEN [''] ELSE x.{_quoted(name)} END"
            for place, name in _hollow(table)
        )
        yield (
            f"MATCH {found} WHERE x.{_HOLLOW} IS NOT NULL"
            f" CALL (x) {{ SET {lists} REMOVE x.{_HOLLOW} }} IN TRANSACTIONS OF 10000 ROWS"
        )
    yield "MATCH (m:Meta) REMOVE m.incomplete"


def _hollow(table: Table) -> list[tuple[int, str]]:
    return [(place, name) for place, name in enumerate(table.columns, 1) if name in table.hollow]


def _quoted(name: str) -> str:
    """A name as Cypher takes it, whatever it holds."""
    return "`" + name.replace("`", "``") + "`"


def _file(table: Table) -> str:
    return f"{'nodes' if table.type is None else 'relationships'}-{table.name}.csv"


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _write(path: Path, table: Table, parter: str) -> None:
    """One file: a line of heads with types, then the rows. An absent value is an empty field, an empty
    text a quoted one."""
    if table.type is None:
        heads, kind = [":LABEL"], _field(parter.join(table.labels), parter)
    else:
        heads = [":TYPE", f":START_ID({_space(table.labels)})", f":END_ID({_space(table.target_labels)})"]
        kind = _field(table.type, parter)
    heads += [_head(name, type_, table) for name, type_ in table.columns.items()]
    heads += [f"{_HOLLOW}:long[]"] if table.hollow else []
    names = [*([":start", ":end"] if table.type else []), *table.columns]
    hollow = _hollow(table)
    fixed: Row = {}
    if table.labels == ("Meta",):
        heads, names, fixed = [*heads, "incomplete:string"], [*names, "incomplete"], {"incomplete": "import"}
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(_field(head, parter) for head in heads) + "\n")
        for row in table.rows():
            row.update(fixed)
            fields = [kind, *(_field(row.get(name), parter) for name in names)]
            if hollow:
                fields.append(_field(_missed(row, hollow), parter))
            file.write(",".join(fields) + "\n")


def _missed(row: Row, hollow: list[tuple[int, str]]) -> list[Flat] | None:
    """The lists of the row that are lost in CSV, as `_HOLLOW` names them."""
    found: list[Flat] = []
    for place, name in hollow:
        if row.get(name) in ([], [""]):
            found.append(-place if row[name] else place)
    return found or None


def _head(name: str, kind: str, table: Table) -> str:
    if name == "key" and table.type is None:
        return f"key:ID({_space(table.labels)})"
    if kind == "[]":
        kind = "string[]"
    base = kind.removesuffix("[]")
    return f"{name}:{_TYPES.get(base, base)}{kind[len(base) :]}"


def _space(labels: tuple[str, ...]) -> str:
    """The name of the id space of nodes with these labels."""
    return "-".join(labels)


def _field(value: Flat | list[Flat] | None, parter: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case list():
            value = parter.join(item if isinstance(item, str) else _field(item, parter) for item in value)
    return '"' + value.replace('"', '""') + '"'
