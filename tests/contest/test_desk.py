"""Whose a question is, and who has to hear of it when: by table, and whatever happens to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.calendar import ZONE
from contest.desk import HEADS, ONE, ROLE, Case, bringing, fewest, others_hear_at, rises_at, routed
from contest.model import Asked
from contest.staff import Member, StaffRole
from tests.talk import contest

PACK = contest().pack
HOURS = PACK.working
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=ZONE)
FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=ZONE)
BEFORE_TET = datetime(2027, 2, 3, 16, 0, tzinfo=ZONE)  # a Wednesday; work goes on on the 11th


def member(number: int, role: StaffRole = "secretary", unit: str | None = None) -> Member:
    return Member(number, role, "", MONDAY, unit)


def a_case(**more: object) -> Case:
    case = Case(1, Asked("human", "Máy nặng thì sao?"), MONDAY, "vi", role="secretary")
    return replace(case, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("topic", "unit", "whose"),
    [
        (None, None, ("secretary", None)),
        ("thanh_phan_hs", "chi-lang", ("secretary", None)),
        ("noi_nop", None, ("secretary", None)),
        ("tieu_chi", None, ("secretary", None)),
        ("quyen_tac_gia", None, ("adviser", None)),
        ("sang_che", "chi-lang", ("adviser", None)),
        ("vi_pham", None, ("adviser", None)),
        ("bi_an_cap", None, ("adviser", None)),
        ("ai_ho_tro", "chi-lang", ("officer", "chi-lang")),
        ("ai_ho_tro", None, ("secretary", None)),
    ],
)
def test_whose_a_question_is_stands_in_the_pack(
    topic: str | None, unit: str | None, whose: tuple[str, str | None]
) -> None:
    assert routed(PACK.topics[topic] if topic else None, unit) == whose


def test_the_member_with_the_fewest_open_gets_it() -> None:
    one, two, three = member(1), member(2), member(3)
    load = [
        a_case(level=ONE, brought_to=(1,)),
        a_case(level=ROLE, brought_to=(2, 3)),  # everybody's, so nobody's burden
        a_case(level=ROLE, brought_to=(1, 2, 3), claimed_by=2),
    ]
    assert fewest([one, two, three], load) == three
    assert fewest([two, one], load) == one  # as many: who joined first
    assert fewest([two], load) == two


@pytest.mark.parametrize(
    ("staff", "to"),
    [
        ([member(1), member(2), member(3, "head")], (1,)),
        ([member(3, "head"), member(4, "adviser"), member(5, "admin")], (3,)),
        ([member(4, "adviser"), member(5, "admin")], (5,)),
        ([member(4, "adviser"), member(6, "privacy")], None),
        ([], None),
    ],
)
def test_where_nobody_has_the_role_the_next_is_asked(
    staff: list[Member], to: tuple[int, ...] | None
) -> None:
    found = bringing(a_case(), staff, [], HOURS, MONDAY)
    assert (found.to if found else None) == to


def test_an_officer_is_asked_of_their_own_commune_only() -> None:
    staff = [member(1, "officer", "bac-son"), member(2, "officer", "chi-lang"), member(3)]
    here = a_case(role="officer", unit="chi-lang")
    found = bringing(here, staff, [], HOURS, MONDAY)
    assert found is not None
    assert (found.role, found.to) == ("officer", (2,))
    elsewhere = bringing(replace(here, unit="loc-binh"), staff, [], HOURS, MONDAY)
    assert elsewhere is not None
    assert (elsewhere.role, elsewhere.to) == ("secretary", (3,))


STAFF = [member(1), member(2), member(3, "head"), member(4, "adviser")]


@pytest.mark.parametrize(
    ("begin", "role_hears", "heads_hear"),
    [
        (MONDAY, "2026-11-16 11:00", "2026-11-17 09:00"),
        (FRIDAY, "2026-11-23 08:30", "2026-11-23 16:00"),
        (BEFORE_TET, "2027-02-11 08:30", "2027-02-11 16:00"),
    ],
)
def test_it_rises_by_the_working_clock_over_the_weekend_and_tet(
    begin: datetime, role_hears: str, heads_hear: str
) -> None:
    case = a_case(level=ONE, moved_at=begin, brought_to=(1,))
    told: dict[str, tuple[int, ...]] = {}
    now = begin
    while len(told) < 3:
        now += timedelta(minutes=10)
        if found := bringing(case, STAFF, [case], HOURS, now):
            told[f"{now:%Y-%m-%d %H:%M}"] = found.to
            case = replace(case, level=found.level, moved_at=now, brought_to=found.to)
    *_, last = told
    assert list(told)[:2] == [role_hears, heads_hear]
    assert list(told.values()) == [(1, 2), (1, 2, 3), (1, 2, 3)]
    passed = HOURS.between(begin, datetime.fromisoformat(last).replace(tzinfo=ZONE))
    assert passed == 2 * HOURS.day  # and so on, once a working day


def test_a_claim_without_an_answer_lapses_after_a_working_day() -> None:
    case = a_case(level=ONE, moved_at=FRIDAY, brought_to=(1,), claimed_by=1, claimed_at=FRIDAY)
    due = rises_at(case, HOURS)
    assert due == datetime(2026, 11, 23, 16, 0, tzinfo=ZONE)
    assert bringing(case, STAFF, [case], HOURS, due - timedelta(minutes=1)) is None
    found = bringing(case, STAFF, [case], HOURS, due)
    assert found is not None
    assert (found.level, found.to) == (HEADS, (1, 2, 3))


@pytest.mark.parametrize(
    ("staff", "to"),
    [
        (STAFF, (2,)),
        ([member(1), member(3, "head")], (3,)),
        ([member(1), member(4, "adviser")], (1,)),
    ],
)
def test_what_is_given_back_is_the_others_at_once(staff: list[Member], to: tuple[int, ...]) -> None:
    case = a_case(level=ONE, moved_at=None, brought_to=(1,))
    found = bringing(case, staff, [case], HOURS, MONDAY)
    assert found is not None
    assert (found.level, found.to) == (ROLE, to)


@pytest.mark.parametrize("claimed", [None, 9])
def test_what_was_with_somebody_who_works_here_no_more_begins_anew(claimed: int | None) -> None:
    case = a_case(level=ROLE, moved_at=MONDAY, brought_to=(9,), claimed_by=claimed)
    found = bringing(case, STAFF, [case], HOURS, MONDAY)
    assert found is not None
    assert (found.level, found.to) == (ONE, (1,))


@pytest.mark.parametrize(
    ("staff", "hears"),
    [
        (STAFF, timedelta(hours=2)),
        ([member(1), member(3, "head")], timedelta(days=1)),
        ([member(1), member(4, "adviser")], None),
    ],
)
def test_what_is_promised_is_what_the_rules_do(
    staff: list[Member], hears: timedelta | None
) -> None:
    case = a_case()
    found = bringing(case, staff, [], HOURS, MONDAY)
    assert found is not None
    promised = others_hear_at(found, staff, HOURS, MONDAY)
    assert promised == (MONDAY + hears if hears is not None else None)
    heard, now = set(found.to), MONDAY
    case = replace(case, level=found.level, moved_at=MONDAY, brought_to=found.to)
    while heard == set(found.to) and now < MONDAY + timedelta(days=3):
        now += timedelta(minutes=10)
        if more := bringing(case, staff, [case], HOURS, now):
            heard |= set(more.to)
            case = replace(case, level=more.level, moved_at=now, brought_to=more.to)
    assert (now if heard != set(found.to) else None) == promised


CASES = st.builds(
    a_case,
    level=st.integers(0, 6),
    moved_at=st.none() | st.just(MONDAY),
    brought_to=st.sets(st.integers(1, 5)).map(lambda found: tuple(sorted(found))),
    claimed_by=st.none() | st.integers(1, 5),
    claimed_at=st.just(MONDAY),
    role=st.sampled_from(("secretary", "adviser", "officer", "head", "admin")),
)
TEAM = st.lists(
    st.sampled_from(("secretary", "adviser", "head", "admin", "privacy")), max_size=4
).map(lambda roles: [member(n, role) for n, role in enumerate(roles, 1)])


@given(CASES, TEAM)
def test_nobody_waits_unseen_for_more_than_a_working_day(case: Case, team: list[Member]) -> None:
    """Whatever became of it: if anybody could take it, somebody hears of it within a day."""
    later = HOURS.after(MONDAY, HOURS.day)
    found = bringing(case, team, [case], HOURS, later)
    able = any(m.role in (case.role, "secretary", "head", "admin") for m in team)
    assert bool(found) == able
    if found is not None:
        assert found.to
        assert len(set(found.to)) == len(found.to)
        assert set(found.to) <= {m.number for m in team if m.role != "privacy"}
        # and after that it is not brought again at once
        after = replace(
            case, level=found.level, moved_at=later, brought_to=found.to, claimed_by=None
        )
        assert bringing(after, team, [after], HOURS, later) is None
