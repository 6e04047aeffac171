"""Where things stand in a document: its preamble, its sections, and of which unit a place is."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from graph.model import Section
from loaders.normalise import Text
from loaders.outline import Unit, outline
from loaders.section_kinds import mark_kinds

_start = itemgetter(0)


class Structure:
    """The outline of a text, and questions about places in it. `preamble_end` is where the first
    numbered unit or table row starts."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.root = outline(text)
        self._units = list(self.root.walk())
        mark_kinds(text, self._units)
        self.preamble_end = self.root.children[0].start if self.root.children else len(text.text)
        self.rows = [unit.row for unit in self._units if unit.row is not None]
        labelled = [unit for unit in self._units if unit.label is not None]
        self._stretches = sorted([(a, b, u) for u in labelled for a, b in u.stretches], key=_start)
        self._starts = [start for start, _, _ in self._stretches]

    def unit_at(self, start: int) -> Unit | None:
        """The labelled unit whose own text a place is in."""
        found = bisect_right(self._starts, start) - 1
        if found < 0:
            return None
        _, end, unit = self._stretches[found]
        return unit if start < end else None

    def place(self, start: int) -> str:
        """What the section of a place is for; notes behind or outside all of them."""
        unit = self.unit_at(start)
        return unit.kind if unit is not None else "notes"

    def sections(self, taken: set[tuple[str, ...]]) -> list[Section]:
        """The units that hold others, and those on the first level that are no measure (`taken`: the
        paths of the units that measures are of)."""
        sections: list[Section] = []
        for unit in self._units:
            if unit.label is None or not (
                unit.children or (unit.path not in taken and unit.parent is self.root)
            ):
                continue
            start, end = self.text.to_source(unit.start, max(unit.end, unit.start + 1))
            sections.append(
                Section(
                    path=unit.path,
                    number=unit.number,
                    title=unit.heading,
                    label=self.heading_label(unit),
                    depth=unit.depth,
                    order=len(sections) + 1,
                    kind=unit.kind,
                    start=start,
                    end=end,
                )
            )
        return sections

    def heading_label(self, unit: Unit) -> str:
        """A heading as printed, with its number: 一、健全…体系."""
        stop = unit.stretches[0][0] + len(unit.heading) if unit.stretches else unit.start
        return self.text.written(unit.start, stop) if stop > unit.start else ""
