from __future__ import annotations

import pytest

from loaders.resolve.issuing_codes import regions_of
from loaders.resolve.regions import by_name


@pytest.mark.parametrize(
    ("code", "first", "also"),
    [
        ("鲁知战办", "山东省", None),
        ("京政办发", "北京市", None),
        ("沪府办规", "上海市", None),
        ("国办发", "全国", None),
        ("中办发", "全国", None),
        ("国知发保函字", "全国", None),
        ("财社", "全国", None),
        ("人社部函", "全国", None),
        ("遂府办发", "遂宁市", None),
        ("济政办发", "济南市", "济宁市"),
        ("石政发", "石家庄市", "石景山区"),
        ("明政办发明电", "三明市", None),
        ("通政发", "南通市", None),
        ("穗府办", "广州市", None),
        ("渝北府办发", "渝北区", None),
        ("大同政办发", "大同市", "大同区"),
        ("新民政发", "新疆维吾尔自治区", None),
    ],
)
def test_whose_number_it_is_by_its_issuing_code(code: str, first: str, also: str | None) -> None:
    names = [region.name for region in regions_of(code)]
    assert names[0] == first
    assert also is None or also in names


def test_a_hint_narrows_an_issuing_code() -> None:
    beijing = by_name("北京")[0]
    assert [r.name for r in regions_of("石政发", within=beijing)] == ["石景山区"]
