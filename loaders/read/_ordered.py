"""The numbers that a browser prints before the items of an ordered list: they are computed, not in the text.

HTML, 4.4.5: an ``ol`` counts its items from `start`, an item may have a `value` of its own; CSS Counter
Styles names the forms. UEditor, which portals write with, has classes for more: ``custom_cn2`` is （一）.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

from loaders.read._numbering import chinese

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_CUSTOM = re.compile(r"\bcustom_(cn|num)([12]?)\b")
_CLOSED = {"": "{}、", "1": "{}）", "2": "（{}）"}
# The classes of lists that an editor makes; any other is of the page's design, for a path or a menu.
_EDITORS = re.compile(r"custom_|list-paddingleft|MsoList", re.I)
# An item that its author has numbered by hand.
_LABEL = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十\d]+[条章项]|[①-⑳])"
)


def number_items(root: _Element) -> None:
    """Write the numbers of ordered lists into the first words of their items."""
    for ordered in root.iter("ol"):
        form, counted = _form(ordered)
        number = _whole(ordered.get("start"), 1)
        for item in ordered.iterchildren("li") if form else ():
            number = _whole(item.get("value"), number)
            _prefix(item, form.format(chinese(number) if counted else number))
            number += 1


def _form(ordered: _Element) -> tuple[str, bool]:
    """The form of a list's numbers and whether it counts in Chinese; empty where it prints none, or where
    only the page's design would tell."""
    named, style = str(ordered.get("class") or ""), _STYLE.search(str(ordered.get("style") or "").lower())
    if custom := _CUSTOM.search(named):
        return _CLOSED[custom[2]], custom[1] == "cn"
    if style and style[1] != "decimal":
        counted = style[1].startswith("cjk") or style[1].endswith(("chinese-informal", "chinese-formal"))
        return "{}、" if counted else "", counted
    of_the_page = named and not style and not _EDITORS.search(named)
    return "" if of_the_page or ordered.get("type") not in (None, "1") else "{}.", False


def _prefix(item: _Element, label: str) -> None:
    """Put a label before the first words of an item that has none; one that is a link alone is a menu's."""
    for element in item.iter():
        own = element.text if isinstance(element.tag, str) else None
        if own and own.strip():
            if element.tag != "a" and not _LABEL.match(own):
                element.text = label + own.lstrip()
            return
        if element is not item and element.tail and element.tail.strip():
            element.tail = element.tail if _LABEL.match(element.tail) else label + element.tail.lstrip()
            return


def _whole(value: object, default: int) -> int:
    """A whole number that an attribute holds."""
    words = str(value or "").strip()
    return int(words) if re.fullmatch(r"\d{1,4}", words, re.A) else default
