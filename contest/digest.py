"""The morning's digest: what a member of the staff has to do, before what there is. Pure.

It is made of counts, as of a moment and since the digest before it; of nobody's words or names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, get_args

from contest.staff import DIGEST_OFF, Member, StaffRole, may

# new chats; questions asked, answered, waiting (by kind; `outside` was promised no answer),
# waiting longer than a working day, and the hours of the longest wait; dossiers by state, handed in
# for the first time, returned and late; communes and wards with a dossier; requests about personal
# data that wait, that are due before the next digest, late, and past the day of their answer;
# messages set aside, given up, in doubt; minutes in which something did not work; dossiers that
# wait for advice
Count = Literal[
    "chats",
    "asked", "answered", "human", "unanswered", "refused", "wrong", "outside",
    "waiting", "waiting_long", "longest_wait",
    "draft", "complete", "submitted", "returned", "resubmitted", "accepted", "withdrawn",
    "handed_in", "returned_late", "communes",
    "requests", "requests_due", "requests_late", "requests_unanswered",
    "parked", "undelivered", "in_doubt", "outage", "advice",
]  # fmt: skip
COUNTS: tuple[Count, ...] = get_args(Count)
Counts = Mapping[Count, int | None]  # None: it could not be counted

Part = Literal["requests", "questions", "dossiers", "delivery", "advice"]
SEES: Mapping[StaffRole, frozenset[Part]] = {
    "admin": frozenset({"questions", "dossiers", "delivery"}),
    "secretary": frozenset({"requests", "questions", "dossiers", "delivery", "advice"}),
    "adviser": frozenset({"questions", "dossiers", "advice"}),
    "officer": frozenset(),  # what comes from their commune: no digest tells it yet
    "head": frozenset({"requests", "questions", "dossiers", "delivery", "advice"}),
    "privacy": frozenset({"requests"}),
}

NEAR = 14  # days before the deadline from which a complete dossier that waits is urgent
MOST_NEEDS = 3

# --- when ----------------------------------------------------------------------------------------

TIMES = ("06:30", "07:00", "07:30", "08:00", "13:30", "16:30")
USUAL = "07:30"
USUAL_TIME = time.fromisoformat(USUAL)
LATE_AFTER = timedelta(minutes=10)
LATEST = time(20, 0)  # what is late by then is not worth an evening


Works = Callable[[date], bool]  # is it a working day?


def before(day: date, works: Works) -> date:
    """The last working day before it."""
    day -= timedelta(days=1)
    while not works(day):
        day -= timedelta(days=1)
    return day


def following(day: date, works: Works) -> date:
    """The first working day after it."""
    day += timedelta(days=1)
    while not works(day):
        day += timedelta(days=1)
    return day


def digest_time(member: Member) -> time | None:
    """When on a working day; None: never."""
    if not may(member, "digest") or member.digest_at == DIGEST_OFF:
        return None
    return time.fromisoformat(member.digest_at or USUAL)


def due(member: Member, looked: datetime | None, now: datetime, works: Works) -> datetime | None:
    """The moment of today since the last look at which they wanted it; None: there is none.

    `now` in the contest's time zone. Who joined after that moment, or moved it into the past, waits
    for the next working day; so does everybody when the day is nearly over.
    """
    wanted = digest_time(member)
    if wanted is None or not works(now.date()) or now.time() >= LATEST:
        return None
    at = now.replace(hour=wanted.hour, minute=wanted.minute, second=0, microsecond=0)
    if at > now or member.since > at or (looked is not None and at <= looked):
        return None
    return at


def is_late(due_at: datetime, now: datetime) -> bool:
    return now - due_at > LATE_AFTER


def every_day(_: date) -> bool:
    return True


def weekly(role: StaffRole, day: date, works: Works = every_day) -> bool:
    """The head's on the first working day of a week looks back a week."""
    earlier = (day - timedelta(days=n) for n in range(1, day.weekday() + 1))
    return role == "head" and works(day) and not any(works(before) for before in earlier)


# --- what is counted -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Window:
    """As of `at`, and since then. A question asked before `long_before` waits too long; a request
    is due if a date of its falls on `at`'s day or up to `due_until`."""

    at: datetime
    since: datetime
    long_before: datetime
    due_until: date

    @property
    def today(self) -> date:
        return self.at.date()


def window(at: datetime, since: datetime | None, works: Works) -> Window:
    """`at` in the contest's time zone. Without `since`: of the last 24 hours."""
    today = at.date()
    day_before = at - (today - before(today, works))
    due_until = following(today, works) - timedelta(days=1)
    return Window(at, since or at - timedelta(days=1), day_before, due_until)


@dataclass(frozen=True, slots=True)
class KeptCounts:
    """The counts of a day, as they were first made on it. One for each day."""

    day: date
    at: datetime
    counts: Counts


def compared_with(role: StaffRole, today: date, works: Works = every_day) -> date:
    """The latest day whose counts today's are compared with."""
    return today - timedelta(days=7 if weekly(role, today, works) else 1)


@dataclass(frozen=True, slots=True)
class Pressing:
    """One thing that waits, for the list behind a button: nothing about a person.

    `name`: a request's or question's number, a dossier's code, a channel. `kind`: the kind of
    request or question, the dossier's state; for a channel which count its `n` messages are in.
    """

    name: str
    kind: str
    since: datetime
    until: date | None = None
    n: int = 1


# --- what comes first ----------------------------------------------------------------------------

