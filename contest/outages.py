"""What kept people from us: when the program, its storage or a channel did not work. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

# down: the program did not run (or stood still); storage: nothing could be kept; channel: people
# who come by that one could not be reached
OutageKind = Literal["down", "storage", "channel"]
SILENT = timedelta(minutes=3)  # between two beats of the program: longer, and it was down


@dataclass(frozen=True, slots=True)
class Outage:
    """`channel`: of kind «channel», else empty. `end`: None while it lasts."""

    kind: OutageKind
    channel: str
    begin: datetime
    end: datetime | None = None

    def within(self, since: datetime, until: datetime) -> tuple[datetime, datetime] | None:
        """The part of it from `since` to `until`; None if there is none."""
        begin, end = max(self.begin, since), min(self.end or until, until)
        return (begin, end) if begin < end else None


@dataclass(frozen=True, slots=True)
class Working:
    """Whether a channel works, and since when it has been so; `works` None: nobody knows yet."""

    works: bool | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Beat:
    """What is so at this moment. `failing`: since when nothing could be kept, until now."""

    at: datetime
    channels: Mapping[str, Working]
    failing: datetime | None = None


def missed(last: datetime | None, beat: Beat) -> Outage | None:
    """What happened between the beat before, if there was one, and this one."""
    if last is None or beat.at - last <= SILENT:
        return None
    if beat.failing is not None:
        return Outage("storage", "", max(min(beat.failing, beat.at), last), beat.at)
    return Outage("down", "", last, beat.at)


def changed(still: Iterable[Outage], beat: Beat) -> tuple[list[Outage], list[Outage]]:
    """Of the channels: what has begun, and what is over of those that lasted `still`, ended."""
    lasting = {outage.channel: outage for outage in still if outage.kind == "channel"}
    begun = [
        Outage("channel", name, min(how.since, beat.at))
        for name, how in sorted(beat.channels.items())
        if how.works is False and name not in lasting
    ]
    over = [
        Outage("channel", name, lasting[name].begin, max(how.since, lasting[name].begin))
        for name, how in sorted(beat.channels.items())
        if how.works and name in lasting
    ]
    return begun, over


def lost(outages: Iterable[Outage], since: datetime, until: datetime) -> timedelta:
    """For how long anything did not work from `since` to `until`; what overlaps counts once."""
    total, last = timedelta(), since
    for begin, end in sorted(part for o in outages if (part := o.within(since, until))):
        total += max(end - max(begin, last), timedelta())
        last = max(last, end)
    return total
