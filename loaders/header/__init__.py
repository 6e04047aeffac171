"""The header of a document: title, number, issuers, date, as GB/T 9704-2012 lays them out.

What the format states outright (a portal's fact table) wins; the rest is read from the words before
the first numbered unit and from the signature. What is not there is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.model import Region
from loaders.contents import contents
from loaders.folding import fold
from loaders.header import facts, history, named, number, orders, press, signature, titles
from loaders.header.bodies import Issuer, is_known, is_same
from loaders.header.text_titles import handed_over, text_title
from loaders.header.tokens import Token, tokens
from loaders.normalise import Text
from loaders.recognise.regulations import numbers
from loaders.resolve.regions import find, lies_in
from loaders.table_head import find_head

__all__ = ["Header", "Issuer", "of_government", "read_header"]

_BLURB = re.compile(r"(?:导读|简介|摘要|核心提示|内容提要|编者按):")
# What a page offers beside its text: 【字体：大 中 小】 打印.
_FONT = re.compile(r"\[?字[体号]")
_TOOL = re.compile(r"\[?(?:字[体号]:?)?(?:特?大|中|小|默认|标准|打印|关闭|收藏|[|\][])*")
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head and in the signature. `title` is the title as published, `text_title`
    that of the text which a notice issues, where the file holds it; `kind` the word for the kind of
    document, `subject` the portal's own classification, `salutation` the line of addressees, `origin` from
    whom a page says it has the text, `area` where it says that the document applies."""

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

    @property
    def year(self) -> int | None:
        """The year in which the document speaks: that of its date, else the one its title names, else that
        of its number."""
        if self.issued_on:
            return self.issued_on.year
        # The last year of a span (2021—2023年) is not that in which the document speaks.
        written = f"{self.title} {self.text_title}"
        named = set(re.findall(r"(?<![\d\-—–－~～至到])(?:19|20)\d\d(?=年)", written))
        if len(named) == 1:
            return int(named.pop())
        numbered = re.search(r"〔((?:19|20)\d\d)〕", self.doc_number or "")
        return int(numbered[1]) if numbered else None

    @property
    def day(self) -> date | None:
        """The day whose names its bodies bear: its date, else the middle of its year."""
        return self.issued_on or (date(self.year, 6, 30) if self.year else None)


def read_header(text: Text, first_unit: int) -> Header:
    """The header of a document whose first numbered unit starts at `first_unit` of the normalised
    text (its length where there is none)."""
    folded = text.folded
    numbered = first_unit < len(text.text)
    stop = text.to_source(first_unit, first_unit + 1)[0] if numbered else len(folded)
    head = [] if not stop and _is_table(text) else list(tokens(folded, stop or len(folded)))
    head = _without_tools(_without_contents(text, head))
    head = _without_blurb(head)
    stated, head = facts.take(text.source.facts, named.from_red_head(head))
    published = titles.published(head)
    order = orders.order_issuer(head)
    past = history.read(head)
    # An order is signed before the title of the text that it publishes.
    signed = signature.read(folded, order.end if order else max((t.end for t in published), default=0))
    own = head
    if published:  # A copy without the notice's title: addressed and signed above the text's.
        above = signature.read(folded[: published[0].start], 0)
        addressed = any(titles.SALUTATION.match(t.text) for t in head if t.start < above.end)
        handed = above.issuers or "印发给你们" in folded[: above.end]
        if (signed.on is None and handed) or addressed:
            signed = above
            own = [token for token in head if token.start < published[0].start] if addressed else head
    own_number = number.own_number(own)
    if own_number is None and published:  # Above the title may stand the lead of a news item.
        own_number = number.own_number([token for token in own if token.start >= published[0].start])
    title = _title(text, published, facts.title(stated))
    ordered, holds_from = orders.published(text) if order else (None, None)
    title = ordered or title if order and fold(title or "令").endswith("令") else title
    released = None if title else press.read(text, stop)
    title, tellers = released or (title, [])
    title = title or handed_over(text, signed)
    return Header(
        title=title,
        text_title=text_title(text, title, published, signed, stop) if title else None,
        doc_number=facts.doc_number(stated) or own_number or past.number,
        issuers=tuple(
            _issuers(stated, signed, published, head, order, past) or past.issuers or tellers
            or named.above_title(head, published)
        ),
        issued_on=facts.day_of_issue(stated) or signed.on or _day_beside(head, published) or past.on
        or facts.day_online(stated),
        kind=titles.kind(title),
        subject=stated.get("subject"),
        salutation=_salutation(head),
        origin=stated.get("origin"),
        area=stated.get("area"),
        effective_on=facts.day(stated, "effective_on") or holds_from or past.holds_from,
        expires_on=facts.day(stated, "expires_on"),
    )  # fmt: skip


def of_government(header: Header, text: Text, region: Region) -> Header:
    """The header with the government of `region` as issuer, where nothing but the number's code names it."""
    own = header.doc_number
    name = number.government(own, region) if own and not header.issuers else None
    if own is None or name is None:
        return header
    places = ((start, end) for found, start, end in numbers(text.folded) if found == own)
    start, end = next(places, (0, 0))
    return replace(header, issuers=(Issuer(name, start, end, text.source.text[start:end] or own),))