Need = Literal[
    "request_late", "request_due", "request_unanswered", "questions_long", "complete_near",
    "channel_down", "parked", "undelivered", "outage", "returned_late", "requests", "questions",
    "advice", "review", "complete",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """What the needs are found in. `days_left`: to the deadline. `down`: channel -> seconds."""

    counts: Counts
    days_left: int
    down: Mapping[str, float]

    def sum(self, *names: Count) -> int:
        return sum(self.counts.get(name) or 0 for name in names)


def _near(now: Standing) -> int:
    return now.sum("complete") if 0 <= now.days_left <= NEAR else 0


def _not_near(now: Standing) -> int:
    return now.sum("complete") if now.days_left > NEAR else 0


# the most urgent first: what the law dates, then people who wait, then what may be lost
RANKED: tuple[tuple[Need, Part, Callable[[Standing], int]], ...] = (
    ("request_late", "requests", lambda now: now.sum("requests_late")),
    ("request_due", "requests", lambda now: now.sum("requests_due")),
    ("request_unanswered", "requests", lambda now: now.sum("requests_unanswered")),
    ("questions_long", "questions", lambda now: now.sum("waiting_long")),
    ("complete_near", "dossiers", _near),
    ("channel_down", "delivery", lambda now: len(now.down)),
    ("parked", "delivery", lambda now: now.sum("parked")),
    ("undelivered", "delivery", lambda now: now.sum("undelivered", "in_doubt")),
    ("outage", "delivery", lambda now: now.sum("outage")),
    ("returned_late", "dossiers", lambda now: now.sum("returned_late")),
    ("requests", "requests", lambda now: now.sum("requests")),
    ("questions", "questions", lambda now: now.sum("waiting")),
    ("advice", "advice", lambda now: now.sum("advice") if now.days_left >= 0 else 0),
    ("review", "dossiers", lambda now: now.sum("submitted", "resubmitted")),
    ("complete", "dossiers", _not_near),
)


@dataclass(frozen=True, slots=True)
class Needed:
    need: Need
    part: Part
    n: int


def needs(now: Standing, parts: frozenset[Part]) -> tuple[Needed, ...]:
    """The things that most need a person, at most three. Of what leads to the same list, one."""
    found: list[Needed] = []
    for need, part, count in RANKED:
        n = count(now) if part in parts else 0
        if n and all(LEADS_TO[other.need] != LEADS_TO[need] for other in found):
            found.append(Needed(need, part, n))
    return tuple(found[:MOST_NEEDS])


# the lists behind the buttons
List = Literal["requests", "questions", "complete", "delivery", "returned", "review", "advice"]
LISTS: Mapping[List, Part] = {
    "requests": "requests",
    "questions": "questions",
    "complete": "dossiers",
    "delivery": "delivery",
    "returned": "dossiers",
    "review": "dossiers",
    "advice": "advice",
}
LEADS_TO: Mapping[Need, List] = {
    "request_late": "requests",
    "request_due": "requests",
    "request_unanswered": "requests",
    "questions_long": "questions",
    "complete_near": "complete",
    "channel_down": "delivery",
    "parked": "delivery",
    "undelivered": "delivery",
    "outage": "delivery",
    "returned_late": "returned",
    "requests": "requests",
    "questions": "questions",
    "advice": "advice",
    "review": "review",
    "complete": "complete",
}


@dataclass(frozen=True, slots=True)
class Digest:
    """What a role is told. `before`: the counts it is compared with, if any are kept."""

    role: StaffRole
    at: datetime
    counts: Counts
    before: KeptCounts | None
    needs: tuple[Needed, ...]
    down: Mapping[str, float]
    weekly: bool = False

    @property
    def parts(self) -> frozenset[Part]:
        return SEES[self.role]

    @property
    def sure(self) -> bool:
        """Is nothing urgent that could not be counted?"""
        return None not in self.counts.values()

    def change(self, name: Count) -> int | None:
        """Since the counts it is compared with; None: nobody knows."""
        now = self.counts.get(name)
        then = self.before.counts.get(name) if self.before else None
        return None if now is None or then is None else now - then

    @property
    def worth_sending(self) -> bool:
        """Who sees nothing but requests is left alone on a day without any."""
        return self.parts != {"requests"} or self.counts.get("requests") != 0


def digest(
    role: StaffRole,
    at: datetime,
    counts: Counts,
    before: KeptCounts | None,
    days_left: int,
    down: Mapping[str, float],
    works: Works = every_day,
) -> Digest:
    found = needs(Standing(counts, days_left, down), SEES[role])
    return Digest(role, at, counts, before, found, down, weekly(role, at.date(), works))


# --- the chart -----------------------------------------------------------------------------------

WEEKS = 8


@dataclass(frozen=True, slots=True)
class Charted:
    """By week: dossiers opened, and handed in for the first time; by field (empty: none chosen):
    those being made, and those handed in. None: it could not be counted."""

    opened: tuple[int, ...] | None
    handed_in: tuple[int, ...] | None
    fields: Mapping[str, tuple[int, int]] | None


def weeks_to(at: datetime) -> tuple[datetime, ...]:
    """The Mondays, 0:00, on which the last weeks began, the oldest first; and the end of this one.

    `at` in the contest's time zone.
    """
    monday = at.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=at.weekday())
    return tuple(monday + timedelta(weeks=n) for n in range(1 - WEEKS, 2))
