"""What Markdown writes and does not print: escapes, emphasis, the targets of links, tags and entities."""

from __future__ import annotations

import re

# A backslash before punctuation prints the punctuation alone (CommonMark 2.4): 1\. 疏浚, \[2023\].
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# *…* and ***…***, not 3*4*5; what ** marks is dropped as in any text.
_EMPHASIS = re.compile(r"(?<![*\\A-Za-z0-9])(\*(?:\*\*)?)(?![\s*])([^*\n]+)(?<![\s\\])\1(?!\*)")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\((?:https?:|mailto:|www\.|[/.#])[^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_TAG = re.compile(
    r"</?(?:p|div|span|font|center|b|strong|i|em|u|sup|sub|a|br)(?:\s[^<>\n]{0,300})?/?>"
    r"|&(?:nbsp|emsp|ensp|thinsp|#160|#xa0);",
    re.I,
)


def blanked(text: str) -> str:
    """The text with a space for every such character, so that all others keep their places. A line that
    is nothing but a link stays: it belongs to the page, not to the document."""
    if "](" in text:
        text = _LINK.sub(_words, text)
    if "*" in text:
        text = _EMPHASIS.sub(_inside, text)
    if "\\" in text:
        text = ESCAPE.sub(" ", text)
    return untagged(text)


def untagged(text: str) -> str:
    """The text, plain or Markdown, with spaces for the tags and the entities of spaces that came with it
    from a page."""
    return _TAG.sub(_spaces, text) if "<" in text or "&" in text else text


def _words(link: re.Match[str]) -> str:
    """The words of a link where others stand on its line."""
    text, (start, end) = link.string, link.span()
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end : (text + "\n").find("\n", end)]
    if not line.strip(" \t\r*+-|"):
        return link[0]
    shown = "" if link[0][0] == "!" else link[1]
    before = link.start(1) - start
    return " " * before + shown.ljust(len(link[0]) - before)


def _inside(emphasis: re.Match[str]) -> str:
    return " " * len(emphasis[1]) + emphasis[2] + " " * len(emphasis[1])


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
