"""The header of a document: title, number, issuers, date, as GB/T 9704-2012 lays them out.

What the format states outright (a portal's fact table) wins; the rest is read from the lines before
the first numbered unit and from the signature. What is not there is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from loaders.calendar import DATE, parse_date
from loaders.normalise import Text
from loaders.recognise.regulations import find_number, kind_of
from loaders.resolve.agencies import looks_like_agency, resolve
from loaders.resolve.regions import COUNTRY

# The last word of a title.
_NOUN = (
    r"(?:通知|意见|方案|计划|规划|纲要|办法|规定|细则|决定|决议|措施|公告|通告|通报|批复|复函|函|条例|要点|政策|规则|规程|"
    r"章程|指南|指引|制度|清单|目录|预案|标准|规范|命令|令|报告|工作|行动|分工|任务|举措|[二三四五六七八九十]+条|若干措施|"
    r"解释|准则|守则|公报|倡议书|说明|安排|战略|大纲|导则|机制|台账|分解表|分工表|责任表|任务书)"
)
_TITLE_END = re.compile(rf"{_NOUN}(?:\((?:试行|暂行|修订|试点|[^()]{{0,12}}(?:版|稿|年|修订|修正))\))?$")
_CORE = re.compile(r"关于|印发|转发|批转|发布《|公布《|通知$|意见$|方案$|办法$|规定$|条例$")
_NOT_TITLE = re.compile(
    rf"文件$|[。;!?]|^(?:{DATE})$|^(?:索引号|发文|成文|主题|有效性|废止|标题|公开)|[:,]$|^\[.*\]$"
)
_OWN_NUMBER = re.compile(r"^[(\[]?\s*[^\s《》]{0,20}?[(\[〔](?:19|20)\d\d[)\]〕]\s*第?\d{1,5}\s*号")
_GLUED_NUMBER = re.compile(
    r"(?P<number>[\u4e00-\u9fff]{1,12}[\[(](?:19|20)\d\d[\])]\d{1,5}号)[-:]?(?=[\u4e00-\u9fff]{4})"
)
_LABELLED = re.compile(r"(?:日期|时间|发布|更新|来源)\**[\])]?:?\**$")
_SALUTATION = re.compile(
    r"^(?:各|.{2,40}(?:各|人民政府|委员会|部门|单位|有关|直属|企业|院校|公司|局|厅)).{0,200}:$"
)
_PRINTED = re.compile(r"印发$|印制$|抄送")
_NOTE = re.compile(r"\(?(?:此件|本文|有删减|主动公开|公开发布|代章|盖章)")
_ISSUER_TAIL = re.compile(r"(?P<issuer>[\u4e00-\u9fff、]{3,60}?)$")
_FACT_LABEL = re.compile(
    r"^[\[(]?(发文机关|发文机构|发文字号|文号|成文日期|生成日期|主题分类|标题|实施日期|废止日期|失效日期)[\])]?:?(.*)$"
)
_FACT_NAMES = {
    "发文机关": "issuers", "发文机构": "issuers", "发文字号": "doc_number", "文号": "doc_number", "标题": "title",
    "成文日期": "issued_on", "生成日期": "issued_on", "主题分类": "subject", "实施日期": "effective_on",
    "废止日期": "expires_on", "失效日期": "expires_on",
}  # fmt: skip
_FACT_LABEL = re.compile(rf"^[\[(]?({'|'.join(_FACT_NAMES)})[\])]?:?(.*)$")


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer as written, with its span in the source's text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head and in the signature. `body` is where the running text begins: after
    the salutation, in the normalised text. `subject` is the portal's own classification."""

    title: str | None = None
    text_title: str | None = None
    doc_number: str | None = None
    issuers: tuple[Issuer, ...] = ()
    issued_on: date | None = None
    kind: str | None = None
    subject: str | None = None
    salutation: str | None = None
    effective_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    """A stretch between white space in the head, with its folded words and its line."""

    text: str
    start: int
    end: int
    line: int


