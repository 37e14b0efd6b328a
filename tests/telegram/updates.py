"""What happened and waits for the bot: kept in order, for a day or, a press, for 150 seconds."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram.clock import Clock

DAY, PRESS = 86_400.0, 150.0  # seconds an update lives
KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query",
    "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer",
    "my_chat_member", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost",
)  # fmt: skip
UNASKED = ("chat_member", "message_reaction", "message_reaction_count")  # only on request


@dataclass
class Update:
    """One of them. `queue`: those of one queue reach a webhook one after the other."""

    update_id: int
    kind: str
    body: Any
    queue: int
    expires: float
    again: int = 0  # how many times more it comes although it was confirmed

    def json(self) -> dict[str, Any]:
        return {"update_id": self.update_id, self.kind: copy.deepcopy(self.body)}


def queue_of(kind: str, chat: int, user: int) -> int:
    """As the official server numbers them: chats, the presses of a user, one's own membership."""
    if kind == "callback_query":
        return user + (3 << 33)
    if kind == "my_chat_member":
        return chat + (5 << 33)
    return chat


class Updates:
    def __init__(self, clock: Clock, first: int = 700_000_001) -> None:
        self._clock = clock
        self._next = first
        self._held: tuple[str, Any, int] | None = None
        self.waiting: list[Update] = []
        self.emitted: list[dict[str, Any]] = []
        self.allowed: list[str] = []
        self.hear: list[Callable[[], None]] = []
        self.twice = 0  # how many of the next come twice
        self.swap = 0  # how many of the next change places with the one after

    def add(self, kind: str, body: Any, *, chat: int, user: int) -> None:
        """Something happened. What the bot did not ask for is dropped, as on the real server."""
        if not self.wanted(kind):
            return
        queue = queue_of(kind, chat, user)
        if self.swap and self._held is None:
            self.swap -= 1
            self._held = (kind, body, queue)
            return
        self.put(kind, body, queue)
        if self._held is not None:
            (kind, body, queue), self._held = self._held, None
            self.put(kind, body, queue)

    def wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def put(self, kind: str, body: Any, queue: int) -> Update:
        """Let it wait, whatever it is."""
        lives = PRESS if kind == "callback_query" else DAY
        update = Update(self._next, kind, copy.deepcopy(body), queue, self._clock.now() + lives)
        self._next += 1
        if self.twice:
            self.twice -= 1
            update.again = 1
        self.waiting.append(update)
        self.emitted.append(update.json())
        for heard in self.hear:
            heard()
        return update

    def allow(self, kinds: Any) -> None:
        """Remember what is asked for: None leaves it as it was, an empty list is the default."""
        if isinstance(kinds, list):
            self.allowed = [kind for kind in kinds if kind in KINDS]

    def alive(self) -> list[Update]:
        now = self._clock.now()
        self.waiting = [update for update in self.waiting if update.expires > now]
        return self.waiting

    def confirm_below(self, offset: int) -> None:
        for update in [u for u in self.alive() if u.update_id < offset]:
            self.done(update)

    def keep_last(self, count: int) -> None:
        self.waiting = self.alive()[-count:]

    def clear(self) -> None:
        self.waiting = []

    def done(self, update: Update) -> None:
        """The bot has it; it is forgotten, unless it is to come once more."""
        if update.again:
            update.again -= 1
        elif update in self.waiting:
            self.waiting.remove(update)

    def drop(self, update: Update) -> None:
        if update in self.waiting:
            self.waiting.remove(update)
