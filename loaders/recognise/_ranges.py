"""Ranges (2020年1月1日至3月31日, 3月1-15日): where they end, and whether a task or a rule fills them."""

from __future__ import annotations

import re

from loaders.recognise._points import BEFORE, POINT, Point, Time, point_of
from loaders.recognise._reliefs import relieves

_TO = re.compile(
    r"(?:上午|下午)?(?:(?:\d{1,2}|零)(?::\d\d|[点时]))?(?:起(?:[,、]?(?:暂定|执行|实施|施行))?|(?:开始|启动),?)?(?:至|到|[-~]{1,3}|一(?=\d))"
    r"|启动,\s?(?=[^,。;]{2,12}?(?:基本|全部|全面)?结束)"
)
_TILL = ("至", "到", "-")
_HOLDS = re.compile(
    r"(?:延长|延期|延续|延缓|顺延|展期|执行|施行|试行|实施|保留|维持|受理|暂停|暂缓|缓缴|缓交|推迟|延迟|有效期|(?<!完成|整改)期限|实行|持续|免征|减免|减半|延至)"
    r"[^,;。]{0,8}?(?:至|到)?$|免[收除缴][^,;。]{0,2}$|政策[^,;。]{0,6}截至$|(?:过渡期|展)至$|延至$|期限[为是][^,;。]{1,8},至$|(?:即日)?起,?至$"
)
# 延续小额贷款贴息的扶持措施至, 阶段性降低养殖保险费率至, 继续执行下调政策至.
_PROLONGED = re.compile(
    r"(?:延长|延续|顺延)[^,;。]{9,30}[至到]$|(?:阶段性(?:降低|下调)|免[征收缴除]|减征)[^,;。]{2,30}[至到]$"
    r"|(?<=政策|费率|优惠|补贴)[至到]$"
)
# 管控时间, 停水时间: how long a rule holds, not by when a task is done.
_CONTROL = r"(?<![行施])(?<!截止)(?<!管[制控])(?<!戒严)(?<!封[闭控])(?<!禁[烧渔牧火行])(?<![停断][水电气运])"
_STAGE = re.compile(
    rf"(?:(?:阶段|{_CONTROL}时间|(?:缴费|申报|报名|受理|征集|公示|(?:申报|缴费)[^,。;:]{{0,4}}(?=期限)|(?:(?<![\u4e00-\u9fff])|计划|建设|施工|总)工|项目实施|施工|建设)期限?)(?:[(:]*|[从自为])|阶段:[^,。;:()]{{2,16}}\(|第[一二三四五六七八]步(?:[(:,]*|[:,][^,。;:()]{{2,16}}\()"
    r"|(?<![行施封禁管限停休])时间为[^,。;]{1,6},[从自]?|^时间(?:安排)?:[^。;]*\()$"
)
# 二、检查时间 › 4月至10月: a heading; 管制时间, 执行时间 are those of a rule.
_TIME_HEAD = re.compile(r"[、.)\n](?:(?![执施封禁管限停休戒断])[^\n]){0,8}时间(?:安排)?:?\s*\n\s*$")
# (二)组织实施(4月至10月)。 What a bracket at the head of a numbered step holds is the step's term.
_NUMBER = r"[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*"
_STEP_NAME = rf"{_NUMBER}(?:[^,。;:()《》]{{2,12}},)?[^,。;:()《》]{{2,16}}(?<!期间)(?<![”’\"])\("
_STEP = re.compile(rf"{_STEP_NAME}$")
_STEP_PART = re.compile(rf"{_NUMBER}[^,。;:()《》]{{2,12}}(?<!期|间)(?P<mark>[,:])$")  # 2.集中整治,6月至9月。
_NAMED_STEP = re.compile(rf"{_NUMBER}[“‘\"][^”’\"]{{2,16}}[”’\"]\($")  # (四)“回头看”(10月)
_IN_STEP = re.compile(
    rf"阶段[(:][^()]*$|^{_STEP_NAME}[^()]*$"
    r"|(?<![执施封禁管限停休戒断])[^,。;:\n]时间(?:安排)?[为:][自从]?(?:即日|[^,。;:\n]{1,10}之日)起,?至$"
)
# (三)集中攻坚(2022年): the year of a step that names work.
_WORK = re.compile(
    rf"{_NUMBER}[^,。;:()《》]{{0,12}}(?:部署|动员|启动|准备|排查|摸底|试点|推进|实施|攻坚|整治|提升|巩固|总结|验收|评估|深化|整改|达标|迎检|创建|收尾)\($"
)
_NTH_YEAR = re.compile(r"第[一二三四五]年\($")
# 3.10月底,召开总结会. A time that opens a numbered step is the step's term.
# 2.自查自纠。3月5日至10日,…: a step by its name; 2.限行。…,禁止货车通行: a rule.
_STEP_NAMED = re.compile(rf"\s*{_NUMBER}[^,。;:()《》\d]{{2,16}}(?:。|(?<![期间策围象准标])\s*\n\s*)$")
_WHOLE_YEAR = re.compile(r"\d{4}年,")
_FIXED = re.compile(r"禁止|不得|按(?:照)?[^,。;]{1,20}(?:核定|计算|收取|缴纳)")
_RULES = re.compile(
    r"禁|不得|停止|暂停|限[行制]|执行|实行|施行|期间|减半|优惠|可(?![靠行持])|放宽|补[贴助]|返还|给予"
)
_HOLDS_THEN = re.compile(r",(?:对[^,。;]{2,30}?)?(?:暂停|停止|停征|恢复|实行|执行)(?![^,。;]{0,4}情况)")
_READING = re.compile(r"\([初一二三四](?:次审议|审)[,、]?$")  # 节水条例(二审,3月)
_STEP_HEAD = re.compile(rf"{_NUMBER}$")
# 3月至5月开展巡查, 3月至5月为部署阶段: the term of a task.
_TASK = re.compile(
    r"止?[,、]?(?:在[^,。;]{1,12}?)?(?:考生|企业|申请人|[省市县区镇乡]级|家长|[新各][^,。;的]{1,4}?)?(?:网上|在线|线上|连续|集中|统一|全面|组织|联合|深入|陆续|分批|逐级)*(?:进行|(?:抽[取选][^,。;]{1,8})?开展|培训|集中(?![供居])[\u4e00-\u9fff]{2}|报送|上报|提交|组织(?!部|的|机构)|检查|抽查|(?:自查|复查|核查|督查|清查|摸底|整改)(?![小专工]?[组班作]|办|率)|对[^,。;]{2,24}(?:督办|督查|检查|核查|抽查|验收)|登录|填报|申报|报名|报到|注册|打印|缴费|(?:验收|评审|复核|审核|考核|评估)(?!结果|情况|合格|通过|成绩|指标|数据|标准)|动员|部署|排查|摸排|攻坚|整治|巩固|总结)(?!了|[期时的])|止?为[^,。;]{0,12}(?:阶段|(?:自查|检查|排查|整改|整治|验收|考核|评估|宣传|动员|部署|总结|申报|攻坚|巩固|提升)期(?![\u4e00-\u9fff]))|(?:基本|全部|全面)?(?:结束)?(?:,(?:共|大体|总体))?止?,?分[两\d一二三四五]个?(?:阶段|步骤?|批)"
)
# 整治行动从5月开始,到12月结束; not 休牧从3月至6月结束.
_ENDS = re.compile(r"(?:基本|全部|全面)?结束")
# 各站应于2月1日至3月1日期间办理: a duty.
_SHALL = re.compile(r"(?:应当?|须|务必|请)(?:于|在)?$")
_ACTION = re.compile(r"(?:行动|活动|整治|[检排巡普调]查|时间安排)(?:工作)?(?:为期[^,。;]{1,8},)?[从自]?$")

