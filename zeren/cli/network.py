"""``zeren workload``, ``zeren centrality``, ``zeren deadlines``: the measures of the network as rows."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Annotated

import typer

from zeren.cli._common import (
    DataOption,
    FormatOption,
    GraphOption,
    Lang,
    LangOption,
    OutOption,
    emit,
    language,
    note,
    open_graph,
    t,
)

if TYPE_CHECKING:
    from graph.connection import Graph

_WORKLOAD = ("agency", "region", "measures", "lead", "responsible", "support", "weight", "open")
_CENTRALITY = ("agency", "region", "degree", "strength", "betweenness", "eigenvector", "pagerank")
_DEADLINES = ("year", "kind", "deadlines", "measures", "agencies")

_HEADS = {
    "agency": "机构", "region": "地区", "measures": "任务数", "lead": "牵头", "responsible": "负责",
    "support": "配合", "weight": "分担份额", "open": "有未指名角色", "degree": "协作机构数",
    "strength": "共同任务数", "betweenness": "中介中心性", "eigenvector": "特征向量中心性",
    "pagerank": "PageRank", "year": "年份", "kind": "种类", "deadlines": "时限数", "agencies": "机构数",
}  # fmt: skip
"""What stands over the columns in a Chinese table or sheet."""

DocumentOption = Annotated[
    str | None,
    typer.Option(
        "--document",
        metavar="NAME",
        help=t(
            "Only the document with this number, title or key [else the whole graph].",
            "只看这一份文件：文号、标题或键〔否则为整个图谱〕。",
        ),
    ),
]


def _heads() -> dict[str, str] | None:
    return _HEADS if language() is Lang.zh else None


def register(app: typer.Typer) -> None:
    """Add the three commands to `app`."""
    app.command(
        "workload",
        help=t(
            "How much each agency answers for: measures, by role, and its share of them.",
            "各机构的任务量：措施数、按角色计数，以及分担后的份额。",
        ),
    )(_workload)
    app.command(
        "centrality",
        help=t(
            "Who stands where in the network of agencies that answer for one measure together.",
            "各机构在协作网络中的位置：共同负责一项措施即相连。",
        ),
    )(_centrality)
    app.command(
        "deadlines",
        help=t(
            "How many deadlines, measures and agencies each year holds.", "每年到期的时限、措施与机构数。"
        ),
    )(_deadlines)


def _workload(
    document: DocumentOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from graph.network import answers
    from graph.workload import workload

    with open_graph(data, graph) as store:
        rows = workload(answers(store, document=document))
        _tell_unknown(store, document)
    emit(rows, _WORKLOAD, format, out, heads=_heads())


def _centrality(
    document: DocumentOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from graph.centrality import SampledBetweenness, centrality
    from graph.network import answers, projected

    with open_graph(data, graph) as store:
        network = projected(answers(store, document=document))
        _tell_unknown(store, document)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", SampledBetweenness)
        rows = centrality(network)
    for sampled in (w.message for w in said if isinstance(w.message, SampledBetweenness)):
        note(
            t(
                "Betweenness is estimated from {sources} of {agencies} agencies.",
                "中介中心性由 {agencies} 个机构中的 {sources} 个抽样估计。",
                sources=sampled.sources,
                agencies=sampled.agencies,
            )
        )
    emit(rows, _CENTRALITY, format, out, heads=_heads())


def _deadlines(
    document: DocumentOption = None,
    data: DataOption = None,
    graph: GraphOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    from graph.deadlines import deadlines

    with open_graph(data, graph) as store:
        rows = deadlines(store, document=document)
        _tell_unknown(store, document)
    emit(rows, _DEADLINES, format, out, heads=_heads())


def _tell_unknown(store: Graph, document: str | None) -> None:
    """Say on stderr that the graph holds no such document, and which ones may be meant."""
    from graph.names import find, suggest

    if document is None or find(store, "document", document):
        return
    note(t("The graph holds no document {name}.", "图谱中没有文件 {name}。", name=document))
    for near in suggest(store, "document", document):
        note(t("Did you mean {near}?", "是否指 {near}？", near=near))
