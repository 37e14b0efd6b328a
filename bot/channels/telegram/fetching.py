"""Files that people sent: from Telegram into our own store, before they are spoken of."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from http import HTTPStatus
from typing import Literal

import aiohttp
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetFile

from bot.channels import plain
from bot.channels.port import Incoming, Remote
from bot.channels.telegram.errors import FAULTS, fault_of, said
from bot.channels.telegram.gate import Sleep
from bot.channels.telegram.health import Health
from bot.channels.telegram.reading import MOST_FETCHED
from contest.documents.facts import FileFacts
from dialog.event import Attachment, Sent
from storage.files import LocalFiles
from storage.port import ChatFile, Unavailable

log = logging.getLogger(__name__)

Problem = Literal["broken", "over_channel"]
TOO_BIG = "file is too big"  # said at the question for it, where its size was not
FETCH_WITHIN = 300  # seconds, of one file


class Fetcher:
    def __init__(
        self, bot: Bot, files: LocalFiles, health: Health, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._sleep = sleep
        self._bot = bot
        self._files = files
        self._health = health

    async def fetched(self, incoming: Incoming) -> Incoming:
        """With its files in our store. Raises Unavailable while Telegram does not give them."""
        did = incoming.event.input
        if not incoming.remote or not isinstance(did, Sent):
            return incoming
        attached, kept = [], []
        for remote in incoming.remote:
            data = await self._bytes(remote)
            if isinstance(data, str):
                attached.append(_missing(remote, data))
                continue
            stored = await self._files.put(data)
            attached.append(
                Attachment(
                    remote.kind,
                    stored.sha256,
                    remote.name,
                    stored.size,
                    remote.type,
                    shrunk=remote.shrunk,
                )
            )
            kept.append(ChatFile(stored.sha256, remote.name, remote.type, stored.size))
        event = replace(incoming.event, input=replace(did, files=tuple(attached)))
        return replace(incoming, event=event, files=tuple(kept), remote=())

    async def _bytes(self, remote: Remote) -> bytes | Problem:
        """Or why Telegram will never give it to us."""
        if remote.size > MOST_FETCHED:
            return "over_channel"
        try:
            file = await self._bot(GetFile(file_id=remote.file_id))
            if not file.file_path:
                return "broken"
            url = self._bot.session.api.file_url(self._bot.token, file.file_path)
            pieces = [
                piece async for piece in self._bot.session.stream_content(url, timeout=FETCH_WITHIN)
            ]
        except aiohttp.ClientResponseError as error:
            # its message holds the address, and the address the token
            if error.status == HTTPStatus.NOT_FOUND:
                return "broken"
            raise Unavailable(f"Telegram: a file, HTTP {error.status}") from None
        except TelegramRetryAfter as error:
            await self._sleep(error.retry_after)
            raise Unavailable("Telegram: a file, too many requests") from None
        except FAULTS as error:
            if fault_of(error) == "bad":
                log.warning("a file cannot be fetched: %s", said(error))
                return "over_channel" if TOO_BIG in str(error).lower() else "broken"
            self._health.fails(fault_of(error), said(error))
            raise Unavailable(f"Telegram: {said(error)}") from None
        self._health.works()
        return b"".join(pieces)


def _missing(remote: Remote, problem: Problem) -> Attachment:
    """Too large for the Bot API; or broken there, and to be sent again."""
    if problem == "over_channel":
        return plain.over_channel(remote.kind, remote.name, remote.size, remote.type)
    about = FileFacts("other", remote.type, remote.size, problem="broken").to_json()
    return Attachment(remote.kind, "", remote.name, remote.size, remote.type, about)
