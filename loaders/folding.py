"""Widths and variant characters, one for one: （ → (, 〔 → [, 後 → 后."""

from __future__ import annotations

import re
import unicodedata


def _fold_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    # Compatibility ideographs and Kangxi radicals, as PDFs yield them.
    for block in (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00)):
        for code in block:
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code):
                table[code] = folded
    pairs = "〔[〕]【[】]［[］]﹝[﹞]︵(︶)﹙(﹚)„[‟]{[}]｛[｝]〖[〗]" + (
        "後后馀余∶:︰:﹕:；;，,．.–-—-―-－-−-‐-‑-　 \xa0 〇○Ｏ○零○"
    )
    table |= {ord(a): b for a, b in zip(pairs[::2], pairs[1::2], strict=True)}
    del table[ord("零")]
    return table


FOLD = _fold_table()
_FOLDED = {chr(code): char for code, char in FOLD.items()}
_FOLDABLE = re.compile(f"[{re.escape(''.join(_FOLDED))}]")


def fold(text: str) -> str:
    """The text with widths and variant characters folded, one character for one."""
    for char in set(_FOLDABLE.findall(text)):
        text = text.replace(char, _FOLDED[char])
    return text
