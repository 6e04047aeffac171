"""What a person calls a thing in the graph → its keys, or the names that may have been meant.

省法院, 山东高院 and 山东省高级人民法院 are one body; 鲁知战办[2023]11号 is a document's number however
its brackets are written. A name that several things bear finds them all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from graph.connection import Graph

Kind = Literal["agency", "document", "domain", "function", "measure", "region", "regulation"]

# Each gives key, the names it answers to (the first is shown), and the region that 省, 市 stand for.
_WANTED = "WHERE $written IS NULL OR any(name IN names WHERE name IN $written)"
_GIVEN = "RETURN key, names, region ORDER BY key"
_NAMED: dict[Kind, str] = {
    "agency": f"""
MATCH (n:Agency)
OPTIONAL MATCH (n)-[:SERVES]->(g:Region)
WITH n.key AS key, [n.name, n.key, n.short_name] + coalesce(n.aliases, []) AS names,
     [g.name, g.short_name] AS region
{_WANTED}
{_GIVEN}
""",
    "document": f"""
MATCH (n:Document)
WITH n.key AS key, [n.text_title, n.title, n.doc_number, n.name, n.key] AS names, [] AS region
{_WANTED}
{_GIVEN}
""",
    "domain": f"""
MATCH (n:Domain)
WITH n.key AS key, [n.key, n.name] AS names, [] AS region
{_WANTED}
{_GIVEN}
""",
    "function": f"""
MATCH (n:Agency)
UNWIND n.functions AS function
WITH DISTINCT function AS key, [function] AS names, [] AS region
{_WANTED}
{_GIVEN}
""",
    "measure": f"""
MATCH (n:Measure)
WITH n.key AS key, [n.name, n.number, n.title, n.key] AS names, [] AS region
{_WANTED}
{_GIVEN}
""",
    "region": f"""
MATCH (n:Region)
WITH n.key AS key, [n.name, n.short_name, n.key] AS names, [] AS region
{_WANTED}
{_GIVEN}
""",
    "regulation": f"""
MATCH (n:Regulation)
WITH n.key AS key,
     [n.title, n.doc_number, n.key] + coalesce(n.titles, []) + coalesce(n.keys, []) AS names, [] AS region
{_WANTED}
{_GIVEN}
""",
}
_DASHES = re.compile("[-‐‑‒–—―~～]+")
_BRACKETS = str.maketrans(
    {"〔": "(", "[": "(", "【": "(", "〕": ")", "]": ")", "】": ")"} | dict.fromkeys("《》〈〉“”\"'")
)
# 市场, 市容, 市监局, 市政管理局, 县域, 区块: words that only open as a place does.
LEVEL_WORD = re.compile(
    r"(?:自治区|自治州|自治县|地区|林区|省|市(?!容|监(?:局|管)|政(?:局|处|园|公用|管(?!办)|工程|设施|建设|集团))|县|区(?!块)|州|旗|盟)(?![域场])"
)
"""What opens a name for the document's own province, city or county."""
CARRIED_LEVEL = re.compile(rf"(?:兵团|{LEVEL_WORD.pattern})(?![级直])")
"""What a name hands on to those behind it in a list: 省财政厅、教育厅. 省级 and 市直 say of which rank."""
_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class _Named:
    """A thing of the graph: its key, the name to show, and all it is called, folded."""

    key: str
    shown: str
    names: tuple[str, ...]


def find(graph: Graph, kind: Kind, written: str) -> list[str]:
    """The keys of the things of this kind that a person calls `written`, sorted; none is unknown.

    Any full name, short name, alias, number, title or key counts. Widths, spaces, quotes and the
    form of brackets and dashes do not matter. If that finds none: of a document or regulation, a
    part of the title; of an agency, an abbreviation (山东高法) that fits one body alone.
    """
    exact = graph.read(_NAMED[kind], written=[written])
    if exact:
        return [row["key"] for row in exact]
    known, wanted = _all(graph, kind), fold(written)
    found = [thing.key for thing in known if wanted in thing.names]
    if not found and kind in ("document", "regulation") and len(wanted) > 1:
        found = [thing.key for thing in known if any(wanted in name for name in thing.names)]
    if not found and kind == "agency":
        fitting = [thing.key for thing in known if any(_abbreviates(wanted, name) for name in thing.names)]
        found = fitting if len(fitting) == 1 else []
    return found


def suggest(graph: Graph, kind: Kind, written: str, *, limit: int = 5) -> list[str]:
    """At most `limit` names of things of this kind that `written` may stand for, the likeliest first."""
    wanted = fold(written)
    scored = {
        thing.shown: max((_likeness(wanted, name) for name in thing.names), default=0.0)
        for thing in _all(graph, kind)
    }
    likely = sorted(scored, key=lambda shown: (-scored[shown], shown))
    return [shown for shown in likely if scored[shown] >= _ALIKE][:limit]


def fold(name: str) -> str:
    """The name without what does not distinguish names: widths, spaces, quotes, forms of brackets
    and dashes, capitals."""
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    return _DASHES.sub("-", plain.translate(_BRACKETS)).casefold()


def _all(graph: Graph, kind: Kind) -> list[_Named]:
    things = []
    for row in graph.read(_NAMED[kind], written=None):
        written = [name for name in row["names"] if name]
        places = [place for place in row["region"] if place]
        names = dict.fromkeys(fold(form) for name in written for form in _forms(name, places))
        things.append(_Named(row["key"], written[0], tuple(names)))
    return things


def _forms(name: str, places: list[str]) -> Iterable[str]:
    """The name, and with its place written out (省高院 → 山东高院) or short (山东省… → 山东…)."""
    yield name
    for place in places:
        if level := LEVEL_WORD.match(name):
            yield place + name[level.end() :]
        if name.startswith(places[0]):
            yield place + name.removeprefix(places[0])


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of `short` stand in `name` in this order, the first and last at its
    ends. A name that says 省 or 市 for its place is no measure: every place has a 市市场监管局."""
    if len(short) < 3 or short[0] != name[0] or short[-1] != name[-1] or LEVEL_WORD.match(name):
        return False
    rest = iter(name)
    return all(character in rest for character in short)


def _likeness(wanted: str, name: str) -> float:
    if wanted and (wanted in name or name in wanted):
        return 0.5 + 0.5 * min(len(wanted), len(name)) / max(len(wanted), len(name))
    return SequenceMatcher(None, wanted, name, autojunk=False).ratio()
