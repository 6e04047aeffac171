"""Names without a place before them: the centre's alone (财政部), or such as any place has (发展改革委)."""

from __future__ import annotations

import re

from loaders.resolve.lexicon import fold, lexicon

# 财政部德州监管局 too; 教育部门 and 武警部队 are others.
_LONGEST = 24
_MINISTRY = re.compile(r".{1,12}?(?:部(?![门队分])|署|总局|监会)")
_TRACT = re.compile("长江|黄河|淮河|海河|珠江|松辽|太湖|华[东北中南]|[东西][北南]")


def any_place_has(name: str) -> bool:
    """Whether any place can have a body of that name (发展改革委, 能源局): alone it is the central one in the
    centre's own documents only."""
    words = lexicon()
    heads = (head for head in words.heads if name.startswith(head))
    return any(f"{head}~{fold(name[len(head) :])}" in words.local for head in heads)


def opens_with_ministry(name: str) -> bool:
    """Whether a name opens with that of a ministry or the like, which no place has and which no place
    stands before: 财政部, 审计署, 证监会, 财政部德州监管局."""
    found = _MINISTRY.match(name)
    return bool(found and fold(found[0]) in lexicon().central and not any_place_has(found[0]))


def has_tract(name: str) -> bool:
    """Whether a name is that of the centre's body for a river or a part of the land, before which no place
    stands: 长江水利委员会, 华东能源监管局."""
    return _TRACT.match(name) is not None and fold(name) in lexicon().central


def row_of(words: str) -> list[int]:
    """The lengths of central bodies' names that stand together without a stop (国务院办公厅法制办监察部: a
    space parted them); none where the words are anything else. Two may be a body and its bureau, unless
    the second is a ministry."""
    central = lexicon().central

    def lengths(at: int) -> list[int] | None:
        if at == len(words):
            return []
        for end in range(min(len(words), at + _LONGEST), at + 2, -1):
            if fold(words[at:end]) in central and (rest := lengths(end)) is not None:
                return [end - at, *rest]
        return None

    found = lengths(0) or []
    return found if len(found) > 2 or (len(found) == 2 and opens_with_ministry(words[found[0] :])) else []
