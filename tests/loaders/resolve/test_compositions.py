"""Names of combined bureaus, written without their place."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.resolve import regions
from loaders.resolve.agencies import looks_like_agency, resolve
from loaders.resolve.compositions import compose

COMPOSED = """
教科局 教育和科学技术局
教科体局 教育科技和体育局
教科体旅局 教育科技体育和旅游局
工信科技局 工业信息化和科技局
工信商务局 工业信息化和商务局
工信和商务局 工业信息化和商务局
经信科技局 经济信息化和科技局
发改财政局 发展改革和财政局
发改经信局 发展改革和经济信息化局
文旅体育局 文化旅游和体育局
文广体局 文化广电和体育局
住建交通局 住房城乡建设和交通局
住建城管局 住房城乡建设和城市管理局
住建和城管局 住房城乡建设和城市管理局
商务经合局 商务和经济合作局
卫健医保局 卫生健康和医疗保障局
环保林业局 环境保护和林业局
"""
IN_FULL = "教育科技和体育局 教育体育局 文化旅游体育局 住房和城乡建设交通局 生态环境和水务局 统计审计局"
NO_COMPOSITION = "教育局 体局 工科局 民宗侨台局 教科中心 教和局 和教科局 经济发展局 布局 海洋世界局"


@pytest.mark.parametrize(("written", "full"), [row.split() for row in COMPOSED.strip().splitlines()])
def test_the_functions_are_spelt_out_in_their_order_with_a_joint_before_the_last(
    written: str, full: str
) -> None:
    found = compose(written)
    assert found is not None
    assert found.name == full
    assert compose(full) == found._replace(guessed=False)


@pytest.mark.parametrize("written", IN_FULL.split())
def test_a_name_in_full_stays_as_it_is(written: str) -> None:
    found = compose(written)
    assert found is not None
    assert found.name == written


@pytest.mark.parametrize("written", NO_COMPOSITION.split())
def test_words_that_are_no_functions_or_one_alone_compose_nothing(written: str) -> None:
    assert compose(written) is None


def test_a_combined_bureau_has_every_one_of_its_functions() -> None:
    county = regions.by_name("天全县")[0]
    agency = resolve("县教科体局", region=county, on=date(2022, 3, 1))
    assert agency.name == resolve("教育科技和体育局", region=county).name == "天全县教育科技和体育局"
    assert agency.functions == ("教育", "科技", "体育")
    assert "县教科体局" in agency.aliases


def test_a_name_that_had_to_be_guessed_is_doubtful() -> None:
    county = regions.by_name("天全县")[0]
    assert not resolve("县教科体局", region=county).resolved
    assert resolve("县教育科技和体育局", region=county).resolved


def test_a_list_s_later_combined_bureaus_are_bodies_without_their_place() -> None:
    assert looks_like_agency("教科局")
    assert looks_like_agency("工信商务局")


def test_a_body_of_the_vocabulary_goes_before_a_composition() -> None:
    county = regions.by_name("天全县")[0]
    assert resolve("县文旅体局", region=county).name == "天全县文化旅游体育局"


def test_a_joint_that_the_writer_has_stays() -> None:
    county = regions.by_name("天全县")[0]
    assert resolve("县农业农村和水务局", region=county).name == "天全县农业农村和水务局"
    assert resolve("县农业农村水务局", region=county).name == "天全县农业农村水务局"
