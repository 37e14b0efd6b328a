"""Who stands for whom; and whoever is away, a question is on somebody's desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.calendar import ZONE
from contest.deputies import (
    Absence,
    StandIn,
    away_on,
    coming,
    gone_since,
    may_stand,
    seats,
    stands_for,
)
from contest.desk import ONE, ROLE, Case, at_the_desk, bringing, in_place_of, sitting
from contest.model import Asked
from contest.staff import Member, StaffRole
from contest.typed_days import read_days
from tests.talk import contest

HOURS = contest().pack.working
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=ZONE)
TODAY = MONDAY.date()
A, B, C = 1, 2, 3


def member(number: int, role: StaffRole = "secretary", unit: str | None = None) -> Member:
    return Member(number, role, "", MONDAY, unit)


def absent(who: int, deputy: int | None = None, **more: object) -> Absence:
    one = Absence(who, who, TODAY, TODAY, MONDAY - timedelta(days=1), deputy)
    return replace(one, **more)  # type: ignore[arg-type]


THREE = [member(A), member(B), member(C)]


def deputies(*absences: Absence, staff: list[Member] = THREE) -> dict[int, int | None]:
    return {n: gone.deputy for n, gone in away_on(absences, staff, TODAY).items()}


@pytest.mark.parametrize(
    ("absences", "found"),
    [
        ([], {}),
        ([absent(A, B)], {A: B}),
        ([absent(A)], {A: None}),
        ([absent(A, B, declined=True)], {A: None}),
        ([absent(A, B), absent(B, C)], {A: C, B: C}),  # a chain
        ([absent(A, B), absent(B)], {A: None, B: None}),
        ([absent(A, B), absent(B, A)], {A: None, B: None}),  # a circle
        ([absent(A, B), absent(B, C), absent(C, B)], {A: None, B: None, C: None}),
        ([absent(A, 9)], {A: None}),  # whose role has ended
        ([absent(A, 9), absent(9, B)], {A: None}),
        ([absent(A, B, first=TODAY + timedelta(days=1), last=TODAY + timedelta(days=1))], {}),
        ([absent(A, B, first=TODAY - timedelta(days=3))], {A: B}),
    ],
)
def test_who_stands_for_whom(absences: list[Absence], found: dict[int, int | None]) -> None:
    assert deputies(*absences) == found


def test_a_deputy_sits_at_two_desks() -> None:
    staff = [member(A, "officer", "xa-a"), member(B, "head"), member(C)]
    away = away_on([absent(A, B)], staff, TODAY)
    there = seats(staff, away)
    assert [(m.number, m.role, m.unit) for m in there] == [
        (B, "officer", "xa-a"), (B, "head", None), (C, "secretary", None),
    ]  # fmt: skip
    assert stands_for(B, away) == (A,)


@pytest.mark.parametrize(
    ("deputy", "may"),
    [
        (member(A), False),
        (member(B), True),
        (member(B, "head"), True),
        (member(B, "adviser"), False),
        (member(B, "admin"), False),
    ],
)
def test_who_may_stand_for_a_secretary(deputy: Member, may: bool) -> None:
    assert may_stand(deputy, member(A)) is may


def test_an_officer_stands_only_for_their_own_unit() -> None:
    here, there = member(A, "officer", "xa-a"), member(B, "officer", "xa-b")
    assert not may_stand(there, here)
    assert may_stand(replace(there, unit="xa-a"), here)


def test_from_when_somebody_is_gone() -> None:
    later = absent(A, B, at=MONDAY)  # said at nine, of the same day
    away = away_on([later], THREE, TODAY)
    assert away[A] == StandIn(B, MONDAY)
    assert gone_since(A, MONDAY - timedelta(minutes=1), away)
    assert not gone_since(A, MONDAY + timedelta(minutes=1), away)
    assert not gone_since(B, MONDAY, away)
    planned = away_on([absent(A, B)], THREE, TODAY)
    assert planned[A].since == datetime(2026, 11, 16, tzinfo=ZONE)


def test_what_is_coming_is_in_its_order() -> None:
    far = absent(A, first=TODAY + timedelta(days=9), last=TODAY + timedelta(days=9), number=7)
    over = absent(A, last=TODAY - timedelta(days=1), first=TODAY - timedelta(days=2))
    assert [a.number for a in coming([far, over, absent(B), absent(A)], A, TODAY)] == [A, 7]


# --- the desk ------------------------------------------------------------------------------------


def a_case(**more: object) -> Case:
    case = Case(1, Asked("human", "Máy nặng thì sao?"), MONDAY, "vi", role="secretary")
    return replace(case, **more)  # type: ignore[arg-type]


def brought(
    case: Case, staff: list[Member], *absences: Absence, now: datetime = MONDAY
) -> tuple[int, ...] | None:
    away = away_on(absences, staff, now.date())
    to = bringing(case, staff, [], HOURS, now, away)
    return to.to if to else None


TEAM = [member(A), member(B), member(C, "head")]


def test_a_new_question_goes_to_who_is_there() -> None:
    assert brought(a_case(), TEAM) == (A,)
    assert brought(a_case(), TEAM, absent(A)) == (B,)
    assert brought(a_case(), TEAM, absent(A, C), absent(B, C)) == (C,)
    assert brought(a_case(), TEAM, absent(A), absent(B), absent(C)) == (A,)  # nobody at all


def test_what_they_had_goes_to_the_deputy() -> None:
    had = a_case(level=ONE, moved_at=MONDAY, brought_to=(A,))
    assert brought(had, TEAM) is None
    assert brought(had, TEAM, absent(A, C)) == (C,)  # though the other secretary has less to do
    held = replace(had, claimed_by=A, claimed_at=MONDAY - timedelta(days=2))
    assert brought(held, TEAM, absent(A, C)) == (C,)
    assert brought(held, TEAM, absent(A)) == (B,)


def test_what_they_take_while_they_are_away_is_theirs() -> None:
    held = a_case(level=ONE, moved_at=MONDAY, brought_to=(A,), claimed_by=A, claimed_at=MONDAY)
    assert brought(held, TEAM, absent(A, C), now=MONDAY + timedelta(hours=1)) is None


def test_a_deputy_is_told_for_whom() -> None:
    away = away_on([absent(A, C)], TEAM, TODAY)
    assert in_place_of(a_case(), "secretary", TEAM[2], away) == (A,)
    same = away_on([absent(A, B)], TEAM, TODAY)
    assert in_place_of(a_case(), "secretary", TEAM[1], same) == ()  # it is theirs as well
    had = a_case(brought_to=(A,))
    assert in_place_of(had, "secretary", TEAM[1], same) == (A,)


ROLES: tuple[StaffRole, ...] = ("admin", "secretary", "adviser", "officer", "head", "privacy")
NUMBERS = st.integers(1, 6)
members = st.lists(
    st.builds(member, NUMBERS, st.sampled_from(ROLES), st.sampled_from(("xa-a", "xa-b"))),
    max_size=6,
    unique_by=lambda m: m.number,
)
absences_ = st.lists(
    st.builds(absent, NUMBERS, st.one_of(st.none(), NUMBERS), declined=st.booleans()),
    max_size=6,
    unique_by=lambda a: a.member,
)
cases = st.builds(
    a_case,
    role=st.sampled_from(("secretary", "adviser", "officer", "head")),
    unit=st.sampled_from((None, "xa-a")),
    level=st.integers(0, 3),
    brought_to=st.lists(NUMBERS, max_size=3, unique=True).map(tuple),
    claimed_by=st.one_of(st.none(), NUMBERS),
    moved_at=st.sampled_from((None, MONDAY)),
    claimed_at=st.just(MONDAY - timedelta(hours=2)),
)


@given(members, absences_, cases)
def test_whoever_is_away_a_question_is_on_somebodys_desk(
    staff: list[Member], absences: list[Absence], case: Case
) -> None:
    """Either somebody who is there has it, or it is brought to somebody now, if there is anybody
    at all who would get it with everybody at work; and then it is not brought again at once."""
    away = away_on(absences, staff, TODAY)
    there = {m.number for m in sitting(case.role or "secretary", case.unit, staff, away)}
    anybody = at_the_desk(case.role or "secretary", case.unit, staff)[1]
    to = bringing(case, staff, [case], HOURS, MONDAY, away)
    if to is None:
        holder = case.claimed_by
        active = holder is not None and not gone_since(holder, case.claimed_at or MONDAY, away)
        has = active or bool(there & {*case.brought_to, *((holder,) if holder else ())})
        assert has or not anybody
        return
    assert to.to
    assert set(to.to) <= there
    assert len(set(to.to)) == len(to.to)
    after = replace(
        case,
        claimed_by=None,
        claimed_at=None,
        level=to.level,
        moved_at=MONDAY,
        brought_to=tuple({*case.brought_to, *to.to}),
    )
    assert bringing(after, staff, [after], HOURS, MONDAY, away) is None


@given(members, absences_)
def test_nobody_who_is_away_stands_for_anybody(
    staff: list[Member], absences: list[Absence]
) -> None:
    away = away_on(absences, staff, TODAY)
    here = {m.number for m in staff}
    for number, gone in away.items():
        assert gone.deputy != number
        assert gone.deputy is None or (gone.deputy in here and gone.deputy not in away)


def test_at_the_level_of_the_role_the_away_are_left_out() -> None:
    known = a_case(level=ONE, moved_at=MONDAY - timedelta(days=3), brought_to=(B,))
    to = bringing(known, [*THREE], [], HOURS, MONDAY, away_on([absent(A, B)], THREE, TODAY))
    assert to is not None
    assert (to.level, to.to) == (ROLE, (B, C))


# --- days as they are typed ----------------------------------------------------------------------

THURSDAY = date(2026, 12, 17)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("hôm nay", ("2026-12-17", "2026-12-17")),
        ("mai", ("2026-12-18", "2026-12-18")),
        ("cả tuần", ("2026-12-17", "2026-12-20")),
        ("tuần sau", ("2026-12-21", "2026-12-27")),
        ("3 ngày", ("2026-12-17", "2026-12-19")),
        ("20/12", ("2026-12-20", "2026-12-20")),
        ("ngày 20/12", ("2026-12-20", "2026-12-20")),
        ("20-25/12", ("2026-12-20", "2026-12-25")),
        ("từ 20/12 đến 3/1", ("2026-12-20", "2027-01-03")),
        ("20/12 - 25/12/2026", ("2026-12-20", "2026-12-25")),
        ("5/1", ("2027-01-05", "2027-01-05")),
        ("hôm qua", None),
        ("16/12", None),  # yesterday, and the next is a year away
        ("16/12/2026", None),
        ("25/12 đến 20/12", None),
        ("31/2", None),
        ("20", None),
        ("0 ngày", None),
        ("khi nào rảnh", None),
    ],
)
def test_days_as_they_are_typed(typed: str, days: tuple[str, str] | None) -> None:
    wanted = tuple(map(date.fromisoformat, days)) if days else None
    assert read_days(typed, THURSDAY) == wanted


@given(st.text(alphabet="0123456789/-. đếnmaituầh", max_size=20), st.dates())
def test_whatever_is_typed_is_days_to_come_or_none(typed: str, today: date) -> None:
    if today.year < 9998 and (found := read_days(typed, today)):
        assert today <= found[0] <= found[1]
