"""What a person decided: about which words of which document, and what is true instead."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal, get_args

from graph.errors import ZerenError
from graph.identity import is_key_number, normal_number
from graph.model import MeasureStatus, Region
from graph.names import fold
from loaders.decisions.words import squeeze

Subject = Literal["agency", "region", "clause", "deadline", "citation", "progress", "listed"]

# Kinds of decisions: what they decide on. The first eight are the doubts that have a remedy here.
KINDS: dict[str, Subject] = {
    "unknown agency": "agency",
    "ambiguous region": "region",
    "uncertain clause": "clause",
    "deadline without year": "deadline",
    "deadline without date": "deadline",
    "citation without number": "citation",
    "several_numbers": "citation",
    "copies differ": "listed",
    "same_key": "listed",
    "progress": "progress",
}
KEEP, NONE = "keep", "none"
_WORDS = {"保留": KEEP, "无": NONE, "是": "yes", "否": "no", "撤回": "withdraw"}
_YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0)?年?")
_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?(?:[ T]00:00:00)?")


class BadDecision(ZerenError):
    """A decision that cannot be taken as it is written."""

    en = "{place}: {detail}. Nothing was changed."
    zh = "{place}：{detail_zh}。未作任何改动。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. It is anchored to `document` (its number, title, or the hash of its text), the
    quoted `words`, and which `occurrence` of them in the document it is about, from 1; None is all.

    `decision` is what a person wrote (see `check`). A note on progress has `kind` progress, the
    status as `decision`, the day (`on`) and the `source`.
    """

    document: str
    kind: str
    words: str
    occurrence: int | None
    decision: str
    on: date | None = None
    source: str | None = None

    @property
    def subject(self) -> Subject:
        """What it decides on."""
        return KINDS[self.kind]

    @property
    def anchor(self) -> tuple[str, str, str, int]:
        """What it is about: of two decisions with one anchor the later counts."""
        return fold(self.document), self.subject, squeeze(self.words), self.occurrence or 0

    @property
    def value(self) -> str:
        """The decision with the Chinese for a fixed word replaced by the word."""
        plain = " ".join(self.decision.split())
        return _WORDS.get(plain, plain.lower() if plain.isascii() else plain)

    @property
    def body(self) -> str | None:
        """The body that it names, if it names one."""
        fixed = self.value in (KEEP, NONE, "withdraw")
        if (
            self.subject not in ("agency", "region")
            or fixed
            or (self.subject == "region" and region_of(self.value))
        ):
            return None
        return self.decision.strip()

    def label(self) -> str:
        """How a document's notes name a decision that fits none of its words."""
        which = "all" if self.occurrence is None else self.occurrence
        return f"stale decision: {self.kind}, {self.words} ({which})"


def check(decision: Decision, place: str) -> Decision:
    """The decision, if it can be taken. `place` says where it is written.

    - unknown agency: a body's name, ``keep`` (right as written) or ``none`` (no body);
    - ambiguous region: a region's name or code, or a body's name, or ``keep``;
    - uncertain clause: ``yes`` or ``no``;
    - deadline without year or date: a year, a date, ``keep`` or ``none``;
    - citation without number, several_numbers: a number, a title, both, ``keep`` or ``none``;
    - copies differ, same_key: ``keep`` (looked at).

    Raises `BadDecision`.
    """
    if decision.kind not in KINDS:
        wanted = ", ".join(KINDS)
        raise BadDecision(
            place=place,
            detail=f"no kind of doubt is called {decision.kind!r}; write one of {wanted}",
            detail_zh=f"没有名为“{decision.kind}”的存疑类别，可用：{wanted}",
        )
    if not (decision.document.strip() and squeeze(decision.words) and decision.value):
        raise BadDecision(
            place=place,
            detail="document, words and decision must be given",
            detail_zh="文件、原文和决定均须填写",
        )
    fits, wanted, wanted_zh = _fits(decision)
    if not (fits or decision.value == "withdraw"):
        raise BadDecision(
            place=place,
            detail=f"{decision.decision!r} decides no {decision.kind}; write {wanted}",
            detail_zh=f"“{decision.decision}”不能作为“{decision.kind}”的决定，请写{wanted_zh}",
        )
    places = region_of(decision.value) if decision.subject == "region" else []
    if len(places) > 1:
        from loaders.resolve.regions import spelt_out

        names = ", ".join(f"{spelt_out(each)} {each.code}" for each in places)
        raise BadDecision(
            place=place,
            detail=f"{decision.decision!r} names several regions; write the code of one: {names}",
            detail_zh=f"“{decision.decision}”可指多个地区，请写其一的代码：{names}",
        )
    return decision


