"""How fast we may speak: so many messages a second in all, and to each chat its own measure.

Replies go before what is sent to many. What the server asks us to wait is waited, to the second.
The figures are those of the Bot API's FAQ; the exact ones are not published.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.tasks import Tasks

# messages in so many seconds, as evenly as clocks allow. 30 a second may arrive, and what is sent
# evenly does not arrive so: of ours, 31 take at least 1.05 seconds
OVERALL, SECONDS = 30, 1.05
CATCH_UP = 0.25  # seconds of lateness that are made up for, as far as that measure lets us
# a network that bunches what was sent evenly: after a 429 for all a little slower for a while
SLOWER, MOST_SLOWED, HALF_LIFE = 0.03, 0.3, 300.0
CHAT_BURST, CHAT_SECONDS = 3, 3.1  # messages in so many seconds: one a second, with short bursts
GROUP_BURST, GROUP_SECONDS = 20, 61.0
MOST_CHATS = 10_000  # whose last messages are remembered

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Waiting:
    passed: asyncio.Future[None]


@dataclass(slots=True)
class _Chat:
    sent: deque[float] = field(default_factory=deque)  # when, of the last that count
    paused_until: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Gate:
    """Everything that counts as a message passes here, one at a time."""

    def __init__(
        self, tasks: Tasks, clock: Clock, sleep: Sleep = asyncio.sleep, overall: int = OVERALL
    ) -> None:
        """`overall`: messages in `SECONDS`."""
        self._tasks = tasks
        self._clock = clock
        self._sleep = sleep
        self._most = overall
        self._passed: deque[float] = deque(maxlen=overall)  # when, of the last that count
        self._slowed, self._slowed_at = 0.0, 0.0  # by which share, and when
        self._replies: deque[_Waiting] = deque()
        self._bulk: deque[_Waiting] = deque()
        self._running = False
        self._next = 0.0  # when the next message of all would go, if they go evenly
        self._closed_until = 0.0
        self._chats: OrderedDict[str, _Chat] = OrderedDict()

    async def passed(self, chat: str, *, bulk: bool = False) -> None:
        """Returns when a message to this chat may go now."""
        of_chat = self._chat(chat)
        async with of_chat.turn:  # who waits for the whole must be counted before the next asks
            while True:
                while (wait := self._wait_of(chat)) > 0:
                    await self._sleep(wait)
                await self._overall(bulk=bulk)
                if self._wait_of(chat) <= 0:  # else the chat was told to pause meanwhile
                    break
            of_chat.sent.append(self._clock())

    async def _overall(self, *, bulk: bool) -> None:
        waiting = _Waiting(asyncio.get_running_loop().create_future())
        (self._bulk if bulk else self._replies).append(waiting)
        if not self._running:
            self._running = True
            self._tasks.start("telegram gate", self._let_pass())
        await waiting.passed

    async def opened(self) -> None:
        """For who passed and was held up since: returns when no pause was asked for meanwhile."""
        while (wait := self._closed_until - self._clock()) > 0:
            await self._sleep(wait)

    def told_to_wait(self, chat: str, seconds: float) -> None:
        """429. If this chat had no more than its due, it is the whole that was too much."""
        until = self._clock() + seconds
        if self._full(chat):
            self._chat(chat).paused_until = until
        else:
            if self._closed_until <= self._clock():
                self._slow_down()
            self._closed_until = max(self._closed_until, until)

    def busy(self, chat: str) -> bool:
        """Would a message to this chat have to wait? What can be left out is left out then."""
        held = self._chat(chat).turn.locked() or self._closed_until > self._clock()
        return held or bool(self._replies or self._bulk) or self._wait_of(chat) > 0

    async def _let_pass(self) -> None:
        try:
            while self._replies or self._bulk:
                while (wait := self._due() - self._clock()) > 0:
                    await self._sleep(wait)
                waiting = (self._replies or self._bulk).popleft()
                if waiting.passed.done():  # its sender was told to stop
                    continue
                waiting.passed.set_result(None)
                now = self._clock()
                self._passed.append(now)
                self._next = max(self._next, now - CATCH_UP) + self._window() / self._most
        finally:
            self._running = False

    def _due(self) -> float:
        """When the next message may go: evenly; who is late hurries, but within the measure."""
        full = len(self._passed) == self._most
        measure = self._passed[0] + self._window() if full else 0.0
        return max(self._next, measure, self._closed_until)

    def _window(self) -> float:
        return SECONDS * (1 + self._slowness())

    def _slow_down(self) -> None:
        self._slowed = min(self._slowness() + SLOWER, MOST_SLOWED)
        self._slowed_at = self._clock()

    def _slowness(self) -> float:
        halved: float = 0.5 ** ((self._clock() - self._slowed_at) / HALF_LIFE)
        return self._slowed * halved

    def _wait_of(self, chat: str) -> float:
        now, of_chat = self._clock(), self._chat(chat)
        sent, (most, seconds) = of_chat.sent, _measure(chat)
        while len(sent) > most:
            sent.popleft()
        due = sent[0] + seconds if len(sent) == most else 0.0
        return max(due, of_chat.paused_until) - now

    def _full(self, chat: str) -> bool:
        sent, (most, seconds) = self._chat(chat).sent, _measure(chat)
        return len(sent) >= most and sent[-most] > self._clock() - seconds

    def _chat(self, chat: str) -> _Chat:
        found = self._chats.setdefault(chat, _Chat())
        self._chats.move_to_end(chat)
        while len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)
        return found


def _measure(chat: str) -> tuple[int, float]:
    """(messages, seconds); a group's number is below zero."""
    group = chat.startswith("-")
    return (GROUP_BURST, GROUP_SECONDS) if group else (CHAT_BURST, CHAT_SECONDS)
