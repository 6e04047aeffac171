"""What bodies and documents are called on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.names import LEVEL_WORD
from graph.views._data import Agency, PageData
from graph.views._words import Lang, pick


def labels(agencies: Sequence[Agency]) -> list[str]:
    """A short name for every agency, unmistakable among them: where several regions meet,
    市财政局 becomes 济南市财政局; where two of no known region do, each has its document beside it."""
    regions = {agency.region for agency in agencies if _is_relative(agency)}
    names = [_placed(agency) if len(regions) > 1 else agency.short_name for agency in agencies]
    times = Counter(names)
    return [agency.name if times[name] > 1 else name for agency, name in zip(agencies, names, strict=True)]


def _is_relative(agency: Agency) -> bool:
    """Whether a short name leaves out a place, so that it is clear only at home: 省法院, 市财政局."""
    return agency.level != "country" and LEVEL_WORD.match(agency.short_name) is not None


def _placed(agency: Agency) -> str:
    place = agency.region if _is_relative(agency) else None
    return (place or "") + agency.short_name


def subject(data: PageData, lang: Lang) -> str:
    """What the page is about: its document's name, or how many documents it joins."""
    if len(data.documents) == 1:
        return data.documents[0].name
    return pick(lang, f"全部 {len(data.documents)} 份文件", f"All {len(data.documents)} documents")
