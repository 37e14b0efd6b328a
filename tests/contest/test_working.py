"""Working time: weekends, Tết and single days do not count, and nothing is counted twice."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.calendar import ZONE
from contest.working import Working
from tests.talk import contest

OFFICE = contest().pack.working
HOURS = st.timedeltas(timedelta(), timedelta(hours=80))
MOMENTS = st.timedeltas(timedelta(), timedelta(days=1400)).map(
    lambda passed: datetime(2026, 1, 1, tzinfo=ZONE) + passed
)
SPANS = st.lists(st.integers(0, 95), min_size=2, max_size=6, unique=True).map(
    lambda found: tuple(
        (time(a // 4, a % 4 * 15), time(b // 4, b % 4 * 15))
        for a, b in zip(*[iter(sorted(found[: len(found) // 2 * 2]))] * 2, strict=True)
    )
)
WORKING = st.builds(
    Working,
    SPANS,
    st.frozensets(st.integers(1, 7), min_size=1),
    st.sampled_from(("", "VN")),
    st.frozensets(st.dates(date(2026, 1, 1), date(2027, 1, 1)), max_size=3),
    st.frozensets(st.dates(date(2026, 1, 1), date(2027, 1, 1)), max_size=3),
)


def at(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (at(20, 9), 2, at(20, 11)),  # a Friday
        (at(20, 11), 2, at(20, 15)),  # over noon
        (at(20, 16), 2, at(23, 8, 30)),  # over the weekend
        (at(21, 3), 2, at(23, 9, 30)),  # asked in the night to Saturday
        (at(23, 16), 2, at(25, 8, 30)),  # 24 November is a holiday
        (at(3, 16, 30, 2, 2027), 2, at(11, 9, 0, 2, 2027)),  # Tết 2027
        (at(20, 17), 7.5, at(23, 17)),
        (at(20, 9), 0, at(20, 9)),
    ],
)
def test_so_many_working_hours_after(start: datetime, hours: float, end: datetime) -> None:
    assert OFFICE.after(start, timedelta(hours=hours)) == end


def test_a_working_day_is_as_long_as_its_hours() -> None:
    assert OFFICE.day == timedelta(hours=7.5)
    assert Working().day == timedelta(hours=24)


@given(WORKING, MOMENTS, HOURS)
def test_what_is_added_is_what_has_passed(
    working: Working, start: datetime, amount: timedelta
) -> None:
    end = working.after(start, amount)
    assert end >= start
    assert working.between(start, end) == amount
    assert working.between(start, end - timedelta(microseconds=1)) < amount or not amount


@given(WORKING, st.lists(MOMENTS, min_size=3, max_size=3).map(sorted))
def test_what_passes_adds_up_and_is_never_more_than_the_clock(
    working: Working, moments: list[datetime]
) -> None:
    first, middle, last = moments[0], min(moments[1], moments[0] + timedelta(days=40)), moments[2]
    last = min(last, middle + timedelta(days=40))
    parts = working.between(first, middle) + working.between(middle, last)
    assert working.between(first, last) == parts
    assert timedelta() <= parts <= last - first
    assert working.between(last, first) == timedelta()


@given(WORKING, MOMENTS)
def test_work_begins_where_time_begins_to_pass(working: Working, moment: datetime) -> None:
    opens = working.opens(moment)
    assert working.between(moment, opens) == timedelta()
    assert working.between(opens, opens + timedelta(minutes=1)) > timedelta()


@given(MOMENTS)
def test_without_hours_the_clock_never_stops(moment: datetime) -> None:
    assert Working().after(moment, timedelta(hours=30)) == moment + timedelta(hours=30)


def test_single_days_are_otherwise() -> None:
    friday, saturday = date(2026, 11, 20), date(2026, 11, 21)
    working = Working(OFFICE.hours, OFFICE.days, "VN", frozenset({friday}), frozenset({saturday}))
    assert working.opens(at(20, 9)) == at(21, 7, 30)


def test_who_never_works_is_not_waited_for() -> None:
    never = Working(days=frozenset())
    with pytest.raises(OverflowError):
        never.after(at(20, 9), timedelta(hours=1))
    with pytest.raises(OverflowError):
        never.opens(at(20, 9))
