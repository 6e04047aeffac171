"""The times of a table's cell of terms."""

from __future__ import annotations

import pytest

from loaders.tables.terms import terms


@pytest.mark.parametrize(
    ("cell", "year", "stated"),
    [
        ("一季度:勘测河道;三季度:清淤;四季度:验收", 2024, ["2024-03-31", "2024-09-30", "2024-12-31"]),
        ("3月勘测\n6-8月清淤\n9月底前验收", 2024, ["2024-03-31", "2024-08-31", "2024-09-30"]),
        ("一季度勘测河道,二季度清淤,四季度验收", 2024, ["2024-03-31", "2024-06-30", "2024-12-31"]),
        ("(1)上半年清淤;(2)年底验收", 2024, ["2024-06-30", "2024-12-31"]),
        ("2023年三季度:勘测;四季度:清淤", None, ["2023-09-30", "2023-12-31"]),
        ("3月底前:方案报批;10月底前:清淤", 2024, ["2024-03-31", "2024-10-31"]),
        ("10月", 2024, ["2024-10-31"]),
        # No steps: what goes on behind the term, and a term without words.
        ("2024年6月底前,2025年持续推进", 2024, ["2024-06-30"]),
        ("全年:巡河;12月:总结", 2024, ["2024-12-31"]),
        ("持续推进", 2024, []),
    ],
)
def test_times_of_a_cell(cell: str, year: int | None, stated: list[str]) -> None:
    found = terms(cell, 0, len(cell), year)
    assert [str(time.date) for time in found] == stated
    assert all(time.kind == "due" for time in found)
