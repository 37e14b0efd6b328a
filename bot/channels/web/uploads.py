"""Files that people send: in pieces, over lines that break, to a server that may be killed.

A piece is acknowledged when it is on the disk; the last one when the file has its name in the store
and its chat has it in the database.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus

from aiohttp import ClientError, StreamReader, web

from bot.channels import clean
from bot.channels.web import tus
from bot.channels.web.part import Refused, Web, slow_down
from bot.channels.web.transfers import Transfers
from dialog.event import ChatRef
from dialog.reply import Text, t
from storage.partial import KEPT_FOR, Appending, Partial
from storage.port import ChatFile

PATH = "/api/uploads"
MOST_UNFINISHED = 64  # of a chat; an album has 50
ABANDONED = 3600.0  # seconds after which an unfinished upload makes room for a new one
READ_AT_ONCE = 128 * 1024
GIVE_BACK_WITHIN = 30.0  # seconds that a request which was asked to let go may take
_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an upload is: a chat's own, or that of the upload page by which it comes."""

    chat: ChatRef
    page: str = ""  # its token, as it is kept

    def has(self, partial: Partial) -> bool:
        return partial.of(self.chat) and partial.page == self.page


Whose = Callable[[web.Request], Awaitable[Owner]]
Create = Callable[[web.Request], Awaitable[web.Response]]
Handler = Callable[[web.Request, Owner], Awaitable[web.Response]]


