"""Offsets: every fact stands in the text where it says, also where pages and widths tear the words apart."""

from __future__ import annotations

import random
import re

import pytest

from loaders.folding import fold


def bare(words: str) -> str:
    """The words without white space, page numbers and Markdown's marks, widths folded."""
    return re.sub(r"\n\s*-\s*7\s*-\s*\n|\s|\*\*|#+", "", fold(words))


def check(found, text):
    """Every span of the object holds the words that the object quotes."""
    facts = [(c, c["title"], "《》") for c in found["based_on"] + found["citations"]]
    for m in found["measures"]:
        assert 0 <= m["start"] < m["end"] <= len(text)
        span = bare(text[m["start"] : m["end"]])
        for line in m["text"].split("\n"):
            assert bare(line) in span
        facts += [(r, r["surface"], "") for r in m["responsibilities"]]
        facts += [(o, o["text"], "") for o in m["open_roles"]]
        facts += [(d, d["text"], "") for d in m["deadlines"]]
        facts += [(c, c["title"], "《》") for c in m["citations"] if not c["rule"].endswith("short")]
        for fact in m["responsibilities"] + m["open_roles"]:
            assert m["start"] <= fact["start"] < fact["end"] <= m["end"]
    for fact, words, marks in facts:
        span = bare(text[fact["start"] : fact["end"]]).replace("[", "(").replace("]", ")")
        words = bare(words).replace("[", "(").replace("]", ")")
        if marks:
            assert re.sub("[《》〈〉]", "", words) in re.sub("[《》〈〉]", "", span)
        else:  # What a list carries on (各级党委、政府) is not written again.
            assert span == words or words == "各级" + span
    return len(facts)


@pytest.mark.parametrize(("name", "least"), [("shandong", 181 + 35), ("jinan", 120)])
def test_the_samples(sample, name, least):
    assert check(*sample(name)) >= least


@pytest.mark.parametrize("format", ["txt", "md", "html"])
def test_a_made_plan(extract, plan, forms, format):
    assert check(*extract(forms[format](plan), format)) >= 14


@pytest.mark.parametrize("seed", range(40))
def test_a_torn_plan(extract, plan, forms, torn, seed):
    words = torn(forms["txt"](plan), random.Random(seed))
    assert check(*extract(words)) >= 14


@pytest.mark.parametrize("seed", range(40))
def test_a_torn_plan_says_the_same(extract, plan, forms, torn, seed):
    def facts(words):
        found, _ = extract(words)
        header = found["document"]
        return [
            fold(f"{header[key]}") for key in ("title", "text_title", "doc_number", "issuers", "issued_on")
        ] + [
            (
                m["number"],
                bare(m["text"]),
                [(r["agency"], r["role"]) for r in m["responsibilities"]],
                [(d["date"], d["kind"], d["on"]) for d in m["deadlines"]],
                m["ongoing"],
                [(c["title"], c["action"]) for c in m["citations"]],
            )
            for m in found["measures"]
        ]

    words = forms["txt"](plan)
    assert facts(torn(words, random.Random(seed))) == facts(words)
