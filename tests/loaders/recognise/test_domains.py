"""Sentences and titles → domains, and the words that decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy

from graph.model import DomainScore, Measure
from loaders import load_file
from loaders.recognise.domain_words import DomainWords
from loaders.recognise.domains import domains, portal_subject, score_document, score_measure
from loaders.recognise.issuer_domains import answered, forwarded, shares, trust

DOCUMENTS = Path(__file__).parents[3] / "documents"

# The State Council's subject classification: upper level, then its lower ones in order.
CLASSIFICATION = """
国务院组织机构: 国务院 · 国务院办公厅 · 国务院组成部门 · 国务院直属特设机构 · \
国务院直属机构 · 国务院办事机构 · \
国务院直属事业单位 · 国务院部委管理的国家局 · 国务院议事协调机构 · 其他
综合政务: 政务公开 · 政务督查 · 应急管理 · 电子政务 · 文秘工作 · 保密工作 · 信访 · 参事、文史 · 其他
国民经济管理、国有资产监管: 宏观经济 · 经济体制改革 · 统计 · 物价 · 国有资产监管 · 重大建设项目 · 其他
财政、金融、审计: 财政 · 税务 · 银行 · 货币（含外汇） · 证券 · 保险 · 社会信用体系建设 · 审计 · 其他
国土资源、能源: 土地 · 矿产 · 水资源 · 海洋 · 煤炭 · 石油与天然气 · 电力 · 其他
农业、林业、水利: 农业、畜牧业、渔业 · 林业 · 水利 · 其他
工业、交通: 机械制造与重工业 · 轻工纺织 · 化工 · 国防工业 · 航天、航空 · 信息产业（含电信） · \
公路 · 水运 · 铁路 · 民航 · 邮政 · 其他
商贸、海关、旅游: 对外经贸合作 · 国内贸易（含供销） · 海关 · 检验、检疫 · 旅游 · 其他
市场监管、安全生产监管: 工商 · 质量监督 · 标准 · 食品药品监管 · 安全生产监管 · 其他
城乡建设、环境保护: 城市规划 · 城乡建设（含住房） · 环境监测、保护与治理 · 节能与资源综合利用 · \
气象、水文、测绘、地震 · 其他
科技、教育: 科技 · 教育 · 知识产权 · 其他
文化、广电、新闻出版: 文化 · 文物 · 新闻出版 · 广播、电影、电视 · 其他
卫生、体育: 卫生 · 医药管理 · 体育 · 其他
人口与计划生育、妇女儿童工作: 人口与计划生育 · 妇女儿童 · 其他
劳动、人事、监察: 劳动就业 · 社会保障 · 人事工作 · 军转安置 · 监察 · 纠正行业不正之风 · 其他
公安、安全、司法: 公安 · 国家安全 · 司法 · 其他
民政、扶贫、救灾: 减灾救灾 · 优抚安置 · 社会福利 · 行政区划与地名 · 社团管理 · 扶贫 · 其他
民族、宗教: 民族事务 · 宗教事务
对外事务: 外交、外事 · 国际条约、国际组织 · 其他
港澳台侨工作: 港澳工作 · 对台工作 · 侨务工作
国防: 国防建设 · 国防动员
其他:
"""

# A sentence | the first domain | a word that decided.
MEASURES = """
成立由市长任组长的议事协调机构，统筹推进各项工作 | 国务院组织机构/国务院议事协调机构 | 议事协调机构
按照三定规定明确各处室职责 | 国务院组织机构/国务院组成部门 | 三定规定
主动公开权力运行全过程，办好政府网站和政务新媒体 | 综合政务/政务公开 | 政府网站
对落实不力的地方开展专项督查并通报约谈 | 综合政务/政务督查 | 专项督查
修订突发事件应急预案，每年组织一次应急演练 | 综合政务/应急管理 | 应急预案
推动高频事项一网通办，拓展电子证照应用 | 综合政务/电子政务 | 一网通办
规范公文处理，精简会议和文件 | 综合政务/文秘工作 | 公文处理
加强涉密人员管理，做好定密和保密审查 | 综合政务/保密工作 | 定密
化解信访积案，落实领导干部接访 | 综合政务/信访 | 信访积案
完成三轮修志，建设方志馆 | 综合政务/参事、文史 | 方志馆
继续取消和下放行政许可事项，公布权责清单 | 综合政务/其他 | 权责清单
推进区域协调发展，落实扩大内需战略，保持经济平稳运行 | 国民经济管理、国有资产监管/宏观经济 | 扩大内需
深化要素市场化配置改革，实行市场准入负面清单 | 国民经济管理、国有资产监管/经济体制改革 | 市场准入负面清单
做好经济普查登记，提高统计数据质量 | 国民经济管理、国有资产监管/统计 | 经济普查
严查哄抬物价行为，健全价格监测制度 | 国民经济管理、国有资产监管/物价 | 价格监测
推动国有资本布局优化，完善国有企业董事会建设 | 国民经济管理、国有资产监管/国有资产监管 | 国有资本
建立重大项目集中开工机制，做好项目储备 | 国民经济管理、国有资产监管/重大建设项目 | 重大项目
为中小微企业减免房租，帮助其渡过难关 | 国民经济管理、国有资产监管/其他 | 中小微企业
强化预算管理，盘活财政资金，防范政府债务风险 | 财政、金融、审计/财政 | 预算管理
落实增值税留抵退税政策，做好纳税服务 | 财政、金融、审计/税务 | 增值税
引导商业银行增加信用贷款，不抽贷、不断贷 | 财政、金融、审计/银行 | 信用贷款
简化跨境资金结汇手续，便利企业外汇收支 | 财政、金融、审计/货币（含外汇） | 外汇
培育上市公司，提高直接融资比重，规范私募基金 | 财政、金融、审计/证券 | 上市公司
扩大农业保险覆盖面，加快保险理赔 | 财政、金融、审计/保险 | 农业保险
建立失信联合惩戒和信用修复机制 | 财政、金融、审计/社会信用体系建设 | 信用修复
开展领导干部经济责任审计，狠抓审计整改 | 财政、金融、审计/审计 | 经济责任审计
发展普惠金融和绿色金融，降低融资成本 | 财政、金融、审计/其他 | 普惠金融
严守耕地保护红线，规范农用地转用审批 | 国土资源、能源/土地 | 耕地保护
实施新一轮找矿突破战略行动，规范采矿权出让 | 国土资源、能源/矿产 | 采矿权
控制用水总量，全面推行取水许可 | 国土资源、能源/水资源 | 取水许可
规范海域使用，严控围填海 | 国土资源、能源/海洋 | 围填海
有序退出落后煤矿，治理瓦斯 | 国土资源、能源/煤炭 | 煤矿
加强油气管道保护，增加天然气储备 | 国土资源、能源/石油与天然气 | 天然气
改造农村电网，支持光伏和风电并网 | 国土资源、能源/电力 | 光伏
做好能源保供，构建清洁能源体系 | 国土资源、能源/其他 | 清洁能源
稳定生猪产能，抓好动物防疫和粮食生产 | 农业、林业、水利/农业、畜牧业、渔业 | 生猪
提高农作物耕种收机械化水平，落实农机购置补贴 | 农业、林业、水利/农业、畜牧业、渔业 | 农机购置补贴
全面推行林长制，开展国土绿化和森林防火 | 农业、林业、水利/林业 | 林长制
除险加固病险水库，落实防汛责任 | 农业、林业、水利/水利 | 防汛
支持高端装备和工业母机研制，发展智能制造 | 工业、交通/机械制造与重工业 | 智能制造
推动纺织、服装、家电行业增品种 | 工业、交通/轻工纺织 | 纺织
化工园区实行封闭管理，发展精细化工 | 工业、交通/化工 | 化工园区
推动军工技术转民用，规范武器装备科研生产 | 工业、交通/国防工业 | 军工
发射遥感卫星，培育商业航天企业 | 工业、交通/航天、航空 | 商业航天
建设5G基站和数据中心，培育人工智能产业 | 工业、交通/信息产业（含电信） | 人工智能
实施农村公路养护工程，整治货车超限超载 | 工业、交通/公路 | 农村公路
整治内河航道，提升港口吞吐能力 | 工业、交通/水运 | 港口
加快城际铁路建设，保护高铁沿线安全 | 工业、交通/铁路 | 城际铁路
扩建机场，加密国际航班 | 工业、交通/民航 | 机场
完善乡村快递网点，规范寄递安全 | 工业、交通/邮政 | 快递
推动制造业技术改造，完善现代物流体系 | 工业、交通/其他 | 制造业
放宽外商投资准入，推进自由贸易试验区建设 | 商贸、海关、旅游/对外经贸合作 | 外商投资
开展家电以旧换新，繁荣夜间经济，促进消费 | 商贸、海关、旅游/国内贸易（含供销） | 以旧换新
压缩通关时间，推广提前申报 | 商贸、海关、旅游/海关 | 通关
加强出入境检验检疫，严防外来物种入侵 | 商贸、海关、旅游/检验、检疫 | 出入境检验检疫
建设旅游度假区，打造乡村旅游线路 | 商贸、海关、旅游/旅游 | 旅游度假区
推行企业开办一日办结，实行证照分离 | 市场监管、安全生产监管/工商 | 企业开办
对电梯等特种设备开展监督抽查，提升产品质量 | 市场监管、安全生产监管/质量监督 | 特种设备
制定团体标准，参与国家标准起草 | 市场监管、安全生产监管/标准 | 国家标准
开展校外食品安全检查，严打假药劣药 | 市场监管、安全生产监管/食品药品监管 | 食品安全
排查重大事故隐患，落实安全生产责任制 | 市场监管、安全生产监管/安全生产监管 | 重大事故隐患
推行双随机、一公开监管，实行包容审慎监管 | 市场监管、安全生产监管/其他 | 双随机、一公开
修编控制性详细规划，保护历史文化名城 | 城乡建设、环境保护/城市规划 | 控制性详细规划
改造老旧小区，筹建保障性住房 | 城乡建设、环境保护/城乡建设（含住房） | 老旧小区
治理黑臭水体，削减主要污染物排放 | 城乡建设、环境保护/环境监测、保护与治理 | 黑臭水体
推广合同能源管理，发展循环经济 | 城乡建设、环境保护/节能与资源综合利用 | 循环经济
加密地震监测台网，提高气象预报精度 | 城乡建设、环境保护/气象、水文、测绘、地震 | 地震监测
加强基础研究，建设国家重点实验室，促进成果转化 | 科技、教育/科技 | 基础研究
扩大普惠性幼儿园学位，减轻中小学学生负担 | 科技、教育/教育 | 中小学
建设图书馆分馆，保护非物质文化遗产 | 文化、广电、新闻出版/文化 | 非物质文化遗产
修缮不可移动文物，规范考古发掘 | 文化、广电、新闻出版/文物 | 不可移动文物
支持实体书店，深入开展扫黄打非 | 文化、广电、新闻出版/新闻出版 | 扫黄打非
推进应急广播建设，扶持电影产业 | 文化、广电、新闻出版/广播、电影、电视 | 电影产业
完善分级诊疗，加强传染病监测 | 卫生、体育/卫生 | 分级诊疗
执行国家药品集中采购结果，传承中医药 | 卫生、体育/医药管理 | 药品集中采购
举办马拉松赛事，建设健身步道，推广全民健身 | 卫生、体育/体育 | 全民健身
落实三孩生育政策，健全生育登记 | 人口与计划生育、妇女儿童工作/人口与计划生育 | 生育政策
增加托育服务，关爱留守儿童 | 人口与计划生育、妇女儿童工作/妇女儿童 | 留守儿童
支持高校毕业生就业，根治拖欠农民工工资 | 劳动、人事、监察/劳动就业 | 高校毕业生就业
提高城乡居民基本医疗保险待遇，扩大工伤保险覆盖面 | 劳动、人事、监察/社会保障 | 工伤保险
完善职称评审办法，规范事业单位公开招聘 | 劳动、人事、监察/人事工作 | 公开招聘
妥善安置军队转业干部和随军家属 | 劳动、人事、监察/军转安置 | 军队转业干部
加强廉政建设，严肃查处失职渎职 | 劳动、人事、监察/监察 | 廉政建设
纠正医药购销领域不正之风 | 劳动、人事、监察/纠正行业不正之风 | 不正之风
打击电信网络诈骗，深化户籍制度改革 | 公安、安全、司法/公安 | 户籍制度改革
落实反间谍责任，维护国家安全 | 公安、安全、司法/国家安全 | 反间谍
扩大法律援助范围，规范行政复议 | 公安、安全、司法/司法 | 法律援助
及时发放救灾物资，支持受灾地区灾后重建 | 民政、扶贫、救灾/减灾救灾 | 灾后重建
提高优抚对象抚恤标准，修缮烈士纪念设施 | 民政、扶贫、救灾/优抚安置 | 优抚
增加养老床位，保障特困人员和残疾人生活 | 民政、扶贫、救灾/社会福利 | 残疾人
清理不规范地名，勘定行政区域界线 | 民政、扶贫、救灾/行政区划与地名 | 地名
规范社会团体和民办非企业单位登记 | 民政、扶贫、救灾/社团管理 | 社会团体
做好脱贫攻坚后续帮扶，防止返贫 | 民政、扶贫、救灾/扶贫 | 脱贫攻坚
扶持少数民族特色村寨，促进民族团结 | 民族、宗教/民族事务 | 少数民族
依法管理宗教活动场所 | 民族、宗教/宗教事务 | 宗教活动场所
规范因公出国审批，巩固友好城市关系 | 对外事务/外交、外事 | 友好城市
做好国际公约履约和联合国相关事务 | 对外事务/国际条约、国际组织 | 国际公约
为港澳居民创业提供便利，深化与香港的交流 | 港澳台侨工作/港澳工作 | 港澳居民
落实惠台措施，保护台胞台资权益 | 港澳台侨工作/对台工作 | 台胞
联络海外侨胞，保护归侨侨眷权益 | 港澳台侨工作/侨务工作 | 侨眷
加强国防教育，保护军事设施 | 国防/国防建设 | 军事设施
依法开展征兵，维护人防工程 | 国防/国防动员 | 征兵
严格专利代理管理，提高发明专利质量 | 科技、教育/知识产权/专利 | 专利代理
遏制商标恶意注册，保护驰名商标 | 科技、教育/知识产权/商标 | 驰名商标
推进软件正版化，打击侵权盗版 | 科技、教育/知识产权/著作权 | 软件正版化
核准地理标志专用标志使用 | 科技、教育/知识产权/地理标志 | 地理标志专用标志
保护植物新品种权，查处套牌侵权 | 科技、教育/知识产权/植物新品种 | 植物新品种权
指导企业订立保密协议，保护商业秘密 | 科技、教育/知识产权/商业秘密 | 商业秘密
挖掘中医药传统知识 | 科技、教育/知识产权/传统医药 | 中医药传统知识
统一知识产权案件审判标准，设立巡回法庭 | 科技、教育/知识产权/审判 | 知识产权案件
培育知识产权人民调解组织，对接仲裁机构 | 科技、教育/知识产权/调解仲裁 | 仲裁机构
在产业集聚区设立知识产权快速维权中心 | 科技、教育/知识产权/快速保护 | 知识产权快速维权中心
建立海外知识产权纠纷应对机制 | 科技、教育/知识产权/涉外维权 | 海外知识产权纠纷应对
加强知识产权海关保护，扣留侵权货物 | 科技、教育/知识产权/海关 | 知识产权海关保护
开展展会知识产权巡查，规范电商平台 | 科技、教育/知识产权/展会电商 | 展会知识产权
完善知识产权质押融资风险补偿 | 科技、教育/知识产权/运用与金融 | 知识产权质押融资
将知识产权经费列入预算 | 科技、教育/知识产权/经费 | 知识产权经费
"""

# A title of a document without text | the document's first domain.
TITLES = (Path(__file__).parents[1] / "data" / "subjects.txt").read_text("utf-8")

# A sentence | a domain that it must not have: the word belongs to a longer one, or to none.
HIDDEN = """
加强知识产权海关保护 | 商贸、海关、旅游/海关
维护消费者的信心 | 商贸、海关、旅游/国内贸易（含供销）
各级人民政府要高度重视 | 民政、扶贫、救灾/其他
及时协调解决存在的问题 | 公安、安全、司法/司法
由省财政厅会同有关单位推进 | 财政、金融、审计/财政
科技厅、教育局要密切配合 | 科技、教育/科技
提高考核权重 | 科技、教育/教育
培育领军人才 | 国防/国防建设
提供水平更高的服务 | 城乡建设、环境保护/城乡建设（含住房）
促进行业持续健康发展 | 卫生、体育/卫生
办公安排要合理 | 公安、安全、司法/公安
依法注册公司法人 | 公安、安全、司法/司法
建立动态调整机制 | 工业、交通/机械制造与重工业
提高规范化工作水平 | 工业、交通/化工
加强环境保护工作 | 卫生、体育/卫生
中国银行保险监督管理委员会负责解释 | 财政、金融、审计/保险
促进口岸提效 | 商贸、海关、旅游/对外经贸合作
开展会计检查 | 商贸、海关、旅游/国内贸易（含供销）
第一批发布的名单 | 商贸、海关、旅游/国内贸易（含供销）
做好个人防护 | 国防/国防动员
综合利用工作要点 | 劳动、人事、监察/劳动就业
接受有关检查 | 商贸、海关、旅游/海关
注明所在地名称 | 民政、扶贫、救灾/行政区划与地名
确保安全 | 公安、安全、司法/公安
组织委员会不刻制印章 | 综合政务/文秘工作
整治电动车停放 | 工业、交通/铁路
公布文保单位名单 | 财政、金融、审计/保险
保护饮用水源 | 国土资源、能源/水资源
吸引外国企业落户 | 国民经济管理、国有资产监管/国有资产监管
下达中央预算内投资计划 | 财政、金融、审计/财政
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


