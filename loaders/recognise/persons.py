"""People beside bodies, as patterns: their names, their posts, and how the head of a column calls them."""

from __future__ import annotations

from loaders.resolve._vocabulary import read
from loaders.resolve.endings import BODIES

_WORDS = read("persons")
CALLED = "|".join(_WORDS["called"])
"""责任人, 分管领导: a column of people."""
POST = "|".join(_WORDS["posts"])
"""局长, 主任: the head of a body or of a part of one."""
NAME = rf"[{_WORDS['surnames']}][\u4e00-\u9fff]{{1,2}}(?<![{BODIES}区县市镇乡街村园])"
"""A usual family name, and one or two characters more, of which the last ends no body's name."""
