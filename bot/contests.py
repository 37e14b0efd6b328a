"""The contest of today: held while something is said of it, and changed while nobody holds it.

So whoever is answered is answered by one contest from beginning to end, what is noted of it stands
before a change or after it, and after a change nobody is answered by the old one.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from handlers.turn import Contest

LONGEST_WAIT = 10.0  # seconds that people may wait for an answer because of a change


class Contests:
    """The one place the contest stands in: what lives on asks for it each time."""

    def __init__(self, contest: Contest) -> None:
        self._now = contest
        self._held = 0
        self._changing = False
        self._free = asyncio.Condition()

    @property
    def now(self) -> Contest:
        return self._now

    @asynccontextmanager
    async def held(self) -> AsyncIterator[Contest]:
        """Nobody changes it meanwhile. Not for long waits: who changes it waits for all of these,
        and everybody who comes later waits for the change."""
        async with self._free:
            await self._free.wait_for(lambda: not self._changing)
            self._held += 1
        try:
            yield self._now
        finally:
            async with self._free:
                self._held -= 1
                self._free.notify_all()

    @asynccontextmanager
    async def changing(self) -> AsyncIterator[None]:
        """Nobody holds it meanwhile; see `change`.

        Raises TimeoutError if somebody holds it for long: others want to be answered.
        """
        async with self._free:
            await self._free.wait_for(lambda: not self._changing)
            self._changing = True
        try:
            async with asyncio.timeout(LONGEST_WAIT), self._free:
                await self._free.wait_for(lambda: not self._held)
            yield
        finally:
            async with self._free:
                self._changing = False
                self._free.notify_all()

    def change(self, contest: Contest) -> None:
        """At the start, or while `changing`."""
        self._now = contest
