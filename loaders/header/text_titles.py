"""The title of the text that a notice issues, forwards or asks the public about."""

from __future__ import annotations

import re
from itertools import islice

from loaders.folding import fold
from loaders.header.signature import Signature
from loaders.header.title_ends import closes, with_suffix
from loaders.header.titles import NOT_TITLE, bare, written
from loaders.header.tokens import Token, tokens
from loaders.normalise import Text

_ISSUES = re.compile(r"印发|转发|批转|颁发|发布|公布|下发|下达|征求|征集")
_HANDS_OVER = re.compile(r"(?:印|转|下|颁)?发给你们|请[^。]{0,8}(?:遵照|贯彻|组织|认真)")
# The head of a table of tasks that tells of what document it is.
_TABLE_OF = re.compile(r"(?P<name>[^\n]{4,200}?)\s任务分工表\s*\n\s*文件名称:")
# The items that a notice announces are its own: 现将有关事项通知如下：一、….
_ANNOUNCES = re.compile(r"(?:提出|通知|公告|明确)(?:如下|以下)[^。:\n]{0,20}[。:][^。:\n]{0,16}[\s#*]*$")
# What may follow the title that a notice quotes: 等文件的通知, 和《Y》的通知, 意见的公告.
_AFTER_QUOTED = re.compile(r"\(|《|等|的|[、和及与]|通知|意见|(?:第[一二三]次|再次)?(?:公开)?征[求集]|公开|$")
_WHOLE = re.compile(r"印发(.{6,})的通知$")
_CONSULTS = re.compile(r"征求|征集")
# …工作方案(征求意见稿) is the draft itself.
_LAST_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")


def text_title(text: Text, title: str, used: list[Token], signed: Signature, first_unit: int) -> str | None:
    """The title of the text that a notice issues or forwards, where the file holds that text; None
    for a text issued as itself. `first_unit` is where in the source the first numbered unit starts."""
    if "任务分工表" in text.folded[:240] and (table := _TABLE_OF.match(text.folded)):
        told = text.source.text[slice(*table.span("name"))]
        return None if told == title else told
    quoted = _quoted(title)
    folded = fold(title)
    if not (quoted or _ISSUES.search(_LAST_BRACKET.sub("", folded))):
        return None
    core = bare(fold(quoted or "") or re.sub(r"^.*?(?:印发|转发|批转|颁发|下达)|的?通知$", "", folded))
    whole = title[slice(*issued.span(1))] if (issued := _WHOLE.search(folded)) else None
    after = max((t.end for t in used), default=0)
    if first_unit >= len(text.folded):  # Nothing is numbered: the text is here where its title is.
        handed = _HANDS_OVER.search(text.folded, after)
        past = max(after, signed.end, handed.end() if handed else 0)
        name = quoted or whole
        if name and signed.end and text.folded.startswith(fold(name), signed.end):
            return _as_headed(text, name)  # A line that lost its ends: …2021年5月7日某县护堤办法第一条….
        found = _line_of(text, core, past, first_unit) if signed.end or handed else None
        return found and (_as_headed(text, quoted) if quoted else found)
    line = _line_of(text, core, after, max(first_unit, after))
    if line is None and not (signed.end and signed.end < first_unit):
        line = _line_of(text, core, max(first_unit, after), len(text.folded))
    if line is None and signed.end and first_unit < signed.end:
        return None  # The notice's own items, and the signature behind them: the text is not here.
    if quoted:
        return _as_headed(text, quoted)
    if line is not None:
        return line
    if _ANNOUNCES.search(text.folded, max(after, first_unit - 80), first_unit):
        return None
    named = re.search(r"《([^《》]{6,80})》", text.text[:4000])
    if named and core and bare(named.group(1)).endswith(core[-12:]):
        return _as_headed(text, text.written(*named.span(1)))
    return whole


def handed_over(text: Text, signed: Signature) -> str | None:
    """The title of the text behind the signature of a notice whose own title is lost: the lines there say
    what the notice names in 《》."""
    names = {
        re.sub(r"\s", "", name) for name in re.findall(r"《([^《》]{6,80})》", text.folded[: signed.end])
    }
    behind = list(islice(tokens(text.folded, len(text.folded), signed.end), 8)) if names else []
    for i in range(len(behind)):
        for j in range(i, min(i + 4, len(behind))):
            if "".join(token.text for token in behind[i : j + 1]).strip("《》") in names:
                return written(text, behind[i : j + 1])
    return None


def _as_headed(text: Text, quoted: str) -> str:
    """A quoted title with 《》 in it where the text's own headline has them in place of 〈〉."""
    raised = quoted.replace("〈", "《").replace("〉", "》")
    return raised if raised != quoted and fold(raised) in text.folded else quoted


def _quoted(title: str) -> str | None:
    """What stands in the first 《》 behind 印发 and its like, nested ones counted."""
    words = fold(title if "《" in title else title.replace("〈", "《").replace("〉", "》"))
    if words.startswith("《") and words.endswith("》的通知"):  # The page left out who issues X.
        return title[1:-4]
    match = re.search(r"(?:印发|转发|批转|颁发|发布|公布|下发|下达|征求|征集)[^《]{0,40}《", words)
    if match is None and _CONSULTS.search(words):  # 关于《X》公开征求意见的通知.
        match = re.search("《", words)
    if match is None:
        return None
    depth = 1
    for i in range(match.end(), len(words)):
        depth += (words[i] == "《") - (words[i] == "》")
        if not depth:
            # 印发2021年市《政府工作报告》任务分工的通知: the quoted is a part of the title.
            return title[match.end() : i] if _AFTER_QUOTED.match(words, i + 1) else None
    return None


def _line_of(text: Text, core: str, start: int, stop: int) -> str | None:
    """The title of the issued text as its own lines have it: the first that say what `core` says."""
    if len(core) < 4:
        return None
    words = list(tokens(text.folded, stop, start))
    exact = next((t for t in words if bare(t.text.strip("《》")) == core and closes(t.text)), None)
    if exact is not None:
        at = words.index(exact)
        return written(text, words[at : with_suffix(words, at)]).strip("《》")
    for i, token in enumerate(words):
        # The notice's own title, once more; a day that lost its marks.
        again = token.text.startswith("关于印发") or re.fullmatch(r"\d{5,}", token.text)
        if again or NOT_TITLE.search(token.text) or len(token.text) > 80 or token.number:
            continue
        joined = ""
        for j in range(i, min(i + 4, len(words))):
            joined += words[j].text
            if NOT_TITLE.search(words[j].text) or len(joined) > 100:
                break
            if _says(bare(joined.strip("《》")), core) and closes(joined):
                # What stands before the title, as the day of the signature, is no part of it.
                while i < j and bare("".join(t.text for t in words[i + 1 : j + 1]).strip("《》")).endswith(
                    core
                ):
                    i += 1
                return written(text, words[i : with_suffix(words, j)]).strip("《》")
    return None


def _says(line: str, core: str) -> bool:
    """Whether a line is the title `core`, or that without its place or its bodies, or the first of more."""
    if line == core or (len(line) >= 6 and (line.endswith(core) or core.endswith(line))):
        return True
    if len(line) >= 8 and core.startswith(line) and core[len(line)] in "和及与等":
        return True
    # 转发…关于防汛工作安排的通知: what is forwarded is a report on it.
    return len(core) >= 8 and line.startswith(core) and line[len(core) :] in ("报告", "请示", "意见")
