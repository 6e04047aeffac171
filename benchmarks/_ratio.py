"""A measured ratio and its limit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """`seconds` of ours over `base` seconds of the bare work, both of one run."""

    name: str
    seconds: float
    base: float
    limit: float

    @property
    def value(self) -> float:
        return self.seconds / self.base

    @property
    def exceeded(self) -> bool:
        return self.value > self.limit

    def __str__(self) -> str:
        verdict = "over the limit" if self.exceeded else "within the limit"
        return (
            f"{self.name}: {self.value:.2f} ({self.seconds:.2f} s over {self.base:.2f} s), "
            f"{verdict} of {self.limit}"
        )
