"""Which mentions mean one regulation: a pure function of all that the loaded documents say.

A mention gives a number, a title, or both, and the scope within which its title alone names one
instrument. From the mentions:

- one number is one regulation;
- a title (of one scope) whose mentions give exactly one number belongs to that regulation;
- a title that goes with no number is a regulation by itself. Where a text without a number names
  itself by two titles (the notice's and its own), they are titles of one;
- a title that goes with two numbers joins neither to the other: mentions of the title alone then
  are a regulation apart, marked doubtful. Two numbers are never merged;
- two titles that go with one number are wordings of one regulation, and both are kept.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.model import COUNTRY_CODE, Citation, PolicyDocument
from graph.writing.groups import Groups

SEVERAL_NUMBERS = "several_numbers"
_YEAR = re.compile(r"[\[［【(（〔〈](\d{4})[\]］】)）〕〉]")
_NUMBERS = (
    re.compile(r"(?P<code>.*?[^\W\d].*?)〔(?P<year>\d{4})〕第?(?P<sequence>\d+)号?"),
    re.compile(
        r"(?P<code>.*?令)(?:〔?(?P<year>\d{4})〕?年?)?第?(?P<sequence>[\d一二三四五六七八九十百〇零]+)号"
    ),
    re.compile(r"(?P<code>.*?[^\W\d])(?P<year>\d{4})年第?(?P<sequence>\d+)号"),
    re.compile(r"(?P<code>[A-Z]+(?:\d+(?=/))?(?:/[A-Z]*)?)(?P<sequence>\d+)(?:\.\d+)*-(?P<year>\d{4})"),
)
_STATE = "中华人民共和国"
_QUOTES = str.maketrans("〈〉", "《》")
# A notice that issues a text is the wrapping, the text's own title what people cite.
_WRAPPING = re.compile(r"(印发|转发|发布|公布|颁布|下发).*(通知|公告|通告|决定|令|函)$")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention:
    """The names that a text gives one instrument. Most have one title; a document names itself by
    the notice's and the text's. `scope` is a region's code, ``100000`` for a national statute."""

    scope: str
    number: str = ""
    titles: tuple[str, ...] = ()
    kind: str = ""

    @property
    def names(self) -> frozenset[str]:
        """What joins it to others: its number and, within its scope, its titles."""
        titles = frozenset(_title_key(self.scope, normal_title(title)) for title in self.titles)
        return titles | {self.number} if self.number else titles

    def dump(self) -> str:
        """The mention as one line of JSON, for a property of a node or relationship."""
        return json.dumps([self.scope, self.number, list(self.titles), self.kind], ensure_ascii=False)

    @classmethod
    def load(cls, text: str) -> Mention:
        """The mention that `dump` wrote."""
        scope, number, titles, kind = json.loads(text)
        return cls(scope=scope, number=number, titles=tuple(titles), kind=kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One regulation: the node's key, the keys it has or had (`keys`, the names that mean it and no
    other), its title and other wordings, its number in parts, and the mentions that mean it."""

    key: str
    keys: tuple[str, ...]
    title: str | None
    titles: tuple[str, ...]
    doc_number: str | None
    kind: str | None
    doubt: str | None
    mentions: frozenset[Mention] = field(repr=False)


def mention_of(citation: Citation) -> Mention | None:
    """The mention that a citation makes, None where it names nothing."""
    return _mention(citation.scope, citation.doc_number, (citation.title,), citation.kind)


def own_mention(document: PolicyDocument) -> Mention | None:
    """How a document names the instrument whose text it is, None where it has no title and number."""
    titles = (document.title, document.text_title)
    return _mention(document.jurisdiction.key, document.doc_number, titles, None)


def _mention(
    scope: str, number: str | None, titles: tuple[str | None, ...], kind: str | None
) -> Mention | None:
    named = sorted({title for title in titles if title})
    whole = number if number and is_key_number(number) else None
    if not named and not whole:
        if not number:
            return None
        named = [number]  # 21号 says little, but within its jurisdiction it is a name
    return Mention(
        scope=scope, number=normal_number(whole) if whole else "", titles=tuple(named), kind=kind or ""
    )


def identify(mentions: Mapping[Mention, int]) -> dict[str, Identity]:
    """The regulations, by key, that `mentions` (with the number of documents that make each) mean."""
    numbers = _numbers_by_title(mentions)
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        members[_group(mention, numbers)].append(mention)
    found = {}
    for group, group_mentions in members.items():
        identity = _identity(group, {m: mentions[m] for m in group_mentions}, numbers)
        found[identity.key] = identity
    return found


def _numbers_by_title(mentions: Iterable[Mention]) -> dict[str, tuple[str, frozenset[str]]]:
    """Title key → (the group of titles it is in, the numbers that any of them goes with)."""
    groups: Groups[str] = Groups()
    numbers: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        titles = sorted(mention.names - {mention.number})
        for title in titles:
            groups.join(titles[0] if not mention.number else title, title)
            if mention.number:
                numbers[title].add(mention.number)
    found = {}
    for titles_joined in groups.all():
        together = frozenset[str]().union(*(numbers[title] for title in titles_joined))
        name = min(titles_joined)
        found.update(dict.fromkeys(titles_joined, (name, together)))
    return found


def _group(mention: Mention, numbers: Mapping[str, tuple[str, frozenset[str]]]) -> str:
    if mention.number:
        return mention.number
    name, known = numbers[min(mention.names)]
    return next(iter(known)) if len(known) == 1 else name


def _identity(
    group: str, counts: Mapping[Mention, int], numbers: Mapping[str, tuple[str, frozenset[str]]]
) -> Identity:
    number = group if any(mention.number for mention in counts) else None
    title = _best_title(counts)
    titles = sorted({title for mention in counts for title in mention.titles})
    keys = {group} if number else set()
    for mention in counts:
        for each in mention.titles:
            name = _title_key(mention.scope, normal_title(each))
            if number is None or numbers[name][1] == {number}:
                keys |= {name, _title_key(mention.scope, each)}
    several = number is None and any(len(numbers[name][1]) > 1 for m in counts for name in m.names)
    kinds = Counter[str]()
    for mention, count in counts.items():
        kinds[mention.kind] += count if mention.kind else 0
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    return Identity(
        key=number or _key_by_title(counts, title or ""),
        keys=tuple(sorted(keys)),
        title=title,
        titles=tuple(titles),
        doc_number=number,
        kind=kind or None,
        doubt=SEVERAL_NUMBERS if several else None,
        mentions=frozenset(counts),
    )


def _key_by_title(counts: Mapping[Mention, int], title: str) -> str:
    scope = min(mention.scope for mention in counts)
    return _title_key(scope, title)


def _best_title(counts: Mapping[Mention, int]) -> str | None:
    """The wording that most documents use, the text's own before the notice's, in its fullest form."""
    uses: Counter[str] = Counter()
    forms: dict[str, set[str]] = defaultdict(set)
    for mention, count in counts.items():
        for title in mention.titles:
            uses[normal_title(title)] += count
            forms[normal_title(title)].add(title)
    if not uses:
        return None
    best = min(uses, key=lambda name: (bool(_WRAPPING.search(name)), -uses[name], -len(name), name))
    return min(forms[best], key=lambda title: (-len(title), title))


def _title_key(scope: str, title: str) -> str:
    return title if scope == COUNTRY_CODE else f"{scope}:{title}"


def normal_title(title: str) -> str:
    """A title as it is compared: widths and quotes folded, no spaces, no 中华人民共和国 before it."""
    plain = "".join(unicodedata.normalize("NFKC", title).split()).translate(_QUOTES)
    return plain.removeprefix(_STATE) or plain


def normal_number(number: str) -> str:
    """A number as it is compared: no spaces, the year in 〔〕, 21号 for 21号文."""
    plain = _YEAR.sub(r"〔\1〕", "".join(number.split()))
    return plain.removesuffix("文") if plain.endswith("号文") else plain


def is_key_number(number: str) -> bool:
    """Whether a number names one instrument by itself: issuing code and year, or an order's number."""
    return bool(number_parts(number))


def number_parts(number: str) -> dict[str, str | int]:
    """The parts of a number, ``issuing_code``, ``year`` and ``sequence``; empty where it has no code
    and year (an order of the State Council, 国令第707号, needs no year). A sequence in Chinese
    numerals (主席令第八十一号) is left out."""
    plain = normal_number(number)
    for pattern in _NUMBERS:
        if match := pattern.fullmatch(plain):
            parts: dict[str, str | int] = {"issuing_code": match["code"]}
            for name in ("year", "sequence"):
                if match[name] and match[name].isdecimal():
                    parts[name] = int(match[name])
            return parts
    return {}
