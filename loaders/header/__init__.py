"""The header of a document: title, number, issuers, date, as GB/T 9704-2012 lays them out.

What the format states outright (a portal's fact table) wins; the rest is read from the words before
the first numbered unit and from the signature. What is not there is None, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from graph.model import Region
from loaders.contents import contents
from loaders.folding import fold
from loaders.header import (
    facts,
    history,
    issuers,
    named,
    number,
    orders,
    press,
    signature,
    title_ends,
    titles,
)
from loaders.header.bodies import Issuer, is_bodies
from loaders.header.text_titles import handed_over, text_title
from loaders.header.tokens import Token, tokens
from loaders.normalise import Text
from loaders.recognise.regulations import numbers
from loaders.tables.head import find_head

__all__ = ["Header", "Issuer", "of_government", "read_header"]

_BLURB = re.compile(r"(?:导读|简介|摘要|核心提示|内容提要|编者按):|\[(?:图解|图文解读|一图[读看]懂)\]")
# 2024年工作要点, 2024年度普查工作安排: a plan for that year.
_NEXT_PLAN = re.compile(
    r"(?<![\d\-—–－~～至到])((?:19|20)\d\d)年度?(?!底|末|前)[^《》—-]{0,30}?(?:要点|计划|任务|安排|清单|台账|方案)"
)
# What a page offers beside its text: 【字体：大 中 小】 打印.
_FONT = re.compile(r"\[?字[体号]")
_TOOL = re.compile(r"\[?(?:字[体号]:?)?(?:特?大|中|小|默认|标准|打印|关闭|收藏|[|\][])*")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head and in the signature. `title` is the title as published, `text_title`
    that of the text which a notice issues, where the file holds it; `kind` the word for the kind of
    document, `subject` the portal's own classification, `salutation` the line of addressees, `origin` from
    whom a page says it has the text, `area` where it says that the document applies, `spoken` the year
    that the text alone tells."""

    title: str | None = None
    text_title: str | None = None
    doc_number: str | None = None
    issuers: tuple[Issuer, ...] = ()
    issued_on: date | None = None
    kind: str | None = None
    subject: str | None = None
    salutation: str | None = None
    origin: str | None = None
    area: str | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    spoken: int | None = None

    @property
    def year(self) -> int | None:
        """The year in which the document speaks: that of its date, else the one its title names, else that
        of its number, else the one that its text tells."""
        written = f"{self.title} {self.text_title}"
        if self.issued_on:
            # 2024年工作要点, issued in December 2023: what it sets without a year is next year's.
            ahead = self.issued_on.month > 10 and _NEXT_PLAN.search(written)
            return self.issued_on.year + bool(ahead and int(ahead[1]) == self.issued_on.year + 1)
        # The last year of a span (2021—2023年) is not that in which the document speaks.
        named = set(re.findall(r"(?<![\d\-—–－~～至到])(?:19|20)\d\d(?=年(?!底?前|远景))", written))
        if len(named) == 1:
            return int(named.pop())
        numbered = re.search(r"〔((?:19|20)\d\d)〕", self.doc_number or "")
        return int(numbered[1]) if numbered else self.spoken

    @property
    def day(self) -> date | None:
        """The day whose names its bodies bear: its date, else the middle of the year of its title or
        number."""
        year = None if self.spoken else self.year
        return self.issued_on or (date(year, 6, 30) if year else None)


def read_header(text: Text, first_unit: int) -> Header:
    """The header of a document whose first numbered unit starts at `first_unit` of the normalised
    text (its length where there is none)."""
    numbered = first_unit < len(text.text)
    stop = text.to_source(first_unit, first_unit + 1)[0] if numbered else len(text.folded)
    stated, head = facts.take(text.source.facts, named.from_red_head(_head(text, stop)))
    published = titles.published(head)
    order, past = orders.order_issuer(head), history.read(head)
    signed, own = _signed(text.folded, head, published, order)
    title = _title(text, published, facts.title(stated))
    announced = orders.is_announcement(fold(title or ""))
    ordered, holds_from = orders.published(text) if order or announced else (None, None)
    if announced or (order and fold(title or "令").endswith("令")):
        title = ordered or title
    own_number = facts.doc_number(stated) or _number(own, published) or past.number
    released = None if title else press.read(text, stop)
    title, tellers = released or (title or handed_over(text, signed) or facts.page_title(stated), [])
    return Header(
        title=title,
        text_title=text_title(text, title, published, signed, stop) if title else None,
        doc_number=own_number,
        issuers=tuple(
            issuers.choose(stated, signed, published, head, order, past) or past.issuers or tellers
            or named.above_title(head, published)
        ),
        issued_on=facts.day_of_issue(stated, signed.on, own_number) or signed.on
        or _day_beside(head, published) or past.on or facts.day_online(stated)
        or signature.printed_on(text.folded),
        kind=title_ends.kind(title),
        subject=stated.get("subject"),
        salutation=_salutation(head),
        origin=stated.get("origin"),
        area=stated.get("area"),
        effective_on=facts.day(stated, "effective_on") or holds_from or past.holds_from,
        expires_on=facts.day(stated, "expires_on"),
    )  # fmt: skip


