"""The vocabulary of agencies as an index: written form with the place left open → kind of body.

A key is a written form with ``~`` where the place stands (``~市场监管局``, ``人民银行~中心支行``), folded by
the general rules of abbreviation. Central bodies are keyed by their folded names. Built once, at
the first call, from the YAML files of ``loaders/vocabulary``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from graph.model import AgencyKind
from loaders.resolve import _vocabulary

_LETTERS = {"部": "部", "厅": "厅", "局": "局", "委": "委员会", "院": "院"}
_FOLDS = (
    ("委员会", "委"),
    ("办公室", "办"),
    ("监督管理", "监管"),
    ("人民政府", "政府"),
    ("人民代表大会", "人大"),
    ("常务委", "常委会"),
)
_SLOT = re.compile(r"\{[RSW]\}")
_PEOPLE = "省市区县州旗盟"
_HALF_WIDTH = str.maketrans("（）", "()")
_ROOMS = {"", "办公厅", "办公室", "研究室", "督查室"}
"""Tails that name a body only with its party committee, congress or conference before them."""


def fold(name: str) -> str:
    """The name under the general rules of abbreviation: 发展和改革委员会 and 发展改革委 become one."""
    for long, short in _FOLDS:
        name = name.replace(long, short)
    return re.sub(r"[和与、]", "", name)


def key_of(written: str) -> str:
    """The key of a written form: what stands before the place as it is, what follows folded."""
    head, _, rest = written.partition("~")
    return f"{head}~{fold(rest)}"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of body. `full` maps a level (or ``*``) to the full name's template with {R}, {S}, {W},
    {L}, {l}, {C}, {P} or {p}; `short` is its usual short name, a template or a written form, and
    `shorts` are the others. `areas` are the only provinces and cities that have it, by code, and zones,
    by name; it bears its names from the day `since`, and before the day `until`. A name under one of the
    keys `unsure` is a convention that not every place keeps."""

    full: tuple[tuple[str, str], ...]
    short: str
    shorts: tuple[str, ...]
    functions: tuple[str, ...]
    system: str
    serves: str | None = None
    areas: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    unsure: frozenset[str] = frozenset()

    def is_of(self, areas: Sequence[str]) -> bool:
        """Whether the place that lies in these areas has it."""
        return not self.areas or any(area in self.areas for area in areas)

    def bears(self, on: date | None) -> bool:
        """Whether it bore its names on a day; one that has lost them never bears them at an unknown day."""
        if self.until is None:
            return True
        return on is not None and (self.since or on) <= on < self.until

    @property
    def kind(self) -> AgencyKind:
        """What the graph calls it: a state enterprise is one, a public institution a unit."""
        if self.system == "enterprise":
            return "enterprise"
        return "unit" if self.system == "institution" else "agency"

    def template(self, *levels: str) -> str:
        """The full name's template for the first of `levels` that it knows; empty where they have no such
        body."""
        known = dict(self.full)
        return next((known[level] for level in (*levels, "*") if level in known), "")


@dataclass(slots=True)
class Lexicon:
    """What `lexicon()` builds: keys of local bodies, names of central ones, and who replaced whom."""

    local: dict[str, list[Form]] = field(default_factory=dict)
    central: dict[str, Form] = field(default_factory=dict)
    former: dict[str, list[tuple[date, Form]]] = field(default_factory=dict)
    """Central bodies that bore a name until a day, the earliest first."""
    whole: dict[str, list[Form]] = field(default_factory=dict)
    """Names of local bodies that hold no place (首都文明办), or that of another (国网冀北电力公司)."""
    heads: tuple[str, ...] = ("",)
    shapes: list[tuple[re.Pattern[str], Form]] = field(default_factory=list)
    """Full names that hold two places, as patterns with the group ``place``."""
    successors: dict[str, tuple[str, date | None]] = field(default_factory=dict)
    customs: dict[str, str] = field(default_factory=dict)
    enterprises: tuple[str, ...] = ()
    """Full names of central enterprises, with which the names of their offices open."""

    def add(self, key: str, form: Form, *, first: bool = False) -> None:
        """Enters `form` under `key`, before those already there if it goes `first`."""
        forms = self.local.setdefault(key, [])
        if form not in forms:
            forms.insert(0, form) if first else forms.append(form)


