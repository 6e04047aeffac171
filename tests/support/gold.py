"""The gold: sentences of our own in every form, as tables, and what the recognisers read in them.

A table is a text file: a head that says what its rows mean, then blocks that begin with ``# form``
(and options behind ``;``), then rows ``text ⇒ fact | fact``. ``⏎`` in a text is a line end, ``-`` no fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from loaders.folding import FOLD
from loaders.language import analyse, mentions
from loaders.normalise import normalise
from loaders.numbering import leading_label
from loaders.read import Block, SourceText
from loaders.recognise.clauses import Clause
from loaders.recognise.deadlines import Time
from loaders.recognise.leads import given
from loaders.recognise.names import Name, split_names
from loaders.recognise.regulations import Mention
from loaders.resolve.regulations import resolve_mentions

FOLDER = Path(__file__).parents[1] / "loaders" / "recognise" / "gold"


@dataclass(frozen=True)
class Row:
    """One text of a kind and form, the facts it holds, and the options of its block."""

    kind: str
    form: str
    text: str
    facts: tuple[str, ...]
    options: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.form}: {self.text}"


def rows(kind: str) -> list[Row]:
    """The rows of the table of a kind: clauses, names, deadlines, citations or numbering."""
    found: list[Row] = []
    form, options = "", {}
    for line in (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            form, *given = (part.strip() for part in line[2:].split(";"))
            options = dict(g.split("=") if "=" in g else (g, "") for g in given)
        elif " ⇒ " in line:
            text, stated = line.split(" ⇒ ")
            facts = () if stated == "-" else tuple(part.strip() for part in stated.split("|"))
            found.append(Row(kind, form, text.replace("⏎", "\n"), facts, options))
    return found


def read(row: Row) -> tuple[str, ...]:
    """What the recognisers read in a row's text, in the notation of its table."""
    return tuple(_READERS[row.kind](row))


def text(row: Row) -> str:
    """The text of a row of clauses or names as the recognisers see it: what their spans count in."""
    return row.text.translate(FOLD) if row.kind == "names" else _clean(row.text)


def names(row: Row) -> list[Name]:
    """The names of bodies, vague ones too, that the recognisers read in a row of clauses or names."""
    if row.kind == "names":
        return split_names(text(row), 0, len(text(row)))
    clauses = mentions(analyse(text(row), year=2021), "clauses")
    return [party.name for clause in clauses for party in clause.parties]


@cache
def _clean(text: str) -> str:
    at, blocks = 0, []
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line)))
        at += len(line) + 1
    return normalise(SourceText(text, tuple(blocks), "txt")).text


def _clauses(row: Row) -> Iterator[str]:
    words = text(row)
    for clause in mentions(analyse(words, year=2021), "clauses"):
        yield " ".join(_clause_words(clause, words)) or "."


def _clause_words(clause: Clause, text: str) -> Iterator[str]:
    if clause.lead_note:
        yield "^" if clause.lead_note.onward else "*"
    role = ""
    stated = given(clause.lead_note, text, clause.parties)
    for party, of_note in zip(clause.parties, stated, strict=True):
        if of_note[0].upper() != role:
            role = of_note[0].upper()
            yield role
        yield _name_words(party.name, marks=False)
    if clause.ongoing:
        yield "+"


def _name_words(name: Name, *, marks: bool) -> str:
    words = name.surface.replace("[", "(").replace("]", ")")
    bare = words.removesuffix(f"({name.bracket})") if name.bracket else words
    if not name.vague and name.expanded.replace("[", "(").replace("]", ")") not in (words, bare):
        words += f"={name.expanded}"
    return ("?" if name.vague else "") + words + (f"!{name.mark}" if marks and name.mark else "")


def _names(row: Row) -> Iterator[str]:
    yield " ".join(_name_words(name, marks=True) for name in names(row))


def _deadlines(row: Row) -> Iterator[str]:
    year = int(row.options.get("year", "2021")) or None
    issued_on = date.fromisoformat(row.options["issued"]) if "issued" in row.options else None
    year = issued_on.year if issued_on else year
    for time in mentions(analyse(_clean(row.text), year=year, issued_on=issued_on), "deadlines"):
        yield " ".join(_time_words(time))


def _time_words(time: Time) -> Iterator[str]:
    yield time.kind
    if time.recurring:
        yield time.recurring
        if time.on:
            yield time.on
    elif time.missing:
        yield "?"
    else:
        start = f"{time.start_date}.." if time.start_date else ""
        yield f"{start}{time.date or ''}"


def _citations(row: Row) -> Iterator[str]:
    found = mentions(analyse(_clean(row.text), year=2021), "regulations")
    for mention in resolve_mentions(found, (row.options.get("own"),)):
        yield " ".join(_mention_words(mention))


def _mention_words(mention: Mention) -> Iterator[str]:
    yield mention.action
    yield (mention.title or "~").replace(" ", "")
    yield mention.number or "~"


def _numbering(row: Row) -> Iterator[str]:
    label = leading_label(row.text.translate(FOLD))
    if label is not None:
        yield f"{label.kind} {label.value} {label.number}"


_READERS: dict[str, Callable[[Row], Iterator[str]]] = {
    "clauses": _clauses,
    "names": _names,
    "deadlines": _deadlines,
    "citations": _citations,
    "numbering": _numbering,
}
KINDS = tuple(_READERS)


def same(row: Row, found: tuple[str, ...]) -> bool:
    """Whether the facts found are the row's, widths of brackets and dashes aside."""
    return [f.translate(FOLD) for f in found] == [f.translate(FOLD) for f in row.facts]
