"""Webhook: Telegram brings what is new. It hears «200» only when that is durable."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from http import HTTPStatus

from aiogram import Bot
from aiogram.methods import SetWebhook
from aiohttp import web

from bot.channels.telegram.errors import FAULTS, fault_of, said
from bot.channels.telegram.health import Health
from bot.channels.telegram.polling import Accept, wait_after
from bot.channels.telegram.reading import KINDS
from storage.port import Unavailable

log = logging.getLogger(__name__)

PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BODY = 1_000_000  # bytes of an update; the largest texts have 4,096 letters
MOST_CONNECTIONS = 40
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

    def add_to(self, app: web.Application) -> None:
        app.router.add_post(PATH, self.take)

    async def announce(self) -> None:
        """Tell Telegram where we are; until it has heard."""
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
                if fault_of(error) != "wait":
                    self._health.fails(fault_of(error), said(error))
                wait = wait_after(error, wait)
                await asyncio.sleep(wait)
            else:
                return self._health.asks_alone()

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
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
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
