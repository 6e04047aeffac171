"""Who answers for what, as networks: agencies and measures, and agencies joined by shared measures.

The graph gives `Answer` rows; from them come a bipartite network and its projection on agencies.
Nodes are keys. Order is by key everywhere, so equal rows give equal networks, in whatever order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from scipy import sparse

from graph.names import find

if TYPE_CHECKING:
    from graph.connection import Graph
    from graph.model import Role

_ANSWERS = """
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)<-[r:RESPONSIBLE_FOR]-(a:Agency)
WHERE $documents IS NULL OR d.key IN $documents
RETURN a.key AS agency, a.name AS name, a.short_name AS short_name, a.kind AS kind, a.region AS region,
       m.key AS measure, r.role AS role, d.key AS document, size(coalesce(m.open_roles, [])) > 0 AS open
ORDER BY document, measure, agency, role
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """That an agency answers for a measure in one role.

    `agency`, `measure` and `document` are keys; `region` is the name of the region that the agency
    serves; `open` says that the measure gives a role to nobody in particular (有关部门) too.
    """

    agency: str
    name: str
    measure: str
    role: Role
    document: str
    region: str | None = None
    short_name: str | None = None
    kind: str | None = None
    open: bool = False


def answers(graph: Graph, *, document: str | None = None) -> list[Answer]:
    """Every (agency, measure, role) of the whole graph, or of the documents that `document` names.

    `document` is a key, number, title or part of it (`graph.names.find`); an unknown one gives no
    rows. Raises what ``graph.read`` raises.
    """
    documents = None if document is None else find(graph, "document", document)
    return [Answer(**row) for row in graph.read(_ANSWERS, documents=documents)]


def agencies_of(answers: Iterable[Answer]) -> dict[str, set[str]]:
    """Measure key → keys of the distinct agencies that answer for it, whatever their roles."""
    found: dict[str, set[str]] = {}
    for answer in answers:
        found.setdefault(answer.measure, set()).add(answer.agency)
    return found


def bipartite(answers: Iterable[Answer]) -> nx.Graph[str]:
    """Agencies (``bipartite=0``) and measures (``bipartite=1``), joined where one answers for the other.

    An agency carries `name, short_name, region, kind`, a measure `document, open`, an edge `roles`:
    the sorted roles in which the agency answers (one edge however many).
    """
    network: nx.Graph[str] = nx.Graph()
    rows = sorted(answers, key=lambda a: (a.agency, a.measure, a.role))
    network.add_nodes_from((a.agency, {"bipartite": 0, **_agency_attributes(a)}) for a in rows)
    network.add_nodes_from(
        (a.measure, {"bipartite": 1, "document": a.document, "open": a.open}) for a in rows
    )
    for answer in rows:
        known = network.get_edge_data(answer.agency, answer.measure, {"roles": ()})["roles"]
        network.add_edge(answer.agency, answer.measure, roles=tuple(sorted({*known, answer.role})))
    return network


def projected(answers: Iterable[Answer]) -> nx.Graph[str]:
    """Agencies, joined where two answer for one measure; those without a partner are kept.

    A node carries `name, short_name, region, kind`. An edge carries `shared`, the number of
    measures that both answer for, and `weight`, the sum over these of 1/(n-1) for a measure with n
    agencies: the collaboration weight of M. E. J. Newman, "Scientific collaboration networks. II",
    Physical Review E 64, 016132 (2001). So an agency's weights sum to its number of shared measures.
    """
    rows = list(answers)
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from((a.agency, _agency_attributes(a)) for a in sorted(rows, key=lambda a: a.agency))
    agencies = list(network)
    shared, weight = _project(agencies, agencies_of(rows))
    first, second = shared.nonzero()
    network.add_edges_from(
        (agencies[i], agencies[j], {"shared": int(s), "weight": float(w)})
        for i, j, s, w in zip(first, second, shared.data, weight.data, strict=True)
    )
    return network


def _project(agencies: list[str], teams: dict[str, set[str]]) -> tuple[sparse.csr_array, sparse.csr_array]:
    """The upper triangles of B·Bᵀ and of B·diag(1/(n-1))·Bᵀ, B the agency × measure incidence.

    Both hold their entries in the same places, sorted. Measures with one agency join nobody.
    """
    place = {agency: i for i, agency in enumerate(agencies)}
    joint = [sorted(place[a] for a in team) for _, team in sorted(teams.items()) if len(team) > 1]
    sizes = np.array([len(team) for team in joint], dtype=float)
    rows = [i for team in joint for i in team]
    columns = np.repeat(np.arange(len(joint)), sizes.astype(int))
    incidence = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(agencies), len(joint)))
    newman = incidence.multiply(1 / (sizes - 1)).tocsr()
    halves = [sparse.triu(side @ incidence.T, k=1, format="csr") for side in (incidence, newman)]
    for half in halves:
        half.sort_indices()
    return halves[0], halves[1]


def _agency_attributes(answer: Answer) -> dict[str, str | None]:
    return {
        "name": answer.name,
        "short_name": answer.short_name,
        "region": answer.region,
        "kind": answer.kind,
    }
