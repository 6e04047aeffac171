"""A measured ratio and its limit, if it has one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """`seconds` of ours over `base` seconds of the bare work, both of one run."""

    name: str
    seconds: float
    base: float
    limit: float | None = None

    @property
    def value(self) -> float:
        return self.seconds / self.base

    @property
    def exceeded(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def __str__(self) -> str:
        measured = f"{self.name}: {self.value:.2f} ({self.seconds:.2f} s over {self.base:.2f} s)"
        if self.limit is None:
            return measured
        verdict = "over the limit" if self.exceeded else "within the limit"
        return f"{measured}, {verdict} of {self.limit}"
