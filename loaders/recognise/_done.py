"""What is done or reached by a stated time (完成, 报送, 达到), and times that tell which thing is meant
(建成的)."""

from __future__ import annotations

import re

from loaders.recognise._context import Context
from loaders.recognise._points import Point
from loaders.recognise._ranges import HAPPENED, is_nth_year, opens_step
from loaders.recognise._verbs import opens_with_verb

# What follows a term that stands alone in a clause: its end, or how far the task is to be then.
TERM_ENDS = re.compile(
    r"[,;)\]、。 并]|(?:取得|形成|见到?成效|基本|立项|开工|动工|开业|挂牌|通车|封顶"
    r"|报送|上报|报批|提交|确定|签订|进场)"
)
DONE = re.compile(
    r"(?:[,、])?(?:要|应|须|必须|务必|坚决|力争|争取|确保|全部|全面|全线|全程|基本|如期|按期|按时|圆满|顺利|分别|率先|各|主体(?:工程|结构)?|(?P<sum>累计))*"
    r"(?:(?P<state>实现|达到)|完成(?!率)|建成|办结(?!率)|到位|出台|印发|验收(?!结果|情况|报告|标准|结论)|交付|(?:竣工|完工)(?!率)|投产|达产|达效|投用|投运|投入使用|启用|开通|通车|上线|合龙|封顶|正式运[营行]"
    r"|开工(?!率|数|面积|项目)|推出(?=[,。;]|$)|投入运[行营]|[付结缴还]清|开[诊馆园]|开业(?!的|率|情况)|挂牌(?!督办)|创成|[\u4e00-\u9fff]{2,4}(?:完毕|到位))"
)
# 2000年底前建成的小区, 6月底前到期的贷款: the time tells which, it sets no term.
ATTRIBUTE = re.compile(
    r"已[^,。;]|(?:未|尚未|不(?![得少低断超]))[^,。;]{1,10}的|在[编岗职册校籍读建](?:[^,。;]{0,20}的|在[编岗职册校籍读])|到期(?:的|[^,。;]{0,6}(?:贷款|债))"
    r"|(?:依法|新)?(?:印发|出台|发布|公布|颁布|制定|修订|通过|召开|建成|建设|取得|注册|[营运]运|运营|生产|制造|投入|使用|设立|成立|开业|开办|入驻|落户|引进|认定|备案|入库|上市|签约|登记|开工|竣工|完工|开通|通车|投运|启用|投产|完成|出生|毕业|签订|发生|形成|获得|购置|实施|施行|生效|执行|缴纳|立项|批准"
    r"|入职|参保|购买|交付|发放|存续|在册|欠[缴费]|拖欠){1,2}的|(?:年|不|未)?满[\d一二三四五六七八九十]|碳达峰|碳中和|(?:首次|新增)[^,。;]{1,16}的(?=,|企业|单位|项目|机构|产品)"
    r"|[^,。;]{2,20}的[\u4e00-\u9fff]{0,8},[^,。;]{0,6}(?:给予|予以|享受|奖励|补助|补贴|按照?[^,。;]{1,12}(?:给予|奖|补)|可(?!靠|行))"
)
# 对2020年3月底前复工的企业给予补贴: whom the task is for.
_FOR = re.compile(r"(?:对于?|凡|属于?)在?$")
_WHOM = re.compile(r"[^,。;]{1,24}?的[\u4e00-\u9fff]")
# 10月底完善平台功能: the end of a period that opens a phrase is the term of the task behind it.
_TASK = re.compile(
    r"[,、]?(?![\u4e00-\u9fff]{2}的[\u4e00-\u9fff])(?:[^,。;的]{0,8}(?:须|必须|务必|(?<![主重需只摘纪])要|应)|在[^,。;的]{2,16}?)?(?:(?:要|应|须|必须|务必|力争|争取|确保|全部|全面|全线|基本|正式|初步|认真|切实|统一|集中|陆续|分别|组织|依法|抓紧|尽快|研究(?=[制提出建编])|再次?|各)*"
    r"(?:启动(?!地区|城市|区域|单位)|开工(?!率)|动工|购置|采购|配备|安装|铺设|召开|举行|组织|开展|制[定订]|编制|起草|修订|建立|建设(?!任务|规模|标准|用地|资金|内容|进度|情况|单位|计划|目标)|组建|健全|完善|形成|取得|提[出交请]|报|上报|公[布示开]"
    r"|发[布放]|落实(?!情况)|实施(?!情况)|[推铺]开|推[出行广]|举办|设立|成立|搭建|拨付|下达|签订|开放|整治|清理|整改|关[停闭]|调整|优化|淘汰|拆除|搬迁|消除|改造|进行"
    r"|(?:部署|验收|总结|评估|通报|督查|检查)(?!情况|结果|报告|数据|标准|结论)|兑现|见到?成效|先行试点|试点(?=[,。;]|$)"
    r"|(?:动员|摸底|排查|摸排|攻坚|巩固|迎接|接受|选聘|招聘|招录|聘用|遴选|选派|评选|评审|申报(?![^,。;]{0,6}期限)|走访|慰问|巡查|督导|复核|审核|论证|听取|审议|审查|征求|汇总|核查|抽查|调研|演练|招标|测算|采集|审计|宣传|施工|申请|试运行|模拟运行)(?!情况|结果|数据|公告|名单|资料|标准|计划|[班期时点率量费的中])"
    r"|派[出驻]|入户|进场|建档|逐一[\u4e00-\u9fff]|登记(?!情况|结果|数据|表|标准|在册|[簿证日期时点率量费的中])|通过(?=[^,。;的]{0,10}(?:评估|验收|考核|复核|审查|审议|认定|暗访|评审|测评|检查))|通[水气电车航]|赴(?!约)|贯通|点火|合龙|并网|封顶|开园|开馆|挂网|开标|清零|销号|具备[^,。;]{1,8}条件)"
    r"|(?:认真|全面|集中)?对[^,。;]{1,24}(?:进行|开展)(?:全面|集中|联合|中期|终期)?(?:评估|评价|考核|验收|检查|抽查|核查|督查|巡查|监控|监测|整治|总结)(?!了))"
)
# 确保2025年底二号泵站建成投用: what is built stands between.
_BUILT = re.compile(
    r"(?!新|已|未|是|为|系|[^,。;]{0,8}小康)[\u4e00-\u9fff]{2,12}?(?:建成|竣工|完工|投产|通车|投运|投用|开通|上线|开园|封顶|合龙)(?!的|率|后|以来|前|投资|面积|项目|企业|数)"
)
_STATE = "达到|实现|普及(?!率)|覆盖|控制在|(?:提[高升]|增加|扩大|下降|降低|降|增)[到至]"
_REACHED = re.compile(
    rf"(?![至到~-])[,、]?(?:(?:(?!标准为)[^,。;]){{0,24}}?(?:{_STATE}|不低于|不少于|不超过|率(?=\d))"
    r"|(?:力争|确保|计划|再|分别)*(?:新(?:[增建]|培育)|净增)[^,。;的]{0,16}\d|(?:有效|显著|明显|大幅|根本)(?!的))"
)
_AIMED = re.compile(
    rf"{_STATE}|建成|建有|超过|突破|完成|累计|得到|有效|显著|明显|更加|大幅|(?:新(?:[增建]|培育)|净增)(?![^,。;]{{0,12}}的)"
)
# 2021年,达标率不低于九成: an aim of the document's own year; 2021年,达标率达到九成 may tell what was.
_BOUND = re.compile(
    r"^(?!是)(?:(?!已|同比|比上年|完成|共|累计)[^。;]){0,40}?"
    r"(?:不低于|不少于|不超过|控制在|力争|确保|[\d%个座处人亩户套里元吨米次家辆项名件台所]以[上内下](?!的)|(?:新(?:[增建]|培育)|净增)(?!的)|新开工[^,。;的]{0,16}\d)"
)
# 确保2021年用水量低于上年: a pledge of the document's own year.
_PLEDGED = re.compile(r"[^。;]{0,40}?(?:[高低]于|达到?|实现|完成|增长|突破|超过|保持在|稳定在)")
_OPENING = re.compile(
    r"(?:^|[,:( ]|(?<=率)|(?<=比[重例])"
    r"|(?<=[\d个座处户所家公里%估收工成])、|^[(]?[一二三四五六七八九十\d]{1,3}[).、]\s*"
    r"|(?<![已业曾早均关])[在于]|要|应|须|将|计划|拟|确保|务必|其中,?)$"
)
# 上半年开工率不低于70%: no sum of what was.
_LIMIT = re.compile(r"[^,。;]{0,12}?(?:不低于|不少于|不超过|控制在)")
_OTHER = re.compile(r"[月日底末](?:之|以)?前")
# 6月底组织了检查, 截至6月底完成率已达到: what was.
_WAS = re.compile(rf"[^。;\n]{{0,50}}?(?:{HAPPENED}|已|同比|较?上年|去年|(?<!\d年)累计)")
_ACHIEVED = re.compile(r"取得|形成|见到?成效|基本|初步|全面")
# 上半年完成投资20亿元 may be a sum of what was.
_SUM = re.compile(r"[^,。;]{0,8}?(?:\d|投资|产值|增加值|销售|收入)")
# 县局9月组织验收: who does it then.
_BODY = re.compile(
    r"(?:^|[,:])[^,。;:的于在]{0,12}(?:[省市县区州厅局委办部级会院校镇乡村社所站队]|[省市县区镇乡][上里])$"
)
# 7月底,活动办组织督查; 4月上旬,经县政府审定后,县水利局上报方案: who does it then stands between.
_VIA = re.compile(r",?(?:经[^,。;]{2,12}(?:同意|审定|批准|审核|审议|审查)后?,)?")
_WHO_ENDS = re.compile("[省市县区州旗府厅局委办部级会议团院校镇乡村社组署所队地位门室道司方心元员业体]")
_STOPS = re.compile(
    r"[,。;:\d的在对为是有]|上报|下[达发]|完成|开展|制[定订]|实施|进行|印发|召开|安排|要求|[收接]到|发[生现]|出现|达到|下降|增长"
)
_SHALL = re.compile(
    r"(?:应当|必须|务必|[要应须拟]|将(?!有|出现|达|会|迎|进入|面临|持续|以))(?![求用点件素急变])"
)
_UPON = re.compile(
    r"(?![^,。;]{0,40}(?:补[贴助]|贴息|奖[补励]|优惠|减免))对[^,。;]{2,24}?(?:开展|进行|全面|集中|逐|组织|再)"
)
# (一)6月1日举行启动仪式。
_STEP = re.compile(r"[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*")
# 2021年培训300人: so many, and no span of months.
_COUNTED = re.compile(r"[^,。;\d的]{2,20}\d[\d.]*(?![\d.月年日%至到~-]|[^,。;\d]{0,4}以[上下]的)")
# What tells the end of a period from the period.
_ENDS = "底末内旬"
# 泵站6月底开工。
_STARTS = re.compile(r"(?:开工|动工|启动|进行|举行)(?:建设|实施|运行)?(?=[,。;)]|$)")
# 于6月底和12月底报送: to be handed in then; 已于6月底报送 tells what was.
_AT = re.compile(r"(?<![已业曾早均])于$")
_HANDED = re.compile(
    r"(?:分别)?(?:将[^,。;]{1,24}?)?(?:书面)?(?:报(?!道|销|名|刊|纸)|上报|提交|送达|反馈|汇总|公[示布开](?!期))"
)
# 定于6月1日召开: when an event is.
_EVENT = re.compile(r"召开|举行|举办|启动|开幕")
# 2月25日印发《某办法》(某发〔2022〕50号): what has its number was issued on that day.
_WITH_NUMBER = re.compile(r"(?:印发|出台|发布|下发)了?《[^《》]{2,80}》\([^()]{1,16}?\[(?:19|20)\d\d\]")


