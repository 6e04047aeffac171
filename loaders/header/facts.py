"""What a portal states about a document: its fact table, or the labelled lines that a copy left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from loaders.calendar import parse_date
from loaders.header.signature import Issuer
from loaders.header.tokens import Token
from loaders.normalise import fold
from loaders.read import FACTS
from loaders.recognise.regulations import find_number

_LABEL = re.compile(
    rf"^[\[(]?(?P<label>{'|'.join(sorted(FACTS, key=len, reverse=True))})[\])]?(?P<mark>:?)(?P<value>.*)$"
)
# Labels that are words of titles and texts too: a line of them is no fact.
_COMMON = frozenset({"标题", "名称", "来源"})


def take(format_facts: Mapping[str, str], head: list[Token]) -> tuple[dict[str, str], list[Token]]:
    """The facts of the format and those of the head's labelled lines, and the head without these."""
    found = dict(format_facts)
    kept: list[Token] = []
    i = 0
    while i < len(head):
        label = _label(head[i].text)
        if label is None:
            kept.append(head[i])
            i += 1
            continue
        name, value = label
        i += 1
        # The value: behind the label, else the words up to the next label or line's end.
        line = head[i].line if i < len(head) else 0
        while i < len(head) and head[i].line == line and _label(head[i].text) is None:
            if value and not re.match(r"[\d:.-]+$", head[i].text):
                break
            value += head[i].text
            i += 1
        if value.strip("-— []:"):
            found.setdefault(FACTS[name], value)
    return found, kept


def _label(words: str) -> tuple[str, str] | None:
    """The label and the value of words that state a fact."""
    match = _LABEL.match(words)
    if match is None:
        return None
    label, value = match.group("label", "value")
    by_itself = not value and (words[0] in "[(" or label not in _COMMON)
    return (label, value) if match.group("mark") or by_itself else None


def doc_number(facts: Mapping[str, str]) -> str | None:
    """The stated number in its standard form."""
    words = re.sub(r"\s", "", fold(facts.get("doc_number", "")))
    found = find_number(words)
    return found[0] if found else None


def day(facts: Mapping[str, str], name: str) -> date | None:
    """A stated date."""
    return parse_date(fold(facts.get(name, "")))


def issuers(facts: Mapping[str, str], name: str) -> list[Issuer]:
    """The stated bodies; they have no place in the text."""
    return [Issuer(word, 0, 0) for word in re.split(r"[\s、,，;；]+", facts.get(name, "")) if word]
