"""The one place where tasks are started: each is watched, named, and stopped with the rest."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0


class Tasks:
    """Background work of the program. A task that dies is never silently gone."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, name: str, work: Coroutine[Any, Any, object]) -> None:
        """Run once. What it raises is logged."""
        task = asyncio.create_task(_logged(name, work), name=name)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def keep(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Run for ever: begun again, after a wait that grows, whenever it ends or raises."""
        self.start(name, _for_ever(name, work))

    async def idle(self) -> None:
        """Wait until nothing runs."""
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)

    async def stop(self) -> None:
        for task in list(self._running):
            task.cancel()
        await self.idle()


async def _logged(name: str, work: Coroutine[Any, Any, object]) -> None:
    try:
        await work
    except Exception:
        log.exception("task %s failed", name)


async def _for_ever(name: str, work: Callable[[], Awaitable[None]]) -> None:
    loop = asyncio.get_running_loop()
    wait = FIRST_WAIT
    while True:
        began = loop.time()
        try:
            await work()
            log.warning("task %s ended; it begins again", name)
        except Exception:
            log.exception("task %s failed; it begins again", name)
        wait = FIRST_WAIT if loop.time() - began > LONGEST_WAIT else min(wait * 2, LONGEST_WAIT)
        await asyncio.sleep(wait)
