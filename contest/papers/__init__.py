"""The files we make. A maker is a pure function of plain values: same values, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from contest.papers import calendar_file, timeline

Make = Callable[[Mapping[str, Any]], bytes]


@dataclass(frozen=True, slots=True)
class Maker:
    type: str  # of the file
    make: Make


MAKERS: Mapping[str, Maker] = {
    "timeline": Maker("image/png", timeline.draw),
    "calendar": Maker("text/calendar", calendar_file.write),
}
