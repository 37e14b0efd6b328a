"""Who was kept from handing in, and until when they should get longer. Pure; people decide.

The rule: of the dossiers that are not handed in, those whose people were at it in the last hours
before the deadline or as many after it (or said at any time that they still want to), and who met
with one of these: an outage of ten minutes or more that concerned them, a message of theirs that
was set aside, or a file whose sending began in time and ended too late; or who say that they still
want to, while a page for their file was left unused. Proposed is the first working day after the
time that was lost, counted from the deadline, or from now if that is later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from contest.calendar import ZONE
from contest.digest import following
from contest.dossier import State
from contest.outages import Outage, lost

# the kinds of outages; upload: begun in time, here too late; parked: a message was set aside;
# page: a page for a file that could not come by the chat, not used; intent: «I still want to»
CauseKind = Literal["down", "storage", "channel", "upload", "parked", "page", "intent"]
LEAST = timedelta(minutes=10)  # of an outage, to count
LONGEST_REASON = 500  # letters


@dataclass(frozen=True, slots=True)
class Trace:
    """What is known of a dossier that is not handed in, around the deadline.

    `acts`: when its owner and helpers wrote or sent something; `parked`: of these, what was set
    aside; `pages`: until when unused upload pages of it were open; `uploads`: when files that came
    too late were begun, and were here.
    """

    code: str
    extended: date | None = None
    channels: frozenset[str] = frozenset()
    acts: tuple[datetime, ...] = ()
    parked: tuple[datetime, ...] = ()
    pages: tuple[datetime, ...] = ()
    uploads: tuple[tuple[datetime, datetime], ...] = ()
    intents: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    kind: CauseKind
    begin: datetime
    end: datetime
    channel: str = ""

    def to_json(self) -> list[str]:
        return [self.kind, self.begin.isoformat(), self.end.isoformat(), self.channel]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> Cause:
        kind, begin, end, channel = data
        return cls(kind, datetime.fromisoformat(begin), datetime.fromisoformat(end), channel)


@dataclass(frozen=True, slots=True)
class Suggested:
    """`last`: when its people were last there before the deadline. `until` None: the limit of the
    rules is over, so that nothing can be proposed."""

    code: str
    causes: tuple[Cause, ...]
    last: datetime | None
    until: date | None


def closes(deadline: date) -> datetime:
    """The first moment that is too late."""
    return datetime.combine(deadline + timedelta(days=1), time.min, ZONE)


@dataclass(frozen=True, slots=True)
class Fairness:
    """What the rule needs beside the facts. `hours`: before the deadline that are looked at.
    `limit`: the last day the contest's rules allow, if they say one."""

    deadline: date
    hours: int
    works: Callable[[date], bool]
    limit: date | None = None

    @property
    def since(self) -> datetime:
        return closes(self.deadline) - timedelta(hours=self.hours)

    def until(self, gone: timedelta, now: datetime) -> date | None:
        """`gone`: the time that was lost; `now` in the contest's time zone."""
        start = max(closes(self.deadline) - timedelta(seconds=1), now) + gone
        day = following(start.astimezone(ZONE).date(), self.works)
        if self.limit is not None:
            day = min(day, self.limit)
        return day if day > now.astimezone(ZONE).date() and day > self.deadline else None

    def good(self, until: date, today: date) -> bool:
        """May this day be proposed? After today, after the deadline, within the limit."""
        within = self.limit is None or until <= self.limit
        return until > today and until > self.deadline and within


def suggested(
    traces: Iterable[Trace], outages: Sequence[Outage], rule: Fairness, now: datetime
) -> list[Suggested]:
    """The extensions that should be looked at, by code. Nobody who has one that still runs."""
    found = []
    for trace in sorted(traces, key=lambda trace: trace.code):
        if trace.extended and trace.extended >= now.astimezone(ZONE).date():
            continue
        if causes := _causes(trace, outages, rule, now):
            end = closes(rule.deadline)
            gone = lost([_as_outage(cause) for cause in causes], rule.since, max(now, end))
            last = max((act for act in trace.acts if act < end), default=None)
            found.append(Suggested(trace.code, causes, last, rule.until(gone, now)))
    return found


def without_cause(
    traces: Iterable[Trace], outages: Sequence[Outage], rule: Fairness, now: datetime
) -> list[Trace]:
    """Who says that they still want to hand in, and nothing is known that kept them."""
    asked = [trace for trace in traces if trace.intents and not trace.extended]
    return [trace for trace in asked if not _causes(trace, outages, rule, now)]


def _causes(
    trace: Trace, outages: Sequence[Outage], rule: Fairness, now: datetime
) -> tuple[Cause, ...]:
    since, end = rule.since, min(closes(rule.deadline), now)
    found = [
        Cause("upload", begun, here)
        for begun, here in trace.uploads
        if begun < closes(rule.deadline) <= here
    ]
    found += [Cause("parked", at, at) for at in trace.parked if since <= at < end]
    after = closes(rule.deadline) + timedelta(hours=rule.hours)  # what they sent may come late
    if trace.intents or any(since <= act < after for act in trace.acts):
        for outage in outages:
            part = outage.within(since, end)
            if part and part[1] - part[0] >= LEAST and _concerns(outage, trace):
                found.append(Cause(outage.kind, *part, outage.channel))
    if trace.intents:
        found += [Cause("page", at, at) for at in trace.pages if since <= at]
    if found:
        found += [Cause("intent", at, at) for at in trace.intents[:1]]
    return tuple(sorted(found, key=lambda cause: (cause.begin, cause.kind)))


def _concerns(outage: Outage, trace: Trace) -> bool:
    return outage.kind != "channel" or outage.channel in trace.channels


def _as_outage(cause: Cause) -> Outage:
    kind = cause.kind if cause.kind in ("down", "storage", "channel") else "down"
    return Outage(kind, "", cause.begin, cause.end)


# --- a proposal of this kind ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Extension:
    """What is proposed: for which dossier, until which day, and why. `reason`: in the words of who
    proposes it; `causes`: what the ledger says."""

    code: str
    until: date
    reason: str = ""
    causes: tuple[Cause, ...] = ()

    def holds(self, state: State, now: datetime) -> bool:
        """Does it change anything, if it is carried out now?"""
        return state != "accepted" and self.until >= now.astimezone(ZONE).date()

    def to_json(self) -> dict[str, Any]:
        evidence = [cause.to_json() for cause in self.causes]
        until = self.until.isoformat()
        return {"code": self.code, "until": until, "reason": self.reason, "evidence": evidence}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Extension:
        causes = tuple(Cause.from_json(cause) for cause in data["evidence"])
        return cls(data["code"], date.fromisoformat(data["until"]), data["reason"], causes)
