"""How a table of tasks words names, times, grounds and doubts: for people, and so that the words alone,
in a cell of their own, still say what they said in their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.exports._duties import Answer, Ground, Time
from graph.names import CARRIED_LEVEL

ONGOING = "持续推进"
_FULL_WIDTH = str.maketrans("()", "（）")
# Units that any body has, and how the name of the body ends whose unit another is.
_INNER = re.compile(r"[科股处]室?$")
_OWNER = re.compile(r"[局厅委会府部院署办]$")
_YEAR = re.compile(r"(?:19|20)\d\d年|二[〇○零][〇○零一二三四五六七八九]{2}年|十[一二三四五六七]?五(?!日)")
# 2022 of 2022、2023年.
_BARE_YEAR = re.compile(r"(?<=^(?:19|20)\d\d)$")
_YEARLESS = re.compile(
    r"(?:今年|明年|当年|本年度?)?"
    r"(?=\d{1,2}(?:[至到~—–-]\d{1,2})?月|[元一二三四五六七八九十]{1,3}月|年[底末终内]|上半年|下半年|第?[一二三四1-4]季度)"
    r"|(?:今|明|当|本)年度?(?=[底末内])"
)
_TOWARDS = re.compile("^(?:到|至|力争|争取)|五.*(?:末|结束)")
_STRIVING = re.compile(r"^(?:力争|争取)(?=\d)")
# 2021年10月至2022年: to its end.
_TO_A_YEAR = re.compile(r"(?<=[月日][至到]20\d\d年)$")
# 延长至3月底, 顺延到3月底.
_UNTIL = re.compile("[至到].*")
_BEFORE = re.compile("[之以]?前$")
# 从2021年3月启动，2022年6月基本结束: from then to then.
_STARTED = re.compile(r"启动[,，]\s?(?=\d)")
# 自印发之日起30日内: the day alone says when that is.
_COUNTED = re.compile(r"[起后],?[^,，]{1,3}(?:个月|[日天周年])之?以?内$")
# 国庆节前 has no place for a year.
_FEAST = re.compile(r"^[^\d底末内月季半]{2,12}前$")
_EVERY = {"yearly": "每年", "quarterly": "每季度", "monthly": "每月"}
_ACTIONS = {"enact": "制定", "revise": "修订", "repeal": "废止", "implement": "落实", "apply": "推广应用"}
_DOUBTS = {
    "unknown agency": "名称未收录，按原文列出",
    "ambiguous region": "名称可指多个地区的机构",
    "uncertain clause": "分工语句不完整",
    "deadline without year": "时限缺少年份",
    "deadline without date": "时限没有写明日期",
    "citation without number": "所引文件没有文号",
    "several_numbers": "所引标题有多个文号",
}


def written_names(answers: Sequence[Answer], carriers: Iterable[Answer]) -> list[str]:
    """The names of one cell as the document has them.

    A name that leaves out the level which one before it carries (省财政厅牵头，教育厅配合) gets it
    back where that one (`carriers`: all of the measure) stands in another cell. One that nobody knows
    (执法大队) and of whom its own document alone tells whose it is, has its full name.
    """
    levels = {_level(each.surface) for each in carriers}
    names: list[str] = []
    carried = ""
    for answer in answers:
        name = answer.surface
        level = _level(answer.short_name)
        if not _level(name) and level in levels and level != carried:
            name = _with_level(answer, level)
        elif answer.doubt and _is_unit(answer):
            name = answer.name
        carried = _level(name) or carried
        names.append(name.translate(_FULL_WIDTH))
    return names


def _is_unit(answer: Answer) -> bool:
    """Whether a body is a unit of the one whose name stands before its own in its full name."""
    owner = answer.name.removesuffix(answer.surface)
    return owner != answer.name and bool(_OWNER.search(owner)) and not _INNER.search(answer.surface)


def official_name(answer: Answer) -> str:
    """The full official name, and behind it the second one in brackets."""
    return f"{answer.name}（{answer.capacity}）" if answer.capacity else answer.name


def _level(name: str) -> str:
    """The level that a name carries on to the next: 省 of 省财政厅、教育厅."""
    found = CARRIED_LEVEL.match(name)
    return found[0] if found else ""


def _with_level(answer: Answer, level: str) -> str:
    """教育厅 → 省教育厅, 宣传部 → 省委宣传部 or 自治区党委宣传部, where the body goes by that name."""
    base = answer.surface.partition("(")[0]
    known = (answer.short_name, *answer.aliases)
    prefix = next((p for p in (level, f"{level}委", f"{level}党委") if p + base in known), "")
    return prefix + answer.surface


def time_words(time: Time) -> str:
    """A time in words that hold its year, and that say by themselves what it is: done by then, a rule
    that holds until then, a state to reach, a day that comes again."""
    words, day = _BARE_YEAR.sub("年", time.text), time.start_date or time.date
    if time.recurring:
        words = words.replace("次年", "每年")
        return words if words[:1] in "每次" else _EVERY.get(time.recurring, "") + words
    words = _STARTED.sub("至", _TO_A_YEAR.sub("底", words))
    if day and (_COUNTED.search(words) or _FEAST.search(words)):
        return f"{day.year}年{day.month}月{day.day}日前"
    if day and not _YEAR.search(words):
        words = _YEARLESS.sub(f"{day.year}年", words, count=1)
    match time.kind:
        case "target":
            words = _STRIVING.sub("到", words)
            bare = time.start_date or _TOWARDS.search(words)
            return f"目标：{words}" if bare else f"目标：到{words}"
        case "until" if time.date and time.start_date:
            return f"执行期：{words}"
        case "until" if until := _UNTIL.search(words):
            return f"执行{until[0]}"
        case "until" if time.date and _YEAR.search(words):
            return f"执行至{_BEFORE.sub('', words)}"
        case "due" if words.endswith("日") and not time.start_date:
            return f"{words}前"  # a bare day beside bodies looks like a signature
    return words


def ground_words(ground: Ground) -> str:
    """What the measure does to the instrument, its title and number: 修订《X》（中办发〔2019〕56号）, or its
    number alone: 修订：中办发〔2019〕56号."""
    action, number = _ACTIONS.get(ground.action, ""), ground.number or ""
    if not ground.title:
        return f"{action}：{number}" if action else number
    return f"{action}《{ground.title}》" + (f"（{number}）" if number else "")


def doubt_words(doubt: str) -> str:
    """Why something is doubtful."""
    return _DOUBTS.get(doubt, doubt)
