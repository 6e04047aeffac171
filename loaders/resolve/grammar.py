"""The grammar of names: which words name many bodies, nobody in particular, or one body."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.resolve.endings import DEPARTMENTS
from loaders.resolve.zone_kinds import AMONG_PLACES, CALLED

_LEVELS = (
    rf"(?:省|市|县|区|旗|州|盟|自治区|自治州|自治县|直辖市|特区|{AMONG_PLACES}|高新区|乡|镇|街道|"
    "地市|县市|设区|地级|师)"
)
_PLACES = rf"(?:{_LEVELS}|级|以上|两级|三级|[、和及与()/·,])"
_RULERS = (
    r"(?:党委|党组|政府|人民政府|党委和政府|党委政府|党政|管委会?|管理委员会|党工委|办事处|行政公署|行署)"
)

# A part of the land that holds several places: 珠三角各市政府, 沿黄各市政府, 三峡库区各区县政府.
TRACT = (
    r"(?:沿(?:[江海黄河淮线边湖疆]|[\u4e00-\u9fff]{1,2}(?=各|\d))|[\u4e00-\u9fff]{0,6}(?:沿线|沿岸|流域|库区|平原|区域|经济带|城市群|都市圈|三角洲?|大湾区(?:内地)?)"
    r"|京津冀(?:及周边(?:地区)?)?|[东西中]部|[粤皖苏赣湘鲁豫冀晋陕闽浙川黔滇桂辽吉][东西南北中]{1,3}|[\u4e00-\u9fff]{2,8}(?:地区|新区)|[\u4e00-\u9fff]{2,4}[省市县州])"
)
_GENERIC = (
    "(?:部门|单位|方面|机构|委办局|部委|科室|处室|机关|企业|企事业单位|各方|人员|团体|组织|地方|地区|区县|县区|"
    "市县|区|县|市|省份|省|街道|镇街|政府|高校|院校|学校|医院|科研院所|(?:行业)?(?:协会|商会|学会)|运营商|媒体)"
)
_OF_WHOM = (
    "(?:等|其他|其它|地方|中央|国家机关|国家|国务院|自治[区州县旗]|兵团|[省市区县州](?:委|政府)|、|省级?|市级?|区级?|县级?|州级?|本级|[省市区县州盟旗][直属]|"
    "全[省市区县国]|中省|驻[\u4e00-\u9fff]|各级|各|及|和)"
)
_WHICH = (
    "(?:职能|主管|业主|建设|实施|承办|项目|中央|国有|重点|行业|责任|成员|牵头|业务|监管|"
    "金融|执法|负责|政府|专业)"
)
_VAGUE = re.compile(
    rf"^{_OF_WHOM}*(?:有关|相关|相应)(?:[省市区县州]级|[省市区县州]直)?{_WHICH}*"
    rf"(?:{_GENERIC}|地方(?:各级)?(?:人民政府|政府|党委))(?:[、和及或与]?(?:各|有关|相关)*{_GENERIC})*+$"
)
_VAGUE_PLACES = re.compile(
    rf"^(?:有关|相关)(?:盟行政公署、|盟行署、)?(?:{_PLACES}|[街村]|社区)++(?:{_RULERS}|办)?$|^(?:[省市区县]级?)?(?:行业|业务)?主管(?:部门|单位)$"
    r"|^项目(?:业主|建设|实施|承建|责任)?(?:单位|业主)$|^(?:业主|建设|施工|责任|实施|产权|权属|运营|用人)单位$"
)
_GOVERNMENTS = re.compile(
    rf"^{TRACT}?各(?:有关|相关)?{_PLACES}*{_LEVELS}.*{_RULERS}(?:\({_RULERS}\))?$"
    rf"|^{TRACT}(?:(?:[一二三四五六七八九十]{{1,2}}[省市县区州旗])+|各[\u4e00-\u9fff]{{1,4}}区){_RULERS}$"
    rf"|^[市县区旗]\([市县区州旗特、]+\){_RULERS}$"
)
_MANY = (
    "(?:部门|单位|机构|机关|团体|党派|组织|企业|院校|高校|学校|医院|银行|海关|政府|党委|党组|党?支部|工会|委员会|管委会|[村居]委会|办事处|行署|行政公署|"
    "街道|乡镇|镇|乡|区|县|市|省|州|旗|盟|地|地方|方面|局|办|委|处|法院|检察院|指挥部|部委|安委会|联防联控机制|办公室|厅|司|公司|集团|[国央民]企|中心|专班|小组|工作组|成员|分行|(?:组织|宣传|统战|工作|人武|武装|项目)部|"
    "支行|社区|村居?|(?<=村)“?两委”?|街|师|团场|板块|运营商|(?:协|商|学)会|联盟|片区?|所|站|队|科|股|室|园|场|旅行社|网点|窗口)"
)
_EACH = re.compile(
    r"^(?:省|市|区|县|州|自治区|新区|开发区|高新区|经开区|国务院|中央|全[省市区县州国]|[省市区县州旗盟局委厅](?:委|政府|级|直?[属管]|直|辖)|本[省市区县]|[局委厅]?机关)?"
    rf"各(?!自|种|类|项(?!目)|个|环节|界)(?!.*(?:要|应|可|将|结合|围绕|参照)).*?{_MANY}(?:\([^)]*\){_MANY}?)?$"
    r"|^(?:[省市县区州]属|(?:中央|省部?属?)?驻[\u4e00-\u9fff]|在[\u4e00-\u9fff])各?(?:国有|国资|技工|高等|职业|公立|重点)?(?:开发区|园区|功能区|企业|国企|高校|院校|医院|学校|单位|企事业单位)$"
    r"|^(?:[省市县区州乡镇]、?){2,}(?:[两三四]级)?.{2,12}(?:部门|机关|[河湖林田路]长)$|成员单位$|^全[省市区县州旗盟](?:所有|各类)(?:单位|部门|企业)$|^[省市区县州镇乡][直级]各?(?:部门|单位|机关|机关单位|项目单位)$"
)
COUNTED = (
    "(?:(?:市?内|主城|(?:中心)?城区?)(?=[一两二三四五六七八九十]))?"
    "(?:[一两二三四五六七八九十]{1,2}(?:个?(?:区县|县区|县市|市县|开发区|园区|功能区|街道|乡镇|镇街)|[区县市旗]))+"
)
"""A pattern of some of a place's own by their number: 四区, 两县三区, 市内五区, 四个开发区."""
_PLACES_RULED = re.compile(
    rf"^(?=(?:.*?{_LEVELS}){{2}})(?![县旗](?:开发区|工业园区|产业园区)|[省市州盟区县旗](?:经开区|高新区|新区)(?:管|党))(?:全[省市区县])?{_PLACES}+{_RULERS}$"
    rf"|^{_LEVELS}++\({_PLACES}+\)$|^\d+个(?:市州|市县|区县|市|州|县|区)$|^\d+个?(?:市州|市县|区县|市|州|县|区)(?:人民)?政府$"
    rf"|^{TRACT}\d+个?(?:市州|市县|区县|市|州|县|区)(?:(?:人民)?政府)?$"
    r"|^(?:市?区县|市?县区|市县|县市区?|[市县]\(?.*[、(].*[区县]\)?)$"
    rf"|^{COUNTED}(?:(?:人民)?政府|党委|管委会|管理委员会|办事处)?$"
)
_RANKED = re.compile(
    rf"^(?:(?:沿[海江河边线])?地方|基层|属地|.{{0,4}}所在地|当地|县级以上(?:地方)?(?:各级)?|[省市县区乡镇]级|地方各级|[省市县区乡镇]{{2,}}级?)"
    rf"{_RULERS}(?:和.*)?$|^地方(?:各级)?(?:党委|政府)?(?!.*(?:有关|相关))[\u4e00-\u9fff]{{2,8}}部门$"
    r"|^(?:属地|当地|(?:项目)?所在地)(?:乡镇|镇街|街道|县区|区县|县市区)(?:街道|政府)?$"
)
_STREETS = re.compile(
    r"^(?:[市区]?(?:功能区|(?:开发|产业|工业)?园区)(?:管委会|管理委员会)|街道办事处|街道办|行委|乡?镇\(街道?\)|乡\(镇\)|乡镇\(场\)|乡镇街道|镇街|街镇|村\(社区\)|村\(居\)|村居|村社区?|(?:试点|涉及的?)(?:地区|城市|省份|省|市|省市|区县|县区|县市区?)(?:人民政府)?|三大(?:电信|通信)?运营商|基础电信(?:运营)?企业|中央企业|省直管县市?)$"
)
_LONGEST = 60

