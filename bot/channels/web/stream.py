"""Server-sent events: what was said in a chat, from where this browser last stopped."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from aiohttp import web

from bot.channels.port import Message
from bot.channels.web.channel import Listener, WebChannel
from dialog.event import ChatRef
from storage.port import Cursor, Entry, Storage

FIRST_PAGE = 300  # messages shown of a long chat
AT_ONCE = 100  # messages looked up together after that
MOST_SHOWN = 4_000  # letters of one's own message that are shown again
SIGN_OF_LIFE = 20.0  # seconds; proxies cut a silent line, and the page gives it up after 60


async def stream(
    request: web.Request,
    chat: ChatRef,
    channel: WebChannel,
    storage: Storage,
    closing: asyncio.Event,
    most: int,
) -> web.StreamResponse:
    """Write until the browser goes, the server closes, or `most` newer ones were opened."""
    cursor = _cursor(request.headers.get("Last-Event-ID") or request.query.get("after", ""))
    response = web.StreamResponse()
    response.content_type = "text/event-stream"
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"  # a proxy must not hold messages back
    with channel.listening(chat, most) as listener:
        await response.prepare(request)
        try:
            cursor = await _catch_up(response, chat, storage, cursor)
            await response.write(b"event: ready\ndata: {}\n\n")
            while not (closing.is_set() or listener.closed):
                cursor = await _next(response, chat, storage, cursor, listener)
        except ConnectionError:
            pass  # the browser has gone; it will come back and say where it stopped
    return response


async def _next(
    response: web.StreamResponse,
    chat: ChatRef,
    storage: Storage,
    cursor: Cursor,
    listener: Listener,
) -> Cursor:
    """Wait for something new and write it; what was caught up with already is not written again."""
    try:
        entry = await asyncio.wait_for(listener.news.get(), SIGN_OF_LIFE)
    except TimeoutError:
        await response.write(b"event: alive\ndata: {}\n\n")
        return cursor
    if entry is None:
        return await _catch_up(response, chat, storage, cursor)
    after = Cursor(max(cursor.theirs, entry.cursor.theirs), max(cursor.ours, entry.cursor.ours))
    if after != cursor and not _is_start(entry):
        await response.write(_written(replace(entry, cursor=after)).encode())
    return after


async def _catch_up(
    response: web.StreamResponse, chat: ChatRef, storage: Storage, cursor: Cursor
) -> Cursor:
    at_once = FIRST_PAGE if cursor == Cursor() else AT_ONCE
    while entries := await storage.history(chat, cursor, at_once):
        await response.write("".join(_written(e) for e in entries if not _is_start(e)).encode())
        cursor = entries[-1].cursor
    return cursor


def _is_start(entry: Entry) -> bool:
    """The page itself began the chat; the person said nothing yet."""
    return entry.arrival is not None and entry.arrival.payload.get("kind") == "start"


def _cursor(text: str) -> Cursor:
    theirs, dash, ours = text.partition("-")
    if dash and theirs.isdecimal() and ours.isdecimal() and len(text) < 40:
        return Cursor(int(theirs), int(ours))
    return Cursor()


def _written(entry: Entry) -> str:
    data = json.dumps(_shown(entry), ensure_ascii=False)
    return f"id: {entry.cursor.theirs}-{entry.cursor.ours}\ndata: {data}\n\n"


def _shown(entry: Entry) -> dict[str, Any]:
    if entry.arrival is not None:
        payload = entry.arrival.payload
        said = payload.get("text") or payload.get("label") or payload.get("caption") or ""
        return {
            "from": "me",
            "id": payload.get("id", ""),
            "kind": payload.get("kind"),
            "text": said if len(said) <= MOST_SHOWN else f"{said[:MOST_SHOWN]}…",
            "files": [
                {
                    "kind": f["kind"],
                    "name": f["name"],
                    "type": f["type"],
                    "url": _url(f["file"], f["name"]),
                }
                for f in payload.get("files", ())
            ],
            "at": entry.at.isoformat(timespec="seconds"),
        }
    message = Message.from_json(entry.message or {})
    return {
        "from": "bot",
        "id": f"b{entry.cursor.ours}",
        "text": message.text,
        "note": message.note or None,
        "buttons": [{"label": b.label, "token": b.token} for b in message.buttons],
        "files": [
            {
                "kind": f.kind,
                "name": f.name,
                "type": f.type,
                "alt": f.alt,
                "url": _url(f.sha256, f.name),
            }
            for f in message.files
        ],
        "links": [{"label": link.label, "url": link.url} for link in message.links],
        "key": entry.key,
        "lang": message.lang,
        "at": entry.at.isoformat(timespec="seconds"),
    }


def _url(sha256: str, name: str) -> str:
    return f"/files/{sha256}/{quote(name, safe='')}"
