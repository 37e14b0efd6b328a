"""Small helpers to say what was measured."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence


def per_second(call: Callable[[], object], seconds: float = 1.0) -> float:
    """How often a call runs in a second: the best of three runs, as others only ever slow it."""
    best = 0.0
    for _ in range(3):
        count, began = 0, time.perf_counter()
        while (passed := time.perf_counter() - began) < seconds / 3:
            call()
            count += 1
        best = max(best, count / passed)
    return best


def percentile(values: Sequence[float], share: float) -> float:
    ranked = sorted(values)
    return ranked[min(int(len(ranked) * share), len(ranked) - 1)]


def table(title: str, rows: Sequence[Sequence[object]]) -> None:
    """The first row is the heading."""
    print(f"## {title}")
    cells = [[f"{c:,.2f}" if isinstance(c, float) else str(c) for c in row] for row in rows]
    widths = [max(len(row[n]) for row in cells) for n in range(len(cells[0]))]
    for row in cells:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
