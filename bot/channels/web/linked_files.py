"""Files of ours by the links that other channels show instead of them. See `bot.file_links`."""

from __future__ import annotations

from http import HTTPStatus

from aiohttp import web

from bot import file_links
from bot.channels.web.notices import Notice, Notices
from bot.channels.web.part import Lang, Web, slow_down
from bot.channels.web.transfers import disposition
from dialog.reply import Text, t

PATH = f"{file_links.PATH}/{{token}}/{{name}}"


class LinkedFiles:
    """Looking never uses a link up: messengers look at links by themselves."""

    def __init__(self, part: Web, lang: Lang) -> None:
        self._part = part
        self._notices = Notices(part, lang)

    async def fetch(self, request: web.Request) -> web.StreamResponse:
        """The file, or the part of it that is asked for; or a page that says what to do instead."""
        part = self._part
        linked = part.links.read(request.match_info["token"], request.match_info["name"])
        if linked is None:
            slow_down(part.limits.guesses.take(request.remote))
            return self._sorry(request, t("file_link.none"), HTTPStatus.NOT_FOUND)
        if part.clock() > linked.until:
            return self._sorry(request, t("file_link.over"), HTTPStatus.GONE)
        path = part.files.path(linked.sha256)
        # what was erased is no longer shown, though its bytes leave the disk a day later
        if path is None or not await part.storage.knows_file(linked.sha256):
            return self._sorry(request, t("file_link.gone"), HTTPStatus.GONE)
        response = web.FileResponse(path)
        response.content_type = linked.type
        headers = response.headers
        headers["Content-Disposition"] = disposition(linked.name, in_place=False)
        headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        headers["Cache-Control"] = "private, no-store"
        headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def _sorry(self, request: web.Request, said: Text, status: HTTPStatus) -> web.Response:
        explained = t("file_link.explained", n=self._part.links.open_for.days)
        return self._notices.page(request, Notice(t("file_link.title"), said, explained), status)
