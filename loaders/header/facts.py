"""What a portal states about a document: its fact table, or the labelled lines that a copy left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from loaders.calendar import DATE, parse_date
from loaders.folding import fold
from loaders.header import title_ends
from loaders.header.bodies import Issuer, is_bodies
from loaders.header.titles import SALUTATION
from loaders.header.tokens import Token
from loaders.read import FACTS
from loaders.recognise.regulations import find_number
from loaders.resolve.likeness import looks_like_agency

_NAMES = "|".join(sorted(FACTS, key=len, reverse=True))
# A label may have a number in a list: 3.[发文字号]….
_LABEL = re.compile(rf"^(?:\d{{1,2}}[.、]|[•·])?[\[(]?(?P<label>{_NAMES})[\])]?(?P<mark>:?)(?P<value>.*)$")
# What goes on with a value: the parts of a date and time, of a number, of a path (民政 / 扶贫).
_GOES_ON = re.compile(r"[\d:.-]+$|/")
_HEAD, _SEVERAL = 20, 3
# [行业分类]教育 among other facts is one that we have no name for.
_NAMELESS = re.compile(r"\[[\u4e00-\u9fff]{2,8}\](?!.*关于)")
_TIME = re.compile(r"\s+\d{1,2}:\d\d.*$")
_HOUR = re.compile(r"\s+(?!0?0:00(?::00|$))\d{1,2}:\d\d.*$")
# What a portal writes before or behind a title, and where it cuts one.
_AROUND = re.compile(r"^【[^【】]{2,8}】|(?:\.{2,}|…+)$")
_SHORTEST_TITLE = 4
# 颁布日期:2024-01-18生效日期:2024-03-01: a copy may lose what parted two facts.
_NEXT_LABEL = re.compile(rf"(?<=[\d日号])(?=(?:{_NAMES}):)|(?=[•·]\[(?:{_NAMES})\])|(?<=.)(?=文章属性[•·])")
# Bodies whose names end as those of no agency.
_BODY_END = ("党组", "镇", "乡", "街道")
_DATES = frozenset({"issued_on", "sent_on", "made_on", "online_on", "effective_on", "expires_on"})
_WRITTEN = frozenset({"成文日期", "成文时间"})
# How long after its signature a document is sent out.
_SENT_WITHIN = timedelta(days=31)
_DATE_START = re.compile(r"[\d一二〇]")
# Labels that are words of titles and texts too: a line of them is no fact.
_COMMON = frozenset({"标题", "名称", "来源"})
# [某县人民政府]2016-05-09: a page's line on itself.
_PUBLISHER = re.compile(rf"\[(?P<body>[\u4e00-\u9fff]{{4,20}})\](?={DATE}|$)")


def take(format_facts: Mapping[str, str], head: list[Token]) -> tuple[dict[str, str], list[Token]]:
    """The facts of the format and those of the head's labelled lines, and the head without these."""
    found = dict(format_facts)
    cells = {t for t, n in pairwise(head) if n.text == "|" and n.line == t.line and t.text in FACTS}
    head = [
        part
        for token in head
        if token.text.strip("|•·")
        for part in ([token._replace(text=f"{token.text}:")] if token in cells else _parted(token))
    ]
    head = [t for t, n in zip_longest(head, head[1:]) if not (n and _is_list_number(t, n))]
    # A collection gives a text's title and then what it knows of it.
    titled = next((t for t, n in pairwise(head) if n.text == "文章属性" and n.line == t.line), None)
    if titled:
        found.setdefault("title", titled.text)
    kept: list[Token] = []
    # A copy may glue its labels to what they state: 发文日期2021年12月21日.
    glued = sum(_label(token.text, glued=True) is not None for token in head[:_HEAD]) >= _SEVERAL
    listed = (
        sum(token.text.startswith("[") and _label(token.text) is not None for token in head[:_HEAD])
        >= _SEVERAL
    )
    i = 0
    while i < len(head):
        label = _label(head[i].text, glued=glued)
        if label is None:
            page = _PUBLISHER.match(head[i].text) if i < _HEAD else None
            if page and is_bodies(page["body"]):
                found.setdefault("publisher", page["body"])
            elif listed and i and _NAMELESS.match(head[i].text):
                _, i = _value("", head[i].text.partition("]")[2], head, i, glued)
                continue
            kept.append(head[i])
            i += 1
            continue
        fact = FACTS[label[0]]
        value, i = _value(fact, label[1], head, i, glued)
        if label[0] in _WRITTEN and _fits(fact, value):
            found[fact] = value  # The day of the signature, where a page states that of sending out too.
        elif value.strip("-— []:") and (fact != "doc_number" or find_number(fold(re.sub(r"\s", "", value)))):
            found.setdefault(fact, value)
    return found, kept


def _value(fact: str, value: str, head: list[Token], i: int, glued: bool) -> tuple[str, int]:
    """The value of the fact that the head's token `i` labels, and the token behind it: what stands behind
    the label, else the words up to the next label or line's end."""
    own = head[i].line
    # 发布时间:2021-05-03 来源:, and the title below: what stands beside other facts has its value there.
    beside = i > 0 and head[i - 1].line == own
    i += 1
    line = own if value or beside or i == len(head) else head[i].line
    while i < len(head) and head[i].line == line and _label(head[i].text, glued=glued) is None:
        words = head[i].text
        goes_on = _GOES_ON.match(words) or value.endswith("/")
        several = fact in ("issuers", "publisher") and is_bodies(words)
        if value and not (goes_on or several or (fact == "title" and ":" not in words)):
            break
        if head[i].number and fact != "doc_number":
            break
        words = words if value else words.removeprefix(":")
        if not value and (SALUTATION.match(words) or not _fits(fact, words)):
            break
        value += (" " if value and (several or words[0].isdigit()) else "") + words
        i += 1
    return value, i


