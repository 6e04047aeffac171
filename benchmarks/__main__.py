"""Run every benchmark: ``python -m benchmarks``. The exit status is 1 when a limit is exceeded."""

from __future__ import annotations

import sys

from benchmarks import extraction
from benchmarks._ratio import Ratio

BENCHMARKS = (extraction.measure,)


def main() -> int:
    ratios: list[Ratio] = []
    for measure in BENCHMARKS:
        for ratio in measure():
            ratios.append(ratio)
            print(ratio, flush=True)
    return int(any(ratio.exceeded for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main())
