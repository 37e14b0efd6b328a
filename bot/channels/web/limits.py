"""How much one chat, and all together, may ask of the server. Whoever asks for more waits.

Nothing is lost by it: the page keeps what was not taken, and sends it again after the wait.
"""

from __future__ import annotations

import math
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MOST_KEYS = 10_000


@dataclass
class Allowance:
    """So much at once, and so much more each second (a token bucket for each key).

    Kept in memory: a restart forgives everybody.
    """

    at_once: float
    per_second: float
    now: Callable[[], float] = time.monotonic
    _left: OrderedDict[Hashable, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, key: Hashable, amount: float = 1) -> int:
        """Seconds to wait before it can be taken; 0: it is taken."""
        now = self.now()
        left, since = self._left.pop(key, (self.at_once, now))
        left = min(self.at_once, left + (now - since) * self.per_second)
        wait = 0 if amount <= left else math.ceil((amount - left) / self.per_second)
        self._left[key] = (left if wait else left - amount, now)
        while len(self._left) > MOST_KEYS:
            self._left.popitem(last=False)
        return wait


@dataclass
class Slots:
    """So many at a time: for each key, and for all."""

    each: int
    all: int
    _taken: Counter[Hashable] = field(default_factory=Counter)

    @contextmanager
    def one(self, key: Hashable) -> Iterator[bool]:
        """True if there was one; it is given back at the end."""
        free = self._taken[key] < self.each and self._taken.total() < self.all
        self._taken[key] += free
        try:
            yield free
        finally:
            self._taken[key] -= free
            if not self._taken[key]:
                del self._taken[key]


@dataclass
class Limits:
    """Far above what a person does, below what hurts a small server."""

    events: Allowance = field(default_factory=lambda: Allowance(600, 5))  # of a chat
    letters: Allowance = field(default_factory=lambda: Allowance(3_000_000, 3_000))  # bytes, a chat
    new_chats: Allowance = field(default_factory=lambda: Allowance(500, 20))
    receipts: Allowance = field(default_factory=lambda: Allowance(60, 1))  # of an address
    guesses: Allowance = field(
        default_factory=lambda: Allowance(60, 1)
    )  # at upload pages, the same
    uploads: Slots = field(default_factory=lambda: Slots(each=4, all=32))
    streams_each: int = 8  # the ninth closes the oldest: it may be a line that died silently
    streams_all: int = 2_000
    chunk_seconds: float = 60.0  # that an upload may stand still