def classification() -> dict[str, list[str]]:
    lines = (line.partition(":") for line in CLASSIFICATION.strip().splitlines())
    return {upper: [name.strip() for name in lower.split("·") if name.strip()] for upper, _, lower in lines}


def of_measure(text: str, **around: Any) -> tuple[DomainScore, ...]:
    return score_measure(DomainWords(text).words, **around)


def of_document(title: str | None, text: str, *measures: Any, **stated: Any) -> tuple[DomainScore, ...]:
    return score_document(title, DomainWords(text), *measures, **stated)


def names(scores: tuple[DomainScore, ...]) -> list[str]:
    return [score.name for score in scores]


def test_the_upper_two_levels_are_the_state_councils_in_its_order() -> None:
    expected = [
        path
        for upper, lower in classification().items()
        for path in (upper, *(f"{upper}/{name}" for name in lower))
    ]
    assert [path for path in domains() if path.count("/") < 2] == expected


def test_every_domain_stands_below_its_broader_one() -> None:
    seen: set[str] = set()
    for path in domains():
        assert "/" not in path or path.rpartition("/")[0] in seen
        assert path not in seen
        seen.add(path)


def test_intellectual_property_is_deepened() -> None:
    below = {path.split("/")[2] for path in domains() if path.startswith("科技、教育/知识产权/")}
    fields = (
        "专利 商标 著作权 地理标志 植物新品种 商业秘密 传统医药 立法 行政执法 审判 检察 调解仲裁 快速保护"
    )
    ways = "涉外维权 海关 展会电商 信用监管 队伍培训 宣传 经费"
    assert below >= {*fields.split(), *ways.split()}


