"""The regions whose bodies can have issued a document's number: 鲁知战办〔2023〕11号, 遂府办发〔2023〕1号."""

from __future__ import annotations

import re
from functools import cache

from graph.model import Region
from loaders.resolve import _vocabulary
from loaders.resolve._gazetteer import COUNTRY, gazetteer
from loaders.resolve.regions import by_name, lies_in

# A government's sign behind a place's name; 新民政 is a bureau of civil affairs.
_GOVERNMENT = re.compile("(?<![民政])[政府]")


@cache
def _codes() -> tuple[tuple[str, ...], dict[str, Region]]:
    words = _vocabulary.read("issuing_codes")
    central = tuple(words["central"].split())
    cities = {character: by_name(name)[0] for character, name in words["cities"].items()}
    return central, cities


def regions_of(code: str, *, within: Region | None = None) -> list[Region]:
    """The regions whose body can have issued a number with this code, the likelier first.

    鲁知战办 → 山东省; 国办发 → 全国; 遂府办发 → 遂宁市; 济政办发 → 济南市 or 济宁市. A convention, not a
    rule: a province's own character, the first character of a city's or county's short name, or that
    name itself (渝北府办发). `within` keeps those that lie in it.
    """
    index = gazetteer()
    central, cities = _codes()
    if not code:
        return []
    if re.match(r"团.{1,4}[办发]", code):  # 团粤办发: the Youth League of a place.
        code = code[1:]
    if named := _spelt(code):
        return [region for region in named if within is None or lies_in(region, within)]
    local = re.match(r"(?!国|中[办发])..?(?:政|府|委|党|人大)", code)
    if not local and code.startswith(central):
        return [COUNTRY]
    if province := index.by_character.get(code[0]):
        others = [cities[code[0]]] if code[0] in cities else []
        found = [province, *others]
    else:
        found = [cities[code[0]]] if code[0] in cities else []
    if local or not found:
        found += [r for r in _by_initial(code[0]) if r not in found]
    if within is not None:
        found = [r for r in found if lies_in(r, within)]
    return found


def _spelt(code: str) -> list[Region]:
    """The regions whose short name a code has in full before a government's sign: 鄂州政办发."""
    lengths = (n for n in (4, 3, 2) if _GOVERNMENT.match(code, n))
    return next((here for n in lengths if (here := by_name(code[:n]))), [])


def _by_initial(character: str) -> list[Region]:
    index = gazetteer()
    regions = [r for c, r in index.by_code.items() if r.short_name[0] == character and c not in index.former]
    order = {"city": 0, "county": 1}
    return sorted((r for r in regions if r.level in order), key=lambda r: order[r.level])
