"""A dossier's life: its states, what may happen in each of them, and what is known of it.

             complete            submit             accept
draft  <------------->  complete ------> submitted --------> accepted
  ^          change                       |    ^ resubmit       |
  | take up                        return v    |                | return
withdrawn  <-- withdraw, from any --  returned -> resubmitted <-+
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, get_args

from contest.advice import Dropped, Wished

State = Literal[
    "draft", "complete", "submitted", "returned", "resubmitted", "accepted", "withdrawn"
]
Act = Literal["complete", "change", "submit", "return", "accept", "withdraw", "take_up"]
Role = Literal["owner", "helper", "author"]
Way = Literal["chat", "voice", "paper"]  # how somebody has agreed
InvitationKind = Literal["claim", "author"]
RequestKind = Literal["correct", "withdraw", "erase", "copy"]

STATES: tuple[State, ...] = get_args(State)
# What was handed in once stays handed in while it is being changed: only a new submission
# replaces it. So «change» leaves those states alone.
MOVES: Mapping[State, Mapping[Act, State]] = {
    "draft": {"complete": "complete", "change": "draft", "withdraw": "withdrawn"},
    "complete": {
        "complete": "complete",
        "change": "draft",
        "submit": "submitted",
        "withdraw": "withdrawn",
    },
    "submitted": {
        "complete": "submitted",
        "change": "submitted",
        "submit": "resubmitted",
        "return": "returned",
        "accept": "accepted",
        "withdraw": "withdrawn",
    },
    "returned": {
        "complete": "returned",
        "change": "returned",
        "submit": "resubmitted",
        "accept": "accepted",
        "withdraw": "withdrawn",
    },
    "resubmitted": {
        "complete": "resubmitted",
        "change": "resubmitted",
        "submit": "resubmitted",
        "return": "returned",
        "accept": "accepted",
        "withdraw": "withdrawn",
    },
    "accepted": {"return": "returned", "withdraw": "withdrawn"},
    "withdrawn": {"take_up": "draft"},
}
HANDED_IN: frozenset[State] = frozenset(("submitted", "returned", "resubmitted", "accepted"))


def after(state: State, act: Act) -> State | None:
    """The state that an act leads to; None if it may not happen there."""
    return MOVES[state].get(act)


@dataclass(frozen=True, slots=True)
class Submission:
    """One handing-in. `digest` is the sha256 of all that was handed in; `token` opens its page."""

    number: int
    at: datetime
    token: str
    digest: str
    done: int  # items that were there
    of: int  # items that belong to such a dossier
    changes: str  # fingerprint of the answers as they were


@dataclass(frozen=True, slots=True)
class Returned:
    """What the office wants corrected: item -> reason in its own words; until when all of it, if it
    said so.

    By item: `ready`, the ready-made reason (`contest.review.READY`), beside which words may be
    empty; `dates`, its own day; `files`, those of it that are to be replaced; `marks`, what it said
    when it was judged. `by`: the member who returned it; None: somebody at the server.
    """

    items: Mapping[str, str]
    at: datetime
    until: date | None = None
    ready: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Extended:
    """A deadline of its own: its last day, and when it was given. See `contest.ends`."""

    until: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of a dossier beside its answers, as one of its people sees it."""

    code: str
    state: State
    role: Role
    opened_at: datetime
    changed_at: datetime
    helped: bool = False  # a helper opened it, and its owner has not taken it over
    reminders: bool = True
    submissions: tuple[Submission, ...] = ()  # the newest last
    returned: Returned | None = None
    agreed: Mapping[str, bool] = field(default_factory=dict)  # author row -> yes or no, by chat
    author: str | None = None  # the author row this person is, if they came by its invitation
    unit: str | None = None  # the commune or ward it comes from, by id, as far as is known
    extended: Extended | None = None
    advised: bool = False  # the office has given advice on it

    @property
    def wanted(self) -> Mapping[str, str]:
        """What the office wants corrected now, and why: item -> reason. Also what of it was not
        replaced when the dossier was handed in again."""
        asked = self.returned if self.state in ("returned", "resubmitted") else None
        return asked.items if asked else {}

    @property
    def to_replace(self) -> frozenset[str]:
        """The files that were returned: the first that come instead take their place."""
        if not self.wanted or self.returned is None:
            return frozenset()
        return frozenset(sha256 for files in self.returned.files.values() for sha256 in files)

    @property
    def submission(self) -> Submission | None:
        return self.submissions[-1] if self.submissions else None


# --- what a conversation may do to dossiers -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opened:
    """A new dossier, of this chat: as its owner, or as a helper of somebody."""

    code: str
    helped: bool = False
    unit: str | None = None  # the home commune of this chat, if it is known


@dataclass(frozen=True, slots=True)
class MovedTo:
    code: str
    state: State


@dataclass(frozen=True, slots=True)
class Located:
    """Its answers say which unit it comes from."""

    code: str
    unit: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The answers as they stand in this turn become a submission. `still`: what was returned and is
    handed in as it was: its people are asked for it as before."""

    code: str
    state: State
    token: str
    digest: str
    done: int
    of: int
    changes: str
    still: Returned | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """A code with which the owner takes a dossier over, or an author agrees. Earlier ones of the
    same purpose lose their force."""

    code: str
    invitation: str
    kind: InvitationKind
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """This chat used an invitation. A claim ends the helpers' access."""

    code: str
    invitation: str
    role: Role
    author: str | None = None
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class Consented:
    """Somebody said yes or no to one purpose. `version` names the text they were shown."""

    purpose: str
    version: str
    given: bool
    way: Way = "chat"
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Requested:
    """A right that somebody uses, and until when the law wants an answer and the deed."""

    kind: RequestKind
    text: str
    answer_by: date
    done_by: date
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Reminding:
    code: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that happened to a dossier and that staff may have to judge: plain values only."""

    code: str
    what: str
    detail: Mapping[str, Any] = field(default_factory=dict)


OwnDeed = (
    Opened | MovedTo | Located | HandedIn | Invited | Joined
    | Consented | Requested | Reminding | Noted
)  # fmt: skip
Deed = OwnDeed | Wished | Dropped


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation's code opens."""

    invitation: str
    kind: InvitationKind
    code: str  # of the dossier
    author: str | None
    open: bool  # neither used nor replaced


@dataclass(frozen=True, slots=True)
class Consent:
    purpose: str
    version: str
    given: bool
    way: Way
    at: datetime
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the staff see it."""

    number: int
    kind: RequestKind
    text: str
    at: datetime
    answer_by: date
    done_by: date
    code: str | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReceiptFact:
    """What a stranger may know of a receipt: nothing about people."""

    code: str
    number: int
    items_done: int
    items_all: int
    at: datetime
    replaced: bool = False  # by a newer one
    withdrawn: bool = False  # the dossier was


@dataclass(frozen=True, slots=True)
class Note:
    """A line of a dossier's history. `by`: as what they acted; None: the staff, or the program."""

    at: datetime
    what: str
    detail: Mapping[str, Any]
    by: Role | None = None
