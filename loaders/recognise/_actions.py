"""What a text does to the instruments that it names: enact, revise, repeal, implement, apply, mention.

The nearest cue before an instrument says it, else the one right behind (《X》的修订工作, 《X》同时废止);
instruments that 、 or 和 joins share it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from graph.model import Action
from loaders.instruments import LONG_NOUN
from loaders.recognise._listed import of_list, of_mark
from loaders.recognise._titles import vocabulary
from loaders.resolve.endings import DEPARTMENTS
from loaders.resolve.regions import find

_BOUNDARY = re.compile(r"[。;!?\n]")
# Between two instruments in a row may stand what is none: 《X办法》、《政府工作报告》和《Y办法》; and the
# article of the first: 《X法》第六条、《Y法》.
_OF_IT = r"第[一二三四五六七八九十百\d]+[条款项章节]"
_JOINED = re.compile(
    rf"(?:(?:{_OF_IT}[、和及与]?)*{_OF_IT}(?:的?规定)?)?"
    r"(?:文件?|精神|要求)?(?:\([^()《》\n]{1,50}\))?(?:[、和及与]?《[^《》\n]{1,40}》){0,2}(?:(?:等|系列)(?:(?:有关|相关)?[\u4e00-\u9fff]{0,4}(?:法律|法规|规章|规定|文件|政策|预案|规划)[、和及]?){0,4})?"
    r",?(?:[、和及与]|以及|以及其|和\(或\)|及\(或\))?(?:[省市区县州][、和]?){0,3}(?P<place>[\u4e00-\u9fff]{2,8}?[省市区县州])??"
    rf"(?:\d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?)?(?:[\u4e00-\u9fff]{{1,12}}[{DEPARTMENTS}府室央总]、?){{0,6}}"
    r"(?:(?:联合|共同)?(?:公布|印发|发布|下发|颁布|制定|出台|批准)的)?"
)
_CHANGES = ("enact", "revise", "repeal")
_ISSUER_END = re.compile(f"[{DEPARTMENTS}府室]$")
# 将《X》第七条第一款修改为, 在《X》附件2第七条中增加, 将《X》“三、重点任务”第(二)项调整为.
_AMENDED = re.compile(
    r"(?:的?附[件表录][一二三四五六七八九十\d]{0,2})?(?:中|的)*(?=[“第])(?:“[^”\n]{1,60}”(?:中|的)*)?(?:第\(?[一二三四五六七八九十百\d]+\)?[条款项章节][^。;《》\n]{0,120}?)?"
    r"(?:修改为|修改|增加|删去|删除|改为|调整为)"
)
# 印发《X》以来, 印发《X》的补充通知: what was done once; 出台《X》前: what is not yet.
_SINCE = ("以来", "的补充", "前,")
_DRAFT_TAIL = re.compile(r"修[订正改]草案、")
# 废止《X》有关条款.
_PART = re.compile(rf"(?:中|的)*(?:(?:有关|相关|部分|个别|若干)(?:条款|条文|内容|规定)|{_OF_IT})")
# 删去《X》第七条.
_STRUCK, _ARTICLE = ("删去", "删除"), re.compile(rf"的?{_OF_IT}")
# Words of many a task, a cue right before an instrument alone: 优化《X》, 使用《X》.
_ADJACENT = ("优化", "健全", "升级", "使用", "运用", "利用")
# 出台并落实《X》, 制定和实施《X》.
_THEN = re.compile(r"[并和、](?:认真|抓好|组织|切实|严格)?")
_ALSO = re.compile(r"(?:完善)?[、,]?(?:后|并|和|及)?(?:及时|适时)?")
# 近日,国务院办公厅印发《X》: news tells what was issued; 6月30日前印发 does not.
_TOLD_DAY = re.compile(
    r"(?:^|[\n。;:,])(?:近日|(?<!\d)日前|此前|前不久|(?:\d{4}年)?\d{1,2}月\d{1,2}日),?(?![前起至到~-]|以前|之前)[^,。;\d\n]{0,24}$"
)
_WISHED = re.compile(r"(?:推动|推进|争取|力争|报请|提请|配合|协助)[^。;]*$")
_TOLD_BY = re.compile(r"(?<![请由以])(?:国务院(?:办公厅)?|中共中央(?:办公厅)?|中办|国办)(?:联合|正式)?$")
_DONE = ("已", "已经", "业已", "先后", "曾", "严禁", "禁止", "不得", "不再")
_NEW = ("修订", "修改", "修正", "颁布")
_ATTRIBUTE = re.compile(r"(?:通过)?(?:后?的|了)")
# 完成《X》的主要任务, 《X》有关规定与本通知不一致的, 宣传《X》.
_FULFILS, _TASKS = "完成", re.compile("的?(?:主要|各项|全部|年度|有关|相关)*(?:任务|目标|指标)")
# 《X》明确,泵站由镇里管: what X says is told.
_SAYS = re.compile("(?:还|同时|,)*(?:明确|要求|规定)[,:“]")
_GIVES_WAY = re.compile("的?(?:与[^,。;]{1,16}?)?(?:不一致|不相符|不符|抵触|冲突)")
_TELLS = ("宣传", "宣讲", "解读", "普及")
# 《X》(2015年版)修订, 《X》(RCEP)实施; 《X》第三条、第五条废止.
_EDITION = re.compile(r"\((?:(?:19|20)\d\d年?[版本]?|[A-Z]{2,8})\)")
_ARTICLES_END = re.compile(
    rf"的?(?:{_OF_IT}[、和及与]?)+(?:同时|予以|即行)?(?:废止|失效|停止执行)"
    r"|中(?:[^,。;《》]{2,20}的(?:内容|条款|规定|部分)|[^,。;《》]{2,24}?政策)(?:自[^,。;]{4,14}[起日])?(?:同时|予以|即行|相应)?(?:废止|失效|停止执行|不再执行)"
)
# 依据新《X》修订完善巡查制度.
_BASED = re.compile("(?:依据|根据|按照|依照|对照|遵照)[^,。;《]{0,12}《?$")
_OWN = re.compile(
    r"(?:修订|修改)(?:完善)?[\u4e00-\u9fff]{0,12}?(?:章程|制度|办法|规则|规程|规定|方案|预案|细则|标准|清单|流程|机制)"
)
# 制定《X》实施细则: what is made is another instrument, to carry out X. A number that is none may stand
# between them.
_BY_LAW = re.compile(
    rf"(?:\([^()《》\n]{{2,30}}号\))?的?(?:年度)?(?:(?:贯彻|落实|实施|执行|行动|工作|操作)[^,。;《]{{0,8}}(?:{LONG_NOUN}|机制)|任务分解|任务分工|(?:重点)?任务清单|(?:有关|相关)?配套)"
)
# 按照省水利厅印发《X》的通知: what issues X is named with it, and is not done here.
_NOTICE = re.compile(r"》的通知(?!》)|的通知》\([^()]{1,16}?\[\d{4}\]")
_ISSUES = re.compile(r"(?:关于)?(?:印发|下发|发布|公布|颁布)$")
_FILLER = (
    r"(?:\((?:修订|修正)?(?:草案|送审稿|征求意见稿)\))?"
    rf"(?:及其实施(?:{LONG_NOUN}))?(?:等(?:\d{{1,3}}[件部项个份][\u4e00-\u9fff]{{2,9}}?|[\u4e00-\u9fff\d]{{0,8}}?))?"
    r"(?:的|了|“|有关|相关|进行|予以|文件|同时|同步|相应|一并|适应性|配套|尽快|及早|抓紧|加快|早日|适时|将|启动|进一步|深入|新一轮|跟踪|督促|审议|全面|有效|刚性|扎实|有序|稳步|高质量|高标准|高水平|自[^,。;]{1,14}?(?:起|日)|[作做]出?|如下|以下|自行|即行|一律|抓好|做好|狠抓|抓实|认真|切实|严格|全力|尽早|按期|如期|按时|及时|正式|完成|启动|清理|开展|推进|组织|研究|地方|届时|到期后?|有效期届满|不再延长有效期|(?:各项|重点)(?:任务|要求|规定|目标|举措|措施|政策|内容)?|[在于]?(?:\d{4}年|\d{1,2}月)?(?:年?[底末]前?|年?内|前)|,)*"
)
# 推动《X》报批印发, 确保《X》6月底前发布.
_PUSHES = re.compile(
    r"(?:推动|推进|促进|加快|争取|力争|确保|完成|抓紧|尽快|尽早|启动|开展)[^,。;《》\n]{0,12}$"
)
_PUT_OUT = re.compile(
    rf"{_FILLER}(?:(?:国家|行业|地方|团体)标准)?{_FILLER}(?:印发|发布|颁布|公布|报批|报审|审批|立项|审议通过|通过审议)(?![后前以的了])"
)
_PUT_RIGHT = re.compile(rf"{_FILLER}(?:调整|完善|优化|升级)(?![后前以的了为])")
_ONWARD = re.compile(r"[^,。;:!?《》\n]{0,24}")
# 《X》出台后, 《X》施行以来: what has been done is told, and what is not yet; 《X》立法后评估.
_PAST = re.compile(r"后(?!续)|前(?!期)|之[前后日]|以来|经验|背景|过程")
# 落实《X》，修订完善考核办法: what is revised has a name of its own.
_OBJECT = re.compile(
    r"(?:完善)?[\u4e00-\u9fff]{0,10}?(?:办法|方案|制度|细则|规定|标准|机制|政策|措施|规范|清单|目录|预案|规划|流程|程序)"
)
_LINKED = re.compile(r"的?[\u4e00-\u9fff]{2,4}(?:工作)?(?:[、和及与]|以及)")
_BEFORE_LENGTH, _BEHIND_LENGTH, _GAP_LENGTH = 40, 24, 30


def joined(text: str, end: int, start: int) -> bool:
    """Whether nothing but a link stands between two instruments."""
    gap = text[end:start]
    # 出台《X》,与《Y》做好衔接: Y is another's.
    link = _JOINED.fullmatch(gap) if len(gap) <= 60 and not gap.endswith((",与", ",并与")) else None
    return link is not None and (link["place"] is None or _is_place(link["place"]))


def _is_place(name: str) -> bool:
    place = find(name, within=None)
    return place is not None and place.name == name


@cache
def _cues(group: str) -> re.Pattern[str]:
    words = [word for words in vocabulary()[group].values() for word in words]
    return re.compile("|".join(sorted(words, key=lambda w: (-len(w), w))))


@cache
def _behind_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{_FILLER}(?:(?:国家|行业|地方|团体)标准|(?:部分|有关|相关|个别)(?:条款|内容)(?:予以|进行)?(?=修))?(?P<cue>{_cues('behind').pattern})"
    )


@cache
def _action_of(group: str, word: str) -> Action:
    for action, words in vocabulary()[group].items():
        if word in words:
            return cast(Action, action)
    return "mention"


def before(text: str, floor: int, start: int) -> Action | None:
    """The action that the nearest cue before an instrument gives, within its sentence."""
    window = text[max(_behind_last(text, floor, start), start - _BEFORE_LENGTH) : start]
    boundary = [m.end() for m in _BOUNDARY.finditer(window)]
    window = window[boundary[-1] :] if boundary else window
    if window.endswith(_TELLS):
        return "mention"
    cues = _doing(window)
    if not cues:
        return None
    cue, gap = cues[-1].group(), window[cues[-1].end() :]
    # 按《X》, 依国务院《X》; but not 依法 …《X》.
    if len(cue) == 1 and gap and not _ISSUER_END.search(gap):
        return None
    # 建立与《X》相衔接的机制.
    if "," in gap or len(gap) > _GAP_LENGTH or gap.endswith("与"):
        return None
    if gap and cue in _ADJACENT:
        return None
    action = _action_of("actions", cue)
    if action == "enact" and _is_told(text, max(floor, start - len(window) + cues[-1].start())):
        return "mention"
    if action == "implement" and len(cues) > 1 and _THEN.fullmatch(window, cues[-2].end(), cues[-1].start()):
        earlier = _action_of("actions", cues[-2].group())
        return earlier if earlier in ("enact", "revise") else action
    # 修订并印发《X》: what is put out anew is X as it was changed.
    if action == "enact" and len(cues) > 1 and _ALSO.fullmatch(window, cues[-2].end(), cues[-1].start()):
        return "revise" if _action_of("actions", cues[-2].group()) == "revise" else action
    return action


def _is_told(text: str, at: int) -> bool:
    """Whether what is put out at a place was: 近日,《X》出台, 国务院办公厅印发《X》."""
    window = text[max(at - _BEFORE_LENGTH, 0) : at]
    return bool(_TOLD_DAY.search(window) or (_TOLD_BY.search(window) and not _WISHED.search(window)))


def _behind_last(text: str, floor: int, start: int) -> int:
    """Where the words end that are the last instrument's: 《X》修订,印发《Y》; 防洪法修订草案、渔业法."""
    draft = _DRAFT_TAIL.match(text, floor)
    cue = _behind_pattern().match(text, floor, min(start, floor + _BEHIND_LENGTH)) if floor else None
    if cue and "," not in cue.group() and text.startswith(",", cue.end()):
        return cue.end()
    return draft.end() if draft else floor


