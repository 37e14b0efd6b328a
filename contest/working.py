"""Working time: how much of it passed, and when so much of it will have passed. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache

import holidays

from contest.calendar import ZONE

Spans = tuple[tuple[time, time], ...]
LONGEST_LOOK = 3660  # days: nobody is ever away for longer


@dataclass(frozen=True, slots=True)
class Working:
    """When the office works, in the contest's time zone.

    `hours`: of a day, in order, none touching the next. `days`: Monday is 1. `country`: whose
    public holidays are free, as ISO 3166 has it; empty: none. `free` and `worked`: single days that
    are otherwise than the calendar says; `worked` is the stronger. As it stands, it never stops.
    """

    hours: Spans = ((time.min, time.max),)
    days: frozenset[int] = frozenset(range(1, 8))
    country: str = ""
    free: frozenset[date] = field(default_factory=frozenset)
    worked: frozenset[date] = field(default_factory=frozenset)

    @property
    def day(self) -> timedelta:
        """How long one working day is."""
        return sum((_length(*span) for span in self.hours), timedelta())

    def is_worked(self, day: date) -> bool:
        if day in self.worked:
            return True
        return (
            day.isoweekday() in self.days
            and day not in self.free
            and not is_holiday(self.country, day)
        )

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; nothing if `end` is before it."""
        passed = timedelta()
        for opens, closes in self._spans(start):
            if opens >= end:
                break
            passed += max(min(closes, end) - max(opens, start), timedelta())
        return passed

    def after(self, moment: datetime, amount: timedelta) -> datetime:
        """The first moment by which so much working time has passed. Raises OverflowError if that
        is years away: then nobody works here at all."""
        if amount <= timedelta():
            return moment
        for opens, closes in self._spans(moment):
            begins = max(opens, moment)
            if begins >= closes:
                continue
            if closes - begins >= amount:
                return begins + amount
            amount -= closes - begins
        raise OverflowError("no working time for years")

    def opens(self, moment: datetime) -> datetime:
        """`moment` itself, if it is in working time; else when work begins again."""
        for opens, closes in self._spans(moment):
            if moment < closes:
                return max(opens, moment)
        raise OverflowError("no working time for years")

    def _spans(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Stretches of work, from the day of `moment` on."""
        today = moment.astimezone(ZONE).date()
        for n in range(LONGEST_LOOK):
            day = today + timedelta(days=n)
            if self.is_worked(day):
                for start, end in self.hours:
                    yield _at(day, start), _at(day, end)


def _at(day: date, at: time) -> datetime:
    """The last moment of a day is the first of the next: no working day has a gap at midnight."""
    if at == time.max:
        return datetime.combine(day + timedelta(days=1), time.min, ZONE)
    return datetime.combine(day, at, ZONE)


def _length(start: time, end: time) -> timedelta:
    return _at(date(2000, 1, 1), end) - _at(date(2000, 1, 1), start)


@cache
def is_holiday(country: str, day: date) -> bool:
    """Is it a public holiday there, or a day off in its place?"""
    return bool(country) and day in _holidays(country)


@cache
def _holidays(country: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country)


def knows(country: str) -> bool:
    """Are the public holidays of that country known here?"""
    return country in holidays.list_supported_countries()
