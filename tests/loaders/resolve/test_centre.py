"""Names that are the centre's alone, and names that any place has."""

from __future__ import annotations

import pytest

from loaders.recognise.names import split
from loaders.resolve.centre import any_place_has


@pytest.mark.parametrize(
    ("listed", "expanded"),
    [
        ("市财政局、财政部、审计局", ["市财政局", "财政部", "市审计局"]),
        ("省教育厅、证监会、公安部、司法厅", ["省教育厅", "证监会", "公安部", "省司法厅"]),
        ("县水利局、水利部长江水利委", ["县水利局", "水利部长江水利委"]),
        ("省委组织部、宣传部、财政厅", ["省委组织部", "省委宣传部", "省财政厅"]),
        ("市应急局、人武部、林业局", ["市应急局", "市人武部", "市林业局"]),
    ],
)
def test_no_place_is_carried_to_a_ministry(listed: str, expanded: list[str]) -> None:
    assert [name.expanded for name in split(listed)] == expanded


def test_which_names_any_place_has() -> None:
    shared = ["发展改革委", "发改委", "能源局", "人民银行"]
    assert [name for name in [*shared, "财政部", "国家能源局", "证监会"] if any_place_has(name)] == shared