@pytest.mark.parametrize(("text", "domain", "term"), rows(MEASURES))
def test_a_measures_first_domain_and_the_word_that_decided(text: str, domain: str, term: str) -> None:
    first = of_measure(text)[0]
    assert first.name == domain
    assert term in {word.strip("“”") for word in first.terms}


def test_the_table_covers_every_upper_level_domain() -> None:
    assert {row[1].split("/")[0] for row in rows(MEASURES)} == classification().keys() - {"其他"}


@pytest.mark.parametrize(("title", "domain"), rows(TITLES))
def test_a_documents_first_domain_by_its_title(title: str, domain: str) -> None:
    assert of_document(title, "")[0].name == domain


@pytest.mark.parametrize(("text", "domain"), rows(HIDDEN))
def test_words_hidden_in_longer_ones_do_not_count(text: str, domain: str) -> None:
    assert domain not in names(of_measure(text))


def test_what_the_issuers_are_for_speaks_too_but_not_that_of_a_government() -> None:
    title, text = "关于做好年度工作的通知", ""
    assert of_document(title, text, functions=["卫生健康"])[0].name == "卫生、体育/卫生"
    assert of_document(title, text, functions=["统计"])[0].name == "国民经济管理、国有资产监管/统计"
    assert of_document(title, text, functions=["政府综合"]) == of_document(title, text)


