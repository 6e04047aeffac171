"""Sentences that say from when and until when the document itself holds, issued on the 1st of March 2020."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.folding import FOLD
from loaders.validity import find_validity

ROWS = """
本通知自2020年4月1日起施行。 ⇒ 2020-04-01 -
本通知自2020年4月1日起执行。 ⇒ 2020-04-01 -
本办法自发布之日起施行。 ⇒ 2020-03-01 -
本办法自公布之日起施行。 ⇒ 2020-03-01 -
本办法自公布之日起30日后施行。 ⇒ 2020-03-31 -
本办法自印发之日起施行，有效期5年。 ⇒ 2020-03-01 2025-02-28
本办法自印发之日起施行，有效期五年。 ⇒ 2020-03-01 2025-02-28
本措施自印发之日起实施，有效期一年。 ⇒ 2020-03-01 2021-02-28
本措施自印发之日起实施，有效期6个月。 ⇒ 2020-03-01 2020-08-31
本措施自印发之日起实施，有效期三个月。 ⇒ 2020-03-01 2020-05-31
本措施自印发之日起实施，有效期半年。 ⇒ 2020-03-01 2020-08-31
本措施自印发之日起施行，有效期至2020年12月31日。 ⇒ 2020-03-01 2020-12-31
本措施自印发之日起施行，有效期截至2020年12月31日。 ⇒ 2020-03-01 2020-12-31
本政策自2020年3月10日起施行，执行至2020年6月30日止。 ⇒ 2020-03-10 2020-06-30
本意见自2020年4月1日起施行，有效期至2025年3月31日。 ⇒ 2020-04-01 2025-03-31
本规定自2020年5月1日起施行，有效期3年。 ⇒ 2020-05-01 2023-04-30
本办法自2020年5月1日起试行，试行期2年。 ⇒ 2020-05-01 2022-04-30
本办法自2020年5月1日起试行两年。 ⇒ 2020-05-01 2022-04-30
本办法自2020年5月1日起施行，试行期为两年。 ⇒ 2020-05-01 2022-04-30
本通知有效期2年。 ⇒ - 2022-02-28
本通知有效期为2年。 ⇒ - 2022-02-28
本措施执行期限暂定3个月。 ⇒ - 2020-05-31
上述政策自发布之日起施行，至2020年12月31日止。 ⇒ 2020-03-01 2020-12-31
以上政策措施执行期限为2020年3月1日至2020年6月30日。 ⇒ 2020-03-01 2020-06-30
本措施有效期自2020年3月1日起至2020年12月31日止。 ⇒ 2020-03-01 2020-12-31
本方案自印发之日起执行，执行至2020年底。 ⇒ 2020-03-01 2020-12-31
本方案自印发之日起执行，执行至2020年6月底。 ⇒ 2020-03-01 2020-06-30
除另有规定外，本措施有效期至2020年6月30日。 ⇒ - 2020-06-30
《泉水保护办法》已经2020年2月3日市政府常务会议通过，现予公布，自2020年5月1日起施行。 ⇒ 2020-05-01 -
现发布《泉水保护办法》，自发布之日起施行。 ⇒ 2020-03-01 -
本措施由市商务局负责解释，自印发之日起施行，有效期2年。 ⇒ 2020-03-01 2022-02-28
（三）本措施自发布之日起施行。 ⇒ 2020-03-01 -
二十、本措施自发布之日起施行。 ⇒ 2020-03-01 -
第二十条 附则。本规定自二〇二〇年五月一日起施行。 ⇒ 2020-05-01 -
自发布之日起施行。 ⇒ 2020-03-01 -
自2020年4月1日起施行，有效期5年。 ⇒ 2020-04-01 2025-03-31
有效期至2020年12月31日。 ⇒ - 2020-12-31
本措施有效期至疫情解除。 ⇒ - -
现制订出《泉水保护办法》，定于2020年5月1日起试行。 ⇒ 2020-05-01 -
定于二〇二〇年五月一日起施行。 ⇒ 2020-05-01 -
现印发《泉水保护办法》，定于2020年5月1日起试行. ⇒ 2020-05-01 -
"""

NONE = """
自2020年3月1日起，取消该项收费。
自2020年4月1日起实施差别电价。
许可证有效期延长至2020年12月31日。
检测报告有效期为2年。
合同有效期3年。
新标准自2021年1月1日起施行。
《湿地条例》自2020年5月1日起施行。
本市自2020年4月1日起实施差别电价。
到2025年建成完备的体系。
定于2020年5月1日起举办泉水节。
"""


def _rows() -> list[tuple[str, str]]:
    return [(text, stated) for text, stated in (line.split(" ⇒ ") for line in ROWS.strip().splitlines())]


@pytest.mark.parametrize(("text", "stated"), _rows())
def test_validity(text: str, stated: str) -> None:
    folded = "前言。\n" + text.translate(FOLD)
    found = find_validity(folded, [(0, len(folded))], date(2020, 3, 1))
    assert found is not None
    assert f"{found.effective_on or '-'} {found.expires_on or '-'}" == stated
    assert folded[found.start : found.end].strip() == found.words


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_no_validity(text: str) -> None:
    folded = text.translate(FOLD)
    assert find_validity(folded, [(0, len(folded))], date(2020, 3, 1)) is None


def test_a_term_without_a_beginning_has_no_end() -> None:
    text = "本通知自印发之日起施行,有效期5年。"
    found = find_validity(text, [(0, len(text))], None)
    assert found is not None
    assert (found.effective_on, found.expires_on) == (None, None)


def test_only_the_given_spans_are_read() -> None:
    text = "本通知自2020年4月1日起施行。"
    assert find_validity(text, [(0, 4)], None) is None
