"""getUpdates."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.telegram.clock import Clock
from tests.telegram.errors import OTHER_POLLER, Refused, conflict
from tests.telegram.updates import Updates
from tests.telegram.wire import Call

LONGEST = 50  # seconds of a long poll
STRETCHED = 3  # seconds a short poll lasts that repeats the last one
AT_ONCE = 0.5  # seconds within which a repeated poll brings one update only
APART = 3.0  # seconds between two answers of conflict


class Polling:
    def __init__(self, clock: Clock, updates: Updates) -> None:
        self._clock = clock
        self._updates = updates
        self._waiting: asyncio.Future[Refused | None] | None = None
        self._last_offset: int | None = None
        self._last_began = float("-inf")
        self._next_conflict = float("-inf")
        self.waits = asyncio.Event()  # set whenever a poll begins to wait
        updates.hear.append(self._wake)

    async def get_updates(self, call: Call) -> list[dict[str, Any]]:
        """Raises Refused(409) when another poll, or a webhook, takes the place of this one."""
        offset = call.integer("offset")
        limit = call.clamped("limit", 100, 1, 100)
        timeout = call.clamped("timeout", 0, 0, LONGEST)
        self._updates.allow(call.json("allowed_updates"))
        now = self._clock.now()
        if offset == self._last_offset and timeout < STRETCHED and now < self._last_began + 3.0:
            timeout = STRETCHED
        if offset == self._last_offset and now < self._last_began + AT_ONCE:
            limit = 1
        self._last_offset, self._last_began = offset, now
        if found := self._take(offset, limit):
            return found
        return await self._wait(offset, limit, timeout) if timeout else []

    def abort(self, reason: Refused) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(reason)

    def _take(self, offset: int, limit: int) -> list[dict[str, Any]]:
        if offset < 0:
            self._updates.keep_last(-offset)
        elif offset:
            self._updates.confirm_below(offset)
        return [update.json() for update in self._updates.alive()[:limit]]

    async def _wait(self, offset: int, limit: int, seconds: int) -> list[dict[str, Any]]:
        self.abort(conflict(OTHER_POLLER))
        until = self._clock.now() + seconds
        while True:
            waiting: asyncio.Future[Refused | None] = asyncio.get_running_loop().create_future()
            self._waiting = waiting
            self.waits.set()
            if not await self._clock.wait(waiting, until - self._clock.now()):
                return self._take(offset, limit)
            if (reason := waiting.result()) is not None:
                await self._keep_apart()
                raise reason
            if found := self._take(offset, limit):
                return found

    async def _keep_apart(self) -> None:
        now = self._clock.now()
        if now < self._next_conflict:
            await self._clock.sleep(APART)
        else:
            self._next_conflict = now + APART

    def _wake(self) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(None)