def _is_handed_in(at: Context, point: Point, left: str, right: str) -> bool:
    """Whether something is to be handed in, or to begin, at a time that stands between the words."""
    if _AT.search(left):
        told = _EVENT.match(right) or not at.is_ahead(point)
        return _HANDED.match(right) is not None or not (told or _TASK.match(right) is None)
    past = point.year and at.year and point.year < at.year
    if at.text[point.end - 1] not in _ENDS or past or is_past(right):
        return False
    return (_HANDED.match(right) or _STARTS.match(right)) is not None


def is_done(at: Context, point: Point, done: re.Match[str]) -> bool:
    """Whether what is `done` behind a point can be a task; 2023年5月15日印发 says when a text was printed,
    and what is summed up may be past but in years to come, those after the document's."""
    right = done.string
    if point.precision == "day" and _WITH_NUMBER.match(at.text, point.end):
        return False
    if at.clause:
        return True
    if at.is_past(point) and at.text[point.end - 1] not in _ENDS:
        return False
    if done["sum"] and not (point.year and at.year and point.year > at.year):
        return False
    part = point.precision in ("half", "quarter") and not at.is_ahead(point)
    if part and not point.year and at.text[point.end - 1] not in _ENDS:
        return right[:2] in ("完成", "建成", "开工", "上线", "启用", "投用", "开通") and not _SUM.match(
            right, 2
        )
    return point.precision != "day" or not right.startswith("印发") or bool(right[2:].strip(" )|\n"))


