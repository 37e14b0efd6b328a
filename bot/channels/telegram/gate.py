"""How fast we may speak: so many messages a second in all, and to each chat its own measure.

Replies go before what is sent to many. What the server asks us to wait is waited, to the second.
The figures are those of the Bot API's FAQ; the exact ones are not published.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.tasks import Tasks

# messages in a second; they go as evenly as clocks allow
OVERALL, SECONDS = 30, 1.01
CATCH_UP = 0.25  # seconds of lateness that are made up for, as far as that measure lets us
JOURNEYS = 100  # the quickest of the last so many tells how long a request is on its way at least
# the exact figure is not published: after a 429 for all a little slower for a while
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
        """`overall`: messages a second."""
        self._tasks = tasks
        self._clock = clock
        self._sleep = sleep
        self._most = overall
        self._under_way = 0  # passed, and not answered yet
        self._arrived: deque[float] = deque()  # when at the latest, of the last that count
        # seconds; before there are as many as that, we do not know how quick they can be
        self._journeys: deque[float] = deque([0.0], maxlen=JOURNEYS)
        self._answer = asyncio.Event()
        self._slowed, self._slowed_at = 0.0, 0.0  # by which share, and when
        self._replies: deque[_Waiting] = deque()
        self._bulk: deque[_Waiting] = deque()
        self._running = False
        self._next = 0.0  # when the next message of all would go, if they go evenly
        self._closed_until = 0.0
        self._chats: OrderedDict[str, _Chat] = OrderedDict()

    @asynccontextmanager
    async def sending(self, chat: str, *, bulk: bool = False) -> AsyncIterator[None]:
        """Begins when a message to this chat may go, and ends with the answer to its request.

        It arrives in between, nobody knows when; so it counts from its beginning until a second
        after its end, less what the journey takes anyway. However unevenly what we send arrives,
        no second gets more than its measure.
        """
        await self._pass(chat, bulk=bulk)
        began = self._clock()
        try:
            yield
        finally:
            self._journeys.append(self._clock() - began)
            arrived = self._clock() - min(self._journeys)
            self._arrived.append(max(arrived, self._arrived[-1]) if self._arrived else arrived)
            self._give_back()

    async def passed(self, chat: str, *, bulk: bool = False) -> None:
        """Returns when a message to this chat may go; where nobody says when it was answered."""
        async with self.sending(chat, bulk=bulk):
            pass

    async def _pass(self, chat: str, *, bulk: bool) -> None:
        of_chat = self._chat(chat)
        async with of_chat.turn:  # who waits for the whole must be counted before the next asks
            while True:
                while (wait := self._wait_of(chat)) > 0:
                    await self._sleep(wait)
                await self._overall(bulk=bulk)
                if self._wait_of(chat) <= 0:
                    break
                self._give_back()  # the chat was told to pause meanwhile
            of_chat.sent.append(self._clock())

    async def _overall(self, *, bulk: bool) -> None:
        waiting = _Waiting(asyncio.get_running_loop().create_future())
        (self._bulk if bulk else self._replies).append(waiting)
        if not self._running:
            self._running = True
            self._tasks.start("telegram gate", self._let_pass())
        try:
            await waiting.passed
        except asyncio.CancelledError:
            if not waiting.passed.cancelled():  # it was let pass, and told to stop at once
                self._give_back()
            raise

    def _give_back(self) -> None:
        self._under_way -= 1
        self._answer.set()

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
                await self._its_time()
                waiting = (self._replies or self._bulk).popleft()
                if waiting.passed.done():  # its sender was told to stop
                    continue
                waiting.passed.set_result(None)
                self._under_way += 1
                apart = self._second() / self._most
                self._next = max(self._next, self._clock() - CATCH_UP) + apart
        finally:
            self._running = False

    async def _its_time(self) -> None:
        """Until one more may go: evenly; who is late hurries, but within the measure."""
        while True:
            now, second = self._clock(), self._second()
            while self._arrived and self._arrived[0] <= now - second:
                self._arrived.popleft()
            too_many = self._under_way + len(self._arrived) - self._most + 1
            if too_many > len(self._arrived):
                self._answer.clear()
                await self._answer.wait()
                continue
            measure = self._arrived[too_many - 1] + second if too_many > 0 else 0.0
            wait = max(self._next, measure, self._closed_until) - now
            if wait <= 0:
                return
            await self._sleep(wait)

    def _second(self) -> float:
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
