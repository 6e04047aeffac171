"""Every row of the gold reads as stated: the positive ones fully, the others as nothing."""

from __future__ import annotations

import gold
import pytest


@pytest.mark.parametrize("row", [row for kind in gold.KINDS for row in gold.rows(kind)], ids=str)
def test_row(row: gold.Row) -> None:
    found = gold.read(row)
    assert gold.same(row, found), f"stated {' | '.join(row.facts) or '-'}; read {' | '.join(found) or '-'}"


def test_the_gold_is_wide() -> None:
    rows = [row for kind in gold.KINDS for row in gold.rows(kind)]
    assert len({(row.kind, row.text, str(row.options)) for row in rows}) == len(rows) >= 450
    for kind in gold.KINDS:
        assert any(not row.facts for row in gold.rows(kind)) or kind == "names"
