"""How much each agency answers for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import TypedDict

from graph.network import Answer, agencies_of


class Workload(TypedDict):
    """One agency's load: numbers of measures, and `weight`, in measures too."""

    key: str
    agency: str
    region: str | None
    measures: int
    lead: int
    responsible: int
    support: int
    weight: float
    open: int


def workload(answers: Iterable[Answer]) -> list[Workload]:
    """Every agency that answers for a measure, the heaviest first, then by name.

    `measures` counts distinct measures, `lead`, `responsible` and `support` those in which it has
    that role (one measure may count under two). `weight` is the sum of 1/n over its measures, n the
    number of distinct agencies that answer for the measure: the weights of all agencies sum to
    the number of measures. `open` counts its measures that name an open role too, whose n is a
    lower bound and whose share an upper one.
    """
    by_agency: dict[str, list[Answer]] = {}
    rows = list(answers)
    for answer in rows:
        by_agency.setdefault(answer.agency, []).append(answer)
    size = {measure: len(team) for measure, team in agencies_of(rows).items()}
    loads = [_load(its, size) for its in by_agency.values()]
    return sorted(loads, key=lambda w: (-w["weight"], w["agency"], w["region"] or "", w["key"]))


def _load(its: list[Answer], size: dict[str, int]) -> Workload:
    measures = {a.measure for a in its}
    in_role = Counter(role for role, _ in {(a.role, a.measure) for a in its})
    # Exact before it is rounded: equal loads must tie whatever the order of their parts.
    weight = sum(Fraction(count, n) for n, count in Counter(size[m] for m in measures).items())
    return Workload(
        key=its[0].agency,
        agency=its[0].name,
        region=its[0].region,
        measures=len(measures),
        lead=in_role["lead"],
        responsible=in_role["responsible"],
        support=in_role["support"],
        weight=float(weight),
        open=len({a.measure for a in its if a.open}),
    )