def test_the_lead_issuer_speaks_louder_than_those_behind_it() -> None:
    title = "关于做好年度工作的通知"
    for first, second, domain in (
        ("教育", "财政", "科技、教育/教育"),
        ("财政", "教育", "财政、金融、审计/财政"),
    ):
        assert of_document(title, "", functions=[first, second])[0].name == domain


def test_issuers_strengthen_what_the_words_name_beside_their_own_domain() -> None:
    found = of_document("关于加强食品安全检查的通知", "", functions=["市场监管"])
    assert names(found) == ["市场监管、安全生产监管/食品药品监管"]


def test_an_issuer_whose_own_domain_is_named_strengthens_that_alone() -> None:
    title = "关于《报关单位注册登记证书》（进出口货物收发货人）的公告"
    assert of_document(title, "", functions=["海关"])[0].name == "商贸、海关、旅游/海关"


def test_an_issuer_of_one_field_keeps_to_it_whatever_its_papers_are_called() -> None:
    for title, function, domain in (
        ("关于印发规范性文件管理办法的通知", "林业", "农业、林业、水利/林业"),
        ("关于印发政务公开工作要点的通知", "粮食和物资储备", "农业、林业、水利/其他"),
        ("关于铁路列车货物申报的公告", "海关", "商贸、海关、旅游/海关"),
        ("关于启用票据专用章的通知", "药品监管", "市场监管、安全生产监管/食品药品监管"),
        ("关于加强植入性医疗器械监督检查的通知", "药品监管", "市场监管、安全生产监管/食品药品监管"),
    ):
        assert of_document(title, "", functions=[function])[0].name == domain


