"""Written names → bodies that some provinces and cities name otherwise than the rest, and in other years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.model import Region
from loaders.resolve import regions
from loaders.resolve.agencies import looks_like_agency, resolve

TABLE = Path(__file__).parents[1] / "data/agencies_local.txt"


def place(written: str) -> Region:
    """The region of a block's head: 南京市, or 深圳市|南山区."""
    above, _, name = written.rpartition("|")
    found = regions.by_name(name)
    return next(r for r in found if not above or regions.lies_in(r, regions.by_name(above)[0]))


def rows() -> Iterator[tuple[str, str, str, str]]:
    """(place, day, written, full) for each line of the table."""
    where = day = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines()[2:]:
        first, rest = line.split(" ", 1)
        if first == "#":
            where, day = rest.split()
        else:
            yield where, day, first, rest


KNOWN = [row for row in rows() if row[3] != "?"]
UNSURE = [row[:3] for row in rows() if row[3] == "?"]


@pytest.mark.parametrize(("where", "day", "written", "full"), KNOWN)
def test_a_body_bears_the_name_that_it_has_in_its_own_place(
    where: str, day: str, written: str, full: str
) -> None:
    agency = resolve(written, region=place(where), on=date.fromisoformat(day))
    assert (agency.name, agency.resolved) == (full, True)


@pytest.mark.parametrize(("where", "day", "written", "full"), KNOWN)
def test_a_name_in_full_stays_as_it_is(where: str, day: str, written: str, full: str) -> None:
    assert resolve(full, region=place(where), on=date.fromisoformat(day)).name == full


@pytest.mark.parametrize(("where", "day", "written"), UNSURE)
def test_a_usual_name_that_not_every_place_has_is_doubtful(where: str, day: str, written: str) -> None:
    assert not resolve(written, region=place(where), on=date.fromisoformat(day)).resolved


@pytest.mark.parametrize("name", ["首都文明办", "国网冀北电力公司", "首发集团", "地委组织部", "林区财政局"])
def test_a_name_without_a_place_of_its_own_is_a_body_s(name: str) -> None:
    assert looks_like_agency(name)
