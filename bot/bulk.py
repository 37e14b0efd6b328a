"""What is sent to many: a few at a time beside the replies, and never the same message twice.

A channel notes a message as begun before it sends it. What was begun when the program died is in
doubt, and is not sent again: a reminder that is lost is a smaller evil than one that comes twice,
and the staff can see which they are.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict, deque
from dataclasses import dataclass, field

from bot.channels.port import Delivery, InDoubt, Later
from bot.clock import Clock
from bot.sender import Sender
from bot.tasks import Tasks
from dialog.event import ChatRef
from storage.port import Pending, Storage, Unavailable

log = logging.getLogger(__name__)

AT_ONCE = 16  # messages of a channel: at 29 a second, what half a second's answers leave under way
PAGE = 200  # read at a time
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds, after each message that a channel did not take


@dataclass
class _Line:
    """Of one channel."""

    page: deque[Pending] = field(default_factory=deque)
    under_way: set[ChatRef] = field(default_factory=set)
    workers: int = 0
    failures: int = 0  # in a row
    resume: float = 0.0  # by the clock of the event loop
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)


class Bulk:
    """One line for each channel; `AT_ONCE` workers while there is something, none otherwise."""

    def __init__(self, storage: Storage, sender: Sender, clock: Clock, tasks: Tasks) -> None:
        self._storage = storage
        self._sender = sender
        self._clock = clock
        self._tasks = tasks
        self._lines: defaultdict[str, _Line] = defaultdict(_Line)
        self._stopped = False

    def wake(self, channel: str) -> None:
        """There may be something to send by this channel."""
        line = self._lines[channel]
        if not line.workers and asyncio.get_running_loop().time() >= line.resume:
            self._hire(channel, line)

    def stop(self) -> None:
        """Finish what is under way; the rest is durable."""
        self._stopped = True

    def _hire(self, channel: str, line: _Line) -> None:
        line.workers += 1
        self._tasks.start(f"bulk {channel}", self._work(channel, line))

    async def _work(self, channel: str, line: _Line) -> None:
        try:
            while (pending := await self._next(channel, line)) is not None:
                try:
                    await self._deliver(line, pending)
                finally:
                    line.under_way.discard(pending.chat)
        except Unavailable as error:  # the watch will come back to it
            log.warning("cannot send: %s", error)
        finally:
            line.workers -= 1

    async def _next(self, channel: str, line: _Line) -> Pending | None:
        """None: nothing is due, or not now."""
        async with line.reading:
            if self._stopped or asyncio.get_running_loop().time() < line.resume:
                line.page.clear()
                return None
            if not line.page:
                busy = set(line.under_way)  # as of before the look: what is sent while we look
                found = await self._storage.next_bulk(channel, self._clock(), PAGE)
                # in a chat one after the other: of several, the others are found again
                heads = {p.chat: p for p in reversed(found) if p.chat not in busy}
                line.page.extend(sorted(heads.values(), key=lambda p: p.id))
            if not line.page:
                return None
            pending = line.page.popleft()
            line.under_way.add(pending.chat)
            if line.page and line.workers < AT_ONCE and not line.failures:
                self._hire(channel, line)
            return pending

    async def _deliver(self, line: _Line, pending: Pending) -> None:
        delivery = await self._sender.hand_over(pending)
        self._learn(line, delivery)
        while True:
            try:
                await self._sender.note(pending, delivery)
            except Unavailable as error:
                # while we live, we know what became of it
                log.warning("cannot note what was sent: %s", error)
                if self._stopped:
                    raise
                await asyncio.sleep(FIRST_PAUSE)
            else:
                return

    def _learn(self, line: _Line, delivery: Delivery) -> None:
        """A channel that is down is tried with one message after a while, not with all."""
        match delivery:
            case Later(_, None) | InDoubt():
                now = asyncio.get_running_loop().time()
                if now >= line.resume:  # what was under way at the first failure fails with it
                    line.failures += 1
                    pause = min(FIRST_PAUSE * 2 ** min(line.failures - 1, 10), LONGEST_PAUSE)
                    line.resume = now + pause
            case Later():  # the channel asked for a pause, and keeps it
                pass
            case _:
                line.failures = 0