def _doing(window: str) -> list[re.Match[str]]:
    """The cues that say what is done here. 新修订的《X》, 印发了《X》 tell what X is, and 制定并印发了《X》
    with both its cues."""
    doing: list[re.Match[str]] = []
    for cue in _cues("actions").finditer(window):
        new = cue.group() in _NEW and window.endswith("新", 0, cue.start())  # 学习新修订《X》
        attribute = new or _ATTRIBUTE.match(window, cue.end())
        if not attribute and not window.endswith(_DONE, 0, cue.start()):
            doing.append(cue)
        elif (
            doing
            and window[doing[-1].end() : cue.start()] in ("", "并", "、", "和")
            and _action_of("actions", doing[-1].group()) in ("enact", "revise")
        ):
            doing.pop()
    return doing


def behind(text: str, end: int, following: int, limit: int) -> Action | None:
    """The action that a cue right behind an instrument gives, before `limit`: 《X》的修订工作."""
    edition = _EDITION.match(text, end)
    end = edition.end() if edition else end
    window = text[end : min(end + _BEHIND_LENGTH, limit)]
    boundary = _BOUNDARY.search(window)
    cue = _behind_pattern().match(window[: boundary.start()] if boundary else window)
    if cue and _PAST.match(text, end + cue.end()):
        return None
    # 落实《X》,修改完善《Y》; 落实《X》,修订我省《Y》: the cue is that of the next.
    if cue and "," in cue.group():
        goes_on = _ONWARD.match(text, end + cue.end())
        if goes_on and (text.startswith("《", goes_on.end()) or following <= goes_on.end() < len(text)):
            return None
    # 根据《X》，修订《Y》: the cue is that of the next.
    if cue is None or end + cue.end() == following < len(text):
        return None
    action = _action_of("behind", cue.group("cue"))
    # 《X》(12号),明确时限: what the text, not X, is then to do.
    if action == "implement" and (
        _GIVES_WAY.match(text, end + cue.end()) or _SAYS.fullmatch(text, end, end + cue.end() + 1)
    ):
        return None
    others = action == "implement" or _OBJECT.match(text, end + cue.end(), limit)
    return None if "," in cue.group() and others else action


