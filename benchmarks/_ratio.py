"""A measured ratio and its limit, if it has one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """`measured` of ours (seconds, or another `unit`) over `base` of the bare work, both of one run."""

    name: str
    measured: float
    base: float
    limit: float | None = None
    unit: str = "s"

    @property
    def value(self) -> float:
        return self.measured / self.base

    @property
    def exceeded(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def __str__(self) -> str:
        digits = 0 if self.base > 100 else 2 if self.base > 0.1 else 4
        parts = f"{self.measured:.{digits}f} {self.unit} over {self.base:.{digits}f} {self.unit}"
        measured = f"{self.name}: {self.value:.2f} ({parts})"
        if self.limit is None:
            return measured
        verdict = "over the limit" if self.exceeded else "within the limit"
        return f"{measured}, {verdict} of {self.limit}"
