from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.calendar import DeadlineNow, Period, When, is_weekend, last_working_day
from tests.talk import contest

DEADLINE = date(2027, 5, 30)


@pytest.mark.parametrize(
    ("text", "grain", "first", "last"),
    [
        ("2027-05-30", "day", date(2027, 5, 30), date(2027, 5, 30)),
        ("2027-02", "month", date(2027, 2, 1), date(2027, 2, 28)),
        ("2028-02", "month", date(2028, 2, 1), date(2028, 2, 29)),
        ("2027-12", "month", date(2027, 12, 1), date(2027, 12, 31)),
        ("2026-Q2", "quarter", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-Q4", "quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026", "year", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_is_read(text: str, grain: str, first: date, last: date) -> None:
    assert Period.parse(text) == Period(grain, first, last)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "30/5/2027", "2027-13", "2027-02-30", "2026-Q5", "next May"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Period.parse(text)


def test_a_named_end_can_be_excluded() -> None:
    assert When(None, Period.parse("2027-08-20"), excluded=True).last == date(2027, 8, 19)
    assert When(None, Period.parse("2027-05-30")).last == DEADLINE


def test_the_deadline_is_a_sunday_and_the_friday_before_is_the_last_working_day() -> None:
    assert is_weekend(DEADLINE)
    assert last_working_day(DEADLINE) == date(2027, 5, 28)
    assert last_working_day(date(2027, 5, 28)) == date(2027, 5, 28)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_last_working_day_is_never_a_weekend_nor_later(day: date) -> None:
    found = last_working_day(day)
    assert not is_weekend(found)
    assert 0 <= (day - found).days <= 2


@pytest.mark.parametrize(
    ("today", "left", "working_day", "only_weekend"),
    [
        (date(2026, 11, 23), 188, date(2027, 5, 28), False),
        (date(2027, 5, 28), 2, date(2027, 5, 28), False),
        (date(2027, 5, 29), 1, None, True),
        (date(2027, 5, 30), 0, None, True),
        (date(2027, 5, 31), -1, None, False),
    ],
)
def test_the_deadline_as_it_looks_from_a_day(
    today: date, left: int, working_day: date | None, only_weekend: bool
) -> None:
    now = DeadlineNow(DEADLINE, today)
    assert (now.days_left, now.working_day, now.only_weekend_left) == (
        left,
        working_day,
        only_weekend,
    )


@pytest.mark.parametrize(
    ("today", "standings"),
    [
        (date(2026, 6, 30), "now now coming coming coming coming"),
        (date(2026, 11, 23), "past now now coming coming coming"),
        (date(2027, 5, 31), "past now past coming coming coming"),
        (date(2027, 6, 1), "past past past now coming coming"),
        (date(2027, 8, 1), "past past past past now coming"),
        (date(2027, 8, 19), "past past past past now coming"),
        (date(2027, 8, 20), "past past past past past coming"),
        (date(2027, 10, 31), "past past past past past now"),
        (date(2027, 11, 1), "past past past past past past"),
    ],
)
def test_which_stage_is_today(today: date, standings: str) -> None:
    pack = contest().pack
    assert [pack.standing(stage, today) for stage in pack.stages] == standings.split()
