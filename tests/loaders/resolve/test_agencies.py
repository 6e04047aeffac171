"""Written names → bodies. Each block: a jurisdiction, a day, then a written name and the full one a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from graph.model import Region
from loaders.resolve import regions
from loaders.resolve.agencies import expand_capacity, resolve

KNOWN = """
# 山东省 2023-03-07
省市场监管局 山东省市场监督管理局
省司法厅 山东省司法厅
省人大常委会法工委 山东省人民代表大会常务委员会法制工作委员会
省人大常委会办公厅 山东省人民代表大会常务委员会办公厅
省政协办公厅 中国人民政治协商会议山东省委员会办公厅
省委宣传部 中共山东省委宣传部
省委组织部 中共山东省委组织部
省委党校 中共山东省委党校
省委网信办 中共山东省委网络安全和信息化委员会办公室
省委外办 中共山东省委外事工作委员会办公室
省法院 山东省高级人民法院
省检察院 山东省人民检察院
省农业农村厅 山东省农业农村厅
省自然资源厅 山东省自然资源厅
省药监局 山东省药品监督管理局
省通信管理局 山东省通信管理局
省公安厅 山东省公安厅
省文化和旅游厅 山东省文化和旅游厅
省商务厅 山东省商务厅
省科技厅 山东省科学技术厅
省民政厅 山东省民政厅
省财政厅 山东省财政厅
省国资委 山东省人民政府国有资产监督管理委员会
省工商联 山东省工商业联合会
省贸促会 中国国际贸易促进委员会山东省委员会
省卫生健康委 山东省卫生健康委员会
省人力资源社会保障厅 山东省人力资源和社会保障厅
青岛海关 中华人民共和国青岛海关
济南海关 中华人民共和国济南海关
山东银保监局 中国银行保险监督管理委员会山东监管局
团省委 中国共产主义青年团山东省委员会
共青团山东省委 中国共产主义青年团山东省委员会
省政府 山东省人民政府
省大数据局 山东省大数据局
省烟草专卖局 山东省烟草专卖局
国网山东省电力公司 国网山东省电力公司
中国电信山东分公司 中国电信股份有限公司山东分公司
农发行山东省分行 中国农业发展银行山东省分行
山东能源监管办 国家能源局山东监管办公室
民航山东监管局 中国民用航空山东安全监督管理局
财政部山东监管局 财政部山东监管局
审计署驻济南特派办 审计署驻济南特派员办事处
山东海事局 中华人民共和国山东海事局
省军区 中国人民解放军山东省军区
武警山东省总队 中国人民武装警察部队山东省总队
省地震局 山东省地震局
省红十字会 山东省红十字会
# 济南市 2021-07-27
市市场监管局 济南市市场监督管理局
市法院 济南市中级人民法院
市检察院 济南市人民检察院
市公安局 济南市公安局
市司法局 济南市司法局
市农业农村局 济南市农业农村局
市园林和林业绿化局 济南市园林和林业绿化局
市文化和旅游局 济南市文化和旅游局
市商务局 济南市商务局
市发展改革委 济南市发展和改革委员会
市科技局 济南市科学技术局
市财政局 济南市财政局
市人力资源社会保障局 济南市人力资源和社会保障局
市地方金融监管局 济南市地方金融监督管理局
市人大常委会办公厅 济南市人民代表大会常务委员会办公厅
市政协办公厅 中国人民政治协商会议济南市委员会办公厅
市政府办公厅 济南市人民政府办公厅
市委组织部 中共济南市委组织部
市委宣传部 中共济南市委宣传部
市委政法委 中共济南市委政法委员会
中共济南市委办公厅 中共济南市委办公厅
济南市人民政府办公厅 济南市人民政府办公厅
泉城海关 中华人民共和国泉城海关
济南仲裁办 济南仲裁委员会办公室
人民银行济南分行营管部 中国人民银行济南分行营业管理部
人民银行莱芜中心支行 中国人民银行莱芜市中心支行
济南新旧动能转换起步区 济南新旧动能转换起步区
自贸试验区济南片区 中国（山东）自由贸易试验区济南片区
历城区 济南市历城区
市中区 济南市市中区
省科技厅 山东省科学技术厅
省法院 山东省高级人民法院
财政厅 山东省财政厅
人社局 济南市人力资源和社会保障局
市场监管局 济南市市场监督管理局
公安部 公安部
国家知识产权局 国家知识产权局
高新区管委会 济南高新技术产业开发区管理委员会
历下区人民法院 济南市历下区人民法院
商河县财政局 商河县财政局
公安历城分局 济南市公安局历城分局
市公安局历城分局 济南市公安局历城分局
市生态环境局历城分局 济南市生态环境局历城分局
国家统计局济南调查队 国家统计局济南调查队
市机关事务局 济南市机关事务管理局
市疾控中心 济南市疾病预防控制中心
市信访局 济南市信访局
市档案馆 济南市档案馆
市直机关工委 中共济南市委市直机关工作委员会
市委党校 中共济南市委党校
市纪委监委 中共济南市纪律检查委员会 济南市监察委员会
市消防救援支队 济南市消防救援支队
市供销社 济南市供销合作社联合社
# 全国 2018-12-30
扶贫办 国务院扶贫开发领导小组办公室
发展改革委 国家发展和改革委员会
国家发展改革委 国家发展和改革委员会
卫生健康委 国家卫生健康委员会
人民银行 中国人民银行
国资委 国务院国有资产监督管理委员会
国管局 国家机关事务管理局
中央统战部 中共中央统一战线工作部
中央宣传部 中共中央宣传部
中央网信办 中央网络安全和信息化委员会办公室
网信办 中央网络安全和信息化委员会办公室
中央和国家机关工委 中央和国家机关工作委员会
中央军委政治工作部 中央军委政治工作部
全国总工会 中华全国总工会
全国工商联 中华全国工商业联合会
共青团中央 中国共产主义青年团中央委员会
全国妇联 中华全国妇女联合会
粮食和储备局 国家粮食和物资储备局
供销合作总社 中华全国供销合作总社
邮政局 国家邮政局
广电总局 国家广播电视总局
国际发展合作署 国家国际发展合作署
银保监会 中国银行保险监督管理委员会
证监会 中国证券监督管理委员会
民航局 中国民用航空局
税务总局 国家税务总局
市场监管总局 国家市场监督管理总局
体育总局 国家体育总局
北京冬奥组委 北京2022年冬奥会和冬残奥会组织委员会
应急部 应急管理部
标准委 国家标准化管理委员会
统计局 国家统计局
版权局 国家版权局
海关总署 海关总署
海洋局 国家海洋局
医保局 国家医疗保障局
国家药监局 国家药品监督管理局
国务院办公厅 国务院办公厅
住房城乡建设部 住房和城乡建设部
人力资源社会保障部 人力资源和社会保障部
文化和旅游部 文化和旅游部
科技部 科学技术部
工信部 工业和信息化部
最高法院 最高人民法院
中央编办 中央机构编制委员会办公室
全国人大常委会法工委 全国人民代表大会常务委员会法制工作委员会
北京海关 中华人民共和国北京海关
# 沈阳市 2020-02-13
市卫生健康委 沈阳市卫生健康委员会
市总工会 沈阳市总工会
市妇联 沈阳市妇女联合会
团市委 中国共产主义青年团沈阳市委员会
市直机关工委 中共沈阳市委市直机关工作委员会
市医保局 沈阳市医疗保障局
市税务局 国家税务总局沈阳市税务局
# 辽宁省 2020-02-06
省营商局 辽宁省营商环境建设局
省金融监管局 辽宁省地方金融监督管理局
省林草局 辽宁省林业和草原局
省应急厅 辽宁省应急管理厅
省社保基金理事会 辽宁省社会保障基金理事会
人民银行沈阳分行 中国人民银行沈阳分行
辽宁证监局 中国证券监督管理委员会辽宁监管局
国家开发银行辽宁省分行 国家开发银行辽宁省分行
省税务局 国家税务总局辽宁省税务局
# 北京市 2020-02-03
市教委 北京市教育委员会
市科委 北京市科学技术委员会
市交通委 北京市交通委员会
市规划自然资源委 北京市规划和自然资源委员会
市住房城乡建设委 北京市住房和城乡建设委员会
市药品监管局 北京市药品监督管理局
市政务服务局 北京市政务服务管理局
市金融监管局 北京市地方金融监督管理局
市国资委 北京市人民政府国有资产监督管理委员会
市投资促进服务中心 北京市投资促进服务中心
市高级法院 北京市高级人民法院
北京市税务局 国家税务总局北京市税务局
人行营业管理部 中国人民银行营业管理部
北京外汇管理部 国家外汇管理局北京外汇管理部
北京银保监局 中国银行保险监督管理委员会北京监管局
北京铁路局 中国铁路北京局集团有限公司
国家统计局北京调查总队 国家统计局北京调查总队
中关村管委会 中关村科技园区管理委员会
# 石景山区 2020-02-10
区国资委 北京市石景山区人民政府国有资产监督管理委员会
区商务局 北京市石景山区商务局
区科委 北京市石景山区科学技术委员会
区住房城市建设委 北京市石景山区住房和城乡建设委员会
区投促中心 北京市石景山区投资促进服务中心
区市场监管局 北京市石景山区市场监督管理局
区法院 北京市石景山区人民法院
区委组织部 中共北京市石景山区委组织部
区政府办公室 北京市石景山区人民政府办公室
市教委 北京市教育委员会
# 上海市 2025-08-06
市经济信息化委 上海市经济和信息化委员会
市住房城乡建设管理委 上海市住房和城乡建设管理委员会
市农业农村委 上海市农业农村委员会
市规划资源局 上海市规划和自然资源局
市绿化市容局 上海市绿化和市容管理局
市高院 上海市高级人民法院
浦东新区 上海市浦东新区
浦东新区政府 上海市浦东新区人民政府
临港新片区管委会 中国（上海）自由贸易试验区临港新片区管理委员会
申康医院发展中心 上海申康医院发展中心
市税务局 国家税务总局上海市税务局
# 贵州省 2020-02-20
人行贵阳中心支行 中国人民银行贵阳中心支行
贵州银保监局 中国银行保险监督管理委员会贵州监管局
贵阳海关 中华人民共和国贵阳海关
省粮食和物资储备局 贵州省粮食和物资储备局
省医疗保障局 贵州省医疗保障局
贵安新区管委会 贵安新区管理委员会
贵阳供电局 贵州电网有限责任公司贵阳供电局
# 福建省 2020-02-20
省工信厅 福建省工业和信息化厅
省发改委 福建省发展和改革委员会
人行福州中心支行 中国人民银行福州中心支行
平潭综合实验区管委会 平潭综合实验区管理委员会
# 陕西省 2020-02-16
人民银行西安分行 中国人民银行西安分行
陕西银保监局 中国银行保险监督管理委员会陕西监管局
省煤监局 陕西煤矿安全监察局
# 南通市 2020-02-10
人行南通市中心支行 中国人民银行南通市中心支行
南通银保监分局 中国银行保险监督管理委员会南通监管分局
南通海关 中华人民共和国南通海关
南通市贸促会 中国国际贸易促进委员会南通市委员会
中国国际商会南通商会 中国国际商会南通商会
中国出口信用保险公司南通办事处 中国出口信用保险公司南通办事处
市人社局 南通市人力资源和社会保障局
# 泰州市 2020-02-10
人行泰州中支 中国人民银行泰州市中心支行
市中级法院 泰州市中级人民法院
市发改委 泰州市发展和改革委员会
泰州银保监分局 中国银行保险监督管理委员会泰州监管分局
# 遂宁市 2019-10-01
市税务局 国家税务总局遂宁市税务局
国网遂宁供电公司 国网四川省电力公司遂宁供电公司
市经济和信息化局 遂宁市经济和信息化局
市住房城乡建设局 遂宁市住房和城乡建设局
射洪市 射洪市
# 蓬溪县 2021-05-01
县财政局 蓬溪县财政局
县委编办 中共蓬溪县委机构编制委员会办公室
县政府办 蓬溪县人民政府办公室
县法院 蓬溪县人民法院
县人武部 中国人民解放军蓬溪县人民武装部
人行蓬溪县支行 中国人民银行蓬溪县支行
团县委 中国共产主义青年团蓬溪县委员会
市财政局 遂宁市财政局
省财政厅 四川省财政厅
# 射洪市 2021-05-01
市财政局 射洪市财政局
市法院 射洪市人民法院
# 广西壮族自治区 2021-05-01
自治区党委组织部 中共广西壮族自治区委员会组织部
自治区发展改革委 广西壮族自治区发展和改革委员会
自治区大数据发展局 广西壮族自治区大数据发展管理局
自治区高级人民法院 广西壮族自治区高级人民法院
团区委 中国共产主义青年团广西壮族自治区委员会
# 恩施土家族苗族自治州 2021-05-01
州发改委 恩施土家族苗族自治州发展和改革委员会
州中级人民法院 恩施土家族苗族自治州中级人民法院
州税务局 国家税务总局恩施土家族苗族自治州税务局
恩施银保监分局 中国银行保险监督管理委员会恩施监管分局
省发改委 湖北省发展和改革委员会
# 锡林郭勒盟 2021-05-01
盟财政局 锡林郭勒盟财政局
盟行署办公室 锡林郭勒盟行政公署办公室
# 重庆市 2021-05-01
市经济信息委 重庆市经济和信息化委员会
市住房城乡建委 重庆市住房和城乡建设委员会
市文化旅游委 重庆市文化和旅游发展委员会
市高法院 重庆市高级人民法院
人行重庆营管部 中国人民银行重庆营业管理部
# 广东省 2021-05-01
广东电网公司 广东电网有限责任公司
海关总署广东分署 海关总署广东分署
拱北海关 中华人民共和国拱北海关
省政务服务数据管理局 广东省政务服务数据管理局
省港澳办 广东省人民政府港澳事务办公室
民航中南地区管理局 中国民用航空中南地区管理局
中央军委办公厅 中央军委办公厅
国家管网集团 国家石油天然气管网集团有限公司
# 全国 2007-05-06
广电总局 国家广播电影电视总局
药监局 国家食品药品监督管理局
环保总局 国家环境保护总局
建设部 建设部
劳动保障部 劳动和社会保障部
人口计生委 国家人口和计划生育委员会
# 全国 2015-05-06
广电总局 国家新闻出版广电总局
# 全国 2021-05-06
广电总局 国家广播电视总局
药监局 国家药品监督管理局
国家语委 国家语言文字工作委员会
# 江西省 2024-05-06
省保密局 江西省国家保密局
省海洋综合执法总队 江西省海洋综合执法总队
省河长办 江西省河长制办公室
省交警总队 江西省公安厅交通警察总队
省食安办 江西省食品安全委员会办公室
# 天津市 2024-05-06
市交警总队 天津市公安局交通警察总队
# 九江市 2024-05-06
市人行 中国人民银行九江市分行
人行九江分行 中国人民银行九江市分行
市交运局 九江市交通运输局
市市场局 九江市市场监督管理局
市科创局 九江市科技创新局
市合作交流办 九江市人民政府合作交流办公室
市物价局 九江市物价局
# 九江市 2022-05-06
市人行 中国人民银行九江市中心支行
# 湖州市 2022-05-06
市文广旅游局 湖州市文化广电旅游局
# 绵阳市 2022-05-06
市文广旅局 绵阳市文化广播电视和旅游局
# 柴桑区 2015-05-06
区国土分局 九江市国土资源局柴桑分局
区规划分局 九江市规划局柴桑分局
区环保分局 九江市环境保护局柴桑分局
# 瑞昌市 2024-05-06
市高新区 瑞昌高新技术产业开发区
# 武宁县 2024-05-06
县经开区 武宁经济技术开发区
# 杭州市 2022-05-06
西湖规划资源分局 杭州市规划和自然资源局西湖分局
西湖自然资源规划分局 杭州市自然资源和规划局西湖分局
市市场监管局钱江分局 杭州市市场监督管理局钱江分局
团市委机关 中国共产主义青年团杭州市委员会机关
# 桐庐县 2022-05-06
县文广旅体局 桐庐县文化和广电旅游体育局
国网桐庐供电公司 国网浙江省电力有限公司桐庐县供电公司
# 静安区 2022-05-06
静安市场监管分局 上海市市场监督管理局静安分局
# 常熟市 2022-05-06
市供销总社 常熟市供销合作总社
市级机关工委 中共常熟市委市级机关工作委员会
市资规局 常熟市自然资源和规划局
市消防大队 常熟市消防救援大队
# 佛山市 2013-05-06
市社工委 中共佛山市委社会工作委员会
市供销社 佛山市供销合作联社
# 全国 2006-05-06
交通部 交通部
淮河水利委员会 水利部淮河水利委员会
# 全国 2023-05-06
国家粮食和储备局 国家粮食和物资储备局
# 宁波市 2022-05-06
外汇局宁波市分局 国家外汇管理局宁波市分局
# 绍兴市 2022-05-06
市外汇管理局 国家外汇管理局绍兴市中心支局
# 绍兴市 2024-05-06
市外汇管理局 国家外汇管理局绍兴市分局
绍兴高新区管委 绍兴高新技术产业开发区管理委员会
市高新区管委会 绍兴高新技术产业开发区管理委员会
市住更局 绍兴市住房和城市更新局
# 诸城市 2022-05-06
市诸城自然资源局 诸城市自然资源局
# 浦东新区 2022-05-06
区科经委 上海市浦东新区科技和经济委员会
# 丰台区 2022-05-06
市规划自然资源委丰台分局 北京市规划和自然资源委员会丰台分局
# 全国 1998-05-06
国家粮食储备局 国家粮食储备局
# 黄浦区 2022-05-06
市文化旅游局 上海市文化和旅游局
# 海口市 2023-05-06
省资规厅 海南省自然资源和规划厅
省营商环境建设厅 海南省营商环境建设厅
# 延边朝鲜族自治州 2023-05-06
省政务服务和数字化局 吉林省政务服务和数字化建设管理局
长白山管委会 吉林省长白山保护开发区管理委员会
# 江北区 2023-05-06
西部科学城重庆高新区管委会 重庆高新技术产业开发区管理委员会
# 沈阳市 2022-05-06
省沈抚示范区管委会 辽宁省沈抚改革创新示范区管理委员会
# 陕西省 2022-05-06
西咸新区秦汉新城管委会 陕西省西咸新区秦汉新城管理委员会
秦汉新城 陕西省西咸新区秦汉新城
"""

COLLECTIVE = """
各级党委|各级政府|各区县党委和政府|各市、县（区）人民政府|各市、县〔区〕人民政府|各县（市、区）人民政府|各区政府|各市政府
领导小组成员单位|省政府知识产权战略实施工作领导小组成员单位|各地区|各部门|各省级人民政府|各有关省级人民政府|各设区市政府
各地级以上市政府|各市、自治州人民政府|各行业主管部门|各街道办事处|全区各部门|各盟市|各旗县市人民政府|各乡镇（街道）
各区县（自治县）人民政府|区县政府|市县人民政府|县级人民政府|地方各级人民政府|省直项目单位
市级部门|省直部门|各板块|14市州政府|各市、州、直管市、神农架林区人民政府|各设区市、省直管试点县（市）人民政府|市属技工院校|各区县委宣传部|各盟行署|各村委会|园区管委会|功能区管委会|产业园区管委会|各区、县级市|各有关区、县级市
"""

UNKNOWN = """
# 辽宁省
省担保集团 辽宁省担保集团
省农业担保公司 辽宁省农业担保公司
# 石景山区
区文促中心 北京市石景山区文促中心
# 蓬溪县
县目标绩效管理办公室 蓬溪县目标绩效管理办公室
县开发区管委会 蓬溪县开发区管理委员会
省级高新区 四川省级高新区
县工业园区管委会 蓬溪县工业园区管理委员会
工业园区 蓬溪县工业园区
开发区管委会 蓬溪县开发区管理委员会
# 深圳市
市委大湾区办 中共深圳市委大湾区办
市中小企业服务局 深圳市中小企业服务局
# 山东省
市财政局 市财政局
"""


def rows(table: str) -> Iterator[tuple[str, date | None, str, str]]:
    """(jurisdiction, day, written, full) for each line of a table."""
    place, day = "", None
    for line in table.strip().splitlines():
        first, *rest = line.split(" ", 1)
        if first == "#":
            place, *days = rest[0].split()
            day = date.fromisoformat(days[0]) if days else None
        else:
            yield place, day, first, rest[0]


@pytest.mark.parametrize(("place", "day", "written", "full"), list(rows(KNOWN)))
def test_a_known_body_comes_back_under_its_full_official_name(
    place: str, day: date, written: str, full: str
) -> None:
    agency = resolve(written, region=regions.by_name(place)[0], on=day)
    assert (agency.name, agency.resolved, agency.key) == (full, True, full)


@pytest.mark.parametrize(("place", "day", "written", "full"), list(rows(KNOWN)))
def test_the_full_name_names_the_same_body(place: str, day: date, written: str, full: str) -> None:
    region = regions.by_name(place)[0]
    agency = resolve(written, region=region, on=day)
    again = resolve(full, region=region, on=day)
    assert (again.name, again.functions, again.system) == (full, agency.functions, agency.system)


@pytest.mark.parametrize("written", "|".join(COLLECTIVE.split()).split("|"))
def test_many_bodies_at_once_are_one_collective_of_the_jurisdiction(written: str) -> None:
    liaoning, henan = regions.by_name("辽宁")[0], regions.by_name("河南")[0]
    agency = resolve(written, region=liaoning)
    assert (agency.kind, agency.region) == ("collective", liaoning)
    assert agency.key == f"210000:{agency.name}"
    assert agency.key != resolve(written, region=henan).key


@pytest.mark.parametrize(("place", "day", "written", "full"), list(rows(UNKNOWN)))
def test_an_unknown_body_keeps_its_written_name_with_the_place_spelt_out(
    place: str, day: None, written: str, full: str
) -> None:
    agency = resolve(written, region=regions.by_name(place)[0])
    assert (agency.name, agency.resolved) == (full, False)


@pytest.mark.parametrize(
    ("written", "name", "capacity"),
    [
        ("省市场监管局(省知识产权局)", "山东省市场监督管理局", "山东省知识产权局"),
        ("省市场监管局（省知识产权局）", "山东省市场监督管理局", "山东省知识产权局"),
        ("省自然资源厅（省林业局）", "山东省自然资源厅", "山东省林业局"),
        ("省委宣传部(省版权局)", "中共山东省委宣传部", "山东省版权局"),
        ("省卫生健康委（省中医药局）", "山东省卫生健康委员会", "山东省中医药管理局"),
        ("省委党校（山东行政学院）", "中共山东省委党校", "山东行政学院"),
    ],
)
def test_the_second_name_in_brackets_is_an_alias(written: str, name: str, capacity: str) -> None:
    shandong = regions.by_name("山东")[0]
    agency = resolve(written, region=shandong, on=date(2023, 3, 7))
    assert agency.name == name
    assert capacity in agency.aliases
    first = written.replace("（", "(").split("(")[0]
    second = written.replace("（", "(").split("(")[1][:-1]
    assert expand_capacity(second, shandong) == capacity
    assert resolve(first, region=shandong, on=date(2023, 3, 7), capacity=second) == agency


def test_the_province_s_body_and_the_city_s_stay_apart_but_share_a_function() -> None:
    jinan = regions.by_name("济南")[0]
    province, city = resolve("省市场监管局", region=jinan), resolve("市市场监管局", region=jinan)
    assert province.key != city.key
    assert province.functions == city.functions
    assert (province.level, city.level) == ("province", "city")
    central = resolve("市场监管总局", region=jinan)
    assert (central.functions, central.level) == (city.functions, "country")


@pytest.mark.parametrize(
    ("written", "place", "short"),
    [
        ("山东省市场监督管理局", "山东省", "省市场监管局"),
        ("市发改委", "济南市", "市发展改革委"),
        ("北京市石景山区商务局", "石景山区", "区商务局"),
        ("中国银行保险监督管理委员会山东监管局", "山东省", "山东银保监局"),
        ("中华人民共和国青岛海关", "山东省", "青岛海关"),
        ("中共广西壮族自治区委员会组织部", "广西", "自治区党委组织部"),
        ("共青团山东省委", "山东省", "团省委"),
        ("国家知识产权局", "山东省", "国家知识产权局"),
        ("国家市场监督管理总局", "全国", "市场监管总局"),
        ("人行泰州中支", "泰州市", "人民银行泰州中心支行"),
    ],
)
def test_the_short_name_is_what_people_of_the_place_say(written: str, place: str, short: str) -> None:
    assert resolve(written, region=regions.by_name(place)[0]).short_name == short


@pytest.mark.parametrize(
    ("written", "place", "system", "kind"),
    [
        ("省委网信办", "山东省", "party", "agency"),
        ("省财政厅", "山东省", "government", "agency"),
        ("省政协办公厅", "山东省", "consultative", "agency"),
        ("省人大常委会法工委", "山东省", "congress", "agency"),
        ("省法院", "山东省", "court", "agency"),
        ("省检察院", "山东省", "procuratorate", "agency"),
        ("省妇联", "山东省", "mass", "agency"),
        ("青岛海关", "山东省", "vertical", "agency"),
        ("济南仲裁办", "济南市", "institution", "unit"),
        ("国网遂宁供电公司", "遂宁市", "enterprise", "enterprise"),
        ("省担保集团", "辽宁省", "government", "enterprise"),
    ],
)
def test_the_branch_of_public_power(written: str, place: str, system: str, kind: str) -> None:
    agency = resolve(written, region=regions.by_name(place)[0])
    assert (agency.system, agency.kind) == (system, kind)


@pytest.mark.parametrize(
    ("written", "place", "served"),
    [
        ("人民银行沈阳分行", "辽宁省", "辽宁省"),
        ("人行贵阳中心支行", "贵州省", "贵州省"),
        ("人行泰州中支", "泰州市", "泰州市"),
        ("拱北海关", "广东省", "珠海市"),
        ("青岛海关", "山东省", "青岛市"),
        ("贵安新区管委会", "贵州省", "贵安新区"),
        ("省财政厅", "济南市", "山东省"),
        ("市税务局", "蓬溪县", "遂宁市"),
    ],
)
def test_the_region_that_a_body_serves(written: str, place: str, served: str) -> None:
    assert resolve(written, region=regions.by_name(place)[0]).region.name == served


@pytest.mark.parametrize(
    ("written", "on", "name"),
    [
        ("国家计委", date(1996, 5, 1), "国家计划委员会"),
        ("国家计委", date(2001, 5, 1), "国家发展计划委员会"),
        ("国家环保局", date(1991, 5, 1), "国家环境保护局"),
        ("广电总局", date(2004, 5, 1), "国家广播电影电视总局"),
    ],
)
def test_a_name_that_two_bodies_bore_means_that_of_the_day(written: str, on: date, name: str) -> None:
    assert resolve(written, region=regions.by_name("全国")[0], on=on).name == name


@pytest.mark.parametrize(
    ("written", "year", "name"),
    [
        ("市交通局", 2005, "济南市交通局"),
        ("市交通局", 2015, "济南市交通运输局"),
        ("市计委", 1998, "济南市计划委员会"),
        ("市计委", 2002, "济南市发展计划委员会"),
        ("市计生委", 2001, "济南市计划生育委员会"),
        ("市计生委", 2011, "济南市人口和计划生育委员会"),
        ("市经委", 2003, "济南市经济委员会"),
    ],
)
def test_a_local_body_bears_the_name_of_the_day(written: str, year: int, name: str) -> None:
    agency = resolve(written, region=regions.by_name("济南市")[0], on=date(year, 5, 1))
    assert (agency.name, agency.resolved) == (name, True)


@pytest.mark.parametrize(
    ("written", "place", "successor", "on"),
    [
        ("山东银保监局", "山东省", "国家金融监督管理总局山东监管局", date(2023, 7, 20)),
        ("泰州银保监分局", "泰州市", "国家金融监督管理总局泰州监管分局", date(2023, 7, 20)),
        ("银保监会", "全国", "国家金融监督管理总局", date(2023, 5, 18)),
        ("扶贫办", "全国", "国家乡村振兴局", date(2021, 2, 25)),
        ("工商总局", "全国", "国家市场监督管理总局", date(2018, 4, 10)),
        ("省环保厅", "山东省", "山东省生态环境厅", None),
        ("市工商局", "济南市", "济南市市场监督管理局", None),
        ("交通部", "全国", "交通运输部", date(2008, 3, 15)),
        ("化工部", "全国", "国家石油和化学工业局", date(1998, 3, 10)),
        ("邮电部", "全国", "信息产业部", date(1998, 3, 10)),
        ("国家经贸委", "全国", "商务部", date(2003, 3, 10)),
        ("能源部", "全国", "电力工业部", date(1993, 3, 22)),
    ],
)
def test_a_replaced_body_names_its_successor(
    written: str, place: str, successor: str, on: date | None
) -> None:
    agency = resolve(written, region=regions.by_name(place)[0])
    assert agency.successor is not None
    assert (agency.successor.name, agency.successor.on, agency.valid_to) == (successor, on, on)


@pytest.mark.parametrize(
    ("day", "full"),
    [
        (date(2020, 2, 3), "北京市地方金融监督管理局"),
        (date(2023, 7, 19), "北京市地方金融监督管理局"),
        (date(2023, 7, 20), "国家金融监督管理总局北京监管局"),
    ],
)
def test_a_short_name_means_the_body_that_bore_it_on_the_day(day: date, full: str) -> None:
    assert resolve("北京金融监管局", region=regions.by_name("北京")[0], on=day).name == full


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("省人大常委会法工委", "山东省人民代表大会常务委员会"),
        ("省政协办公厅", "中国人民政治协商会议山东省委员会"),
        ("省委组织部", "中共山东省委"),
        ("省政府办公厅", "山东省人民政府"),
        ("人民银行济南分行营管部", "中国人民银行济南分行"),
        ("省财政厅", None),
    ],
)
def test_an_internal_organ_is_part_of_its_body(written: str, whole: str | None) -> None:
    agency = resolve(written, region=regions.by_name("山东")[0], on=date(2021, 7, 27))
    assert (agency.part_of.name if agency.part_of else None) == whole


def test_a_joint_office_keeps_the_name_it_signs_with() -> None:
    shandong = regions.by_name("山东")[0]
    office = resolve("山东省政府知识产权战略实施工作领导小组办公室", region=shandong)
    assert office.resolved
    assert office.name == "山东省政府知识产权战略实施工作领导小组办公室"
    assert resolve("省政府知识产权战略实施工作领导小组办公室", region=shandong).name == office.name
    assert office.part_of is not None
    assert office.part_of.name == "山东省政府知识产权战略实施工作领导小组"


@pytest.mark.parametrize("written", ["高新区公安分局", "公安分局", "自然资源和规划分局", "生态环境分局"])
def test_a_branch_in_a_zone_of_which_no_city_is_known_keeps_its_written_name(written: str) -> None:
    zone = Region(name="滨海高新技术产业开发区", short_name="滨海高新区", level="zone")
    assert resolve(written, region=zone).name.removeprefix(zone.name) == written
