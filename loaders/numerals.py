"""Numbers as documents write them: 21, 二十一, 二〇二一, ㉑."""

from __future__ import annotations

import unicodedata

ZERO = "〇○零oO"
"""The signs that stand for nought among the Chinese digits; that of folded text is ○."""
DIGITS = f"{ZERO}一二三四五六七八九"
_PLAIN = str.maketrans(dict.fromkeys(ZERO, "〇") | {"两": "二"})


def value_of(words: str) -> int:
    """The value of a numeral below ten thousand, in figures, by its places (一百零五 → 105), digit by digit
    (二〇二一 → 2021) or as one sign (㉑ → 21).

    Raises ValueError where the words hold anything else.
    """
    if words.isdecimal():
        return int(words)
    values = [int(unicodedata.numeric(sign)) for sign in words.translate(_PLAIN)]
    if not {10, 100, 1000}.intersection(values):
        return int("".join(map(str, values)))
    total = digit = 0
    for value in values:
        if value < 10:
            digit = value
        else:
            total, digit = total + (digit or 1) * value, 0
    return total + digit
