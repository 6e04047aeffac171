from __future__ import annotations

import pytest

from loaders.resolve import regions


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("山东省", ["370000"]),
        ("山东", ["370000"]),
        ("鲁", ["370000"]),
        ("京", ["110000"]),
        ("沪", ["310000"]),
        ("济南市", ["370100"]),
        ("济南", ["370100"]),
        ("历城区", ["370112"]),
        ("历城", ["370112"]),
        ("广西", ["450000"]),
        ("内蒙古", ["150000"]),
        ("恩施州", ["422800"]),
        ("克州", ["653000"]),
        ("博州", ["652700"]),
        ("巴州", ["652800", "511902"]),
        ("长阳", ["420528"]),
        ("吉林", ["220000", "220200"]),
        ("朝阳区", ["110105", "220104"]),
        ("莱芜市", ["371200"]),
        ("望城县", ["430122"]),
        ("望城", ["430112"]),
        ("襄樊市", ["420600"]),
        ("台湾", ["710000"]),
        ("全国", ["100000"]),
        ("瀛洲", []),
    ],
)
def test_regions_by_full_short_and_one_character_name(name: str, codes: list[str]) -> None:
    assert [region.code for region in regions.by_name(name)] == codes


@pytest.mark.parametrize(
    ("text", "within", "name"),
    [
        ("济南市人民政府办公厅关于印发实施方案的通知", None, "济南市"),
        ("石景山区人民政府关于支持企业发展的通知", None, "北京市石景山区"),
        ("北京市石景山区人民政府", None, "北京市石景山区"),
        ("四川省遂宁市船山区财政局", None, "遂宁市船山区"),
        ("中共济南市委办公厅", None, "济南市"),
        ("《山东省专利条例》", None, "山东省"),
        ("山东银保监局", None, "山东省"),
        ("恩施州人民政府", None, "恩施土家族苗族自治州"),
        ("吉林市人民政府", None, "吉林市"),
        ("吉林省人民政府", None, "吉林省"),
        ("济南市中区人民政府", None, "济南市市中区"),
        ("北京市朝阳区人民政府", None, "北京市朝阳区"),
        ("朝阳区人民政府", "长春市", "长春市朝阳区"),
        ("市中区人民政府", "济南市", "济南市市中区"),
        ("济南高新技术产业开发区管理委员会", None, "济南高新技术产业开发区"),
        ("平潭综合实验区管委会", None, "平潭综合实验区"),
        ("莱芜市人民政府", None, "莱芜市"),
        ("浦东新区人民政府", None, "上海市浦东新区"),
    ],
)
def test_the_region_that_opens_a_title(text: str, within: str | None, name: str) -> None:
    hint = regions.by_name(within)[0] if within else None
    found = regions.find(text, within=hint)
    assert found is not None
    assert regions.official(found) == name


@pytest.mark.parametrize("text", ["国务院办公厅关于", "中共中央办公厅", "国家知识产权局", "最高人民法院"])
def test_central_issuers_open_with_the_country(text: str) -> None:
    assert regions.find(text) is regions.COUNTRY


@pytest.mark.parametrize(
    "text", ["关于做好工作的通知", "公安部关于", "文化和旅游部", "和平年代", "朝阳区人民政府", "", "新华社"]
)
def test_no_region_or_several_is_none(text: str) -> None:
    assert regions.find(text) is None


def test_an_ambiguous_name_shows_its_candidates() -> None:
    assert {r.code for r in regions.candidates("朝阳区人民政府")} == {"110105", "220104"}
    shandong = regions.by_name("山东")[0]
    assert [r.code for r in regions.candidates("市中区人民政府", within=shandong)] == ["370103", "370402"]


def test_every_region_climbs_to_the_country_and_keeps_six_digits() -> None:
    shijingshan = regions.by_name("石景山区")[0]
    assert [r.name for r in regions.lineage(shijingshan)] == ["石景山区", "北京市", "全国"]
    chuanshan = regions.by_name("船山区")[0]
    assert [r.code for r in regions.lineage(chuanshan)] == ["510903", "510900", "510000", "100000"]
    assert regions.by_code("370100") == regions.by_name("济南")[0]


@pytest.mark.parametrize(
    ("name", "within", "full", "parent"),
    [
        ("济南新旧动能转换起步区", "济南市", "济南新旧动能转换起步区", "济南市"),
        ("起步区", "济南市", "济南新旧动能转换起步区", "济南市"),
        ("高新区", "济南市", "济南高新技术产业开发区", "济南市"),
        ("经开区", "遂宁市", "遂宁经济技术开发区", "遂宁市"),
        ("自贸试验区济南片区", "济南市", "中国（山东）自由贸易试验区济南片区", "济南市"),
        ("中国（山东）自由贸易试验区济南片区", "山东省", "中国（山东）自由贸易试验区济南片区", "济南市"),
        ("重庆自贸试验区", "重庆市", "中国（重庆）自由贸易试验区", "重庆市"),
        ("临港新片区", "上海市", "中国（上海）自由贸易试验区临港新片区", "上海市"),
    ],
)
def test_zones_have_a_full_name_and_a_parent(name: str, within: str, full: str, parent: str) -> None:
    zone = regions.zone(name, regions.by_name(within)[0])
    assert (zone.name, zone.level, zone.code) == (full, "zone", None)
    assert zone.parent is not None
    assert zone.parent.name == parent
    assert zone.key == f"{zone.parent.code}/{full}"
