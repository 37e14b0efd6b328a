"""Tells everybody who was given an answer that is no longer so: each once, and never at night.

It is read from the record: which corrections hold, since when, and up to which of them people were
told. However often it is looked at, and whatever stops in between, one transaction tells them all.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.clock import Clock
from bot.contests import Contests
from bot.dossiers import StoredLookUps
from bot.facts import NOBODY, ONCE, done
from bot.others import Others
from contest.amending import today
from contest.calendar import ZONE
from contest.proposals import Proposal
from contest.reminding import awake
from dialog.event import ChatRef
from handlers import of_pack
from handlers.recall import Difference, difference, recall
from handlers.said import DOSSIER, bare_turn
from handlers.staff.corrections import ids_of
from handlers.turn import Turn
from storage.port import Pending, Storage, Told, Unavailable
from storage.port_given import GivenTo

log = logging.getLogger(__name__)

BREATH = 50  # people between whom others are answered


class Recalls:
    """One of the schedule's chores."""

    def __init__(
        self,
        storage: Storage,
        contests: Contests,
        others: Others,
        clock: Clock,
        saved: Callable[[ChatRef, Pending | None], None],
    ) -> None:
        """`saved` is told of each chat there is something to send to."""
        self._storage = storage
        self._contests = contests
        self._others = others
        self._clock = clock
        self._saved = saved
        self._told: int | None = None  # corrections of which people were told, if we know

    async def look(self) -> None:
        now = self._clock().astimezone(ZONE)
        if not awake(now):
            return
        try:
            await self._look(now)
        except Unavailable as error:  # the schedule will come back to it
            log.warning("cannot look at what was corrected: %s", error)

    async def _look(self, now: datetime) -> None:
        corrections = await done(self._storage)
        if self._told is None:
            self._told = await self._told_before(len(corrections))
        if self._told == len(corrections):
            return
        told = await self._messages(corrections, self._told, now)
        if await self._storage.run_once(_name(len(corrections)), ONCE, now, told):
            log.info("told that an answer has changed: messages=%d", len(told))
            for chat in {one.chat for one in told}:
                self._saved(chat, None)
        self._told = len(corrections)

    async def _told_before(self, most: int) -> int:
        for number in range(most, 0, -1):
            if await self._storage.has_run(_name(number), ONCE):
                return number
        return 0

    async def _messages(
        self, corrections: Sequence[Proposal], told: int, now: datetime
    ) -> list[Told]:
        """To everybody by what held when they were given it; nobody is told what has changed again
        since."""
        turns = self._turns(corrections, told, now)
        ids = [name for one in corrections[told:] for name in ids_of(one.detail)]
        differences = [await difference(turn, turns[-1], ids) for turn in turns[:-1]]
        names = {name for diff in differences for name in diff.names}
        found: list[Told] = []
        for number, somebody in enumerate(await self._storage.given_to(sorted(names))):
            if number % BREATH == 0:  # thousands take a second, and others wait to be answered
                await asyncio.sleep(0)
            since, given = _held_when(somebody, corrections, told)
            if since >= len(corrections):
                continue
            found += await self._to(somebody, differences[since - told], given, now)
        return found

    async def _to(
        self, somebody: GivenTo, diff: Difference, given: Sequence[str], now: datetime
    ) -> list[Told]:
        reply = recall(diff, given)
        if reply is None:
            return []
        return await self._others.to(somebody.chat, somebody.lang, reply, now, many=True)

    def _turns(self, corrections: Sequence[Proposal], told: int, now: datetime) -> list[Turn]:
        """Bare turns of the contest as it was after so many corrections: from `told` to all."""
        contest = self._contests.now
        shipped = contest.shipped or contest.pack
        look_up = StoredLookUps(self._storage, NOBODY)
        found = []
        for number in range(told, len(corrections) + 1):
            pack, _ = today(shipped, [one.detail for one in corrections[:number]])
            found.append(bare_turn(of_pack(contest, pack), look_up, now))
        return found


def _held_when(
    somebody: GivenTo, corrections: Sequence[Proposal], told: int
) -> tuple[int, list[str]]:
    """After how many corrections they were first given one of these that may be old by now, and
    which these are, the latest first."""
    since = len(corrections)
    given: list[str] = []
    latest = sorted(somebody.topics.items(), key=lambda one: one[1], reverse=True)
    for name, at in latest:
        # who works on a dossier has known the old deadline, whatever they did in it since
        held = told if name == DOSSIER else max(told, _number_at(corrections, at))
        if held < len(corrections):
            since, given = min(since, held), [*given, name]
    return since, given


def _number_at(corrections: Sequence[Proposal], at: datetime) -> int:
    """How many of them held then."""
    return sum(one.done_at is not None and one.done_at < at for one in corrections)


def _name(number: int) -> str:
    return f"recall/{number}"
