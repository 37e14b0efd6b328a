"""The user side of a server over HTTP, for tests whose server is another process.

    POST /control/user    {"user_id": 1001, "first_name": "Nông", ...}
    POST /control/crowd   {"first": 1001, "count": 50000}      people who have started the bot
    POST /control/chatter {"first": 1001, "count": 100, "text": "hạn nộp", "rate": 50}
                          each of them types it, so many a second (0: all now); [[user, when], ...]
    GET  /control/sent    [[when, chat, status, seconds to wait], ...] of messages and edits
    POST /control/do      {"user": 1001, "deed": "types", "args": ["xin chào"], "options": {}}
    GET  /control/screen?user=1001
    GET  /control/log?method=sendMessage        GET /control/emitted
    POST /control/fault   {"method": "sendMessage", "fault": "TooMany", "values": [2], "times": 1}
    POST /control/rates   {"overall": 30, ...}  GET /control/rates
    POST /control/advance {"seconds": 150}
    POST /control/deliver {"twice": 1, "swapped": 0}

Bytes are {"base64": "..."}; of a file on a screen its size and sha256 are told. A deed that names a
message (`message`, `reply_to`) gives its number.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.telegram import faults
from tests.telegram.screen import Shown
from tests.telegram.server import TelegramServer
from tests.telegram.user import NoSuchButtonError, Press, User

FAULTS: dict[str, Callable[..., faults.Fault]] = {
    "TooMany": faults.TooMany, "Gateway": faults.Gateway, "Refuse": faults.Refuse,
    "Dropped": faults.Dropped, "LostAnswer": faults.LostAnswer, "Delay": faults.Delay,
}  # fmt: skip

Handler = Callable[[TelegramServer, dict[str, Any]], Awaitable[Any]]


async def _user(server: TelegramServer, given: dict[str, Any]) -> Any:
    return {"id": server.user(**given).id}


async def _crowd(server: TelegramServer, given: dict[str, Any]) -> Any:
    for number in range(given["first"], given["first"] + given["count"]):
        server.user(number, "Nông", "Thử").person.started = True
    return given["count"]


async def _chatter(server: TelegramServer, given: dict[str, Any]) -> Any:
    rate, began, typed = given.get("rate", 0), server.clock.now(), []
    for n in range(given["count"]):
        if rate:
            await server.clock.sleep(began + n / rate - server.clock.now())
        typed.append([given["first"] + n, server.clock.now()])
        await server.user(given["first"] + n, "Nông").types(given["text"])
    return typed


async def _sent(server: TelegramServer, given: dict[str, Any]) -> Any:
    return [
        [r.at, r.params.get("chat_id"), r.status,
         r.answer.get("parameters", {}).get("retry_after", 0)]
        for r in server.log
        if r.method in ("sendMessage", "editMessageText")
    ]  # fmt: skip


async def _do(server: TelegramServer, given: dict[str, Any]) -> Any:
    user = server.user(int(given["user"]), "?")
    name = str(given["deed"])
    if name.startswith("_") or not callable(getattr(User, name, None)):
        raise web.HTTPNotFound(text=f"nobody can {name}")
    options = {key: _from_wire(user, value) for key, value in given.get("options", {}).items()}
    for key in ("message", "reply_to"):
        if key in options:
            options[key] = _message(user, options[key])
    args = [_from_wire(user, value) for value in given.get("args", [])]
    if name in ("edits", "deletes", "forwards"):
        args[0] = _message(user, args[0])
    return _to_wire(await getattr(user, name)(*args, **options))


async def _fault(server: TelegramServer, given: dict[str, Any]) -> Any:
    fault = FAULTS[given.pop("fault")](*given.pop("values", []))
    server.faults.next(given.pop("method"), fault, **given)
    return True


async def _rates(server: TelegramServer, given: dict[str, Any]) -> Any:
    server.rates.limit(**given)
    return True


async def _advance(server: TelegramServer, given: dict[str, Any]) -> Any:
    server.clock.advance(float(given["seconds"]))
    return server.clock.now()


async def _deliver(server: TelegramServer, given: dict[str, Any]) -> Any:
    server.twice(int(given.get("twice", 0)))
    server.swapped(int(given.get("swapped", 0)))
    return True


async def _screen(server: TelegramServer, given: dict[str, Any]) -> Any:
    return _to_wire(server.user(int(given["user"]), "?").screen)


async def _log(server: TelegramServer, given: dict[str, Any]) -> Any:
    return [
        {"method": r.method, "params": r.params, "files": sorted(r.files), "at": r.at, "via": r.via,
         "status": r.status, "answer": r.answer}
        for r in server.requests(given.get("method", ""))
    ]  # fmt: skip


async def _emitted(server: TelegramServer, given: dict[str, Any]) -> Any:
    return server.emitted


async def _violations(server: TelegramServer, given: dict[str, Any]) -> Any:
    return {"violations": server.rates.violations, "refused": server.rates.refused}


def _from_wire(user: User, value: Any) -> Any:
    if isinstance(value, dict) and "base64" in value:
        return base64.b64decode(value["base64"])
    if isinstance(value, list):
        return [_from_wire(user, item) for item in value]
    return value


def _message(user: User, number: int) -> Shown:
    return next(shown for shown in user.screen if shown.message_id == number)


def _to_wire(value: Any) -> Any:
    match value:
        case Shown():
            files = [
                {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
                for content in value.files
            ]
            return {**vars(value), "files": files}
        case Press():
            return {"id": value.id, "data": value.data, "url": value.url}
        case list():
            return [_to_wire(item) for item in value]
        case _:
            return value


def add_control(app: web.Application, server: TelegramServer) -> None:
    posts: dict[str, Handler] = {
        "user": _user, "crowd": _crowd, "chatter": _chatter, "do": _do, "fault": _fault,
        "rates": _rates, "advance": _advance, "deliver": _deliver,
    }  # fmt: skip
    gets: dict[str, Handler] = {
        "screen": _screen, "sent": _sent, "log": _log, "emitted": _emitted, "rates": _violations,
    }  # fmt: skip
    for name, handler in posts.items():
        app.router.add_post(f"/control/{name}", _route(server, handler))
    for name, handler in gets.items():
        app.router.add_get(f"/control/{name}", _route(server, handler))


def _route(
    server: TelegramServer, handler: Handler
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        given = await request.json() if request.method == "POST" else dict(request.query)
        try:
            return web.json_response(await handler(server, given))
        except (NoSuchButtonError, TimeoutError, StopIteration, AssertionError) as error:
            kind = type(error).__name__
            return web.json_response({"error": kind, "what": str(error)}, status=409)

    return handle
