"""Whom an outage kept from handing in, until when they get longer, and until when a dossier is
open: the rules themselves."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.advice import Wish, in_order, place_of
from contest.calendar import ZONE
from contest.dossier import STATES, Dossier, Extended, Returned
from contest.ends import is_open, is_over, own_end
from contest.extensions import (
    Cause,
    Extension,
    Fairness,
    Trace,
    closes,
    suggested,
    without_cause,
)
from contest.outages import Beat, Outage, Working, changed, lost, missed
from tests.talk import weekdays

DEADLINE = date(2027, 5, 30)  # a Sunday
RULE = Fairness(DEADLINE, 24, weekdays)
EVENING = datetime(2027, 5, 30, 20, 0, tzinfo=ZONE)
MONDAY = datetime(2027, 5, 31, 9, 0, tzinfo=ZONE)
HOUR = timedelta(hours=1)
DOWN = Outage("down", "", EVENING, EVENING + 2 * HOUR)
AT_IT = Trace("A", channels=frozenset({"telegram"}), acts=(EVENING - HOUR,))


def found(trace: Trace, *outages: Outage, now: datetime = MONDAY) -> list[str]:
    return [c.kind for one in suggested([trace], outages, RULE, now) for c in one.causes]


def test_who_was_at_it_and_met_with_an_outage_is_proposed() -> None:
    (one,) = suggested([AT_IT], [DOWN], RULE, MONDAY)
    assert one.code == "A"
    assert one.last == EVENING - HOUR
    assert one.causes == (Cause("down", EVENING, EVENING + 2 * HOUR),)
    assert one.until == date(2027, 6, 1)  # Monday 11:00, and then a whole working day


@pytest.mark.parametrize(
    ("trace", "outage"),
    [
        (Trace("A", acts=(EVENING - 30 * HOUR,)), DOWN),  # not at it in the last day
        (Trace("A", acts=(MONDAY + 30 * HOUR,)), DOWN),  # and not in the first after it
        (AT_IT, Outage("down", "", EVENING, EVENING + timedelta(minutes=9))),  # too short
        (AT_IT, Outage("channel", "zalo", EVENING, EVENING + 2 * HOUR)),  # not their channel
        (AT_IT, Outage("down", "", MONDAY - 3 * HOUR, MONDAY)),  # after the deadline
        (AT_IT, Outage("down", "", EVENING - 60 * HOUR, EVENING - 30 * HOUR)),  # long before
        (Trace("A", date(2027, 6, 3), acts=AT_IT.acts), DOWN),  # has one that runs
    ],
)
def test_who_was_not_is_not(trace: Trace, outage: Outage) -> None:
    assert found(trace, outage) == []


def test_each_cause_is_named() -> None:
    late = closes(DEADLINE) + HOUR
    trace = Trace(
        "A",
        channels=frozenset({"telegram"}),
        acts=(EVENING,),
        parked=(EVENING,),
        pages=(EVENING + HOUR,),
        uploads=((EVENING + 3 * HOUR, late), (late, late)),
        intents=(late, late + HOUR),
    )
    channel = Outage("channel", "telegram", EVENING + HOUR)  # still
    assert found(trace, channel) == ["parked", "channel", "page", "upload", "intent"]


def test_who_only_says_that_they_want_to_is_listed_and_not_proposed() -> None:
    trace = Trace("A", acts=(MONDAY,), intents=(MONDAY,))
    assert found(trace) == []
    assert without_cause([trace], [], RULE, MONDAY) == [trace]
    assert without_cause([trace], [DOWN], RULE, MONDAY) == []  # said afterwards: they were hit


def test_before_the_deadline_it_counts_from_there() -> None:
    (one,) = suggested([AT_IT], [DOWN], RULE, EVENING + 2 * HOUR)
    assert one.until == date(2027, 6, 1)


def test_the_limit_of_the_rules_holds() -> None:
    rule = Fairness(DEADLINE, 24, weekdays, limit=date(2027, 5, 31))
    (one,) = suggested([AT_IT], [DOWN], rule, EVENING + 2 * HOUR)
    assert one.until == date(2027, 5, 31)
    (one,) = suggested([AT_IT], [DOWN], rule, MONDAY)
    assert one.until is None  # it would have to be after today
    assert not rule.good(date(2027, 6, 1), DEADLINE)
    assert rule.good(date(2027, 5, 31), DEADLINE)


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 600)), max_size=6),
    st.integers(0, 20_000),
)
def test_what_is_proposed_is_always_good_and_a_working_day(
    spans: list[tuple[int, int]], after: int
) -> None:
    start = RULE.since - HOUR
    outages = [
        Outage("down", "", start + timedelta(minutes=a), start + timedelta(minutes=a + b))
        for a, b in spans
    ]
    now = start + timedelta(minutes=after)
    for one in suggested([AT_IT], outages, RULE, now):
        assert one.until is not None
        assert RULE.good(one.until, now.date())
        assert weekdays(one.until)


def test_a_proposal_is_what_was_proposed() -> None:
    wanted = Extension("A", DEADLINE, "Bão", (Cause("down", EVENING, MONDAY, ""),))
    assert Extension.from_json(wanted.to_json()) == wanted


# --- the one place that says until when ----------------------------------------------------------

days = st.integers(-10, 10).map(lambda n: DEADLINE + timedelta(days=n))


@given(
    st.sampled_from(STATES),
    st.none() | days,
    st.none() | st.tuples(st.none() | days),
    days,
)
def test_open_until_the_later_of_its_days(
    state: str, own: date | None, returned: tuple[date | None] | None, today: date
) -> None:
    dossier = Dossier(
        "A",
        state,  # type: ignore[arg-type]
        "owner",
        EVENING,
        EVENING,
        extended=Extended(own, EVENING) if own else None,
        returned=Returned({}, EVENING, returned[0]) if returned else None,
    )
    end = max(DEADLINE, own or DEADLINE)
    assert own_end(dossier, DEADLINE) == end
    assert is_over(dossier, DEADLINE, today) is (today > end)
    back = state == "returned" and returned is not None
    longer = back and (returned[0] is None or today <= returned[0])  # type: ignore[index]
    closed = state in ("accepted", "withdrawn")
    assert is_open(dossier, DEADLINE, today) is (not closed and (today <= end or bool(longer)))


# --- the ledger ----------------------------------------------------------------------------------


def test_three_minutes_are_no_outage_and_a_clock_set_back_is_none_either() -> None:
    beat = Beat(EVENING, {})
    assert missed(None, beat) is None
    assert missed(EVENING - timedelta(minutes=3), beat) is None
    assert missed(EVENING + HOUR, beat) is None
    assert missed(EVENING - HOUR, beat) == Outage("down", "", EVENING - HOUR, EVENING)


def test_what_overlaps_counts_once() -> None:
    outages = [DOWN, Outage("channel", "x", EVENING + HOUR, EVENING + 3 * HOUR)]
    assert lost(outages, EVENING, EVENING + 9 * HOUR) == 3 * HOUR
    assert lost(outages, EVENING + 2.5 * HOUR, EVENING + 9 * HOUR) == 0.5 * HOUR
    assert lost([Outage("channel", "x", EVENING)], EVENING, EVENING + HOUR) == HOUR


@given(
    st.lists(
        st.dictionaries(st.sampled_from("ab"), st.sampled_from((True, False, None)), max_size=2),
        max_size=20,
    )
)
def test_of_a_channel_one_lasts_at_a_time(beats: list[dict[str, bool | None]]) -> None:
    rows: dict[tuple[str, datetime], Outage] = {}
    for minute, states in enumerate(beats):
        at = EVENING + timedelta(minutes=minute)
        beat = Beat(at, {name: Working(how, at) for name, how in states.items()})
        begun, over = changed([o for o in rows.values() if o.end is None], beat)
        rows |= {(o.channel, o.begin): o for o in (*begun, *over)}
        lasting = [o.channel for o in rows.values() if o.end is None]
        assert len(lasting) == len(set(lasting))
        for name, how in states.items():
            if how is not None:
                assert (name in lasting) is (how is False)
    assert all(o.end is None or o.end >= o.begin for o in rows.values())


# --- the queue -----------------------------------------------------------------------------------


def test_the_queue_is_by_end_then_by_who_asked_first() -> None:
    asked = [
        Wish("C", 1, EVENING, "m"),
        Wish("B", 1, EVENING - HOUR, "m", extended=date(2027, 6, 5)),
        Wish("A", 1, EVENING - HOUR, "m", "taken"),
        Wish("D", 1, EVENING - 9 * HOUR, "m", "given"),
    ]
    queue = in_order(asked, DEADLINE, DEADLINE)
    assert [wish.code for wish in queue] == ["A", "C", "B"]
    assert place_of("B", queue) == 3
    assert place_of("D", queue) is None
    assert [w.code for w in in_order(asked, DEADLINE, MONDAY.date())] == ["B"]


def test_the_last_second_counts() -> None:
    assert closes(DEADLINE) == datetime.combine(date(2027, 5, 31), time.min, ZONE)