def of_group(
    text: str,
    floor: int,
    spans: list[tuple[int, int]],
    following: int,
    limit: int,
    lines: dict[int, Action | None],
) -> Action:
    """What the text does to instruments that stand joined together; the next mention is at `following`,
    the next of another text at `limit`; `lines` gathers what the lines of lists say."""
    ahead = before(text, floor, _issued(text, floor, *spans[0]))
    after = behind(text, spans[-1][1], following, limit)
    # 《X》修订和《Y》制定工作: the cue before Y is what is done to X.
    if after and floor and _LINKED.fullmatch(text, floor, spans[0][0]):
        return after
    if (
        after == "revise"
        and ahead
        and _BASED.search(text, floor, spans[0][0])
        and _OWN.match(text, spans[-1][1])
    ):
        return ahead  # 依据《X》修订章程: by X.
    start, end = spans[0][0], spans[-1][1]
    # 研究提出《X》修改建议.
    of_change = after == "revise" and ahead == "enact" and not text.startswith(",", end)
    if of_change or (after in ("revise", "repeal") and ahead in (None, "implement")):
        return cast(Action, after)
    if ahead in _CHANGES and text.endswith("以", floor, start) and text.startswith("为", end):
        return "mention"  # 完善以《X》为核心的体系
    if after == "enact" and ahead is None and _is_told(text, start):
        return "mention"
    struck = text.endswith(_STRUCK, floor, start) and _ARTICLE.match(text, end)
    struck = struck or (ahead == "repeal" and _PART.match(text, end))
    if struck or _AMENDED.match(text, end) or _ARTICLES_END.match(text, end):
        return "revise"
    if ahead in ("enact", "revise") and _BY_LAW.match(text, end):
        return "implement"
    if not (ahead or after) and text.endswith(_FULFILS, floor, start) and _TASKS.match(text, end):
        return "implement"
    if ahead == "enact" and text.startswith(_SINCE, end):
        return "mention"
    said = ahead or after or of_list(text, start, end, lines) or _pushed(text, floor, start, end)
    if said and said != "enact":
        return said
    return of_mark(text, start, end, said) or said or "mention"


def _pushed(text: str, floor: int, start: int, end: int) -> Action | None:
    """What is pushed on with an instrument: 推动《X》报批印发, 完成《X》调整; 省政府《X》印发实施 tells."""
    if _PUSHES.search(text, max(floor, start - _BEFORE_LENGTH), start) is None:
        return None
    return "enact" if _PUT_OUT.match(text, end) else "revise" if _PUT_RIGHT.match(text, end) else None


def _issued(text: str, floor: int, start: int, end: int) -> int:
    """Where an instrument begins with the words that issue it: 印发《X》的通知."""
    if text.find("的通知", start, end + 4) < 0 or not _NOTICE.search(text, start, end + 5):
        return start
    issues = _ISSUES.search(text, max(floor, start - 8), start)
    return issues.start() if issues else start
