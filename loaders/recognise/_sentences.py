"""Clauses that are sentences: one that closes a paragraph, or those of running text.

One closes its paragraph and says no more than who does the task (县水利局、各乡镇负责。), with 由A负责 or the
note 由A会同B制定. One opens with its bodies before the task (由A牵头,B参与,制定办法。 or A:负责登记。),
another gives a list of bodies their duty, and a text may go through the bodies one after the other, each
with its own task (A负责登记;B负责检测;C负责发证。).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.instruments import LONG_NOUN
from loaders.recognise import roles
from loaders.recognise._bodies import is_built, is_known
from loaders.recognise._made import all_of, joint, made, names_only, together
from loaders.recognise._reading import Found, Party, Reading, read
from loaders.recognise.names import carried_prefix, split

_TIMED_END = ("完成", "到位", "推进", "坚持", "开展", "报送", "办结", "成果", "成效", "底前", "月底", "年底")
_DUTY_END = (*roles.duties(), *roles.nominal(), "各负其责", "落实", "实施", "组织", "指导", "督导", "监督")
_BY = re.compile("由")
_COMMA_BY = re.compile(",由")
# …，6月底前完成。 behind the duty says when.
_TERM = re.compile(rf"(?:[,;]|。(?=\d|持续|长期|常态))[^,;。]{{0,16}}(?:{'|'.join(_TIMED_END)})$")
_NOTE = re.compile(
    r"(?:由|(?:^|(?<=[。;:,]))(?=[^,。;:由]{3,30}?会同))(?P<lead>[^,。;:由]{3,30}?)(?:牵头,?)?(?:会同|会商|商|会)(?P<support>[^,。;:]{3,160}?)(?:另行|研究|具体|联合|共同|负责|组织|抓紧)*"
    rf"(?:制定|制订|拟订|出台|印发|发布|公布|明确|实施|落实|推进|办理|(?:提出|拟定|起草|制定|制订|出台)[^,。;:]{{0,12}}(?:{LONG_NOUN}|建议|清单))[。;]?$"
)
# In running text, too, a list of bodies has its duty: …，A、B按职责分工负责。
_SHARED = re.compile(r"[按依](?:照|据)?(?:各自)?职责(?:分工)?(?:分别|具体|共同)?负责(?:落实)?(?=[,。;]|$)")
# 由A牵头,B参与,制定办法。 The task stands behind the duty.
_BEFORE_TASK = re.compile(
    rf"(?:(?:{roles.duty_pattern()})(?:组织|落实|实施){{0,2}}|(?:具体|组织)(?:落实|实施))(?=,)"
)
_OPEN = ("负责,", "实施,", "主办,", "承办,")
_WITH = re.compile(
    r",(?:会同|联合)[^,。;:]{2,200}?(?=(?:共同|联合|具体|抓紧|认真|切实|另行|负责|不?定期|每(?:半?年|季度?|月|周))*(?:研究|制定|制订|拟订|提出|组织|开展|落实|推进|实施|建立|编制|做好|起草|"
    r"出台|加强|完善|指导|督促|督导|加快|推动|负责|办理|督查|检查|调度|考核|通报|评估)|,(?:于|在)[^,。;:]{2,12}前)"
)
# 县水利局负责。 amid a paragraph is a sentence of its own.
_WHOLE = ("负责。", "落实。", "牵头。", "配合。", "实施。")
_SENTENCE = re.compile("[^。;!?]+")
_HEAD = re.compile(r"\s*(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、])?\s*")
_TASK = re.compile(
    r"(?:(?<=[。;:,])|^(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]|第[一二三四五六七八九十百\d]{1,5}条)?)"
    r"\s*(?:其中,?)?(?P<who>[^,;。:]{2,90}?)(?:按(?:照)?职责|分别|主要|具体|共同|各自)*"
    r"(?P<verb>牵头负责|负责|配合做好)(?!人|制|解释|同志|的)[^,;。:]{2,}"
)
# 县水利局:负责巡查。 The body is the head of its task.
_HEADED = re.compile(_HEAD.pattern + "(?P<who>[^,;。:!?]{2,60})[:。]")
_DUTIES = re.compile("的?(?:主要|工作)*职责$")
# 县水利局:牵头巡查; 县财政局:配合做好巡查.
_PART = re.compile("牵头|配合|协[助同]")
_TASKED = re.compile(
    "负责|牵头|组织|承担|协[助调同]|配合|指导|做好|落实|参[与加]|会同|统筹|[督敦]促|监督|把握|收集|及时|保障|提供|加强|开展|制[定订]|编制|"
    "拟[定订]|依法|发布|实施|支持|研究|管理|履行|宣传|推[进动]|完成|建立|积极|切实|严格|全面|认真|具体|主要|按照|按(?:各自)?职责|根据|发挥|强化|调度|安排|审核|"
    "受理|查处|打击|引导|维护|确保|抓好|筹措|拨付|统一|监测|预[报测警]|处置|汇总|调[查配运拨]|抢[修险救]|救[治援助]|储备|动员|疏散|转移|安置|恢复|检[测验]|"
    "评估|研判|会商|分析|密切|掌握|传达|报告|收[集治]|派出|确定|设立|限制|拆除|规范|加快|持续|深入|大力|进一步|重点|联系|对接|会[同商]|担[负任]|履行"
)
# 修订办法。——县水利局。
_DASH = re.compile("[—-]{1,2}")
_REACH = 72
_UNLIKELY_LENGTH = 300


def closing(words: str) -> Iterator[Found]:
    """The clause that a paragraph is or closes with."""
    duty = words.rstrip("。;")
    if duty.endswith(_TIMED_END):
        duty = _TERM.sub("", duty)
    if duty.endswith(_DUTY_END):
        last = max(duty.rfind(stop) for stop in "。;!?") + 1
        whole = {0} if len(words) < _UNLIKELY_LENGTH else set()
        by = {at.start() for at in _BY.finditer(words, max(last, len(duty) - _UNLIKELY_LENGTH))}
        # 人才政策:A、B牵头;C参加。 The task is the head of who does it.
        headed = {colon + 1} if (colon := words.find(":", 0, _REACH)) > 0 else set()
        # 疏浚河道。A负责;B配合。
        both = {duty.rfind("。") + 1} if duty.find(";", last - 1) >= 0 else set()
        for at in sorted(whole | by | headed | both | {last}):
            dash = _DASH.match(words, at)
            begin = dash.end() if dash else at
            reading = read(words[begin:])
            if reading is not None and reading.rule == "sentence" and all_of(duty[begin:], reading):
                apart = at == 0 or (at == last and words[at] != "由")
                yield Found(at, len(words), begin, reading if apart else replace(reading, rule="note"))
                return
    last = duty.rfind("。") + 1
    if last and len(duty) - last < _UNLIKELY_LENGTH and (listed := _listed(words, last, len(duty))):
        yield listed
        return
    likely = ("由" in words or "会同" in words) and len(words) < _UNLIKELY_LENGTH
    note = _NOTE.search(words) if likely else None
    if note is None:
        return
    reading = joint(words, note.span("lead"), note.span("support"))
    if reading is not None:
        yield from made(words[: note.start()])
        yield Found(note.start(), len(words), note.start("lead"), reading)


def _listed(words: str, start: int, end: int) -> Found | None:
    """The bodies that are all that the last sentence says: 修订办法。水利部、财政部。 修订办法。——水利部。"""
    dash = _DASH.match(words, start, end)
    at, start = start, dash.end() if dash else start
    reading = read(words[start:end])
    fewest = 1 if dash else 2
    if reading is None or reading.rule != "bare" or len(reading.parties) < fewest or not names_only(reading):
        return None
    rest = end - start - sum(name.end - name.start + (name.mark is not None) for name, _ in reading.parties)
    return Found(at, len(words), start, reading) if rest < len(reading.parties) else None


def running(words: str) -> Iterator[Found]:
    """The clauses in the sentences of running text, of the first kind that it has."""
    found = list(_headed(words)) if words.find(":", 0, _REACH) > 0 or words.find("。", 0, _REACH) > 0 else []
    if not found and ("牵头" in words or any(verb in words for verb in _OPEN)):
        found = [_with_parts(words, duty) for duty in _opening(words)]
    if not found:
        found = made(words)
    if not found and "由" in words and "、" in words:
        found = list(together(words))
    if not found and "职责" in words:
        found = list(_shared(words))
    if not found and any(duty in words for duty in _WHOLE):
        found = list(_whole(words))
    if not found and words.count("负责") + words.count("配合做好") > 2:
        found = list(_tasks(words))
    yield from found


def _opening(words: str) -> Iterator[Found]:
    """The duties that sentences open with: 由水利部牵头,财政部参与,制定办法。"""
    for sentence in _SENTENCE.finditer(words):
        start, end = sentence.span()
        if head := _HEAD.match(words, start, end):
            start = head.end()
        starts = [start, *(m.start() + 1 for m in _COMMA_BY.finditer(words, start, end))]
        stops = [m.end() for m in _BEFORE_TASK.finditer(words, start, end)][::-1]
        if stops and words.endswith(_DUTY_END, start, end):
            stops.insert(0, end)  # A牵头,B配合。 The task stands in other sentences.
        duties = (_duty(words, at, stop, end) for at in starts for stop in stops)
        if duty := next(filter(None, duties), None):
            yield duty


def _with_parts(words: str, duty: Found) -> Found:
    """A duty with the parts of it that others have behind it: 由A牵头,组织比赛;B负责登记;C负责发证。"""
    stop = words.find("。", duty.end)
    parts = [*_parts(words, duty.end, stop if stop > 0 else len(words))]
    if not parts or ";" not in words:
        return duty
    parties = [Party(name.moved(-duty.offset), role) for part in parts for name, role in part[1]]
    reading = replace(duty.reading, parties=(*duty.reading.parties, *parties), rule="note")
    return duty._replace(end=parts[-1][0], reading=reading)


def _parts(words: str, start: int, end: int) -> Iterator[tuple[int, list[Party]]]:
    """The bodies that a stretch goes through, each with its own task, and where each task ends."""
    for task in _TASK.finditer(words, start, end):
        names = [name.moved(task.start("who")) for name in split(task["who"])]
        if names and words[task.start("who") - 1] == ";" and all(map(is_known, names)):
            yield task.end(), [Party(name, roles.verb_role(task["verb"])) for name in names]


def _duty(words: str, start: int, stop: int, end: int) -> Found | None:
    """The duty `words[start:stop]` with those who work with its bodies, where it is one."""
    if not 4 < stop - start < _UNLIKELY_LENGTH:
        return None
    more = _WITH.match(words, stop, end)
    stop = more.end() if more else stop
    reading = read(words[start:stop])
    if reading is None or reading.rule != "sentence" or not all_of(words[start:stop], reading):
        return None
    given = {role for _, role in reading.parties}
    if "lead" not in given and (
        words.find("牵头", start, stop) >= 0 or (len(given) < 2 and not words.startswith("由", start))
    ):
        return None
    return Found(start, stop, start, replace(reading, rule="note"))


def _headed(words: str) -> Iterator[Found]:
    """The bodies at the head of a paragraph's task: 县水利局:负责巡查。"""
    found = _HEADED.match(words)
    if found is None or not _TASKED.match(words, found.end()):
        return
    start, who = found.start("who"), _DUTIES.sub("", found["who"])
    names = [name.moved(start) for name in split(who)]
    known = [name for name in names if is_known(name) and not name.vague]
    if known and all(name in known or is_built(name) for name in names):
        part = _PART.match(words, found.end())
        role = roles.verb_role(part[0]) if part else "responsible"
        parties = tuple([Party(name, role) for name in names])
        yield Found(start, start + len(who), 0, Reading(parties, "note", False, None, True))


