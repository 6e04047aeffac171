"""What people decide about what was read: kept in a file, put into documents when they are read.

A decision is anchored to a document's number or title, quoted words, and which of their occurrences
is meant, so that it survives reading again, another format, removal and loading anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from loaders.decisions._decision import KINDS, BadDecision, Decision, Decisions, check, digest
from loaders.decisions._file import (
    DecisionsUnusable,
    change_decisions,
    place_of,
    read_decisions,
    rows_of,
    taken,
)
from loaders.decisions._values import STALE, day_of, neutral, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import PolicyDocument, Region

__all__ = [
    "KINDS",
    "STALE",
    "BadDecision",
    "Decision",
    "Decisions",
    "DecisionsUnusable",
    "apply",
    "change_decisions",
    "check",
    "day_of",
    "decided_region",
    "digest",
    "neutral",
    "place_of",
    "read_decisions",
    "read_table",
    "rows_of",
    "taken",
    "text_of",
]


def apply(document: PolicyDocument, decisions: Iterable[Decision]) -> PolicyDocument:
    """The document as these decisions, all of them about it, make it.

    A decided fact has the rule ``decision``, confidence 1.0 and no doubt. A decision whose words
    are not there, or hold nothing to decide on, is named in the document's notes.
    """
    from loaders.decisions._apply import apply

    return apply(document, decisions)


def decided_region(document: PolicyDocument, decisions: Iterable[Decision]) -> Region | None:
    """The region that a document is decided to be of, if it is. It counts before reading."""
    from loaders.decisions._apply import decided_region

    return decided_region(document, decisions)


def read_table(path: Path) -> list[Decision]:
    """The decisions in a table that ``zeren review`` wrote and a person filled in (CSV or XLSX), or in
    YAML or JSON; rows without one are passed over. Raises `DecisionsUnusable` and `BadDecision`."""
    from loaders.decisions._table import read_table

    return read_table(path)
