"""Documents as a whole country might publish them, made from the two samples.

Each is a sample moved to another province and year: its bodies, regions, number, title and text name
that province and city instead. So everything a document can hold is there in real proportions, and any
number of documents can be had at once.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph.model import Measure, PolicyDocument
from graph.writing.codec import pack, unpack
from loaders import load_file
from zeren._samples import samples

# Province, its short names, its code, its capital and that one's code; the samples' own come first.
PLACES = [
    line.split()
    for line in """
山东省 鲁 370000 济南市 370100
浙江省 浙 330000 杭州市 330100
福建省 闽 350000 福州市 350100
四川省 川 510000 成都市 510100
湖北省 鄂 420000 武汉市 420100
湖南省 湘 430000 长沙市 430100
河南省 豫 410000 郑州市 410100
河北省 冀 130000 石家庄市 130100
辽宁省 辽 210000 沈阳市 210100
陕西省 陕 610000 西安市 610100
江西省 赣 360000 南昌市 360100
安徽省 皖 340000 合肥市 340100
广东省 粤 440000 广州市 440100
江苏省 苏 320000 南京市 320100
云南省 云 530000 昆明市 530100
贵州省 黔 520000 贵阳市 520100
""".split("\n")
    if line
]
# What two of one place would share, and what each is called instead.
_TITLES = {
    "关于强化知识产权保护的实施方案": "{place}知识产权保护{year}年实施方案",
    "2023-2025年知识产权保护推进计划": "{year}年知识产权保护计划",
}


def documents(count: int, *, compared: int = 0) -> Iterator[PolicyDocument]:
    """`count` documents, province by province and then year by year, the samples themselves first.
    All but the first `compared` hold no keywords: they are not joined with measures of others."""
    for at in range(count):
        each = _moved(at)
        yield each if at < compared else replace(each, measures=tuple(map(_unworded, each.measures)))


def _unworded(measure: Measure) -> Measure:
    return replace(measure, keywords=())


@cache
def _packed() -> list[str]:
    return [
        zlib.decompress(b85decode(pack(load_file(path)))).decode() for path in sorted(samples(), reverse=True)
    ]


def _moved(at: int) -> PolicyDocument:
    text = _packed()[at % 2]
    place, years = PLACES[at // 2 % len(PLACES)], at // 2 // len(PLACES)
    for old, new in zip(PLACES[0], place, strict=True):
        text = text.replace(old, new)
    text = text.replace(PLACES[0][0][:-1], place[0][:-1]).replace(PLACES[0][3][:-1], place[3][:-1])
    if at >= 2:
        for title, other in _TITLES.items():
            text = text.replace(title, other.format(place=place[3], year=2000 + years))
    document = unpack(b85encode(zlib.compress(text.encode(), 1)).decode())
    if at < 2:
        return document
    number = f"{place[1]}{'知' if at % 2 else '战'}办〔{2000 + years}〕{at}号"
    mark = hashlib.sha256(number.encode()).hexdigest()
    source = replace(document.source, path=f"/made/{at}.txt", sha256=mark)
    return replace(document, doc_number=number, source=source, text_sha256=mark)
