"""Widths, variant and traditional characters, one for one: （ → (, 〔 → [, 馀 → 余, 國 → 国."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files


def _traditional() -> dict[int, str]:
    """The simplified character of each traditional one that has but one."""
    rows = files("loaders.vocabulary").joinpath("traditional_characters.tsv").read_text(encoding="utf-8")
    pairs = (row.split("\t") for row in rows.splitlines()[1:])
    return {ord(a): b for many, few in pairs for a, b in zip(many, few, strict=True)}


def _fold_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    # Compatibility ideographs and Kangxi radicals, as PDFs yield them.
    for block in (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00)):
        for code in block:
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code):
                table[code] = folded
    pairs = "〔[〕]【[】]［[］]﹝[﹞]︵(︶)﹙(﹚)„[‟]{[}]｛[｝]〖[〗]" + (
        "後后馀余∶:︰:﹕:；;，,．.–-—-―-－-−-‐-‑-　 \xa0 〇○Ｏ○零○∙•⋅•"
    )
    table |= {ord(a): b for a, b in zip(pairs[::2], pairs[1::2], strict=True)} | _traditional()
    del table[ord("零")]
    return table


FOLD = _fold_table()
_FOLDED = {chr(code): char for code, char in FOLD.items()}
_FOLDABLE = re.compile(f"[{re.escape(''.join(_FOLDED))}]")


def fold(text: str) -> str:
    """The text with widths, variant and traditional characters folded, one character for one."""
    for char in set(_FOLDABLE.findall(text)):
        text = text.replace(char, _FOLDED[char])
    return text
