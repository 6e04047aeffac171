"""同上: words that stand for those above them, in a clause or in a cell of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.normalise import Paragraph
from loaders.recognise._reading import Party
from loaders.recognise.clauses import Clause

_SIGNS = ("同上", "同前", "上同", "〃")
_DITTO = re.compile(r"\s*[(\[]?(?:同上|同前|上同|〃)[)\]]?[。;]?\s*")


def is_in(text: str) -> bool:
    """Whether a text may hold such words."""
    return any(sign in text for sign in _SIGNS)


def resolved(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses, each 同上 in them replaced by the bodies of the clause before, of its own role where
    that ranks them; their names stand where it does."""
    before: tuple[Party, ...] = ()
    for clause in clauses:
        if any(_DITTO.fullmatch(name.surface) for name, _ in clause.parties):
            clause = clause._replace(parties=tuple(_carried(clause.parties, before)))
        before = clause.parties or before
        yield clause


def _carried(parties: Iterable[Party], before: Iterable[Party]) -> Iterator[Party]:
    for name, role in parties:
        if not _DITTO.fullmatch(name.surface):
            yield Party(name, role)
            continue
        for other, given in before:
            if role in ("responsible", given):
                yield Party(other._replace(surface=name.surface, start=name.start, end=name.end), given)


def with_cells_above(text: str, row: Paragraph, above: Paragraph | None) -> Paragraph:
    """The row of a table with the cells above for those that say 同上."""
    if above is None or len(above.cells) != len(row.cells):
        return row
    cells = [
        over if _DITTO.fullmatch(text, *own) else own
        for own, over in zip(row.cells, above.cells, strict=True)
    ]
    return row._replace(cells=tuple(cells))
