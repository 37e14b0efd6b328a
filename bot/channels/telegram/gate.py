"""How fast we may speak: so many messages a second in all, and to each chat its own measure.

Replies go before what is sent to many. What the server asks us to wait is waited, to the second.
The figures are those of the Bot API's FAQ; the exact ones are not published.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.tasks import Tasks

OVERALL = 29.0  # a second; 30 are allowed, and ours do not arrive evenly
CHAT_BURST, CHAT_SECONDS = 3, 3.1  # messages in so many seconds: one a second, with short bursts
GROUP_BURST, GROUP_SECONDS = 20, 61.0
MOST_CHATS = 10_000  # whose last messages are remembered

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Waiting:
    passed: asyncio.Future[None]


class Gate:
    """Everything that counts as a message passes here, one at a time."""

    def __init__(
        self, tasks: Tasks, clock: Clock, sleep: Sleep = asyncio.sleep, overall: float = OVERALL
    ) -> None:
        """`overall`: messages a second."""
        self._tasks = tasks
        self._clock = clock
        self._sleep = sleep
        self._apart = 1 / overall  # seconds
        self._replies: deque[_Waiting] = deque()
        self._bulk: deque[_Waiting] = deque()
        self._running = False
        self._next = 0.0  # when the next message of all may go
        self._closed_until = 0.0
        self._chats: OrderedDict[str, deque[float]] = OrderedDict()
        self._paused: dict[str, float] = {}

    async def passed(self, chat: str, *, bulk: bool = False) -> None:
        """Returns when a message to this chat may go now."""
        while True:
            while (wait := self._wait_of(chat)) > 0:
                await self._sleep(wait)
            waiting = _Waiting(asyncio.get_running_loop().create_future())
            (self._bulk if bulk else self._replies).append(waiting)
            if not self._running:
                self._running = True
                self._tasks.start("telegram gate", self._let_pass())
            await waiting.passed
            if self._wait_of(chat) <= 0:  # bulk and a reply may have waited for the same chat
                break
        self._sent_to(chat).append(self._clock())

    async def opened(self) -> None:
        """For who passed and was held up since: returns when no pause was asked for meanwhile."""
        while (wait := self._closed_until - self._clock()) > 0:
            await self._sleep(wait)

    def told_to_wait(self, chat: str, seconds: float) -> None:
        """429. If this chat had no more than its due, it is the whole that was too much."""
        until = self._clock() + seconds
        if self._full(chat):
            self._paused[chat] = until
        else:
            self._closed_until = max(self._closed_until, until)

    def busy(self, chat: str) -> bool:
        """Would a message to this chat have to wait? What can be left out is left out then."""
        return bool(self._replies or self._bulk) or self._wait_of(chat) > 0

    async def _let_pass(self) -> None:
        try:
            while self._replies or self._bulk:
                while (wait := max(self._next, self._closed_until) - self._clock()) > 0:
                    await self._sleep(wait)
                waiting = (self._replies or self._bulk).popleft()
                if waiting.passed.done():  # its sender was told to stop
                    continue
                waiting.passed.set_result(None)
                self._next = max(self._next, self._clock() - self._apart) + self._apart
        finally:
            self._running = False

    def _wait_of(self, chat: str) -> float:
        now = self._clock()
        if (until := self._paused.get(chat)) is not None:
            if until > now:
                return until - now
            del self._paused[chat]
        sent, (most, seconds) = self._sent_to(chat), _measure(chat)
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[0] + seconds - now if len(sent) >= most else 0.0

    def _full(self, chat: str) -> bool:
        self._wait_of(chat)
        return len(self._sent_to(chat)) >= _measure(chat)[0]

    def _sent_to(self, chat: str) -> deque[float]:
        sent = self._chats.setdefault(chat, deque())
        self._chats.move_to_end(chat)
        while len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)
        return sent


def _measure(chat: str) -> tuple[int, float]:
    """(messages, seconds); a group's number is below zero."""
    group = chat.startswith("-")
    return (GROUP_BURST, GROUP_SECONDS) if group else (CHAT_BURST, CHAT_SECONDS)
