"""Hands one message to its channel, and notes what became of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import assert_never

from bot.channels.port import Channel, Delivery, Gone, InDoubt, Later, Message, Rejected, Sent
from bot.clock import Clock
from storage.port import Pending, Storage, Unavailable

log = logging.getLogger(__name__)

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=10)
TRIES = 60  # about nine hours of a channel that is down; after that a person has to look


class Sender:
    def __init__(
        self,
        storage: Storage,
        channels: Mapping[str, Channel],
        clock: Clock,
        sent: Callable[[Pending], None],
    ) -> None:
        """`sent` is told of each message after it is marked as sent."""
        self._storage = storage
        self._channels = channels
        self._clock = clock
        self._sent = sent

    async def hand_over(self, pending: Pending) -> Delivery:
        """Raises Unavailable if the channel needs the storage for it."""
        channel = self._channels[pending.chat.channel]
        try:
            return await channel.send(pending, Message.from_json(pending.body))
        except Unavailable:
            raise
        except Exception:
            log.exception("channel %s raised", channel.name)
            return Later("error")

    async def note(self, pending: Pending, delivery: Delivery) -> Pending | None:
        """Returns the next message of the chat that may be sent. Raises Unavailable."""
        now, channel = self._clock(), pending.chat.channel
        match delivery:
            case Sent(receipt):
                following = await self._storage.sent(pending, receipt, now)
                self._sent(pending)
                return following
            case Later(why, wait) if wait or pending.tries + 1 < TRIES:
                pause = wait or min(FIRST_WAIT * 2 ** min(pending.tries, 10), LONGEST_WAIT)
                log.info("put off %s: %s", pause, why)
                # a pause that is asked for ends; to count it would lose the message in a rush
                await self._storage.put_off(pending.id, now + pause, counts=not wait)
                return None
            case Later(why, _) | Rejected(why):
                log.error("given up: channel=%s message=%s %s", channel, pending.id, why)
                await self._storage.give_up(pending.id, why, now)
                return await self._storage.next_message(pending.chat)
            case InDoubt():
                log.warning("in doubt: channel=%s message=%s", channel, pending.id)
                await self._storage.doubt(pending.id, now)
                return None
            case Gone():
                log.info("gone: channel=%s", channel)
                await self._storage.gone(pending.chat, now)
                return None
            case _:
                assert_never(delivery)