def opens_with_duty(words: str) -> bool:
    """Whether words open with what somebody is to do: 负责巡查."""
    return _TASKED.match(words) is not None


def _shared(words: str) -> Iterator[Found]:
    """The duties that sentences close with: …，水利部、各省级人民政府按职责分工负责。"""
    at = 0
    for duty in _SHARED.finditer(words):
        first = max(at, *(words.rfind(stop, at, duty.start()) + 1 for stop in "。;!?\n"))
        begins = [first, *(m.end() for m in re.finditer(",", words[: duty.start()]) if m.end() > first)]
        at = duty.end()
        for begin in begins:
            reading = read(words[begin:at])
            if reading is None or reading.rule != "sentence" or not all_of(words[begin:at], reading):
                continue
            # 各级各部门按职责分工负责,密切配合: no body is named, and no task.
            if words[at : at + 1] != "," or (words[begin] != "各" and names_only(reading)):
                yield Found(begin, at, begin, replace(reading, rule="note"))
                break


def _whole(words: str) -> Iterator[Found]:
    """The sentences that say no more than who does the task: 县水利局负责。 before others."""
    for sentence in _SENTENCE.finditer(words):
        start, end = sentence.span()
        if start and end - start < _REACH and words.startswith(_WHOLE, end - 2):
            reading = read(words[start:end])
            if reading is None or reading.rule != "sentence":
                continue
            known = all(is_known(name) for name, _ in reading.parties)
            if known and all_of(words[start:end], reading, spare=4):
                yield Found(start, end, start, replace(reading, rule="note"))


def _tasks(words: str) -> Iterator[Found]:
    """The bodies that a text goes through, at least three, as one clause."""
    parties: list[Party] = []
    prefix, spans = "", []
    for task in _TASK.finditer(words):
        start, end = task.span("who")
        names = [name.moved(start) for name in split(words[start:end], prefix)]
        if names and all(is_known(name) for name in names):
            prefix = carried_prefix(names, prefix)
            parties += [Party(name, roles.verb_role(task["verb"])) for name in names]
            spans.append((start, task.end()))
    if len(spans) > 2:
        yield Found(spans[0][0], spans[-1][1], 0, Reading(tuple(parties), "note", False, None, True))