def read_header(text: Text, first_unit: int, *, holds_text: bool) -> Header:
    """The header of a document whose first numbered unit starts at `first_unit` of the normalised
    text. `holds_text`: the file holds the text that a notice issues, not the notice alone."""
    folded = _folded(text)
    stop = text.to_source(first_unit, first_unit + 1)[0] if first_unit < len(text.text) else len(folded)
    head = list(_tokens(folded[: stop or len(folded)]))
    facts = _facts(text.source.facts, head)
    head = [t for t in head if not _FACT_LABEL.match(t.text)]
    number, number_at = _number(head)
    title_tokens = _title(head, number_at)
    title = facts.get("title") or _join(text, title_tokens) or None
    signature = _signature(folded, head, title_tokens)
    issuers = _fact_issuers(facts) or signature[0] or _title_issuers(title_tokens, folded)
    salutation = next((t.text for t in head if _SALUTATION.match(t.text)), None)
    header = Header(
        title=title,
        doc_number=_fact_number(facts) or number,
        issuers=tuple(issuers),
        issued_on=_fact_date(facts, "issued_on") or signature[1],
        kind=_kind(title),
        subject=facts.get("subject"),
        salutation=salutation,
        effective_on=_fact_date(facts, "effective_on"),
        expires_on=_fact_date(facts, "expires_on"),
    )
    if title and holds_text:
        header = replace(header, text_title=_text_title(text, title, head, title_tokens))
    return header


def _folded(text: Text) -> str:
    from loaders.normalise import FOLD

    folded = text.source.text.translate(FOLD)
    return re.sub(r"\*\*|#{1,6}(?=\s)", lambda m: " " * len(m.group()), folded)


def _tokens(folded: str) -> Iterator[_Token]:
    line = 0
    at = 0
    for m in re.finditer(r"\S+", folded):
        line += len(re.findall(r"\r\n|\r|\n|\f", folded[at : m.start()]))
        at = m.end()
        words, start = m.group(), m.start()
        # 石政发〔2020〕3号-石景山区人民政府关于…: a number glued to what follows it.
        number = _GLUED_NUMBER.match(words)
        if number:
            yield _Token(number.group("number"), start, start + number.end("number"), line)
            words, start = words[number.end() :], start + number.end()
        yield _Token(words, start, m.end(), line)


def _facts(stated: Mapping[str, str], head: list[_Token]) -> dict[str, str]:
    """The facts of the format, and those that a copied portal page left as labelled lines."""
    facts = dict(stated)
    for token, after in zip(head, [*head[1:], _Token("", 0, 0, 0)], strict=True):
        label = _FACT_LABEL.match(token.text)
        if label:
            value = label.group(2) or after.text
            if value.strip("-— []") and not _FACT_LABEL.match(value):
                facts.setdefault(_FACT_NAMES[label.group(1)], value)
    return facts


def _fact_number(facts: Mapping[str, str]) -> str | None:
    from loaders.normalise import FOLD

    found = find_number(facts.get("doc_number", "").translate(FOLD).replace(" ", ""))
    return found[0] if found else None


def _fact_date(facts: Mapping[str, str], name: str) -> date | None:
    return parse_date(facts.get(name, ""))


def _fact_issuers(facts: Mapping[str, str]) -> list[Issuer]:
    words = re.split(r"[\s、,;]+", facts.get("issuers", ""))
    return [Issuer(w, 0, 0) for w in words if w]


def _number(head: list[_Token]) -> tuple[str | None, int]:
    """The document's own number, and the index of its token (-1 where there is none)."""
    for i, token in enumerate(head):
        if len(token.text) > 60 and "。" in token.text:
            break
        words, index = token.text, i
        # 国办发〔2018〕 129 号 stands in several tokens.
        while (
            index + 1 < len(head)
            and head[index + 1].line == token.line
            and len(words) < 30
            and "号" not in words
        ):
            index += 1
            words += head[index].text
        found = find_number(words)
        if found and "《" not in words[: found[1]][-1:] and not _cited(words, found[1]):
            code = re.match(r"^[\u4e00-\u9fff]*?(?:文件|通知|意见|号)(?=[\u4e00-\u9fff])", found[0])
            return (found[0][code.end() :] if code else found[0]), i
        order = re.match(r"^第(\d{1,4})号$", token.text)
        if order and i and head[i - 1].text.endswith("令"):
            issuer = re.sub(
                "^(?:中华人民共和国)?国务院", "国", head[i - 1].text.removeprefix("中华人民共和国")
            )
            return f"{issuer}第{int(order.group(1))}号", i
    return None, -1


def _cited(words: str, at: int) -> bool:
    """Whether a number belongs to a title before it: 根据《X》（中办发〔2019〕56号）."""
    before = words[:at].rstrip("([")
    return before.endswith("》") or ("《" in before and "》" not in before) or len(before) > 60


