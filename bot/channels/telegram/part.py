"""Puts the Telegram side together: client, gate, intake of updates, menu."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from aiogram.enums import ChatAction
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageReplyMarkup,
    GetMe,
    SendChatAction,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommand, InlineKeyboardMarkup
from pydantic import ValidationError

from bot.app import App
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.client import client
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.errors import FAULTS, fault_of, said
from bot.channels.telegram.fetching import Fetcher
from bot.channels.telegram.gate import OVERALL, Gate, Sleep
from bot.channels.telegram.health import Health
from bot.channels.telegram.polling import HELD, Poller, wait_after
from bot.channels.telegram.reading import (
    arrival_of,
    blocked_by,
    chat_of,
    group_of,
    moved_to,
    query_of,
    typed_in_group,
)
from bot.channels.telegram.webhook import Webhook
from bot.channels.telegram.words import ticked
from dialog.event import ChatRef
from dialog.reply import t
from dialog.reply import words as pack_words
from storage.port import Unavailable

log = logging.getLogger(__name__)

TRIES = 3  # of an update that cannot be kept, before it is left out
TYPING_AFTER = 1.0  # seconds of work, before the person is shown that we are at it
TYPING_AGAIN = 4.5  # Telegram shows it for five
TYPING_AT_MOST = 120.0
ASIDE_WITHIN = 10  # seconds, of requests that nothing depends on
DESCRIPTION, SHORT_DESCRIPTION = 512, 120  # letters at most


class Telegram:
    """Everything of Telegram in one program."""

    def __init__(
        self,
        app: App,
        *,
        held: int = HELD,
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
        overall: int = OVERALL,
    ) -> None:
        """`held`: seconds that an empty question for updates is kept open. `clock`, `sleep`: of
        the pace of sending, in seconds; `overall`: messages a second."""
        settings = app.settings
        self._app = app
        self.bot = client(settings)
        self.health = Health(time.monotonic)
        self.gate = Gate(app.tasks, clock, sleep, overall)
        fetcher = Fetcher(self.bot, app.files, self.health, sleep)
        self.channel = TelegramChannel(
            self.bot,
            self.gate,
            fetcher,
            app.files.path,
            self.health,
            clock,
            app.storage.begin,
        )
        self.webhook: Webhook | None = None
        self._poller: Poller | None = None
        if settings.telegram_mode == "webhook":
            self.webhook = Webhook(self.bot, self.accept, self.health, settings.address)
        else:
            self._poller = Poller(self.bot, self.accept, self.health, held)
        self._name = ""  # ours, once Telegram has told us
        app.groups.private[self.channel.name] = self._address
        self._typing: set[ChatRef] = set()
        self._tries: dict[int, int] = {}  # of updates that could not be kept

    def start(self) -> None:
        """After the storage is open and, for a webhook, the server listens."""
        if self._poller:
            self._app.tasks.keep("telegram polling", self._poller.poll)
        if self.webhook:
            self._app.tasks.keep("telegram webhook", self.webhook.watch)
        self._app.tasks.start("telegram menu", self._introduce())

    async def close(self) -> None:
        await self.bot.session.close()

    async def accept(self, update: Mapping[str, Any]) -> None:
        """One update is made durable. Raises Unavailable: then it must come again.

        What cannot be kept at all is left out after some tries: it would hold up all the others.
        """
        try:
            await self._accept(update)
        except Unavailable:
            raise
        except Exception as error:
            number = update["update_id"]
            log.exception("update %s cannot be kept", number)
            tries = self._tries.pop(number, 0) + 1
            if tries < TRIES:
                self._tries[number] = tries
                raise Unavailable("an update cannot be kept") from error

    async def _accept(self, update: Mapping[str, Any]) -> None:
        chat = chat_of(update)
        if chat is None:
            if query := query_of(update):
                self._aside(AnswerCallbackQuery(callback_query_id=query))
            await self._in_group(update)
            return
        if "my_chat_member" in update:  # if they let us in again, what they say will follow
            if blocked_by(update):
                await self._app.storage.gone(chat, self._app.clock())
            return
        accepted = await self._app.intake.accept(arrival_of(update, chat, self._app.clock()))
        if query := query_of(update):  # again if it comes again: the answer may not have gone out
            self._aside(AnswerCallbackQuery(callback_query_id=query))
        if accepted is None:
            return
        if query:
            self._tick(chat, update["callback_query"])
        if chat not in self._typing:
            self._typing.add(chat)
            self._app.tasks.start("telegram typing", self._type(chat))

    async def _in_group(self, update: Mapping[str, Any]) -> None:
        """Of what happens in a group only commands for us are looked at; nothing is kept."""
        group = group_of(update)
        if group is None:
            return
        if "my_chat_member" in update:
            if blocked_by(update):
                await self._app.groups.left(group)
                await self._app.storage.gone(group, self._app.clock())
        elif (to := moved_to(update)) is not None:
            await self._app.groups.moved(group, to)
        elif (typed := typed_in_group(update, self._name)) is not None:
            await self._app.groups.typed(group, typed)

    def _address(self) -> str:
        return f"https://t.me/{self._name}" if self._name else ""

    def _tick(self, chat: ChatRef, query: Mapping[str, Any]) -> None:
        """Mark what was pressed, which leaves no other trace; only where nothing waits for it."""
        message = query.get("message") or {}
        markup, token = message.get("reply_markup"), query.get("data")
        number = message.get("message_id")
        if not markup or not token or not isinstance(number, int) or self.gate.busy(chat.id):
            return
        try:
            before = InlineKeyboardMarkup.model_validate(markup)
        except ValidationError:
            return
        after = ticked(before, token)
        if after != before:
            self._app.tasks.start("telegram tick", self._ticked(chat, number, after))

    async def _ticked(self, chat: ChatRef, message: int, markup: InlineKeyboardMarkup) -> None:
        method = EditMessageReplyMarkup(
            chat_id=int(chat.id), message_id=message, reply_markup=markup
        )
        async with self.gate.sending(chat.id):
            await self._try(method)

    async def _type(self, chat: ChatRef) -> None:
        """While an answer takes long, and papers do, the person sees that we are writing."""
        try:
            until = time.monotonic() + TYPING_AT_MOST
            await asyncio.sleep(TYPING_AFTER)
            while self._app.lanes.waiting(chat) and time.monotonic() < until:
                await self._try(SendChatAction(chat_id=int(chat.id), action=ChatAction.TYPING))
                await asyncio.sleep(TYPING_AGAIN)
        finally:
            self._typing.discard(chat)

    def _aside(self, method: TelegramMethod[Any]) -> None:
        self._app.tasks.start("telegram aside", self._try(method))

    async def _try(self, method: TelegramMethod[Any]) -> Exception | None:
        """Something that nothing depends on: what fails is left out, and returned."""
        try:
            await self.bot(method, request_timeout=ASIDE_WITHIN)
        except FAULTS as error:
            log.debug("%s left out: %s", method.__api_method__, said(error))
            return error
        return None

    async def _ask_our_name(self) -> None:
        """For links that lead from a group to one's own chat, and for commands with our name."""
        try:
            self._name = (await self.bot(GetMe(), request_timeout=ASIDE_WITHIN)).username or ""
        except FAULTS as error:
            log.debug("our name is not known yet: %s", said(error))

    async def _introduce(self) -> None:
        """The menu of commands and the words on the bot's page, in each language."""
        await self._ask_our_name()
        texts, pack = self._app.texts, self._app.contest.pack
        default = self._app.settings.bot_language
        wait = 0.0
        for code, lang in ((None, default), *((lang, lang) for lang in pack.languages)):
            commands = [
                BotCommand(command=name, description=texts.render(text, lang))
                for name, (_, text) in COMMANDS.items()
            ]
            name = pack_words(pack.name)
            description = texts.render(t("telegram.description", contest=name), lang)
            short = texts.render(t("telegram.short_description", contest=name), lang)
            methods: list[TelegramMethod[bool]] = [
                SetMyCommands(commands=commands, language_code=code),
                SetMyDescription(description=description[:DESCRIPTION], language_code=code),
                SetMyShortDescription(
                    short_description=short[:SHORT_DESCRIPTION], language_code=code
                ),
            ]
            for method in methods:
                while error := await self._try(method):
                    if fault_of(error) == "bad":  # as it will be for ever
                        log.error("%s: %s", method.__api_method__, said(error))
                        break
                    wait = wait_after(error, wait)
                    await asyncio.sleep(wait)
        if not self._name:  # nobody answered when we first asked
            await self._ask_our_name()
