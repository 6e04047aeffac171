"""Who issues a document, of those whom its page, its signature, its title and its red head name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.header import facts, named
from loaders.header.bodies import Issuer, is_known, is_same
from loaders.header.history import History
from loaders.header.signature import Signature
from loaders.header.tokens import Token
from loaders.resolve.regions import find, lies_in

_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


def choose(
    stated: dict[str, str],
    signed: Signature,
    published: list[Token],
    head: list[Token],
    order: Issuer | None,
    past: History,
) -> list[Issuer]:
    """Who issues: by the portal, the signature, the title, the red head or the page; by the title
    too where the signature leaves the place out (省政府办公厅) or has the end of a name alone."""
    titled = named.before_title(published) or named.before_title(facts.title_token(stated))
    told = facts.issuers(stated, "issuers")
    own = titled if _are_tails(signed.issuers, titled) else signed.issuers or titled
    if (
        _same_bodies(told, own)
        or _is_the_first(told, signed.issuers)
        or _are_offices(told, own)
        or _are_offices(own, told)  # A page names the office that put up what its government issued.
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


def _are_tails(signed: Sequence[Issuer], titled: Sequence[Issuer]) -> bool:
    """Whether a signature on two lines has left the ends of the names that the title gives whole."""
    return len(signed) == len(titled) and all(
        len(one.name) < len(whole.name) and whole.name.endswith(one.name)
        for one, whole in zip(signed, titled, strict=True)
    )


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


def _is_the_first(told: Sequence[Issuer], signed: Sequence[Issuer]) -> bool:
    """Whether a page names the first alone of the bodies that have signed."""
    return len(told) == 1 < len(signed) and _same_bodies(told, signed[:1])


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


def _passed_by(past: History, below: list[Issuer]) -> list[Issuer]:
    """The bodies below the title, unless the bracket there names the congress of another place, which
    passed what they approved."""
    if past.issuers and below and past.issuers[0].name[:2] != below[0].name[:2]:
        return list(past.issuers)
    return below
