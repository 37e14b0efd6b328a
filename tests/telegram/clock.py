"""The server's clock: real time that can be moved on, or time that stands until it is moved."""

from __future__ import annotations

import asyncio
import time
from typing import Any


class _Sleeper:
    def __init__(self, until: float, woken: asyncio.Future[None]) -> None:
        self.until = until
        self.woken = woken
        self.timer: asyncio.TimerHandle | None = None


class Clock:
    """Seconds since 1970. `running=False` stands still between calls of `advance`."""

    def __init__(self, *, running: bool = True, start: float | None = None) -> None:
        self._running = running
        self._start = time.time() if start is None else start
        self._began = time.monotonic()
        self._moved = 0.0
        self._sleepers: list[_Sleeper] = []

    def now(self) -> float:
        real = time.monotonic() - self._began if self._running else 0.0
        return self._start + real + self._moved

    def today(self) -> int:
        """The whole second, as it stands in messages."""
        return int(self.now())

    def advance(self, seconds: float) -> None:
        """Move on; whoever slept until a moment that has now passed is woken."""
        self._moved += seconds
        for sleeper in list(self._sleepers):
            self._arm(sleeper)

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        sleeper = _Sleeper(self.now() + seconds, asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        self._arm(sleeper)
        try:
            await sleeper.woken
        finally:
            self._sleepers.remove(sleeper)
            if sleeper.timer:
                sleeper.timer.cancel()

    async def wait(self, waiting: asyncio.Future[Any], seconds: float) -> bool:
        """Wait for something, at most so long. Says whether it came; never cancels it."""
        asleep = asyncio.create_task(self.sleep(seconds))
        try:
            await asyncio.wait({waiting, asleep}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            asleep.cancel()
        return waiting.done()

    def _arm(self, sleeper: _Sleeper) -> None:
        if sleeper.timer:
            sleeper.timer.cancel()
        left = sleeper.until - self.now()
        if left <= 0:
            if not sleeper.woken.done():
                sleeper.woken.set_result(None)
        elif self._running:
            loop = asyncio.get_running_loop()
            sleeper.timer = loop.call_later(left, self._arm, sleeper)
