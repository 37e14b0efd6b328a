"""A bot without a library: plain requests, and a webhook that says what it got."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp import web

from tests.telegram.server import TelegramServer


class RawBot:
    """Sends JSON; the answer is the whole body."""

    def __init__(self, server: TelegramServer) -> None:
        self.server = server
        self.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20))

    def url(self, method: str) -> str:
        return f"{self.server.url}/bot{self.server.token}/{method}"

    async def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        async with self.session.post(self.url(method), json=params) as answer:
            return dict(await answer.json())

    async def ok(self, method: str, **params: Any) -> Any:
        """The result; an AssertionError with what was said if it was refused."""
        answer = await self(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def no(self, method: str, **params: Any) -> str:
        """The description of a refusal, with its code before it."""
        answer = await self(method, **params)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"

    async def upload(self, method: str, files: dict[str, bytes], **params: str) -> dict[str, Any]:
        """A multipart form; each file is the part of its own name."""
        form = aiohttp.FormData()
        for name, value in params.items():
            form.add_field(name, value)
        for name, content in files.items():
            form.add_field(name, io.BytesIO(content), filename=f"{name}.bin")
        async with self.session.post(self.url(method), data=form) as answer:
            return dict(await answer.json())

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        return list(await self.ok("getUpdates", **params))


class Hook:
    """A webhook on this machine. `answers` decides about each update; the default takes it."""

    def __init__(self, answers: Callable[[dict[str, Any]], web.Response] | None = None) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers = answers or (lambda update: web.Response())
        self.hold: asyncio.Event | None = (
            None  # while it is set up and not set, nothing is answered
        )
        self.url = ""
        self._runner: web.AppRunner | None = None
        self._came = asyncio.Event()

    async def __aenter__(self) -> Hook:
        app = web.Application()
        app.router.add_post("/hook", self._take)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/hook"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self._came.set()
        if self.hold is not None:
            await self.hold.wait()
        return self.answers(update)

    async def has(self, count: int) -> list[dict[str, Any]]:
        """Wait until so many came. Raises TimeoutError."""
        async with asyncio.timeout(5):
            while len(self.got) < count:
                self._came.clear()
                await self._came.wait()
        return self.got
