"""Files that people fetch. A file belongs to the chats it was sent in, and to no other."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from aiohttp import web
from PIL import Image, UnidentifiedImageError

from bot.channels.web.part import Web
from dialog.event import ChatRef

UNKNOWN = "application/octet-stream"
_SHOWN_IN_PLACE = ("image/png", "image/jpeg", "image/webp", "image/gif")


class Transfers:
    def __init__(self, part: Web) -> None:
        self._part = part

    async def type_of(self, sha256: str) -> str:
        """Its media type, by its content, never by its name."""
        return await asyncio.to_thread(self._type_of, sha256)

    def _type_of(self, sha256: str) -> str:
        """Only what is surely a picture is shown as one."""
        path = self._part.files.path(sha256)
        try:
            with Image.open(path) as image:  # type: ignore[arg-type]  # it was stored just now
                return image.get_format_mimetype() or UNKNOWN
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError):
            return UNKNOWN

    async def file(self, request: web.Request, chat: ChatRef) -> web.StreamResponse:
        file = await self._part.storage.file_of(chat, request.match_info["sha256"])
        path = self._part.files.path(file.sha256) if file else None
        if file is None or path is None:
            raise web.HTTPNotFound
        response = web.FileResponse(path)
        response.content_type = file.type
        in_place = file.type in _SHOWN_IN_PLACE
        response.headers["Content-Disposition"] = disposition(file.name, in_place=in_place)
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
        return response


def kind_of(file_type: str, said: str) -> str:
    """What the content says it is; where it says nothing, what the page took it for."""
    if file_type == UNKNOWN:
        return said
    match file_type.partition("/")[0]:
        case "image":
            return "photo"
        case "audio":
            return "voice"
        case "video":  # the same containers hold voices alone
            return "voice" if said == "voice" else "video"
        case _:
            return "document"


def disposition(name: str, *, in_place: bool) -> str:
    """The header of that name: shown in the browser, or kept as a file of that name."""
    return f"{'inline' if in_place else 'attachment'}; filename*=UTF-8''{quote(name)}"
