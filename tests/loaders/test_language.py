"""Mentions are the same with tokens and without; spans widen them to whole tokens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from loaders import load_file
from loaders.language import analyse, mentions

SAMPLES = sorted((Path(__file__).parents[2] / "documents").glob("*.txt"))
KINDS = ("clauses", "regulations", "deadlines")
TEXT = "依据《节水条例》，2026年6月底前摸清管网。(市水务局牵头，市住房城乡建设局配合)"


def test_mentions_need_no_tokens():
    full, bare = (analyse(TEXT, year=2026, tokens=tokens) for tokens in (True, False))
    assert len(full) > 10 and len(bare) == 0
    for kind in KINDS:
        assert len(mentions(full, kind)) == 1
        assert mentions(full, kind) == mentions(bare, kind)
        assert kind not in bare.spans


def test_a_span_is_its_mention_in_whole_tokens():
    doc = analyse(TEXT, year=2026)
    for kind in KINDS:
        (mention,), (span,) = mentions(doc, kind), doc.spans[kind]
        assert span.start_char <= mention.start < mention.end <= span.end_char
        assert span.label_ == kind and span[0].idx == span.start_char


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_document_not_to_be_compared_lacks_keywords_and_hash_alone(path):
    full, bare = load_file(path), load_file(path, comparable=False)
    assert all(measure.keywords for measure in full.measures) and full.text_sha256
    measures = tuple(replace(measure, keywords=()) for measure in full.measures)
    assert replace(full, measures=measures, text_sha256="") == bare