def _title(head: list[_Token], number_at: int) -> list[_Token]:
    """The tokens of the title as published."""
    for i, token in enumerate(head):
        if _SALUTATION.match(token.text) or (len(token.text) > 90 and "。" in token.text):
            break
        if _NOT_TITLE.search(token.text) or not _CORE.search(token.text) or i == number_at:
            continue
        found = _title_from(head, i, number_at)
        if found:
            return found
    return _plain_title(head)


def _title_from(head: list[_Token], core: int, number_at: int) -> list[_Token]:
    stop = core
    words = ""
    while stop < len(head) and head[stop].line - head[core].line <= 6 and stop != number_at:
        piece = head[stop].text
        number = (
            _OWN_NUMBER.search(re.sub(r"^.*?(?=[(\[])", "", piece))
            if stop > core or "》的" in piece
            else None
        )
        bracketed = re.search(r"[(\[][^()\[\]《》]{1,16}[\[(](?:19|20)\d\d[\])]\d+号[)\]]$", piece)
        if bracketed and number is None:
            piece = piece[: bracketed.start()]
        if _NOT_TITLE.search(piece) and stop > core:
            return []
        words += piece
        stop += 1
        if words.count("《") == words.count("》") and _TITLE_END.search(words) and len(words) > 5:
            return _backwards(head, core, number_at) + head[core:stop]
    return []


def _backwards(head: list[_Token], core: int, number_at: int) -> list[_Token]:
    """The issuers that stand before 关于 or 印发 on the same line or on lines of their own."""
    issuer = re.split(r"关于|印发|转发|批转", head[core].text)[0]
    named = bool(issuer) and looks_like_agency(issuer) and _stands_alone(issuer)
    if named and core and head[core - 1].line != head[core].line:
        return []
    begin = core
    while begin and begin - 1 != number_at:
        before = head[begin - 1]
        if head[begin].line - before.line > 1 or _NOT_TITLE.search(before.text) or len(before.text) > 30:
            break
        if not re.search(r"[厅室府委局部院会组办署行社团]$", before.text) or find_number(before.text):
            break
        begin -= 1
    return head[begin:core]


def _plain_title(head: list[_Token]) -> list[_Token]:
    """A title without 关于: the first short line, or lines, that end with the word for an instrument."""
    for i, token in enumerate(head[:12]):
        if _NOT_TITLE.search(token.text) or len(token.text) > 60:
            continue
        words = ""
        for stop in range(i, min(i + 4, len(head))):
            if _NOT_TITLE.search(head[stop].text) or (stop > i and head[stop].line - head[stop - 1].line > 1):
                break
            words += head[stop].text
            if _TITLE_END.search(words) and 6 <= len(words) <= 80 and words.count("《") == words.count("》"):
                return head[i : stop + 1]
    return []


def _join(text: Text, tokens: list[_Token]) -> str:
    """The title's words as the source has them, without the spaces and line ends inside."""
    raw = "".join(text.source.text[t.start : t.end] for t in tokens).replace("**", "")
    return re.sub(r"[(（][^()（）《》]{1,16}[\[〔（(【](?:19|20)\d\d[\]〕）)】]\d+号[)）]$", "", raw).lstrip(
        "#"
    )


def _text_title(text: Text, title: str, head: list[_Token], used: list[_Token]) -> str | None:
    """The title of the text that a notice issues or forwards; None for a text issued as itself."""
    if not re.search(r"印发|转发|批转|发布|公布", title):
        return None
    quoted = re.search(r"(?:印发|转发|批转|发布|公布)[^《]{0,40}《(.+)》", title)
    if quoted:
        return quoted.group(1)
    whole = re.search(r"印发(.{6,})的通知$", title)
    last = max((t.end for t in used), default=0)
    bare = re.sub(r"[\s的]", "", re.sub(r"^.*?(?:印发|转发|批转)|通知$", "", title))
    lines: dict[int, list[_Token]] = {}
    for token in head:
        if token.start >= last:
            lines.setdefault(token.line, []).append(token)
    for tokens in lines.values():
        for token in tokens:
            words = token.text.strip("《》")
            if _TITLE_END.search(words) and not _NOT_TITLE.search(words) and 6 <= len(words) <= 80:
                return text.source.text[token.start : token.end].strip("《》*#")
    named = re.search(r"《([^《》]{6,80})》", text.text[:4000])
    if named and re.sub(r"[\s的]", "", named.group(1)).endswith(bare[-12:]):
        return named.group(1)
    return whole.group(1) if whole else None


