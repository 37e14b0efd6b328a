"""Who works for the contest, and what each role may do. Pure.

The Plan gives the work to the standing office (III.1: receives, reviews, reports), Sở KH&CN (III.2:
advises), and the communes and agencies (III.4: tell people, help, report).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from contest.advice import OfWish
from contest.dossier import Returned, State
from contest.model import Closed
from contest.review import Judgement
from contest.roles import GRANTED as GRANTED
from contest.roles import OF_A_UNIT as OF_A_UNIT
from contest.roles import RIGHTS as RIGHTS
from contest.roles import ProposalKind as ProposalKind
from contest.roles import Right as Right
from contest.roles import StaffRole as StaffRole

Json = Any

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


# of the units' reports, and of who stands for whom


@dataclass(frozen=True, slots=True)
class SendingReport:
    """The unit of the member of the turn reports, or corrects what it reported. What was said
    before is kept. `body`: as `contest.reporting.UnitReport.body` gives it."""

    period: str
    body: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Reminding:
    """Who has not reported for that period is reminded: once a day."""

    period: str
    day: date
    n: int


@dataclass(frozen=True, slots=True)
class GoingAway:
    """The member of the turn is away on these days, and `deputy` has their desk; none: their role.
    It takes the place of what they had planned for any of these days."""

    first: date
    last: date
    deputy: int | None = None


@dataclass(frozen=True, slots=True)
class ComingBack:
    """The member of the turn is not away after all, or not any more."""

    absence: int


@dataclass(frozen=True, slots=True)
class Declining:
    """The member of the turn cannot stand for somebody: their role has their desk."""

    absence: int


OfWork = SendingReport | Reminding | GoingAway | ComingBack | Declining
OfQuestion = Claiming | GivingBack | HandingOn | Closing | Answering


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


# of exports and of the lists after the deadline


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of ours left the house. `rows`: without headings; `personal`: with data of people;
    `unit`: only what comes from there; `dossier`: it is of this one alone."""

    what: str
    format: str
    rows: int
    personal: bool
    unit: str | None = None
    dossier: str | None = None


@dataclass(frozen=True, slots=True)
class GroupNaming:
    """A new jury group; or another name for the one of that number."""

    name: str
    group: int | None = None


@dataclass(frozen=True, slots=True)
class GroupEnding:
    """A jury group is no more; its fields are of no group."""

    group: int


@dataclass(frozen=True, slots=True)
class FieldGrouping:
    """A field is judged by this group, and by no other any more; none: by no group."""

    field: str
    group: int | None


@dataclass(frozen=True, slots=True)
class Shortlisting:
    """An accepted dossier is chosen for the national contest; `chosen` false: no more."""

    dossier: str
    chosen: bool


OfLists = Exported | GroupNaming | GroupEnding | FieldGrouping | Shortlisting

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
class DecidingDossier:
    """The member who has it returns or accepts the dossier, by the messages that go out with this.

    `returned`: with `state` «returned», what and why.
    """

    dossier: str
    version: int
    submission: int
    state: State
    returned: Returned | None = None


OfDossier = Reviewing | Judging | DecidingDossier
OfGaps = LeavingOut
OfGroups = InvitingGroup | EndingGroup
OfProposal = Proposing | Deciding | TakingBack
OfMember = Inviting | Naming | DigestAt | Ending | Looking
OfOffice = OfLists | OfGaps | OfGroups | OfWork | OfMember
Act = Joining | OfOffice | OfQuestion | OfProposal | OfWish | OfDossier


@dataclass(frozen=True, slots=True)
class Audited:
    """A line of the audit log. `by`: a member's number; None: somebody at the server."""

    number: int
    at: datetime
    by: int | None
    what: str
    detail: Mapping[str, Json]
    dossier: str | None = None
