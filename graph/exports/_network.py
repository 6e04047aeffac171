"""A network of the graph with attributes that every file of networks can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.errors import UnknownName
from graph.exports._clean import attributes, clean
from graph.names import find, suggest
from graph.network import Answer, answers, bipartite, projected
from graph.workload import workload

if TYPE_CHECKING:
    from graph.connection import Graph

_MEASURES = """
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)
WHERE $documents IS NULL OR d.key IN $documents
RETURN m.key AS key, m.name AS name, m.number AS number, m.text AS text, m.due AS due,
       coalesce(m.ongoing, false) AS ongoing, m.page AS page, d.doc_number AS doc_number,
       coalesce(d.text_title, d.title, d.name) AS document
ORDER BY key
"""
_LOADS = ("measures", "lead", "responsible", "support", "weight")


class NoSuchText(UnknownName):
    """No document of the graph bears the name; `near` are those that may have been meant."""

    en = "The graph holds no document {name}.{near}"
    zh = "图谱中没有文件 {name}。{near}"


def network(graph: Graph, kind: str | None, document: str | None) -> nx.Graph[str]:
    """The network of `kind`, else of responsibility, of the whole graph or of the documents that
    `document` names.

    Responsibility: agencies and measures (``kind``), measures without a body too, joined with the
    ``roles`` of the agency. Collaboration: agencies, joined with the number of ``shared`` measures and
    their ``weight`` (`graph.network.projected`). Every agency has its workload. A node is its kind and
    key, ``label`` what a person would call it. Raises `NoSuchText`.
    """
    documents = None if document is None else documents_named(graph, document)
    rows = answers(graph, document=document)
    if kind == "collaboration":
        drawn = projected(rows)
        of_agencies, of_measures = {key: drawn.nodes[key] for key in drawn}, {}
    else:
        drawn = bipartite(rows)
        of_agencies = {key: values for key, values in drawn.nodes(data=True) if values["bipartite"] == 0}
        of_measures = {row["key"]: row for row in graph.read(_MEASURES, documents=documents)}
        drawn.add_nodes_from(of_measures)
    return _plain(drawn, _agencies(rows, of_agencies), of_measures)


def documents_named(graph: Graph, name: str) -> list[str]:
    """The keys of the documents of this name. Raises `NoSuchText` where there is none."""
    found = find(graph, "document", name)
    if not found:
        raise NoSuchText(name=name, near=suggest(graph, "document", name))
    return found


def _agencies(rows: list[Answer], known: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    loads = {load["key"]: {name: load[name] for name in _LOADS} for load in workload(rows)}  # type: ignore[literal-required]
    names = ("name", "short_name", "region", "kind")
    return {key: {**{name: values[name] for name in names}, **loads[key]} for key, values in known.items()}


def _plain(
    drawn: nx.Graph[str], of_agencies: dict[str, dict[str, Any]], of_measures: dict[str, dict[str, Any]]
) -> nx.Graph[str]:
    """The network with plain attributes, its nodes named so that no agency is taken for a measure."""
    plain: nx.Graph[str] = nx.Graph()
    names = {}
    for node in drawn:
        kind, values = (
            ("agency", of_agencies[node]) if node in of_agencies else ("measure", of_measures[node])
        )
        names[node] = clean(f"{kind}:{node}")
        kept = {name: value for name, value in values.items() if name not in ("key", "kind")}
        body = {"agency_kind": values["kind"]} if kind == "agency" else {}
        label = values.get("short_name") or values["name"]
        plain.add_node(names[node], **attributes({"label": label, "kind": kind, **kept, **body}))
    for one, other, values in drawn.edges(data=True):
        plain.add_edge(names[one], names[other], **attributes(values))
    return plain
