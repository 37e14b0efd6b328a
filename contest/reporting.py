"""Reports of the units: for which period, until when, what they say, and who has to be reminded.

A unit is a commune, ward or agency that reports to the standing office. What is asked and how often
stands in the pack (`reports.toml`), with its source. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from contest.calendar import Period
from contest.cited import Cited, Record, Words

Works = Callable[[date], bool]  # is it a working day?
Every = Literal["month", "quarter"]
MONTHS: Mapping[Every, int] = {"month": 1, "quarter": 3}
MOST_DUE_DAY = 28  # the last day that every month has


class Activity(Record, frozen=True):
    """What a unit usually does to make the contest known."""

    id: str
    label: Words


class Agency(Cited, frozen=True, kw_only=True):
    """A body that reports and is no commune. `called`: other names that people type for it."""

    id: str
    name: str
    called: tuple[str, ...] = ()


class Letterhead(Record, frozen=True):
    """What stands above and below an official paper of the office, in the contest's own language.

    `above`: the body above it; empty: left open. `place`: from where it is dated. `sign`: the
    letters behind its number. `to`: who gets it.
    """

    agency: str
    place: str
    above: str = ""
    sign: str = ""
    to: tuple[str, ...] = ()


class Reporting(Cited, frozen=True, kw_only=True):
    """How units report. `first`, `last`: the months of the first and the last period («2026-06»).

    `due`: the day of a period's last month by which a report is due, or the last working day before
    it. `closes`: until so many days after the period it may be sent or corrected. `before`,
    `after`: working days before and after the due day on which who has not reported is reminded.
    """

    every: Every
    first: str
    last: str
    due: int
    closes: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    activities: tuple[Activity, ...]
    letterhead: Letterhead

    def __post_init__(self) -> None:
        for name in (self.first, self.last):
            if Period.parse(name).grain != "month":
                raise ValueError("`first` and `last` are months like 2026-06")
        if Period.parse(self.first).first > Period.parse(self.last).first:
            raise ValueError("`first` no later than `last`")
        if not 1 <= self.due <= MOST_DUE_DAY:
            raise ValueError(f"`due` from 1 to {MOST_DUE_DAY}")
        if self.closes < 1 or not self.activities:
            raise ValueError("`closes` at least 1, and some `activities`")
        if min((*self.before, *self.after), default=1) < 1:
            raise ValueError("`before` and `after` at least 1")


def name_of(every: Every, day: date) -> str:
    """The period that a day belongs to: «2026-12», «2026-Q4»."""
    if every == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    return f"{day:%Y-%m}"


def within(how: Reporting, name: str) -> Period | None:
    """The period of that name, if units report for it."""
    try:
        found = Period.parse(name)
    except ValueError:
        return None
    first, last = Period.parse(how.first).first, Period.parse(how.last).last
    same = found.grain == how.every and name == name_of(how.every, found.first)
    return found if same and first <= found.last and found.first <= last else None


def closes_on(how: Reporting, period: Period) -> date:
    """The last day on which it is sent or corrected."""
    return period.last + timedelta(days=how.closes)


def due_on(how: Reporting, period: Period, works: Works) -> date:
    """The due day: a working day."""
    day = period.last.replace(day=how.due)
    while not works(day):
        day -= timedelta(days=1)
    return day


def open_periods(how: Reporting, today: date) -> tuple[str, ...]:
    """For which a report is taken today: the current one first, then those before it."""
    found: list[str] = []
    day = today
    while True:
        period = Period.parse(name_of(how.every, day))
        if closes_on(how, period) < today:
            return tuple(found)
        if within(how, name_of(how.every, day)):
            found.append(name_of(how.every, day))
        day = period.first - timedelta(days=1)


def looked_at(how: Reporting, today: date) -> str:
    """The period that is looked at first: the current one, else the nearest."""
    last = Period.parse(how.last).last
    return name_of(how.every, min(max(today, Period.parse(how.first).first), last))


def before_it(how: Reporting, name: str) -> str | None:
    """The period before that one, if there is one."""
    earlier = name_of(how.every, Period.parse(name).first - timedelta(days=1))
    return earlier if within(how, earlier) else None


# --- what a report says --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UnitReport:
    """What a unit reported, as it was last corrected; `version` says how often that was.

    `activities`: ids of the usual ones; `other`: in words. `people`: reached; `about`: that number
    is an estimate. `names`: of the solutions found. `difficulties`: empty where none were told.
    """

    unit: str
    period: str
    activities: tuple[str, ...] = ()
    other: str = ""
    people: int = 0
    about: bool = False
    solutions: int = 0
    names: str = ""
    difficulties: str = ""
    version: int = 0
    by: int = 0
    at: datetime | None = None

    def body(self) -> dict[str, Any]:
        """What was said, as it is kept."""
        return {
            "activities": list(self.activities),
            "other": self.other,
            "people": self.people,
            "about": self.about,
            "solutions": self.solutions,
            "names": self.names,
            "difficulties": self.difficulties,
        }

    @classmethod
    def of(cls, unit: str, period: str, body: Mapping[str, Any], **more: Any) -> UnitReport:
        said = {**body, "activities": tuple(body.get("activities", ()))}
        return cls(unit, period, **said, **more)


@dataclass(frozen=True, slots=True)
class Missing:
    """Of the units that have to report: who has, who has not, and where nobody can be reminded."""

    done: tuple[str, ...]
    missing: tuple[str, ...]
    nobody: tuple[str, ...]


def missing(
    units: Iterable[str], reports: Iterable[UnitReport], staffed: Iterable[str | None]
) -> Missing:
    """`units`: all, in the order in which they are shown; `staffed`: those that have an officer."""
    known, reported, here = tuple(units), {r.unit for r in reports}, set(staffed)
    return Missing(
        tuple(u for u in known if u in reported),
        tuple(u for u in known if u not in reported and u in here),
        tuple(u for u in known if u not in reported and u not in here),
    )


# --- who is reminded, and when -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that has come. `name`: of its row among the runs; `day`: on which it was due."""

    period: str
    name: str
    day: date
    late: bool


def working_days_from(day: date, n: int, works: Works) -> date:
    """The `n`-th working day after it; before it, if `n` is negative."""
    step = timedelta(days=1 if n > 0 else -1)
    left = abs(n)
    while left:
        day += step
        left -= works(day)
    return day


def reminder(how: Reporting, name: str, today: date, works: Works) -> Reminder | None:
    """Which reminder of that period is due today: the last that has come, until it closes.

    A day on which the program stood still is so made up for, once.
    """
    period = Period.parse(name)
    if today > closes_on(how, period):
        return None
    due = due_on(how, period, works)
    days = [(working_days_from(due, -n, works), False, f"-{n}") for n in how.before]
    days += [(working_days_from(due, n, works), True, f"+{n}") for n in how.after]
    come = [found for found in days if found[0] <= today]
    if not come:
        return None
    day, late, mark = max(come)
    return Reminder(name, f"report/{name}/{mark}", day, late)


# --- what is known of the units beside -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Grouped:
    """So many dossiers of this unit, field and state; empty: not known, or not chosen."""

    unit: str
    field: str
    state: str
    n: int


@dataclass(frozen=True, slots=True)
class ByPlace:
    """Dossiers that were not withdrawn, and who makes them, by unit. None: cannot be counted."""

    dossiers: tuple[Grouped, ...] | None = None
    entrants: Mapping[str, int] | None = None
