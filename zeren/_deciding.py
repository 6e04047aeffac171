"""Decisions and notes taken: into the file, then into the graph by reading again what they touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import UnknownName, ZerenError

if TYPE_CHECKING:
    from graph.connection import Graph
    from graph.model import PolicyDocument
    from loaders.decisions import Decision, Decisions
    from zeren._loading import Loaded

_QUOTED = 30  # characters of a measure that a note quotes


class NoSuchMeasure(UnknownName):
    """No measure of the graph, or of the document, has the name."""

    en = "No measure is called {name}.{near} Give its number or first words, and --document."
    zh = "没有名为 {name} 的任务。{near}请给出编号或开头的字句，并用 --document 指明文件。"


class SeveralMeasures(ZerenError):
    """Several measures have the name."""

    en = "{name} is the name of several measures: {keys}. Add --document, or give one of these keys."
    zh = "{name} 是多个任务的名称：{keys}。请加上 --document，或指明其一。"


@dataclass(frozen=True, slots=True)
class Decided:
    """What taking decisions did: how many were taken, what reading again did, which documents the
    graph does not hold, and which names of bodies neither the vocabulary nor the graph knew."""

    decisions: int
    loaded: Loaded
    absent: tuple[str, ...]
    unknown: tuple[str, ...]


def decide(graph: Graph, taken: Iterable[Decision], *, decisions: Path | None = None) -> Decided:
    """Add decisions to the file (see `loaders.decisions.place_of`) and show them in the graph.

    Raises `loaders.decisions.DecisionsUnusable`, and what the connection raises.
    """
    from graph.writing.readings import read_files
    from loaders.decisions import change_decisions, place_of

    taken = list(taken)
    path = place_of(graph.address, decisions)
    held = change_decisions(path, lambda before: before.with_(taken))
    known = {name for _, _, names in read_files(graph) for name in names}
    unknown = _unknown(graph, taken)
    absent = {each.document for each in taken if each.anchor[0] not in _folded(known)}
    loaded = show(graph, held, decisions=decisions)
    return Decided(len(taken), loaded, tuple(sorted(absent)), unknown)


def show(graph: Graph, decided: Decisions, *, decisions: Path | None = None) -> Loaded:
    """Read again the files whose documents the graph shows otherwise than `decided`."""
    from graph.writing.readings import read_files
    from loaders.decisions import digest
    from zeren._loading import load_files

    otherwise = [
        path
        for path, read_by, names in read_files(graph)
        if read_by.partition("+")[2] != digest(decided.touching(names))
    ]
    return load_files(graph, otherwise, decisions=decisions)


def _folded(names: Iterable[str]) -> set[str]:
    from graph.names import fold

    return set(map(fold, names))


def _unknown(graph: Graph, taken: Iterable[Decision]) -> tuple[str, ...]:
    """The bodies decided on that neither the vocabulary nor the graph knows, so that a slip of the pen
    is seen."""
    from graph.model import COUNTRY_CODE
    from graph.names import find
    from loaders.resolve import regions
    from loaders.resolve.agencies import resolve

    country = regions.by_code(COUNTRY_CODE)
    assert country
    names = sorted({body for decision in taken if (body := decision.body)})
    strange = (name for name in names if not resolve(name, region=country).resolved)
    return tuple(name for name in strange if not find(graph, "agency", name))


def note(
    graph: Graph,
    measure: str,
    *,
    status: str,
    on: date,
    source: str,
    document: str | None = None,
    decisions: Path | None = None,
) -> Decided:
    """Note the progress of a measure, named by number, first words or key (and its document).

    Raises `NoSuchMeasure`, `SeveralMeasures`, `loaders.decisions.BadDecision`, and what `decide` raises.
    """
    from graph.held import held
    from loaders.decisions import Decision, check, text_of
    from zeren._review import anchors

    row = _one_measure(graph, measure, document)
    (found,) = held(graph, [row["document"]])
    words, occurrence = _quote(found.document, row["order"])
    taken = Decision(
        document=anchors(graph)(found),
        kind="progress",
        words=words,
        occurrence=occurrence,
        decision=status,
        on=on,
        source=text_of(" ".join(source.split())),
    )
    return decide(graph, [check(taken, row["key"])], decisions=decisions)


def _one_measure(graph: Graph, name: str, document: str | None) -> dict[str, Any]:
    from graph.held import measures
    from graph.names import find, suggest
    from graph.remove import document_key

    rows = measures(graph, find(graph, "measure", name))
    if document is not None:
        key = document_key(graph, document)
        rows = [row for row in rows if row["document"] == key]
    if not rows:
        raise NoSuchMeasure(name=name, near=suggest(graph, "measure", name, limit=3))
    if len(rows) > 1:
        raise SeveralMeasures(name=name, keys="; ".join(row["key"] for row in rows))
    return rows[0]


def _quote(document: PolicyDocument, order: int) -> tuple[str, int]:
    """Words of a measure, its first ones where they stand in one piece, and which occurrence they are."""
    from loaders.decisions.words import Words, shown

    measure = next(each for each in document.measures if each.order == order)
    text = document.source.text
    words = Words(text)
    whole = text[measure.start : measure.end]
    for quoted in (measure.text[:_QUOTED], whole[:_QUOTED]):
        place = words.inside(quoted, measure.start, measure.end)
        if place:
            return shown(quoted), words.occurrence(quoted, place[0])
    raise AssertionError("a measure's span begins with its own words")