_LEVEL_PREFIX = rf"(?:国务院|中央|全国|国家|省|市|县|区|州|旗|盟|自治区|兵团|{'|'.join(CALLED)}|开发区|新区)"
_STRONG = re.compile(
    r"(?:委员会|办公室|办公厅|管委会|党工委|工委|人民政府|政府|党委|法院|检察院|海关|总工会|联合会|理事会|协会|学会|"
    r"商会|促进会|研究会|基金会|管理局|监管局|监督局|总局|分局|支局|总队|支队|大队|分行|支行|银行|供电公司|分公司|有限公司|"
    r"集团|集团公司|调查队|办事处|领导小组|协调小组|改革组|指挥部|联席会议|联防联控机制(?:[\u4e00-\u9fff]{2,6}组)?|工作专班|管理中心|服务中心|促进中心|发展中心|数据中心|"
    r"交易中心|控制中心|党工委(?:[\u4e00-\u9fff]{2,4}部|政法委)|研究院|研究所|科学院|交易所|联合社|出版社|电视台|总站|管理处|管理站|供电所|派出所|街道|街道?办|海事局|供销社|"
    r"仲裁委|仲裁办|中支|生态环境局|税务局|气象局)$"
)
_WEAK = re.compile(
    rf"[{DEPARTMENTS}社团]$|(?:农商行|[工农建中交储]行|新华书店|公路段|农科所|[农林茶]场|中心|公司|大学|学院|医院|街道|专班|银行|港务|机场|局集团|(?:督查|研究|政研|(?<!重点)实验)室)$"
)
_NOT_END = re.compile(
    r"(?:部署|大厅|展厅|全部|内部|外部|东部|西部|中部|北部|南部|干部|局部|格局|布局|全局|大局|结局|开局|主办|承办|"
    r"协办|举办|开办|创办|兴办|督办|经办|交办|代办|申办|筹办|(?<!督)查办|网办|通办|快办|社会|机会|大会|年会|峰会|"
    r"博览会|展会|座谈会|发布会|推介会|交流会|洽谈会|社团|集体|企业集团|龙头公司|平台公司|上市公司|融资租赁公司|"
    r"担保公司|保险公司|小额贷款公司|(?<!农村)商业银行|产业集团|行业协会|行业商协会|社会团体|中介机构|性银行)$"
)
_NOT_START = re.compile(
    r"^(?:加强|推动|推进|完善|建立|健全|开展|支持|鼓励|引导|促进|落实|强化|优化|加快|提升|组织|制定|实施|做好|按照|"
    r"根据|对|为|由|在|将|与|向|以|把|通过|依托|利用|发挥|深化|积极|充分|不断|进一步|经(?!开区|济|信)|用好|报|请|送|如|及时|依法|"
    r"督促|协调|配合|会同|设立|成立|发展|培育|打造|构建|一个|该|本|其|这|我)"
)
# 市“三夏”工作领导小组: a watchword in a name, which ends with none.
_QUOTED = re.compile(r"“[^“”,。;:、\s]{1,8}”(?=[\u4e00-\u9fff])")
# 市城管委, 市建管委, 市场监管委 are commissions, 高新区管委 and 科学城管委 those who run a zone.
_COMMISSION = re.compile(r"(?:^|[市区县州旗])(?:[城建]|市政)管委$|监管委$")
_NOT_WITHIN = re.compile(r"[,。;:!?、“”\"《》…+\s\d%]|组建|组成|等部门|以及|构建")


