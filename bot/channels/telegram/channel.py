"""What Telegram is to the rest of the program: read, fetch, send."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.methods import TelegramMethod

from bot.channels.port import (
    Abilities,
    Delivery,
    Gone,
    Incoming,
    InDoubt,
    Later,
    Message,
    Rejected,
    Sent,
)
from bot.channels.telegram import reading
from bot.channels.telegram.errors import FAULTS, fault_of, said
from bot.channels.telegram.fetching import Fetcher
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.health import Health
from bot.channels.telegram.sending import MOST_FILE, Part, PathOf, after_edit, parts_of
from bot.channels.telegram.words import TEXT_UNITS
from storage.port import Arrival, Pending

log = logging.getLogger(__name__)

T = TypeVar("T")

AFTER_DOUBT = timedelta(seconds=3)  # before the one more try of what may have been done
SEND_WITHIN = 60  # seconds, of one request
MOST_REMEMBERED = 10_000  # chats whose last message can still be edited
EDITED_WITHIN = 60.0  # seconds: a later change would go unseen, further up
_DOUBTED = Later("uncertain", AFTER_DOUBT)
DOUBTFUL = "uncertain"  # the receipt of what was sent once more and is still not known


@dataclass(frozen=True, slots=True)
class _Said:
    """The last message of ours in a chat."""

    message: int
    key: str | None
    at: float
    has_files: bool


class TelegramChannel:
    """See `port.Channel`."""

    name = reading.NAME
    abilities = Abilities(
        buttons=True, text_units=TEXT_UNITS, paced=True, links=True, largest_file=MOST_FILE
    )

    def __init__(
        self,
        bot: Bot,
        gate: Gate,
        fetcher: Fetcher,
        path: PathOf,
        health: Health,
        clock: Callable[[], float],
        begin: Callable[[int], Awaitable[bool]],
    ) -> None:
        """`clock`: seconds that only ever grow. `begin`: as the storage has it."""
        self._bot = bot
        self._gate = gate
        self._fetcher = fetcher
        self._path = path
        self._health = health
        self._clock = clock
        self._begin = begin
        self._last: OrderedDict[str, _Said] = OrderedDict()
        self._done: dict[int, tuple[int, str]] = {}  # of a message under way: parts sent, receipt
        self._doubted: set[int] = set()

    def parse(self, arrival: Arrival) -> Incoming:
        return reading.read(arrival)

    async def collect(self, incoming: Incoming) -> Incoming:
        self._last.pop(incoming.event.chat.id, None)  # they spoke: what we said is further up now
        return await self._fetcher.fetched(incoming)

    async def send(self, pending: Pending, message: Message) -> Delivery:
        """Part by part; a part that was sent is not sent again while the program runs.

        Bulk is noted as begun after the last wait before its first request, so that only what was
        really under way is in doubt when the program dies."""
        chat = pending.chat.id
        parts = parts_of(int(chat), message, self._path)
        done, receipt = self._done.get(pending.id, (0, ""))
        refused = ""
        begun = not pending.bulk
        while done < len(parts):
            part = parts[done]
            try:
                async with self._gate.sending(chat, bulk=pending.bulk):
                    if not (begun := begun or await self._begun(pending)):
                        return Rejected("taken back")
                    receipt = await self._one(chat, part, pending.key)
            except FAULTS as error:
                if fault_of(error) != "bad":
                    delivery = self._failed(error, pending)
                    in_doubt = pending.bulk and delivery == _DOUBTED
                    return self._doubt(pending) if in_doubt else delivery
                log.error("not taken: %s", said(error))
                refused = said(error) if part.lost else refused
                if part.instead:
                    parts[done] = part.instead
                    continue
                if not part.files:
                    self._forget(pending)
                    return Rejected(said(error))
            done += 1
            self._done[pending.id] = (done, receipt)
            self._doubted.discard(pending.id)
        self._forget(pending)
        self._health.works()
        return Rejected(refused) if refused else Sent(receipt)

    async def _begun(self, pending: Pending) -> bool:
        """Note it as begun; False: it is not to be sent any more."""
        begun = await self._begin(pending.id)
        await self._gate.opened()
        if not begun:
            self._forget(pending)
        return begun

    async def _one(self, chat: str, part: Part, key: str | None) -> str:
        last = self._last.pop(chat, None)
        fresh = last is not None and self._clock() - last.at <= EDITED_WITHIN
        if last and fresh and key and last.key == key and not part.files and not last.has_files:
            try:
                await self._call(after_edit(int(chat), last.message, part))
            except TelegramAPIError as error:
                if fault_of(error) != "bad":
                    self._last[chat] = last
                    raise
                if "not modified" not in str(error):
                    log.info("not edited, sent anew: %s", said(error))
                    await self._gate.passed(chat)
                    return await self._sent_anew(chat, part, key)
            self._remember(chat, replace(last, at=self._clock()))
            return str(last.message)
        return await self._sent_anew(chat, part, key)

    async def _sent_anew(self, chat: str, part: Part, key: str | None) -> str:
        message = await self._call(part.method)
        self._remember(chat, _Said(message.message_id, key, self._clock(), has_files=part.files))
        return str(message.message_id)

    def _remember(self, chat: str, last: _Said) -> None:
        self._last[chat] = last
        while len(self._last) > MOST_REMEMBERED:
            self._last.popitem(last=False)

    async def _call(self, method: TelegramMethod[T]) -> T:
        return await self._bot(method, request_timeout=SEND_WITHIN)

    def _failed(self, error: Exception, pending: Pending) -> Delivery:
        fault = fault_of(error)
        match fault:
            case "wait":
                assert isinstance(error, TelegramRetryAfter)
                self._gate.told_to_wait(pending.chat.id, error.retry_after)
                return Later("429", timedelta(seconds=error.retry_after))
            case "gone":
                self._forget(pending)
                return Gone()
            case "uncertain" if pending.id in self._doubted:
                # there is no asking whether it arrived: a third copy would be worse than a gap
                log.warning("sent twice, and never known: message=%s", pending.id)
                self._forget(pending)
                return Sent(DOUBTFUL)
            case "uncertain":
                self._doubted.add(pending.id)
                return _DOUBTED
            case _:
                self._health.fails(fault, said(error))
                return Later(said(error))

    def _doubt(self, pending: Pending) -> InDoubt:
        self._forget(pending)
        return InDoubt()

    def _forget(self, pending: Pending) -> None:
        self._done.pop(pending.id, None)
        self._doubted.discard(pending.id)
