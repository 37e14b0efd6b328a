"""One-time pages where files are sent that another channel cannot carry.

Whoever has the address may send files to its chat until «done»; looking at the page, as the
previews of messengers do, changes nothing. What was begun in time may be finished later, for as
long as what came of it is kept.
"""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from http import HTTPStatus
from string import Template
from typing import Any, Literal
from weakref import WeakValueDictionary

from aiohttp import web

from bot.channels.web.channel import NAME
from bot.channels.web.page import HERE
from bot.channels.web.part import Lang, Refused, Web, slow_down
from bot.channels.web.uploads import Owner, Uploads
from bot.pages import handed_in, kept
from contest.calendar import ZONE
from contest.documents.facts import FileFacts
from dialog.reply import Text, lines, t
from handlers.dossier.by_page import Wanted, cannot_use, wanted
from handlers.dossier.filing import kinds_named
from storage.partial import KEPT_FOR, Partial
from storage.port import UploadPage

PATH = "/u/{token}"
QUIET, QUIET_HALF = timedelta(minutes=10), timedelta(days=1)  # then «done» was forgotten
MOST_FILES = 50  # of a page, as of one message
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ENDS = {"image": "image/*", "pdf": ".pdf", "docx": ".docx", "audio": "audio/*", "video": "video/*"}
_KINDS = {"image": "photo", "audio": "voice", "video": "video"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)

# late: what was begun may be finished, and nothing new begun
State = Literal["open", "late", "over", "used"]


@dataclass(frozen=True, slots=True)
class _File:
    """One that was sent by a page; `facts` once it is whole, `why` if it cannot be handed in."""

    partial: Partial
    name: str
    facts: FileFacts | None = None
    why: Text | None = None


def for_script(path: str) -> bool:
    """Is it a request of the page, which reads JSON, and not the page itself?"""
    return path.startswith("/u/") and path.count("/") > 2


