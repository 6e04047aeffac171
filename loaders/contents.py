"""Tables of contents in the running text: lines that look like units and hold none."""

from __future__ import annotations

import re

from loaders.normalise import Text
from loaders.numbering import chapter_label, leading_label

# A table of contents has so many lines at least, where the text does not repeat its first.
_CONTENTS = "目录"
_FEWEST_ENTRIES = 5
_FIRST_CHAPTER = re.compile(r"\n(?P<heading>第一章[^\n。]{1,20})(?=\n第(?:二章|一节))")
_ENTRY = re.compile(r"[^。;!?]{2,60}$")
_LEADER = re.compile(r"[.…·\s]*\d{0,3}$|[.、\s]")


def contents(text: Text) -> range:
    """The paragraphs of a table of contents: the lines behind 目录, or from a first chapter that comes
    twice, up to the first that is no entry, or that the first entry names."""
    twice = _FIRST_CHAPTER.search(text.text)
    if _CONTENTS not in text.text and not (twice and text.text.find(twice.group(), twice.end()) > 0):
        return range(0)
    lines = [text.text[p.start : p.end] for p in text.paragraphs]
    first = lines.index(_CONTENTS) + 1 if _CONTENTS in lines else _chapter(lines, twice)
    entry = _bare(lines[first]) if first < len(lines) else ""
    again = next((i for i in range(first + 1, len(lines)) if _bare(lines[i]) == entry), None)
    stop = first
    while stop < len(lines) and stop != again and not text.paragraphs[stop].cells:
        if not (_ENTRY.match(lines[stop]) and (leading_label(lines[stop]) or _is_chapter(lines[stop]))):
            break
        stop += 1
    if stop - first < (1 if stop == again else _FEWEST_ENTRIES):
        return range(0)
    return range(first, stop)


def _chapter(lines: list[str], first: re.Match[str] | None) -> int:
    """The line that is the first chapter's heading; the number of lines where there is none."""
    return lines.index(first.group("heading")) if first else len(lines)


def _is_chapter(line: str) -> bool:
    return chapter_label(_bare(line)) is not None


def _bare(line: str) -> str:
    """An entry without its leader, page number and marks."""
    return _LEADER.sub("", line)
