"""What the web chat is to the rest of the program.

A browser reads its chat from the database, from wherever it last stopped; so a message is
«sent» when it stands there, and what a broken connection missed is not lost but read later.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from bot.channels import plain
from bot.channels.port import Abilities, Delivery, Incoming, Message, Sent
from dialog.event import ChatRef
from storage.port import Arrival, Pending

NAME = "web"


def chat_of(secret: str) -> ChatRef:
    """The chat a browser's secret opens. The database never holds the secret itself."""
    return ChatRef(NAME, hashlib.sha256(secret.encode()).hexdigest()[:40])


class WebChannel:
    """See `port.Channel`."""

    name = NAME
    abilities = Abilities(buttons=True, text_units=20_000)

    def __init__(self) -> None:
        self._listening: dict[ChatRef, set[asyncio.Event]] = defaultdict(set)

    def parse(self, arrival: Arrival) -> Incoming:
        return plain.read(arrival)

    async def send(self, pending: Pending, message: Message) -> Delivery:
        return Sent()

    @contextmanager
    def listening(self, chat: ChatRef) -> Iterator[asyncio.Event]:
        """An event that is set whenever there is something new in the chat."""
        news = asyncio.Event()
        self._listening[chat].add(news)
        try:
            yield news
        finally:
            self._listening[chat].discard(news)
            if not self._listening[chat]:
                del self._listening[chat]

    def wake(self, chat: ChatRef) -> None:
        for news in self._listening.get(chat, ()):
            news.set()

    def wake_all(self) -> None:
        for chat in list(self._listening):
            self.wake(chat)
