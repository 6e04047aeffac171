"""The region within which a title alone names one instrument."""

from __future__ import annotations

import pytest

from loaders.recognise.regulations import Mention
from loaders.resolve.regulations import scope_of

SHANDONG, JINAN, BEIJING, CHANGCHUN = "370000", "370100", "110000", "220100"


@pytest.mark.parametrize(
    ("title", "speaks", "scope"),
    [
        ("山东省专利条例", JINAN, SHANDONG),
        ("山东省专利条例", SHANDONG, SHANDONG),
        ("山东省专利条例", "100000", SHANDONG),
        ("济南市城市更新条例", SHANDONG, JINAN),
        ("江苏省知识产权促进和保护条例", JINAN, "320000"),
        ("青岛西海岸新区条例", SHANDONG, "370200/青岛西海岸新区"),
        ("朝阳区促进办法", BEIJING, "110105"),
        ("朝阳区促进办法", CHANGCHUN, "220104"),
        ("关于强化知识产权保护的实施方案", JINAN, JINAN),
        ("电子商务平台知识产权保护管理", JINAN, JINAN),
        ("中华人民共和国专利法", JINAN, "100000"),
        ("专利法", JINAN, "100000"),
        ("国务院关于新形势下加快知识产权强国建设的若干意见", JINAN, "100000"),
        ("国家卫生城市创建方案", JINAN, JINAN),
        ("全国文明城市创建方案", JINAN, JINAN),
        (None, JINAN, JINAN),
    ],
)
def test_scope(title: str | None, speaks: str, scope: str) -> None:
    mention = Mention(0, 1, "mention", "title", title)
    assert scope_of(mention, speaks) == scope
