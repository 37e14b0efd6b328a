"""What the program asks of a storage about units' reports and deputies: a part of `port`."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from contest.deputies import Absence
from contest.reporting import ByPlace, UnitReport


class ReportStorage(Protocol):
    """See `port.Storage`. What is done to reports and absences is done by acts of a turn."""

    async def unit_reports(self, period: str, *, every: bool = False) -> list[UnitReport]:
        """Of all units, by unit; each as it was last corrected. `every`: every version."""

    async def reminded_on(self, period: str) -> date | None:
        """When everybody who had not reported was last reminded by a member of the staff."""

    async def absences(self, since: date) -> list[Absence]:
        """Those that are not over on that day, in the order in which they were planned."""

    async def by_place(self, field_step: str) -> ByPlace:
        """Dossiers by unit, field and state, and how many people make them. Counted is in the
        database; `field_step`: the step that asks for the field."""
