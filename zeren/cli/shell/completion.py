"""What may stand where the cursor is: keywords, labels, relationship types, properties, commands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.cypher_text import QUOTED, Statement, statements, unquoted
from graph.schema import LABELS, RELATIONSHIPS, properties_of
from queries.catalogue import questions
from zeren.cli._common import Format, t

KEYWORDS = (
    "ALL AND AS ASC BY CALL CASE CONTAINS COUNT CREATE DELETE DESC DETACH DISTINCT ELSE END ENDS EXISTS "
    "EXPLAIN FALSE FINISH FOREACH IN IS LIMIT MATCH MERGE NOT NULL ON OPTIONAL OR ORDER PROFILE REMOVE "
    "RETURN SET SKIP STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR"
).split()
FUNCTIONS = (
    "abs avg ceil coalesce collect count date duration elementId endNode exists floor head keys labels last "
    "left length max min nodes properties range reduce relationships replace reverse right round "
    "shortestPath size split startNode substring sum tail toFloat toInteger toLower toString toUpper type"
).split()
_KINDS = {each.name: each.meaning for each in LABELS if not each.internal}
_TYPES = {each.name: each.pattern for each in RELATIONSHIPS}
# After the colon of a pattern: Agency, or the last of Agency|Document, RESPONSIBLE_FOR|!CITES.
_AFTER_COLON = re.compile(r":\s*(?:!?\s*\w+\s*[|&]\s*:?\s*)*!?\s*$")
_MAP_OF = re.compile(r":\s*(\w+)\s*$")
_MAP_KEY = re.compile(r"[{,]\s*$")
_CLOSES = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may replace the word before the cursor, and what it means."""

    text: str
    meaning: str = ""


def candidates(before: str, params: Mapping[str, Any]) -> tuple[str, list[Candidate]]:
    """The word that stands before the cursor, and what it may become, where `before` is the text up
    to the cursor and `params` are set. Upper and lower case count as one."""
    statement = _last(before)
    if statement[:1] in (":", "："):
        word, found = _of_command(statement[1:])
    else:
        word, found = _of_cypher(statement, params)
    return word, [each for each in found if each.text.lower().startswith(word.lower()) and each.text != word]


def _last(before: str) -> str:
    """The text of the statement that the cursor stands in, blanks at its end kept."""
    *_, last = Statement("", 1, True), *statements(before)
    if last.closed and last.text[:1] not in (":", "："):
        return ""
    return before[before.rindex(last.text) :] if last.text else ""


def _of_command(given: str) -> tuple[str, Iterable[Candidate]]:
    from zeren.cli.shell.commands import COMMANDS

    *before, word = given.split(" ")
    if not before:
        return word, (Candidate(name, t(each.en, each.zh)) for name, each in COMMANDS.items())
    if before == ["ask"]:
        return word, (Candidate(each.name, t(each.en, each.zh)) for each in questions())
    asked = next((each for each in questions() if before[:2] == ["ask", each.name]), None)
    if asked:
        return word, (Candidate(f"{each.name}=", t(each.en, each.zh)) for each in asked.parameters)
    values: dict[str, Iterable[str]] = {
        "help": COMMANDS,
        "schema": {**_KINDS, **_TYPES},
        "format": [each for each in Format if each != Format.xlsx],
    }
    return word, map(Candidate, values.get(before[0], ()))


def _of_cypher(statement: str, params: Mapping[str, Any]) -> tuple[str, Iterable[Candidate]]:
    if _within_quotes(statement):
        return "", ()
    bare = unquoted(statement)
    word = re.findall(r"\w*$", bare)[0]
    head = bare[: len(bare) - len(word)]
    if head.endswith("$"):
        return word, map(Candidate, params)
    of_variable = re.search(r"(?<![\w.])(\w+)\.$", head)
    if of_variable:
        return word, _properties(_named(bare, of_variable[1]))
    return word, _in_pattern(head) or _anywhere(bare)


def _in_pattern(head: str) -> list[Candidate]:
    """What may follow within a pattern's brackets: labels, types, or the keys of a map."""
    opened, place = _innermost(head)
    if opened == "{":
        of = _MAP_OF.search(head[:place])
        return list(_properties({of[1]})) if of and _MAP_KEY.search(head) else []
    if _AFTER_COLON.search(head):
        return [Candidate(*each) for each in (_TYPES if opened == "[" else _KINDS).items()]
    return []


def _anywhere(bare: str) -> Iterator[Candidate]:
    variables = dict.fromkeys(re.findall(r"[(\[]\s*(\w+)\s*[:)\]{]|\bAS\s+(\w+)", bare, re.IGNORECASE))
    yield from (Candidate(name) for pair in variables for name in pair if name)
    yield from map(Candidate, KEYWORDS)
    yield from (Candidate(f"{name}(") for name in FUNCTIONS)


def _properties(names: set[str]) -> Iterator[Candidate]:
    """The properties of these labels and types, of all where there are none."""
    found: dict[str, str] = {}
    for name in names or {*_KINDS, *_TYPES}:
        for each, meaning in properties_of(name).items():
            found.setdefault(each, meaning)
    return (Candidate(each, meaning) for each, meaning in sorted(found.items()))


def _named(bare: str, variable: str) -> set[str]:
    """The labels and types that the patterns give to the variable."""
    given = re.findall(rf"[(\[]\s*{re.escape(variable)}\s*:([^)\]{{]*)", bare)
    return {name for each in given for name in re.findall(r"\w+", each) if name in _KINDS or name in _TYPES}


def _innermost(head: str) -> tuple[str, int]:
    """The bracket that is open at the end of the text, and its place."""
    stack: list[tuple[str, int]] = []
    for found in re.finditer(r"[()\[\]{}]", head):
        if found[0] in _CLOSES:
            if stack and stack[-1][0] == _CLOSES[found[0]]:
                stack.pop()
        else:
            stack.append((found[0], found.start()))
    return stack[-1] if stack else ("", 0)


def _within_quotes(statement: str) -> bool:
    """Whether a string, name in backticks or comment is open at the end of the text."""
    mark = "\0"
    return any(found.end() > len(statement) for found in QUOTED.finditer(statement + mark))
