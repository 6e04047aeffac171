"""The bodies that a name may be a slip of: of its own place first, none that is not like it."""

from __future__ import annotations

import pytest

from loaders.decisions._near import near_agencies
from loaders.resolve import regions


@pytest.mark.parametrize(
    ("place", "written", "meant"),
    [
        ("辽宁省", "辽宁省市场监督局", "辽宁省市场监督管理局"),
        ("青州市", "青州市发展与改革局", "青州市发展和改革局"),
        ("石景山区", "北京市石景山区人力社保厅", "北京市石景山区人力资源和社会保障厅"),
        ("全国", "国家发展与改革委员", "国家发展和改革委员会"),
    ],
)
def test_the_likeliest_is_first(place: str, written: str, meant: str) -> None:
    (region,) = regions.by_name(place)
    found = near_agencies(written, region)
    assert found[0] == meant
    assert 1 <= len(found) <= 5


def test_nothing_is_like_it() -> None:
    assert near_agencies("青州市甲乙丙丁", regions.by_name("青州市")[0]) == ()
