"""The one place that asks what time it is. Everything else is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from contest.calendar import ZONE

Clock = Callable[[], datetime]


def now() -> datetime:
    return datetime.now(ZONE)