# 对在3月1日至5月31日期间停业的商户: the range tells which.
_WHICH = re.compile(
    r"的?[^,。;]{0,6}数据?为(?:准|基数|依据)|的[月年日]?平均|"
    r"期间[^,。;]{0,20}的(?=[,、]|企业|单位|项目|个人|人员|商户|用户)"
    r"|(?:期间|之间)?[\u4e00-\u9fff]{2,16}的(?=,)|期间(?!实行|执行|免|减)[\u4e00-\u9fff]{2,6}的[\u4e00-\u9fff]|(?:期间|之间)?(?:内)?(?:[\u4e00-\u9fff]{2,3}(?=的[\u4e00-\u9fff])|到期|缴纳|入库|注册|购[置进买入]|采购|进口|取得|发生|签订|投产|开工|出生|毕业|退役|新(?:发放|签|增|注册|设立|购)[^,。;的]{0,6})的"
)
# 10月至次年3月,蓄水率不低于八成: a state that is aimed at.
_STATE = re.compile(r",[^,。;]{2,24}?(?:(?P<bound>不低于|不少于|不超过|不高于|控制在)|达到|保持在|稳定在)")
# 汛期为5月1日至9月30日, 6月1日至6日放假: when something is, no term. 于6月1日至6日举行 tells of an event.
_SEASON = re.compile(
    r"(?:(?:汛|雨季|旺季|高发|农忙|假|学|采暖|供暖|供热|防火|防汛|攻坚|报告|基准)期?|学年|时期资料)(?:时间)?[为是:](?:每年)?[从自]?$"
    r"|(?:前后|[”节假]期间)\($|(?:资料|数据|材料|凭证)[^,。;]{0,4}时间[为是:]$|[禁休封][^,。;:]{1,2}期[为:]每年$"
    r"|[^,。;:]期间为[从自]?$|考[核评]期[为是:](?:每年)?[从自]?$|(?:合同|协议|证书?|许可|资质|执照|批文)的?有效期限?[为是:][从自]?$"
    r"|(?:统计|数据|核算|审计)(?:期限?|时期|时限|时间段?|周期|期间|范围|口径)[为是:]?[从自]?$"
)
_TIMES = re.compile(
    r"止?(?:为(?:考核)?周期|放假|调休|休假|存在|出现|(?!期间)[^,。;的]{2,6}期间(?=,)|将(?:有|出现|会|达)|[为是][^,。;]{0,16}(?:时段|时期|季节|高峰期?|(?:高[^,。;]{1,4}|攻坚|采暖|供暖|供热|防火|防汛|汛|关键|敏感)期))"
)
# 每年7月至8月、12月至次年1月每日巡查2次: the season of a rule.
_DAILY = re.compile(r"(?:[、和及][^,。;]{2,12})?每[日天]")
_HELD = re.compile(r"止?(?:在[^,。;]{1,12}?)?(?:举行|举办|召开)")
# 水管维护合同有效期至: of a thing, no task.
_OF_A_THING = re.compile(r"(?:合同|协议|证书?|许可|资质|执照|批文|任期|保单)(?:的?有效期限?)?[至到]$")
# 开展了检查 tells what was; 除了, 了解 do not.
HAPPENED = r"(?<![为除到受])了(?!解|结|然)"
_WAS = re.compile(rf"[^。;\n]{{0,50}}?{HAPPENED}")
_CALLED = re.compile(r"止?为[^,。;]{1,16}阶段")