def of_government(header: Header, text: Text, region: Region) -> Header:
    """The header with the government of `region` as issuer, or who announces, where nothing but the number
    names it."""
    own = header.doc_number
    name = number.government(own, region) or number.announcer(own) if own and not header.issuers else None
    if own is None or name is None:
        return header
    places = ((start, end) for found, start, end in numbers(text.folded) if found == own)
    start, end = next(places, (0, 0))
    return replace(header, issuers=(Issuer(name, start, end, text.source.text[start:end] or own),))


def _head(text: Text, stop: int) -> list[Token]:
    """The tokens before a place of the source, without what is no part of a document's head; of a text that
    begins at that place all."""
    head = [] if not stop and _is_table(text) else list(tokens(text.folded, stop or len(text.folded)))
    return _without_blurb(_without_tools(_without_contents(text, head)))


def _signed(
    folded: str, head: list[Token], published: list[Token], order: Issuer | None
) -> tuple[signature.Signature, list[Token]]:
    """The document's signature, and what of its head can bear its number."""
    # An order is signed before the title of the text that it publishes.
    signed = signature.read(folded, order.end if order else max((t.end for t in published), default=0))
    if not published:
        return signed, head
    # A copy without the notice's title: addressed and signed above the text's.
    above = signature.read(folded[: published[0].start], 0)
    if above.end and not above.issuers:  # The day of a page's own line, above who signed.
        above = _behind(folded[: published[0].start], above)
    addressed = any(titles.SALUTATION.match(t.text) for t in head if t.start < above.end)
    if addressed:
        return above, [token for token in head if token.start < published[0].start]
    handed = above.issuers or "印发给你们" in folded[: above.end]
    return above if signed.on is None and handed else signed, head


def _behind(folded: str, first: signature.Signature) -> signature.Signature:
    """The next signature where bodies have signed it, else the first."""
    following = signature.read(folded, first.end)
    return following if following.issuers else first


def _number(own: list[Token], published: list[Token]) -> str | None:
    """The document's number in its head; above the title may stand the lead of a news item."""
    below = [token for token in own if published and token.start >= published[0].start]
    return number.own_number(own) or number.own_number(below)


def _is_table(text: Text) -> bool:
    """Whether a text begins with the head of a table of tasks: nothing stands above it."""
    first = text.paragraphs[0].cells if text.paragraphs else ()
    return bool(first) and find_head([text.text[a:b] for a, b in first]) is not None


def _title(text: Text, published: list[Token], told: str | None) -> str | None:
    """The title as published, or as a portal tells it where that one is another and whole: not its
    beginning, nor what follows the bodies in it."""
    title = titles.written(text, published) or None
    own, other = fold(title or ""), fold(told or "")
    cut = own.startswith(other) and not title_ends.closes(other)
    without_bodies = own.endswith(other) and is_bodies(own.removesuffix(other))
    if not told or cut or without_bodies or other == own:
        return title
    at = text.folded.find(told)
    return text.source.text[at : at + len(told)] if at >= 0 else told


def _salutation(head: list[Token]) -> str | None:
    """The line of those whom the document addresses, loose spaces in it or not."""
    last = next((token for token in head if titles.SALUTATION.match(token.text)), None)
    if last is None:
        return None
    return "".join(token.text for token in head if token.line == last.line and token.start <= last.start)


def _without_contents(text: Text, head: list[Token]) -> list[Token]:
    """The head without a table of contents, whose entries are no titles."""
    listed = contents(text)
    if not listed:
        return head
    start = text.to_source(text.paragraphs[listed[0]].start, text.paragraphs[listed[0]].end)[0]
    end = text.to_source(text.paragraphs[listed[-1]].start, text.paragraphs[listed[-1]].end)[1]
    return [token for token in head if not start <= token.start < end]


def _without_tools(head: list[Token]) -> list[Token]:
    """The head without the sizes of type that a page offers."""
    if not any("字" in token.text and _FONT.match(token.text) for token in head):
        return head
    return [token for token in head if not _TOOL.fullmatch(token.text)]


def _without_blurb(head: list[Token]) -> list[Token]:
    """The head without what a page says of the document between its headline and the text (导读：…), and the
    links to its explanation (【图解】…)."""
    lines = {t.line for t in head if (":" in t.text or t.text[0] == "[") and _BLURB.match(t.text)}
    return [token for token in head if token.line not in lines] if lines else head


def _day_beside(head: list[Token], published: list[Token]) -> date | None:
    """The date beside the issuer below the title (1999年7月13日，国家海洋局), beside the number there, or
    alone above those whom the document addresses."""
    behind = [token for token in head if not published or token.start >= published[-1].end]
    return (
        named.dated_body(behind[:4])
        or named.numbered_day(behind[:7], titles.SALUTATION)
        or named.lone_date(behind, titles.SALUTATION)
    )
