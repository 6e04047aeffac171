"""The nouns of instruments, as the vocabulary has them: what kind a title is of, and patterns of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from loaders.resolve import _vocabulary

_WORDS = _vocabulary.read("instruments")
_ARTICLES = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:措施|意见|政策|举措|规定)?$")
_TERM = re.compile(r"\d{4}-\d{4}年?$")
# 中国教育现代化2035: a plan bears the year it leads to; 统计年鉴2020 is no plan.
_HORIZON = re.compile(r"(?<![鉴报告书计])20(?:[23][05]|50)$")
# 《市场监管事项清单(2023年版)》: what comes out in editions is put out as an instrument.
_EDITION = re.compile(r"\((?:19|20)\d\d年?[版本]\)$")
_MODEL = "(示范文本)"
_LISTS = ("清单", "名单")
# A bracket or an edition at the end: (试行), 3.0版.
_TAIL_BRACKET = re.compile(r"(?:\([^()]*\)|\d(?:\.\d)?版|”)+$")


def _kinds(*groups: str) -> dict[str, str | None]:
    """The words of some groups with the kind that they tell."""
    return {word: kind for group in groups for kind, words in _WORDS[group].items() for word in words}


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


_NOUNS = _kinds("titles", "nouns")
_KINDS: dict[str, str | None] = _kinds("titles", "nouns", "endings") | dict.fromkeys(_WORDS["none"])
_ENDINGS = _longest_first(_KINDS)

TITLE = "|".join(_longest_first(_kinds("titles")))
"""A pattern of the words with which titles close, and a line that is one: …的通知."""
NOUN = "|".join(_longest_first(_NOUNS))
"""A pattern of those that stand for an instrument: 该办法, 《意见》."""
LONG_NOUN = "|".join(_longest_first(noun for noun in _NOUNS if len(noun) > 1))
"""The same without those that end other words: 法 (方法) and 函 (公函)."""
LEGAL_NOUN = "|".join(noun for noun, kind in _NOUNS.items() if kind in ("law", "regulation", "rule"))
"""A pattern of what statutes and rules call themselves."""
OWN = "|".join(_longest_first({*_NOUNS, *_WORDS["own"]} - {"法"}))
"""A pattern of the last words of a document's own title."""


def is_other(title: str) -> bool:
    """Whether a title's last words are those of what is no instrument whatever is done with it: 申请表,
    手册; a list (任务清单) may be carried out as one."""
    bare = _TAIL_BRACKET.sub("", title)
    last = next((ending for ending in _ENDINGS if bare.endswith(ending)), None)
    return last is not None and _KINDS[last] is None and last not in _LISTS


@lru_cache(maxsize=1 << 12)
def kind_of(title: str) -> str | None:
    """law, regulation, rule, normative document, standard or plan by the title's last words; None
    where they are not those of an instrument."""
    bare = _TAIL_BRACKET.sub("", title.rstrip("》〉 "))
    if title.endswith(_MODEL):
        return "normative document"
    for ending in _ENDINGS:
        if bare.endswith(ending):
            edition = ending in _LISTS and _EDITION.search(title)
            return "normative document" if edition else _KINDS[ending]
    if _ARTICLES.search(bare) or _EDITION.search(title):
        return "normative document"
    return "plan" if _TERM.search(title.rstrip(")")) or _HORIZON.search(bare) else None
