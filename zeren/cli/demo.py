"""``zeren demo``: the whole way in one command, on the two sample documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from zeren.cli._common import Format, LangOption, emit, note, t, write_text

if TYPE_CHECKING:
    from graph.connection import Graph
    from zeren._rows import Rows

# The questions whose answers the demo keeps as tables, with their parameters.
_QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "document-measures": {"document": "鲁知战办〔2023〕11号"},
    "due-between": {"from": "2023-01-01", "to": "2025-12-31"},
    "instruments-to-change": {},
    "most-cited": {},
    "closest-pairs": {},
    "measures-without-lead": {},
    "doubtful-links": {},
}


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "demo",
        help=t(
            "Load the sample documents into a graph of their own; write tables and pages.",
            "把示例文件加载到单独的图谱，并生成表格和页面。",
        ),
    )(_demo)


def _demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help=t("Where to write.", "写入的文件夹。"))
    ] = Path("out"),
    lang: LangOption = None,
) -> None:
    import zeren
    from zeren._samples import samples

    folder = out / "graph"
    with zeren.connect(folder) as graph:
        note(t("Loading the sample documents …", "正在加载示例文件……"))
        loaded = zeren.load(graph, *samples())
        if loaded.failures:
            raise loaded.failures[0]
        tables = _tables(graph, out / "tables")
        pages = _pages(graph, out / "pages")
        findings = _findings(graph)
    lines = [t("Three findings", "三个发现"), *(f"  {i}. {line}" for i, line in enumerate(findings, 1)), ""]
    lines += [t("Pages (open in a browser)", "页面（用浏览器打开）"), *(f"  {p}" for p in pages), ""]
    lines += [t("Tables", "表格"), *(f"  {p}" for p in tables), ""]
    lines += [
        t("Ask it more", "继续提问"),
        "  zeren query --list",
        f"  zeren query agency-duties --param agency=省法院 --data {folder}",
    ]
    write_text("\n".join(lines) + "\n")


def _tables(graph: Graph, folder: Path) -> list[Path]:
    """Workload, centrality, deadlines and the answers to the questions, as CSV files."""
    import zeren

    folder.mkdir(parents=True, exist_ok=True)
    tables: dict[str, Rows[Any]] = {
        "workload": zeren.workload(graph),
        "centrality": zeren.centrality(graph),
        "deadlines": zeren.deadlines(graph),
    }
    tables |= {name: zeren.query(graph, name, **params) for name, params in _QUESTIONS.items()}
    for name, rows in tables.items():
        emit([dict(row) for row in rows], rows.columns, Format.csv, folder / f"{name}.csv")
    return [folder / f"{name}.csv" for name in tables]


def _pages(graph: Graph, folder: Path) -> list[Path]:
    """The responsibility network of each document, and the collaboration in each and in all."""
    from graph.views import collaboration_page, gather, responsibility_page
    from zeren.cli.view import save

    folder.mkdir(parents=True, exist_ok=True)
    views: dict[str, list[str] | None] = {"all": None}
    for i, row in enumerate(graph.read("MATCH (d:Document) RETURN d.key AS key ORDER BY key"), 1):
        views[f"document-{i}"] = [row["key"]]
    paths = []
    for name, keys in views.items():
        facts = gather(graph, keys)
        for kind, page in (("responsibility", responsibility_page), ("collaboration", collaboration_page)):
            path = folder / f"{kind}-{name}.html"
            save(page(facts, "zh"), path)
            paths.append(path)
    return paths


def _findings(graph: Graph) -> list[str]:
    """What a reader asks first: who answers for most, by when, and which rules are to change."""
    import zeren

    first, second = zeren.workload(graph)[:2]
    years = [row for row in zeren.deadlines(graph) if row["kind"] == "due"]
    changes = zeren.query(graph, "instruments-to-change")
    by_action = {a: sum(row["action"] == a for row in changes) for a in ("enact", "revise", "repeal")}
    return [
        t(
            "{agency} answers for {measures} measures, more than anybody; its share is worth {weight} whole "
            "measures, {times} times that of {second}.",
            "{agency}参与 {measures} 项措施，最多；"
            "分担后的份额相当于 {weight} 项，是第二位{second}的 {times} 倍。",
            agency=first["agency"],
            measures=first["measures"],
            weight=f"{first['weight']:.1f}",
            times=f"{first['weight'] / second['weight']:.1f}",
            second=second["agency"],
        ),
        t(
            "By when: {years}.",
            "何时完成：{years}。",
            years=t(", ", "，").join(
                t("{n} due by the end of {year}", "{year} 年底前 {n} 项", n=row["measures"], year=row["year"])
                for row in years
            ),
        ),
        t(
            "{enact} instruments are to be enacted, {revise} revised and {repeal} repealed.",
            "要制定 {enact} 部、修订 {revise} 部、废止 {repeal} 部法规文件。",
            **by_action,
        ),
    ]
