"""How well the gold is read: precision, recall and F1 by kind and form, and what changed.

``python -m benchmarks.accuracy`` prints the figures beside the last committed ones
(``benchmarks/accuracy.tsv``); ``--save`` puts today's in their place. A fact counts as found when the
recognisers give it exactly as the gold's row states it, in its notation.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIGURES = Path(__file__).with_name("accuracy.tsv")
sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

import gold  # noqa: E402


@dataclass(frozen=True)
class Score:
    """Counts of one kind and form: facts in the gold, facts found, and those in both."""

    kind: str
    form: str
    rows: int
    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def figures(self) -> tuple[str, ...]:
        """Kind, form, rows, facts, precision, recall and F1, as they are printed and kept."""
        return (
            self.kind,
            self.form,
            str(self.rows),
            str(self.gold),
            *(f"{value:.3f}" for value in (self.precision, self.recall, self.f1)),
        )


def scores() -> Iterator[Score]:
    """A score for each form of each kind, then one for the whole kind."""
    for kind in gold.KINDS:
        rows = gold.rows(kind)
        forms: dict[str, list[Score]] = {}
        for row in rows:
            facts, found = _facts(row.facts), _facts(gold.read(row))
            right = (facts & found).total()
            forms.setdefault(row.form, []).append(
                Score(kind, row.form, 1, facts.total(), found.total(), right)
            )
        yield from (_sum(kind, form, parts) for form, parts in forms.items())
        yield _sum(kind, "all", [part for parts in forms.values() for part in parts])


def _facts(facts: tuple[str, ...]) -> Counter[str]:
    from loaders.folding import FOLD

    return Counter(fact.translate(FOLD) for fact in facts)


def _sum(kind: str, form: str, parts: list[Score]) -> Score:
    counts = (sum(getattr(part, name) for part in parts) for name in ("rows", "gold", "found", "right"))
    return Score(kind, form, *counts)


def main() -> None:
    before = {tuple(line.split("\t")[:2]): line.split("\t") for line in _kept()}
    lines = [score.figures() for score in scores()]
    print("kind\tform\trows\tfacts\tprecision\trecall\tF1")
    for line in lines:
        last = before.get(line[:2])
        change = "" if last and tuple(last) == line else "new" if last is None else f"was {last[-1]}"
        print("\t".join((*line, change)).rstrip())
    if "--save" in sys.argv:
        FIGURES.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def as_markdown() -> str:
    """The committed figures of whole kinds, as the README shows them."""
    head = ["| kind | sentences | facts | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    lines = [line.split("\t") for line in _kept()]
    return "\n".join(
        head + [f"| {' | '.join((kind, *rest))} |" for kind, form, *rest in lines if form == "all"]
    )


def _kept() -> list[str]:
    return FIGURES.read_text(encoding="utf-8").splitlines() if FIGURES.exists() else []


if __name__ == "__main__":
    main()
