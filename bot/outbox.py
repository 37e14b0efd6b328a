"""Hop 9: what waits to be said is said, chat by chat in order, at least once.

A message is marked as sent after the channel has taken it, so a crash in between sends it once
more: that is chosen, because the other choice is to lose it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import assert_never

from bot.channels.port import Channel, Delivery, Gone, Later, Message, Rejected, Sent
from bot.clock import Clock
from bot.tasks import Tasks
from dialog.event import ChatRef
from storage.port import Pending, Storage, Unavailable

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0  # seconds: for what another process wrote, and what became due
FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=10)
TRIES = 60  # about nine hours of a channel that is down; after that a person has to look


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
        self._sent = sent  # told of each message after it is marked as sent
        self._sending: set[ChatRef] = set()
        self._again: set[ChatRef] = set()
        self._draining = False
        self._closed = False

    def wake(self, chat: ChatRef, head: Pending | None = None) -> None:
        """There may be something to send to this chat; `head` is its oldest message, if known."""
        if self._closed or chat.channel not in self._channels:
            return
        if chat in self._sending:
            self._again.add(chat)
            return
        self._sending.add(chat)
        self._tasks.start(f"outbox {chat.channel}", self._drive(chat, head))

    async def watch(self) -> None:
        """Look for all that waits, now and for ever: at the start it is what a crash left."""
        while True:
            try:
                for chat in await self._storage.waiting_chats():
                    self.wake(chat)
            except Unavailable as error:
                log.warning("cannot look for messages: %s", error)
            await asyncio.sleep(LOOK_EVERY)

    def drain(self) -> None:
        """Send what is due and wait for nothing: the rest is durable."""
        self._draining = True

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
            pending = await self._send(pending)

    async def _send(self, pending: Pending) -> Pending | None:
        """Send one message; returns the next one that may be sent."""
        channel = self._channels[pending.chat.channel]
        try:
            delivery: Delivery = await channel.send(pending, Message.from_json(pending.body))
        except Exception:
            log.exception("channel %s raised", channel.name)
            delivery = Later("error")
        now = self._clock()
        match delivery:
            case Sent(receipt):
                following = await self._storage.sent(pending, receipt, now)
                self._sent(pending)
                return following
            case Later(why, wait) if pending.tries + 1 < TRIES:
                pause = wait or min(FIRST_WAIT * 2 ** min(pending.tries, 10), LONGEST_WAIT)
                log.info("put off %s: %s", pause, why)
                await self._storage.put_off(pending.id, now + pause)
                return None
            case Later(why, _) | Rejected(why):
                log.error("given up: channel=%s message=%s %s", channel.name, pending.id, why)
                await self._storage.give_up(pending.id, why, now)
                return await self._storage.next_message(pending.chat)
            case Gone():
                log.info("gone: channel=%s", channel.name)
                await self._storage.gone(pending.chat, now)
                return None
            case _:
                assert_never(delivery)
