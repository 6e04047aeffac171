"""The spaCy pipeline: jieba's tokens, then one component a kind of mention.

A component matches on the normalised text, then annotates: its mentions stand as spans in
``doc.spans[kind]`` and, with exact offsets, in ``mentions(doc, kind)``. `rjieba` cuts the tokens (the
same algorithm and dictionary as `jieba`, in Rust); `jieba` itself is selectable. No mention depends on
the tokens, so that who asks for neither words nor spans goes without.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar

import rjieba
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from loaders.placed import Located
from loaders.recognise import clauses, deadlines, dittos, regulations
from loaders.recognise._events import match_events
from loaders.recognise._stages import in_their_stage
from loaders.recognise.bare_lines import with_bare_lines
from loaders.recognise.rosters import with_rosters

# A document longer than this is read in parts, each whole paragraphs: the limit of spaCy's own
# check is 1,000,000 characters (E088).
LIMIT = 900_000

M = TypeVar("M", bound="Located")


class Tokenizer:
    """Words by jieba: no space follows a token, so that offsets are those of the text."""

    def __init__(self, vocab: Vocab, cutter: Literal["rjieba", "jieba"] = "rjieba") -> None:
        self.vocab = vocab
        self._numbers = _Numbers(vocab)
        self.cut: Callable[[str], list[str]] = rjieba.cut if cutter == "rjieba" else _jieba_cut()

    def __call__(self, text: str) -> Doc:
        """The text as a doc of jieba's words."""
        words = self.cut(text)
        # spaCy takes a word's number for the word (its types leave that out), and need not hash it again.
        numbers: Any = list(map(self._numbers.__getitem__, words))
        return Doc(self.vocab, words=numbers, spaces=[False] * len(words), user_data={"words": words})


class _Numbers(dict[str, int]):
    """Word → the number that it has in the vocabulary."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, word: str) -> int:
        number = self[word] = self._vocab.strings.add(word)
        return number


def _jieba_cut() -> Callable[[str], list[str]]:
    import jieba

    jieba.setLogLevel("ERROR")
    return jieba.lcut  # type: ignore[no-any-return]


@Language.factory("zeren_clauses")
def _clauses(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    def component(doc: Doc) -> Doc:
        text = _text(doc)
        paragraphs = _paragraphs(text)
        found = [c for start, end in paragraphs for c in clauses.match(text, start, end)]
        found = with_bare_lines(text, paragraphs, with_rosters(text, paragraphs, found))
        return annotate(doc, "clauses", list(dittos.resolved(found)) if dittos.is_in(text) else found)

    return component


@Language.factory("zeren_regulations")
def _regulations(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    return lambda doc: annotate(doc, "regulations", regulations.match(_text(doc)))


@Language.factory("zeren_deadlines")
def _deadlines(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    def component(doc: Doc) -> Doc:
        text, year, issued_on = _text(doc), doc.user_data.get("year"), doc.user_data.get("issued_on")
        inside = [(c.start, c.end) for c in mentions(doc, "clauses")]
        found: list[deadlines.Time] = []
        at = 0
        for start, end in [*inside, (len(text), len(text))]:
            found += deadlines.match(text, at, start, year=year, issued_on=issued_on)
            found += deadlines.match(text, start, end, year=year, clause=True, issued_on=issued_on)
            at = end
        found += deadlines.match_periodic(text, 0, len(text))
        found += match_events(text, 0, len(text), inside, year, issued_on)
        return annotate(doc, "deadlines", in_their_stage(text, _apart(found)))

    return component


def _apart(times: list[deadlines.Time]) -> list[deadlines.Time]:
    """Of times that overlap only the longest, the first of equal ones: in the order of the text."""
    kept: list[deadlines.Time] = []
    for time in sorted(times, key=lambda t: (t.start, -t.end)):
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return kept


def _text(doc: Doc) -> str:
    """The doc's text, joined from its tokens once: ``doc.text`` joins them at every call."""
    text = doc.user_data.get("text")
    if not isinstance(text, str):
        text = doc.user_data["text"] = doc.text
    return text


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs' spans: the lines of the normalised text."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def annotate(doc: Doc, kind: str, found: list[M]) -> Doc:
    """Keep mentions on the doc: exact in `mentions`, widened to whole tokens in ``doc.spans``."""
    doc.user_data[f"zeren_{kind}"] = found
    if not len(doc):
        return doc
    label = doc.vocab.strings.add(kind)
    spans = (doc.char_span(m.start, m.end, label=label, alignment_mode="expand") for m in found)
    doc.spans[kind] = [span for span in spans if span is not None]
    return doc


def mentions(doc: Doc, kind: str) -> list[Any]:
    """The mentions of a kind (clauses, regulations, deadlines), in the order of the text."""
    return list(doc.user_data.get(f"zeren_{kind}", ()))


@cache
def pipeline(cutter: Literal["rjieba", "jieba"] = "rjieba") -> Language:
    """The blank Chinese pipeline with our tokenizer and components; built once."""
    # The package's own segmenter would load jieba's dictionary only to be replaced, and its own
    # vocabulary describes each new word (shape, number, address …), which nothing asks for.
    nlp = spacy.blank("zh", vocab=Vocab(), config={"nlp": {"tokenizer": {"segmenter": "char"}}})
    nlp.tokenizer = Tokenizer(nlp.vocab, cutter)
    for name in ("zeren_clauses", "zeren_regulations", "zeren_deadlines"):
        nlp.add_pipe(name)
    return nlp


def analyse(
    text: str,
    *,
    year: int | None,
    issued_on: date | None = None,
    tokens: bool = True,
    cutter: Literal["rjieba", "jieba"] = "rjieba",
) -> Doc:
    """The text with mentions, and with tokens and spans unless they are not wanted. `year` is the
    document's, for times that name none, `issued_on` its date, for those counted from it."""
    nlp = pipeline(cutter)
    doc = nlp.make_doc(text) if tokens else Doc(nlp.vocab)
    doc.user_data |= {"text": text, "year": year, "issued_on": issued_on}
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