class Uploads:
    """Requests under PATH, and under the addresses of upload pages. `whose` refuses strangers."""

    def __init__(self, part: Web, transfers: Transfers, whose: Whose) -> None:
        self._part = part
        self._partials = part.files.partials
        self._transfers = transfers
        self._whose = whose
        self._held: dict[str, _Hold] = {}
        self._handlers: dict[str, Handler] = {
            "HEAD": self._head,
            "PATCH": self._patch,
            "DELETE": self._delete,
        }

    def add_to(
        self, router: web.UrlDispatcher, path: str = PATH, create: Create | None = None
    ) -> None:
        """Under `path`; `create`: instead of ours, which it calls."""
        router.add_options(path, self.options)
        router.add_post(path, create or self.create)
        for method in ("HEAD", "PATCH", "DELETE", "POST"):
            router.add_route(method, f"{path}/{{name}}", self.one)

    async def options(self, _: web.Request) -> web.Response:
        """What we can do."""
        headers = {
            "Tus-Version": tus.VERSION,
            "Tus-Extension": tus.EXTENSIONS,
            "Tus-Checksum-Algorithm": ",".join(tus.CHECKSUMS),
            "Tus-Max-Size": str(self._part.max_file_bytes),
        }
        return web.Response(status=204, headers=headers)

    async def create(self, request: web.Request) -> web.Response:
        tus.check_version(request.headers)
        owner = await self._whose(request)
        chat = owner.chat
        slow_down(self._part.limits.events.take(chat))
        length = tus.number(request.headers, "Upload-Length")
        name = clean.file_name(tus.metadata(request.headers).get("filename", ""))
        if not length:
            raise Refused(HTTPStatus.BAD_REQUEST, t("web.file_empty"))
        if length > self._part.max_file_bytes:
            most = self._part.max_file_bytes // 1_000_000
            raise _too_large(t("web.file_too_large", most=most))
        await self._make_room(chat, length)
        now = self._part.clock()
        partial = await self._partials.create(chat, length, name, now, owner.page)
        headers = {"Location": f"{request.path}/{partial.name}", **_progress(partial)}
        return web.Response(status=201, headers=headers)

    async def one(self, request: web.Request) -> web.Response:
        """Everything about one upload that was created."""
        tus.check_version(request.headers)
        handler = self._handlers.get(tus.method_of(request))
        if handler is None:
            raise web.HTTPMethodNotAllowed(request.method, self._handlers)
        return await handler(request, await self._whose(request))

    async def settled_of(self, owner: Owner) -> list[Partial]:
        """All that came by a page. What is whole has its name in the store, also if a crash came
        between; what was forgotten or erased meanwhile is left out."""
        for partial in self._partials.of_page(owner.page):
            if partial.complete and not partial.kept and partial.name not in self._held:
                async with self._hold(partial.name):
                    with suppress(Refused):
                        await self._finished(owner.chat, partial)
        return [p for p in self._partials.of_page(owner.page) if owner.has(p)]

    # --- one upload ---

    async def _head(self, request: web.Request, owner: Owner) -> web.Response:
        partial = self._own(request, owner)
        async with self._hold(partial.name, insist=True):
            partial = self._own(request, owner)  # it may be gone after the wait
            return await self._state(owner.chat, partial.name, HTTPStatus.OK)

    async def _patch(self, request: web.Request, owner: Owner) -> web.Response:
        partial = self._own(request, owner)
        if request.content_type != tus.BYTES:
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, t("web.bad_upload"))
        offset = tus.number(request.headers, "Upload-Offset")
        checksum = tus.checksum(request.headers)
        with self._part.limits.uploads.one(owner.chat) as free:
            slow_down(0 if free else 2)
            async with self._hold(partial.name) as hold:
                partial = self._own(request, owner)
                if offset != partial.size:
                    raise Refused(HTTPStatus.CONFLICT, t("web.bad_upload"))
                if partial.size + (request.content_length or 0) > partial.length:
                    raise _too_large(t("web.bad_upload"))
                if not partial.complete:
                    await self._append(request, partial, hold, checksum)
                return await self._state(owner.chat, partial.name, HTTPStatus.NO_CONTENT)

    async def _delete(self, request: web.Request, owner: Owner) -> web.Response:
        partial = self._own(request, owner)
        async with self._hold(partial.name, insist=True):
            await self._partials.drop(partial.name)
        return web.Response(status=204)

    def _own(self, request: web.Request, owner: Owner) -> Partial:
        """The upload, if it is this owner's and still kept."""
        name = request.match_info["name"]
        partial = self._partials.get(name) if _NAME.fullmatch(name) else None
        if partial is None or not owner.has(partial):
            raise Refused(HTTPStatus.NOT_FOUND, t("web.no_upload"))
        if partial.touched + KEPT_FOR.total_seconds() < self._part.clock().timestamp():
            raise Refused(HTTPStatus.GONE, t("web.no_upload"))
        return partial

    async def _append(
        self,
        request: web.Request,
        partial: Partial,
        hold: _Hold,
        checksum: tus.Checksum | None,
    ) -> None:
        """The body, as far as it comes: what came before a line broke stays, unless unverified."""
        now = self._part.clock()
        appending = await self._partials.append(partial.name, now, unverified=bool(checksum))
        try:
            await self._received(request, appending, partial.length, hold, checksum)
        except TimeoutError as error:
            if hold.let_go:
                raise _busy() from error
            raise Refused(HTTPStatus.REQUEST_TIMEOUT, t("web.upload_stalled")) from error
        except (ConnectionError, ClientError) as error:  # it went away; nobody reads the answer
            raise Refused(HTTPStatus.BAD_REQUEST, t("web.upload_stalled")) from error
        finally:
            try:
                await appending.flush()
            finally:
                await appending.close()

    async def _received(
        self,
        request: web.Request,
        appending: Appending,
        length: int,
        hold: _Hold,
        checksum: tus.Checksum | None,
    ) -> None:
        try:
            patience = self._part.limits.chunk_seconds
            while chunk := await hold.read(request.content, patience):
                if appending.size + len(chunk) > length:
                    raise _too_large(t("web.bad_upload"))
                if checksum:
                    checksum.hash.update(chunk)
                await appending.add(chunk)
            if checksum:
                checksum.check()
        except BaseException:  # also when the server stops
            if checksum:
                await appending.rewind()
            raise

    # --- what becomes of it ---

    async def _state(self, chat: ChatRef, name: str, status: HTTPStatus) -> web.Response:
        """How far it is; a complete one is finished first, also if that was interrupted before."""
        partial = await self._partials.flushed(name)
        headers = _progress(partial)
        if partial.complete:
            file = await self._finished(chat, partial)
            headers |= {"File-Sha256": file.sha256, "File-Type": file.type}
        return web.Response(status=status, headers=headers)

    async def _finished(self, chat: ChatRef, partial: Partial) -> ChatFile:
        storage = self._part.storage
        file: ChatFile | None
        if partial.kept:
            file = await storage.file_of(chat, partial.sha256)
        else:
            file = await self._settled(partial)
            if file:
                await storage.keep_file(chat, file, self._part.clock())
                await self._partials.kept(partial.name)
        if file is None:  # forgotten or erased meanwhile
            await self._partials.drop(partial.name)
            raise Refused(HTTPStatus.GONE, t("web.no_upload"))
        return file

    async def _settled(self, partial: Partial) -> ChatFile | None:
        settled = await self._part.files.settle(partial.name)
        if settled is None:
            return None
        file_type = await self._transfers.type_of(settled.sha256)
        name = settled.file_name or settled.sha256[:8]
        begun = datetime.fromtimestamp(settled.begun, UTC)
        return ChatFile(settled.sha256, name, file_type, settled.length, begun=begun)

    async def _make_room(self, chat: ChatRef, length: int) -> None:
        """Unfinished uploads count as if they were whole; abandoned ones give way."""
        room = self._part.max_chat_bytes - await self._part.storage.bytes_of(chat)
        full = _too_large(t("web.chat_full", most=self._part.max_chat_bytes // 1_000_000))
        if length > room:
            raise full
        others = self._partials.unfinished(chat)
        before = self._part.clock().timestamp() - ABANDONED
        abandoned = [p for p in others if p.touched < before and p.name not in self._held]
        while abandoned and (_together(others) + length > room or len(others) >= MOST_UNFINISHED):
            stalest = abandoned.pop(0)
            others.remove(stalest)
            await self._partials.drop(stalest.name)
        if _together(others) + length > room:
            raise full
        slow_down(60 if len(others) >= MOST_UNFINISHED else 0)

    @asynccontextmanager
    async def _hold(self, name: str, *, insist: bool = False) -> AsyncIterator[_Hold]:
        """One request at a time for an upload.

        `insist`: who asks how far it is has lost the request before, which may not know it yet and
        would wait for bytes that never come. It is asked to let go.
        """
        if insist:
            with suppress(TimeoutError):
                async with asyncio.timeout(GIVE_BACK_WITHIN):
                    while other := self._held.get(name):
                        other.stop()
                        await other.done.wait()
        if name in self._held:
            raise _busy()
        hold = self._held[name] = _Hold()
        try:
            yield hold
        finally:
            del self._held[name]
            hold.done.set()


class _Hold:
    """A request that has an upload to itself until it is asked to let go."""

    def __init__(self) -> None:
        self.done = asyncio.Event()
        self.let_go = False
        self._reading: asyncio.Timeout | None = None

    def stop(self) -> None:
        self.let_go = True
        if self._reading is not None:
            self._reading.reschedule(0)

    async def read(self, body: StreamReader, patience: float) -> bytes:
        """The next bytes; none at the end. Raises TimeoutError, also when asked to let go."""
        if self.let_go:
            raise TimeoutError
        try:
            async with asyncio.timeout(patience) as self._reading:
                return await body.read(READ_AT_ONCE)
        finally:
            self._reading = None


def _progress(partial: Partial) -> dict[str, str]:
    expires = datetime.fromtimestamp(partial.touched, UTC) + KEPT_FOR
    return {
        "Upload-Offset": str(partial.size),
        "Upload-Length": str(partial.length),
        "Upload-Expires": format_datetime(expires, usegmt=True),
    }


def _together(partials: list[Partial]) -> int:
    return sum(partial.length for partial in partials)


def _busy() -> Refused:
    return Refused(HTTPStatus.LOCKED, t("web.too_fast"), retry_after=1)


def _too_large(text: Text) -> Refused:
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, text)
