"""One document in txt, md and html says the same."""

from __future__ import annotations

import pytest


def facts(found):
    """What a document says, without where it says it."""

    def said(value):
        if isinstance(value, dict):
            return {k: said(v) for k, v in value.items() if k not in ("start", "end", "source", "rule")}
        return [said(v) for v in value] if isinstance(value, list) else value

    return said(found)


@pytest.mark.parametrize("format", ["md", "html"])
def test_the_plan_without_its_table(extract, plan, forms, format):
    lines = [line for line in plan if line[0] != 5]
    expected, _ = extract(forms["txt"](lines))
    found, _ = extract(forms[format](lines), format)
    assert len(expected["measures"]) == 5 and expected["based_on"]
    assert facts(found) == facts(expected)


def test_the_plan_with_its_table(extract, plan, forms):
    expected, _ = extract(forms["md"](plan), "md")
    found, _ = extract(forms["html"](plan), "html")
    assert len(expected["measures"]) == 7
    assert facts(found) == facts(expected)


@pytest.mark.parametrize("name", ["shandong", "jinan"])
def test_a_sample_as_a_page(extract, sample, name):
    import html

    expected, text = sample(name)
    lines = (line.replace("**", "").lstrip("# ") for line in text.splitlines())
    markup = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line.strip())
    found, _ = extract(markup, "html")
    assert facts(found["measures"]) == facts(expected["measures"])
    assert facts(found["based_on"]) == facts(expected["based_on"])
    assert found["document"] | {"source": ""} == expected["document"] | {"source": ""}
