"""Until when the law wants an answer, and the deed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.dossier import RequestKind
from contest.rights import answer_by, done_by


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        (date(2027, 5, 24), date(2027, 5, 26)),  # Monday
        (date(2027, 5, 27), date(2027, 5, 31)),  # Thursday: over the weekend
        (date(2027, 5, 28), date(2027, 6, 1)),  # Friday
        (date(2027, 5, 29), date(2027, 6, 1)),  # Saturday
        (date(2027, 5, 30), date(2027, 6, 1)),  # Sunday
        (date(2026, 12, 31), date(2027, 1, 4)),  # over the year
    ],
)
def test_an_answer_within_two_working_days(asked: date, until: date) -> None:
    assert answer_by(asked) == until


@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)))
def test_the_answer_is_due_on_a_working_day_with_one_between(asked: date) -> None:
    until = answer_by(asked)
    after = [asked + timedelta(days=n) for n in range(1, (until - asked).days + 1)]
    assert until.weekday() < 5
    assert sum(day.weekday() < 5 for day in after) == 2


@pytest.mark.parametrize(
    ("kind", "days"), [("correct", 10), ("copy", 10), ("withdraw", 15), ("erase", 20)]
)
def test_the_deed_within_its_days(kind: RequestKind, days: int) -> None:
    assert done_by(kind, date(2027, 2, 20)) == date(2027, 2, 20) + timedelta(days=days)
