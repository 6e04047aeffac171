"""Where the words of domains stand in a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc, Span

from loaders.recognise._domain_terms import NAMED, taxonomy


class DomainWords:
    """The words of domains in one text: found once, asked for span by span. `words` are all of them,
    one entry a mention."""

    def __init__(self, text: str) -> None:
        found = taxonomy().find(text)
        self.words: Sequence[str]
        self._starts: Sequence[int]
        self.words, self._starts = zip(*found, strict=True) if found else ((), ())

    def within(self, *spans: tuple[int, int]) -> list[str]:
        """The words that begin in half-open `spans` of the text, one entry a mention."""
        found: list[str] = []
        for start, end in spans:
            found += self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return found


@Language.factory("zeren_domains")
def create_domains(nlp: Language, name: str) -> DomainComponent:
    """The pipeline component that marks the words of domains."""
    return DomainComponent()


class DomainComponent:
    """Puts the words of domains into ``doc.spans["domains"]``.

    A span's label is the domain that the word speaks for most, its `id_` the word; it covers the
    tokens that the word touches. Words that only lean towards a domain are not marked.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Mark the document and return it."""
        tax = taxonomy()
        starts = [token.idx for token in doc]
        spans = []
        for word, start in tax.find(doc.text):
            domain, weight = max(tax.votes[word], key=itemgetter(1))
            if weight >= NAMED:
                first, after = bisect_right(starts, start) - 1, bisect_left(starts, start + len(word))
                spans.append(Span(doc, first, after, label=tax.paths[domain], span_id=word))
        doc.spans["domains"] = spans
        return doc
