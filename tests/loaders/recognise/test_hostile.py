"""Text made to be slow takes time in proportion to its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from loaders.recognise import clauses, deadlines, regulations
from loaders.validity import find_validity

SIZE = 100_000
# A quadratic reader takes minutes on any of these, the present one seconds, under coverage too.
SECONDS = 20.0

READERS: dict[str, Callable[[str], object]] = {
    "clauses": lambda text: clauses.match(text, 0, len(text)),
    "deadlines": lambda text: deadlines.match(text, 0, len(text), year=2020),
    "periods": lambda text: deadlines.match_periodic(text, 0, len(text)),
    "regulations": regulations.match,
    "validity": lambda text: find_validity(text, [(0, len(text))], None),
}
PIECES = """
( () ([ 《 《》 《题 、 1 2020年 12月 责任单位: (市教育局负责 各市、县 国办发[2020] 国办发[2020]1号
由市教育局会同 以下简称《 每年6月、 市教育局等 国务院令 该办法 根据《水法》 水法 2023- 自2020年1月1日起 有效期
""".split()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", [*PIECES, "[…)"])
def test_linear(reader: str, piece: str) -> None:
    text = "[" * (SIZE // 2) + ")" * (SIZE // 2) if piece == "[…)" else piece * (SIZE // len(piece))
    begin = time.process_time()
    READERS[reader](text)
    assert time.process_time() - begin < SECONDS
