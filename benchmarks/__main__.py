"""Run benchmarks: ``python -m benchmarks [NAME …]``, all without a name. The exit status is 1 when a
limit is exceeded."""

from __future__ import annotations

import sys

from benchmarks import asking, extraction, memory, writing
from benchmarks._ratio import Ratio

BENCHMARKS = {
    "extraction": extraction.measure,
    "writing": writing.measure,
    "memory": memory.measure,
    "asking": asking.measure,
}


def main(names: list[str]) -> int:
    if unknown := set(names) - set(BENCHMARKS):
        sys.exit(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    ratios: list[Ratio] = []
    for name in names or BENCHMARKS:
        for ratio in BENCHMARKS[name]():
            ratios.append(ratio)
            print(ratio, flush=True)
    over = [ratio for ratio in ratios if ratio.exceeded]
    print(f"{len(over)} of {len(ratios)} over their limits", file=sys.stderr)
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
