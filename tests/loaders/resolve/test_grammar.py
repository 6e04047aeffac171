from __future__ import annotations

import time

import pytest

from loaders.resolve.agencies import is_collective, is_vague, looks_like_agency

NAMES = """
省市场监管局(省知识产权局)|省委党校（山东行政学院）|市财政局|财政局|泉城海关|青岛海关|人行泰州中支|人民银行济南分行营管部|国网遂宁供电公司
申康医院发展中心|历城区|济南新旧动能转换起步区|自贸试验区济南片区|中国（山东）自由贸易试验区济南片区|团省委|市委组织部|济南仲裁办|浦东新区
各级党委|各市、县（区）人民政府|各区县党委和政府|领导小组成员单位|各地区|各街道办事处|省政府知识产权战略实施工作领导小组办公室|省担保集团
区文促中心|贵安新区管委会|园区管委会|县目标绩效管理办公室|中央和国家机关工委|空管委办公室|北京冬奥组委|国家税务总局|最高人民法院|新华社
市疾控中心|市中小企业服务局|市防控指挥部|江苏省农村信用社联合社|省农科院|市消防救援支队|县公安局交警大队|商河县人民政府|山东大学|市第一人民医院
"""

PHRASES = """
责任|工作机制|企业|有关规定|中小企业|市场主体|全社会|社会|部署|统筹部署|全部|干部|格局|大厅|展厅|主办|承办|督办|机会|大会|座谈会|以人民为中心
下同|暂行|试行|有效期|含本级|不含青岛|北京|高新技术企业|小微企业|区域|区块链|县域|市场|市民|省际|县城|知识产权|各类企业|各环节|自由贸易试验区
综合保税区|产业园区|行业协会|金融机构|政策性银行|农机合作社|融资担保公司|海关|2023年底前完成|持续推进|按职责分工|此件公开发布|高质量发展
加强市场监管|支持市公安局|推动设立市大数据局|互联网+海关|各地要落实属地管理责任|优化营商环境
"""

VAGUE = """
有关部门|相关单位|各有关部门|等有关部门|国务院相关部门|省各有关单位|市有关部门|各有关部门和单位|相关区|相关区政府|县级有关部门|有关单位
相关行业协会|有关高校|中央和国家机关有关部门|业主单位|用人单位
各相关部门|相关职能部门|有关方面|市直有关部门|其他有关部门|有关县（市、区）政府|相关市、县政府|市政府有关部门|行业主管部门
"""


def words(table: str) -> list[str]:
    return "|".join(table.split()).split("|")


@pytest.mark.parametrize("name", words(NAMES))
def test_names_of_bodies_look_like_agencies(name: str) -> None:
    assert looks_like_agency(name)
    assert not is_vague(name)


@pytest.mark.parametrize("phrase", words(PHRASES))
def test_ordinary_phrases_do_not(phrase: str) -> None:
    assert not looks_like_agency(phrase)


@pytest.mark.parametrize("phrase", words(VAGUE))
def test_vague_words_name_nobody(phrase: str) -> None:
    assert is_vague(phrase)
    assert not is_collective(phrase)
    assert not looks_like_agency(phrase)


@pytest.mark.parametrize(
    "text",
    [
        "市县" * 30 + "甲",
        "沿江" * 20 + "各",
        "有关" + "区县" * 29 + "甲",
        "各" + "市、" * 25 + "政府甲",
        "市" * 5000,
    ],
)
def test_hostile_words_take_no_time(text: str) -> None:
    start = time.process_time()
    assert not is_vague(text)
    assert not is_collective(text)
    assert not looks_like_agency(text)
    assert time.process_time() - start < 5  # a reader that tries all ways takes for ever


@pytest.mark.parametrize(
    "name",
    [
        "市财政局",
        "沿黄市财政局",
        "省直机关工委",
        "市区两级法院院长",
        "市政府",
        "县委",
        "各有关部门",
        "州财政局",
    ],
)
def test_one_body_or_nobody_is_no_collective(name: str) -> None:
    assert not is_collective(name)


@pytest.mark.parametrize(
    "name", ["市管各园区管委会", "各县区人武部", "各项目牵头单位", "各县区、开发区管委会"]
)
def test_all_of_a_kind_are_a_collective(name: str) -> None:
    assert is_collective(name)


@pytest.mark.parametrize("words", ["各项工作", "各项措施落实单位要求", "市管干部"])
def test_each_of_things_is_no_collective(words: str) -> None:
    assert not is_collective(words)