def is_task(at: Context, point: Point, left: str, right: str) -> bool:
    """Whether a task stands behind the end of a period that opens a phrase (10月底完善功能), what is to be
    handed in or to begin behind one within it, or what is achieved behind a time that opens a bracket
    ((11月取得明显成效)."""
    if (left[-1:] == "(" and _ACHIEVED.match(right)) or _is_handed_in(at, point, left, right):
        return True
    period = _is_ahead(at, point, left, right)
    if period or _is_day_ahead(at, point, left, right):
        if _TASK.match(right) or _BUILT.match(right):
            return True
        if (right[:1] == "," or point.precision != "year") and not at.is_past(point) and does_then(right):
            return True
    # 2021年缴费标准, of the document's own year, names a thing; 2021年培训300人 does not.
    named = point.precision == "year" and at.text[point.end - 1] not in _ENDS and not _COUNTED.match(right)
    later = point.year and at.year and point.year > at.year
    apart = later and right[:1] == "," and not is_reached(at, point, left)
    words = right[1:] if apart else right
    return bool(period and (later or (at.is_ahead(point) and not named))) and opens_with_verb(words)


def is_duty(right: str) -> bool:
    """Whether words open with what is to be done: 组织检查, 再次进行检查, 将方案报县政府."""
    return any(form.match(right) for form in (DONE, _TASK, _HANDED))


