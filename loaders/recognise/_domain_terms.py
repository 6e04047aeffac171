"""The taxonomy of policy domains and its words, as one automaton.

Matching is leftmost-longest: a longer word hides the shorter ones inside it (社会保险 hides 保险),
and a stop word, which belongs to no domain, hides them for good (消费者 hides 消费).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from math import sqrt
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

WEIGHTS = {"core": 3.0, "terms": 1.0, "hints": 0.3}
"""What one mention of a word weighs: it names the domain, belongs to it, or leans towards it."""

NAMED = WEIGHTS["terms"] / 2
"""Evidence below this is a mere leaning."""

OTHER = "其他"

_SURROGATE = re.compile("[\ud800-\udfff]")

# The C parser is ten times as fast; a platform without it has the other.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Taxonomy:
    """The domains in the order of the State Council's list, each below its broader one.

    `paths`, `parents` (index of the broader domain, -1 at the top), `depths` (1 at the top) and
    `within` (the domain counts only where its broader one is named) are indexed alike.
    `shares` are how many of a thousand documents a portal files under each, at least one.
    `free` lists for each domain itself and the narrower ones that count on their own.
    `votes` gives for a word the domains it speaks for and how loudly, as pairs; `voices` for a domain
    the words that speak for it, and how loudly; `functions` the domains of an agency's function.
    """

    def __init__(self, files: list[dict[str, Any]], stop: Mapping[str, str]) -> None:
        self.paths: list[str] = []
        self.parents: list[int] = []
        self.depths: list[int] = []
        self.within: list[bool] = []
        self.shares: list[int] = []
        self.functions: dict[str, list[int]] = defaultdict(list)
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        self.stop_words: set[str] = {*stop["bodies"].split(), *stop["across"].split()}
        for entry in files:
            self.stop_words.update(entry.get("stop", "").split())
            self._add(entry["name"], entry.get("domains", {}), {}, -1)
        self._speak_for_broader()
        self.free: dict[int, list[int]] = defaultdict(list)
        for domain, parent in enumerate(self.parents):
            if not self.within[domain]:
                self.free[domain].append(domain)
                self.free[parent].append(domain)
        # Words that speak alike share their votes: few differ, and few stay near the processor.
        alike: dict[tuple[tuple[int, float], ...], tuple[tuple[int, float], ...]] = {}
        self.votes = {
            word: alike.setdefault(votes, votes)
            for word, weights in self._weights.items()
            for votes in [tuple(self._votes(weights))]
        }
        self.voices: dict[int, dict[str, float]] = defaultdict(dict)
        for word, votes in self.votes.items():
            for domain, weight in votes:
                self.voices[domain][word] = weight
        self.index = {path: i for i, path in enumerate(self.paths)}
        patterns = dict.fromkeys(self.votes, "") | dict.fromkeys(self.stop_words, "")
        read_as = {word: word for word in self.votes}
        fields: dict[str, str] = {}
        for stem in stop["stems"].split():
            bodies = [stem + suffix for suffix in stop["suffixes"].split()]
            patterns |= dict.fromkeys(bodies, "")
            if stem in self.votes:
                fields |= dict.fromkeys(bodies, stem)
                read_as |= {stem + tail: stem for tail in stop["keep"].split()}
        patterns |= dict.fromkeys(read_as, "")
        self._readings = [read_as.get(pattern) for pattern in patterns]
        self._fields = [fields.get(pattern) for pattern in patterns]
        self._automaton = AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest)

    def _add(self, name: str, narrower: Mapping[str, Any], own: Mapping[str, Any], parent: int) -> None:
        here = len(self.paths)
        self.paths.append(name if parent < 0 else f"{self.paths[parent]}/{name}")
        self.parents.append(parent)
        self.depths.append(1 if parent < 0 else self.depths[parent] + 1)
        self.within.append(bool(own.get("within", False)))
        self.shares.append(own.get("share", 1))
        for function in own.get("functions", "").split():
            self.functions[function].append(here)
        for tier, weight in WEIGHTS.items():
            for word in own.get(tier, "").split():
                self._weights[word].setdefault(here, weight)
        for child, content in narrower.items():
            self._add(child, content.get("narrower", {}), content, here)

    def _speak_for_broader(self) -> None:
        """A narrower domain's word that holds a core word of the broader one names that one too."""
        core = defaultdict(set)
        for word, weights in self._weights.items():
            for domain, weight in weights.items():
                if weight == WEIGHTS["core"]:
                    core[domain].add(word)
        for word, weights in self._weights.items():
            for domain in list(weights):
                parent = self.parents[domain]
                if parent not in weights and any(name in word for name in core[parent]):
                    weights[parent] = WEIGHTS["core"]

    def _votes(self, weights: Mapping[int, float]) -> Iterator[tuple[int, float]]:
        """A word of n domains speaks for each with 1/√n of its weight. Domains that count only
        within their broader one are counted apart: outside it they take nothing from the others,
        within it the word says as much as it does elsewhere."""
        free = {self.second_level(domain) for domain in weights if not self.within[domain]}
        bound = sum(self.within[domain] for domain in weights)
        for domain, weight in weights.items():
            if self.within[domain]:
                elsewhere = (w for other, w in weights.items() if other != self.parents[domain])
                yield domain, max(elsewhere) / sqrt(bound)
            else:
                yield domain, weight / sqrt(len(free))

    def second_level(self, domain: int) -> int:
        """The domain itself or the one above it on the State Council's second level."""
        while self.depths[domain] > 2:
            domain = self.parents[domain]
        return domain

    def find(self, text: str) -> list[tuple[str, int]]:
        """The words of domains in the text and where each begins, from left to right."""
        return self._found(text, self._readings)

    def find_bodies(self, text: str) -> list[tuple[str, int]]:
        """The same of what the bodies are for that the text names (财政局: 财政)."""
        return self._found(text, self._fields)

    def _found(self, text: str, read_as: list[str | None]) -> list[tuple[str, int]]:
        """What the patterns in the text are read as, without those read as nothing, and where each begins."""
        try:
            matches = self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:  # Half characters are replaced one for one.
            matches = self._automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text))
        return [(word, start) for pattern, start, _ in matches if (word := read_as[pattern])]


@cache
def taxonomy() -> Taxonomy:
    """The taxonomy that the vocabulary states, read once."""
    folder = resources.files("loaders.vocabulary.domains")
    content = {
        file.name: yaml.load(file.read_text("utf-8"), Loader=_Loader)
        for file in folder.iterdir()
        if file.name.endswith(".yaml")
    }
    stop = content.pop("stop.yaml")
    content.pop("subjects.yaml")
    content.pop("issuers.yaml")
    return Taxonomy([content[name] for name in sorted(content)], stop)


@cache
def subject_names() -> dict[str, str]:
    """What portals call domains beside their paths, and the path: the lower level alone, where one
    upper level has it, and words of their own."""
    lower: dict[str, list[str]] = defaultdict(list)
    for path, depth in zip(taxonomy().paths, taxonomy().depths, strict=True):
        if depth == 2:
            lower[path.split("/")[1]].append(path)
    own = (resources.files("loaders.vocabulary.domains") / "subjects.yaml").read_text("utf-8")
    stated = {word: path for path, words in yaml.load(own, Loader=_Loader).items() for word in words.split()}
    return {name: paths[0] for name, paths in lower.items() if len(paths) == 1} | stated