def holds(left: str) -> re.Match[str] | None:
    """The words before a time that say that something holds until then: 延长至, 执行至."""
    return _HOLDS.search(left) or _PROLONGED.search(left)


def is_of_a_thing(left: str) -> bool:
    """Whether a time is the end of what a thing is valid for, or says when one is: 合同有效期至, 汛期为."""
    return _OF_A_THING.search(left) is not None or _SEASON.search(left) is not None


def is_nth_year(left: str) -> bool:
    """Whether the words before a time call it one of the years of a plan, and open a bracket: 第一年(."""
    return _NTH_YEAR.search(left) is not None


def is_work(left: str) -> bool:
    """Whether the words before a time are the head of a numbered step that names work, and a bracket."""
    return _WORK.match(left) is not None


def state_in(text: str, at: int, end: int) -> re.Match[str] | None:
    """The state that stands behind a range that ends at a place; `bound`: one that is not told of."""
    found = _STATE.match(text, at, end)
    return None if found and relieves(text, at, end) else found


def is_of_a_name(left: str) -> bool:
    """Whether a range stands in the bracket behind a name: “水周”(3月22日至28日)."""
    return left.endswith(("”(", "’(", '"(')) and _NAMED_STEP.match(left) is None


def is_when(text: str, left: str, at: int) -> bool:
    """Whether a range that ends at a place says when something is, no term: 汛期为5月1日至9月30日."""
    event = left.endswith("于") and _HELD.match(text, at) is not None
    daily = "每年" in left[-16:] and _DAILY.match(text, at) is not None
    return (
        event
        or daily
        or left.endswith("对")
        or _SEASON.search(left) is not None
        or _TIMES.match(text, at) is not None
    )


def is_stage(left: str) -> bool:
    """Whether the words before a time name a stage or a step: 部署阶段(, 时间:."""
    return _STAGE.search(left) is not None


def is_step(left: str) -> bool:
    """Whether the words before a time are the head of a numbered step and a bracket: (二)组织实施(."""
    return _STEP.match(left) is not None or _READING.search(left) is not None


def ends_step(text: str, left: str, at: int, end: int) -> bool:
    """Whether a time that ends at a place stands behind the name of a step: 2.集中整治,6月至9月。 `end` is
    that of the sentence."""
    part, behind = _STEP_PART.match(left), text[at : at + 1]
    if part is None or is_fixed(text, at, end) or _RULES.search(text, at, end):
        return False
    return behind in "。;\n" or (behind == "," and part["mark"] == ":")


def is_in_step(left: str) -> bool:
    """Whether a time stands somewhere in the bracket behind a stage or a step: 部署阶段(即日起至."""
    return _IN_STEP.search(left) is not None


def opens_step(left: str, right: str) -> bool:
    """Whether a time opens a numbered step (3.10月底,召开总结会) or a line of a schedule (10月:总结)."""
    return (right[:1] in (",", ":") and _STEP_HEAD.match(left) is not None) or (not left and right[:1] == ":")


