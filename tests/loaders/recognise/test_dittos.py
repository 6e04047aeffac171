"""同上 in a clause: the bodies of the clause before."""

from __future__ import annotations

from pathlib import Path

from loaders import load_file

TEXT = """平原县人民政府关于整治沟渠的实施方案
1.疏浚沟渠。（牵头单位：县水利局；配合单位：县财政局）
2.加固堤岸。（责任单位：同上）
3.修建围栏。（牵头单位：县林业局；配合单位：同上、县水利局）
"""
WATER, PURSE, WOODS = "平原县水利局", "平原县财政局", "平原县林业局"


def test_the_bodies_of_the_clause_before(tmp_path: Path) -> None:
    (tmp_path / "方案.txt").write_text(TEXT, encoding="utf-8")
    document = load_file(tmp_path / "方案.txt")
    found = [[(r.agency.name, r.role) for r in m.responsibilities] for m in document.measures]
    assert found == [
        [(WATER, "lead"), (PURSE, "support")],
        [(WATER, "lead"), (PURSE, "support")],
        [(WOODS, "lead"), (PURSE, "support"), (WATER, "support")],
    ]
    assert {r.surface for r in document.measures[1].responsibilities} == {"同上"}
    assert all(r.evidence.text == "（责任单位：同上）" for r in document.measures[1].responsibilities)


def test_before_the_first_clause_it_names_nobody(tmp_path: Path) -> None:
    (tmp_path / "方案.txt").write_text("平原县方案\n1.疏浚沟渠。（责任单位：同上）\n", encoding="utf-8")
    assert not any(m.responsibilities for m in load_file(tmp_path / "方案.txt").measures)
