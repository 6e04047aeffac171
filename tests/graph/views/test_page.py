"""The page as text: nothing fetched, nothing executed that is not ours, the same for the same facts."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from graph.views import collaboration_page, responsibility_page

PAGES = [responsibility_page, collaboration_page]
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u2028\u2029{{7*7}}<!--"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of each script."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data):
        if self.found and self.found[-1][0] == "script":
            self.scripts[-1] += data

    def handle_endtag(self, tag):
        if tag == "script":
            self.found.append(("/script", {}))


def hostile(data):
    """The same facts with every text an attack."""

    def bad(thing, *names, **others):
        return replace(thing, **dict.fromkeys(names, HOSTILE), **others)

    return replace(
        data,
        documents=tuple(bad(d, "name", "doc_number", "source") for d in data.documents),
        agencies=tuple(bad(a, "name", "short_name", "region") for a in data.agencies),
        measures=tuple(
            bad(
                m,
                "name",
                "text",
                "title",
                "number",
                section=(HOSTILE,),
                domains=(HOSTILE,),
                open_roles=(("support", HOSTILE),),
                answers=tuple(bad(a, "surface", "capacity", "evidence", "rule", "doubt") for a in m.answers),
                deadlines=tuple(bad(d, "text") for d in m.deadlines),
                citations=tuple(bad(c, "title", "doc_number", "text") for c in m.citations),
            )
            for m in data.measures
        ),
    )


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_facts_give_the_same_page(page, lang, plan):
    assert page(plan, lang) == page(plan, lang)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_links_to_nothing(page, plan):
    for tag, attributes in Elements(page(plan)).found:
        assert tag not in {"link", "iframe", "img", "object", "embed", "base"}
        assert not {"src", "href", "srcset", "action"} & set(attributes)
    assert "sourceMappingURL" not in page(plan)


@pytest.mark.parametrize("page", PAGES)
def test_the_policy_lets_only_the_pages_own_scripts_run(page, plan):
    elements = Elements(page(plan))
    policy = next(
        a["content"] for tag, a in elements.found if a.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    data = [a for tag, a in elements.found if tag == "script"]
    own = [
        text for text, a in zip(elements.scripts, data, strict=True) if a.get("type") != "application/json"
    ]
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in own}
    assert len(own) == 2
    assert set(rules["script-src"].split()) == hashes


@pytest.mark.parametrize("page", PAGES)
def test_hostile_text_stays_text(page, plan):
    html = page(hostile(plan))
    elements = Elements(html)
    assert [tag for tag, _ in elements.found] == [tag for tag, _ in Elements(page(plan)).found]
    assert "<img" not in html
    assert not any("\u2028" in script or "<!--" in script for script in elements.scripts[:4])
    blocks = re.findall(r'<script type="application/json" id="page-facts">(.*?)</script>', html, re.DOTALL)
    assert json.loads(blocks[0])["measures"][0]["text"] == HOSTILE


def test_every_word_of_the_script_is_there_in_both_languages(plan):
    for lang in ("zh", "en"):
        html = responsibility_page(plan, lang)
        facts = json.loads(re.search(r'id="page-facts">(.*?)</script>', html, re.DOTALL)[1])
        used = set(re.findall(r'\bwords\.([a-z_]+)|\bsay\("([a-z_]+)"', html))
        names = {first or second for first, second in used} - {"length"}
        assert {"search", "showing", "measures_of", "doubtful"} <= names | set(facts["words"])
        assert names <= set(facts["words"])
        assert 'lang="zh-CN"' in html if lang == "zh" else 'lang="en"' in html
