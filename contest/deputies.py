"""Who stands for whom while somebody of the staff is away. Pure, and the one place that decides it.

A member who is away keeps every right; only what would be brought to them goes to their deputy. If
the deputy is away too, it goes to the deputy's; where that leads nowhere, to the others of the role.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contest.staff import OF_A_UNIT, Member

LONGEST = timedelta(days=92)  # that somebody is away at a time; longer is another role's affair


@dataclass(frozen=True, slots=True)
class Absence:
    """`member` is away from `first` to `last`. `deputy`: none was named, or the one who declined."""

    number: int
    member: int
    first: date
    last: date
    deputy: int | None = None
    declined: bool = False

    def on(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def stand_in(self) -> int | None:
        return None if self.declined else self.deputy


StandIns = Mapping[int, int | None]  # who is away -> who stands for them; none: their role


def stand_ins(absences: Iterable[Absence], staff: Iterable[Member], day: date) -> StandIns:
    """Of that day. `staff`: who there is; nobody else can stand for anybody."""
    here = {member.number for member in staff}
    named = {a.member: a.stand_in for a in absences if a.on(day)}
    return {away: _at_the_end(away, named, here) for away in named if away in here}


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


def seats(staff: Iterable[Member], away: StandIns) -> tuple[Member, ...]:
    """The desks at which somebody sits, each with its role and unit, and the number of who sits
    there. Without those who are away and have no deputy; if nobody is left, everybody, away or not:
    a question that nobody hears of would be worse than a day off that is disturbed.
    """
    members = tuple(staff)
    sitting = [
        member if member.number not in away else replace(member, number=stand_in)
        for member in members
        if (stand_in := away.get(member.number, member.number)) is not None
    ]
    return tuple(sitting) or members


def stands_for(number: int, away: StandIns) -> tuple[int, ...]:
    """Those whose desk this member has, beside their own."""
    return tuple(member for member, deputy in away.items() if deputy == number)


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
