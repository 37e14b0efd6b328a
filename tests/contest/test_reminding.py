"""When a dossier is reminded of, day by day and hour by hour."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.calendar import ZONE
from contest.reminding import DAYS, awake, due

DEADLINE = date(2027, 5, 30)
LONG_AGO = date(2027, 1, 4)


def on(days_before: int) -> date:
    return DEADLINE - timedelta(days=days_before)


@pytest.mark.parametrize("days", [30, 14, 7, 3, 1])
def test_each_day_has_its_reminder(days: int) -> None:
    assert due(DEADLINE, LONG_AGO, on(days)) == days


@pytest.mark.parametrize(
    ("left", "which"),
    [(60, None), (31, None), (29, 30), (15, 30), (13, 14), (8, 14), (6, 7), (4, 7), (2, 3), (0, 1)],
)
def test_a_day_the_program_stood_still_is_made_up_for(left: int, which: int | None) -> None:
    assert due(DEADLINE, LONG_AGO, on(left)) == which


def test_after_the_deadline_there_is_nothing_to_remind_of() -> None:
    assert due(DEADLINE, LONG_AGO, on(-1)) is None


@pytest.mark.parametrize(
    ("opened", "left", "which"),
    [(30, 30, None), (31, 30, 30), (20, 20, None), (20, 15, None), (20, 14, 14), (14, 14, None),
     (5, 5, None), (5, 3, 3), (1, 1, None), (1, 0, None), (2, 1, 1), (0, 0, None)],
)  # fmt: skip
def test_a_dossier_opened_late_is_not_reminded_of_what_was_before_it(
    opened: int, left: int, which: int | None
) -> None:
    assert due(DEADLINE, on(opened), on(left)) == which


@given(st.integers(0, 400), st.integers(-30, 400))
def test_no_more_than_five_whatever_the_days(opened: int, last: int) -> None:
    """Looking once a day, a dossier gets each reminder at most once by its name."""
    seen = [due(DEADLINE, on(opened), on(left)) for left in range(opened, last - 1, -1)]
    told = {days for days in seen if days is not None}
    assert told <= set(DAYS)
    assert all(days < opened for days in told)


@pytest.mark.parametrize(
    ("hour", "wake"),
    [(time(6, 59, 59), False), (time(7), True), (time(12), True), (time(19, 59, 59), True),
     (time(20), False), (time(23), False), (time(0), False)],
)  # fmt: skip
def test_nobody_is_woken(hour: time, wake: bool) -> None:
    assert awake(datetime.combine(DEADLINE, hour, ZONE)) is wake
