"""Tasks without a number: paragraphs before the first label, or in a text that has none, each with who
answers for it.

A list of tasks may have lost its numbers, and a page that goes on from another begins amid the bodies of a
plan (县水利局：负责巡查。). One such paragraph is the preamble's; several in a row are tasks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.recognise.clauses import Clause

Span = tuple[int, int]
_FEWEST, _FEWEST_NOTES = 2, 3


class Task(NamedTuple):
    """The spans of a task's own words and its clauses."""

    stretches: list[Span]
    clauses: list[Clause]


def tasks(paragraphs: Sequence[Span], clauses: Sequence[Clause]) -> list[Task]:
    """The tasks among some paragraphs, in order; none where only a few have a clause."""
    found = list(_tasks(paragraphs, clauses))
    apart = sum(task.clauses[0].rule != "note" for task in found)
    heads = sum(task.clauses[0].start == task.stretches[0][0] for task in found)
    return found if apart >= _FEWEST or heads >= _FEWEST_NOTES else []


def _tasks(paragraphs: Sequence[Span], clauses: Sequence[Clause]) -> Iterator[Task]:
    """Each paragraph that ends with its clauses, or opens with the bodies; the one above those that stand on
    a line of their own."""
    above: list[Span] = []
    for start, end in paragraphs:
        own = [clause for clause in clauses if start <= clause.start < end]
        if not own:
            above = [(start, end)]
        elif own[0].rule == "note":
            if own[0].start == start:
                yield Task([(start, end)], own)
            above = []
        else:
            words = [(start, own[0].start)] if start < own[0].start else above
            if words:
                yield Task(words, own)
            above = []
