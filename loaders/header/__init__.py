"""The header of a document: title, number, issuers, date, as GB/T 9704-2012 lays them out.

What the format states outright (a portal's fact table) wins; the rest is read from the words before
the first numbered unit and from the signature. What is not there is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loaders.folding import fold
from loaders.header import facts, history, number, orders, signature, titles
from loaders.header.signature import Issuer
from loaders.header.tokens import Token, tokens
from loaders.normalise import Text

__all__ = ["Header", "Issuer", "read_header"]


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head and in the signature. `title` is the title as published, `text_title`
    that of the text which a notice issues, where the file holds it; `kind` the word for the kind of
    document, `subject` the portal's own classification, `salutation` the line of addressees."""

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

    @property
    def year(self) -> int | None:
        """The year in which the document speaks: that of its date, else the one its title names."""
        if self.issued_on:
            return self.issued_on.year
        named = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?=年)", f"{self.title} {self.text_title}"))
        return int(named.pop()) if len(named) == 1 else None


def read_header(text: Text, first_unit: int) -> Header:
    """The header of a document whose first numbered unit starts at `first_unit` of the normalised
    text (its length where there is none)."""
    folded = text.folded
    numbered = first_unit < len(text.text)
    stop = text.to_source(first_unit, first_unit + 1)[0] if numbered else len(folded)
    head = list(tokens(folded, stop or len(folded)))
    stated, head = facts.take(text.source.facts, signature.from_red_head(head))
    own_number = number.own_number(head)
    published = titles.published(head)
    order = orders.order_issuer(head)
    past = history.read(head)
    # An order is signed before the title of the text that it publishes.
    signed = signature.read(folded, order.end if order else max((t.end for t in published), default=0))
    if signed.on is None and published:  # A copy without the notice's title: signed above the text's.
        above = signature.read(folded[: published[0].start], 0)
        addressed = any(titles.SALUTATION.match(t.text) for t in head if t.start < above.end)
        signed = above if above.issuers or addressed else signed
    title = titles.written(text, published) or None
    told = facts.title(stated)
    if told and fold(told) != fold(title or ""):
        title = told
    ordered, holds_from = orders.published(text) if order else (None, None)
    title = title or ordered
    return Header(
        title=title,
        text_title=titles.of_text(text, title, published, signed, stop) if title and numbered else None,
        doc_number=facts.doc_number(stated) or own_number or past.number,
        issuers=tuple(_issuers(stated, signed, published, head, order) or past.issuers),
        issued_on=facts.day_of_issue(stated) or signed.on or _day_beside(head, published) or past.on
        or facts.day(stated, "made_on"),
        kind=titles.kind(title),
        subject=stated.get("subject"),
        salutation=next((t.text for t in head if titles.SALUTATION.match(t.text)), None),
        effective_on=facts.day(stated, "effective_on") or holds_from or past.holds_from,
        expires_on=facts.day(stated, "expires_on"),
    )  # fmt: skip


def _issuers(
    stated: dict[str, str],
    signed: signature.Signature,
    published: list[Token],
    head: list[Token],
    order: Issuer | None,
) -> list[Issuer]:
    """Who issues: by the portal, the signature, the title, the red head or the page; by the title
    too where the signature leaves the place out (省政府办公厅)."""
    titled = signature.before_title(published or facts.title_token(stated))
    publisher = facts.issuers(stated, "publisher")
    if _are_placeless(titled):  # 区人民政府办公室: the portal knows of which district.
        titled = [p for p in publisher if p.name.endswith(titled[-1].name)] or titled if titled else []
    return (
        facts.issuers(stated, "issuers")
        or (titled if _are_placeless(signed.issuers) else [])
        or list(signed.issuers)
        or titled
        or ([order] if order else [])
        or signature.red_head(head)
        or signature.below_title(head, published)
        or publisher
    )


def _are_placeless(issuers: Sequence[Issuer]) -> bool:
    """Whether bodies are named without their place: 省政府办公厅, 区人民政府."""
    return all(re.match("[省市区县州]", issuer.name) for issuer in issuers)


def _day_beside(head: list[Token], published: list[Token]) -> date | None:
    """The date beside the issuer below the title: 1999年7月13日，国家海洋局."""
    behind = [token for token in head if not published or token.start >= published[-1].end]
    return signature.dated_body(behind[:4])
