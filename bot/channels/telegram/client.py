"""The connection to the Bot API, and the question who we are."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from http import HTTPStatus

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import GetMe, TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiogram.types import Message

from bot.channels.telegram.errors import FAULTS, Fault, GatewayTimeoutError, fault_of, said
from bot.config import Settings

log = logging.getLogger(__name__)

ASK_WITHIN = 15  # seconds
# pydantic forgets the type of an answer as soon as nobody holds it, and making it costs 11 ms
_ANSWERS = (Response[Message], Response[bool])


class _Session(AiohttpSession):
    """Tells a gateway's timeout, which aiogram hands on without its status, from what failed."""

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        if status_code == HTTPStatus.GATEWAY_TIMEOUT:
            raise GatewayTimeoutError(method, "504")
        return super().check_response(bot, method, status_code, content)


def client(settings: Settings) -> Bot:
    api = TelegramAPIServer.from_base(settings.telegram_api_url.rstrip("/"))
    session = _Session(proxy=settings.telegram_proxy or None, api=api)
    return Bot(settings.telegram_token, session)


@dataclass(frozen=True, slots=True)
class Known:
    """Who Telegram says we are; or what is in the way."""

    name: str = ""
    fault: Fault | None = None


async def who_we_are(settings: Settings) -> Known:
    bot = client(settings)
    try:
        me = await bot(GetMe(), request_timeout=ASK_WITHIN)
    except FAULTS as error:
        log.warning("telegram: %s", said(error))
        return Known(fault=fault_of(error))
    finally:
        await bot.session.close()
    return Known(f"@{me.username}")
