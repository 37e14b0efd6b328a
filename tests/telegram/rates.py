"""How fast a bot may send. Off unless a test sets figures."""

from __future__ import annotations

import math
from collections import defaultdict, deque

from tests.telegram.clock import Clock
from tests.telegram.errors import too_many

PAUSE = 3  # seconds, at least, that a bot is told to wait
MINUTE = 60.0


class Rates:
    """`overall` a second, `chat` a second with a `burst`, `group` a minute; None: no bound.

    Messages and edits count; actions, drafts and answers to presses do not. An album is one.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.overall: float | None = None
        self.chat: float | None = None
        self.burst = 1
        self.group: int | None = None
        self.pause = PAUSE
        self.violations = 0  # sends during a pause the bot was told of
        self.refused = 0
        self._sent: dict[int, deque[float]] = defaultdict(deque)
        self._until: dict[int, float] = {}

    def limit(
        self,
        *,
        overall: float | None = 30,
        chat: float | None = 1,
        burst: int = 3,
        group: int | None = 20,
    ) -> None:
        """Set the figures; those of the FAQ of the Bot API if nothing else is said."""
        self.overall, self.chat, self.burst, self.group = overall, chat, burst, group

    def spend(self, chat: int, *, group: bool) -> None:
        """A message goes out. Raises Refused(429), then again until the pause is over."""
        now = self._clock.now()
        for key in (0, chat):
            if (left := self._until.get(key, now) - now) > 0:
                self.violations += 1
                self.refused += 1
                raise too_many(math.ceil(left))
        for key, most, seconds in self._bounds(chat, group=group):
            sent = self._sent[key]
            while sent and sent[0] <= now - seconds:
                sent.popleft()
            if len(sent) >= most:
                wait = max(self.pause, math.ceil(sent[0] + seconds - now))
                self._until[chat if key else 0] = now + wait
                self.refused += 1
                raise too_many(wait)
        for key, _, _ in self._bounds(chat, group=group):
            self._sent[key].append(now)

    def _bounds(self, chat: int, *, group: bool) -> list[tuple[int, float, float]]:
        """Key, how many, in how many seconds. A burst fills up again at the steady rate."""
        bounds: list[tuple[int, float, float]] = []
        if self.overall is not None:
            bounds.append((0, self.overall, 1.0))
        if self.chat is not None:
            bounds.append((chat, self.burst, self.burst / self.chat))
        if group and self.group is not None:
            bounds.append((chat + (1 << 60), self.group, MINUTE))
        return bounds
