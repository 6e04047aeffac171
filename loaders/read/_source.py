"""What every reader yields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple


class Block(NamedTuple):
    """A paragraph, a heading or a table row, as a span of the source's text.

    `cells` are the spans of a row's cells. `depth` is the level of a heading that the format
    itself marks (Markdown ``##``, HTML ``<h2>``), 0 where it marks none.
    """

    start: int
    end: int
    kind: Literal["paragraph", "row"] = "paragraph"
    page: int | None = None
    cells: tuple[tuple[int, int], ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text as ``zeren text`` prints it, and its blocks in reading order.

    `facts` holds what the file states about itself outside the running text, under our names
    (title, doc_number, issuers, issued_on, subject): they win over what is guessed from the text.
    `sha256` is the hash of the file's bytes, in hexadecimal.
    """

    text: str
    blocks: tuple[Block, ...]
    format: str
    facts: Mapping[str, str] = field(default_factory=dict)
    publisher: str | None = None
    sha256: str = ""
