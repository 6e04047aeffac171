"""How documents become a graph, in small steps.

The graph is a function of its readings (path → what reading the file gave): the same readings
give the same graph, in whatever order they came. A reading added or removed changes

1. `editions`: which document each reading belongs to, and whose facts it tells,
2. `claims`: what those documents say of agencies, regions, domains and regulations, which they
   share with others; a `ledger` counts who says what,
3. the nodes: shared ones follow from the ledger, a document's own from its facts (`rows`).

Each step compares before and after and writes the difference.
"""
