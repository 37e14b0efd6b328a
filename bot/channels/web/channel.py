"""What the web chat is to the rest of the program.

A browser reads its chat from the database, from wherever it last stopped; so a message is
«sent» when it stands there, and what a broken connection missed is not lost but read later. While
a browser listens, what is new is handed to it directly, to spare the look.
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
from storage.port import Arrival, Cursor, Entry, Pending

NAME = "web"
MOST_UNREAD = 200  # entries kept for a listener that is slow; beyond, it reads the database


def chat_of(secret: str) -> ChatRef:
    """The chat a browser's secret opens. The database never holds the secret itself."""
    return ChatRef(NAME, hashlib.sha256(secret.encode()).hexdigest()[:40])


class Listener:
    """One open page. `news` yields what is new; None means: look into the database yourself."""

    def __init__(self) -> None:
        self.news: asyncio.Queue[Entry | None] = asyncio.Queue()
        self.closed = False

    def close(self) -> None:
        self.closed = True
        self.news.put_nowait(None)

    def tell(self, entry: Entry | None) -> None:
        if self.news.qsize() < MOST_UNREAD:
            self.news.put_nowait(entry)
        elif self.news.qsize() == MOST_UNREAD:
            self.news.put_nowait(None)


class WebChannel:
    """See `port.Channel`."""

    name = NAME
    abilities = Abilities(buttons=True, text_units=20_000, links=True)

    def __init__(self) -> None:
        self._listening: dict[ChatRef, list[Listener]] = defaultdict(list)
        self.listeners = 0  # of all chats

    def parse(self, arrival: Arrival) -> Incoming:
        return plain.read(arrival)

    async def collect(self, incoming: Incoming) -> Incoming:
        return incoming

    async def send(self, pending: Pending, message: Message) -> Delivery:
        return Sent()

    @contextmanager
    def listening(self, chat: ChatRef, most: int) -> Iterator[Listener]:
        """Hear all that is new in a chat from now on. Of more than `most`, the oldest is closed."""
        listener = Listener()
        open_here = [other for other in self._listening[chat] if not other.closed]
        for other in open_here[: len(open_here) + 1 - most]:
            other.close()
        self._listening[chat].append(listener)
        self.listeners += 1
        try:
            yield listener
        finally:
            self.listeners -= 1
            self._listening[chat].remove(listener)
            if not self._listening[chat]:
                del self._listening[chat]

    def arrived(self, arrival: Arrival) -> None:
        """Theirs: another tab of the same browser shows it too."""
        self._tell(arrival.chat, Entry(Cursor(theirs=arrival.number), arrival.at, arrival=arrival))

    def sent(self, pending: Pending) -> None:
        """Ours, marked as sent."""
        entry = Entry(Cursor(ours=pending.id), pending.at, message=pending.body, key=pending.key)
        self._tell(pending.chat, entry)

    def wake_all(self) -> None:
        for chat in list(self._listening):
            self._tell(chat, None)

    def _tell(self, chat: ChatRef, entry: Entry | None) -> None:
        for listener in self._listening.get(chat, ()):
            listener.tell(entry)