def _fits(decision: Decision) -> tuple[bool, str, str]:
    """Whether the value is one that its kind takes, and what it takes, in two languages."""
    value = decision.value
    match decision.subject:
        case "clause":
            return value in ("yes", "no"), "yes or no", "是或否"
        case "listed":
            return value == KEEP, "keep", "“保留”"
        case "deadline":
            fits = value in (KEEP, NONE) or bool(year_of(value) or date_of(value))
            return fits, "a year, a date, keep or none", "年份、日期、“保留”或“无”"
        case "progress":
            fits = value in get_args(MeasureStatus) and bool(decision.on and decision.source)
            return (
                fits,
                "done, partly or dropped, with day (on) and source",
                "done、partly 或 dropped，并注明日期和来源",
            )
        case "citation":
            fits = value in (KEEP, NONE) or any(instrument_of(value))
            return fits, "a number, a title, keep or none", "文号、标题、“保留”或“无”"
        case "region" if squeeze(decision.words) == squeeze(decision.document):
            fits = value == KEEP or bool(region_of(value))
            return fits, "a region's name or code, or keep", "地区的名称或代码，或“保留”"
        case _:
            fits = value not in ("yes", "no") and len(value) > 1 and len(value) <= 80
            return fits, "a name, keep or none", "名称、“保留”或“无”"


def year_of(value: str) -> int | None:
    """The year that a value is, 2023 or 2023年."""
    found = _YEAR.fullmatch(value)
    return int(found[1]) if found else None


def date_of(value: str) -> date | None:
    """The date that a value is, 2023-12-31, 2023/12/31 or 2023年12月31日."""
    found = _DATE.fullmatch(value)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def instrument_of(value: str) -> tuple[str | None, str | None]:
    """Title and number that a value gives: 《X》（国办发〔2020〕1号）, one of both, or a bare title."""
    quoted = re.search(r"《(.+)》", value)
    rest = value[: quoted.start()] + value[quoted.end() :] if quoted else value
    number = normal_number(rest.strip(" ()（）,，、"))
    if is_key_number(number):
        return (quoted[1] if quoted else None), number
    return (quoted[1] if quoted else rest), None


def region_of(value: str) -> list[Region]:
    """The regions that a value names whole, by code or name: one, if it is clear."""
    from loaders.resolve import regions

    if by_code := regions.by_code(value):
        return [by_code]
    return [r for r, end in regions.matches(value) if end == len(value)] or regions.by_name(value)


class Decisions:
    """All decisions of a file, each anchor once, in the file's order."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._by_anchor: dict[tuple[str, str, str, int], Decision] = {}
        self._by_document: dict[str, list[Decision]] = {}
        for decision in decisions:
            if decision.value == "withdraw":
                self._by_anchor.pop(decision.anchor, None)
            else:
                self._by_anchor[decision.anchor] = decision
        for decision in self:
            self._by_document.setdefault(decision.anchor[0], []).append(decision)

    def __iter__(self) -> Iterator[Decision]:
        return iter(self._by_anchor.values())

    def __len__(self) -> int:
        return len(self._by_anchor)

    def with_(self, later: Iterable[Decision]) -> Decisions:
        """These and `later` ones, which replace those with their anchor; ``withdraw`` removes them."""
        return Decisions([*self, *later])

    def touching(self, names: Iterable[str]) -> tuple[Decision, ...]:
        """Those about the document with these `names`, in the file's order."""
        wanted = {fold(name) for name in names}
        found = {d.anchor for name in wanted for d in self._by_document.get(name, ())}
        return tuple(d for anchor, d in self._by_anchor.items() if anchor in found) if found else ()


def digest(decisions: Iterable[Decision]) -> str:
    """A hash of what these decisions do to a document; empty where there are none that do."""
    rows = []
    for decision in decisions:
        if decision.subject != "listed":
            values = {**asdict(decision), "decision": decision.value, "words": squeeze(decision.words)}
            values["on"] = decision.on and decision.on.isoformat()
            values.pop("document")
            rows.append(json.dumps(values, ensure_ascii=False, sort_keys=True))
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:12] if rows else ""
