"""Names of counties and cities that hold 和, 会, 商 or 等, in clauses: none is torn there."""

from __future__ import annotations

import pytest

from graph.model import RegionLevel
from loaders.recognise._reading import read
from loaders.resolve._gazetteer import gazetteer


def places(level: RegionLevel) -> list[tuple[str, str]]:
    """The names and short names of the places of a level that hold a word by which lists are parted."""
    found = (r for same in gazetteer().by_name.values() for r in same if r.level == level)
    return sorted({(r.name, r.short_name) for r in found if set(r.name) & set("和会商等与及联合协")})


@pytest.mark.parametrize(
    ("level", "clause", "bodies"),
    [
        ("county", "责任单位:市水利局、{name}人民政府、市财政局", "市水利局 {name}人民政府 市财政局"),
        ("county", "责任单位:市水利局、{name}、市财政局", "市水利局 {name} 市财政局"),
        ("county", "{name}政府牵头,市水利局、市财政局配合", "{name}政府 市水利局 市财政局"),
        ("county", "市水利局和{name}政府负责", "市水利局 {name}政府"),
        ("county", "市水利局会同{name}政府负责", "市水利局 {name}政府"),
        ("county", "责任单位:市财政局、国网{name}供电公司", "市财政局 国网{name}供电公司"),
        ("county", "{name}教育局、财政局负责", "{name}教育局 财政局"),
        ("city", "责任单位:省水利厅、{name}人民政府、省财政厅", "省水利厅 {name}人民政府 省财政厅"),
        ("city", "责任单位:人行{short}中支、省财政厅", "人行{short}中支 省财政厅"),
        ("city", "{short}海关会同省水利厅负责", "{short}海关 省水利厅"),
    ],
)
def test_names_stay_whole(level: RegionLevel, clause: str, bodies: str) -> None:
    torn = []
    for name, short in places(level):
        reading = read(clause.format(name=name, short=short))
        found = [party.name.surface for party in reading.parties] if reading else []
        if found != bodies.format(name=name, short=short).split():
            torn.append((name, found))
    assert torn == []
    assert places(level)
