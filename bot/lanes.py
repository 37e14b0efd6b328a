"""Hop 3: one lane a chat. Events of a chat are answered in their order, chats side by side."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable

from bot.tasks import Tasks
from dialog.event import ChatRef
from storage.port import Arrival


class Lanes:
    """A lane exists while its chat has something to do, so nothing is left behind by quiet ones."""

    def __init__(self, tasks: Tasks, work: Callable[[Arrival], Awaitable[None]]) -> None:
        self._tasks = tasks
        self._work = work
        self._lanes: dict[ChatRef, deque[Arrival]] = {}
        self._closed = False

    def put(self, arrival: Arrival) -> None:
        if self._closed:  # it is durable; the next start will find it
            return
        lane = self._lanes.get(arrival.chat)
        if lane is not None:
            if all(waiting.number != arrival.number for waiting in lane):  # delivered twice
                lane.append(arrival)
            return
        self._lanes[arrival.chat] = deque([arrival])
        self._tasks.start(f"lane {arrival.chat.channel}", self._drive(arrival.chat))

    def waiting(self, chat: ChatRef) -> int:
        """How many events of a chat wait, the one that is being answered included."""
        return len(self._lanes.get(chat, ()))

    def close(self) -> None:
        """Take nothing more; what is being answered is finished."""
        self._closed = True
        for lane in self._lanes.values():
            while len(lane) > 1:
                lane.pop()

    async def _drive(self, chat: ChatRef) -> None:
        lane = self._lanes[chat]
        try:
            while lane:
                await self._work(lane[0])
                lane.popleft()
        finally:
            del self._lanes[chat]  # no await since the last look: nothing falls between