def test_a_ministrys_papers_on_the_fields_of_others_are_its_other_ones() -> None:
    for title, function, domain in (
        ("关于选聘审计员的通知", "农业农村", "农业、林业、水利/其他"),
        ("关于外出参加国际会议的通知", "商务", "商贸、海关、旅游/其他"),
        ("关于做好审计工作的通知", "民政", "民政、扶贫、救灾/其他"),
        # What names the ministry's own field stays there, as does what names none.
        ("关于农药审计的通知", "农业农村", "农业、林业、水利/农业、畜牧业、渔业"),
        ("关于做好年度工作的通知", "农业农村", "农业、林业、水利/农业、畜牧业、渔业"),
        ("关于选聘审计员的通知", "水利", "农业、林业、水利/水利"),
    ):
        assert of_document(title, "", functions=[function])[0].name == domain


def test_a_body_without_a_function_speaks_for_its_domain(tmp_path: Path) -> None:
    path = tmp_path / "duty.txt"
    path.write_text(
        "国务院关税税则委员会关于调整煤炭进口关税的公告\n自2022年5月1日起实施。\n国务院关税税则委员会\n2022年4月26日\n",
        encoding="utf-8",
    )
    assert names(load_file(path).domains)[0] == "财政、金融、审计/税务"


def test_an_issuer_for_two_things_speaks_for_those_that_the_words_name() -> None:
    for title, domain in (
        ("关于做好旅游日活动的通知", "商贸、海关、旅游/旅游"),
        ("关于举办戏曲展演的通知", "文化、广电、新闻出版/文化"),
    ):
        found = names(of_document(title, "", functions=["文化和旅游"]))
        assert found == [domain]