@lru_cache(maxsize=1 << 13)
def normalise(surface: str) -> str:
    """The name with brackets and widths folded, without spaces and a trailing 等."""
    name = unicodedata.normalize("NFKC", surface).translate(str.maketrans("〔〕[]【】﹝﹞〈〉", "()()()()()"))
    name = re.sub(r"\s+", "", name)
    name = re.sub(r"(?<=.)等$", "", name).strip("、,;。")
    name = re.sub(r"^地委", "地区委", name)  # As 市委 is a city's.
    return name + "会" if name.endswith("管委") and not _COMMISSION.search(name) else name


def is_vague(surface: str) -> bool:
    """Whether the words name nobody in particular: 有关部门, 相关单位, 国务院相关部门, 省各有关单位."""
    name = normalise(surface)
    if len(name) > _LONGEST or _GOVERNMENTS.match(name):
        return False
    return bool(_VAGUE.match(name) or _VAGUE_PLACES.match(name))


def is_collective(surface: str) -> bool:
    """Whether the words name many bodies at once: 各级党委, 各市、县(区)人民政府, 成员单位."""
    name = normalise(surface)
    if len(name) > _LONGEST or is_vague(name):
        return False
    return any(form.search(name) for form in (_EACH, _GOVERNMENTS, _PLACES_RULED, _RANKED, _STREETS))


def is_name(surface: str, *, placed: bool = False) -> bool:
    """Whether the words have the build of one body's name, whether or not anybody knows the body;
    `placed` says that they open with a region's name."""
    name = normalise(surface)
    if "“" in name:
        name = _QUOTED.sub("业务", name)
    if not 2 < len(name) <= 40 or _NOT_WITHIN.search(name) or _NOT_START.match(name) or _NOT_END.search(name):
        return False
    if _STRONG.search(name):
        return len(name) > 3
    return bool((placed or re.match(_LEVEL_PREFIX, name)) and _WEAK.search(name))