def _is_list_number(token: Token, after: Token) -> bool:
    """Whether a token numbers a fact of a list: 3. [发文字号]…."""
    return after.text.startswith("[") and re.fullmatch(r"\d{1,2}[.、]", token.text) is not None


def _parted(token: Token) -> list[Token]:
    """A token at the labels that follow a value in it."""
    if (token.text.count(":") < 2 and "•[" not in token.text) or token.end - token.start != len(token.text):
        return [token]
    cuts = [0, *(m.start() for m in _NEXT_LABEL.finditer(token.text)), len(token.text)]
    return [
        token._replace(text=token.text[a:b], start=token.start + a, end=token.start + b)
        for a, b in pairwise(cuts)
    ]


def _fits(fact: str, words: str) -> bool:
    """Whether words can be the value of a fact: a date is one, and no number of a document; a title is
    that of the title alone."""
    if fact != "title" and ("关于" in words or words.startswith("《")):
        return False
    return fact not in _DATES or (bool(_DATE_START.match(words)) and find_number(words) is None)


def _label(words: str, *, glued: bool = False) -> tuple[str, str] | None:
    """The label and the value of words that state a fact."""
    match = _LABEL.match(words)
    if match is None:
        return None
    label, value = match.group("label", "value")
    begin = match.start("label")
    bracketed = words[begin - 1 : begin] in ("[", "(") and words[match.end("label") :][:1] in ("]", ")")
    by_itself = bracketed or ((glued or not value) and label not in _COMMON)
    return (label, value) if match.group("mark") or by_itself else None


def doc_number(facts: Mapping[str, str]) -> str | None:
    """The stated number in its standard form."""
    words = re.sub(r"\s", "", fold(facts.get("doc_number", "")))
    found = find_number(words) or find_number(f"{words}号")
    return found[0] if found else None


def day(facts: Mapping[str, str], name: str) -> date | None:
    """A stated date, with a time of day or without (2021-03-05 10:22), its 日 written or not."""
    words = _TIME.sub("", fold(facts.get(name, "")).strip())
    words = re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", words)
    return parse_date(f"{words}日" if re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}", words) else words)


def day_of_issue(facts: Mapping[str, str], signed: date | None, number: str | None) -> date | None:
    """The stated day of issue, or of sending out (发文日期), before which stands that of a signature shortly
    before it, or of the year of the document's number, where the stated one is of another. A collection of
    laws (it ranks what it holds: 效力级别) means by 发布日期 the day of issue."""
    issued, sent = _told(facts, "issued_on"), _told(facts, "sent_on")
    if not issued and sent and signed and timedelta() <= sent - signed <= _SENT_WITHIN:
        return signed
    told = issued or sent
    if told and signed and number and f"〔{told.year}〕" not in number and f"〔{signed.year}〕" in number:
        return signed  # A page that was moved states the day of the move.
    return issued or sent or (day(facts, "online_on") if "rank" in facts else None)


def _told(facts: Mapping[str, str], name: str) -> date | None:
    """A stated day of issue; a day with its hour (no midnight, which is none), or that on which the page went
    online, is the page's."""
    if _HOUR.search(facts.get(name, "")):
        return None
    told = day(facts, name)
    return told if "online_on" not in facts or "rank" in facts or told != day(facts, "online_on") else None


def day_online(facts: Mapping[str, str]) -> date | None:
    """The day that stands for the day of issue where the document has none: that of the page's making,
    or of its going online where the page says from when the document holds."""
    return day(facts, "issued_on") or day(facts, "sent_on") or day(facts, "made_on") or (
        day(facts, "online_on") if "effective_on" in facts else None
    )  # fmt: skip


def title(facts: Mapping[str, str]) -> str | None:
    """The stated title, without white space and a number before or behind it; None for words that say that
    there is none (无, undefined)."""
    words = _AROUND.sub("", re.sub(r"\s", "", facts.get("title", "")).strip("-•·|"))
    if number := find_number(fold(words)):
        before, behind = words[: number[1]], words[number[2] :]
        words = (
            before[:-1]
            if re.fullmatch("[)）]", behind) and before[-1:] in "(（"
            else behind
            if not before
            else words
        )
    return words if len(re.findall("[\u4e00-\u9fff]", words)) >= _SHORTEST_TITLE else None


def page_title(facts: Mapping[str, str]) -> str | None:
    """What the page calls itself, where that is a document's title."""
    words = re.sub(r"\s", "", facts.get("page_title", ""))
    return words if title_ends.closes(fold(words)) else None


def title_token(facts: Mapping[str, str]) -> list[Token]:
    """The stated title as a token; it has no place in the text."""
    words = title(facts)
    return [Token(fold(words), 0, 0, 0)] if words else []


def issuers(facts: Mapping[str, str], name: str) -> list[Issuer]:
    """The stated bodies, which have no place in the text; other words (80802, 信息补充中) are none."""
    words = re.split(r"[\s、,，;；]+", facts.get(name, ""))
    return [Issuer(word, 0, 0) for word in words if word.endswith(_BODY_END) or looks_like_agency(word)]
