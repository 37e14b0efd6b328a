"""The storage in memory: what units reported, and who of the staff is away."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, assert_never

from contest.deputies import Absence
from contest.reporting import UnitReport
from contest.staff import (
    ComingBack,
    Declining,
    GoingAway,
    Member,
    OfWork,
    Reminding,
    SendingReport,
)
from storage.trouble import Conflict


@dataclass
class Work:
    """Kept beside the staff, and changed with them."""

    reports: list[UnitReport] = field(default_factory=list)
    reminded: set[tuple[str, date]] = field(default_factory=set)
    absences: list[Absence] = field(default_factory=list)
    ended: set[int] = field(default_factory=set)

    def act(
        self, by: Member, here: set[int], done: OfWork, at: datetime
    ) -> tuple[str, dict[str, Any]]:
        """`here`: the numbers of the staff. Returns what goes into the log. Raises Conflict."""
        match done:
            case SendingReport():
                return self._report(by, done, at)
            case Reminding():
                if (done.period, done.day) in self.reminded:
                    raise Conflict
                self.reminded.add((done.period, done.day))
                return "units_reminded", {"period": done.period, "n": done.n}
            case GoingAway():
                return self._go_away(by, here, done, at)
            case ComingBack():
                self._open(done.absence, lambda a: a.member == by.number)
                self.ended.add(done.absence)
                return "came_back", {}
            case Declining():
                place = self._open(done.absence, lambda a: a.deputy == by.number and not a.declined)
                absence = self.absences[place]
                self.absences[place] = replace(absence, declined=True)
                return "declined", {"member": absence.member}
            case _:
                assert_never(done)

    def _report(self, by: Member, done: SendingReport, at: datetime) -> tuple[str, dict[str, Any]]:
        if by.unit is None:
            raise Conflict
        before = [r for r in self.reports if (r.period, r.unit) == (done.period, by.unit)]
        body = json.loads(json.dumps(dict(done.body)))
        version = len(before) + 1
        self.reports.append(
            UnitReport.of(by.unit, done.period, body, version=version, by=by.number, at=at)
        )
        return "reported", {"period": done.period, "unit": by.unit, "version": version}

    def _go_away(
        self, by: Member, here: set[int], done: GoingAway, at: datetime
    ) -> tuple[str, dict[str, Any]]:
        if done.deputy is not None and done.deputy not in here:
            raise Conflict
        for absence in self.absences:
            same_days = absence.first <= done.last and absence.last >= done.first
            if absence.member == by.number and same_days:
                self.ended.add(absence.number)
        number = len(self.absences) + 1
        self.absences.append(Absence(number, by.number, done.first, done.last, at, done.deputy))
        days = {"first": done.first.isoformat(), "last": done.last.isoformat()}
        return "away", {"member": done.deputy, **days}

    def _open(self, number: int, fits: Callable[[Absence], bool]) -> int:
        for place, absence in enumerate(self.absences):
            if absence.number == number and number not in self.ended and fits(absence):
                return place
        raise Conflict
