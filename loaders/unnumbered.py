"""Tasks without a number: paragraphs before the first label, or in a text that has none, each with who
answers for it.

A list of tasks may have lost its numbers, a page that goes on from another begins amid the bodies of a plan
(县水利局：负责巡查。), and a table that lost its rules says its rows line by line (项目名称：…, 责任单位：…).
One such paragraph is the preamble's; several in a row are tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.recognise.clauses import Clause

Span = tuple[int, int]
_FEWEST, _FEWEST_NOTES = 2, 3
# A line that says what it is of a task: 建设内容:新建泵站。 名称:某办法 is what a page says of a text.
_TOLD = re.compile(
    r"(?:(?:项目|任务|事项|工作|实事)(?:名称|内容|任务|目标|要求|措施|标准)|任务|(?:完成|工作)标准"
    r"|(?:建设|重点|具体|目标|年度)[\u4e00-\u9fff]{2,6}):"
)


class Task(NamedTuple):
    """The spans of a task's own words and its clauses; `told` where a line says that they are one."""

    stretches: list[Span]
    clauses: list[Clause]
    told: bool = False


def tasks(text: str, paragraphs: Sequence[Span], clauses: Sequence[Clause]) -> list[Task]:
    """The tasks among some paragraphs, in order; none where only a few have a clause."""
    found = list(_tasks(text, paragraphs, clauses))
    apart = sum(task.clauses[0].rule != "note" for task in found)
    heads = sum(task.clauses[0].start == task.stretches[0][0] for task in found)
    several = apart >= _FEWEST or heads >= _FEWEST_NOTES or any(task.told for task in found)
    return found if several else []


def _tasks(text: str, paragraphs: Sequence[Span], clauses: Sequence[Clause]) -> Iterator[Task]:
    """Each paragraph that ends with its clauses, or opens with the bodies; those above the clauses that stand
    on lines of their own."""
    above: list[Span] = []
    task: Task | None = None
    last_told = False
    for start, end in paragraphs:
        own = [clause for clause in clauses if start <= clause.start < end]
        told = _TOLD.match(text, start, end) is not None
        alone = bool(own) and own[0].rule != "note" and own[0].start == start
        if alone and task is not None:
            task.clauses.extend(own)
            continue
        if task is not None:
            yield task
        task = None
        if not own:
            above = [*above, (start, end)] if told and last_told else [(start, end)]
            last_told = told
            continue
        if own[0].rule != "note":
            words = above if alone else [(start, own[0].start)]
            # What a page says of a text (标题:…, 责任部门:…) is no sentence.
            said = bool(words) and (not alone or last_told or text[words[-1][1] - 1] in "。;!")
            task = Task(words, own, alone and last_told) if said else None
        elif own[0].start == start:
            task = Task([(start, end)], own)
        above = []
    if task is not None:
        yield task
