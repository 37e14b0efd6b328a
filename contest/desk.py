"""Questions on the staff's desk: whose they are, and when somebody else has to hear of them. Pure.

A question is brought to one member, then to everybody of the role, then to the head as well, and
from then on once every working day until somebody takes it. A claim without an answer lapses after
a working day. So nobody waits unanswered and unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from contest.deputies import NOBODY_AWAY, Away, gone_since, seats, stands_for
from contest.model import Asked, Closed
from contest.pack import Topic
from contest.staff import Member, StaffRole
from contest.working import Working

ONE, ROLE, HEADS = 1, 2, 3  # levels: who has heard of a question; above: the heads once more
ROLE_AFTER = timedelta(hours=2)  # of working time, from when it was brought to one
TALK = timedelta(hours=2)  # after the last words of either side, the assistant is back
NEXT: tuple[StaffRole, ...] = ("secretary", "head", "admin")  # where nobody has the role


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that came with a question."""

    sha256: str
    name: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Case:
    """A question as it stands on the desk. `version`: what whoever changes it has to have seen.

    `role`, `unit`: whose it is; none: not routed yet. `level`: how many have heard of it (0: nobody
    yet). `moved_at`: when it was last brought to somebody; none: it has to be now. `brought_to`:
    members who have been shown it. `closed`: why, if it was closed without an answer.
    """

    number: int
    asked: Asked
    at: datetime
    lang: str
    waiting: bool = True
    role: StaffRole | None = None
    unit: str | None = None
    level: int = 0
    moved_at: datetime | None = None
    brought_to: tuple[int, ...] = ()
    claimed_by: int | None = None
    claimed_at: datetime | None = None
    closed: Closed | None = None
    version: int = 0
    enclosed: tuple[Enclosed, ...] = ()

    def is_of(self, member: Member) -> bool:
        """Has it been brought to this member, or is it theirs?"""
        return member.number in (*self.brought_to, self.claimed_by)


@dataclass(frozen=True, slots=True)
class Talking:
    """A member of the staff speaks with a person: about which question, and until when at most.

    `spoke_at`: the member, last. `turned_at`: when the person last had a turn with us. `replied`:
    have they written to the member since?
    """

    question: int
    member: int
    spoke_at: datetime
    until: datetime
    turned_at: datetime
    replied: bool = False

    def on(self, now: datetime) -> bool:
        return now < self.until


def routed(topic: Topic | None, unit: str | None = None) -> tuple[StaffRole, str | None]:
    """Whose a question of that topic is, and of which unit. `unit`: where the person is from."""
    role: StaffRole = topic.desk if topic else "secretary"
    if role == "officer":
        return ("officer", unit) if unit else ("secretary", None)
    return role, None


def at_the_desk(
    role: StaffRole, unit: str | None, staff: Iterable[Member]
) -> tuple[StaffRole, tuple[Member, ...]]:
    """Who has the role (of that unit); where nobody does, the next who might know."""
    members = tuple(staff)
    for name in (role, *NEXT):
        found = tuple(
            m for m in members if m.role == name and (name != "officer" or m.unit == unit)
        )
        if found:
            return name, found
    return role, ()


def sitting(
    role: StaffRole, unit: str | None, staff: Sequence[Member], away: Away
) -> tuple[Member, ...]:
    """Who is there for a question of that role: deputies in the place of who is away. If nobody is,
    everybody is, away or not."""
    there = seats(staff, away)
    return there if at_the_desk(role, unit, there)[1] else tuple(staff)


def in_place_of(case: Case, role: StaffRole, member: Member, away: Away) -> tuple[int, ...]:
    """For whom this member is brought a case: who had it before, or has the role it is of.

    `case`: as it was before it was brought; `role`: whose it is now.
    """
    had = (*case.brought_to, case.claimed_by)
    theirs = stands_for(member.number, away)
    return theirs if member.role != role else tuple(m for m in theirs if m in had)


def fewest(members: Sequence[Member], cases: Iterable[Case]) -> Member:
    """The member with the fewest open questions; of several, who joined first."""
    load = {member.number: 0 for member in members}
    for case in cases:
        for number in _bearers(case):
            if number in load:
                load[number] += 1
    return min(members, key=lambda m: (load[m.number], m.number))


