"""The storage in memory: what is asked of it about units' reports and deputies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from contest.deputies import Absence
from contest.reporting import ByPlace, Grouped, UnitReport
from storage.memory_desk import DeskInMemory
from storage.memory_staff import Staff


@dataclass
class ReportsInMemory(DeskInMemory):
    """See `port_reports.ReportStorage`."""

    _staff: Staff = field(default_factory=Staff)

    async def unit_reports(self, period: str, *, every: bool = False) -> list[UnitReport]:
        found = [r for r in self._staff.work.reports if r.period == period]
        found.sort(key=lambda r: (r.unit, r.version))
        return found if every else list({report.unit: report for report in found}.values())

    async def reminded_on(self, period: str) -> date | None:
        return max((day for of, day in self._staff.work.reminded if of == period), default=None)

    async def absences(self, since: date) -> list[Absence]:
        work = self._staff.work
        return [a for a in work.absences if a.last >= since and a.number not in work.ended]

    async def by_place(self, field_step: str) -> ByPlace:
        groups: Counter[tuple[str, str, str]] = Counter()
        people: set[tuple[str, object]] = set()
        for held in self._dossiers.dossiers(()):
            dossier = held.dossier
            if dossier.state == "withdrawn":
                continue
            unit = dossier.unit or ""
            groups[unit, held.answers.get(field_step) or "", dossier.state] += 1
            people |= {
                (unit, chat)
                for chat, role, _ in self._dossiers.participants(dossier.code)
                if role == "owner"
            }
            if dossier.helped:
                people.add((unit, dossier.code))
        entrants = Counter(unit for unit, _ in people)
        return ByPlace(
            tuple(Grouped(*key, n) for key, n in sorted(groups.items())),
            dict(sorted(entrants.items())),
        )
