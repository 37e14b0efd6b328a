"""Who stands for whom while somebody of the staff is away. Pure, and the one place that decides it.

A member who is away keeps every right; only what would be brought to them goes to their deputy. If
the deputy is away too, it goes to the deputy's; where that leads nowhere, to others of the role.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from contest.calendar import ZONE
from contest.staff import OF_A_UNIT, Member

LONGEST = timedelta(days=92)  # that somebody is away at a time; longer is another role's affair


@dataclass(frozen=True, slots=True)
class Absence:
    """`member` is away from `first` to `last`; `at`: when they said so. `deputy`: maybe none."""

    number: int
    member: int
    first: date
    last: date
    at: datetime
    deputy: int | None = None
    declined: bool = False

    def on(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def since(self) -> datetime:
        """From when on: not before they said so."""
        return max(self.at, datetime.combine(self.first, time.min, ZONE))

    @property
    def stand_in(self) -> int | None:
        return None if self.declined else self.deputy


@dataclass(frozen=True, slots=True)
class StandIn:
    """`deputy` stands for somebody; none: their role does. `since`: when they went."""

    deputy: int | None
    since: datetime


Away = Mapping[int, StandIn]  # by who is away
NOBODY_AWAY: Away = {}


def away_on(absences: Iterable[Absence], staff: Iterable[Member], day: date) -> Away:
    """Who is away on that day. `staff`: who there is; nobody else can stand for anybody."""
    here = {member.number for member in staff}
    on = {a.member: a for a in absences if a.on(day)}
    named = {member: absence.stand_in for member, absence in on.items()}
    return {
        member: StandIn(_at_the_end(member, named, here), absence.since)
        for member, absence in on.items()
        if member in here
    }


def _at_the_end(away: int, named: Mapping[int, int | None], here: set[int]) -> int | None:
    """Along the chain of deputies; a circle leads to nobody."""
    seen = {away}
    deputy = named[away]
    while deputy in here and deputy in named:
        if deputy in seen:
            return None
        seen.add(deputy)
        deputy = named[deputy]
    return deputy if deputy in here else None


def seats(staff: Iterable[Member], away: Away) -> tuple[Member, ...]:
    """The desks at which somebody sits, each with its role and unit, and the number of who sits
    there. Without those who are away and have no deputy; if nobody is left, everybody, away or not:
    a question that nobody hears of would be worse than a day off that is disturbed.
    """
    members = tuple(staff)
    sitting = []
    for member in members:
        gone = away.get(member.number)
        if gone is None:
            sitting.append(member)
        elif gone.deputy is not None:
            sitting.append(replace(member, number=gone.deputy))
    return tuple(sitting) or members


def gone_since(number: int, moment: datetime, away: Away) -> bool:
    """Is this member away, and was that moment before they went? What they do while they are away
    is theirs as ever."""
    gone = away.get(number)
    return gone is not None and moment < gone.since


def stands_for(number: int, away: Away) -> tuple[int, ...]:
    """Those whose desk this member has, beside their own."""
    return tuple(member for member, gone in away.items() if gone.deputy == number)


def may_stand(deputy: Member, member: Member) -> bool:
    """Somebody of the same role, who may see the same, or the head."""
    if deputy.number == member.number:
        return False
    if deputy.role == "head":
        return True
    same_unit = member.role not in OF_A_UNIT or deputy.unit == member.unit
    return deputy.role == member.role and same_unit


def coming(absences: Iterable[Absence], member: int, today: date) -> Sequence[Absence]:
    """What a member has planned, or is in the middle of, in its order."""
    theirs = [a for a in absences if a.member == member and a.last >= today]
    return sorted(theirs, key=lambda a: a.first)
