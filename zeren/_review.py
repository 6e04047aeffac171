"""What is doubtful in a graph, as rows that a person can decide on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ZerenError

if TYPE_CHECKING:
    from graph.connection import Graph
    from graph.held import Held
    from graph.model import PolicyDocument
    from loaders.decisions import Decision, Decisions
    from loaders.decisions.doubts import Doubt

COLUMNS = (
    "kind", "document", "number", "words", "occurrence", "evidence", "read", "choices", "page", "start",
    "end", "decision",
)  # fmt: skip
# An instrument of these kinds is known by its title; one to be made has no number yet.
_ALIKE, _CHOICES = 0.7, 5

Row = dict[str, Any]


class NoSuchKind(ZerenError):
    """No kind of doubt has the name."""

    en = "No doubt is of the kind {kind}. Kinds: {kinds}."
    zh = "没有名为“{kind}”的存疑类别。可用：{kinds}。"


def doubtful(
    graph: Graph, decisions: Decisions, *, document: str | None = None, kind: str | None = None
) -> list[Row]:
    """What there is to check in the graph, or in one document, by document and place: rows of
    `COLUMNS`, the last of them empty. Doubts that `decisions` settle are left out.

    Raises `NoSuchKind`, `graph.remove.NoSuchDocument` and `SeveralDocuments`.
    """
    from graph.held import held
    from graph.remove import document_key
    from graph.writing.readings import names_of
    from loaders.decisions import KINDS, STALE

    kinds = (*(each for each in KINDS if each != "progress"), "stale")
    if kind is not None and kind not in kinds:
        raise NoSuchKind(kind=kind, kinds=", ".join(kinds))
    keys = None if document is None else [document_key(graph, document)]
    anchor = anchors(graph)
    citations = _citations(graph)
    rows: list[Row] = []
    fitting: set[Decision] = set()
    for each in held(graph, keys):
        about = decisions.touching(names_of(each.document))
        stale = [decision for decision in about if decision.label() in each.document.notes]
        fitting.update(decision for decision in about if decision not in stale)
        found = [*_of_document(each, citations.get(each.key, []), about), *map(_stale, stale)]
        rows += sorted((_row(doubt, anchor(each)) for doubt in found), key=_order)
    # Of two documents with one number a decision fits one: then it is not stale.
    gone = {(STALE, decision.words, decision.occurrence, decision.decision) for decision in fitting}
    rows = [row for row in rows if (row["kind"][: len(STALE)], *_told(row)) not in gone]
    return [row for row in rows if kind is None or row["kind"].partition(":")[0] == kind]


def _told(row: Row) -> tuple[Any, ...]:
    return row["words"], row["occurrence"], row["read"]


def _row(doubt: Doubt, document: str) -> Row:
    values = {name: getattr(doubt, name) for name in COLUMNS if name not in ("document", "decision")}
    return {**values, "document": document, "choices": list(doubt.choices), "decision": None}


def _order(row: Row) -> tuple[Any, ...]:
    words = (row["kind"], row["words"], row["occurrence"] or 0, row["read"], row["evidence"])
    return (-1 if row["start"] is None else row["start"], *words)


def anchors(graph: Graph) -> Callable[[Held], str]:
    """How decisions call a document of the graph: by the first of its number and titles that it
    alone bears, else by the hash of its text."""
    from graph.held import document_names
    from graph.names import fold

    names = document_names(graph)
    bearers = Counter(name for each in names.values() for name in {fold(name) for name in each})

    def anchor(document: Held) -> str:
        own = [name for name in names[document.key] if bearers[fold(name)] == 1]
        return next(iter(own), document.document.text_sha256)

    return anchor


def _of_document(
    document: Held, citations: Iterable[tuple[Row, tuple[str, ...]]], about: Iterable[Decision]
) -> Iterator[Doubt]:
    from loaders.decisions.doubts import doubts
    from loaders.decisions.words import squeeze

    looked_at = {(d.kind, squeeze(d.words), d.occurrence) for d in about if d.subject == "listed"}
    yield from doubts(document.document)
    yield from _cited(document.document, citations)
    for doubt in (*_same_key(document), *_differing(document)):
        anchor = (doubt.kind, squeeze(doubt.words))
        if not looked_at & {(*anchor, doubt.occurrence), (*anchor, None)}:
            yield doubt


def _stale(decision: Decision) -> Doubt:
    """A decision that fits no words of its document any more."""
    from loaders.decisions import STALE
    from loaders.decisions.doubts import Doubt

    return Doubt(
        kind=f"{STALE} {decision.kind}",
        words=decision.words,
        occurrence=decision.occurrence,
        evidence="",
        read=decision.decision,
        choices=("withdraw",),
    )


def _same_key(document: Held) -> Iterator[Doubt]:
    from graph.writing.editions import SAME_KEY
    from loaders.decisions.doubts import Doubt

    read = document.document
    if document.doubt == SAME_KEY:
        yield Doubt(
            kind=SAME_KEY,
            words=read.doc_number or read.title or "",
            occurrence=1,
            evidence=read.title or read.text_title or "",
            read=document.key,
            choices=("keep",),
        )


def _differing(document: Held) -> Iterator[Doubt]:
    """What only one of two copies says: a body's duty, a time, or an instrument."""
    from loaders.decisions.doubts import facts

    told = facts(document.document)
    for copy in document.copies:
        other = facts(copy)
        for only, also, source in ((told, other, document.document), (other, told, copy)):
            for fact in only.keys() - also.keys():
                yield replace(only[fact], read=f"{Path(source.source.path).name}: {only[fact].read}")


def _citations(graph: Graph) -> dict[str, list[tuple[Row, tuple[str, ...]]]]:
    """By document key the citations to check, each with the instruments that may be meant."""
    from graph.held import KNOWN_BY_TITLE, cited_by_title, numbered

    known = numbered(graph)
    found: dict[str, list[tuple[Row, tuple[str, ...]]]] = {}
    choices: dict[str, tuple[str, ...]] = {}
    for row in cited_by_title(graph):
        if row["doubt"] or (row["kind"] not in KNOWN_BY_TITLE and row["action"] != "enact"):
            title = row["title"] or ""
            if title not in choices:
                choices[title] = _instruments(title, known)
            found.setdefault(row["document"], []).append((row, choices[title]))
    return found


def _instruments(title: str, known: Iterable[Row]) -> tuple[str, ...]:
    scored = []
    for row in known:
        titles = row["titles"] or [row["title"]]
        alike = max(SequenceMatcher(None, title, each, autojunk=False).ratio() for each in titles)
        if alike >= _ALIKE:
            scored.append((-alike, f"《{row['title']}》（{row['doc_number']}）"))
    return tuple(choice for _, choice in sorted(scored)[:_CHOICES])


def _cited(document: PolicyDocument, citations: Iterable[tuple[Row, tuple[str, ...]]]) -> Iterator[Doubt]:
    from loaders.decisions.doubts import doubt_at, sentence
    from loaders.decisions.words import Words

    words = Words(document.source.text)
    for row, choices in citations:
        yield doubt_at(
            document.source.text,
            words,
            (row["start"], row["end"]),
            kind=row["doubt"] or "citation without number",
            evidence=sentence(document.source.text, row["start"], row["end"]),
            read=f"{row['action']}:{row['title']}",
            choices=choices,
            page=row["page"],
            number=row["number"],
        )
