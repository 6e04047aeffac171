"""Units and clauses to measures: which stretch of the text is one duty, and whose clause closes it.

A measure is the lowest numbered unit of the task part. Where a unit holds several clauses, each
stretch up to a clause is one (the second is ``#2``). A clause behind numbered items none of which has
its own belongs to the group, and the group is the measure. A numbered task without a clause is a
measure that nobody answers for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from operator import itemgetter
from weakref import ref

from loaders.closing import appeals, closes, is_bare, is_date, signs
from loaders.facets import ASPECT
from loaders.normalise import Text
from loaders.outline import Unit
from loaders.placed import Placed
from loaders.recognise import roles
from loaders.recognise.clauses import Clause
from loaders.unnumbered import tasks

_LEAD = re.compile(r"[\s。;,、:]*")
_GLUE = re.compile(r"[\s。;,.、:()\[\]—-]*$")
# Between two lines of a numbered list of what is said of a task: (二)责任单位:… (三)协办单位:…
_NUMBERED_GLUE = re.compile(r"[\s。;]*\n\(?[一二三四五六七八九十\d]{1,2}[)、.]\s*$")
# Lines between two clauses that say who leads or checks: 督导单位:…, 责任领导:….
_ASIDE_GLUE = re.compile(rf"[\s。;]*(?:[\u4e00-\u9fff]{{0,2}}(?:{roles.other_pattern()}):[^\n]*\n\s*)+$")
_GLUES = (_GLUE, _NUMBERED_GLUE, _ASIDE_GLUE)
# What says nothing of a task: punctuation, (三)责任单位 as a heading, 配合单位:无, a person who leads
# (责任领导:李某某).
_SILENT = re.compile(
    rf"{_GLUE.pattern}|{roles.label_pattern()}(?<=单位|部门)(?::(?:无|[/-]))?[。;]?$"
    rf"|(?:{roles.other_pattern()})(?<=领导|任人|责人):[^。;]{{2,60}}[。;]?$"
)
_LONGEST_SILENT = 100


@dataclass(slots=True)
class Draft:
    """A measure before its mentions are resolved: the unit it is of, its spans, its clauses.

    `stretches` are the spans of its own words, without label and clauses; `again` is 2 for the
    second measure of one unit.
    """

    unit: Unit
    start: int
    end: int
    stretches: list[tuple[int, int]]
    clauses: list[Clause] = field(default_factory=list)
    again: int = 1


def draft_measures(text: Text, root: Unit, clauses: list[Clause]) -> list[Draft]:
    """The measures of a document in reading order."""
    return list(_Drafter(text, root, clauses).unit(root))


class _Drafter:
    def __init__(self, text: Text, root: Unit, clauses: list[Clause]) -> None:
        self.text = text
        self.clauses = Placed(clauses)
        self.own: dict[int, list[Clause]] = {}
        units = list(root.walk())
        labelled = [unit for unit in units if unit.label is not None]
        self.last = max((unit.start for unit in labelled), default=0)
        self.signed = self._signed(labelled)
        self.groups = self._group_style(units)
        self.heads = sum(self._heads_words(unit, self._of(unit)) for unit in labelled) > 1

    def unit(self, unit: Unit) -> Iterator[Draft]:
        """The measures of a unit and of what stands below it."""
        if unit.label is None:
            yield from self._unnumbered(unit) if unit.row is None else ()
            for child in unit.children:
                yield from self.unit(child)
            return
        own = self._of(unit)
        if not any(child.label is not None for child in unit.children):
            # What a table below a unit says is the table's.
            yield from self._leaf(unit, own) if own or not unit.children else ()
        elif own and not any(self._of(u) for child in unit.children for u in child.walk()):
            yield self._whole(unit, own)
        elif closing := self._group_clause(unit):
            measures = list(self._stretches(unit, own))
            yield from measures
            yield self._group(unit, closing, again=len(measures) + 1) if own else self._whole(unit, closing)
        else:
            yield from self._stretches(unit, own)
            for child in unit.children:
                yield from self.unit(child)

    def _unnumbered(self, root: Unit) -> Iterator[Draft]:
        """The measures of a text's own paragraphs, which no label opens."""
        for n, (words, own, _) in enumerate(tasks(self.text.text, root.stretches, self._of(root)), 1):
            start, end = words[0][0], max(words[-1][1], own[-1].end)
            unit = Unit(None, start, (f"unnumbered {n}",), ref(root), page=root.page, stretches=words)
            yield Draft(unit, start, end, words, own)

    def _of(self, unit: Unit) -> list[Clause]:
        """The clauses in a unit's own text; below the document's signature no unit has any."""
        if (found := self.own.get(id(unit))) is None:
            found = self.clauses.within(*unit.stretches)
            if found and unit.end >= self.signed:
                found = [clause for clause in found if clause.start < self.signed]
            self.own[id(unit)] = found
        return found

    def _signed(self, labelled: list[Unit]) -> int:
        """Where the date under the signature stands, behind the last unit's words; else the text's end."""
        last = [(a, b) for unit in labelled if unit.start == self.last for a, b in unit.stretches[1:]]
        dated = (a for a, b in last if is_date(self.text.text[a:b]))
        return next(dated, len(self.text.text))

    def _group_style(self, units: list[Unit]) -> dict[str, int]:
        """For each kind of label, how many lists have one clause at their end, less those in which an
        item before the last has its own: who closes groups of （1） may still name bodies for each 1."""
        style: dict[str, int] = {}
        for unit in units:
            items = [child for child in unit.children if child.label is not None]
            kind = items[0].label.kind if items and items[0].label else ""
            if len(items) > 1:
                early = any(self._of(item) for item in items[:-1])
                style[kind] = style.get(kind, 0) + (-1 if early else bool(self._of(items[-1])))
        return style

    def _group_clause(self, unit: Unit) -> list[Clause]:
        """The clause that closes a list of items none of which has its own."""
        if len(unit.children) < 2 or any(c.label is None for c in unit.children):
            return []
        *before, last = unit.children
        clauses = self._of(last)
        if not clauses or any(self._of(u) for c in before for u in c.walk()) or len(self._runs(clauses)) > 1:
            return []
        # (三)责任单位。A,B。 says no more than who, of whatever stands before it.
        nested = any(c.children for c in unit.children)
        if nested and (last.children or any(self._between(last, last.start, clauses[0].start))):
            return []
        helped = all(party.role == "support" for clause in clauses for party in clause.parties)
        if helped or any(self._opens(clause) for clause in clauses):
            return []  # 由A牵头,组织验收 and 配合单位:A are of the last item alone
        if self._on_own_line(last, clauses[0]):
            return clauses
        style = self.groups.get(last.label.kind, 0) if last.label else 0
        # The list itself counts: among safeguards, another must close its group as well.
        return clauses if style >= (0 if unit.kind == "tasks" else 2) else []

    def _on_own_line(self, unit: Unit, clause: Clause) -> bool:
        return any(start == clause.start for start, _ in unit.stretches[1:])

    def _leaf(self, unit: Unit, own: list[Clause]) -> Iterator[Draft]:
        if own and any(ASPECT.match(self.text.text, a) for a, _ in unit.stretches if a > own[0].start):
            yield self._whole(unit, own)
        elif (self.heads and self._heads_words(unit, own)) or self._opens_with(unit, own):
            yield self._headed(unit, own)
        elif own:
            yield from self._stretches(unit, own)
        elif unit.kind == "tasks" and unit.number is not None:
            stretches = self._without_closing(unit)
            if any(self.text.text[a:b].strip() for a, b in stretches) and not self._is_heading(unit):
                yield Draft(unit, unit.start, stretches[-1][1], stretches)

    def _heads_words(self, unit: Unit, own: list[Clause]) -> bool:
        """Whether a unit's clauses stand between its heading and its words, on the heading's line or below
        it; where several do, the document is built so."""
        if not own or own[-1].end >= unit.own_end or unit.label is None or len(self._runs(own)) > 1:
            return False
        first, *rest = unit.stretches
        below = bool(rest) and own[0].start == rest[0][0]
        heading = self.text.text[first[0] : min(own[0].start, first[1])]
        behind = any(start >= own[-1].end for start, _ in rest)
        return behind and (below or own[-1].end == first[1]) and is_bare(heading)

    def _opens_with(self, unit: Unit, own: list[Clause]) -> bool:
        """Whether a unit has words behind its clauses and none before them; a clause that is a part of a
        sentence is its words."""
        if not own or own[-1].end >= unit.own_end or not _apart(own) or len(self._runs(own)) > 1:
            return False
        before = self._between(unit, unit.start, own[0].start)
        return not any(before) and any(self._between(unit, own[-1].end, unit.own_end))

    def _headed(self, unit: Unit, own: list[Clause]) -> Draft:
        """A measure whose words stand behind its clauses."""
        end = self._without_closing(unit, sum(a < own[-1].end for a, _ in unit.stretches))[-1][1]
        words = [*self._between(unit, unit.start, own[0].start), *self._between(unit, own[-1].end, end)]
        return Draft(unit, unit.start, max(end, own[-1].end), words, own)

    def _is_heading(self, unit: Unit) -> bool:
        """Whether a unit is a heading alone, among units that hold others: its table stands apart."""
        words = "".join(self.text.text[a:b] for a, b in unit.stretches)
        siblings = unit.parent.children if unit.parent else []
        return not re.search(r"[。;!?]", words) and any(u.children for u in siblings if u is not unit)

    def _stretches(self, unit: Unit, own: list[Clause]) -> Iterator[Draft]:
        """A measure for each run of clauses: the words since the run before."""
        start = unit.start
        again = 1
        runs = self._runs(own)
        for run, after in zip_longest(runs, runs[1:]):
            end = self._end(unit, run[-1], after)
            words = list(self._between(unit, start, next((c.start for c in _apart(run)), end)))
            if words or again == 1:
                yield Draft(unit, words[0][0] if again > 1 else start, end, words, run, again)
                again += 1
            start = end

    def _end(self, unit: Unit, last: Clause, after: list[Clause] | None) -> int:
        """Where the measure ends whose last clause this is; words behind a note are its words as well."""
        if last.rule != "note":
            return last.end
        if after is not None:
            return after[0].start if self._opens(last) else last.end
        return next((b for a, b in unit.stretches if a <= last.start < b), last.end)

    def _opens(self, clause: Clause) -> bool:
        """Whether a clause is a note before its task: 由A牵头,… or A:负责… or 由A会同B制定…"""
        return clause.rule == "note" and self.text.text[clause.end : clause.end + 1] not in "。;!?)]\n"

    def _whole(self, unit: Unit, clauses: list[Clause]) -> Draft:
        """One measure of a unit with all that stands below it."""
        words: list[tuple[int, int]] = []
        for part in unit.walk():
            if part.row is not None:
                continue
            at = part.start if part is not unit else unit.stretches[0][0] if unit.stretches else unit.start
            for clause in _apart(clauses):
                words += self._between(part, at, clause.start)
                at = max(at, clause.end) if clause.start < part.own_end else at
            if at < part.own_end:
                words += self._between(part, at, self._end_of_text(part, at))
        return Draft(unit, unit.start, max(unit.end, clauses[-1].end), sorted(set(words)), clauses)

    def _end_of_text(self, unit: Unit, at: int) -> int:
        """Where a unit's own words behind a place end before the signature and the date of the document."""
        end = unit.own_end
        for a, b in reversed(unit.stretches):
            if a < at or not signs(self.text.text[a:b]):
                break
            end = a
        return end

    def _group(self, unit: Unit, clauses: list[Clause], again: int) -> Draft:
        """One measure of the items below a unit whose own words are a measure already."""
        words = [
            span for item in unit.children for span in self._between(item, item.start, _end_of_words(clauses))
        ]
        return Draft(unit, unit.children[0].start, clauses[-1].end, words, clauses, again)

    def _between(self, unit: Unit, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a unit's own words in a span that hold more than punctuation, 责任单位 or a person."""
        words, first = self.text.text, bisect_right(unit.stretches, start, key=itemgetter(1))
        after = bisect_left(unit.stretches, end, key=itemgetter(0))
        for a, b in unit.stretches[first:after]:
            left, right = max(a, start), min(b, end)
            if left < right and (right - left > _LONGEST_SILENT or not _SILENT.fullmatch(words, left, right)):
                lead = _LEAD.match(words, left, right)
                yield lead.end() if lead else left, right

    def _runs(self, clauses: list[Clause]) -> list[list[Clause]]:
        """Clauses with nothing but punctuation between them belong together, and a note before its task with
        the clause behind it."""
        runs: list[list[Clause]] = []
        for clause in clauses:
            if runs and (
                any(glue.match(self.text.text, runs[-1][-1].end, clause.start) for glue in _GLUES)
                or (clause.rule != "note" and self._opens(runs[-1][-1]))
            ):
                runs[-1].append(clause)
            else:
                runs.append([clause])
        return runs

    def _without_closing(self, unit: Unit, first: int = 1) -> list[tuple[int, int]]:
        """A unit's own words, the `first` stretches and those behind them up to the notes and the signature
        that end a document."""
        kept = unit.stretches[:first]
        for i, (start, end) in enumerate(unit.stretches[first:]):
            words = self.text.text[start:end]
            if closes(words) or (unit.start == self.last and (appeals(words) or (i and is_bare(words)))):
                break
            kept.append((start, end))
        return kept


def _apart(clauses: list[Clause]) -> list[Clause]:
    """Those that are no part of a sentence: the note 由A会同B制定 belongs to the measure's words."""
    return [clause for clause in clauses if clause.rule != "note"]


def _end_of_words(run: list[Clause]) -> int:
    """Where the words that a run of clauses closes end: before the first that stands apart."""
    return next((clause.start for clause in _apart(run)), run[-1].end)