def _is_table(text: Text) -> bool:
    """Whether a text begins with the head of a table of tasks: nothing stands above it."""
    first = text.paragraphs[0].cells if text.paragraphs else ()
    return bool(first) and find_head([text.text[a:b] for a, b in first]) is not None


def _title(text: Text, published: list[Token], told: str | None) -> str | None:
    """The title as published, or as a portal tells it where that one is another and whole."""
    title = titles.written(text, published) or None
    cut = told and fold(title or "").startswith(fold(told)) and not titles.closes(fold(told))
    if not told or cut or fold(told) == fold(title or ""):
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
    """The head without what a page says of the document between its headline and the text (导读：…)."""
    lines = {token.line for token in head if ":" in token.text and _BLURB.match(token.text)}
    return [token for token in head if token.line not in lines] if lines else head


def _issuers(
    stated: dict[str, str],
    signed: signature.Signature,
    published: list[Token],
    head: list[Token],
    order: Issuer | None,
    past: history.History,
) -> list[Issuer]:
    """Who issues: by the portal, the signature, the title, the red head or the page; by the title
    too where the signature leaves the place out (省政府办公厅)."""
    titled = named.before_title(published) or named.before_title(facts.title_token(stated))
    told = facts.issuers(stated, "issuers")
    own = signed.issuers or titled
    if (
        _same_bodies(told, own)
        or _are_offices(told, own)
        or ("rank" in stated and _are_others(told, own))
        or ((_are_placeless(told) or _are_short(told)) and not _are_placeless(own))
    ):
        told = list(own)
    publisher = facts.issuers(stated, "publisher")
    if _are_placeless(titled):  # 区人民政府办公室: the portal knows of which district.
        titled = (
            [p for p in publisher if _short(p.name).endswith(_short(titled[-1].name))] or titled
            if titled
            else []
        )
    return (
        told
        or (titled if _are_placeless(signed.issuers) else [])
        or list(signed.issuers)
        or titled
        or ([order] if order else [])
        or named.red_head(head)
        or _passed_by(past, named.below_title(head, published))
        or [body for body in publisher if _may_issue(body, stated.get("title") or _words(published))]
    )


def _words(published: list[Token]) -> str:
    return "".join(token.text for token in published)


def _may_issue(publisher: Issuer, title: str) -> bool:
    """Whether who put a page online can have issued the text: not where the title opens with a place that
    the publisher's is a part of (某省…办法 on the pages of a county's bureau)."""
    place = find(title, within=None)
    own = find(publisher.name, within=None)
    return place is None or own is None or place == own or not lies_in(own, place)


def _are_placeless(issuers: Sequence[Issuer]) -> bool:
    """Whether bodies are named without their place: 省政府办公厅, 区人民政府."""
    return all(re.match("[省市区县州]", issuer.name) for issuer in issuers)


def _are_short(issuers: Sequence[Issuer]) -> bool:
    """Whether a page names its bodies in so few characters that they are any place's: 发改局, 政府办."""
    return all(re.fullmatch("[\u4e00-\u9fff]{1,3}[局办]", issuer.name) for issuer in issuers)


def _same_bodies(told: Sequence[Issuer], own: Sequence[Issuer]) -> bool:
    """Whether a page names in short (某市政府, 某县人民政府(办公室)) the bodies that the document names."""
    return len(told) == len(own) > 0 and all(
        _short(two.name).endswith((_short(one.name), _short(_IN_BRACKETS.sub("", one.name))))
        or is_same(one.name, two.name)
        for one, two in zip(told, own, strict=True)
    )


def _are_offices(told: Sequence[Issuer], own: Sequence[Issuer]) -> bool:
    """Whether a collection names the governments whose offices issued the document."""
    return len(told) == len(own) > 0 and all(
        re.sub("办公[厅室]$", "", _short(one.name)) == _short(two.name)
        for one, two in zip(own, told, strict=True)
    )


def _are_others(told: Sequence[Issuer], own: Sequence[Issuer]) -> bool:
    """Whether a collection names none of the bodies that the document names in full: it sorts by the
    province (某省人民政府, 某省其他机构)."""
    return (
        len(own) > 0
        and not {_short(one.name) for one in told} & {_short(two.name) for two in own}
        and all(is_known(two.name) for two in own)
        and not _are_placeless(own)
    )


def _short(name: str) -> str:
    return re.sub(r"人民(?=政府)|[()（）]", "", name).replace("行政公署", "行署")


def _passed_by(past: history.History, below: list[Issuer]) -> list[Issuer]:
    """The bodies below the title, unless the bracket there names the congress of another place, which
    passed what they approved."""
    if past.issuers and below and past.issuers[0].name[:2] != below[0].name[:2]:
        return list(past.issuers)
    return below


def _day_beside(head: list[Token], published: list[Token]) -> date | None:
    """The date beside the issuer below the title (1999年7月13日，国家海洋局), beside the number there, or
    alone above those whom the document addresses."""
    behind = [token for token in head if not published or token.start >= published[-1].end]
    return (
        named.dated_body(behind[:4])
        or named.numbered_day(behind[:7], titles.SALUTATION)
        or named.lone_date(behind, titles.SALUTATION)
    )