def test_a_body_whose_field_is_narrower_than_its_function_speaks_for_that(tmp_path: Path) -> None:
    path = tmp_path / "rules.txt"
    path.write_text(
        "国家铁路局综合司关于印发工作规则的通知\n各地区监督管理局：\n现印发给你们。\n国家铁路局综合司\n2021年3月1日\n",
        encoding="utf-8",
    )
    document = load_file(path)
    assert document.issuers == ("国家铁路局综合司",)
    assert names(document.domains)[0] == "工业、交通/铁路"


def test_each_issuer_is_trusted_for_itself() -> None:
    alone, both = trust(["发展改革"]), trust(["发展改革", "粮食和物资储备"])
    assert alone < both < 1
    assert trust(["政府综合", "税务"]) == trust(["税务"]) == trust([]) == 1
    spoken = shares(["发展改革", "粮食和物资储备"], {})
    first = max(spoken, key=lambda domain: spoken[domain])
    assert domains()[first] == "农业、林业、水利/其他"


def test_an_issuer_for_energy_writes_about_all_of_it() -> None:
    for title, domain in (
        ("关于能源消费核算的通知", "国土资源、能源/其他"),
        ("关于电网调度的通知", "国土资源、能源/电力"),
    ):
        assert of_document(title, "", functions=["能源"])[0].name == domain


def test_what_every_body_does_is_not_its_field() -> None:
    for title, domain in (
        ("关于印发林业领域基层政务公开标准目录的通知", "综合政务/政务公开"),
        ("关于印发林业领域标准目录的通知", "农业、林业、水利/林业"),
    ):
        assert of_document(title, "林业。造林。", functions=["林业"])[0].name == domain


def test_what_is_scattered_over_an_upper_level_is_its_rest() -> None:
    title = "关于公布名单的公告"
    first = of_document(title, "化工。钢铁。纺织。铁路。")[0]
    assert first.name == "工业、交通/其他"
    assert {"化工", "钢铁", "纺织", "铁路"} <= set(first.terms)
    assert names(of_document(title, "化工。钢铁。化学品。石化。炼化。"))[0] == "工业、交通/化工"


@pytest.mark.parametrize(
    ("salutation", "text", "body"),
    [
        ("体育总局:", "函\n体育总局:\n你局关于举办赛事的请示收悉。", "体育总局"),
        ("市财政局:", "批复\n市财政局:\n你局《关于设立机构的请示》(财发〔2020〕3号)收悉。", "市财政局"),
        ("青山省人民政府,自然资源部:", "批复\n青山省人民政府,自然资源部:\n你部关于规划的请示收悉。", None),
        ("各市人民政府:", "通知\n各市人民政府:\n现将通知印发给你们。", None),
        ("市财政局:", "通知\n市财政局:\n请你局按时报送。", None),
        (None, "\n你局关于举办赛事的请示收悉。", None),
    ],
)
def test_the_body_whose_request_is_answered(salutation: str | None, text: str, body: str | None) -> None:
    assert answered(salutation, text) == body


def test_an_issuer_for_many_things_gives_way_to_the_words() -> None:
    title, functions = "关于开展企业债券监督检查的通知", ["发展改革"]
    assert of_document(title, "", functions=functions)[0].name == "财政、金融、审计/证券"
    assert of_document("关于做好年度工作的通知", "", functions=functions)[0].name == (
        "国民经济管理、国有资产监管/宏观经济"
    )


def test_a_department_decides_between_two_subjects_of_its_title() -> None:
    title = "关于金融支持农业生产的通知"
    assert of_document(title, "", functions=["农业农村"])[0].name == "农业、林业、水利/农业、畜牧业、渔业"
    assert of_document(title, "", functions=["金融监管"])[0].name == "财政、金融、审计/其他"