def is_filled(text: str, at: int) -> bool:
    """Whether a task fills a range that ends at a place: 即日起至9月30日开展巡查."""
    return _TASK.match(text, at) is not None


def is_called_stage(right: str) -> bool:
    """Whether the words behind a time call it a stage: 12月为总结阶段."""
    return _CALLED.match(right) is not None


def tells_which(text: str, at: int) -> bool:
    """Whether a range that ends at a place tells which thing is meant: 3月1日至5月31日期间停业的商户."""
    return _WHICH.match(text, at) is not None


def is_told(text: str, left: str, at: int, holds: bool) -> bool:
    """Whether the words behind a range that ends at a place tell which thing is meant or, where it is not
    said that something `holds` until then, what was: 3月1日至5日，局里开展了检查."""
    dated = left.endswith(("日期在", "日期为")) and text.startswith(("期间", "之间", "的"), at)
    return dated or tells_which(text, at) or (not holds and _WAS.match(text, at) is not None)


def far_end(text: str, point: Point, end: int, year: int | None, *, clause: bool) -> Point | None:
    """The point at which a range ends that begins at another; 2022年底 ends one as a month does."""
    if point.ranged:
        return None if BEFORE.match(text, point.end, end) else point
    to = _TO.match(text, point.end, end)
    found = POINT.match(text, to.end(), end) if to else None
    other = point_of(found, year, clause=clause) if found else None
    if other is None or point.precision == "year":
        return None
    whole = other.precision == "year" and text[other.end - 1] not in "底末"
    return None if whole and not text.startswith(")", other.end) else other


def continues(text: str, point: Point, other: Point) -> bool:
    """Whether a point is the next of a row of points, or of ranges, that semicolons part."""
    return point.is_after(other) and _is_end(text, point) == _is_end(text, other)


def _is_end(text: str, point: Point) -> bool:
    """Whether a point is an end of a range."""
    return point.ranged or text[point.end : point.end + 1] in _TILL or text[point.start - 1] in _TILL


def is_task(text: str, left: str, point: Point, other: Point, end: int) -> bool:
    """Whether a task fills the range from a point to another: by what is done then, or by the stage or
    step that it is the term of."""
    behind = text[other.end : other.end + 1]
    return (
        _TASK.match(text, other.end + (behind == ")"), end) is not None
        or is_stage(left)
        or (behind == ")" and (is_step(left) or _NAMED_STEP.match(left) is not None))
        or ends_step(text, left, other.end, end)
        or (
            opens_step(left, behind)
            and not is_fixed(text, other.end, end)
            and not _HOLDS_THEN.match(text, other.end)
        )
        or heads_stage(text, left, point.start, end)
        or (_SHALL.search(left) is not None and not is_fixed(text, other.end, end))
        or (_ENDS.match(text, other.end) is not None and _is_action(left, text[point.end : other.start]))
        or (behind in ",。;\n" and _ACTION.search(left) is not None and not is_fixed(text, other.end, end))
    )


def alike(text: str, before: Time, time: Time, end: int) -> Time:
    """A range as the term of a task, where it is the next in a row of such, which semicolons part."""
    row = before.rule == "due-range" and time.rule == "until-range" and text[time.start - 1] == ";"
    holds = _HOLDS_THEN.match(text, time.end) or text.startswith("期间", time.end)
    if not row or holds or is_fixed(text, time.end, end):
        return time
    return time._replace(kind="due", rule="due-range")


def _is_action(left: str, between: str) -> bool:
    """Whether what lasts for a range is an action: 整治行动从5月开始,到12月, 从5月启动至12月."""
    return _ACTION.search(left) is not None or "启动" in between


def heads_stage(text: str, left: str, start: int, end: int) -> bool:
    """Whether a time opens what is said of a stage, a step or a task's time, behind its name: 部署阶段。
    2月20日, 2.报名。3月5日至10日 and 检查时间 › 4月至10月; `end` is that of the sentence."""
    if left not in ("", "从", "自"):
        return False
    start -= len(left)
    if text.endswith("阶段。", 0, start) or _TIME_HEAD.search(text, max(start - 20, 0), start):
        return True
    if left:
        return False
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip():  # 2.打印准考证 › 5月15日至18日,…: the name has a line to itself.
        line = text.rfind("\n", 0, max(line - 1, 0)) + 1
        if _WHOLE_YEAR.match(text, start):  # 一、改造任务 › 2015年,省里下达…: of what is told.
            return False
    step = _STEP_NAMED.match(text, line, start)
    return bool(step) and not is_fixed(text, line, end) and not _RULES.search(text, line, end)


def is_fixed(text: str, start: int, end: int) -> bool:
    """Whether a stretch gives a relief or says what holds: 禁止采砂, 水费按上年用量核定."""
    return relieves(text, start, end) or _FIXED.search(text, start, end) is not None
