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

from contest.dossier import Returned, State
from contest.model import Closed
from contest.review import Judgement

Json = Any

# admin: gives and ends roles; secretary: receives, reviews, answers; adviser: Sở KH&CN, on
# descriptions and intellectual property; officer: of one commune or agency; head: of the standing
# office; privacy: the contact for personal data
StaffRole = Literal["admin", "secretary", "adviser", "officer", "head", "privacy"]
# desk: has a desk at all; invite: gives and ends roles; people: sees who is staff; audit: reads
# what staff did; digest: is told each working day what there is to do; questions: is brought
# questions and answers them; every_question: sees those of the others too; see_dossiers: sees what
# was handed in; review: judges it, and sees what is personal in it
Right = Literal[
    "desk", "invite", "people", "audit", "digest", "questions", "every_question",
    "see_dossiers", "review",
]  # fmt: skip

RIGHTS: Mapping[StaffRole, frozenset[Right]] = {
    "admin": frozenset({"desk", "invite", "people", "audit", "digest", "questions"}),
    "secretary": frozenset(
        {"desk", "people", "digest", "questions", "every_question", "see_dossiers", "review"}
    ),
    "adviser": frozenset({"desk", "digest", "questions", "see_dossiers"}),
    "officer": frozenset({"desk", "questions", "see_dossiers"}),
    "head": frozenset(
        {
            "desk",
            "people",
            "audit",
            "digest",
            "questions",
            "every_question",
            "see_dossiers",
            "review",
        }
    ),
    "privacy": frozenset({"desk", "audit", "digest"}),
}
OF_A_UNIT: frozenset[StaffRole] = frozenset({"officer"})  # who sees only what comes from their unit
INVITED_FOR = timedelta(minutes=15)
DIGEST_OFF = "off"


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


def may_see(role: StaffRole, unit: str | None, of_dossier: str | None) -> bool:
    """May whoever has that role see what was handed in? `unit`: theirs; `of_dossier`: its own."""
    if "see_dossiers" not in RIGHTS[role]:
        return False
    return role not in OF_A_UNIT or (unit is not None and unit == of_dossier)


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


# of a dossier under review; each names the version of the review that the member has seen


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The member of the turn has it from now on, whoever had it before."""

    dossier: str
    version: int


@dataclass(frozen=True, slots=True)
class Judging:
    """The member who has it judges items of that submission."""

    dossier: str
    version: int
    submission: int
    judged: Mapping[str, Judgement]


@dataclass(frozen=True, slots=True)
class Deciding:
    """The member who has it returns or accepts the dossier, by the messages that go out with this.

    `returned`: with `state` «returned», what and why.
    """

    dossier: str
    version: int
    submission: int
    state: State
    returned: Returned | None = None


OfDossier = Reviewing | Judging | Deciding
OfQuestion = Claiming | GivingBack | HandingOn | Closing | Answering
Act = Inviting | Joining | Naming | DigestAt | Ending | Looking | OfQuestion | OfDossier


@dataclass(frozen=True, slots=True)
class Audited:
    """A line of the audit log. `by`: a member's number; None: somebody at the server."""

    number: int
    at: datetime
    by: int | None
    what: str
    detail: Mapping[str, Json]
    dossier: str | None = None
