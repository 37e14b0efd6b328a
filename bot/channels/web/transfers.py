"""Files that people send and fetch. A file belongs to the chats it was sent in, and to no other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from http import HTTPStatus
from urllib.parse import quote

from aiohttp import ClientError, web
from PIL import Image, UnidentifiedImageError

from bot.channels import clean
from bot.channels.web.part import Refused, Web, slow_down
from dialog.event import ChatRef
from dialog.reply import t
from storage.files import Stored, TooLarge
from storage.port import ChatFile

_SHOWN_IN_PLACE = ("image/png", "image/jpeg", "image/webp", "image/gif")


class Transfers:
    def __init__(self, part: Web) -> None:
        self._part = part

    async def upload(self, request: web.Request, chat: ChatRef) -> web.Response:
        with self._part.limits.uploads.one(chat) as free:
            slow_down(0 if free else 2)
            stored = await self._received(request, await self._room(chat))
        if not stored.size:
            raise Refused(HTTPStatus.BAD_REQUEST, t("web.file_empty"))
        file_type = await asyncio.to_thread(self._type_of, stored.sha256)
        name = clean.file_name(request.query.get("name", "")) or stored.sha256[:8]
        file = ChatFile(stored.sha256, name, file_type, stored.size)
        await self._part.storage.keep_file(chat, file, self._part.clock())
        return web.json_response({"file": file.sha256, "size": file.size, "type": file.type})

    async def _room(self, chat: ChatRef) -> int:
        """Bytes that this chat may still send."""
        room = self._part.max_chat_bytes - await self._part.storage.bytes_of(chat)
        if room <= 0:
            most = self._part.max_chat_bytes // 1_000_000
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, t("web.chat_full", most=most))
        return room

    async def _received(self, request: web.Request, room: int) -> Stored:
        most = min(self._part.max_file_bytes, room)
        too_large = Refused(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            t("web.file_too_large", most=self._part.max_file_bytes // 1_000_000)
            if most == self._part.max_file_bytes
            else t("web.chat_full", most=self._part.max_chat_bytes // 1_000_000),
        )
        if (request.content_length or 0) > most:
            raise too_large
        patience = self._part.limits.chunk_seconds
        try:
            return await self._part.files.receive(_chunks(request, patience), most)
        except TooLarge as error:
            raise too_large from error
        except TimeoutError as error:
            raise Refused(HTTPStatus.REQUEST_TIMEOUT, t("web.upload_stalled")) from error
        except (ConnectionError, ClientError) as error:  # it went away; nobody reads the answer
            raise Refused(HTTPStatus.BAD_REQUEST, t("web.upload_stalled")) from error

    def _type_of(self, sha256: str) -> str:
        """By its content, never by its name: only what is surely a picture is shown as one."""
        path = self._part.files.path(sha256)
        try:
            with Image.open(path) as image:  # type: ignore[arg-type]  # it was stored just now
                return image.get_format_mimetype() or "application/octet-stream"
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError):
            return "application/octet-stream"

    async def file(self, request: web.Request, chat: ChatRef) -> web.StreamResponse:
        file = await self._part.storage.file_of(chat, request.match_info["sha256"])
        path = self._part.files.path(file.sha256) if file else None
        if file is None or path is None:
            raise web.HTTPNotFound
        response = web.FileResponse(path)
        response.content_type = file.type
        in_place = file.type in _SHOWN_IN_PLACE
        response.headers["Content-Disposition"] = _disposition(file.name, in_place=in_place)
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
        return response


async def _chunks(request: web.Request, patience: float) -> AsyncIterator[bytes]:
    """The body as it comes. Raises TimeoutError when it stands still."""
    while chunk := await asyncio.wait_for(request.content.read(256 * 1024), patience):
        yield chunk


def _disposition(name: str, *, in_place: bool) -> str:
    return f"{'inline' if in_place else 'attachment'}; filename*=UTF-8''{quote(name)}"
