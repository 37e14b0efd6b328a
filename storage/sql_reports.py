"""Units' reports and deputies, on any SQL database: see `sql`."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from contest.deputies import Absence
from contest.reporting import ByPlace, UnitReport
from storage import report_units

if TYPE_CHECKING:
    from storage.sql import Engine


class ReportsInSql:
    """See `port_reports.ReportStorage`."""

    _engine: Engine

    async def unit_reports(self, period: str, *, every: bool = False) -> list[UnitReport]:
        return await self._engine.read(partial(report_units.of_period, period=period, every=every))

    async def reminded_on(self, period: str) -> date | None:
        return await self._engine.read(partial(report_units.reminded_on, period=period))

    async def absences(self, since: date) -> list[Absence]:
        return await self._engine.read(partial(report_units.not_over, since=since))

    async def by_place(self, field_step: str) -> ByPlace:
        return await self._engine.read(partial(report_units.by_place, field_step=field_step))
