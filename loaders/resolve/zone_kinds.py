"""Kinds of zones, as the vocabulary has them, and the committees that run them."""

from __future__ import annotations

from loaders.resolve import _vocabulary

_WORDS = _vocabulary.read("zones")
CALLED: dict[str, str] = _WORDS["called"]
"""The words for a place's own zone (高新区), and the kind in full that its name has."""
OWN: tuple[str, ...] = tuple(_WORDS["own"])
"""Kinds of which a county that names no other has one."""
SEVERAL: tuple[str, ...] = tuple(_WORDS["several"])
"""Kinds of which a place may have any number."""
ENDINGS = (*CALLED, *CALLED.values(), *OWN, *SEVERAL, *_WORDS["named"])
"""How the name of a zone ends."""
PATTERN = "|".join(
    end for end in ENDINGS if not any(other in end[:-1] or other in end[1:] for other in ENDINGS)
)
"""What stands in the name of a zone and of its offices."""
AMONG_PLACES = "|".join([*SEVERAL, "开发区"])
"""What a list of kinds of places holds beside counties: 各县区、园区."""
COMMITTEE = "(?:管理委员会|管委会|党工委|工作委员会)"
"""A pattern of those who run a zone."""


def in_full(name: str) -> str:
    """The name with its committee or office in full: 银湖管委会 → 银湖管理委员会, 东山街办 →
    东山街道办事处."""
    if name.endswith(("街办", "街道办")):
        return f"{name[: name.rindex('街')]}街道办事处"
    if name.endswith("行委") and len(name) > 3:  # Below Haixi stand three of them.
        return name[:-1] + "政委员会"
    return name.replace("管委会", "管理委员会")
