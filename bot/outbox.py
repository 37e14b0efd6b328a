"""Hop 9: what waits to be said is said, chat by chat in order, at least once.

A message is marked as sent after the channel has taken it, so a crash in between sends it once
more: that is chosen, because the other choice is to lose it. For what is sent to many the other is
chosen, in `bulk`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.bulk import Bulk
from bot.channels.port import Channel
from bot.clock import Clock
from bot.sender import LONGEST_WAIT, Sender
from bot.tasks import Tasks
from dialog.event import ChatRef
from storage.port import Pending, Storage, Unavailable

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0  # seconds: for what another process wrote, and what became due
MOST_AT_ONCE = 1000  # chats that are sent to; the others are found again when there is room


class Outbox:
    """Sends what is due. One task for each chat that has something, none for the others."""

    def __init__(
        self,
        storage: Storage,
        channels: Mapping[str, Channel],
        clock: Clock,
        tasks: Tasks,
        sent: Callable[[Pending], None],
    ) -> None:
        self._storage = storage
        self._channels = channels
        self._clock = clock
        self._tasks = tasks
        self._sender = Sender(storage, channels, clock, sent)
        self._bulk = Bulk(storage, self._sender, clock, tasks)
        self._sending: set[ChatRef] = set()
        self._again: set[ChatRef] = set()
        self._draining = False
        self._closed = False

    def wake(self, chat: ChatRef, head: Pending | None = None) -> None:
        """There may be something to send to this chat; `head` is its oldest message, if known."""
        if self._closed or chat.channel not in self._channels:
            return
        if head is None:
            self._bulk.wake(chat.channel)
        if chat in self._sending:
            self._again.add(chat)
            return
        if len(self._sending) >= MOST_AT_ONCE:
            return
        self._sending.add(chat)
        self._tasks.start(f"outbox {chat.channel}", self._drive(chat, head))

    async def watch(self) -> None:
        """Look for all that waits, now and for ever: at the start it is what a crash left."""
        while True:
            try:
                await self._look()
            except Unavailable as error:
                log.warning("cannot look for messages: %s", error)
            await asyncio.sleep(LOOK_EVERY)

    async def _look(self) -> None:
        for channel in self._channels:
            self._bulk.wake(channel)
        soon = self._clock() + timedelta(seconds=LOOK_EVERY)
        for chat in await self._storage.waiting_chats(list(self._channels), soon, MOST_AT_ONCE):
            if chat not in self._sending:
                self.wake(chat)

    def drain(self) -> None:
        """Send what is due and wait for nothing: the rest is durable."""
        self._draining = True
        self._bulk.stop()

    def close(self) -> None:
        self._closed = True

    async def _drive(self, chat: ChatRef, head: Pending | None) -> None:
        try:
            while True:
                self._again.discard(chat)
                await self._send_due(chat, head)
                if chat not in self._again or self._closed:
                    return
                head = None
        except Unavailable as error:  # the watch will come back to it
            log.warning("cannot send: %s", error)
        finally:
            self._sending.discard(chat)

    async def _send_due(self, chat: ChatRef, head: Pending | None) -> None:
        pending = head or await self._storage.next_message(chat)
        while pending and not self._closed:
            # nothing is put off longer than this: a later time is a clock that jumped back
            wait = min(pending.due - self._clock(), LONGEST_WAIT)
            if wait > timedelta(seconds=0 if self._draining else LOOK_EVERY):
                return
            if wait > timedelta():
                await asyncio.sleep(wait.total_seconds())
                pending = await self._storage.next_message(chat)  # it may have been replaced
                continue
            delivery = await self._sender.hand_over(pending)
            pending = await self._sender.note(pending, delivery)
