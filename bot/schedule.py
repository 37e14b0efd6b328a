"""What happens by the clock: rows with a unique name and day, so that each happens once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta

from bot.clock import Clock
from storage.files import LocalFiles
from storage.port import Ages, Storage, Unavailable

log = logging.getLogger(__name__)

LOOK_EVERY = 60.0  # seconds
NOBODYS_AFTER = timedelta(days=1)  # a file is written before it is known whose it is
TOO_OLD = 120.0  # seconds that anything may wait before it is an alarm


class Schedule:
    """Looks once a minute: is anything stuck, and is anything due?"""

    def __init__(
        self,
        storage: Storage,
        files: LocalFiles,
        ages: Callable[[], Awaitable[Ages]],
        clock: Clock,
        keep: timedelta,
        keep_dossiers: date | None,
        remind: Callable[[], Awaitable[int]],
        chores: Sequence[Callable[[], Awaitable[None]]] = (),
    ) -> None:
        """`chores`: what else is to be done each minute; more may be added to it."""
        self._storage = storage
        self._files = files
        self._ages = ages
        self._clock = clock
        self._keep = keep
        self._keep_dossiers = keep_dossiers  # the last day on which they are kept
        self._remind = remind
        self._chores = chores

    async def watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                await self.look()
            except Unavailable as error:
                log.warning("cannot look at the schedule: %s", error)

    async def look(self) -> None:
        now = self._clock()
        alarm(await self._ages())
        await self._remind()
        for chore in self._chores:
            await chore()
        if await self._storage.run_once("forget", now.date().isoformat(), now):
            if self._keep_dossiers and now.date() > self._keep_dossiers:
                log.info("dossiers forgotten: %d", await self._storage.forget_dossiers())
            rows = await self._storage.forget(now - self._keep)
            known = await self._storage.known_files()
            files = await self._files.drop_unknown(known, now - NOBODYS_AFTER)
            files += await self._files.partials.drop_stale(now)
            log.info("forgotten after %s: %d rows, %d files", self._keep, rows, files)


def alarm(ages: Ages) -> None:
    """A sender that died silently leaves the process up: only the age of what waits shows it."""
    if ages.oldest_undone > TOO_OLD:
        log.error("unanswered for %.0f s: %d messages", ages.oldest_undone, ages.undone)
    if ages.oldest_unsent > TOO_OLD:
        log.error("unsent for %.0f s: %d messages", ages.oldest_unsent, ages.unsent)
