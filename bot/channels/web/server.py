"""The HTTP side of the web chat. Nothing is acknowledged before it is durable."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.channels import clean
from bot.channels.web import linked_files, tus, uploads
from bot.channels.web.channel import chat_of
from bot.channels.web.part import Refused, Web, slow_down
from bot.channels.web.receipts import PATH, Receipts
from bot.channels.web.stream import stream
from bot.channels.web.transfers import Transfers, kind_of
from bot.channels.web.upload_pages import UploadPages, for_script
from bot.schedule import TOO_OLD
from dialog.event import ChatRef
from dialog.reply import t
from storage.port import Arrival, Unavailable

log = logging.getLogger(__name__)

COOKIE = "chat"
COOKIE_DAYS = 400  # the longest a browser keeps one; every visit begins it anew
MOST_BODY = 768 * 1024  # of an event: 100,000 letters fit, even written as \\uXXXX
MOST_WAITING = 200  # events of one chat that may wait to be answered
MOST_KNOWN = 10_000  # chats remembered as known, to spare a look at the database
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TOKEN = re.compile(r"[!-~]{1,64}")
_KINDS = ("photo", "document", "voice", "video")
_SAFE = ("GET", "HEAD", "OPTIONS")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def make_server(part: Web) -> web.Application:
    """The application that serves the page and its stream."""
    server = _Server(part)
    app = web.Application(middlewares=[server.guard], client_max_size=MOST_BODY)
    app.router.add_get("/", server.index)
    app.router.add_get("/static/{name}", server.static)
    app.router.add_get("/api/words", server.words)
    app.router.add_post("/api/hello", server.hello)
    app.router.add_post("/api/events", server.event)
    app.router.add_get("/api/stream", server.stream)
    server.uploads.add_to(app.router)
    server.pages.add_to(app.router)
    app.router.add_get("/files/{sha256}/{name}", server.file)
    app.router.add_get("/healthz", server.health)
    app.router.add_get(PATH, Receipts(part, server.lang).show)
    linked = linked_files.LinkedFiles(part, server.lang)
    app.router.add_get(linked_files.PATH, linked.fetch)
    app.on_shutdown.append(server.close_streams)
    part.chores.append(server.pages.hand_in_forgotten)
    return app


class _Server:
    def __init__(self, part: Web) -> None:
        self._part = part
        self.transfers = Transfers(part)
        self.uploads = uploads.Uploads(part, self.transfers, self.whose)
        self.pages = UploadPages(part, self.uploads, self.lang)
        self._closing = asyncio.Event()
        self._known: OrderedDict[ChatRef, None] = OrderedDict()

    # --- every request ---

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Foreign sites are turned away, and every way of failing ends in a kind answer."""
        try:
            if request.method not in _SAFE and not _same_site(request):
                raise Refused(HTTPStatus.FORBIDDEN, t("web.foreign"))
            response = await handler(request)
        except Refused as refused:
            response = self._refusal(request, refused)
        except Unavailable as error:
            log.warning("cannot take a request now: %s", error)
            busy = Refused(HTTPStatus.SERVICE_UNAVAILABLE, t("web.busy"), retry_after=2)
            response = self._refusal(request, busy)
        except web.HTTPRequestEntityTooLarge:
            response = self._refusal(
                request, Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, t("web.message_too_large"))
            )
        except web.HTTPException as answer:
            response = self._refusal(
                request, Refused(HTTPStatus(answer.status), t("web.no_such_page"))
            )
        except Exception:
            log.exception("request failed: %s", request.match_info.route.resource)
            failed = Refused(HTTPStatus.INTERNAL_SERVER_ERROR, t("web.failed"), retry_after=5)
            response = self._refusal(request, failed)
        if not response.prepared:
            _harden(response)
            if "uploads" in request.path.split("/"):
                response.headers["Tus-Resumable"] = tus.VERSION
        return response

    def _refusal(self, request: web.Request, refused: Refused) -> web.Response:
        text = self._part.texts.render(refused.text, self.lang(request))
        if not request.path.startswith("/api/") and not for_script(request.path):
            return web.Response(status=refused.status, text=text, headers=refused.headers)
        error = {"code": refused.reason.lower().replace(" ", "_"), "message": text}
        return web.json_response(
            {"error": error},
            status=refused.status,
            reason=refused.reason,
            headers=refused.headers,
        )

    def lang(self, request: web.Request) -> str:
        """Of the page, else of the browser, if we speak it."""
        wanted = request.query.get("lang") or request.headers.get("Accept-Language", "")[:2]
        languages = self._part.page.languages
        return wanted if wanted in languages else self._part.default_lang

    async def chat(self, request: web.Request) -> ChatRef:
        """The chat of this browser. One we did not open is no chat, whatever the cookie says."""
        chat = chat_of(request.cookies.get(COOKIE, ""))
        if chat not in self._known:
            if not await self._part.storage.knows(chat):
                raise Refused(HTTPStatus.UNAUTHORIZED, t("web.no_chat"))
            self._remember(chat)
        return chat

    async def whose(self, request: web.Request) -> uploads.Owner:
        """An upload is this browser's, or of the page in whose address it is."""
        if "token" in request.match_info:
            return await self.pages.owner(request)
        return uploads.Owner(await self.chat(request))

    def _remember(self, chat: ChatRef) -> None:
        self._known[chat] = None
        while len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)

    # --- the page ---

    async def index(self, request: web.Request) -> web.Response:
        page = self._part.page.html(self.lang(request))
        response = web.Response(text=page, content_type="text/html")
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
            "media-src blob:; "
            "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
        )
        response.headers["Cache-Control"] = "no-cache"
        return response

    async def static(self, request: web.Request) -> web.Response:
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        found = self._part.page.static(request.match_info["name"], packed=packed)
        if found is None:
            raise web.HTTPNotFound
        body, content_type = found
        response = web.Response(body=body, content_type=content_type, charset="utf-8")
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response

    async def words(self, request: web.Request) -> web.Response:
        return web.json_response(self._part.page.words(self.lang(request)))

    # --- the chat ---

    async def hello(self, request: web.Request) -> web.Response:
        """Say who is there: the chat of the cookie, or a new one."""
        lang = self.lang(request)
        try:
            chat = await self.chat(request)
        except Refused:
            slow_down(self._part.limits.new_chats.take("all"))
            secret = secrets.token_urlsafe(32)
            chat = chat_of(secret)
            await self._part.storage.open_chat(chat, self._part.clock())
            self._remember(chat)
            return self._greeted(lang, secret, new=True)
        state = (await self._part.storage.load(chat)).chat
        return self._greeted(state.lang or lang, request.cookies[COOKIE], new=state.lang is None)

    def _greeted(self, lang: str, secret: str, *, new: bool) -> web.Response:
        response = web.json_response({"new": new, "lang": lang})
        response.set_cookie(
            COOKIE,
            secret,
            max_age=COOKIE_DAYS * 86400,
            httponly=True,
            samesite="Strict",
            secure=self._part.secure,
        )
        return response

    async def event(self, request: web.Request) -> web.Response:
        chat = await self.chat(request)
        payload = await _json(request)
        name = payload.get("id")
        if not isinstance(name, str) or not _ID.fullmatch(name):
            raise Refused(HTTPStatus.BAD_REQUEST, t("web.bad_event"))
        limits = self._part.limits
        slow_down(2 if self._part.waiting(chat) >= MOST_WAITING else 0)
        slow_down(limits.events.take(chat) or limits.letters.take(chat, _bytes_of(payload)))
        kept = await self._checked(chat, payload)
        arrival = Arrival(chat, f"{chat.id[:16]}:{name}", {"id": name, **kept}, self._part.clock())
        accepted = await self._part.intake.accept(arrival)
        if accepted is not None:
            self._part.channel.arrived(accepted)
        return web.json_response({"ok": True, "new": accepted is not None})

    async def _checked(self, chat: ChatRef, payload: dict[str, Any]) -> dict[str, Any]:
        """What is kept of an event: only what we know, of the kind we know."""
        lang = payload.get("lang")
        kept: dict[str, Any] = {"lang": lang if lang in self._part.page.languages else None}
        match payload:
            case {"kind": "start"}:
                return {"kind": "start", **kept}
            case {"kind": "say", "text": str(text)}:
                return {"kind": "say", "text": clean.text(text), **kept}
            case {"kind": "press", "token": str(token)} if _TOKEN.fullmatch(token):
                label = payload.get("label")
                label = clean.text(label)[:200] if isinstance(label, str) else ""
                return {"kind": "press", "token": token, "label": label, **kept}
            case {"kind": "files", "files": [_, *_] as files} if len(files) <= 50:
                caption = payload.get("caption")
                caption = clean.text(caption) if isinstance(caption, str) else ""
                sent = [await self._own_file(chat, file) for file in files]
                return {"kind": "files", "files": sent, "caption": caption, **kept}
        raise Refused(HTTPStatus.BAD_REQUEST, t("web.bad_event"))

    async def _own_file(self, chat: ChatRef, named: Any) -> dict[str, Any]:
        match named:
            case {"file": str(sha256), "kind": str(kind)} if kind in _KINDS:
                if file := await self._part.storage.file_of(chat, sha256):
                    begun = {"begun": file.begun.isoformat()} if file.begun else {}
                    return {
                        "kind": kind_of(file.type, kind),
                        "file": file.sha256,
                        "name": file.name,
                        "type": file.type,
                        "size": file.size,
                        **begun,
                    }
        raise Refused(HTTPStatus.BAD_REQUEST, t("web.no_such_file"))

    async def stream(self, request: web.Request) -> web.StreamResponse:
        chat = await self.chat(request)
        part = self._part
        if part.channel.listeners >= part.limits.streams_all:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, t("web.busy"), retry_after=10)
        most = part.limits.streams_each
        return await stream(request, chat, part.channel, part.storage, self._closing, most)

    async def close_streams(self, _: web.Application) -> None:
        self._closing.set()
        self._part.channel.wake_all()

    # --- files, and what watches us ---

    async def file(self, request: web.Request) -> web.StreamResponse:
        return await self.transfers.file(request, await self.chat(request))

    async def health(self, _: web.Request) -> web.Response:
        """Is anything stuck? For a watching program: numbers only."""
        ages = await self._part.ages()
        stuck = max(ages.oldest_undone, ages.oldest_unsent) > TOO_OLD
        body = {
            "ok": not stuck,
            "oldest_unanswered_seconds": round(ages.oldest_undone),
            "oldest_unsent_seconds": round(ages.oldest_unsent),
            "unanswered": ages.undone,
            "unsent": ages.unsent,
            "parked": ages.parked,
            "undeliverable": ages.dead,
            "open_questions": ages.questions,
        }
        for name, told in self._part.doing.items():
            doing = told()
            body[f"{name}_{doing.state}_seconds"] = round(doing.seconds)
        return web.json_response(body, status=503 if stuck else 200)


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        payload = await request.json()
    except (ValueError, LookupError, RecursionError) as error:  # LookupError: an unknown charset
        raise Refused(HTTPStatus.BAD_REQUEST, t("web.bad_event")) from error
    if not isinstance(payload, dict):
        raise Refused(HTTPStatus.BAD_REQUEST, t("web.bad_event"))
    return payload


def _bytes_of(payload: dict[str, Any]) -> int:
    return sum(len(value) * 2 for value in payload.values() if isinstance(value, str))


def _same_site(request: web.Request) -> bool:
    """A form or script of another site must not speak in a person's name."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("Host")


def _harden(response: web.StreamResponse) -> None:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
    headers.setdefault("Cache-Control", "no-store")
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Permissions-Policy"] = "geolocation=(), payment=(), usb=()"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