def _names(tail: str, shorts: str) -> Iterator[tuple[str, ...]]:
    """The names that an entry stands for: 教育[厅局] is two, its short stems take the same letter."""
    found = re.fullmatch(r"(.*)\[(.+)\]", tail)
    if not found:
        yield tail, *shorts.split()
        return
    for letter in found[2]:
        yield found[1] + _LETTERS[letter], *(stem + letter for stem in (shorts.split() or [found[1]]))


def _add_section(lexicon: Lexicon, system: str, section: dict[str, Any]) -> None:
    for function, entries in section["names"].items():
        for entry, words in entries.items():
            for tail, *shorts in _names(entry, words):
                unsure = [name[:-1] for name in (tail, *shorts) if name.endswith("?")]
                tail, *shorts = (name.rstrip("?") for name in (tail, *shorts))
                full = tail if _SLOT.search(tail) else section["full"] + tail
                _add_body(
                    lexicon,
                    section["written"],
                    tail,
                    shorts,
                    Form(
                        full=(("*", full),),
                        short=_usual(section["written"][0], tail, shorts),
                        shorts=tuple(s if "~" in s else section["written"][0] + s for s in shorts),
                        functions=(function,),
                        system=system,
                        unsure=frozenset(_keys(section["written"], unsure)),
                    ),
                )


def _usual(opening: str, tail: str, shorts: list[str]) -> str:
    """The usual short form, with the place open: ~委组织部, ~市场监管局."""
    own = shorts[0] if shorts else _SLOT.sub("", tail)
    return own if "~" in own else opening + own


def _keys(openings: list[str], stems: Iterable[str]) -> Iterator[str]:
    """The keys of stems behind each of the openings."""
    for stem in stems:
        yield from (key_of(stem if "~" in stem else opening + stem) for opening in openings)


def _add_body(lexicon: Lexicon, openings: list[str], tail: str, shorts: list[str], form: Form) -> None:
    stems = shorts if _SLOT.search(tail) else [tail, *shorts]
    if not tail:
        for opening in openings:
            if opening != "~":
                lexicon.add(key_of(opening), form)
    for opening in openings:
        for stem in stems:
            if "~" in stem:
                lexicon.add(key_of(stem), form)
            elif stem and not (opening == "~" and len(openings) > 1 and stem in _ROOMS):
                lexicon.add(key_of(opening + stem), form)
    _add_full(lexicon, form)


def _add_full(lexicon: Lexicon, form: Form) -> None:
    """A full name is a written form too, and goes before the short forms of others."""
    for _, template in form.full:
        for level in _PEOPLE if re.search(r"\{[Ll]\}", template) else "_":
            pieces = _SLOT.split(re.sub(r"\{[Ll]\}", level, template))
            if len(pieces) == 2 and "{" not in "".join(pieces):
                lexicon.add(key_of("~".join(pieces).removeprefix("中共")), form, first=True)
        if re.search(r"\{[PpCcR]\}.*\{[RSN]\}", template):
            shape = re.sub(
                r"\{[RSN]\}", "(?P<place>.+?)", template.replace(" ", "").removeprefix("中共"), count=1
            )
            shape = shape.replace("{C}", ".+?[市州盟区]").replace("{P}", "(?:.{2,3}省|.{2,6}自治区|.{2}市)")
            lexicon.shapes.append((re.compile(re.sub(r"\{\w\}", ".+?", shape)), form))


