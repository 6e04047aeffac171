"""Which readings are copies of one document, whose facts it tells, and what its key is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from graph.model import PolicyDocument
from graph.writing.groups import Groups
from graph.writing.placeless import with_own_bodies
from graph.writing.readings import Reading

ALIKE = 0.8
SAME_KEY = "same_key"
_GRAM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One document of the graph: its key, the reading that tells its facts, and all its copies by path.

    `doubt` is ``same_key`` for a document whose own key belongs to another text (``#2``, ``#3`` …).
    """

    key: str
    giver: Reading
    copies: tuple[Reading, ...]
    doubt: str | None = None

    @property
    def document(self) -> PolicyDocument:
        """What it says, in the graph."""
        return with_own_bodies(self.giver.document, self.key)


def editions(readings: Iterable[Reading]) -> dict[str, Edition]:
    """The documents, by key, that `readings` are copies of; their order does not matter.

    Copies are the same bytes, the same text, or texts of the same key of which at least four fifths
    are alike; a copy's copy is a copy. The reading with the most measures, then the longest text,
    then the lowest hash tells the facts. Of several documents with one key the first by the same
    rank has it, the others add ``#2``, ``#3`` … and are doubtful.
    """
    by_path = {reading.path: reading for reading in readings}
    namesakes: dict[str, list[list[Reading]]] = defaultdict(list)
    for paths in _copies(by_path.values()):
        copies = sorted((by_path[path] for path in paths), key=lambda reading: reading.rank)
        namesakes[copies[0].document_key].append(copies)
    found: dict[str, Edition] = {}
    for own_key, claimants in namesakes.items():
        claimants.sort(key=lambda copies: copies[0].rank)
        for place, copies in enumerate(claimants, 1):
            first = place == 1
            key = own_key if first else f"{own_key}#{place}"
            by = tuple(sorted(copies, key=lambda reading: reading.path))
            found[key] = Edition(key=key, giver=copies[0], copies=by, doubt=None if first else SAME_KEY)
    return found


def _copies(readings: Iterable[Reading]) -> list[set[str]]:
    readings = list(readings)
    groups = Groups(reading.path for reading in readings)
    for same in (_sha256, _text_sha256):
        for alike in _by(same, readings):
            for reading in alike[1:]:
                groups.join(alike[0].path, reading.path)
    for namesakes in _by(_document_key, readings):
        texts = {reading.text_sha256: reading for reading in namesakes}
        for one, other in combinations(texts.values(), 2):
            if similarity(one.document.source.text, other.document.source.text) >= ALIKE:
                groups.join(one.path, other.path)
    return groups.all()


def _by(name: Callable[[Reading], str], readings: list[Reading]) -> list[list[Reading]]:
    sets: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        sets[name(reading)].append(reading)
    return list(sets.values())


def _sha256(reading: Reading) -> str:
    return reading.sha256


def _text_sha256(reading: Reading) -> str:
    return reading.text_sha256


def _document_key(reading: Reading) -> str:
    return reading.document_key


def similarity(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1, spaces and line breaks aside.

    Dice's coefficient (Dice 1945) on their sequences of three characters, each counted as often
    as it stands there: 1.0 for the same sequences, and 0.89 where a fifth is cut off one end.
    """
    grams = _grams(one), _grams(other)
    total = grams[0].total() + grams[1].total()
    return 2 * (grams[0] & grams[1]).total() / total if total else float(one == other)


def _grams(text: str) -> Counter[str]:
    text = "".join(text.split())
    return Counter(text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))
