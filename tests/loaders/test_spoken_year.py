"""The year of a text whose head and signature name none."""

from __future__ import annotations

import pytest

from loaders.header.spoken import spoken_year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("为做好2021年度防汛工作，制定本方案。", 2021),
        ("水渠攻坚行动方案\n一、时间\n2022年9月22日至12月31日\n二、任务", 2022),
        ("整治活动从2022年3月1日起至6月30日，分三步进行。", 2022),
        ("县政府决定从2022年5月起到年底开展整治。\n一、6月底前完成自查。", 2022),
        ("2021年3月至5月，各镇自查。\n2022年3月至5月，县里复核。", None),
        ("对2022年1月1日至12月31日期间开工的泵站给予补助。", None),
        ("2022年3月底前完成疏浚。", None),
    ],
)
def test_spoken_year(text: str, year: int | None) -> None:
    assert spoken_year(text) == year