def test_the_office_of_a_department_speaks_for_the_department(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(
        "河南省体育局办公室关于做好年度重点工作的通知\n各处室：\n现将有关事项通知如下。\n河南省体育局办公室\n2023年3月1日\n",
        encoding="utf-8",
    )
    assert names(load_file(path).domains)[0] == "卫生、体育/体育"


def test_a_department_as_a_trade_is_no_body() -> None:
    assert of_measure("向税务部门申请")[0].terms == ("税务",)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("渭南市人民政府办公室转发市水务局等部门关于做好汛期值守意见的通知", "市水务局"),
        ("省政府批转省交通厅《关于整治渡口的报告》的通知", "省交通厅"),
        ("关于转发市教育局、市财政局联合方案的通知", "市教育局"),
        ("关于转发先进经验的通知", None),
        ("关于做好汛期值守的通知", None),
    ],
)
def test_the_body_whose_paper_is_forwarded(title: str, body: str | None) -> None:
    assert forwarded(title) == body


def test_a_government_that_forwards_a_paper_writes_about_the_field_of_its_author(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(
        "渭南市人民政府办公室转发市体育局等部门关于做好下半年重点工作意见的通知\n各县人民政府：\n"
        "现转发给你们，请遵照执行。\n渭南市人民政府办公室\n2019年7月2日\n",
        encoding="utf-8",
    )
    assert names(load_file(path).domains) == ["卫生、体育/体育"]


def test_a_body_is_the_subject_of_a_title_that_names_nothing_else() -> None:
    assert names(of_document("关于成立市林业局有关问题的批复", "")) == ["农业、林业、水利/林业"]
    assert names(of_document("关于授予市公安局荣誉称号的命令", ""))[0] == "公安、安全、司法/公安"
    assert names(of_document("关于市林业局参加养老服务宣传的批复", "")) == ["民政、扶贫、救灾/社会福利"]
    assert names(of_document("市林业局有关问题", "")) == ["其他"]


def test_a_leaning_word_of_the_text_hardly_speaks_against_the_title() -> None:
    first, *_ = of_document("关于加强内河航道养护的意见", "针对存在的风险隐患提出如下意见。")
    assert (first.name, first.score > 0.8) == ("工业、交通/水运", True)


def test_of_two_subjects_alike_the_usual_one_leads() -> None:
    for text in ("税收和侨务", "侨务和税收"):
        assert names(of_document(None, text)) == ["财政、金融、审计/税务", "港澳台侨工作/侨务工作"]


def test_two_domains_of_equal_weight_are_both_given() -> None:
    assert set(names(of_measure("加强文物保护，发展旅游业"))) == {
        "文化、广电、新闻出版/文物",
        "商贸、海关、旅游/旅游",
    }


def test_a_passing_word_gives_no_further_domain() -> None:
    text = "完善公立医院管理，加强传染病防治和基层医疗卫生服务，做好宣传"
    assert names(of_measure(text)) == ["卫生、体育/卫生"]


def test_headings_decide_where_the_measure_says_nothing() -> None:
    text = "加强协同，形成合力"
    assert names(of_measure(text)) == ["其他"]
    found = of_measure(text, context="二、推进森林防火")
    assert (found[0].name, found[0].terms) == ("农业、林业、水利/林业", ("森林防火",))


def test_headings_never_outweigh_what_the_measure_names() -> None:
    found = of_measure("改造老旧小区", context="关于促进旅游业发展的意见")
    assert names(found) == ["城乡建设、环境保护/城乡建设（含住房）"]


def test_a_way_of_protection_counts_only_where_its_subject_is_spoken_of() -> None:
    text = "统一裁判标准，健全审判机制"
    assert names(of_measure(text))[0] == "公安、安全、司法/司法"
    assert names(of_measure(text, context="知识产权保护行动计划"))[0] == "科技、教育/知识产权/审判"


def test_functions_of_the_agencies_vote() -> None:
    found = of_measure("按时办结有关事项", functions=["气象"])
    assert (found[0].name, found[0].terms) == ("城乡建设、环境保护/气象、水文、测绘、地震", ("气象",))
    assert names(of_measure("改造老旧小区", functions=["气象"]))[0].endswith("城乡建设（含住房）")


def test_functions_share_one_vote() -> None:
    one = of_measure("按时办结", functions=["税务"])[0].score
    shared = of_measure("按时办结", functions=["税务", "税务", "审计", "海关"])[0].score
    assert shared < one


def test_a_measure_repeats_itself_with_falling_weight() -> None:
    scores = [of_measure("旅游" * times)[0].score for times in (1, 2, 4, 100)]
    assert scores == sorted(set(scores))
    assert scores[1] < 2 * scores[0]


@pytest.mark.parametrize(
    "text", ["", " \n", "，。、", "\x00\ud800", "<script>", "ＡＢＣ１２３", "🙂" * 50, "税" * 10_000]
)
def test_text_without_words_is_something_else(text: str) -> None:
    assert of_measure(text) == of_document(text, text) == (DomainScore(name="其他", score=0.05),)


def test_a_document_without_title_is_what_its_opening_says() -> None:
    opening = "为加快发展旅游业，完善旅游服务，现提出以下意见。"
    body = "落实用地政策。完善财政补贴。加强质量监督。" * 40
    assert of_document(None, opening + "\n" * 600 + body)[0].name == "商贸、海关、旅游/旅游"


def test_a_document_without_title_is_what_it_carries_out_says(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "各市、县人民政府：\n为落实《国务院办公厅关于推进人工影响天气工作的意见》，保障粮食安全和农业生产，提出如下意见。\n"
        "一、发展目标\n到2025年，农业和粮食得到保障。\n",
        encoding="utf-8",
    )
    assert names(load_file(path).domains)[0] == "城乡建设、环境保护/气象、水文、测绘、地震"


def test_measures_weigh_in_a_document() -> None:
    measures = [of_measure("改造老旧小区") for _ in range(5)]
    assert of_document("关于开展专项工作的通知", "", measures)[0].name.endswith("城乡建设（含住房）")


def test_measures_of_a_deep_domain_count_for_the_one_above() -> None:
    measures = [of_measure("加强专利代理管理"), of_measure("打击商标侵权")]
    assert names(of_document("", "", measures)) == ["科技、教育/知识产权"]


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("民政、扶贫、救灾\\扶贫", "民政、扶贫、救灾/扶贫"),
        ("综合政务/应急管理", "综合政务/应急管理"),
        (" 工业、交通 \\ 信息产业(含电信) ", "工业、交通/信息产业（含电信）"),
        ("科技、教育", "科技、教育"),
        ("其他", "其他"),
        ("林业", "农业、林业、水利/林业"),
        ("生态保护", "城乡建设、环境保护/环境监测、保护与治理"),
        ("农业、林业、水利 - 水利", "农业、林业、水利/水利"),
        ("综合政务,公民,其他", "综合政务"),
        ("民政、扶贫、救灾/无此类", "民政、扶贫、救灾"),
        ("政务公开", None),
        ("天文、历法\\星占", None),
        ("", None),
    ],
)
def test_a_portals_subject(written: str, path: str | None) -> None:
    assert portal_subject(written) == path


