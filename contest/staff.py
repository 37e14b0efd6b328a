"""Who works for the contest, and what each role may do. Pure.

The Plan gives the work to the standing office (III.1: receives, reviews, reports), Sở KH&CN (III.2:
advises), and the communes and agencies (III.4: tell people, help, report).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from contest.model import Closed

Json = Any

# admin: gives and ends roles; secretary: receives, reviews, answers; adviser: Sở KH&CN, on
# descriptions and intellectual property; officer: of one commune or agency; head: of the standing
# office; privacy: the contact for personal data
StaffRole = Literal["admin", "secretary", "adviser", "officer", "head", "privacy"]
# desk: has a desk at all; invite: gives and ends roles; people: sees who is staff; audit: reads
# what staff did; digest: is told each working day what there is to do; questions: is brought
# questions and answers them; every_question: sees those of the others too; proposals: sees what
# waits for a second person, of the kinds that they may propose (announce: a message to many;
# correct: a fact; teach: how questions are understood; extend: somebody's own deadline) or decide;
# groups: ties groups of staff to a role
Right = Literal[
    "desk",
    "invite",
    "people",
    "audit",
    "digest",
    "questions",
    "every_question",
    "proposals",
    "announce",
    "announce_yes",
    "correct",
    "correct_yes",
    "teach",
    "teach_yes",
    "extend",
    "extend_yes",
    "groups",
]

RIGHTS: Mapping[StaffRole, frozenset[Right]] = {
    "admin": frozenset({"desk", "invite", "people", "audit", "digest", "questions", "groups"}),
    "secretary": frozenset(
        {
            *("desk", "people", "digest", "questions", "every_question", "proposals"),
            *("announce", "announce_yes", "correct", "correct_yes", "teach", "teach_yes"),
            "extend",
        }
    ),
    "adviser": frozenset({"desk", "digest", "questions", "proposals", "teach", "teach_yes"}),
    "officer": frozenset({"desk", "questions"}),
    "head": frozenset(
        {
            *("desk", "people", "audit", "digest", "questions", "every_question", "proposals"),
            *("announce", "announce_yes", "correct", "correct_yes", "teach", "teach_yes"),
            "extend_yes",
        }
    ),
    "privacy": frozenset({"desk", "audit", "digest"}),
}
OF_A_UNIT: frozenset[StaffRole] = frozenset({"officer"})  # who sees only what comes from their unit
INVITED_FOR = timedelta(minutes=15)
DIGEST_OFF = "off"
# what a second person decides: see `contest.proposals`
ProposalKind = Literal["announcement", "fact", "teaching", "extension"]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the staff. `number` is the same for good, and names them in the audit log.

    `name`: what colleagues see; people outside never do. `unit`: of the roles in OF_A_UNIT.
    `digest_at`: when the digest comes, «07:30», or DIGEST_OFF; None: they have not chosen.
    """

    number: int
    role: StaffRole
    name: str
    since: datetime
    unit: str | None = None
    digest_at: str | None = None


def may(member: Member | None, right: Right) -> bool:
    return member is not None and right in RIGHTS[member.role]


@dataclass(frozen=True, slots=True)
class StaffInvitation:
    """A code that makes one person one of the staff, once. `by`: a member; None: at the server."""

    role: StaffRole
    until: datetime
    unit: str | None = None
    by: int | None = None
    used: bool = False

    def good(self, now: datetime) -> bool:
        return not self.used and now < self.until


def token_of(code: str) -> str:
    """What is kept of an invitation's code."""
    return hashlib.sha256(code.encode()).hexdigest()


# --- what staff do, each in the audit log --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Inviting:
    """`token`: the sha256 of the code; who reads it in the database cannot use it."""

    token: str
    role: StaffRole
    until: datetime
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """The chat of the turn becomes staff by an invitation. Whoever it was before, it is no more."""

    token: str


@dataclass(frozen=True, slots=True)
class Naming:
    """The member of the turn chooses the name that colleagues see."""

    name: str


@dataclass(frozen=True, slots=True)
class Ending:
    """A member's role ends."""

    member: int


@dataclass(frozen=True, slots=True)
class DigestAt:
    """The member of the turn chooses when the digest comes: «07:30», or DIGEST_OFF."""

    time: str


@dataclass(frozen=True, slots=True)
class Looking:
    """Something was looked at that is not everybody's to see."""

    what: str
    dossier: str | None = None


# of a question; each names the version of it that the member has seen


@dataclass(frozen=True, slots=True)
class Claiming:
    """The member of the turn takes it: nobody else answers it from now on."""

    question: int
    version: int


@dataclass(frozen=True, slots=True)
class GivingBack:
    """The member of the turn will not answer it after all; everybody of the role hears of it."""

    question: int
    version: int


@dataclass(frozen=True, slots=True)
class HandingOn:
    """It is another role's business."""

    question: int
    version: int
    role: StaffRole


@dataclass(frozen=True, slots=True)
class Closing:
    """It gets no answer, and the person is told why."""

    question: int
    version: int
    why: Closed


@dataclass(frozen=True, slots=True)
class Answering:
    """It is answered, by the message that goes out with this. Until `talk_until` the person's own
    words go to the member who answered."""

    question: int
    version: int
    talk_until: datetime


# of groups of staff


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """A chat of several staff, where a channel has such: told that something waits, and nothing of
    anybody. `role`: whose things; None: everybody's. `by`: the member who made its code; `until`:
    so long the code is good; `since`: when the group was tied; None: not yet."""

    number: int
    role: StaffRole | None
    by: int
    until: datetime
    since: datetime | None = None

    def good(self, now: datetime) -> bool:
        return self.since is None and now < self.until


@dataclass(frozen=True, slots=True)
class InvitingGroup:
    """`token`: of the code, as with `Inviting`."""

    token: str
    role: StaffRole | None
    until: datetime


@dataclass(frozen=True, slots=True)
class EndingGroup:
    """It is told nothing any more."""

    group: int


# of questions that found no good answer


@dataclass(frozen=True, slots=True)
class LeavingOut:
    """Nothing of these questions has to go into the questions and answers."""

    questions: tuple[int, ...]


# of a proposal


@dataclass(frozen=True, slots=True)
class Proposing:
    """The member of the turn proposes something; `detail` is its kind's own."""

    kind: ProposalKind
    detail: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Deciding:
    """A second person approves it, to be carried out when it is `due`; or refuses it: no `due`."""

    proposal: int
    due: datetime | None


@dataclass(frozen=True, slots=True)
class TakingBack:
    """It is not to be carried out after all, by one of the two who wanted it."""

    proposal: int


OfQuestion = Claiming | GivingBack | HandingOn | Closing | Answering
OfGaps = LeavingOut
OfGroups = InvitingGroup | EndingGroup
OfProposal = Proposing | Deciding | TakingBack
OfOthers = OfQuestion | OfProposal | OfGaps | OfGroups
Act = Inviting | Joining | Naming | DigestAt | Ending | Looking | OfOthers


@dataclass(frozen=True, slots=True)
class Audited:
    """A line of the audit log. `by`: a member's number; None: somebody at the server."""

    number: int
    at: datetime
    by: int | None
    what: str
    detail: Mapping[str, Json]
    dossier: str | None = None
