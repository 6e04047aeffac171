"""The headline of a page beside the title of the document that it holds: which lines belong to the title."""

from __future__ import annotations

from loaders.header.tokens import Token
from loaders.resolve.agencies import looks_like_agency


def names_more(headline: list[Token], own: list[Token]) -> bool:
    """Whether a headline has the issuers, several or right above, before the words that are all of the own
    title's."""
    one, other = ("".join(token.text for token in title) for title in (headline, own))
    k = _same_from(headline, own)
    right_above = k > 0 and headline[k].line == headline[k - 1].line + 1
    bodies = headline[:k] if right_above else headline[:-1]
    several = one.endswith(other) and len(bodies) > 1
    return (right_above or several) and all(looks_like_agency(token.text) for token in bodies)


def without_crumb(own: list[Token], headline: list[Token]) -> list[Token]:
    """The own title without the line between the headline and it on which a page names whose it is."""
    k = _same_from(own, headline)
    return own[k:] if k and own[k].line - own[k - 1].line > 2 else own


def lines_above(head: list[Token], title: list[Token]) -> list[Token]:
    """The first lines of a title that empty lines part from its last, as the notice above quotes it:
    《某市促进服务业发展配套措施》已经…印发给你们 › 某市促进服务业发展 › 配套措施."""
    last = head.index(title[0]) if title else 0
    quoted = [token.text for token in head[:last] if "》" in token.text]
    words = "".join(token.text for token in title)
    if not any(f"{words}》" in text for text in quoted):
        return []
    for first in range(last - 1, max(last - 4, -1), -1):
        words = head[first].text + words
        if any(f"《{words}》" in text for text in quoted):
            return head[first:last]
    return []


def _same_from(title: list[Token], other: list[Token]) -> int:
    """The token from which on a title is the other one; 0 where there is none behind its first."""
    words = "".join(token.text for token in other)
    tails = (k for k in range(1, len(title)) if "".join(t.text for t in title[k:]) == words)
    return next(tails, 0)