def _add_vertical(lexicon: Lexicon, entry: dict[str, Any]) -> None:
    full, written = entry["full"], entry["written"].replace("?", "").split()
    unsure = [name[:-1] for name in entry["written"].split() if name.endswith("?")]
    form = Form(
        full=tuple(full.items()) if isinstance(full, dict) else (("*", full),),
        short=entry.get("short", written[0].removeprefix("=")),
        shorts=tuple(name.removeprefix("=") for name in written[1:]),
        functions=(entry["does"],),
        system=entry.get("system", "vertical"),
        serves=entry.get("serves"),
        areas=tuple(entry.get("areas", ())),
        since=entry.get("since"),
        until=entry.get("until"),
        unsure=frozenset(map(key_of, unsure)),
    )
    for name in written:
        if name.startswith("="):
            lexicon.whole.setdefault(name[1:].translate(_HALF_WIDTH), []).append(form)
        else:
            lexicon.add(key_of(name), form)
    _add_full(lexicon, form)


def _add_local(lexicon: Lexicon, system: str, entry: dict[str, Any]) -> None:
    """A body whose name some places alone have: the place before the name goes without saying."""
    full, at = entry["full"], entry.get("at", "*").split()
    full = full if "{" in full or full.startswith("=") else "{R}" + full
    written = " ".join(name if re.search("[~=]", name) else "~" + name for name in entry["written"].split())
    if full.startswith("="):
        full, written = full[1:], f"{written} {full}"
    areas = [area.ljust(6, "0") if area.isdigit() else area for area in entry["areas"].split()]
    _add_vertical(
        lexicon,
        {**entry, "system": system, "full": dict.fromkeys(at, full), "written": written, "areas": areas},
    )


def _add_central(lexicon: Lexicon) -> None:
    shorts_later: list[tuple[str, Form]] = []
    for system, functions in _vocabulary.read("agencies_central").items():
        for function, bodies in functions.items():
            for name, words in bodies.items():
                shorts = words.split()
                usual = shorts[0] if shorts and len(shorts[0]) <= len(name) else name
                form = Form(
                    full=(("*", name),),
                    # a short form that local bodies bear too would not tell the central one from them
                    short=name if f"~{fold(usual)}" in lexicon.local else usual,
                    shorts=tuple(shorts),
                    functions=(function,),
                    system=system,
                )
                lexicon.central[fold(name)] = form
                shorts_later += [(fold(short), form) for short in shorts]
                if name.endswith("部") and not name.startswith("中"):  # As a ministry signs.
                    shorts_later.append((fold(f"中华人民共和国{name}"), form))
    for key, form in shorts_later:
        lexicon.central.setdefault(key, form)


def _add_former(lexicon: Lexicon) -> None:
    """The bodies that are no more, under every name that another bears now: 广电总局."""
    for name, (_, on) in lexicon.successors.items():
        form = lexicon.central.get(fold(name))
        if form is None or on is None or form.full[0][1] != name:
            continue
        for short in form.shorts:
            if lexicon.central[fold(short)] is not form:
                lexicon.former.setdefault(fold(short), []).append((on, form))
    for form in {id(form): form for form in lexicon.central.values()}.values():
        for key in map(fold, form.shorts):
            other = lexicon.central[key]
            on = lexicon.successors.get(other.full[0][1], ("", None))[1]
            if other is not form and on is not None and fold(other.full[0][1]) == key:
                # 国家粮食和储备局: a short name now, with a 和 less a full one once.
                lexicon.former.setdefault(key, []).append((on, other))
                lexicon.central[key] = form
    for bearers in lexicon.former.values():
        bearers.sort(key=lambda bearer: bearer[0])


@cache
def lexicon() -> Lexicon:
    """The index over the whole vocabulary of agencies."""
    built = Lexicon(customs=_vocabulary.read("customs"))
    for system, local in _vocabulary.read("agencies_local").items():
        for entry in local:
            _add_local(built, system, entry)
    for system, section in _vocabulary.read("agencies").items():
        _add_section(built, system, section)
    for entry in _vocabulary.read("agencies_vertical"):
        _add_vertical(built, entry)
    _add_central(built)
    built.enterprises = tuple(f.full[0][1] for f in built.central.values() if f.system == "enterprise")
    changes = _vocabulary.read("agency_changes")
    built.successors = {old: (new, on) for old, new, on in changes["central"] + changes["local"]}
    _add_former(built)
    heads = {key.partition("~")[0] for key in built.local}
    built.heads = tuple(sorted(heads, key=lambda head: (-len(head), head)))
    return built
