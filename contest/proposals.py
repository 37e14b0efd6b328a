"""What one member of the staff proposes and another decides: what reaches many people, or changes
what everybody is answered, nobody does alone. Pure.

What was carried out stays: it is the record from which the contest of today is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from contest.calendar import ZONE
from contest.reminding import awake, next_awake
from contest.staff import Member, ProposalKind, Right, may

Json = Any
# waiting: for a second person; approved: is carried out when it is due, and may be taken back until
# then; refused, taken back: is not carried out; done: was carried out
ProposalState = Literal["waiting", "approved", "refused", "back", "done"]
OPEN: tuple[ProposalState, ...] = ("waiting", "approved")
KEEPS_FILES: tuple[ProposalState, ...] = (*OPEN, "done")


class NoLongerFits(ValueError):  # noqa: N818 -- what became of it, not a fault
    """What was done speaks of something that this release of the contest does not have."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may propose and who may decide, and how long the approved may still be taken back.

    `by_day`: what it does wakes people, so it is done only while they are awake.
    """

    proposes: Right
    decides: Right
    undo: timedelta = timedelta()
    by_day: bool = False

    def due(self, approved: datetime) -> datetime:
        """When what is approved at that moment is carried out."""
        due = approved.astimezone(ZONE) + self.undo
        return next_awake(due) if self.by_day else due


RULES: Mapping[ProposalKind, Rule] = {
    "announcement": Rule("announce", "announce_yes", timedelta(minutes=10), by_day=True),
    "fact": Rule("correct", "correct_yes", timedelta(minutes=10)),
    "teaching": Rule("teach", "teach_yes"),
    "extension": Rule("extend", "extend_yes"),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """`by`, `decided_by`: members' numbers. `detail`: what its kind keeps there. `due`: when what
    was approved is carried out."""

    number: int
    kind: ProposalKind
    by: int
    at: datetime
    detail: Mapping[str, Json]
    state: ProposalState = "waiting"
    decided_by: int | None = None
    decided_at: datetime | None = None
    due: datetime | None = None
    done_at: datetime | None = None

    @property
    def files(self) -> set[str]:
        """The sha256 of every file that its detail names, while it is or may be of effect."""
        return set(_files(self.detail)) if self.state in KEEPS_FILES else set()

    @property
    def rule(self) -> Rule:
        return RULES[self.kind]

    def is_due(self, now: datetime) -> bool:
        """Is it to be carried out now? The program may have stood still when it was due."""
        come = self.state == "approved" and self.due is not None and self.due <= now
        return come and (not self.rule.by_day or awake(now.astimezone(ZONE)))

    def who_decides(self, members: Iterable[Member]) -> list[Member]:
        """Who may decide it: never who proposed it."""
        return [member for member in members if self.may_decide(member)]

    def may_decide(self, member: Member | None) -> bool:
        return member is not None and member.number != self.by and may(member, self.rule.decides)

    def may_see(self, member: Member | None) -> bool:
        return may(member, self.rule.proposes) or may(member, self.rule.decides)

    def may_take_back(self, member: Member | None, now: datetime) -> bool:
        """Who proposed it may until it is decided, and both until it is carried out."""
        if member is None:
            return False
        if self.state == "waiting":
            return member.number == self.by
        theirs = member.number in (self.by, self.decided_by)
        return self.state == "approved" and theirs and self.due is not None and now < self.due


def _files(detail: Json) -> Iterator[str]:
    """Wherever a detail holds a file, it is {"sha256": …, "name": …, "type": …, "size": …}."""
    match detail:
        case {"sha256": str(sha256)}:
            yield sha256
        case Mapping():
            for part in detail.values():
                yield from _files(part)
        case list():
            for part in detail:
                yield from _files(part)