def does_then(right: str) -> bool:
    """Whether somebody and what he does stand behind a time: ,活动办组织一次督查; or 对堤防全面摸底."""
    opened = _VIA.match(right)
    if opened is None or is_past(right):
        return False
    if _UPON.match(right, opened.end()):
        return True
    for who in _WHO_ENDS.finditer(right, opened.end(), opened.end() + 34):
        if _STOPS.search(right, opened.end(), who.end()):
            return False
        words = right[who.end() :]
        done = DONE.match(words)  # 全县完成投资20亿元, 全县实现目标: no task
        if words[:1] in "、(" or (done and (done["state"] or re.search(r"\d", words[:14]))):
            continue
        if _SHALL.match(words) or _UPON.match(words) or is_duty(words):
            return True
    return False


def does_work(right: str) -> bool:
    """Whether work that is no sum stands behind a range and a comma: ,完成签约腾房."""
    return right[:1] == "," and is_duty(right) and not re.search(r"\d", right[:16]) and not is_past(right)


def tells_which(left: str, right: str, at: int) -> bool:
    """Whether a term tells which thing is meant, by the words before it and those behind it, at `at`."""
    standard = left.endswith("以") and "为准" in right
    return (
        standard
        or ATTRIBUTE.match(right, at) is not None
        or (_FOR.search(left) is not None and _WHOM.match(right, at) is not None)
    )


def is_past(right: str) -> bool:
    """Whether words tell what was: 组织了检查, 已完成."""
    return _WAS.match(right) is not None


def is_aim(left: str, right: str) -> bool:
    """Whether a state stands behind a day that a sentence opens with: 到2022年12月31日,用水量控制在5亿方."""
    return left == "到" and right[:1] == "," and re.search(_STATE, right[:40]) is not None


def is_reached(at: Context, point: Point, left: str) -> bool:
    """Whether a state to come stands behind a time: behind a later year than the document's, or its own, at
    the head of a sentence (2027年,达标率达到九成), or behind the end of a period that opens a phrase
    (6月底开工率不低于六成)."""
    year, right = at.year, at.text[point.end : min(at.end, point.end + 60)]
    own = point.precision == "year" and point.year == year and at.text[point.end - 1] not in _ENDS
    if point.precision == "year" and point.year and year and point.year >= year and right[:1] == ",":
        aim = _BOUND if own else _AIMED
        if left.endswith("目标:"):
            return _AIMED.search(right) is not None
        return (not left or opens_step(left, right)) and aim.search(right) is not None
    if is_nth_year(left):
        return _AIMED.search(right) is not None
    if own and left.endswith("确保") and _PLEDGED.match(right):
        return True
    if not _is_ahead(at, point, left, right):
        return False
    first = right.partition(",")[0]
    if _OTHER.search(first):  # 2021年度新建泵站9座6月底前开工
        return False
    bound = _BOUND.match(first) is not None and (own or re.search(r"\d", first) is not None)
    return bound if own else bound or _REACHED.match(right) is not None


def _is_ahead(at: Context, point: Point, left: str, right: str) -> bool:
    """Whether the end of a period, a part of a year, or a year to come opens a phrase, and is no tale of
    what was."""
    end, part = at.text[point.end - 1], point.precision in ("quarter", "half")
    if (point.year and at.year and point.year < at.year) or (at.is_past(point) and end not in _ENDS):
        return False
    # 预案(2021年修订): which one is meant.
    to_come = point.precision == "year" and point.year and at.year and left[-1:] != "("
    period = end in f"{_ENDS}月份"
    summed = (
        re.search(r"\d", right[:14].partition(",")[0]) and not _LIMIT.match(right) and not at.is_ahead(point)
    )
    if not period and not to_come and (not part or summed):
        return False
    opens = _OPENING.search(left) or (at.is_ahead(point) and _BODY.search(left))
    return bool(opens) and not is_past(right)


def _is_day_ahead(at: Context, point: Point, left: str, right: str) -> bool:
    """Whether a day to come, not that of the document's issue, opens a phrase or a step:
    (一)6月1日举行启动仪式; not 定于6月1日举行."""
    opens = not left or left[-1:] == "," or _STEP.fullmatch(left) or _BODY.search(left)
    own = at.issued_on is not None and point.year and point.to_day(point.year) == at.issued_on
    return bool(point.precision == "day" and opens and at.is_ahead(point)) and not (own or is_past(right))