def _signature(folded: str, head: list[_Token], title: list[_Token]) -> tuple[list[Issuer], date | None]:
    """The issuers and the date of the first signature: bodies, then a date, on lines or in one line."""
    tokens = list(_tokens(folded))
    begin = max((t.end for t in title), default=0)
    for i, token in enumerate(tokens):
        if token.start < begin:
            continue
        words, j = token.text, i
        while j + 1 < len(tokens) and tokens[j + 1].line == token.line and re.search(r"(?:\d|年|月)$", words):
            j += 1
            words += tokens[j].text
        found = re.search(rf"({DATE})(?:\((?!.*[《》]).{{0,40}}\))?$", words)
        if not found or _PRINTED.search(words) or (i and _LABELLED.search(tokens[i - 1].text)):
            continue
        before = words[: found.start()]
        if before.endswith(("(", "[")) or (before and not _signs(before)):
            continue
        on = parse_date(found.group(1))
        if on is None:
            continue
        if before:
            tail = re.split(r"[。;:!?)]", before)[-1]
            at = folded.find(tail, token.start) if tail else token.start
            return _split_issuers(tail, at), on
        issuers = _issuers_above(tokens, i)
        if issuers or i + 1 >= len(tokens) or tokens[i].line != tokens[i - 1].line or i < len(head):
            return issuers, on
    return [], _bracketed_date(head)


def _bracketed_date(head: list[_Token]) -> date | None:
    """（2018年12月21日…通过） under the title."""
    for token in head:
        match = re.match(rf"\(({DATE})", token.text)
        if match:
            return parse_date(match.group(1))
    return None


def _signs(before: str) -> bool:
    tail = re.split(r"[。;:!?)]", before)[-1]
    return bool(tail) and looks_like_agency(tail) and len(tail) <= 60


def _issuers_above(tokens: list[_Token], at: int) -> list[Issuer]:
    """The bodies on the lines right above a date, the first issuer first."""
    issuers: list[Issuer] = []
    line = tokens[at].line
    for token in reversed(tokens[:at]):
        words = token.text
        if _NOTE.search(words) and words.startswith("("):
            line = token.line
            continue
        if line - token.line > 2 or len(words) > 60 or re.search(r"[。;:,!?》]", words):
            break
        if not looks_like_agency(words):
            break
        issuers = _split_issuers(words, token.start) + issuers
        line = token.line
    return issuers


def _title_issuers(tokens: list[_Token], folded: str) -> list[Issuer]:
    """The bodies before 关于 or 印发 in the title."""
    issuers: list[Issuer] = []
    pieces: list[tuple[str, int]] = []
    for token in tokens:
        match = re.search(r"关于|印发|转发|批转", token.text)
        words = token.text[: match.start()] if match else token.text
        if words:
            pieces.append((words, token.start))
        if match:
            break
    else:
        return []
    whole = "".join(p[0] for p in pieces)
    if len(pieces) > 1 and not all(_stands_alone(words) for words, _ in pieces):
        pieces = [(whole, pieces[0][1])]
    for words, start in pieces:
        words = re.sub(r"^.*?号-?", "", words)
        if looks_like_agency(words):
            issuers += _split_issuers(words, start)
    return issuers


def _stands_alone(words: str) -> bool:
    return resolve(words, region=COUNTRY, on=None).resolved


def _split_issuers(words: str, start: int) -> list[Issuer]:
    """Bodies that stand in one string, parted by 、 or by nothing (国务院办公厅中央军委办公厅)."""
    issuers: list[Issuer] = []
    at = 0
    for piece in re.split(r"[、,\s]", words):
        offset = start + words.find(piece, at)
        at = words.find(piece, at) + len(piece)
        if not piece:
            continue
        cut = _seam(piece)
        while cut:
            issuers.append(Issuer(piece[:cut], offset, offset + cut))
            piece, offset = piece[cut:], offset + cut
            cut = _seam(piece)
        issuers.append(Issuer(piece, offset, offset + len(piece)))
    return issuers


def _seam(words: str) -> int:
    """Where one known body ends and another begins; 0 for a single body."""
    if len(words) < 7 or resolve(words, region=COUNTRY, on=None).resolved:
        return 0
    for cut in range(len(words) - 3, 2, -1):
        one, other = words[:cut], words[cut:]
        if words[cut - 1] in "厅室院部委局会署行社府办" and _stands_alone(one) and _stands_alone(other):
            return cut
    return 0


def _kind(title: str | None) -> str | None:
    """The kind of document by the last word of its title: 通知, 意见, 方案 …"""
    if not title:
        return None
    match = re.search(rf"({_NOUN})(?:[(（].*[)）])?$", title)
    return match.group(1) if match else kind_of(title)