def _bearers(case: Case) -> tuple[int, ...]:
    """Who has to do something about it, and nobody else."""
    if case.claimed_by is not None:
        return (case.claimed_by,)
    return case.brought_to if case.level == ONE else ()


def rises_at(case: Case, hours: Working) -> datetime | None:
    """When others have to hear of it, if nothing is done; none: now."""
    if case.claimed_by is not None:
        return hours.after(case.claimed_at or case.at, hours.day)
    if case.moved_at is None or case.level == 0:
        return None
    if case.level == ONE:
        return hours.after(case.moved_at, min(ROLE_AFTER, hours.day))
    if case.level == ROLE:
        return hours.after(case.moved_at, max(hours.day - ROLE_AFTER, ROLE_AFTER))
    return hours.after(case.moved_at, hours.day)


@dataclass(frozen=True, slots=True)
class Bringing:
    """What the desk does next with a question: brings it to these members.

    `version`: of the case that was looked at. What was claimed is claimed no more.
    """

    number: int
    version: int
    role: StaffRole
    unit: str | None
    level: int
    to: tuple[int, ...]


def bringing(
    case: Case,
    staff: Sequence[Member],
    cases: Sequence[Case],
    hours: Working,
    now: datetime,
    away: Away = NOBODY_AWAY,
) -> Bringing | None:
    """To whom a case has to be brought now; none: to nobody, or there is nobody.

    `staff`: who may get it, so without whoever asked. `cases`: all that are open, for who has most.
    What somebody had who went away goes to their deputy, or to one of the role.
    """
    if case.role is None:
        raise ValueError("a case is routed before it is brought")
    there = sitting(case.role, case.unit, staff, away)
    working = {member.number for member in there}
    role, members = _each_once(*at_the_desk(case.role, case.unit, there))
    lost = case.claimed_by is not None and _has_left(case, case.claimed_by, staff, working, away)
    orphan = case.claimed_by is None and not working & set(case.brought_to)
    if not members or not (lost or orphan or _due(case, hours, now)):
        return None
    level = _next_level(replace(case, level=0) if orphan or lost else case)
    told = {member.number for member in members}
    heads = tuple(m for m in there if m.role == "head" and m.number not in told)
    if level == ONE:
        had = (*case.brought_to, case.claimed_by)
        deputies = {gone.deputy for member, gone in away.items() if member in had}
        theirs = tuple(m for m in members if m.number in deputies)
        to: tuple[Member, ...] = (fewest(theirs or members, cases),)
    elif level == ROLE:
        to = members
    else:
        to = (*members, *heads)
    if case.moved_at is None and level == ROLE:  # given back: whoever did that knows of it
        to = _unless_known(case, members) or _unless_known(case, heads) or members
    numbers = tuple(dict.fromkeys(member.number for member in to))
    return Bringing(case.number, case.version, role, case.unit, level, numbers)


def _each_once(
    role: StaffRole, members: tuple[Member, ...]
) -> tuple[StaffRole, tuple[Member, ...]]:
    """Whoever has two desks is one."""
    return role, tuple({member.number: member for member in members}.values())


def _has_left(
    case: Case, number: int, staff: Iterable[Member], working: set[int], away: Away
) -> bool:
    """Is whoever claimed it no member any more, or gone since, so that somebody else is there?"""
    if all(member.number != number for member in staff):
        return True
    return number not in working and gone_since(number, case.claimed_at or case.at, away)


def _unless_known(case: Case, members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(member for member in members if member.number not in case.brought_to)


def others_hear_at(
    to: Bringing, staff: Sequence[Member], hours: Working, now: datetime
) -> datetime | None:
    """When somebody hears of it who has not, if nobody takes what is brought now; none: never."""
    _, members = at_the_desk(to.role, to.unit, staff)
    if {member.number for member in members} - set(to.to):
        return hours.after(now, min(ROLE_AFTER, hours.day))
    if any(member.role == "head" and member.number not in to.to for member in staff):
        return hours.after(now, max(hours.day, 2 * ROLE_AFTER))
    return None


def _due(case: Case, hours: Working, now: datetime) -> bool:
    at = rises_at(case, hours)
    return at is None or at <= now


def _next_level(case: Case) -> int:
    """A claim that lapsed is everybody's, and the heads'."""
    return (
        max(case.level + 1, HEADS) if case.claimed_by is not None and case.level else case.level + 1
    )
