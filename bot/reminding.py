"""Sends the reminders that are due: each once, whatever stops and starts in between."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clock import Clock
from bot.contests import Contests
from bot.others import Others
from contest.calendar import ZONE
from contest.dossier import Role
from contest.reminding import awake
from handlers.dossier.reminders import reminder
from handlers.turn import Tell
from storage.port import Storage

LOOK_EVERY = timedelta(minutes=10)
REMINDED: tuple[Role, ...] = ("owner", "helper")  # not who is only among the authors
ONCE = "once"  # a reminder's name says its day


class Reminders:
    def __init__(
        self,
        storage: Storage,
        contests: Contests,
        others: Others,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._contests = contests
        self._others = others
        self._clock = clock
        self._looked: datetime | None = None

    async def look(self) -> int:
        """Send what is due; returns how many dossiers were reminded of. Looks now and then."""
        now = self._clock().astimezone(ZONE)
        if not awake(now) or (self._looked and now - self._looked < LOOK_EVERY):
            return 0
        self._looked = now
        sent = 0
        for held in await self._storage.dossiers(
            ("draft", "complete", "submitted", "returned", "resubmitted")
        ):
            async with self._contests.held() as contest:
                due = reminder(contest, held.dossier, held.answers, now)
                if due is not None:
                    tell = Tell(held.dossier.code, REMINDED, due.reply)
                    told = await self._others.told(tell, now, many=True)
                    sent += await self._storage.run_once(due.name, ONCE, now, told)
        return sent
