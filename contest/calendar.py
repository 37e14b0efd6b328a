"""Days, stages and the deadline. Vietnam keeps one time zone and has no summer time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

Grain = Literal["day", "month", "quarter", "year"]
Standing = Literal["past", "now", "coming"]

_FORMS: tuple[tuple[str, Grain], ...] = (
    (r"(\d{4})-(\d{2})-(\d{2})", "day"),
    (r"(\d{4})-(\d{2})", "month"),
    (r"(\d{4})-Q([1-4])", "quarter"),
    (r"(\d{4})", "year"),
)
PERIOD_FORM = "2027-05-30, 2027-05, 2027-Q2 or 2027"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar as documents name it: a day, a month, a quarter or a year."""

    grain: Grain
    first: date
    last: date

    @classmethod
    @cache
    def parse(cls, text: str) -> Period:
        """Read «2027-05-30», «2027-05», «2027-Q2» or «2027». Raises ValueError."""
        for form, grain in _FORMS:
            if found := re.fullmatch(form, text):
                numbers = [int(n) for n in found.groups()]
                try:
                    return cls(grain, *_days(grain, numbers))
                except ValueError:  # a day the calendar does not have
                    break
        raise ValueError(f"a period like {PERIOD_FORM}")


def _days(grain: Grain, numbers: list[int]) -> tuple[date, date]:
    """Its first and last day. Raises ValueError."""
    match grain, numbers:
        case "day", [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case "month", [year, month]:
            return _months(year, month, month)
        case "quarter", [year, quarter]:
            return _months(year, 3 * quarter - 2, 3 * quarter)
        case _:
            return _months(numbers[0], 1, 12)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    after = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class When:
    """When a stage is, as far as the document says: it may name only an end.

    `excluded` says that the named end itself no longer belongs to it («before 20 August»).
    """

    starts: Period | None
    ends: Period
    excluded: bool = False
    tentative: bool = False

    @property
    def first(self) -> date | None:
        return self.starts.first if self.starts else None

    @property
    def last(self) -> date:
        """The last day that still belongs to it."""
        return self.ends.first - timedelta(days=1) if self.excluded else self.ends.last


def is_weekend(day: date) -> bool:
    return day.weekday() >= 5


def last_working_day(day: date) -> date:
    """`day` itself, or the last Monday-to-Friday day before it."""
    while is_weekend(day):
        day -= timedelta(days=1)
    return day


@dataclass(frozen=True, slots=True)
class DeadlineNow:
    """The deadline as it looks from a day."""

    deadline: date
    today: date

    @property
    def days_left(self) -> int:
        """0 on the day itself, negative after it."""
        return (self.deadline - self.today).days

    @property
    def working_day(self) -> date | None:
        """The last working day before a deadline on a weekend, while it is still to come."""
        day = last_working_day(self.deadline)
        return day if is_weekend(self.deadline) and self.today <= day else None

    @property
    def only_weekend_left(self) -> bool:
        return last_working_day(self.deadline) < self.today <= self.deadline


@dataclass(frozen=True, slots=True)
class DaysLeft:
    """The same in short: how long it is until then, without advice."""

    now: DeadlineNow
