"""The connection to the Bot API, and the question who we are."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import GetMe
from aiogram.methods.base import Response
from aiogram.types import Message

from bot.channels.telegram.errors import FAULTS, Fault, fault_of, said
from bot.config import Settings

log = logging.getLogger(__name__)

ASK_WITHIN = 15  # seconds
# pydantic forgets the type of an answer as soon as nobody holds it, and making it costs 11 ms
_ANSWERS = (Response[Message], Response[bool])


def client(settings: Settings) -> Bot:
    api = TelegramAPIServer.from_base(settings.telegram_api_url.rstrip("/"))
    session = AiohttpSession(proxy=settings.telegram_proxy or None, api=api)
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
