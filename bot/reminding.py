"""Sends the reminders that are due: each once, whatever stops and starts in between."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.channels.port import Channel
from bot.channels.shape import shaped
from bot.clock import Clock
from bot.telling import Teller
from contest.calendar import ZONE
from contest.reminding import awake
from handlers.dossier.reminders import Reminder, reminder
from handlers.turn import Contest
from storage.port import Held, Outgoing, Storage, Told

LOOK_EVERY = timedelta(minutes=10)
ONCE = "once"  # a reminder's name says its day


class Reminders:
    def __init__(
        self,
        storage: Storage,
        channels: Mapping[str, Channel],
        contest: Contest,
        teller: Teller,
        clock: Clock,
        default_lang: str,
    ) -> None:
        self._storage = storage
        self._channels = channels
        self._contest = contest
        self._teller = teller
        self._clock = clock
        self._default_lang = default_lang
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
            due = reminder(self._contest, held.dossier, held.answers, now)
            if due is not None:
                told = await self._told(held, due, now)
                sent += await self._storage.run_once(due.name, ONCE, now, told)
        return sent

    async def _told(self, held: Held, due: Reminder, now: datetime) -> list[Told]:
        """To its owner, and to whoever helps; not to those who only are among its authors."""
        found = []
        for person in await self._storage.participants(held.dossier.code):
            channel = self._channels.get(person.chat.channel)
            if channel is None or person.role == "author":
                continue
            message = await self._teller.told(due.reply, person.lang or self._default_lang)
            bulk = channel.abilities.paced
            parts = shaped(message, channel.abilities)
            found += [Told(person.chat, Outgoing(p.to_json(), now, bulk=bulk)) for p in parts]
        return found
