"""The tree of numbered units: sections, and in them the measures' places.

Labels nest in the usual order 一、 › （一） › 1. › （1） (GB/T 9704-2012), laws by 第一条, emergency plans
by 1 › 1.1 › 1.1.1. A table of contents holds no units. A label that
goes on from the last of its kind may also stand inside a paragraph, where a page lost its line ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from weakref import ref

from graph.model import SectionKind
from loaders.calendar import DATE
from loaders.contents import contents
from loaders.facets import FACET, FACT
from loaders.instruments import TITLE
from loaders.normalise import Paragraph, Text
from loaders.numbering import KINDS, Label, chapter_label, item_label, label_before_number, leading_label
from loaders.read import FACTS

# Where a label may stand inside a paragraph: behind a stop or a closing bracket, or a gap in the source.
_INLINE = re.compile(
    r"[一二三四五六七八九十0-9(](?:(?<=\()(?:[一二三四五六七八九十]{1,4}|\d{1,2})\)"
    r"|(?<=\d)\d?[.、](?:(?!\d)|(?=20\d\d年))|(?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,3}、)"
)
# How far a list goes on behind a gap where numbers are missing or wrong.
_SKIPPED = 3
# A heading that a paragraph without line ends leaves before the first label below it: 二、工作措施(一)….
_WORDS = r"[^。,;:()《》\d]{2,24}"
_RUN_ON = re.compile(rf"{_WORDS}(?:,{_WORDS})?(?:\(\d{{1,2}}[项条]\))?。?")
_ATTACHED = re.compile(r"^附件?\s*\d{0,2}\s*:")
# A file's name, as a page lists what is to be fetched: 1.任务分工表.xlsx.
_FILES = (".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps", ".et", ".ofd", ".zip", ".rar")
_ATTACHMENT = re.compile(r"^附\s*(?:件|表|录)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*:?$")
# A heading before all others that is the title of the text which a notice issues, or a page's: 政策全文.
_TITLE = re.compile(
    rf".{{6}}(?:{TITLE}|清单|分工)(?:\([^()]{{1,16}}\))?$|^(?:政策|文件|公文|通知)?[全正原]文:?$"
)
# A heading before all others that states the number, the day or another fact below the title.
_STATED = re.compile(
    rf"\(.*\)$|[\u4e00-\u9fff]{{1,12}}[(\[](?:19|20)\d\d[)\]]\d{{1,5}}号$|{DATE}|(?:{'|'.join(FACTS)}):"
)


@dataclass(slots=True, weakref_slot=True)
class Unit:
    """A labelled unit, or the root. `stretches` are the spans of its own text, without the label and
    without its children; `path` names it. `heading` is its first line, or the first sentence of it where
    text follows."""

    label: Label | None
    start: int
    path: tuple[str, ...]
    within: ref[Unit] | None = None
    depth: int = 0
    page: int | None = None
    stretches: list[tuple[int, int]] = field(default_factory=list)
    children: list[Unit] = field(default_factory=list)
    kind: SectionKind = "tasks"
    row: Paragraph | None = None
    heading: str = ""

    @property
    def parent(self) -> Unit | None:
        """The unit that it stands in; held weakly, so that a tree goes when nobody holds its root."""
        return self.within() if self.within else None

    @property
    def number(self) -> str | None:
        """Its label's number, None where its label is a heading's words."""
        return self.label.number if self.label and not self.label.kind.startswith("heading") else None

    @property
    def own_end(self) -> int:
        """Where its own text ends."""
        return self.stretches[-1][1] if self.stretches else self.start

    @property
    def end(self) -> int:
        """Where its last child ends, or its own text."""
        return max(self.own_end, self.children[-1].end if self.children else 0)

    def walk(self) -> Iterator[Unit]:
        """The units below it, in reading order, itself first."""
        waiting = [self]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting += reversed(unit.children)


def outline(text: Text) -> Unit:
    """The root of a text's units. What stands before the first label is the root's own."""
    return _Grower(text).grow()


class _Grower:
    """Reads the paragraphs once and grows the tree."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.root = Unit(None, 0, ())
        self.current = self.root
        self.listing = False
        self.title_depth = 0
        self.last: dict[str, int] = {}
        self.paths: Counter[tuple[str, ...]] = Counter()
        self.decimal = "\n1.1" in text.text

    def grow(self) -> Unit:
        listed = contents(self.text)
        for i, paragraph in enumerate(self.text.paragraphs):
            words = self.text.text[paragraph.start : paragraph.end]
            if i in listed:
                self.root.stretches.append((paragraph.start, paragraph.end))
            elif paragraph.cells:
                self._row(paragraph)
            elif words[:1] == "附" and (_ATTACHMENT.match(words) or self._heads_table(i, words)):
                self.current = self.root
                self.root.stretches.append((paragraph.start, paragraph.end))
            elif self._attached(words):
                self.current.stretches.append((paragraph.start, paragraph.end))
            else:
                self._paragraph(paragraph, words)
        return self.root

    def _heads_table(self, i: int, words: str) -> bool:
        """Whether a line is the title of an attachment that is a table: 附件:任务分工表."""
        below = self.text.paragraphs[i + 1 : i + 2]
        return bool(below and below[0].cells) and _ATTACHED.match(words) is not None

    def _attached(self, words: str) -> bool:
        """Whether a line belongs to a list of attachments: 附件：1.… 2.…"""
        if words[:1] == "附" and _ATTACHED.match(words):
            self.listing = True
            return True
        if words[-1:].isascii() and words.endswith(_FILES) and "。" not in words and len(words) < 90:
            return True
        self.listing = (
            self.listing and leading_label(words) is not None and "。" not in words and len(words) < 70
        )
        return self.listing

    def _row(self, paragraph: Paragraph) -> None:
        unit = Unit(None, paragraph.start, (), ref(self.current), page=paragraph.page, row=paragraph)
        unit.stretches.append((paragraph.start, paragraph.end))
        self.current.children.append(unit)

    def _paragraph(self, paragraph: Paragraph, words: str) -> None:
        at = paragraph.start
        label = leading_label(words)
        if label and words.find(":", 0, 14) > 0 and FACET.match(words, label.length):
            at += label.length
        elif label := _label(words, label) or self._bare(words) or self._unnumbered(paragraph, words):
            self._open(label, paragraph.start, paragraph)
        for cut, inner in self._cuts(paragraph, words):
            self._own(at, cut)
            self._open(inner, cut, paragraph)
            at = cut
        self._own(at, paragraph.end)

    def _own(self, start: int, end: int) -> None:
        """Give the open unit a stretch of its own, without its label."""
        label = self.current.label
        if label is not None and start == self.current.start:
            start = min(start + label.length, end)
        self.current.stretches.append((start, end))

    def _bare(self, words: str) -> Label | None:
        """A label that counts only where it goes on from the last: that of a heading 2组织体系, above 2.1,
        in a text that numbers by decimals; one with a number behind it, 3.2025年底前…; that of an item."""
        if not words[:1].isdecimal():
            return self._item(words)
        if "." in words[1:3] or "、" in words[1:3]:
            label = label_before_number(words)
            open_unit = self._open_of("arabic") if label else None
            last = open_unit.label.value if open_unit and open_unit.label else 0
        else:
            label = chapter_label(words) if self.decimal else None
            last = self.last.get("arabic", 0)
        return label if label and label.value == last + 1 else None

    def _item(self, words: str) -> Label | None:
        """The label of an item by its word (任务1:…), where a list of such begins or goes on."""
        found = item_label(words) if words[:1] in "工整重反任问事项实序第" else None
        if found is None:
            return None
        label, word = found
        goes_on = label.value == self.last.get("item", 0) + 1
        begins = label.value == 1 and re.search(rf"\n{word}[2二]", self.text.text) is not None
        return label if begins or (goes_on and label.value > 1) else None

    def _unnumbered(self, paragraph: Paragraph, words: str) -> Label | None:
        """The label of a heading that has no number: one that the format marks, below the title's."""
        if not paragraph.depth or len(words) >= 40:
            return None
        if not self.title_depth or paragraph.depth < self.title_depth:
            self.title_depth = paragraph.depth
        if self.current is self.root and paragraph.depth <= self.title_depth:
            return None
        if not self.root.children and (_TITLE.search(words) or _STATED.match(words)):
            return None
        return Label(f"heading-{paragraph.depth}", 0, words, 0)

    def _cuts(self, paragraph: Paragraph, words: str) -> Iterator[tuple[int, Label]]:
        """Where labels stand inside the paragraph that go on from the last of their kind, or begin a
        level below, because the line ends before them were lost."""
        if len(words) < 60:
            return
        for match in _INLINE.finditer(words, 1):
            at = paragraph.start + match.start()
            gap = self._gap(at)
            if not (gap or words[match.start() - 1] in "。)]!?"):
                continue
            label = leading_label(words[match.start() : match.start() + 12])
            if label is not None and self._goes_on(label, gap=gap):
                yield at, label

    def _gap(self, at: int) -> bool:
        """Whether white space was left out before a place."""
        before, after = self.text.to_source(at - 1, at)[1], self.text.to_source(at, at + 1)[0]
        return before < after

    def _goes_on(self, label: Label, *, gap: bool) -> bool:
        """Whether a label inside a paragraph is the next of its kind, behind a gap one of the next; a first
        one needs a gap before it, and to stand below the unit that is open."""
        open_unit = self._open_of(label.kind)
        if label.value > 1:
            if open_unit is not None and open_unit.label is not None:
                return 0 < label.value - open_unit.label.value <= (_SKIPPED if gap else 1)
            # A page that goes on from another begins with its own: 三、….
            begins = label.kind == "cjk" and not self.root.children
            return gap and (begins or label.value == self.last.get(label.kind, 0) + 1)
        if self.current is self.root:
            return label.kind == "cjk"
        own = self.current.label
        return gap and own is not None and open_unit is None and _above(own, label)

    def _open_of(self, kind: str) -> Unit | None:
        unit: Unit | None = self.current
        while unit is not None:
            if unit.label is not None and unit.label.kind == kind:
                return unit
            unit = unit.parent
        return None

    def _open(self, label: Label, start: int, paragraph: Paragraph) -> None:
        """Begin a unit as a child of the nearest open unit that ranks above it."""
        same = self._open_of(label.kind)
        parent: Unit | None = same.parent if same is not None else self.current
        if same is None:
            while parent is not None and parent.label is not None and not _above(parent.label, label):
                if self._heads(parent, label):
                    break
                parent = parent.parent
        parent = parent or self.root
        unit = Unit(label, start, self._path(parent, label), ref(parent), parent.depth + 1, paragraph.page)
        parent.children.append(unit)
        self.current = unit
        self.last[label.kind] = label.value

    def _heads(self, unit: Unit, label: Label) -> bool:
        """Whether the open unit is a heading alone that stands above a label against the usual order:
        (1)扩大需求。› 1.发放补贴…."""
        own = unit.label
        if unit is not self.current or own is None or (own.kind, label.kind) != ("arabic-bracket", "arabic"):
            return False
        start, end = unit.stretches[0] if len(unit.stretches) == 1 else (0, 0)
        return _RUN_ON.fullmatch(self.text.text, start, end) is not None

    def _path(self, parent: Unit, label: Label) -> tuple[str, ...]:
        path = (*parent.path, label.number)
        self.paths[path] += 1
        return path if self.paths[path] == 1 else (*parent.path, f"{label.number}#{self.paths[path]}")


def _label(words: str, label: Label | None) -> Label | None:
    """The label that a paragraph starts with; a numbered list of facts (1.[文号]…) has none."""
    return None if label and FACT.match(words, label.length) else label


def _above(one: Label, other: Label) -> bool:
    """Whether a label of one kind usually stands above another."""
    return _rank(one.kind) < _rank(other.kind)


def _rank(kind: str) -> float:
    if kind.startswith("heading"):
        return int(kind[-1]) / 10
    return KINDS.index(kind)