def test_the_portals_subject_wins_over_the_words() -> None:
    found = of_document("关于发展旅游业的意见", "", subject="科技、教育\\教育")
    assert (found[0].name, found[0].score) == ("科技、教育/教育", 1.0)
    assert "商贸、海关、旅游/旅游" in names(found)


@pytest.fixture(scope="module")
def shandong() -> dict[str | None, Measure]:
    document = load_file(DOCUMENTS / "shandong-ip-protection-plan-2023-2025.txt")
    return {measure.number: measure for measure in document.measures}


@pytest.mark.parametrize(
    ("number", "domain"),
    [
        ("2", "专利"),
        ("3", "著作权"),
        ("7", "审判"),
        ("10", "检察"),
        ("12", "调解仲裁"),
        ("15", "信用监管"),
        ("18", "行政执法"),
        ("23", "植物新品种"),
        ("26", "海关"),
        ("31", "快速保护"),
        ("36", "行政裁决"),
        ("56", "展会电商"),
        ("58", "传统医药"),
        ("62", "涉外维权"),
        ("66", "对外转让"),
        ("70", "队伍培训"),
        ("74", "经费"),
        ("76", "宣传"),
        ("78", "组织领导"),
    ],
)
def test_the_samples_measures(shandong: dict[str | None, Measure], number: str, domain: str) -> None:
    assert shandong[number].domains[0].name == f"科技、教育/知识产权/{domain}"


def test_a_samples_measure_of_another_subject(shandong: dict[str | None, Measure]) -> None:
    assert shandong["9"].domains[0].name == "农业、林业、水利/农业、畜牧业、渔业"
    assert shandong["19"].domains[0].name == "市场监管、安全生产监管/食品药品监管"


@pytest.mark.parametrize("name", ["shandong-ip-protection-plan-2023-2025", "jinan-ip-protection-plan-2021"])
def test_the_samples(name: str) -> None:
    document = load_file(DOCUMENTS / f"{name}.txt")
    assert document.domains[0].name == "科技、教育/知识产权"
    known = set(domains())
    for scores in (document.domains, *(measure.domains for measure in document.measures)):
        assert 1 <= len(scores) <= 3
        assert len(set(names(scores))) == len(scores)
        assert all(score.name in known and score.terms for score in scores)
        assert all(0 < score.score <= 1 for score in scores)
        assert [score.score for score in scores] == sorted((s.score for s in scores), reverse=True)


def test_the_component_marks_the_words() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("zeren_domains")
    doc = nlp("推动高速铁路建设，减免增值税")
    assert [(span.text, span.label_, span.id_) for span in doc.spans["domains"]] == [
        ("高速铁路", "工业、交通/铁路", "高速铁路"),
        ("增值税", "财政、金融、审计/税务", "增值税"),
    ]
