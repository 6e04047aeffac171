"""The labels that Word numbers paragraphs with (一、 （一） 1.): they are computed, not in the text.

ECMA-376 Part 1, 17.9: a paragraph names a list (numId) and a level; the list's abstract definition
gives each level its start, its number format and its pattern (``（%1）``). Lists of one abstract
definition count on together unless one overrides the start.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEVELS = 9


def chinese(number: int) -> str:
    """21 → 二十一, 105 → 一百零五; digits from a thousand on."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    words = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
        strict=True,
    ):
        count, number = divmod(number, value)
        words += letters * min(count, 10)
    return words


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 10) if number > 0 else "0"


def _series(first: str, last: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "decimalEnclosedCircle": _series("①", 20),
    "decimalEnclosedCircleChinese": _series("①", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "ideographEnclosedCircle": _series("㊀", 10),
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(abs(number))),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "none": lambda number: "",
} | dict.fromkeys(
    "chineseCounting chineseCountingThousand taiwaneseCounting taiwaneseCountingThousand "
    "japaneseCounting japaneseDigitalTenThousand koreanCounting chineseLegalSimplified".split(),
    chinese,
)


@dataclass(slots=True)
class _Level:
    """One level of a list: where it starts, how it counts, what it prints, whom it restarts after."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False


class Numbering:
    """Counts the numbered paragraphs of one document, in reading order."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._styled: dict[str, tuple[str | None, int | None, str | None]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if styles is not None:
            self._read_styles(styles)
        if numbering is not None:
            self._read_numbering(numbering)

    def label(self, paragraph: _Element) -> str:
        """The label that Word prints before a paragraph, empty for one without; counts it."""
        numbered, level = self._list_of(paragraph)
        abstract = self._lists.get(numbered or "")
        found = self._levels.get(abstract or "", {}).get(level)
        if numbered is None or abstract is None or found is None:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        override = self._overrides.get(numbered, {}).get(level)
        if override is not None and (numbered, level) not in self._begun:
            counts[level] = override
        else:
            current = counts[level]
            counts[level] = found.start if current is None else current + 1
        self._begun.add((numbered, level))
        for lower in range(level + 1, _LEVELS):
            restart = self._levels[abstract].get(lower, _Level()).restart
            if restart is None or level < restart:
                counts[lower] = None
        return self._print(abstract, level, counts)

    def _print(self, abstract: str, level: int, counts: list[int | None]) -> str:
        levels = self._levels[abstract]
        here = levels[level]
        if here.format == "bullet":
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            of = levels.get(at, _Level())
            count = counts[at]
            value = of.start if count is None else count
            plain = here.legal and at < level
            return _FORMATS.get("decimal" if plain else of.format, str)(value)

        return re.sub(r"%([1-9])", number, here.pattern)

    def _list_of(self, paragraph: _Element) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else its style's, else an ancestor style's."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None, 0
        numbered, level = _numbering_of(properties)
        style = _value(properties.find(f"{W}pStyle"))
        for _ in range(10):
            if style is None or (numbered is not None and level is not None):
                break
            of_style, at, parent = self._styled.get(style, (None, None, None))
            if numbered is None and of_style is not None:
                numbered = of_style
            level = at if level is None else level
            style = parent
        level = level or 0
        return (None if numbered == "0" else numbered), level if 0 <= level < _LEVELS else 0

    def _read_styles(self, styles: _Element) -> None:
        for style in styles.iter(f"{W}style"):
            properties = style.find(f"{W}pPr")
            numbered, level = (None, None) if properties is None else _numbering_of(properties)
            name = style.get(f"{W}styleId")
            if name:
                self._styled[name] = (numbered, level, _value(style.find(f"{W}basedOn")))

    def _read_numbering(self, numbering: _Element) -> None:
        links: dict[str, str] = {}
        homes: dict[str, str] = {}
        for abstract in numbering.iter(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId") or ""
            self._levels[key] = {_index(level): _level(level) for level in abstract.iter(f"{W}lvl")}
            for level in abstract.iter(f"{W}lvl"):
                self._link_style(level, key)
            if (link := _value(abstract.find(f"{W}numStyleLink"))) is not None:
                links[key] = link
            if (home := _value(abstract.find(f"{W}styleLink"))) is not None:
                homes[home] = key
        for num in numbering.iter(f"{W}num"):
            key = num.get(f"{W}numId") or ""
            abstract_key = _value(num.find(f"{W}abstractNumId")) or ""
            abstract_key = homes.get(links.get(abstract_key, ""), abstract_key)
            self._lists[key] = abstract_key
            self._read_overrides(num, key, abstract_key)

    def _link_style(self, level: _Element, abstract: str) -> None:
        """A style that a level names is numbered at that level, though the style names only the list."""
        style = _value(level.find(f"{W}pStyle"))
        if style in self._styled:
            numbered, at, parent = self._styled[style]
            if numbered is not None:
                self._styled[style] = (numbered, _index(level) if at is None else at, parent)

    def _read_overrides(self, num: _Element, key: str, abstract: str) -> None:
        for override in num.iter(f"{W}lvlOverride"):
            at = _index(override)
            start = _value(override.find(f"{W}startOverride"))
            if start is not None and start.isdecimal():
                self._overrides.setdefault(key, {})[at] = int(start)
            own = override.find(f"{W}lvl")
            if own is not None:
                # A list that redefines a level counts by itself.
                private = f"{abstract}/{key}"
                levels = self._levels.setdefault(private, dict(self._levels.get(abstract, {})))
                levels[at] = _level(own)
                self._lists[key] = private


def _numbering_of(properties: _Element) -> tuple[str | None, int | None]:
    found = properties.find(f"{W}numPr")
    if found is None:
        return None, None
    level = _value(found.find(f"{W}ilvl"))
    return _value(found.find(f"{W}numId")), int(level) if level and level.isdecimal() else None


def _level(element: _Element) -> _Level:
    start = _value(element.find(f"{W}start"))
    restart = _value(element.find(f"{W}lvlRestart"))
    legal = element.find(f"{W}isLgl")
    return _Level(
        start=int(start) if start and start.isdecimal() else 0,
        format=_value(element.find(f"{W}numFmt")) or "decimal",
        pattern=_value(element.find(f"{W}lvlText")) or "",
        restart=int(restart) if restart and restart.isdecimal() else None,
        legal=legal is not None and legal.get(f"{W}val") not in ("0", "false"),
    )


def _index(element: _Element) -> int:
    value = element.get(f"{W}ilvl") or ""
    return min(int(value), _LEVELS - 1) if value.isdecimal() else 0


def _value(element: _Element | None) -> str | None:
    return None if element is None else element.get(f"{W}val")
