"""Dates as documents write them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from loaders.calendar import DATE, parse_date
from loaders.folding import FOLD

ROWS = """
2019年1月27日 2019-01-27
2019年01月27日 2019-01-27
2019年12月31日 2019-12-31
2019 年 1 月 27 日 2019-01-27
2019-01-27 2019-01-27
2019-1-7 2019-01-07
2019/01/27 2019-01-27
2019.1.27 2019-01-27
2019．1．27 2019-01-27
二〇〇四年四月二十七日 2004-04-27
二○○四年四月二十七日 2004-04-27
二ＯＯ四年四月二十七日 2004-04-27
二零零四年四月二十七日 2004-04-27
二OO四年四月二十七日 2004-04-27
一九九六年十二月三十一日 1996-12-31
二〇二〇年十月十日 2020-10-10
二〇二〇年十一月二日 2020-11-02
二〇二〇年二月二十九日 2020-02-29
二〇一九年三月三十日 2019-03-30
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_date(row: str) -> None:
    words, stated = row.rsplit(" ", 1)
    assert parse_date(words.translate(FOLD)) == date.fromisoformat(stated)
    assert re.fullmatch(DATE, re.sub(r"\s", "", words.translate(FOLD)))


@pytest.mark.parametrize(
    "words",
    [
        "2019年2月30日",
        "二〇一九年二月三十日",
        "2019年",
        "2019年13月1日",
        "1月27日",
        "2019年1月",
        "",
        "二月二日",
    ],
)
def test_no_date(words: str) -> None:
    assert parse_date(words.translate(FOLD)) is None
