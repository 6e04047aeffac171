"""A network as GEXF, for Gephi."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from graph.exports._network import network as network_of
from graph.exports._place import new_file

if TYPE_CHECKING:
    from graph.connection import Graph


def export(graph: Graph, out: Path, *, network: str | None = None, document: str | None = None) -> None:
    """Write the network that `graph.exports._network.network` describes into the file `out`."""
    found = network_of(graph, network, document)
    with new_file(out) as path:
        nx.write_gexf(found, path)
