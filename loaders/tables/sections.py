"""What the rows of tables stand under, as sections of the document: the cells beside their tasks (类别,
重点任务), and the rows that head others (一、治理水体)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import Measure, Section
from loaders.folding import fold
from loaders.numbering import leading_label

_ROWS = "rows"
_BELOW = "›"


def with_table_sections(
    sections: Sequence[Section], measures: Sequence[Measure]
) -> tuple[tuple[Section, ...], tuple[Measure, ...]]:
    """All sections of a document in its order, those of its tables too, and its measures, each in its
    nearest."""
    if not any("table" in measure.path for measure in measures):
        return tuple(sections), tuple(measures)
    found = {section.path: section for section in sections}
    known: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}
    placed = []
    for measure in measures:
        path = measure.section_path
        for heading in _headings(measure):
            if (path, heading) not in known:
                known[path, heading] = (*path, *([] if _ROWS in path else [_ROWS]), f"{len(known) + 1}")
            above, path = path, known[path, heading]
            found[path] = _widened(found.get(path) or _section(path, heading, found.get(above)), measure)
        placed.append(replace(measure, section_path=path))
    if not known:
        return tuple(sections), tuple(measures)
    return tuple(_in_order(found.values())), tuple(placed)


def _headings(measure: Measure) -> list[str]:
    """The headings that a row of a table stands under, from the top; none of another measure."""
    if "table" not in measure.path or not measure.title:
        return []
    return [heading.strip() for heading in measure.title.split(_BELOW)]


def _section(path: tuple[str, ...], heading: str, above: Section | None) -> Section:
    """The section of a heading, which spans nothing yet."""
    label = leading_label(fold(heading))
    return Section(
        path=path,
        number=label.number if label else None,
        title=heading[label.length :].strip() if label else heading,
        label=heading,
        depth=above.depth + 1 if above else 1,
        order=0,
        kind=above.kind if above else "tasks",
        start=-1,
        end=-1,
    )


def _widened(section: Section, measure: Measure) -> Section:
    """A table's section that holds one measure more; what holds the table stays as it is."""
    if _ROWS not in section.path:
        return section
    start = measure.start if section.start < 0 else min(section.start, measure.start)
    return replace(section, start=start, end=max(section.end, measure.end))


def _in_order(sections: Iterable[Section]) -> Iterable[Section]:
    """The sections by where they begin, a higher one before those in it."""
    ordered = sorted(sections, key=lambda section: (section.start, section.depth))
    return (replace(section, order=order) for order, section in enumerate(ordered, 1))
