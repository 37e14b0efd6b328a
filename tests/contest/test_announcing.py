"""Announcements as values, and when what is approved may go out."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.announcing import WHOM, Announcement, Became, Enclosed, Segment, units_of
from contest.calendar import ZONE
from contest.proposals import RULES, Proposal
from contest.reminding import awake, next_awake

moments = st.datetimes(datetime(2026, 11, 1), datetime(2027, 7, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=ZONE)
)
segments = st.builds(
    Segment, st.sampled_from(WHOM), st.text(max_size=5), st.booleans(), st.text(max_size=3)
)
files = st.builds(Enclosed, st.text(max_size=4), st.text(max_size=4), st.text(max_size=4),
                  st.integers(0, 10**7))  # fmt: skip


@given(st.builds(Announcement, segments, st.text(max_size=20), st.none() | files))
def test_an_announcement_is_the_same_after_it_was_kept(made: Announcement) -> None:
    assert Announcement.from_json(json.loads(json.dumps(made.to_json()))) == made


@given(moments)
def test_what_is_approved_waits_ten_minutes_and_for_the_morning(at: datetime) -> None:
    due = RULES["announcement"].due(at)
    assert due >= at + timedelta(minutes=10)
    assert awake(due)
    assert due - at <= timedelta(hours=11, minutes=10)
    if awake(at + timedelta(minutes=10)):
        assert due == at + timedelta(minutes=10)


@given(moments)
def test_the_next_waking_is_now_or_a_morning(at: datetime) -> None:
    then = next_awake(at)
    assert then >= at
    assert awake(then)
    assert then == at or (then.hour, then.minute, then.second) == (7, 0, 0)
    assert next_awake(then) == then


@pytest.mark.parametrize(("hour", "carried"), [(3, False), (6, False), (7, True), (21, False)])
def test_what_the_program_slept_through_is_not_made_up_for_at_night(
    hour: int, carried: bool
) -> None:
    due = datetime(2026, 11, 23, 9, tzinfo=ZONE)
    late = datetime(2026, 11, 24, hour, tzinfo=ZONE)
    proposal = Proposal(1, "announcement", 1, due, {}, "approved", 2, due, due)
    assert proposal.is_due(late) is carried
    assert not proposal.is_due(due - timedelta(seconds=1))
    of_one = Proposal(1, "extension", 1, due, {}, "approved", 2, due, due)
    assert of_one.is_due(late)  # it wakes nobody but who asked for it


def test_letters_are_counted_as_the_messengers_count() -> None:
    assert (units_of("đã"), units_of("🌾"), units_of("\ud83c")) == (2, 2, 1)


def test_it_is_over_when_nobody_waits() -> None:
    assert Became({"sent": 2, "off": 1}).finished
    assert not Became({"sent": 2, "waiting": 1}).finished
    assert Became({"sent": 2, "waiting": 1, "off": 3, "doubt": 1}).not_reached == 4
