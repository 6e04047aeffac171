"""A title whose lines empty ones part."""

from __future__ import annotations

from loaders.header.tokens import Token


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
