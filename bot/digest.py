"""Sends each of the staff their digest, once for each working day, whatever stops and starts."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.channels.port import Doing
from bot.clock import Clock
from bot.contests import Contests
from bot.dossiers import StoredLookUps
from bot.groups import Groups
from bot.others import Others
from contest.calendar import ZONE
from contest.deputies import Away, stands_for
from contest.digest import (
    SEES,
    USUAL_TIME,
    Counts,
    KeptCounts,
    Window,
    digest_time,
    due,
    is_late,
    window,
)
from contest.pack import Pack
from contest.staff import Member, StaffRole
from handlers.staff import digest, digest_words
from handlers.staff.digest_words import Late
from handlers.staff.people import in_place
from storage.port import Storage, Unavailable
from storage.port_groups import Grouped
from storage.port_staff import Staffed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Look(StoredLookUps):
    """What several digests of one look have in common is counted once."""

    known: dict[Window, Counts] = field(default_factory=dict)

    async def counts(self, window: Window) -> Counts:
        if window not in self.known:
            self.known[window] = await self.storage.counts(window)
        return self.known[window]


def _own_too(deputy: Staffed, staffed: Staffed) -> bool:
    """Does the deputy read all of it in their own digest?"""
    sees = SEES[staffed.member.role] <= SEES[deputy.member.role]
    return sees and digest_time(deputy.member) is not None


def _reader(staffed: Staffed, staff: Sequence[Staffed], away: Away) -> Staffed | None:
    """Who reads this member's digest: the deputy of who is away; none: the deputy has it anyhow."""
    gone = away.get(staffed.member.number)
    if gone is None or gone.deputy is None:
        return staffed
    deputy = next(s for s in staff if s.member.number == gone.deputy)
    return None if _own_too(deputy, staffed) else deputy


def _places(staffed: Staffed, to: Staffed, staff: Sequence[Staffed], away: Away) -> list[Member]:
    """For whom it is, beside who reads it."""
    if to is not staffed:
        return [staffed.member]
    theirs = stands_for(to.member.number, away)
    return [s.member for s in staff if s.member.number in theirs and _own_too(to, s)]


class Digests:
    """One of the schedule's chores. `doing`: how the channels that can fail are doing."""

    def __init__(
        self,
        storage: Storage,
        contests: Contests,
        others: Others,
        clock: Clock,
        doing: Mapping[str, Callable[[], Doing]],
        groups: Groups | None = None,
    ) -> None:
        self._storage = storage
        self._contests = contests
        self._others = others
        self._clock = clock
        self._doing = doing
        self._groups = groups
        self._kept: date | None = None  # the day whose counts we know to be kept

    @property
    def _pack(self) -> Pack:
        return self._contests.now.pack

    def _works(self, day: date) -> bool:
        return self._pack.working.is_worked(day)

    async def look(self) -> None:
        """Send what has become due since the last look, by whichever program that was.

        The look is noted at its end: what it did not come to is due at the next one, and what it
        did come to is not sent again.
        """
        now = self._clock().astimezone(ZONE)
        looked = await self._storage.last_look()
        known: dict[Window, Counts] = {}
        staff = await self._storage.staff()
        away = await self._others.away((staffed.member for staffed in staff), now)
        for staffed in staff:
            due_at = due(staffed.member, looked, now, self._works)
            to = None if due_at is None else _reader(staffed, staff, away)
            if due_at is not None and to and to.chat.channel in self._others.channels:
                late = Late(looked and looked.astimezone(ZONE)) if is_late(due_at, now) else None
                look = _Look(self._storage, to.chat, self._doing, known=known)
                places = _places(staffed, to, staff, away)
                await self._send(look, staffed, to, places, late, now)
        for grouped in await self._groups.all() if self._groups else ():
            await self._for_group(grouped, looked, known, now)
        await self._keep(now)
        await self._storage.looked(now)

    async def _for_group(
        self,
        grouped: Grouped,
        looked: datetime | None,
        known: dict[Window, Counts],
        now: datetime,
    ) -> None:
        """At the usual time, as the role's own; of everybody, as the secretaries'. Numbers only."""
        group = grouped.group
        role: StaffRole = group.role or "secretary"
        as_one = Member(-group.number, role, "", group.since or now)
        if self._groups is None or due(as_one, looked, now, self._works) is None:
            return
        try:
            look = _Look(self._storage, grouped.chat, self._doing, known=known)
            made = await digest.made(look, self._pack, role, now)
            if made.worth_sending:
                told = await self._groups.told(
                    grouped.chat, digest_words.told(self._pack, made, None), now
                )
                name = f"digest/{as_one.number}"
                await self._storage.run_once(name, now.date().isoformat(), now, told)
        except Unavailable:
            raise
        except Exception:
            log.exception("digest failed: group=%s", group.number)

    async def _send(
        self,
        look: _Look,
        staffed: Staffed,
        to: Staffed,
        places: Sequence[Member],
        late: Late | None,
        now: datetime,
    ) -> None:
        """Once for each day. A digest that cannot be made holds up nobody else's.

        `to`: who reads it, which may be a deputy; `places`: for whom else it is.
        """
        member = staffed.member
        try:
            made = await digest.made(look, self._pack, member.role, now)
            if made.worth_sending:
                reply = digest_words.told(self._pack, made, late)
                if made.weekly:
                    drawn = await digest.picture(look, self._pack, now)
                    reply = replace(reply, files=(drawn,))
                reply = in_place(reply, places) if places else reply
                # where a channel is paced it is bulk, which is never sent twice
                told = await self._others.to(to.chat, to.lang, reply, now, many=True, theirs=True)
                name = f"digest/{member.number}"
                await self._storage.run_once(name, now.date().isoformat(), now, told)
        except Unavailable:
            raise
        except Exception:
            log.exception("digest failed: member=%s", member.number)

    async def _keep(self, now: datetime) -> None:
        """The counts of a working day, from the usual time on: what later days compare with."""
        today = now.date()
        if self._kept == today or not self._works(today) or now.time() < USUAL_TIME:
            return
        before = await self._storage.kept_counts(today)
        if before is None or before.day != today:
            counts = await self._storage.counts(
                window(now, before.at if before else None, self._works)
            )
            await self._storage.keep_counts(KeptCounts(today, now, counts))
        self._kept = today