class UploadPages:
    """The pages, their files, and «done»."""

    def __init__(self, part: Web, uploads: Uploads, lang: Lang) -> None:
        self._part = part
        self._uploads = uploads
        self._lang = lang
        self._template = Template((HERE / "upload.html").read_text("utf-8"))
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def add_to(self, router: web.UrlDispatcher) -> None:
        router.add_get(PATH, self.show)
        router.add_get(f"{PATH}/files", self.files)
        router.add_post(f"{PATH}/done", self.done)
        self._uploads.add_to(router, f"{PATH}/uploads", self.create)

    async def owner(self, request: web.Request) -> Owner:
        """Whose the uploads under this address are. Raises Refused, also where it is over."""
        page = await self._usable(request)
        return Owner(page.chat, page.token)

    # --- requests ---

    async def show(self, request: web.Request) -> web.Response:
        page = await self._page(request)
        state = self._state(page) if page else None
        if state is None:
            slow_down(self._part.limits.guesses.take(request.remote))
        lang = await self._lang_of(page) if page else self._lang(request)
        live = page if state in ("open", "late") else None
        status = {None: HTTPStatus.NOT_FOUND, "over": HTTPStatus.GONE, "used": HTTPStatus.GONE}
        response = web.Response(
            text=self._html(live, state, lang),
            status=status.get(state, HTTPStatus.OK),
            content_type="text/html",
        )
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    async def files(self, request: web.Request) -> web.Response:
        """What has come by this page, and how far the rest is."""
        page = await self._usable(request)
        lang = await self._lang_of(page)
        found = [self._shown(file, lang) for file in await self._files(page)]
        return web.json_response({"new": self._state(page) == "open", "files": found})

    async def create(self, request: web.Request) -> web.Response:
        """A new upload. Nothing is begun while «done» is being taken: it would be in neither."""
        async with self._lock(kept(request.match_info["token"])):
            page = await self._usable(request)
            if self._state(page) != "open":
                raise Refused(HTTPStatus.GONE, _over("late"))
            if len(self._part.files.partials.of_page(page.token)) >= MOST_FILES:
                many = t("upload_page.too_many", most=MOST_FILES)
                raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, many)
            return await self._uploads.create(request)

    async def done(self, request: web.Request) -> web.Response:
        """Hand in what came, once: whoever did not hear our answer asks again and hears it."""
        async with self._lock(kept(request.match_info["token"])):
            page = await self._known(request)
            if page.used_at is None:
                await self._hand_in(await self._usable(request))
        return web.json_response({"ok": True})

    async def hand_in_forgotten(self) -> None:
        """«Done» for those who closed a page without it. Called now and then."""
        for token in self._part.files.partials.pages():
            async with self._lock(token):
                page = await self._part.storage.upload_page(token)
                if page is None or page.used_at is not None or not self._forgotten(page):
                    continue
                with suppress(Refused):  # nothing of it can be used
                    await self._hand_in(page, whole_only=True)

    def _forgotten(self, page: UploadPage) -> bool:
        """Is it over, and long quiet? What is half sent may go on for a day."""
        now = self._part.clock()
        came = self._part.files.partials.of_page(page.token)
        quiet = QUIET if all(partial.complete for partial in came) else QUIET_HALF
        return now > page.until and all(p.touched < (now - quiet).timestamp() for p in came)

    async def _hand_in(self, page: UploadPage, *, whole_only: bool = False) -> None:
        files = await self._files(page)
        if whole_only:
            files = [file for file in files if file.facts is not None]
        if unfinished := sum(file.facts is None for file in files):
            raise Refused(HTTPStatus.CONFLICT, t("upload_page.unfinished", n=unfinished))
        usable = {file.partial.sha256: file for file in files if not file.why}
        if not usable:
            raise Refused(HTTPStatus.BAD_REQUEST, t("upload_page.nothing"))
        sent = [_handed(file) for file in usable.values()]
        accepted = await self._part.intake.accept(handed_in(page, sent, self._part.clock()))
        if accepted is not None and page.chat.channel == NAME:
            self._part.channel.arrived(accepted)

    # --- which page it is ---

    async def _page(self, request: web.Request) -> UploadPage | None:
        token = request.match_info["token"]
        return (
            await self._part.storage.upload_page(kept(token)) if _TOKEN.fullmatch(token) else None
        )

    async def _known(self, request: web.Request) -> UploadPage:
        page = await self._page(request)
        if page is None:
            slow_down(self._part.limits.guesses.take(request.remote))
            raise Refused(HTTPStatus.NOT_FOUND, _over(None))
        return page

    async def _usable(self, request: web.Request) -> UploadPage:
        page = await self._known(request)
        if (state := self._state(page)) in ("over", "used"):
            raise Refused(HTTPStatus.GONE, _over(state))
        return page

    def _state(self, page: UploadPage) -> State:
        now = self._part.clock()
        if page.used_at is not None:
            return "used"
        if now <= page.until:
            return "open"
        before = (now - KEPT_FOR).timestamp()
        begun = self._part.files.partials.of_page(page.token)
        return "late" if any(p.touched >= before for p in begun) else "over"

    def _lock(self, token: str) -> asyncio.Lock:
        """`token`: as the database holds it."""
        return self._locks.setdefault(token, asyncio.Lock())

    async def _lang_of(self, page: UploadPage) -> str:
        state = (await self._part.storage.load(page.chat)).chat
        return state.lang or self._part.default_lang

    # --- its files ---

    async def _files(self, page: UploadPage) -> list[_File]:
        asked = wanted(self._part.contests.now, page.dialog, page.step)
        partials = await self._uploads.settled_of(Owner(page.chat, page.token))
        found = [await self._file(page, asked, partial) for partial in partials]
        return [file for file in found if file]

    async def _file(self, page: UploadPage, asked: Wanted | None, partial: Partial) -> _File | None:
        """None: it was forgotten or erased since."""
        if not partial.kept:
            return _File(partial, partial.file_name)
        file = await self._part.storage.file_of(page.chat, partial.sha256)
        if file is None:
            return None
        try:
            facts = await self._part.look(file.sha256, file.name)
        except FileNotFoundError:
            return None
        return _File(partial, file.name, facts, cannot_use(asked, facts.to_json()))

    def _shown(self, file: _File, lang: str) -> dict[str, Any]:
        return {
            "upload": file.partial.name,
            "name": file.name,
            "size": file.partial.length,
            "offset": file.partial.size,
            "whole": file.facts is not None,
            "why": self._part.texts.render(file.why, lang) if file.why else "",
        }

    # --- the page itself ---

    def _html(self, page: UploadPage | None, state: State | None, lang: str) -> str:
        part, texts = self._part, self._part.texts
        asked = wanted(part.contests.now, page.dialog, page.step) if page else None
        title = t("upload_page.title_item", title=asked.title) if asked else t("upload_page.title")
        script = f'<script type="module" src="/static/upload.js?v={part.page.version}"></script>'
        shown = {
            "lang": lang,
            "title": texts.render(title, lang),
            "contest": part.page.title(lang),
            "said": texts.render(self._asked(page, asked, state) if page else _over(state), lang),
            "noscript": texts.render(t("page.noscript"), lang),
            "accept": ",".join(_ENDS[kind] for kind in (asked.kinds if asked else _ENDS)),
            "verdict": "" if page else f"verdict {'old' if state == 'used' else 'bad'}",
            "form": "" if page else "hidden",
            "version": part.page.version,
        }
        words = {name: texts.render(text, lang) for name, text in _words().items()}
        return self._template.substitute(
            {name: escape(text) for name, text in shown.items()},
            script=script if page else "",
            # inside <script>, only the end of the element can break out
            words=json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"),
        )

    def _asked(self, page: UploadPage, asked: Wanted | None, state: State | None) -> Text:
        """What may be sent, and until when."""
        most = self._part.max_file_bytes // 1_000_000
        said: list[Text] = [t("upload_page.most", most=most)]
        if asked:
            said.insert(0, t("files.accepts", kinds=kinds_named(asked.kinds)))
        until = f"{page.until.astimezone(ZONE):%H:%M}"
        said.append(t("upload_page.until", time=until) if state == "open" else _over("late"))
        return lines(said)


