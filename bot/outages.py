"""The program's pulse: once a minute it is written down that it runs and how its channels are, so
that what did not work can be read afterwards.

A task of its own, beside the schedule: what makes the schedule wait must not pass for an outage.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.channels.port import Doing
from bot.clock import Clock
from contest.outages import Beat, Working
from storage.port import Storage, Unavailable

log = logging.getLogger(__name__)

EVERY = 60.0  # seconds


class Pulse:
    """`doing`: how the channels that can fail are doing."""

    def __init__(
        self, storage: Storage, clock: Clock, doing: Mapping[str, Callable[[], Doing]]
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._doing = doing
        self._failing: datetime | None = None  # since when nothing could be kept

    async def watch(self) -> None:
        while True:
            await self.beat()
            await asyncio.sleep(EVERY)

    async def beat(self) -> None:
        now = self._clock()
        channels = {name: _working(doing(), now) for name, doing in self._doing.items()}
        try:
            noted = await self._storage.beat(Beat(now, channels, self._failing))
        except Unavailable as error:
            self._failing = self._failing or now
            log.warning("the pulse cannot be written: %s", error)
            return
        self._failing = None
        for outage in noted:
            log.warning(
                "outage: kind=%s channel=%s begin=%s end=%s",
                outage.kind,
                outage.channel,
                outage.begin,
                outage.end,
            )


def _working(doing: Doing, now: datetime) -> Working:
    works = None if doing.state == "starting" else not doing.stuck
    return Working(works, now - timedelta(seconds=doing.seconds))
