"""Webhook: Telegram brings what is new. It hears «200» only when that is durable."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from datetime import datetime
from http import HTTPStatus

from aiogram import Bot
from aiogram.methods import GetWebhookInfo, SetWebhook
from aiogram.types import WebhookInfo
from aiohttp import web

from bot.channels.telegram.errors import FAULTS, fault_of, said, without_addresses
from bot.channels.telegram.health import Health
from bot.channels.telegram.polling import Accept, wait_after
from bot.channels.telegram.reading import KINDS, is_update
from storage.port import Unavailable

log = logging.getLogger(__name__)

PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BODY = 1_000_000  # bytes of an update; the largest texts have 4,096 letters
MOST_CONNECTIONS = 40
LOOK_EVERY = 180.0  # seconds: is it still us that Telegram calls?
TRY_AGAIN = 2  # seconds, said to Telegram while nothing can be kept


def secret_of(token: str) -> str:
    """What Telegram has to show, made of the token that only it and we know."""
    return hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()


class Webhook:
    def __init__(self, bot: Bot, accept: Accept, health: Health, address: str) -> None:
        """`address`: of this server, as Telegram reaches it."""
        self._bot = bot
        self._accept = accept
        self._health = health
        self._url = address.rstrip("/") + PATH
        self._secret = secret_of(bot.token)
        self._failure: tuple[datetime | None, str] | None = None  # the last that was logged

    def add_to(self, app: web.Application) -> None:
        app.router.add_post(PATH, self.take)

    async def watch(self) -> None:
        """Tell Telegram where we are, and again whenever somebody told it otherwise. For ever."""
        await self._announce()
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await self._look()

    async def _look(self) -> None:
        try:
            info = await self._bot(GetWebhookInfo())
        except FAULTS as error:
            self._fails(error)
            return
        self._log_failure(info)
        if info.url == self._url:
            self._health.asks_alone()
            return
        what = "another address" if info.url else "no address"
        self._health.fails("conflict", f"somebody has set {what} as the webhook; ours is set again")
        await self._announce()  # the next look says whether we are alone

    def _log_failure(self, info: WebhookInfo) -> None:
        if not info.last_error_message:
            return
        failure = info.last_error_date, info.last_error_message
        if failure != self._failure:
            self._failure = failure
            why = without_addresses(info.last_error_message)
            log.warning("telegram could not bring an update, last at %s: %s", failure[0], why)

    def _fails(self, error: Exception) -> None:
        fault = fault_of(error)
        if fault != "wait":
            self._health.fails(fault, said(error))

    async def _announce(self) -> None:
        """Until it has been heard."""
        wait = 0.0
        while True:
            try:
                await self._bot(
                    SetWebhook(
                        url=self._url, secret_token=self._secret, allowed_updates=list(KINDS),
                        max_connections=MOST_CONNECTIONS,
                    )
                )  # fmt: skip
            except FAULTS as error:
                self._fails(error)
                wait = wait_after(error, wait)
                await asyncio.sleep(wait)
            else:
                return self._health.works()

    async def take(self, request: web.Request) -> web.Response:
        shown = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(shown, self._secret.encode()):
            log.warning("a request to the webhook without its secret")
            return web.Response(status=HTTPStatus.FORBIDDEN)
        if (request.content_length or 0) > MOST_BODY:
            return web.Response(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            update = json.loads(await request.text())
        except (ValueError, LookupError, RecursionError):
            update = None
        if not is_update(update):
            # brought again and again it would hold up its chat for a day
            log.error("the webhook was brought something that is no update")
            return web.Response()
        try:
            await self._accept(update)
        except Unavailable as error:
            log.warning("cannot take an update now: %s", error)
            wait = {"Retry-After": str(TRY_AGAIN)}
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=wait)
        return web.Response()