def _handed(file: _File) -> dict[str, Any]:
    """As `channels.plain` reads it. Sending began when it was announced, however long it took."""
    assert file.facts is not None
    return {
        "kind": _KINDS.get(file.facts.kind, "document"),
        "file": file.partial.sha256,
        "name": file.name,
        "type": file.facts.type,
        "size": file.partial.length,
        "begun": datetime.fromtimestamp(file.partial.begun, UTC).isoformat(),
    }


def _over(state: State | None) -> Text:
    """Why nothing more can be sent, and what to do instead. None: there is no such page."""
    again = t("by_page.again")
    match state:
        case "used":
            return t("upload_page.used", again=again)
        case "late":
            return t("upload_page.late", again=again)
        case "over":
            return t("upload_page.over", again=again)
        case _:
            return t("upload_page.none", again=again)


def _words() -> dict[str, Text]:
    """What the script says; {n} is filled in there."""
    return {
        "choose": t("upload_page.choose"),
        "camera": t("page.camera"),
        "done": t("files.enough"),
        "remove": t("page.remove"),
        "waiting": t("upload_page.waiting"),
        "sending": t("page.sending"),
        "trouble": t("upload_page.trouble"),
        "checking": t("upload_page.checking"),
        "there": t("upload_page.there"),
        "cannot": t("upload_page.cannot", why="{why}"),
        "lost": t("upload_page.lost"),
        "refused": t("upload_page.refused"),
        "hint_none": t("upload_page.hint_none"),
        "hint_sending": t("upload_page.hint_sending"),
        "hint_lost": t("upload_page.hint_lost"),
        "hint_done": t("upload_page.hint_done"),
        "finishing": t("upload_page.finishing"),
        "finished": t("upload_page.finished"),
    }
