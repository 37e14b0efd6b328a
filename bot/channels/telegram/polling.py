"""Long polling: asks Telegram for what is new, and confirms it only when it is durable."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.channels.telegram.errors import FAULTS, fault_of, said
from bot.channels.telegram.health import Health
from bot.channels.telegram.reading import KINDS, chat_of, is_update
from dialog.event import ChatRef
from storage.port import Unavailable

log = logging.getLogger(__name__)

HELD = 50  # seconds that Telegram keeps an empty question open; it holds none longer
SPARE = 15  # seconds more until we take the connection for dead
MOST_AT_ONCE = 100
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
# who asks the same again within half a second is given one update only, and would never see more
AGAIN_WAIT = 1.0
CONFLICT_WAIT = 10.0  # while another program asks for the same bot's messages

Accept = Callable[[Mapping[str, Any]], Awaitable[None]]  # durable on return; raises Unavailable


class GetRawUpdates(TelegramMethod[list[Any]]):
    """As they came: one that nobody can read must not take the others with it."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = MOST_AT_ONCE
    timeout: int = HELD
    allowed_updates: list[str] = list(KINDS)  # noqa: RUF012 -- a field of pydantic


class Poller:
    def __init__(self, bot: Bot, accept: Accept, health: Health, held: int = HELD) -> None:
        """`held`: seconds that an empty question is kept open."""
        self._bot = bot
        self._accept = accept
        self._health = health
        self._held = held
        self._offset: int | None = None
        self._webhook_off = False
        self._left_out: list[Any] = []  # and will come again

    async def poll(self) -> None:
        """For ever. What is not confirmed yet when the program stops comes again."""
        wait = 0.0
        while True:
            try:
                alone = await self._once()
            except Unavailable as error:
                log.warning("cannot take updates now: %s", error)
                wait = longer(wait)
            except TelegramRetryAfter as error:
                wait = float(error.retry_after)
            except FAULTS as error:
                fault = fault_of(error)
                self._health.fails(fault, said(error))
                self._webhook_off = self._webhook_off and fault != "conflict"
                wait = CONFLICT_WAIT if fault == "conflict" else longer(wait)
            else:
                if alone:
                    self._health.asks_alone()
                else:
                    self._health.works()
                wait = 0.0
                continue
            await asyncio.sleep(wait)

    async def _once(self) -> bool:
        """True if we waited in vain: of two who ask, each is sent away before that."""
        if not self._webhook_off:  # Telegram answers 409 to those who ask while one is set
            await self._bot(DeleteWebhook(drop_pending_updates=False))
            self._webhook_off = True
            self._health.works()
        asked = GetRawUpdates(offset=self._offset, timeout=self._held)
        came = await self._bot(asked, request_timeout=self._held + SPARE)
        updates = self._numbered(came)
        chats: dict[ChatRef | None, list[dict[str, Any]]] = {}
        for update in updates:
            chats.setdefault(chat_of(update), []).append(update)
        # chats side by side, so that one flush of the disk serves many; a chat's in their order
        ends = await asyncio.gather(*(self._accept_in_order(of) for of in chats.values()))
        left = [update["update_id"] for unaccepted, _ in ends for update in unaccepted]
        # asking from here on is what tells Telegram that all before is ours
        if updates:
            self._offset = min(left, default=int(updates[-1]["update_id"]) + 1)
        for _, error in ends:
            if error:
                raise error
        if came and not updates:  # what has no number cannot be confirmed: it comes again at once
            await asyncio.sleep(AGAIN_WAIT)
        return not came

    def _numbered(self, came: list[Any]) -> list[dict[str, Any]]:
        left_out = [update for update in came if not is_update(update)]
        for update in left_out:
            if update not in self._left_out:
                keys = sorted(update) if isinstance(update, dict) else type(update).__name__
                log.error("an update without a number is left out: %s", keys)
        numbered = [update for update in came if is_update(update)]
        self._left_out = [] if numbered else left_out  # confirmed with those, or it comes again
        return numbered

    async def _accept_in_order(
        self, updates: list[dict[str, Any]]
    ) -> tuple[list[dict[str, Any]], Unavailable | None]:
        """What could not be accepted, and why."""
        for n, update in enumerate(updates):
            try:
                await self._accept(update)
            except Unavailable as error:
                return updates[n:], error
        return [], None


def wait_after(error: Exception, before: float) -> float:
    """Seconds until the next try of what failed: those it names, or longer than `before`."""
    return float(error.retry_after) if isinstance(error, TelegramRetryAfter) else longer(before)


def longer(wait: float) -> float:
    return min(max(FIRST_WAIT, wait * 2), LONGEST_WAIT)
