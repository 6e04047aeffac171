"""What bodies and documents are called on a page."""

from __future__ import annotations

from collections.abc import Sequence

from graph.views._data import Agency, PageData
from graph.views._words import Lang, pick

_RELATIVE = "省市县区州"
"""How a short name that is clear only at home begins: 省法院, 市财政局."""


def labels(agencies: Sequence[Agency]) -> list[str]:
    """A short name for every agency, unmistakable among them: where several regions meet,
    市财政局 becomes 济南市财政局."""
    regions = {agency.region for agency in agencies if agency.short_name[:1] in _RELATIVE}
    return [_placed(agency) if len(regions) > 1 else agency.short_name for agency in agencies]


def _placed(agency: Agency) -> str:
    if agency.region and agency.short_name[:1] in _RELATIVE:
        return agency.region + agency.short_name
    return agency.short_name


def subject(data: PageData, lang: Lang) -> str:
    """What the page is about: its document's name, or how many documents it joins."""
    if len(data.documents) == 1:
        return data.documents[0].name
    return pick(lang, f"全部 {len(data.documents)} 份文件", f"All {len(data.documents)} documents")
